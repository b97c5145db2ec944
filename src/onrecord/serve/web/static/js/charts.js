// Draws the charts of a page from the rows that stand in it.
"use strict";

const day = (value) => new Date(value + "T12:00:00");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const shorten = (words, room) => (words.length > room ? words.slice(0, room - 1).trimEnd() + "…" : words);

const STATUS = {
  mooted: "--surface", proposed: "--firm-1", agreed: "--firm-2", scheduled: "--firm-4", confirmed: "--firm-5",
  held: "--good", concluded: "--good", adjourned: "--event", postponed: "--warn", cancelled: "--bad",
};

// A meeting per row: a bar or diamond for its date, a dot for each report of it.
function meetings(rows, width) {
  const narrow = width < 640;
  const reports = rows.flatMap((row) => row.reports.map((r) => ({ ...r, name: row.href })));
  const dated = rows.filter((row) => row.start);
  const spans = dated.filter((row) => row.start !== row.end);
  const days = dated.filter((row) => row.start === row.end);
  const reach = rows.flatMap((row) => {
    const at = [...row.reports.map((r) => r.day), row.start].filter(Boolean).sort();
    return at.length > 1 ? [{ name: row.href, from: at[0], to: at[at.length - 1] }] : [];
  });
  const room = Math.min(300, Math.round(width * 0.3));
  return Plot.plot({
    width,
    height: rows.length * (narrow ? 46 : 34) + 40,
    marginLeft: narrow ? 8 : room,
    marginRight: 16,
    marginTop: 8,
    marginBottom: 34,
    x: { type: "time", grid: true, label: null, ticks: Math.max(3, Math.round(width / 130)), nice: true },
    y: { domain: rows.map((row) => row.href), label: null, axis: null, padding: 0.4 },
    marks: [
      Plot.ruleY(reach, { y: "name", x1: (d) => day(d.from), x2: (d) => day(d.to), stroke: colour("--line-2"), dy: narrow ? 8 : 0 }),
      Plot.barX(spans, {
        y: "href", x1: (d) => day(d.start), x2: (d) => day(d.end), fill: colour("--accent"), fillOpacity: 0.25, rx: 4,
        href: "href", title: (d) => `${d.name}: ${d.status}, ${d.when}`, insetTop: narrow ? 17 : 1, insetBottom: narrow ? 1 : 1,
      }),
      Plot.dot(days, {
        y: "href", x: (d) => day(d.start), symbol: "diamond2", r: 7, fill: colour("--accent-soft"), stroke: colour("--accent"),
        strokeWidth: 1.5, dy: narrow ? 8 : 0,
        href: "href", title: (d) => `${d.name}: ${d.status}, ${d.when}`,
      }),
      Plot.dot(reports, {
        y: "name", x: (d) => day(d.day), r: 4.5, fill: (d) => colour(STATUS[d.status]), dy: narrow ? 8 : 0,
        stroke: (d) => colour(d.status === "mooted" ? "--neutral" : "--surface"), strokeWidth: 1.5,
        href: "href", title: (d) => `${d.status} (${d.outlets}, ${d.day})`,
      }),
      Plot.text(rows, {
        y: "href", frameAnchor: "left", textAnchor: narrow ? "start" : "end", dx: narrow ? 0 : -14, dy: narrow ? -12 : 0,
        text: (d) => shorten(d.name, Math.floor((narrow ? width : room) / 6.6)), fill: colour("--ink"), fontSize: 12, href: "href", title: "name",
      }),
    ],
  });
}

// Articles per day, one square each, by outlet on hover.
function coverage(rows, width) {
  const first = day(rows[0].day), last = day(rows[rows.length - 1].day);
  const most = d3.max(d3.rollup(rows, (v) => d3.sum(v, (d) => d.articles), (d) => d.day).values());
  const count = Math.round((last - first) / 864e5) + 1;
  return Plot.plot({
    width,
    height: 168,
    marginLeft: 28,
    marginBottom: 34,
    marginTop: 12,
    x: { type: "time", domain: [d3.timeDay.floor(first), d3.timeDay.ceil(last)], label: null, ticks: Math.max(2, Math.min(count, Math.round(width / 90))) },
    y: { grid: true, label: null, ticks: Math.min(most, 4), tickFormat: "d" },
    marks: [
      Plot.rectY(rows, {
        x1: (d) => d3.timeDay.floor(day(d.day)), x2: (d) => d3.timeDay.ceil(day(d.day)), y: "articles",
        fill: colour("--accent"), fillOpacity: 0.75, stroke: colour("--surface"), inset: count > 60 ? 0 : 0.5,
        title: (d) => `${d.outlet}, ${d.day}: ${d.articles}`,
      }),
      Plot.ruleY([0], { stroke: colour("--line-2") }),
    ],
  });
}

