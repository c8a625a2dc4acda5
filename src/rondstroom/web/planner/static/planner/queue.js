// Keyboard in the list of what waits. Everything here is also a link, a box or a button on the
// page. Letters work only while switched on in the dialog behind "?" (WCAG 2.1.4).
"use strict";

const lines = [...document.querySelectorAll(".queue-line")];
const dialog = document.getElementById("keys");
const lettersOn = document.getElementById("keys-on");
const HERE = "planner-line";

const current = () => lines.indexOf(document.activeElement.closest(".queue-line"));
const title = (index) => lines[index]?.querySelector("[data-line]");
const step = (by) => title(Math.min(Math.max(current() + by, 0), lines.length - 1))?.focus();

const KEYS = {
  ArrowDown: () => step(1), ArrowUp: () => step(-1), j: () => step(1), k: () => step(-1),
  a: () => lines[current()]?.querySelector("[data-act]").click(),
  o: () => title(current())?.click(),
  x: () => lines[current()]?.querySelector("input[type=checkbox]")?.click(),
  d: () => document.querySelector(".queue-bulk button")?.click(),
  u: () => document.querySelector("#undo button")?.click(),
  "?": () => dialog.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || dialog.open) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  if (event.key.length === 1 && !lettersOn.checked) return;
  if (event.key.startsWith("Arrow") && current() < 0) return; // the page itself scrolls
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// ---- after a write the page comes back: stand where one stood
document.getElementById("act")?.addEventListener("submit", (event) => {
  const index = lines.indexOf(event.submitter.closest(".queue-line"));
  sessionStorage.setItem(HERE, String(index));
});
const kept = sessionStorage.getItem(HERE);
sessionStorage.removeItem(HERE);
if (kept !== null) title(Math.min(Number(kept), lines.length - 1))?.focus();

lettersOn.checked = localStorage.getItem("planner-letters") !== "off";
lettersOn.addEventListener("change", () => {
  localStorage.setItem("planner-letters", lettersOn.checked ? "on" : "off");
});
