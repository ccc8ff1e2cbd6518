// Comfort only: says at once what is too large, shows how far an upload is, lets pages be dragged. Without script the
// form is sent as any other. No HTML is written by script (Trusted Types are on).
document.addEventListener("change", ({ target }) => {
  const largest = Number(target.dataset.largest);
  const note = largest && target.closest(".jc-upload").querySelector(".jc-too-large");
  if (!note) return;
  const names = [...target.files].filter((file) => file.size > largest).map((file) => file.name);
  note.textContent = names.length ? `${note.dataset.words} ${names.join(", ")}` : "";
});

const show = (fresh, address) => {
  history.replaceState(null, "", address);
  document.title = fresh.title;
  document.querySelector("main").replaceWith(document.adoptNode(fresh.querySelector("main")));
  const here = document.querySelector("#fehler") ?? document.querySelector("[data-here] .kern-alert, main > .kern-alert");
  here?.setAttribute("tabindex", "-1");
  here?.scrollIntoView({ block: "center" });
  here?.focus();
  document.dispatchEvent(new Event("portal:swapped"));
};

let sending = false;
document.addEventListener(
  "submit",
  (event) => {
    const { target: form, submitter } = event;
    const chosen = [...form.querySelectorAll("[type=file]")].some((input) => input.files.length);
    if (!("upload" in form.dataset) || !chosen || submitter?.name === "go") return;
    event.preventDefault(); // before the guard against second taps sees it; this one has its own
    if (sending) return;
    sending = true;
    const box = document.createElement("div");
    const words = box.appendChild(document.createElement("p"));
    const bar = box.appendChild(document.createElement("progress"));
    box.className = "jc-sending";
    words.setAttribute("role", "status");
    bar.setAttribute("aria-label", form.dataset.upload);
    (submitter ?? form.lastElementChild).after(box);
    words.textContent = form.dataset.upload;
    const data = new FormData(form);
    if (submitter?.name) data.append(submitter.name, submitter.value);
    const request = new XMLHttpRequest();
    const failed = () => {
      sending = false;
      bar.remove();
      words.textContent = form.dataset.failed;
    };
    request.open("POST", form.action);
    request.responseType = "document";
    request.upload.onprogress = ({ loaded, total }) => Object.assign(bar, { value: loaded, max: total });
    request.onerror = failed;
    request.onload = () => {
      sending = false;
      const isHere = new URL(request.responseURL).pathname === location.pathname;
      if (isHere && request.response?.querySelector("main")) show(request.response, request.responseURL);
      else location.assign(request.responseURL);
    };
    request.send(data);
  },
  true,
);

// Pages of one document by pointer; by keyboard there are buttons.
let held;
document.addEventListener("pointerdown", ({ target }) => {
  const part = target.closest("[data-order] > [data-part]");
  if (part) part.draggable = !target.closest("a, button, input, summary");
});
document.addEventListener("dragstart", ({ target }) => {
  held = target.closest?.("[data-order] > [data-part]");
  held?.setAttribute("data-held", "");
});
document.addEventListener("dragover", (event) => {
  const over = held && event.target.closest?.("[data-part]");
  if (!over || over.parentNode !== held.parentNode) return;
  event.preventDefault();
  const { top, height } = over.getBoundingClientRect();
  if (over !== held) over[event.clientY < top + height / 2 ? "before" : "after"](held);
});
document.addEventListener("dragend", () => {
  if (!held) return;
  held.removeAttribute("data-held");
  const list = held.parentNode;
  const order = document.createElement("input");
  Object.assign(order, { type: "hidden", name: list.dataset.order });
  order.value = [...list.children].map((part) => part.dataset.part).join();
  list.after(order);
  held = undefined;
  list.closest("form").requestSubmit();
});