// What each outlet states about one thing: a dot, or a bar for a range.
function figures(rows, width) {
  const low = d3.min(rows, (d) => d.low), high = d3.max(rows, (d) => d.high);
  const narrow = width < 640;
  const room = narrow ? 8 : Math.min(248, Math.round(width * 0.3));
  const wide = low > 0 && high / low > 50;
  const dy = narrow ? 8 : 0;
  return Plot.plot({
    width,
    height: rows.length * (narrow ? 46 : 32) + 36,
    marginLeft: room,
    marginRight: narrow ? 12 : 20 + 6.5 * d3.max(rows, (d) => d.label.length),
    marginTop: 4,
    marginBottom: 34,
    x: { type: wide ? "log" : "linear", domain: wide ? [low, high] : [Math.min(0, low), high], grid: true, label: null, tickFormat: "~s", ticks: Math.round(width / 100), nice: true },
    y: { domain: rows.map((d) => d.href), axis: null },
    marks: [
      Plot.ruleY(rows.filter((d) => d.low !== d.high), { y: "href", x1: "low", x2: "high", dy, stroke: colour("--figure"), strokeWidth: 6, strokeOpacity: 0.4, strokeLinecap: "round" }),
      Plot.dot(rows.filter((d) => d.low === d.high), {
        y: "href", x: "low", r: 6, dy, fill: (d) => colour(d.approx ? "--surface" : "--figure"), stroke: colour("--figure"),
        strokeWidth: 2, href: "href", title: (d) => `${d.outlet}: ${d.label}`,
      }),
      ...(narrow
        ? [Plot.text(rows, { y: "href", frameAnchor: "left", textAnchor: "start", dy: -12, text: (d) => shorten(`${d.outlet}: ${d.label}`, Math.floor(width / 6.6)), fill: colour("--ink"), fontSize: 12, href: "href" })]
        : [
            Plot.text(rows, { y: "href", x: "high", dx: 12, textAnchor: "start", text: "label", fill: colour("--ink"), fontSize: 12, href: "href" }),
            Plot.text(rows, { y: "href", frameAnchor: "left", textAnchor: "end", dx: -12, text: (d) => shorten(d.outlet, Math.floor(room / 6.6)), fill: colour("--ink-2"), fontSize: 12 }),
          ]),
    ],
  });
}

// A party per row: acts for the other side above its line, acts against it below.
function acts(rows, width) {
  const narrow = width < 640;
  const parties = [...new Set(rows.map((d) => d.party))];
  const most = d3.max(rows, (d) => d.count);
  const up = (d) => d.sort.endsWith("cooperation");
  const room = narrow ? 8 : 148;
  const tone = (d) => colour(up(d) ? "--meeting" : "--bad");
  const dots = (list, dy) =>
    Plot.dot(list, {
      y: "party", x: (d) => day(d.day), r: "count", dy, fill: (d) => (d.sort.startsWith("verbal") ? colour("--surface") : tone(d)),
      stroke: tone, strokeWidth: 2, href: "href", title: (d) => `${d.party}, ${d.day}: ${d.acts}`,
    });
  const base = narrow ? 8 : 0;
  return Plot.plot({
    width,
    height: parties.length * (narrow ? 56 : 40) + 44,
    marginLeft: room,
    marginRight: 16,
    marginTop: 6,
    marginBottom: 34,
    x: { type: "time", grid: true, label: null, ticks: Math.max(3, Math.round(width / 130)), nice: true },
    y: { domain: parties, axis: null, label: null },
    r: { domain: [1, Math.max(most, 4)], range: [4, 8] },
    marks: [
      Plot.ruleY(parties, { stroke: colour("--line-2"), dy: base }),
      dots(rows.filter(up), base - 8),
      dots(rows.filter((d) => !up(d)), base + 8),
      Plot.text(parties, { y: (d) => d, frameAnchor: "left", textAnchor: narrow ? "start" : "end", dx: narrow ? 0 : -12, dy: narrow ? -16 : 0, text: (d) => shorten(d, 22), fill: colour("--ink"), fontSize: 12 }),
    ],
  });
}

const CHARTS = { meetings, coverage, figures, acts };

function draw(figure) {
  const rows = JSON.parse(figure.querySelector("script").textContent);
  const plot = figure.querySelector(".plot");
  const width = Math.floor(plot.clientWidth);
  if (width <= 0) return;
  plot.replaceChildren(CHARTS[figure.dataset.chart](rows, width));
  for (const group of plot.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label"); // names of marks
}

function drawAll() {
  document.querySelectorAll(".chart").forEach(draw);
}

let width = 0;
new ResizeObserver(() => {
  const now = document.querySelector("main").clientWidth;
  if (now !== width) drawAll();
  width = now;
}).observe(document.querySelector("main"));
document.addEventListener("htmx:afterSettle", drawAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
