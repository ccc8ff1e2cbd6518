// Kept on the device: the page that says there is no network, and the files it needs. Never a page with somebody's data.
const KEPT = "{{ version }}";
const OFFLINE = "{{ offline }}";
const FILES = {{ files }};

self.addEventListener("install", (event) => {
  // Without cookies, so that what is kept is what everybody gets.
  const wanted = [OFFLINE, ...FILES].map((url) => new Request(url, { credentials: "omit", cache: "reload" }));
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(wanted)).then(() => self.skipWaiting()));
});

const begin = async () => {
  const address = await noted();
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
  if (address) await note(address);
  await self.registration.navigationPreload?.enable(); // pages do not wait for this file
  await self.clients.claim();
};
self.addEventListener("activate", (event) => event.waitUntil(begin()));

const kept = (url) => caches.match(url, { ignoreVary: true });
const page = async (event) => {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return kept(OFFLINE);
  }
};
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return; // what somebody sends goes its way; the browser offers to try again
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (FILES.includes(new URL(request.url).pathname)) event.respondWith(fetch(request).catch(() => kept(request)));
});

// The words come with the hint, in the person's language. The icon gets a mark, not a number: nobody may be signed in.
self.addEventListener("push", (event) => {
  const { title, body, lang } = event.data.json().notification;
  const look = { body, lang, tag: "{{ tag }}", icon: "{{ icon }}", badge: "{{ badge }}" };
  navigator.setAppBadge?.().catch(() => {}); // not where it is no app
  const showing = self.registration.showNotification(title, look);
  const noting = self.registration.pushManager?.getSubscription().then((now) => now && note(now.endpoint));
  event.waitUntil(Promise.all([showing, noting?.catch(() => {})]));
});

// The service has given this browser another address: the portal learns it from here, without knowing who it is.
// Which one it was before is what proves it; where the browser does not say, it was noted with the last hint.
const NOTED = "/hinweis-adresse";
const noted = async () => (await (await caches.match(NOTED))?.text()) ?? "";
const note = async (endpoint) => (await caches.open(KEPT)).put(NOTED, new Response(endpoint));
const renew = async ({ oldSubscription, newSubscription }) => {
  const before = oldSubscription?.endpoint || (await noted());
  const wanted = { userVisibleOnly: true, applicationServerKey: "{{ key }}" };
  const { endpoint, keys } = (newSubscription ?? (await self.registration.pushManager.subscribe(wanted))).toJSON();
  if (!before || !endpoint) return;
  const body = new URLSearchParams({ before, endpoint, ...keys });
  await fetch("{{ renewal }}", { method: "POST", body, credentials: "omit" });
  await note(endpoint);
};
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

// A new window: in an open one somebody may be typing.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow("/"));
});
