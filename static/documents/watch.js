// Comfort only: what is being checked changes by itself. Without script there is a button. Nothing moves the focus, and
// an entry somebody is working in stays as it is until they have left it.
const EVERY = 2000;
const LONGEST = 300000;
let timer;

const fetchPage = (address) =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest(); // parses a document, which needs no HTML from strings (Trusted Types)
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => done(request.response);
    request.onerror = failed;
    request.send();
  });

const isInUse = (part) =>
  part.contains(document.activeElement) || [...part.querySelectorAll("[type=file]")].some((input) => input.files.length);

const swap = (fresh) => {
  let left = 0;
  for (const part of document.querySelectorAll("[data-live]")) {
    const now = fresh.getElementById(part.id);
    if (!now) continue;
    if (isInUse(part)) left += 1;
    else {
      for (const open of part.querySelectorAll("details[open][id]")) now.querySelector(`#${open.id}`)?.setAttribute("open", "");
      part.replaceWith(document.adoptNode(now));
    }
  }
  return left;
};

// Files come from elsewhere, from a phone: the page itself is asked, and says so.
const follow = async (box, until) => {
  try {
    const fresh = await fetchPage(location.href);
    const words = fresh.querySelector("[data-say]").dataset.say;
    if (words !== document.querySelector("[data-say]").dataset.say) box.firstElementChild.textContent = words;
    swap(fresh);
    if (Date.now() < until) setTimeout(follow, EVERY * 2, box, until);
  } catch {} // the link "Jetzt nachsehen" is there
};

const watch = () => {
  const box = document.getElementById("pruefung");
  if (box && "always" in box.dataset) follow(box, Date.now() + LONGEST * 4);
  if (!box?.dataset.ask) return;
  const [self, look] = box.querySelectorAll(".jc-waiting__self, button");
  const until = Date.now() + LONGEST;
  let busy = Number(box.dataset.busy);
  let left = 0;
  self.hidden = false;
  look.hidden = true;
  const stop = () => {
    self.hidden = true;
    look.hidden = false;
  };
  const ask = async () => {
    try {
      const answer = await (await fetch(box.dataset.ask, { headers: { Accept: "application/json" } })).json();
      if (answer.busy < busy || left) {
        const words = box.firstElementChild;
        if (words.textContent !== answer.said) words.textContent = answer.said;
        left = swap(await fetchPage(box.dataset.page ?? location.href));
        busy = answer.busy;
      }
      if (!busy) document.getElementById("pruefung-jetzt")?.remove();
      if ((busy || left) && Date.now() < until) timer = setTimeout(ask, EVERY);
      else if (busy) stop();
    } catch {
      stop();
    }
  };
  clearTimeout(timer);
  timer = setTimeout(ask, EVERY);
};

watch();
document.addEventListener("portal:swapped", watch);
