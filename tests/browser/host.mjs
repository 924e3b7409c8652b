// A page of another site that shows the edition in a frame, and what it hears of it.
import { expect } from "./visit.mjs";

export const EDITION = "http://127.0.0.1:4181/";
export const HOST = "http://localhost:4184/";

/** A frame of the edition as an editor writes it: options, start and further attributes. */
export const frame = (asked = "", more = "height=\"640\"") =>
  `<iframe id="frame" title="Frame" width="100%" style="border: 0" ${more} src="${EDITION}embed.html${asked.replaceAll("&", "&amp;")}"></iframe>`;

/** Hears from the beginning all that is said to the host. */
export const listen = (page) => page.addInitScript(() => {
  // In a window that tests share each has asked for this.
  if (window !== top || window.heard) return;
  window.heard = [];
  addEventListener("message", ({ data, origin }) => heard.push({ data, origin }));
});

/** The address of a page of another site with this in its body. */
export const made = (body) =>
  `${HOST}made.html?${encodeURIComponent(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Host</title></head><body style="margin: 0">${body}</body></html>`)}`;

/** Shows such a page; gives its first frame. */
export async function host(page, body) {
  await listen(page);
  await page.goto(made(body));
  return page.frameLocator("iframe").first();
}

/** Waits until the edition in a frame answers. */
export const alive = (inside) => inside.locator("html[data-ready]").waitFor({ state: "attached" });

/** What the edition has said of this type, as objects. */
export const heard = (page, type) => page.evaluate((type) => window.heard.map((h) => h.data).filter((d) => d?.eucamWatch === 1 && (!type || d.type === type)), type);

/** Speaks to a frame as its host. */
export const tell = (page, message) => page.evaluate((message) => document.querySelector("iframe").contentWindow.postMessage(message, "*"), message);

/** The last that was said of this type, once it has these fields. */
export const expectHeard = (page, type, fields) => expect.poll(async () => (await heard(page, type)).at(-1)).toMatchObject({ type, ...fields });
