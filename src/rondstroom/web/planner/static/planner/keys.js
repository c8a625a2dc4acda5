// Keyboard in the week grid and in the drawer beside it. Everything here is also a link or a
// button on the page. Letters work only while switched on in the dialog behind "?" (WCAG 2.1.4).
"use strict";

const grid = document.querySelector("[data-grid]");
const drawer = document.getElementById("drawer");
const dialog = document.getElementById("keys");
const lettersOn = document.getElementById("keys-on");
const HERE = "planner-here";
let opener = null;
let wantsFirst = false;

// ---- one stop in the tab order; the rest is reached with arrows
const rows = () => [...grid.tBodies].flatMap((body) => [...body.rows]);
const links = (cell) => (cell ? [...cell.querySelectorAll("a.slot")] : []);
const column = (link) => link.closest("td").cellIndex;
const inColumn = (index) => rows().flatMap((row) => links(row.cells[index]));

function stand(link) {
  if (!link) return;
  for (const other of grid.querySelectorAll('a.slot[tabindex="0"]')) other.tabIndex = -1;
  link.tabIndex = 0;
  link.focus();
}

function along(link, step) {
  const all = inColumn(column(link));
  stand(all[all.indexOf(link) + step]);
}

function across(link, step) {
  const row = link.closest("tr");
  for (let index = column(link) + step; index > 0 && index < row.cells.length; index += step) {
    const found = links(row.cells[index])[0];
    if (found) return stand(found);
  }
}

const MOVES = {
  ArrowDown: (link) => along(link, 1), ArrowUp: (link) => along(link, -1),
  ArrowRight: (link) => across(link, 1), ArrowLeft: (link) => across(link, -1),
  j: (link) => along(link, 1), k: (link) => along(link, -1),
  o: (link) => link.click(),
  a: (link) => { wantsFirst = true; link.click(); },
};
const EVERYWHERE = {
  u: () => document.querySelector("#undo button")?.click(),
  n: () => document.querySelector("[data-new]")?.click(),
  "?": () => dialog.showModal(),
};

function closeDrawer() {
  drawer.replaceChildren();
  opener?.removeAttribute("aria-expanded");
  stand(opener);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || dialog.open) return;
  if (event.target.closest("input, select, textarea")) return;
  if (event.key === "Escape" && drawer.hasChildNodes()) return closeDrawer();
  if (event.key.length === 1 && !lettersOn.checked) return;
  const current = grid.querySelector('a.slot[tabindex="0"]');
  const inGrid = grid.contains(document.activeElement);
  const isLetter = event.key.length === 1;
  const move = MOVES[event.key];
  if (move && current && (inGrid || (isLetter && document.activeElement === document.body))) {
    event.preventDefault();
    move(inGrid ? document.activeElement.closest("a.slot") || current : current);
  } else if (EVERYWHERE[event.key]) {
    event.preventDefault();
    EVERYWHERE[event.key]();
  }
});

// ---- the drawer: say what opened it, and go there
grid.addEventListener("click", (event) => {
  const link = event.target.closest("a.slot");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  htmx.ajax("GET", link.href, "#drawer");
  opener?.removeAttribute("aria-expanded");
  opener = link;
  link.setAttribute("aria-expanded", "true");
  for (const other of grid.querySelectorAll('a.slot[tabindex="0"]')) other.tabIndex = -1;
  link.tabIndex = 0;
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target !== drawer) return;
  const first = wantsFirst && drawer.querySelector("[data-first]");
  (first || drawer.querySelector("[data-heading]"))?.focus();
  opener?.scrollIntoView({ block: "nearest", inline: "nearest" }); // the grid became narrower
  wantsFirst = false;
});
drawer.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) closeDrawer();
});

// ---- after a write the page comes back: stand where one stood
drawer.addEventListener("submit", () => {
  if (!opener) return;
  const row = rows().indexOf(opener.closest("tr"));
  sessionStorage.setItem(HERE, JSON.stringify([row, column(opener)]));
});
for (const link of grid.querySelectorAll("a.slot")) link.tabIndex = -1;
const kept = JSON.parse(sessionStorage.getItem(HERE) || "null");
sessionStorage.removeItem(HERE);
const today = Math.max(grid.querySelector("thead [aria-current]")?.cellIndex ?? 1, 1);
const upcoming = [...grid.tBodies[0].rows[0].cells].slice(today).flatMap(links)[0];
const back = kept && links(rows()[kept[0]]?.cells[kept[1]])[0];
const start = back || upcoming || grid.querySelector("a.slot");
if (back) stand(back);
else if (start) start.tabIndex = 0;

lettersOn.checked = localStorage.getItem("planner-letters") !== "off";
lettersOn.addEventListener("change", () => {
  localStorage.setItem("planner-letters", lettersOn.checked ? "on" : "off");
});
