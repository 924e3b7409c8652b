// The edition beside what one would otherwise take, with the same text, cards and geometry, in one interleaved run in
// headless Chromium: `cargo xtask bench [ROUNDS]`. Writes docs/bench.json, from which report.mjs makes table and plot.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { content } from "./content.mjs";
import { FORMS, score } from "./score.mjs";
import { LINES, acts, end, field, firstClick, load, places, version } from "./visit.mjs";

const PEERS = ["vanilla", "d3-geo", "leaflet", "maplibre", "react", "svelte"];
/** Those of which it is measured how they grow, and how many times the text is there. */
const [GROWING, COPIES] = [["edition", "vanilla", "react", "svelte"], [1, 10, 100]];
const ROUNDS = Number(process.argv[2] ?? 5);
const tell = (words) => process.stderr.write(`-- ${words}\n`);

/** The number below which this share of the numbers lies. */
const at = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? NaN;

/** Writes a peer's files, each with what a server sends compressed. */
async function made(name, copies) {
  const folder = `target/bench/${name}-${copies}`;
  const { build } = await import(`./peers/${name}.mjs`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = { ...(await build(content(copies))), _headers: "/*\n  Cache-Control: no-cache\n" };
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(join(folder, file), text);
    if (file !== "_headers") writeFileSync(join(folder, `${file}.br`), brotliCompressSync(text));
  }
  return folder;
}

let port = 4300;
const servers = [];
process.on("exit", () => servers.forEach((server) => server.kill()));

async function peer(name, copies = 1) {
  const folder = name === "edition" ? `target/bench/edition-${copies}` : await made(name, copies);
  const server = spawn(process.execPath, ["tests/browser/server.mjs", folder, String(++port)]);
  servers.push(server);
  await once(server.stdout, "data");
  const it = { name, copies, url: `http://127.0.0.1:${port}/`, load: { fast: [], slow: [] }, click: { fast: [], slow: [] }, acts: {} };
  return { ...it, places: await places(it) };
}

const peers = [];
for (const name of ["edition", ...PEERS]) peers.push(await peer(name));
for (let round = 1; round <= ROUNDS; round++) {
  for (const [line, given] of Object.entries(LINES)) {
    for (const p of peers) {
      p.load[line].push(await load(p, given));
      p.click[line].push(await firstClick(p, given));
    }
  }
  tell(`loaded, round ${round} of ${ROUNDS}`);
}
const bare = {};
for (const [line, given] of Object.entries(LINES)) {
  // Two hundred count; unthrottled it goes on to a thousand, for what they leave behind.
  for (const p of peers) {
    const done = (p.acts[line] = await acts(p, given, given ? 200 : 1_000));
    done.times = done.times.slice(0, 200);
    tell(`chosen and typed, ${line}, ${p.name}`);
  }
  bare[line] = await field(given);
}

const growing = [];
for (const copies of COPIES) for (const name of GROWING) growing.push({ ...(await peer(name, copies)), loads: [], typed: [] });
for (let round = 1; round <= 2; round++) {
  for (const p of growing) {
    p.loads.push(await load(p, null));
    p.typed.push(await acts(p, null, 5));
  }
  tell(`text 1, 10 and 100 times, round ${round} of 2`);
}
await end();
const scored = Object.fromEntries(Object.keys(FORMS).map((form) => [form, []]));
for (let round = 1; round <= ROUNDS; round++) for (const [form, config] of Object.entries(FORMS)) scored[form].push(await score(peers[0].url, config));
tell("scored by Lighthouse");

const median = (list, pick) => at(list.map(pick), 0.5);
const figures = (p, line) => {
  const { load, click, acts } = { load: p.load[line], click: p.click[line], acts: p.acts[line] };
  return {
    fcp: median(load, (l) => l.fcp), lcp: median(load, (l) => l.lcp), cls: median(load, (l) => l.cls), tbt: median(load, (l) => l.tbt), click: at(click, 0.5),
    choice: { p50: at(acts.times, 0.5), p95: at(acts.times, 0.95), max: at(acts.times, 1), busy: acts.choice },
    key: { p50: at(acts.keys, 0.5), p95: at(acts.keys, 0.95), busy: acts.key },
  };
};
const found = {
  chromium: version, rounds: ROUNDS, bare,
  peers: peers.map((p) => ({
    name: p.name, bytes: median(p.load.fast, (l) => l.bytes), requests: median(p.load.fast, (l) => l.requests), fast: figures(p, "fast"), slow: figures(p, "slow"),
    heap: [p.acts.fast.before.heap, p.acts.fast.after.heap], nodes: [p.acts.fast.before.nodes, p.acts.fast.after.nodes],
  })),
  lighthouse: Object.entries(scored).map(([form, scores]) => ({ form, score: at(scores, 0.5) })),
  growth: growing.map((p) => ({
    name: p.name, copies: p.copies, bytes: median(p.loads, (l) => l.bytes), fcp: median(p.loads, (l) => l.fcp),
    key: { p50: at(p.typed.flatMap((t) => t.keys), 0.5), p95: at(p.typed.flatMap((t) => t.keys), 0.95), busy: median(p.typed, (t) => t.key) },
  })),
};
writeFileSync("docs/bench.json", `${JSON.stringify(found, (_, value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value), 1)}\n`);
process.exit(0);
