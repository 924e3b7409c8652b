// What is measured in a page: how it loads, when a click first works, what a choice and a keystroke cost.
import { chromium } from "@playwright/test";
import { args, executablePath } from "../tests/browser/chromium.mjs";

export const STATES = ["uzbekistan", "kazakhstan", "tajikistan", "turkmenistan", "kyrgyzstan"];
const KEYS = ["uzbekistan", "nato", "pipeline", "tajik border", "of the"];

/** Unthrottled, and a phone's line and processor: ms, bytes a second, times slower. */
export const LINES = { fast: null, slow: { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750, offline: false, cpu: 4 } };

const browser = await chromium.launch({ executablePath, args: [...args, "--enable-unsafe-swiftshader"] });
export const version = browser.version();
export const end = () => browser.close();

const own = (peer) => peer.name === "edition";
const cardOf = (peer, id) => (own(peer) ? `#${id}` : `#card-${id}`);

/** A page with nothing kept from before. */
async function fresh(line) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  // A visitor's browser is open: what this one does to show a new window (300 ms of a core) is no page's doing.
  await page.waitForTimeout(1_000);
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
// Asked only once the page is quiet: a look in each frame would itself keep it busy.
const ready = (page, peer) => (own(peer) ? page.waitForSelector("html[data-ready]", { state: "attached", timeout: 120_000 }) : undefined);

/** In the page, from its first line: what is painted, shifted, long. */
const watch = () => {
  const seen = (window.measured = { fcp: 0, lcp: 0, cls: 0, long: [] });
  const note = (type, act) => new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true });
  note("paint", (e) => { if (e.name === "first-contentful-paint") seen.fcp = e.startTime; });
  note("largest-contentful-paint", (e) => { seen.lcp = e.startTime; });
  note("layout-shift", (e) => { if (!e.hadRecentInput) seen.cls += e.value; });
  note("longtask", (e) => seen.long.push([e.startTime, e.duration]));
};

/**
 * In the page, from its first line: the first moment a card is shown, looked for in three frames after each click. Who
 * asks for every frame keeps Chromium from reading on in the page: its parser makes way for frames.
 */
const expectCard = (card) => {
  const look = (frames) => {
    if (window.shown) return;
    if (document.querySelector(card)?.checkVisibility({ visibilityProperty: true })) window.shown = performance.now();
    else if (frames) requestAnimationFrame(() => look(frames - 1));
  };
  // Also what is shown later than that, once a click has led somewhere.
  window.shownAt = () => { if (location.hash) look(0); return window.shown; };
  addEventListener("click", () => requestAnimationFrame(() => look(2)), true);
};

/** Points of the map at which each state is hit, in CSS px, as the page now stands. */
async function hits(page, peer) {
  if (peer.name === "maplibre") await page.waitForFunction(() => window.where);
  const found = await page.evaluate(([states, own]) => {
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
  }, [STATES, own(peer)]);
  if (Object.keys(found).length < 5) throw new Error(`${peer.name}: only ${Object.keys(found)} can be hit`);
  return found;
}

/** The same in a page that has just been opened. */
export async function places(peer) {
  const { context, page } = await fresh(null);
  await page.goto(peer.url);
  await quiet(page);
  const found = await hits(page, peer);
  await context.close();
  return found;
}

/** One cold visit: bytes and requests, first and largest paint, shift, and what of long tasks is over 50 ms after the first paint. */
export async function load(peer, line) {
  const { context, page, got } = await fresh(line);
  await page.addInitScript(watch);
  await page.goto(peer.url, { timeout: 120_000 });
  await quiet(page);
  await ready(page, peer);
  // A page that is still at work has nothing painted yet.
  await page.waitForFunction(() => window.measured.fcp > 0, undefined, { timeout: 60_000 });
  const seen = await page.evaluate(() => window.measured);
  const tbt = seen.long.filter(([start]) => start > seen.fcp).reduce((sum, [, ms]) => sum + Math.max(0, ms - 50), 0);
  await context.close();
  return { fcp: seen.fcp, lcp: seen.lcp, cls: seen.cls, tbt, ...got };
}

const press = (session, [x, y]) => Promise.all(["mousePressed", "mouseReleased"].map((type) => session.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 })));

/** A visitor who clicks on Uzbekistan from the first moment on, and looks after each click: when its card is there, in ms. */
export async function firstClick(peer, line) {
  const { context, page, session } = await fresh(line);
  await page.addInitScript(expectCard, cardOf(peer, "uzbekistan"));
  await page.goto(peer.url, { waitUntil: "commit" });
  const look = () => page.evaluate(() => ({ card: window.shownAt?.(), led: location.hash }));
  let seen;
  for (const end = Date.now() + 120_000; !seen?.card && Date.now() < end;) {
    // Once a click has led somewhere there is nothing to press again: the map may move under the pointer.
    if (!seen?.led) await press(session, peer.places.uzbekistan);
    await page.waitForTimeout(50);
    seen = await Promise.race([look().catch(() => seen), new Promise((later) => { setTimeout(() => later(seen), 2_000); })]);
  }
  await context.close();
  if (!seen?.card) throw new Error(`${peer.name}: no card after two minutes of clicks`);
  return seen.card;
}

