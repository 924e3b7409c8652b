// What every visit shares: the page is alive, silent on the console, and asks no other host for anything.
import { test as base, expect } from "@playwright/test";

/** The edition's host, and in journeys through embeds the site that shows it. */
const OWN = new Set(["127.0.0.1", "localhost"]);

/** What Chromium says of a fetch, without a reason, when its frame is left for another page meanwhile. */
const LEFT = /^Fetch API cannot load \S+\. $/;

export const test = base.extend({
  page: async ({ page }, use) => {
    const trouble = [];
    page.on("console", (message) => message.type() === "error" && !LEFT.test(message.text()) && trouble.push(message.text()));
    page.on("pageerror", (error) => trouble.push(String(error)));
    page.on("request", (request) => {
      const { hostname } = new URL(request.url());
      if (!OWN.has(hostname) && !request.url().startsWith("data:")) trouble.push(`asked ${hostname}`);
    });
    await use(page);
    expect(trouble).toEqual([]);
  },
});

export { expect };

/** Opens the page at a fragment and waits until it answers and stands still. */
export async function visit(page, fragment = "") {
  await page.goto(`./${fragment}`);
  await page.waitForSelector("html[data-ready]");
  // Fonts that come late move the text, and the browser the scroll with it.
  await page.evaluate(() => document.fonts.ready);
}

/** The card of a state. */
export const card = (page, name) => page.getByRole("region", { name, exact: true });

export const STATES = ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"];

/** A test's place in docs/faults.md. */
export const fault = (description) => ({ annotation: { type: "fault", description } });
