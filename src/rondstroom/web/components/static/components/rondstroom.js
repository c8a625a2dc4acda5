// All of our own script. Every page works without it; docs/explanation/scripts.md says what it adds.
"use strict";

// A second click on the same button sends nothing: the first one is on its way.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "get" || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  form.setAttribute("aria-busy", "true");
});

// Coming back with the back button: the form may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
});

// On a phone Rondstroom can stand among the apps, and says so when there is no network.
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/service-worker.js");

// Menus close on Escape and on a click beside them.
function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu === except) continue;
    menu.open = false;
    if (!except) menu.querySelector("summary").focus();
  }
}
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMenus(null); });
document.addEventListener("click", (event) => {
  const menu = event.target.closest("details.menu");
  for (const other of document.querySelectorAll("details.menu[open]")) {
    if (other !== menu) other.open = false;
  }
});

// Copy a link or a text into the clipboard, and say that it is there.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button || !navigator.clipboard) return;
  const source = document.getElementById(button.dataset.copy);
  navigator.clipboard.writeText(source.value || source.textContent).then(() => {
    button.textContent = button.dataset.copied;
  });
});
