// Passkeys need the browser. Without this file, or in a browser that has none, the other ways stay and nothing is
// offered that would not work. allauth's scripts talk to the device; this one shows the button and says what happened.

if (window.PublicKeyCredential) {
  for (const hidden of document.querySelectorAll("[data-passkey]")) hidden.hidden = false;
  for (const instead of document.querySelectorAll("[data-without-passkey]")) instead.hidden = true;
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault(); // cancelling is no error; nobody reads the console
  const notice = document.querySelector("[data-passkey-problem]");
  if (!notice) return;
  notice.hidden = false;
  notice.focus();
});
