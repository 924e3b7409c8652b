// Takes screenshots of the chief states at four sizes, by day and by night, to be looked at.
// `cargo xtask shoot [NAME…]` after `cargo xtask build`; a name is a part of a picture's name.
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { args, executablePath } from "./chromium.mjs";

const address = "http://127.0.0.1:4183/";
const server = spawn("node", ["tests/browser/server.mjs", "dist", "4183"]);
await once(server.stdout, "data");
const sizes = [[360, 740], [768, 1024], [1280, 800], [1680, 1050]];
const states = {
  start: "", card: "#uzbekistan", deep: "#interview-q4-2", layers: "#kyrgyzstan&layers=nato,csto,sco,ndn,eu",
  corridor: "#overview&frame=corridor", south: "#turkmenistan&frame=south", five: "#overview&frame=five",
};
const only = process.argv.slice(2);

const browser = await chromium.launch({ executablePath, args });
await mkdir("screenshots", { recursive: true });
for (const scheme of ["light", "dark"]) {
  for (const [width, height] of sizes) {
    for (const [name, hash] of Object.entries(states)) {
      const label = `${name}-${width}-${scheme}`;
      if (only.length && !only.some((part) => label.includes(part))) continue;
      if (!only.length && !["start", "card", "deep"].includes(name)) continue;
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, hasTouch: width < 700 });
      page.on("console", (m) => m.type() === "error" && console.log(label, m.text()));
      page.on("pageerror", (e) => console.log(label, String(e)));
      await page.goto(address + hash);
      await page.waitForSelector("html[data-ready]", { timeout: 10_000 }).catch(() => console.log(label, "not ready"));
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(250);
      await page.screenshot({ path: `screenshots/${label}.png` });
      await page.close();
    }
  }
}
await browser.close();
server.kill();
