// The edition beside what one would otherwise take, with the same text, cards and geometry, in one interleaved run in
// headless Chromium. `node bench/measure.mjs ROUNDS` after `cargo xtask build`; docs/bench.json holds what came of it.
import { chromium } from "@playwright/test";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { args, executablePath } from "../tests/browser/chromium.mjs";
import { content } from "./content.mjs";

const PEERS = ["vanilla", "d3-geo", "leaflet", "maplibre", "react", "svelte"];
const STATES = ["uzbekistan", "kazakhstan", "tajikistan", "turkmenistan", "kyrgyzstan"];
const KEYS = ["uzbekistan", "nato", "pipeline", "tajik border", "of the"];
const LINES = { fast: null, slow: { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750, offline: false, cpu: 4 } };
const ROUNDS = Number(process.argv[2] ?? 5);
const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const at = (numbers, share) => (numbers.length ? sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] : NaN);

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
async function served(folder) {
  const server = spawn(process.execPath, ["tests/browser/server.mjs", folder, String(++port)]);
  servers.push(server);
  await once(server.stdout, "data");
  return `http://127.0.0.1:${port}/`;
}

const own = (name) => name === "edition";
const cardOf = (name, id) => (own(name) ? `#${id}` : `#card-${id}`);

/** In the page, from its first line: what is painted, shifted, long; and the first moment a card is shown. */
const watch = (card) => {
  const seen = (window.measured = { fcp: 0, lcp: 0, cls: 0, long: [] });
  const note = (type, act) => new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true });
  note("paint", (e) => { if (e.name === "first-contentful-paint") seen.fcp = e.startTime; });
  note("largest-contentful-paint", (e) => { seen.lcp = e.startTime; });
  note("layout-shift", (e) => { if (!e.hadRecentInput) seen.cls += e.value; });
  note("longtask", (e) => seen.long.push([e.startTime, e.duration]));
  const look = () => {
    if (document.querySelector(card)?.getClientRects().length) seen.card = performance.now();
    else requestAnimationFrame(look);
  };
  look();
};

/** Points of the map at which each state is hit, in CSS px. */
const places = (page, name) => page.evaluate(async ([states, own]) => {
  const out = {};
  for (const id of states) {
    if (window.where) { out[id] = window.where(id); continue; }
    const shape = document.querySelector(own ? `#shape-${id}` : `[data-state=${id}]`);
    const box = shape.getBoundingClientRect();
    const hits = (x, y) => { const top = document.elementFromPoint(x, y); return top === shape || (own && top?.closest?.(`a[href="#${id}"]`)); };
    // The middle of a piece that is hit all round.
    search: for (const step of [9, 5, 3]) {
      for (let y = box.top; y < box.bottom; y += 3) for (let x = box.left; x < box.right; x += 3) {
        if ([[0, 0], [step, 0], [-step, 0], [0, step], [0, -step]].every(([dx, dy]) => hits(x + dx, y + dy))) { out[id] = [x, y]; break search; }
      }
    }
  }
  return out;
}, [STATES, own(name)]);

const browser = await chromium.launch({ executablePath, args: [...args, "--enable-unsafe-swiftshader"] });

/** A page with nothing kept from before. */
async function fresh(line) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Performance.enable");
  if (line) {
    await session.send("Network.emulateNetworkConditions", line);
    await session.send("Emulation.setCPUThrottlingRate", { rate: line.cpu });
  }
  const got = { bytes: 0, requests: 0 };
  session.on("Network.loadingFinished", (e) => { got.bytes += e.encodedDataLength; got.requests++; });
  return { context, page, session, got };
}
const quiet = async (page) => { await page.waitForLoadState("networkidle", { timeout: 60_000 }); await page.waitForTimeout(500); };

