// Comfort only: every page works without this file. No HTML is written by script (Trusted Types are on).

// A form that was sent once is not sent twice by a nervous second tap. The mark goes when the page comes back
// from the browser's memory, or after a while if the answer never came.
const PATIENCE = 15000;

const release = (form) => {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  // aria-disabled, not disabled: a disabled button would lose the focus and its own value would not be sent.
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(release, PATIENCE, form);
});

window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sent]").forEach(release);
});

// Shortly before somebody is signed out the page says so. Counted in seconds: the clock of the device may be wrong.
const session = document.querySelector("[data-session]");
if (session) {
  const [box, form] = [session.firstElementChild, session.querySelector("form")];
  let end = Date.now() + session.dataset.session * 1000;
  const look = () => {
    box.hidden = Date.now() < end - session.dataset.warning * 1000;
  };
  setInterval(look, 5000);
  document.addEventListener("visibilitychange", look);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch(form.action, { method: "POST", headers: { Accept: "application/json" } });
    const { seconds, until } = await answer.json();
    end = Date.now() + seconds * 1000;
    document.getElementById("angemeldet-bis").textContent = until;
    look();
  });
  // A page from the browser's memory may be from before signing out: ask the server who may see it.
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
}

// The service worker is only for those who want the portal on their device: as an app, or with hints (notices/push.js).
self.startWorker = () => {
  const address = "/sw.js";
  const policy = self.trustedTypes?.createPolicy("worker", { createScriptURL: () => address });
  return navigator.serviceWorker.register(policy?.createScriptURL("") ?? address);
};
// As an app: a page for when there is no network, and on its icon how much is unread, for as long as one is signed in.
if (navigator.serviceWorker && matchMedia("(display-mode: standalone)").matches) {
  self.startWorker();
  const count = session ? fetch("/konto/ungelesen/", { headers: { Accept: "application/json" } }) : Promise.reject();
  count
    .then((answer) => answer.json())
    .then(({ unread }) => navigator.setAppBadge?.(unread))
    .catch(() => navigator.clearAppBadge?.())
    .catch(() => {});
}

// Leave at once: this page gives up its place in the history. Also by pressing Esc three times.
const leave = document.querySelector(".jc-exit");
leave?.addEventListener("submit", (event) => {
  event.preventDefault();
  fetch(leave.action, { method: "POST", keepalive: true, redirect: "manual" });
  location.replace(leave.dataset.to);
});
let presses = [];
document.addEventListener("keydown", (event) => {
  presses = event.key === "Escape" ? [...presses, event.timeStamp].slice(-3) : [];
  if (presses.length === 3 && event.timeStamp - presses[0] < 2000) leave?.requestSubmit();
});

// The error summary has autofocus; browsers skip that when the address has a #fragment.
document.getElementById("fehler")?.focus();
