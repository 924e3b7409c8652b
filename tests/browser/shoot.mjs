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
  pair: "#kazakhstan&with=uzbekistan", found: "#roadblocks-2&q=uzbekistan", stepped: "#roadblocks-10&country=tajikistan",
  search: "#overview&q=pipe", preview: "", settings: "", help: "", contents: "#interview-q4-2", mapped: "", zoomed: "#overview&frame=400,-700,900",
  matrix: "#matrix", timeline: "#timeline", routes: "#routes", voices: "#voices-transit", only: "#timeline&only=uzbekistan",
  embedding: "#kazakhstan", about: "embedding.html", "frame-map": "embed.html?show=map#uzbekistan", "frame-cards": "embed.html?show=cards#kazakhstan&with=uzbekistan",
  "frame-one": "embed.html?show=one#interview-q4-2", "frame-matrix": "embed.html?show=matrix#matrix", "frame-timeline": "embed.html?show=timeline#timeline", "frame-route": "embed.html?show=one#route-tapi",
  "frame-flow": "embed.html?mode=flow#uzbekistan", "frame-accent": "embed.html?accent=b45309&show=map,text#editorial-1",
};
// What is done before the picture is taken.
const acts = {
  search: (page) => page.keyboard.press("/"),
  settings: (page) => page.getByRole("button", { name: "Reading settings" }).click(),
  help: (page) => page.getByRole("button", { name: "Help and keys" }).click(),
  contents: (page) => page.getByRole("button", { name: "Contents, now" }).click(),
  preview: async (page) => { await page.locator("#editorial-1").scrollIntoViewIfNeeded(); await page.locator("#editorial-1 a.o, #editorial-2 a.o").first().click(); },
  mapped: (page) => page.locator(".place.country[href='#tajikistan'] > span").hover(),
  embedding: async (page) => { if (page.viewportSize().width < 640) return; await page.getByRole("button", { name: "Embed", exact: true }).first().click(); await page.waitForTimeout(1_500); },
  stepped: async (page) => { await page.keyboard.press("n"); },
};
const only = process.argv.slice(2);

const browser = await chromium.launch({ executablePath, args });
await mkdir("screenshots", { recursive: true });
for (const scheme of ["light", "dark"]) {
  for (const [width, height] of sizes) {
    for (const [name, hash] of Object.entries(states)) {
      const label = `${name}-${width}-${scheme}`;
      if (only.length && !only.some((part) => label.includes(part))) continue;
      if (!only.length && !["start", "card", "deep", "search", "pair", "preview"].includes(name)) continue;
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, hasTouch: width < 700 });
      page.on("console", (m) => m.type() === "error" && console.log(label, m.text()));
      page.on("pageerror", (e) => console.log(label, String(e)));
      await page.goto(address + hash);
      if (name !== "about") await page.waitForSelector("html[data-ready]", { timeout: 10_000 }).catch(() => console.log(label, "not ready"));
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(250);
      if (acts[name]) { await acts[name](page); await page.waitForTimeout(700); }
      await page.screenshot({ path: `screenshots/${label}.png` });
      await page.close();
    }
  }
}
await browser.close();
server.kill();
