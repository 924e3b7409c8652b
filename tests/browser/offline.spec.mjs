// The edition without a network, after one visit; and a newer edition, offered and never forced.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fresh as base, expect, fault, card } from "./visit.mjs";
import { alive, made } from "./host.mjs";
import { types } from "./types.mjs";

/** A site of its own for each test: its files can change, and it can fall silent (`off`) or never answer (`hang`). */
const test = base.extend({
  site: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "edition-"));
    await cp("dist", folder, { recursive: true });
    const site = { folder, mode: "on", asked: [] };
    const server = createServer(async (request, response) => {
      const path = new URL(request.url, "http://host").pathname;
      site.asked.push(path);
      if (site.mode === "off") return request.socket.destroy();
      if (site.mode === "hang") return;
      try {
        const body = await readFile(join(folder, path.endsWith("/") ? `${path}index.html` : path));
        response.writeHead(200, { "content-type": types[extname(path) || ".html"] ?? "application/octet-stream", "cache-control": "no-cache" }).end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    site.url = `http://127.0.0.1:${server.address().port}/`;
    site.renew = async (words) => {
      const page = await readFile(join(folder, "index.html"), "utf8");
      const [, edition] = page.match(/data-edition="(\w+)"/);
      await writeFile(join(folder, "index.html"), page.replace(/data-edition="\w+"/, "data-edition=\"000000000000\"").replace("NATO and Central Asia</h1>", `${words}</h1>`));
      const worker = await readFile(join(folder, "sw.js"), "utf8");
      await writeFile(join(folder, "sw.js"), worker.replace(edition, "000000000000"));
    };
    await use(site);
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  },
});

/** The first visit, until all is kept. */
async function visit(page, url) {
  await page.goto(url);
  await page.waitForSelector("html[data-ready]");
  await page.evaluate(() => navigator.serviceWorker.ready);
}

const title = (page) => page.getByRole("heading", { level: 1 });

for (const mode of ["off", "hang"]) {
  test(`the whole edition is there after one visit when the network ${mode === "off" ? "is gone" : "never answers"} @desktop`, fault(`Delivery: a second visit when the network ${mode === "off" ? "is gone" : "never answers"}`), async ({ page, site }) => {
    await visit(page, site.url);
    site.mode = mode;
    await page.goto(`${site.url}?again#kyrgyzstan`);
    await page.waitForSelector("html[data-ready]");
    await expect(card(page, "Kyrgyzstan")).toBeVisible();
    await expect(page.locator("#sco-csto-12")).toContainText("policy debates about Central Asia and Afghanistan");
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => [...document.fonts].filter((f) => f.status === "error").length)).toBe(0);
    await page.keyboard.press("/");
    await page.getByRole("searchbox").fill("pipeline");
    await expect(page.locator("#panel-search")).toContainText(/\d+ hits in \d+ passages/);
    // The picture of the hills, too.
    const hills = await page.evaluate(() => fetch(document.querySelector("image[href*=relief]").getAttribute("href")).then((r) => r.ok));
    expect(hills).toBe(true);
  });
}

test("a newer edition is offered to who reads the older, and not forced @desktop", async ({ page, context, site }) => {
  await visit(page, site.url);
  await visit(page, `${site.url}?again#interview-q4-2`);
  await expect(title(page)).toHaveText("NATO and Central Asia");
  await site.renew("A newer edition");
  const second = await context.newPage();
  await visit(second, site.url);
  await expect(title(second)).toHaveText("A newer edition");
  await expect(page.getByRole("status").getByRole("button", { name: "Load it" })).toBeVisible();
  await expect(title(page)).toHaveText("NATO and Central Asia");
  await page.getByRole("link", { name: "Tajikistan" }).first().press("Enter");
  await expect(card(page, "Tajikistan")).toBeVisible();
  await page.getByRole("button", { name: "Load it" }).click();
  await expect(title(page)).toHaveText("A newer edition");
  await expect(page.getByRole("button", { name: "Load it" })).toBeHidden();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(["eucam-watch 000000000000"]);
});

test("the offer can be declined @desktop", async ({ page, context, site }) => {
  await visit(page, site.url);
  await visit(page, `${site.url}?again`);
  await site.renew("A newer edition");
  await visit(await context.newPage(), site.url);
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(page.getByRole("button", { name: "Load it" })).toBeHidden();
  await expect(title(page)).toHaveText("NATO and Central Asia");
});

test("with a network the newest page is shown, and what older ones kept is removed, but not others' @desktop", fault("Delivery: an old service worker"), async ({ page, site }) => {
  await page.goto(`${site.url}embedding.html`);
  await page.evaluate(async () => { for (const name of ["eucam-watch older", "somebody else's"]) await caches.open(name); });
  await visit(page, site.url);
  await expect.poll(async () => (await page.evaluate(() => caches.keys())).includes("eucam-watch older")).toBe(false);
  expect(await page.evaluate(() => caches.keys())).toContain("somebody else's");
  await site.renew("A newer edition");
  await visit(page, `${site.url}?again`);
  await expect(title(page)).toHaveText("A newer edition");
  await expect.poll(async () => (await page.evaluate(() => caches.keys())).filter((n) => n.startsWith("eucam-watch"))).toEqual(["eucam-watch 000000000000"]);
  site.mode = "off";
  await page.goto(`${site.url}?later`);
  await expect(title(page)).toHaveText("A newer edition");
});

test("a frame neither keeps anything nor is answered from what is kept @desktop", async ({ page, context, site }) => {
  await page.goto(made(`<iframe title="f" src="${site.url}embed.html#uzbekistan"></iframe>`));
  await alive(page.frameLocator("iframe"));
  await page.waitForTimeout(500);
  expect(context.serviceWorkers()).toEqual([]);
  expect(site.asked).not.toContain("/sw.js");
  await visit(page, site.url);
  const asked = site.asked.length;
  await page.goto(`${site.url}embed.html#uzbekistan`);
  await page.waitForSelector("html[data-ready]");
  expect(site.asked.slice(asked)).toContain("/embed.html");
});

test("can be installed @desktop", async ({ page, context, site }) => {
  await visit(page, site.url);
  const browser = await context.newCDPSession(page);
  const { errors, data } = await browser.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data);
  for (const icon of manifest.icons) expect((await page.request.get(new URL(icon.src, site.url).href)).ok(), icon.src).toBe(true);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // A visit without a profile on disk is all that it finds wanting.
  expect(installabilityErrors.map((e) => e.errorId).filter((id) => id !== "in-incognito")).toEqual([]);
});
