// What a keystroke of the search costs, from the key to the painted results, in headless Chromium.
// `node bench/search.mjs FOLDER FOLDER…` measures builds of different size in interleaved rounds.
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { args, executablePath } from "../tests/browser/chromium.mjs";

const ROUNDS = 5;
const QUERIES = ["uzbekistan", "northern distribution", "“gas pipeline", "nato csto", "tajik border 2011", "marlène", "uzbekstan", "xyzzy"];

/** Value at a share of the sorted numbers. */
const at = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
const ms = (number) => number.toFixed(1).padStart(7);

const browser = await chromium.launch({ executablePath, args });
process.on("exit", () => builds.forEach((build) => build.server.kill()));
const builds = [];
for (const [i, folder] of process.argv.slice(2).entries()) {
  const port = 4191 + i;
  const server = spawn(process.execPath, ["tests/browser/server.mjs", folder, String(port)]);
  builds.push({ folder, server });
  await once(server.stdout, "data");
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`http://127.0.0.1:${port}/#interview-q4-2`);
  await page.waitForSelector("html[data-ready]", { timeout: 120_000 });
  await page.evaluate(() => document.fonts.ready);
  const opened = await page.evaluate(async () => {
    const start = performance.now();
    document.querySelector("[data-act=panel-search]").click();
    while (!document.querySelector(".results li") && performance.now() - start < 30_000) await new Promise((done) => setTimeout(done));
    return performance.now() - start;
  });
  // The key's own time, the main thread's work until its tasks are done, and the time of the paint.
  await page.evaluate(() => {
    window.keys = [];
    document.addEventListener("input", (event) => {
      const start = performance.now();
      const key = { waited: start - event.timeStamp };
      queueMicrotask(() => { key.worked = performance.now() - start; });
      requestAnimationFrame(() => {
        const frame = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          key.worked += performance.now() - frame;
          key.painted = performance.now() - event.timeStamp;
          window.keys.push(key);
        };
        port2.postMessage(null);
      });
    }, true);
  });
  const passages = await page.locator(".passage, .question").count();
  Object.assign(builds[i], { page, passages, opened, keys: [] });
}

for (let round = 0; round < ROUNDS; round++) {
  for (const build of builds) {
    for (const query of QUERIES) {
      await build.page.locator("#search").fill("");
      await build.page.waitForTimeout(60);
      await build.page.evaluate(() => { window.keys = []; });
      for (const letter of query) {
        await build.page.keyboard.type(letter);
        await build.page.waitForTimeout(25);
      }
      build.keys.push(...(await build.page.evaluate(() => window.keys)));
    }
  }
}

console.log("build                 passages   keys  open ms | work ms p50     p95 | painted ms p50     p95     max");
for (const { folder, passages, opened, keys } of builds) {
  const [work, painted] = [keys.map((k) => k.worked), keys.map((k) => k.painted)];
  console.log(folder.padEnd(22), String(passages).padStart(7), String(keys.length).padStart(6), ms(opened), " |    ", ms(at(work, 0.5)), ms(at(work, 0.95)), "|       ", ms(at(painted, 0.5)), ms(at(painted, 0.95)), ms(Math.max(...painted)));
}
// A key waits for the screen's next frame, up to 16.7 ms whatever the page does; what the page adds is the
// work, and it must fit the frame.
for (const { folder, keys } of builds) {
  const within = keys.filter((key) => key.worked <= 1000 / 60).length;
  console.log(`${folder}: ${within} of ${keys.length} keys are answered and painted within one frame (16.7 ms).`);
}
const ratio = at(builds.at(-1).keys.map((k) => k.painted), 0.95) / at(builds[0].keys.map((k) => k.painted), 0.95);
console.log(`A keystroke of the last costs ${ratio.toFixed(2)} times one of the first (p95, to the paint).`);

await browser.close();
process.exit();
