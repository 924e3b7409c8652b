// What Lighthouse gives a page, on its phone and on its desktop: shares of 1.
import lighthouse, { desktopConfig } from "lighthouse";
import puppeteer from "puppeteer-core";
import { args, executablePath } from "../tests/browser/chromium.mjs";

export const FORMS = { phone: undefined, desktop: desktopConfig };

export async function score(url, config) {
  const browser = await puppeteer.launch({ executablePath, args, headless: true });
  try {
    const { lhr } = await lighthouse(url, { port: Number(new URL(browser.wsEndpoint()).port), output: "json", logLevel: "silent" }, config);
    return Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, score]));
  } finally {
    await browser.close();
  }
}
