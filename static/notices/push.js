// Hints on this device. Without this file, or in a browser that cannot do it, nothing is offered that would not work.
const form = document.querySelector("[data-push]");

const say = (what) => {
  for (const words of document.querySelectorAll("[data-push-denied], [data-push-failed]")) {
    words.hidden = !words.hasAttribute(what);
    if (!words.hidden) words.focus();
  }
};

// The page lists devices by a hash of their endpoint: which one is this?
const find = async (endpoint) => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint)));
  const mark = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return document.querySelector(`[data-device="${mark}"]`);
};

const subscription = async () => (await navigator.serviceWorker.getRegistration("/"))?.pushManager.getSubscription();

const subscribe = async () => {
  await self.startWorker();
  const { pushManager } = await navigator.serviceWorker.ready;
  await (await pushManager.getSubscription())?.unsubscribe(); // perhaps made with an older key of the portal
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: form.dataset.push });
  const { endpoint, keys } = made.toJSON();
  for (const [name, value] of Object.entries({ endpoint, ...keys })) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  form.submit();
};

if (form && navigator.serviceWorker && self.PushManager && self.Notification) {
  document.querySelector("[data-push-without]").hidden = true;
  const now = await subscription();
  const here = now && (await find(now.endpoint));
  if (here) {
    here.querySelector("[data-this]").hidden = false;
    here.querySelector("form").addEventListener("submit", () => now.unsubscribe());
  } else form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if ((await Notification.requestPermission()) !== "granted") say("data-push-denied");
    else await subscribe().catch(() => say("data-push-failed"));
  });
}
