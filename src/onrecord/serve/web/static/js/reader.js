// Shows the sentence that a link led to, and joins the marks in the text with the notes beside it.
// The text comes cut into segments: nothing here counts characters.
"use strict";

const segments = [...document.querySelectorAll(".seg")];

function within(list, key) {
  return (list || "").split(" ").includes(key);
}

function showTarget() {
  const anchor = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const key = anchor?.classList.contains("anchor") ? anchor.id : null;
  for (const segment of segments) {
    segment.classList.toggle("evidence", key !== null && within(segment.dataset.f, key));
    segment.classList.toggle("sentence", key !== null && within(segment.dataset.s, key));
  }
}

function warm(keys, on) {
  for (const segment of segments)
    if (keys.some((key) => within(segment.dataset.f, key))) segment.classList.toggle("hot", on);
  for (const note of document.querySelectorAll("[data-note]"))
    if (keys.some((key) => within(note.dataset.note, key))) note.classList.toggle("hot", on);
}

function keysOf(element) {
  const at = element.closest?.("[data-note], [data-f]");
  return at ? [...(at.dataset.note || at.dataset.f).split(" ")] : [];
}

document.addEventListener("mouseover", (event) => warm(keysOf(event.target), true));
document.addEventListener("mouseout", (event) => warm(keysOf(event.target), false));
document.addEventListener("focusin", (event) => warm(keysOf(event.target), true));
document.addEventListener("focusout", (event) => warm(keysOf(event.target), false));

// Which marks are shown is remembered between articles.
for (const box of document.querySelectorAll(".legend input")) {
  const kept = localStorage.getItem(box.id);
  if (kept !== null) box.checked = kept === "1";
  box.addEventListener("change", () => localStorage.setItem(box.id, box.checked ? "1" : "0"));
}

window.addEventListener("hashchange", showTarget);
showTarget();