async function load(peer, line) {
  const { context, page, got } = await fresh(line);
  await page.addInitScript(watch, cardOf(peer.name, "uzbekistan"));
  await page.goto(peer.url);
  await quiet(page);
  const seen = await page.evaluate(() => window.measured);
  const tbt = seen.long.filter(([start]) => start > seen.fcp).reduce((sum, [, ms]) => sum + Math.max(0, ms - 50), 0);
  await context.close();
  return { fcp: seen.fcp, lcp: seen.lcp, cls: seen.cls, tbt, ...got };
}

async function firstClick(peer, line) {
  const { context, page, session } = await fresh(line);
  await page.addInitScript(watch, cardOf(peer.name, "uzbekistan"));
  const going = page.goto(peer.url, { waitUntil: "commit" });
  const [x, y] = peer.places.uzbekistan;
  let shown;
  for (const end = Date.now() + 30_000; !shown && Date.now() < end;) {
    for (const type of ["mousePressed", "mouseReleased"]) await session.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 }).catch(() => {});
    await new Promise((later) => { setTimeout(later, 40); });
    shown = await Promise.race([page.evaluate(() => window.measured?.card).catch(() => undefined), new Promise((later) => { setTimeout(later, 2_000); })]);
  }
  await going;
  await context.close();
  return shown ?? NaN;
}

