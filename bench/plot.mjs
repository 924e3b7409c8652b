// The plot of the benchmark: a panel of bars for each chief figure, and how a keystroke grows with the text.

const [WIDTH, PANEL, GAP, TOP, ROW] = [960, 296, 36, 66, 19];
const [NAME, VALUE] = [96, 46];

const short = { edition: "this edition", vanilla: "static file", "d3-geo": "d3-geo", leaflet: "Leaflet", maplibre: "MapLibre GL", react: "React 19", svelte: "Svelte 5" };
const number = (n) => (n >= 100 ? Math.round(n).toLocaleString("en") : n >= 10 ? n.toFixed(0) : n.toFixed(1));
const text = (x, y, words, more = "") => `<text x="${x}" y="${y}" ${more}>${words}</text>`;

/** Bars of one figure; one that is far longer than all others is cut, and says so by a gap. */
function bars(x, y, title, unit, rows) {
  const lengths = rows.map((r) => r[1]).sort((a, b) => a - b);
  const [longest, next] = [lengths.at(-1), lengths.at(-2)];
  const full = longest > next * 2.2 ? next * 1.25 : longest;
  const room = PANEL - NAME - VALUE;
  const draw = ([name, value], i) => {
    const [top, long] = [y + 14 + i * ROW, Math.max(1, Math.min(value / full, 1) * room)];
    const own = name === "edition" ? "own" : "";
    const cut = value > full ? `<path class="cut" d="M${x + NAME + long - 16} ${top + 14}l5 -15"/>` : "";
    return text(x + NAME - 8, top + 10, short[name], `class="${own}" text-anchor="end"`) + `<rect class="bar ${own}" x="${x + NAME}" y="${top}" width="${long.toFixed(1)}" height="13" rx="1.5"/>${cut}` + text((x + NAME + long + 6).toFixed(1), top + 10, number(value), `class="figure ${own}"`);
  };
  return text(x, y, `${title} <tspan class="unit">${unit}</tspan>`, 'class="title"') + rows.map(draw).join("");
}

/** Main-thread time of a keystroke over the size of the text, both by tens. */
function lines(x, y, growth) {
  const [left, high] = [x + 30, 7 * ROW - 20];
  const names = [...new Set(growth.map((g) => g.name))];
  const all = growth.map((g) => g.key.busy);
  const [low, top] = [10 ** Math.floor(Math.log10(Math.min(...all))), 10 ** Math.ceil(Math.log10(Math.max(...all)))];
  const across = (copies) => left + (Math.log10(copies) / 2) * (PANEL - 30 - 86);
  const up = (ms) => y + 16 + high - (Math.log10(ms / low) / Math.log10(top / low)) * high;
  let out = text(x, y, 'Main thread a key, by size of text <tspan class="unit">ms</tspan>', 'class="title"');
  for (let ms = low; ms <= top; ms *= 10) out += `<path class="rule" d="M${left} ${up(ms)}H${across(100)}"/>` + text(left - 6, up(ms) + 4, number(ms).replace(".0", ""), 'class="figure" text-anchor="end"');
  for (const copies of [1, 10, 100]) out += text(across(copies), y + 34 + high, `× ${copies}`, 'class="figure" text-anchor="middle"');
  // Names at the lines' ends, at least a line apart.
  const ends = names.map((name) => ({ name, y: up(growth.findLast((g) => g.name === name).key.busy) })).sort((a, b) => a.y - b.y);
  for (let i = 1; i < ends.length; i++) ends[i].y = Math.max(ends[i].y, ends[i - 1].y + 13);
  for (const { name, y: at } of ends) {
    const own = name === "edition" ? "own" : "";
    const points = growth.filter((g) => g.name === name).map((g) => `${across(g.copies).toFixed(1)} ${up(g.key.busy).toFixed(1)}`);
    out += `<path class="line ${own}" d="M${points.join("L")}"/>` + text(across(100) + 8, (at + 4).toFixed(1), short[name], `class="${own}"`);
  }
  return out;
}

export function plot(found) {
  const rows = (pick) => found.peers.map((p) => [p.name, pick(p)]);
  const panels = [
    ["First paint, slow line", "ms", (p) => p.slow.fcp], ["A click on the map works, slow line", "ms", (p) => p.slow.click], ["Sent", "kB, brotli", (p) => p.bytes / 1000],
    ["Click to card, p95", "ms", (p) => p.fast.choice.p95], ["Key to results, p95", "ms", (p) => p.fast.key.p95],
  ];
  const height = TOP + 2 * (7 * ROW + 52) + 6;
  const place = (i) => [(i % 3) * (PANEL + GAP), TOP + Math.floor(i / 3) * (7 * ROW + 52)];
  const drawn = panels.map(([title, unit, pick], i) => bars(...place(i), title, unit, rows(pick))).join("") + lines(...place(5), found.growth);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 0 ${WIDTH + 32} ${height}" width="${WIDTH + 32}" height="${height}" role="img" aria-label="Figures of the edition beside six others, as in docs/bench.md">
<style>
svg{color-scheme:light dark;font:12px "Source Sans 3",system-ui,sans-serif}.ground{fill:#fdfcf9}text{fill:#3d4a54}.title{font-weight:600;font-size:13.5px;fill:#1b2630}.head{font-weight:600;font-size:16px;fill:#1b2630}.unit{font-weight:400;fill:#56636d}.small{font-size:12px}.figure{fill:#56636d;font-size:11.5px}.bar{fill:#b9c6cf}.bar.own{fill:#0b4f7d}text.own{fill:#0b4f7d;font-weight:600}.line{fill:none;stroke:#a3b2bc;stroke-width:2}.line.own{stroke:#0b4f7d;stroke-width:3}.rule{stroke:#d9d6cd;fill:none}.cut{stroke:#fdfcf9;stroke-width:4;fill:none}
@media(prefers-color-scheme:dark){.ground{fill:#14181c}text{fill:#c3ccd2}.title,.head{fill:#e4e8ea}.unit,.figure{fill:#a5b0b8}.bar{fill:#4a5761}.bar.own{fill:#8cc4ea}text.own{fill:#8cc4ea}.line{stroke:#5d6a74}.line.own{stroke:#8cc4ea}.rule{stroke:#333c44}.cut{stroke:#14181c}}
</style>
<rect class="ground" x="-16" width="${WIDTH + 32}" height="${height}"/>
${text(0, 30, `Shorter is better<tspan class="unit small" dx="14">same text, cards and map · Chromium ${found.chromium.split(".")[0]} · medians of ${found.rounds} rounds · slow: 150 ms, 1.6 Mbps, processor ÷ 4</tspan>`, 'class="head"')}
${drawn}
</svg>
`;
}
