// What this reader has not opened yet: kept in the browser, so that every reader of a shared record has their own marks.
"use strict";

const KEY = "onrecord-read:" + document.querySelector(".brand span").textContent;

function opened() {
  try {
    return new Set(JSON.parse(localStorage.getItem(KEY)) ?? []);
  } catch {
    return new Set(); // no storage, or something else in it
  }
}

function keep(articles) {
  try {
    localStorage.setItem(KEY, JSON.stringify([...articles]));
  } catch {
    // a browser that keeps nothing shows every article as unread
  }
}

function mark() {
  const read = opened();
  const lines = [...document.querySelectorAll("[data-unread]")];
  const unread = lines.filter((line) => !read.has(line.dataset.unread));
  for (const line of lines) line.classList.toggle("unread", unread.includes(line));
  const bar = document.querySelector("#unread");
  if (!bar) return;
  bar.hidden = unread.length === 0;
  bar.querySelector("span").textContent = `${unread.length} of ${lines.length} not opened yet`;
}

const shown = document.querySelector("[data-opened]");
if (shown) keep(opened().add(shown.dataset.opened));

document.querySelector("#unread button")?.addEventListener("click", () => {
  const read = opened();
  for (const line of document.querySelectorAll("[data-unread]")) read.add(line.dataset.unread);
  keep(read);
  mark();
});
window.addEventListener("pageshow", mark);
