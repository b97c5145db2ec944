// Small comforts around every page; each page works without them.
"use strict";

document.documentElement.classList.add("js");

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.querySelector(".find input").select();
  }
  if (event.key === "Escape") closePanel();
});

document.querySelector("#as-of").addEventListener("change", (event) => event.target.form.requestSubmit());

// Empty fields make no part of an address.
document.addEventListener("submit", (event) => {
  for (const field of event.target.elements) if (field.name && !field.value) field.disabled = true;
});
window.addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form :disabled")) field.disabled = false;
});

document.querySelector(".rail [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

// The history of a position opens beside the matrix.
function closePanel() {
  const panel = document.querySelector("#panel");
  if (!panel?.firstChild) return;
  panel.replaceChildren();
  const cell = document.querySelector(".cell.shown");
  cell?.classList.remove("shown");
  cell?.focus();
}

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "panel") return;
  const panel = event.detail.target;
  document.querySelector(".cell.shown")?.classList.remove("shown");
  event.detail.requestConfig.elt.classList.add("shown");
  const button = document.createElement("button");
  button.className = "close";
  button.textContent = "Close";
  button.addEventListener("click", closePanel);
  panel.prepend(button);
  panel.scrollTop = 0;
  button.focus();
});
