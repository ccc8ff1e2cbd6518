// Comfort only: the link can be selected by hand as well.
for (const button of document.querySelectorAll("[data-share]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.share);
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.querySelector(".kern-label").textContent = button.dataset.done;
  });
}
