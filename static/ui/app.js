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

// The error summary has autofocus; browsers skip that when the address has a #fragment.
document.getElementById("fehler")?.focus();