/** Choices on the map and keys in the search: from the event to the painted answer, and the main thread's time for each. */
async function acts(peer, line, choices) {
  const { context, page, session } = await fresh(line && { ...line, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await page.goto(peer.url);
  if (own(peer.name)) await page.waitForSelector("html[data-ready]", { timeout: 60_000 });
  await quiet(page);
  const busy = async () => (await session.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration").value * 1000;
  const heap = async () => { await session.send("HeapProfiler.collectGarbage"); const { usedSize } = await session.send("Runtime.getHeapUsage"); return [usedSize, await page.evaluate(() => document.getElementsByTagName("*").length)]; };
  await page.evaluate(([own, states]) => {
    const painted = (act) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = act; port2.postMessage(null); });
    window.times = [];
    window.expect = (id) => {
      addEventListener("click", ({ timeStamp }) => {
        const look = () => {
          const [mine, ...others] = [id, ...states.filter((s) => s !== id)].map((s) => document.querySelector(own ? `#${s}` : `#card-${s}`).getClientRects().length);
          if (mine && others.every((n) => !n)) painted(() => times.push(performance.now() - timeStamp));
          else requestAnimationFrame(look);
        };
        look();
      }, { once: true, capture: true });
    };
    const results = document.querySelector(own ? "#panel-search" : "#results");
    window.keys = [];
    let start = 0;
    document.addEventListener("input", (e) => { start = e.timeStamp; }, true);
    if (results) new MutationObserver(() => { if (!start) return; const from = start; start = 0; painted(() => keys.push(performance.now() - from)); }).observe(results, { subtree: true, childList: true, characterData: true, attributes: true });
  }, [own(peer.name), STATES]);
  const click = async (id) => {
    const [x, y] = peer.places[id];
    const before = await page.evaluate((id) => { window.expect(id); return window.times.length; }, id);
    for (const type of ["mousePressed", "mouseReleased"]) await session.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    for (let i = 0; i < 100 && (await page.evaluate(() => window.times.length)) === before; i++) await page.waitForTimeout(5);
  };
  for (const id of STATES) await click(id);
  const [nodesBefore, choiceBusy] = [await heap(), await busy()];
  await page.evaluate(() => { window.times = []; });
  for (let i = 0; i < choices; i++) await click(STATES[(i * 2) % 5]);
  const choice = ((await busy()) - choiceBusy) / choices;
  const times = await page.evaluate(() => window.times);
  if (own(peer.name)) { await page.keyboard.press("Escape"); await page.keyboard.press("/"); } else await page.locator("#search").click();
  await page.keyboard.type("x");
  await page.waitForTimeout(300);
  await page.keyboard.press("Backspace");
  await page.evaluate(() => { window.keys = []; });
  let [typed, keyBusy] = [0, 0];
  for (const words of KEYS) {
    await page.locator("#search").fill("");
    await page.waitForTimeout(150);
    const before = await busy();
    for (const key of words) { await page.keyboard.type(key); await page.waitForTimeout(line ? 250 : 90); typed++; }
    keyBusy += (await busy()) - before;
  }
  const keys = await page.evaluate(() => window.keys);
  const nodesAfter = await heap();
  await context.close();
  return { times, choice, keys, key: keyBusy / typed, nodesBefore, nodesAfter };
}

async function peer(name, folder) {
  const url = await served(folder);
  const { context, page } = await fresh(null);
  await page.goto(url);
  await quiet(page);
  if (name === "maplibre") await page.waitForFunction(() => window.where);
  const found = await places(page, name);
  await context.close();
  if (Object.keys(found).length < 5) throw new Error(`${name}: only ${Object.keys(found)} can be hit`);
  return { name, url, places: found, load: { fast: [], slow: [] }, click: { fast: [], slow: [] }, acts: { fast: [], slow: [] } };
}

const only = process.argv[3]?.split(",");
const peers = [];
for (const name of ["edition", ...PEERS].filter((n) => !only || only.includes(n))) peers.push(await peer(name, own(name) ? "dist" : await made(name, 1)));
for (let round = 0; round < ROUNDS; round++) {
  for (const [line, given] of Object.entries(LINES)) {
    for (const p of peers) {
      p.load[line].push(await load(p, given));
      p.click[line].push(await firstClick(p, given));
    }
  }
  process.stderr.write(`round ${round + 1} of ${ROUNDS}\n`);
}
for (const [line, given] of Object.entries(LINES)) for (const p of peers) p.acts[line].push(await acts(p, given, line === "fast" ? 200 : 50));
// A thousand choices: what grows.
for (const p of peers) p.long = await acts(p, null, 1_000);

// The text 10 and 100 times.
const growth = [];
if (!only || only.includes("growth")) {
  for (const copies of [1, 10, 100]) {
    for (const name of ["edition", "vanilla", "react", "svelte"]) {
      const folder = own(name) ? (copies === 1 ? "dist" : `target/bench/edition-${copies}`) : await made(name, copies);
      const p = await peer(name, folder);
      const [first, second] = [await load(p, null), await load(p, null)];
      const { key, keys } = await acts(p, null, 10);
      growth.push({ name, copies, bytes: first.bytes, fcp: Math.min(first.fcp, second.fcp), key, keyP95: at(keys, 0.95) });
    }
  }
}
await browser.close();

const median = (list, pick) => at(list.map(pick), 0.5);
const rows = peers.map((p) => ({
  name: p.name, bytes: median(p.load.fast, (l) => l.bytes), requests: median(p.load.fast, (l) => l.requests),
  ...Object.fromEntries(Object.keys(LINES).map((line) => [line, {
    fcp: median(p.load[line], (l) => l.fcp), lcp: median(p.load[line], (l) => l.lcp), cls: median(p.load[line], (l) => l.cls), tbt: median(p.load[line], (l) => l.tbt), click: at(p.click[line], 0.5),
    choice: [0.5, 0.95, 1].map((share) => at(p.acts[line][0].times, share)), choiceBusy: p.acts[line][0].choice, key: [0.5, 0.95].map((share) => at(p.acts[line][0].keys, share)), keyBusy: p.acts[line][0].key,
  }])),
  heap: [p.long.nodesBefore, p.long.nodesAfter],
}));
const chromiumVersion = execFileSync(executablePath, ["--version"]).toString().trim();
if (!only) writeFileSync("docs/bench.json", `${JSON.stringify({ chromium: chromiumVersion, rounds: ROUNDS, rows, growth }, null, 1)}\n`);
console.log(JSON.stringify({ rows, growth }, null, 1));
servers.forEach((server) => server.kill());
process.exit(0);
