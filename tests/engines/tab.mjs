// What journeys and faults in three engines share: a tab of the engine that the project names, what went wrong in
// it, and what must hold of the page whatever happens.
import { test as base, expect } from "@playwright/test";
import { launch } from "./driver.mjs";

export const SITE = "http://127.0.0.1:4185";

export const test = base.extend({
  engine: ["chromium", { option: true, scope: "worker" }],
  browser: [async ({ engine }, use) => {
    const browser = await launch(engine);
    await use(browser);
    await browser.close();
  }, { scope: "worker", timeout: 60_000 }],
  tab: [async ({ browser }, use) => {
    const tab = await browser.tab();
    await use(tab);
    await tab.close();
  }, { timeout: 90_000 }],
});

export { expect };

/** What an act in the page gives; nothing while the page makes way for another. */
const now = (tab, act, ...given) => tab.run(act, ...given).catch((error) => {
  if (!/context|detached|navigat|no such/i.test(String(error))) throw error;
});

/** Polls the page. Often: a step of a second, as is usual after the first few, is what many a test would wait for. */
const poll = (tab, act, given, options) => expect.poll(() => now(tab, act, ...given), { timeout: 10_000, intervals: [50, 100, 200], ...options });

/** Polls the page until an act in it gives this. */
export const gives = (tab, act, ...given) => ({
  toBe: (value) => poll(tab, act, given, { message: given.join() }).toBe(value),
  toEqual: (value) => poll(tab, act, given).toEqual(value),
  toMatch: (value) => poll(tab, act, given).toMatch(value),
});

/** Waits until the page answers. */
export const ready = (tab) => poll(tab, () => document.documentElement.hasAttribute("data-ready"), [], { timeout: 15_000 }).toBe(true);

/** Opens an address of the edition, with a fault or without, and waits until it answers. */
export async function visit(tab, path = "", fault = "fine") {
  await tab.goto(`${SITE}/${fault}/${path}`);
  await ready(tab);
  // Fonts that come late move what is clicked, and so does text that has just been laid out.
  await tab.run(() => document.fonts.ready.then(() => true));
  await gives(tab, () => document.querySelector("html[data-unlaid] .reader > article:not([data-laid])") === null).toBe(true);
}

/** In the page: whether an element of this selector, with these words, is drawn and large enough to be seen. */
export const seen = (selector, words) => [...document.querySelectorAll(selector)].some((e) => {
  const { width, height } = e.getBoundingClientRect();
  return width > 2 && height > 2 && getComputedStyle(e).visibility === "visible" && (!words || e.textContent.includes(words));
});

/** In the page: whether it is in the window. */
export const inView = (selector) => {
  const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/** How many of the window's pixels have just this colour. */
export const pixels = async (tab, colour) => tab.run(async (png, colour) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const sheet = document.createElement("canvas").getContext("2d");
  [sheet.canvas.width, sheet.canvas.height] = [image.width, image.height];
  sheet.drawImage(image, 0, 0);
  const { data } = sheet.getImageData(0, 0, image.width, image.height);
  let found = 0;
  for (let i = 0; i < data.length; i += 4) if (colour.every((part, k) => data[i + k] === part)) found++;
  return found;
}, await tab.screenshot(), colour);

export const sees = (tab, selector, words) => poll(tab, seen, [selector, words], { message: `${selector} ${words ?? ""} is seen` }).toBe(true);
export const misses = (tab, selector, words) => poll(tab, seen, [selector, words], { message: `${selector} ${words ?? ""} is not seen` }).toBe(false);
export const fragment = (tab) => gives(tab, () => location.hash);
export const focus = (tab) => gives(tab, () => document.activeElement.id || document.activeElement.getAttribute("href") || document.activeElement.tagName);

/** What went wrong since the page began: errors that nobody caught, refusals of the policy. */
export const trouble = (tab) => tab.run(() => window.trouble ?? ["the page was not watched"]);

/** What must hold whatever fails: not blank, the whole text readable, the map and its links there, no error that nobody caught. */
export async function whole(tab, { styled = true, errors = true } = {}) {
  const page = await tab.run(() => ({
    first: document.getElementById("editorial-1")?.textContent.length ?? 0,
    last: document.getElementById("sco-csto-12")?.textContent ?? "",
    passages: document.querySelectorAll(".reader :is(p, li)[id]").length,
    high: document.body.scrollHeight,
    shapes: [...document.querySelectorAll("a.state path")].filter((p) => p.getBoundingClientRect().width > 5).length,
    links: document.querySelectorAll(".five a[href^='#']").length,
    covered: (() => {
      const [p, before] = [document.getElementById("editorial-1"), scrollY];
      p.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = p.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + height / 2);
      scrollTo({ top: before, behavior: "instant" });
      // A card, a panel or a preview that has been opened may lie over it.
      return width < 100 || !(p.contains(above) || above?.closest(".card, .panel, .pair, #preview"));
    })(),
  }));
  expect(page.first, "letters of the first paragraph").toBeGreaterThan(200);
  expect(page.last).toContain("policy debates about Central Asia and Afghanistan");
  expect(page.passages, "passages").toBeGreaterThan(60);
  expect(page.high, "px of page").toBeGreaterThan(2_000);
  expect(page.covered, "the text is covered").toBe(false);
  expect(page.links).toBe(5);
  if (styled) expect(page.shapes, "states drawn").toBe(5);
  if (errors) expect(await trouble(tab)).toEqual([]);
}

/** Opens the search by its key and types. */
export async function look(tab, words) {
  await tab.press("/");
  await focus(tab).toBe("search");
  await tab.type(words);
  await gives(tab, () => document.getElementById("found").textContent).toMatch(/hits? in \d+ passages?/);
}
