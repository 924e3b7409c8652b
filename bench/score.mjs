// What Lighthouse gives a page for performance, on its phone and on its desktop, of 100. (Its other scores do not vary:
// tests/browser/lighthouse.spec.mjs holds them at 100.)
import lighthouse, { desktopConfig } from "lighthouse";
import puppeteer from "puppeteer-core";
import { args, executablePath } from "../tests/browser/chromium.mjs";

export const FORMS = { phone: undefined, desktop: desktopConfig };

export async function score(url, config) {
  const browser = await puppeteer.launch({ executablePath, args, headless: true });
  try {
    const { lhr } = await lighthouse(url, { port: Number(new URL(browser.wsEndpoint()).port), output: "json", logLevel: "silent", onlyCategories: ["performance"] }, config);
    return Math.round(lhr.categories.performance.score * 100);
  } finally {
    await browser.close();
  }
}
