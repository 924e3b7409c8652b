// Lighthouse's counts, on a phone and on a desktop, of the page as servers send it.
import lighthouse, { desktopConfig } from "lighthouse";
import { test, expect } from "@playwright/test";
import puppeteer from "puppeteer-core";
import { args, executablePath } from "./chromium.mjs";

for (const [form, config] of [["a phone", undefined], ["a desktop", desktopConfig]]) {
  test(`Lighthouse gives 100 for accessibility, best practices and search engines on ${form} @desktop`, async () => {
    test.setTimeout(180_000);
    const browser = await puppeteer.launch({ executablePath, args, headless: true });
    try {
      // Nothing is slowed: no line is played for categories other than performance ("provided" waits five seconds more for each quiet).
      const { lhr } = await lighthouse("http://127.0.0.1:4181/", { port: Number(new URL(browser.wsEndpoint()).port), output: "json", logLevel: "silent", onlyCategories: ["accessibility", "best-practices", "seo"], throttlingMethod: "simulate", disableFullPageScreenshot: true }, config);
      for (const { title, score, auditRefs } of Object.values(lhr.categories)) {
        const lost = auditRefs.map((ref) => lhr.audits[ref.id]).filter((a) => a.score !== null && a.score < 1).map((a) => a.title);
        expect(Math.round(score * 100), `${title}: ${lost}`).toBe(100);
      }
    } finally {
      await browser.close();
    }
  });
}