/** In the page: notes when a choice and a key have been answered and painted. */
const attend = ([own, states]) => {
  const painted = (act) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = act; port2.postMessage(null); });
  window.times = [];
  window.keys = [];
  window.expect = (id) => {
    addEventListener("click", ({ timeStamp }) => {
      const look = () => {
        const [mine, ...others] = [id, ...states.filter((s) => s !== id)].map((s) => document.querySelector(own ? `#${s}` : `#card-${s}`).checkVisibility({ visibilityProperty: true }));
        if (mine && others.every((n) => !n)) painted(() => times.push(performance.now() - timeStamp));
        else requestAnimationFrame(look);
      };
      look();
    }, { once: true, capture: true });
  };
  const results = document.querySelector(own ? "#panel-search" : "#results");
  // What is found may be what was found before: such a key is answered by the next frame.
  let key;
  const answered = (at) => { if (key) keys.push(at - key.start); key = undefined; };
  window.allAnswered = () => { if (key?.painted) answered(key.painted); };
  document.addEventListener("input", (e) => {
    window.allAnswered();
    const mine = (key = { start: e.timeStamp });
    painted(() => { mine.painted = performance.now(); });
  }, true);
  new MutationObserver(() => { const mine = key; painted(() => { if (mine && key === mine) answered(performance.now()); }); }).observe(results, { subtree: true, childList: true, characterData: true, attributes: true });
};

/** How long the main thread has been busy so far, in ms. */
const busyOf = async (session) => (await session.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration").value * 1000;

/** Types what is looked for; the main thread's time for a key, in ms. */
async function typing(page, busy, line) {
  let [typed, spent] = [0, 0];
  for (const words of KEYS) {
    await page.locator("#search").fill("");
    await page.waitForTimeout(line ? 400 : 150);
    const before = await busy();
    for (const key of words) { await page.keyboard.type(key); await page.waitForTimeout(line ? 250 : 90); typed++; }
    spent += (await busy()) - before;
  }
  return spent / typed;
}

const FIELD = '<input id="search" type="search" aria-label="Search">';
/** Ten lines as a list of results has them; with each key they say something else. */
const LINES_BELOW = `<ol></ol><script>search.oninput = () => {
  const line = "<li>A line as a result has it, with " + search.value.length + " letters looked for in it</li>";
  document.querySelector("ol").innerHTML = line.repeat(10);
}</script>`;

/** What a key costs the browser itself, in ms: in a page with a field and nothing else, and where ten lines change with it. */
export async function field(line) {
  const costs = [];
  for (const html of [FIELD, FIELD + LINES_BELOW]) {
    const { context, page, session } = await fresh(line && { cpu: line.cpu, latency: 0, downloadThroughput: -1, uploadThroughput: -1, offline: false });
    await page.setContent(html);
    await page.locator("#search").click();
    costs.push(await typing(page, () => busyOf(session), line));
    await context.close();
  }
  return costs;
}

/** Choices on the map and keys in the search: from the event to the painted answer, and the main thread's time for each. */
export async function acts(peer, line, choices) {
  const { context, page, session } = await fresh(line && { ...line, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await page.goto(peer.url, { timeout: 120_000 });
  await quiet(page);
  await ready(page, peer);
  const busy = () => busyOf(session);
  const held = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    return { heap: usedSize, nodes: await page.evaluate(() => document.getElementsByTagName("*").length) };
  };
  await page.evaluate(attend, [own(peer), STATES]);
  let at = peer.places;
  const click = async (id, first) => {
    const before = await page.evaluate((id) => { window.expect(id); return window.times.length; }, id);
    await press(session, at[id]);
    for (let i = 0; (await page.evaluate(() => window.times.length)) === before; i++) {
      if (i === 2_000) throw new Error(`${peer.name}: no card of ${id} after a click`);
      // A map that draws late hears nothing before: the first click, which is not counted, is made anew.
      if (first && i % 400 === 399) await press(session, at[id]);
      await page.waitForTimeout(5);
    }
  };
  await click(STATES[0], true);
  await page.waitForTimeout(600);
  // With a card open a map may stand otherwise.
  at = await hits(page, peer);
  for (const id of STATES) await click(id);
  const [before, choiceBusy] = [await held(), await busy()];
  await page.evaluate(() => { window.times = []; });
  for (let i = 0; i < choices; i++) await click(STATES[(i * 2) % 5]);
  const choice = ((await busy()) - choiceBusy) / choices;
  const [times, after] = [await page.evaluate(() => window.times), await held()];
  if (own(peer)) { await page.keyboard.press("Escape"); await page.keyboard.press("/"); } else await page.locator("#search").click();
  await page.keyboard.type("x");
  await page.waitForTimeout(300);
  await page.keyboard.press("Backspace");
  await page.evaluate(() => { window.keys = []; });
  const key = await typing(page, busy, line);
  const keys = await page.evaluate(() => { window.allAnswered(); return window.keys; });
  await context.close();
  return { times, choice, keys, key, before, after };
}
