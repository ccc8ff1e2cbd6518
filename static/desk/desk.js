// Only a comfort: arrow keys go from row to row in a list. Without it, Tab does.
"use strict";
document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const open = document.activeElement;
  if (!step || !open.matches(".desk-open, .desk-table input[type=checkbox]")) return;
  const kind = open.matches("input") ? "input[type=checkbox]" : ".desk-open";
  const all = [...open.closest("table").querySelectorAll(kind)];
  const next = all[all.indexOf(open) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});
