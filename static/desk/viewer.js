// Keys for people who look through papers all day. Everything they do has a link or a button; without this file those do.
"use strict";
(() => {
  const OFF = "viewer-keys-off";
  const SIZE = "viewer-size";
  const box = document.querySelector("[data-keys]");
  const sheet = document.querySelector(".viewer-sheet");
  const sizes = [...document.querySelectorAll("a[data-size]")];

  // Size: at once, and the same on the next page.
  const show = (size) => {
    if (!sheet || !sizes.some((link) => link.dataset.size === size)) return;
    sheet.dataset.size = size;
    sessionStorage.setItem(SIZE, size);
    for (const link of sizes) {
      if (link.dataset.size === size) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  for (const link of sizes) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(link.dataset.size);
    });
  }
  show(sessionStorage.getItem(SIZE));
  const step = (by) => {
    const at = sizes.findIndex((link) => link.dataset.size === sheet?.dataset.size);
    const next = sizes[at + by];
    if (next) show(next.dataset.size);
  };

  // Keys: single letters can be switched off (WCAG 2.1.4), and never work where somebody types.
  const isOff = () => localStorage.getItem(OFF) === "1";
  const button = box?.querySelector("button");
  const words = button ? [button.textContent, box.dataset.on] : [];
  const paint = () => {
    button.textContent = isOff() ? words[1] : words[0];
    box.querySelector("span").hidden = isOff();
  };
  if (box) {
    box.hidden = false;
    button.addEventListener("click", () => {
      localStorage.setItem(OFF, isOff() ? "0" : "1");
      paint();
    });
    paint();
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isOff()) return;
    if (event.target.closest("input, textarea, select")) return;
    if (event.key.startsWith("Arrow") && event.target === sheet && sheet.scrollWidth > sheet.clientWidth) return;
    if (event.key === "+" || event.key === "-") return step(event.key === "+" ? 1 : -1);
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const target = document.querySelector(`[data-key="${CSS.escape(name)}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches("input")) return target.focus();
    target.click();
    if (target.matches("summary")) target.parentElement.querySelector("input[type=radio]")?.focus();
  });
})();
