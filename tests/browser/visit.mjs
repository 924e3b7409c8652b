// What every visit shares: the page is alive, silent on the console, and asks no other host for anything.
import { test as base, expect } from "@playwright/test";

/** The edition's host, and in journeys through embeds the site that shows it. */
const OWN = new Set(["127.0.0.1", "localhost"]);

/** What Chromium says of a fetch, without a reason, when its frame is left for another page meanwhile. */
const LEFT = /^Fetch API cannot load \S+\. $/;

/** Runs a test in a page and then holds against it what went wrong meanwhile. */
async function watched(page, use) {
  const trouble = [];
  const on = {
    console: (message) => message.type() === "error" && !LEFT.test(message.text()) && trouble.push(message.text()),
    pageerror: (error) => trouble.push(String(error)),
    request: (request) => {
      const { hostname } = new URL(request.url());
      if (!OWN.has(hostname) && !request.url().startsWith("data:")) trouble.push(`asked ${hostname}`);
    },
  };
  for (const event in on) page.on(event, on[event]);
  await use(page);
  for (const event in on) page.off(event, on[event]);
  expect(trouble).toEqual([]);
}

/** For tests that change what the page is in, or need more than one: each has a browser's window of its own. */
export const fresh = base.extend({ page: ({ page }, use) => watched(page, use) });

/**
 * For all others: each finds the page not yet opened and nothing kept, in a window that the tests of a worker share. A
 * window of its own would cost each a second and a half of a processor, more than most take.
 */
export const test = base.extend({
  window: [async ({ browser }, use, { project }) => {
    const { baseURL, viewport, hasTouch, isMobile } = project.use;
    const context = await browser.newContext({ baseURL, viewport, hasTouch, isMobile, serviceWorkers: "block" });
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    const clear = async () => {
      await page.goto("about:blank");
      await client.send("Page.resetNavigationHistory");
      await client.send("Storage.clearDataForOrigin", { origin: new URL(baseURL).origin, storageTypes: "local_storage" });
      await page.setViewportSize(viewport);
      await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null });
    };
    await use({ page, clear });
    await context.close();
  }, { scope: "worker" }],
  page: async ({ window }, use) => {
    await window.clear();
    await watched(window.page, use);
  },
});

export { expect };

/** Opens the page at a fragment and waits until it answers and stands still. */
export async function visit(page, fragment = "") {
  await page.goto(`./${fragment}`);
  await page.waitForSelector("html[data-ready]");
  // Fonts that come late move the text, and the browser the scroll with it; and the text is laid out piece by piece.
  await page.evaluate(() => document.fonts.ready);
  await page.waitForSelector("html[data-unlaid] .reader > article:not([data-laid])", { state: "detached" });
}

/** Draws nothing until `draw()` is called in the page, as a busy machine may. */
export const holdDrawing = (page) => page.evaluate(() => {
  const [own, held] = [window.requestAnimationFrame, []];
  window.requestAnimationFrame = (act) => held.push(act);
  window.draw = () => { window.requestAnimationFrame = own; held.forEach((act) => act(0)); };
});

/** The card of a state. */
export const card = (page, name) => page.getByRole("region", { name, exact: true });

/** Whether a test runs at a phone's size. */
export const phone = (info) => info.project.name === "phone";

/** What steps through the mentions or hits. */
export const steps = (page) => page.getByRole("region", { name: "Step through the text" });

/** Opens the search by its key and writes these words. */
export async function look(page, words) {
  await page.keyboard.press("/");
  const box = page.getByRole("searchbox");
  await expect(box).toBeFocused();
  await box.fill(words);
}

export const STATES = ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"];

/** A test's place in docs/faults.md. */
export const fault = (description) => ({ annotation: { type: "fault", description } });
