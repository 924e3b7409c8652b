// Makes of docs/bench.json a table of figures, a table of ratios and the goals (docs/bench.md, printed too), and the
// plot that the README shows (docs/bench.svg). `node bench/report.mjs`
import { readFileSync, writeFileSync } from "node:fs";
import { plot } from "./plot.mjs";

const found = JSON.parse(readFileSync("docs/bench.json", "utf8"));
const NAMES = { edition: "this edition", vanilla: "one static file", "d3-geo": "d3-geo", leaflet: "Leaflet", maplibre: "MapLibre GL", react: "React 19", svelte: "Svelte 5, prerendered" };
const peer = (name) => found.peers.find((p) => p.name === name);
const own = peer("edition");
const others = found.peers.filter((p) => p !== own);
const of = (copies, name = "edition") => found.growth.find((g) => g.copies === copies && g.name === name);

/** What is compared: its name, its unit, and where it stands in a peer's figures. */
const MEASURES = [
  ["sent, kB (brotli)", (p) => p.bytes / 1000], ["requests", (p) => p.requests],
  ...["fast", "slow"].flatMap((line) => [
    [`first paint, ${line}, ms`, (p) => p[line].fcp], [`largest paint, ${line}, ms`, (p) => p[line].lcp], [`layout shift, ${line}`, (p) => p[line].cls], [`blocking time, ${line}, ms`, (p) => p[line].tbt], [`a click works, ${line}, ms`, (p) => p[line].click],
    [`click to card p50, ${line}, ms`, (p) => p[line].choice.p50], [`click to card p95, ${line}, ms`, (p) => p[line].choice.p95], [`click to card, longest, ${line}, ms`, (p) => p[line].choice.max], [`main thread a choice, ${line}, ms`, (p) => p[line].choice.busy],
    [`key to results p95, ${line}, ms`, (p) => p[line].key.p95], [`main thread a key, ${line}, ms`, (p) => p[line].key.busy],
  ]),
  ["heap after 1,000 choices, MB", (p) => p.heap[1] / 1e6], ["elements more after 1,000 choices", (p) => p.nodes[1] - p.nodes[0]],
];

const number = (n) => (n >= 100 ? Math.round(n).toLocaleString("en") : n >= 10 ? n.toFixed(1) : n.toFixed(n === Math.round(n) ? 0 : 2));
const ratio = (a, b) => (b > 0 ? `${(a / b).toFixed(2)}` : a > 0 ? "∞" : "=");
const table = (head, rows) => [head, head.map((_, i) => (i ? "---:" : "---")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const least = (list, pick) => list.reduce((best, p) => (pick(p) < pick(best) ? p : best));
/** A goal: what is to be, our figure, the bound, and whose it is. */
const goal = (words, ours, bound, whose) => ({ words, ours, bound, whose, met: ours <= bound });
const goals = ["fast", "slow"].flatMap((line) => {
  const frameworks = least(others.filter((p) => ["react", "svelte"].includes(p.name)), (p) => p[line].click);
  const [quickChoice, quickKey] = [least(others, (p) => p[line].choice.p95), least(others, (p) => p[line].key.p95)];
  return [
    goal(`first paint, ${line}, no later than the static file's × 1.1, ms`, own[line].fcp, peer("vanilla")[line].fcp * 1.1, "static file × 1.1"),
    goal(`a click works, ${line}, no later than the best framework's, ms`, own[line].click, frameworks[line].click, NAMES[frameworks.name]),
    goal(`click to card p95, ${line}, at or below the best peer's, ms`, own[line].choice.p95, quickChoice[line].choice.p95, NAMES[quickChoice.name]),
    goal(`key to results p95, ${line}, at or below the best peer's, ms`, own[line].key.p95, quickKey[line].key.p95, NAMES[quickKey.name]),
    goal(`main thread a key, ${line}, half of the static file's, ms`, own[line].key.busy, peer("vanilla")[line].key.busy / 2, "static file ÷ 2"),
  ];
}).concat([
  ...found.lighthouse.map((l) => ({ ...goal(`Lighthouse’s score for performance on a ${l.form}`, l.score, 100, "full marks"), met: l.score === 100 })),
  goal("elements more after 1,000 choices", own.nodes[1] - own.nodes[0], 0, "none"),
  goal("a keystroke with 100 times the text costs at most twice as much, main thread, ms", of(100).key.busy, of(1).key.busy * 2, "once the text × 2"),
]);

const heads = found.peers.map((p) => NAMES[p.name]);
const report = `# Benchmark

The same text, cards and geometry as six others would show them, measured in one interleaved run in Chromium
${found.chromium}, ${found.rounds} rounds, medians${found.rounds % 2 ? "" : " (of an even number, the greater of the two in the middle)"}, in windows opened a second before. *fast* is unthrottled; *slow* has a line of 150 ms and 1.6 Mbps and a processor
four times slower. The others show text, cards and map; the edition also its table, timeline, routes, voices, sources,
contents and settings, so it sends more. What it does 0.3 s after the last choice or key (it paints hits and mentions in
the text and the marks beside it, and moves the map's stop for the keyboard) does not come about between choices and keys as quick
as here, and is not in their figures. \`cargo xtask bench\` measures anew and writes this page; figures of one run can be
compared with each other and with nothing else.

![Bars of the chief figures for each](bench.svg)

## Goals

${table(["Goal", "here", "bound", "whose", ""], goals.map((g) => [g.words, number(g.ours), number(g.bound), g.whose, g.met ? "met" : "**missed**"]))}

Of a key’s time on the main thread a part is the browser’s own: in a page with a field and nothing else a key takes
${number(found.bare.fast[0])} ms fast and ${number(found.bare.slow[0])} ms slow; where ten lines change with it, without anything being looked for,
${number(found.bare.fast[1])} and ${number(found.bare.slow[1])} ms. Half of the static file’s time is ${number(peer("vanilla").fast.key.busy / 2)} and ${number(peer("vanilla").slow.key.busy / 2)} ms.

## Figures

${table(["", ...heads], MEASURES.map(([name, pick]) => [name, ...found.peers.map((p) => number(pick(p)))]))}

## The edition's share of each

Below 1 the edition is smaller, quicker or lighter.

${table(["", ...heads.slice(1)], MEASURES.filter(([name]) => !/shift|elements/.test(name)).map(([name, pick]) => [name, ...others.map((p) => ratio(pick(own), pick(p)))]))}

## With 1, 10 and 100 times the text

${table(["", "times", "sent, kB", "first paint, ms", "key to results p50, ms", "p95, ms", "main thread a key, ms"], found.growth.map((g) => [NAMES[g.name], g.copies, number(g.bytes / 1000), g.fcp > 0 ? number(g.fcp) : "not seen", number(g.key.p50), number(g.key.p95), number(g.key.busy)]))}
`;

writeFileSync("docs/bench.md", report);
writeFileSync("docs/bench.svg", plot(found));
console.log(report.slice(report.indexOf("## Goals")));
console.log(`${goals.filter((g) => g.met).length} of ${goals.length} goals met; docs/bench.md and docs/bench.svg are written`);
