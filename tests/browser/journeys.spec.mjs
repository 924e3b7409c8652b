// Acts of a visitor, on a desktop and on a phone.
import { chromium } from "@playwright/test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { args, executablePath } from "./chromium.mjs";
import { fresh, test, expect, visit, card, STATES, holdDrawing, phone } from "./visit.mjs";

test("chooses a state on the map by mouse or thumb", async ({ page }, info) => {
  await visit(page);
  for (const name of STATES) {
    const shape = page.locator(`a.state[href="#${name.toLowerCase()}"] path`);
    await shape.scrollIntoViewIfNeeded();
    const label = page.locator(`.place.country[href="#${name.toLowerCase()}"] > span`);
    if (phone(info)) await label.tap();
    else await label.click();
    await expect(card(page, name)).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`#${name.toLowerCase()}$`));
    await expect(page.locator(`a.state[href="#${name.toLowerCase()}"]`)).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("Escape");
    await expect(card(page, name)).toBeHidden();
  }
});

test("hits the land itself, away from its name", async ({ page }) => {
  await visit(page);
  await page.locator("#map").scrollIntoViewIfNeeded();
  const box = await page.locator("#shape-kazakhstan").boundingBox();
  await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.3);
  await expect(card(page, "Kazakhstan")).toBeVisible();
});

test("chooses a state on the map by keyboard and comes back with Escape", async ({ page }) => {
  await visit(page);
  await page.locator('a.state[href="#tajikistan"]').focus();
  await page.keyboard.press("Enter");
  await expect(card(page, "Tajikistan")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card(page, "Tajikistan")).toBeHidden();
  await expect(page.locator('.five a[href="#tajikistan"]')).toBeFocused();
});

test("reaches the five states in order with Tab", async ({ page }) => {
  await visit(page);
  await page.locator(".five a").first().focus();
  for (const name of STATES) {
    await expect(page.locator(":focus")).toHaveText(name);
    await page.keyboard.press("Tab");
  }
});

test("chooses among the five buttons, which stay in reach while reading", async ({ page }) => {
  await visit(page);
  await page.locator("#roadblocks-10").scrollIntoViewIfNeeded();
  const button = page.getByRole("navigation", { name: "The five states" }).getByRole("link", { name: "Kyrgyzstan" });
  await expect(button).toBeInViewport();
  const before = await page.evaluate(() => scrollY);
  await button.click();
  await expect(card(page, "Kyrgyzstan")).toBeInViewport();
  await expect(button).toHaveAttribute("aria-current", "true");
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("follows a mention in the text without losing the place", async ({ page }) => {
  await visit(page);
  const mention = page.locator("#sco-csto-8").getByRole("link", { name: "Astana" }).first();
  await mention.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 150));
  const before = await page.evaluate(() => scrollY);
  await mention.click();
  await expect(card(page, "Kazakhstan")).toBeInViewport();
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThanOrEqual(1);
});

test("goes from a fact to its passage and back", async ({ page }) => {
  await visit(page, "#kazakhstan");
  const fact = page.locator("#kazakhstan-only-ipap");
  await fact.locator("summary").click();
  await expect(fact.locator("blockquote")).toContainText("the only Central Asian country to have agreed an IPAP");
  await expect(fact).toContainText("James Appathurai");
  await fact.getByRole("link", { name: "Show in the text" }).click();
  const passage = page.locator("#interview-q4-2");
  await expect(passage).toBeInViewport();
  await expect(page).toHaveURL(/#interview-q4-2&country=kazakhstan$/);
  await expect(card(page, "Kazakhstan")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/#kazakhstan$/);
  await expect(card(page, "Kazakhstan")).toBeVisible();
});

test("opens a copied link to a statement on its sentence", async ({ page }) => {
  await visit(page, "#tajikistan-border-crossings-closed");
  await expect(card(page, "Tajikistan")).toBeVisible();
  await expect(page.locator("#tajikistan-border-crossings-closed blockquote")).toBeInViewport();
  const copied = page.url();
  await page.goto("about:blank");
  await page.goto(copied);
  await page.waitForSelector("html[data-ready]");
  await expect(page.locator("#tajikistan-border-crossings-closed blockquote")).toBeInViewport();
});

test("closes a card by its button and goes on from the state's link", async ({ page }) => {
  await visit(page, "#turkmenistan");
  await page.getByRole("link", { name: "Close the card of Turkmenistan" }).press("Enter");
  await expect(card(page, "Turkmenistan")).toBeHidden();
  await expect(page.locator('.five a[href="#turkmenistan"]')).toBeFocused();
});

test("reloads and goes Back over several choices", async ({ page }) => {
  await visit(page);
  const five = page.getByRole("navigation", { name: "The five states" });
  await five.getByRole("link", { name: "Uzbekistan" }).click();
  await five.getByRole("link", { name: "Turkmenistan" }).click();
  await expect(card(page, "Turkmenistan")).toBeVisible();
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await expect(card(page, "Turkmenistan")).toBeVisible();
  await page.goBack();
  await expect(card(page, "Uzbekistan")).toBeVisible();
  await page.goBack();
  await expect(card(page, "Uzbekistan")).toBeHidden();
  await page.goForward();
  await expect(card(page, "Uzbekistan")).toBeVisible();
});

test("stays where Back has led, also from a jump that has not been drawn yet", async ({ page }) => {
  await visit(page, "#editorial-1");
  const first = page.locator("#editorial-1");
  await expect(first).toBeInViewport();
  // Frames are held up, as on a busy machine.
  await holdDrawing(page);
  await page.evaluate(async () => {
    const arrival = () => new Promise((arrived) => { addEventListener("popstate", () => setTimeout(arrived, 50), { once: true }); });
    const there = arrival();
    location.hash = "interview-q7-2";
    await there;
    const back = arrival();
    history.back();
    await back;
    draw();
  });
  await expect(page).toHaveURL(/#editorial-1$/);
  await page.waitForTimeout(400);
  await expect(first).toBeInViewport();
});

test("adds nothing to the history by choosing what is chosen", async ({ page }) => {
  await visit(page, "#kyrgyzstan&layers=nato,sco");
  const button = page.getByRole("navigation", { name: "The five states" }).getByRole("link", { name: "Uzbekistan" });
  for (let i = 0; i < 3; i++) await button.click();
  await expect(page).toHaveURL(/#uzbekistan&layers=nato,sco$/);
  await page.goBack();
  await expect(card(page, "Kyrgyzstan")).toBeVisible();
});

test("stays where it is when a layer or view is pressed, also one that is shown already", async ({ page }) => {
  await visit(page, "#interview-q2");
  const view = page.getByRole("link", { name: "South", exact: true });
  await view.scrollIntoViewIfNeeded();
  await view.click();
  await expect(view).toHaveAttribute("aria-current", "true");
  const place = () => page.evaluate(() => [scrollY, history.length, document.activeElement.textContent]);
  const before = await place();
  expect(before[2]).toBe("South");
  await page.evaluate(() => scrollBy(0, 1));
  before[0] = (await place())[0];
  await view.click();
  await page.waitForTimeout(300);
  expect(await place(), "scroll, entries, focus").toEqual(before);
  await expect(page).toHaveURL(/#interview-q2&frame=south$/);
});

test("opens a copied link to a passage beside a card", async ({ page }) => {
  await visit(page, "#roadblocks-10&country=tajikistan&layers=nato,csto");
  await expect(page.locator("#roadblocks-10")).toBeInViewport();
  await expect(card(page, "Tajikistan")).toBeVisible();
  await expect(page.getByRole("link", { name: "CSTO shown" })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("link", { name: "NDN hidden" })).not.toHaveAttribute("aria-current");
});

test("switches layers and frames, which stay while choosing", async ({ page }) => {
  await visit(page);
  await page.getByRole("link", { name: "SCO hidden" }).click();
  await expect(page.locator(".hatch.in-sco").first()).toBeVisible();
  await page.getByRole("link", { name: "South", exact: true }).click();
  await page.getByRole("navigation", { name: "The five states" }).getByRole("link", { name: "Uzbekistan" }).click();
  await expect(page).toHaveURL(/#uzbekistan&layers=nato,sco,ndn,tapi&frame=south$/);
  await expect(page.locator(".hatch.in-sco").first()).toBeVisible();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page.locator(".hatch.in-sco").first()).toBeHidden();
});

fresh("opens a state in another tab by the link's address", async ({ page, context }) => {
  await visit(page);
  const href = await page.locator('a.state[href="#uzbekistan"]').getAttribute("href");
  const other = await context.newPage();
  await other.goto(new URL(href, page.url()).href);
  await other.waitForSelector("html[data-ready]");
  await expect(card(other, "Uzbekistan")).toBeVisible();
});

test("comes by a wrong address to the start page, which says so", async ({ page }) => {
  for (const wrong of ["#narnia", "#%E0%A4%A", "#<script>alert(1)</script>", "#__proto__"]) {
    await page.goto("about:blank");
    await visit(page, wrong);
    await expect(page.getByRole("status").filter({ hasText: "names nothing in this issue" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(".card:visible")).toHaveCount(0);
  }
});

test("is asked for nothing sideways at any width", async ({ page }) => {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (const address of ["", "embedding.html"]) {
    for (const width of [280, 320, 360, 600, 768, 999, 1000, 1280, 1680]) {
      await page.setViewportSize({ width, height: 740 });
      if (address) await page.goto(address);
      else await visit(page);
      expect(await over(), `${address} ${width} px`).toBeLessThanOrEqual(0);
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
      expect(await over(), `${address} ${width} px, spaced as WCAG 1.4.12 says`).toBeLessThanOrEqual(0);
    }
  }
});

// Firefox's own, on which those of other browsers are built.
const READABILITY = readFileSync("node_modules/@mozilla/readability/Readability.js", "utf8");

test("has in a browser's reading view the newsletter whole, and nothing beside it", async ({ page }) => {
  await visit(page);
  const written = await page.locator(".reader > article .passage").allTextContents();
  const html = await page.content();
  // The page's policy would not let it work there.
  await page.goto("about:blank");
  const view = await page.evaluate(`(() => { ${READABILITY}; return new Readability(new DOMParser().parseFromString(${JSON.stringify(html)}, "text/html")).parse(); })()`);
  expect(view).toMatchObject({ title: "NATO and Central Asia: The two elephants that never meet", siteName: "EUCAM Watch", lang: "en" });
  const words = (text) => text.replaceAll("¶", "").replace(/\s+/g, " ").trim();
  const [read, passages] = [words(view.textContent), written.map(words)];
  expect(passages.length).toBeGreaterThan(60);
  expect(passages.filter((passage) => !read.includes(passage))).toEqual([]);
  // From the cards, and from the lists after the text.
  for (const beside of ["The text says so.", "What the columns mean"]) expect(read).not.toContain(beside);
});

// What a visitor sets in the browser as the size of its font, where zoom would also make the map larger. 16 px is common.
fresh("has room for letters of up to twice the size @desktop", async ({ baseURL }, info) => {
  for (const [size, width, height] of [[20, 1000, 700], [24, 1280, 800], [32, 1280, 800], [32, 1680, 1050], [32, 768, 1024], [20, 320, 640], [24, 320, 640], [24, 360, 740], [32, 360, 740]]) {
    const folder = info.outputPath(`${size}-${width}`);
    mkdirSync(join(folder, "Default"), { recursive: true });
    writeFileSync(join(folder, "Default", "Preferences"), JSON.stringify({ webkit: { webprefs: { default_font_size: size } } }));
    const browser = await chromium.launchPersistentContext(folder, { executablePath, args, baseURL, viewport: { width, height } });
    const [page] = browser.pages();
    for (const state of ["", "#uzbekistan", "#sco-csto-3&country=uzbekistan&q=nato"]) {
      await visit(page, state);
      const what = `${size} px in ${width} px, ${state}`;
      // Also what is laid out only when it comes near, and, with a card, what is folded.
      const sides = await page.evaluate(async (unfolds) => {
        for (const piece of document.querySelectorAll(".reader > *")) piece.style.contentVisibility = "visible";
        const folded = unfolds ? [...document.querySelectorAll("details:not([open])")] : [];
        for (const fold of folded) fold.open = true;
        // Buttons come to a sentence when it is unfolded.
        if (unfolds) await new Promise((later) => setTimeout(later, 200));
        const sides = Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll(".card")].map((card) => card.scrollWidth));
        for (const fold of folded) fold.open = false;
        return sides;
      }, state === "#uzbekistan");
      expect(sides, what).toBeLessThanOrEqual(width);
      const out = await page.evaluate(() => [...document.querySelectorAll(".five a, .bar > button, .steps button, .zoom button, .chips a")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => [one.textContent || one.ariaLabel, one.getBoundingClientRect()])
        .filter(([, box]) => box.left < 0 || box.right > innerWidth || box.width < 20).map(([name]) => name));
      expect(out, `${what}: beyond the edge`).toEqual([]);
      if (state) continue;
      const hidden = await page.evaluate(() => [...document.querySelectorAll(".place.country")].filter((name) => {
        name.scrollIntoView({ block: "center" });
        const { left, top, width, height } = name.querySelector("span").getBoundingClientRect();
        return !name.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      }).map((name) => name.textContent));
      expect(hidden, `${what}: names on the map under something else`).toEqual([]);
      // The view that its button marks is the one that is shown.
      const view = () => page.evaluate(() => getComputedStyle(document.querySelector(".map")).getPropertyValue("--vw").trim());
      const shown = await view();
      await page.evaluate(() => [...document.querySelectorAll(".frames a")].find((one) => getComputedStyle(one).fontWeight === "600").click());
      expect(await view(), `${what}: the view marked`).toBe(shown);
    }
    await browser.close();
  }
});

test("has a thumb's width for every state", async ({ page }) => {
  await visit(page);
  for (const name of STATES) {
    const slug = name.toLowerCase();
    for (const selector of [`.five a[href="#${slug}"]`, `.place.country[href="#${slug}"] > span`]) {
      const box = await page.locator(selector).boundingBox();
      expect(Math.min(box.width, box.height), selector).toBeGreaterThanOrEqual(44);
    }
  }
});

// Words move a little within their lines; what stands in the first window stays where it is.
test("sees nothing move when the fonts come late", async ({ browser }, info) => {
  for (const [width, height] of phone(info) ? [[360, 740], [412, 915]] : [[768, 1024], [1280, 800], [1440, 900], [1680, 1050]]) {
    const page = await browser.newPage({ viewport: { width, height } });
    let release;
    const come = new Promise((done) => { release = done; });
    let held = 0;
    await page.route("**/*.woff2", async (route) => { held++; await come; await route.continue(); });
    await page.goto(info.project.use.baseURL, { waitUntil: "commit" });
    await page.waitForSelector("html[data-ready]");
    const tops = () => page.evaluate(() => [...document.querySelectorAll(".masthead *, .map, .five, .bar, .controls, .legend, .reader > *, .reader :is(h2, h3, p, nav)")].map((e, i) => [`${i} ${e.tagName}.${e.className}`, e.getBoundingClientRect().top]));
    const before = (await tops()).filter(([, top]) => top < height);
    expect(held, "fonts that come late").toBeGreaterThan(0);
    expect(before.length).toBeGreaterThan(10);
    release();
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(200);
    const after = new Map(await tops());
    const moved = before.map(([name, top]) => [name, Math.round(after.get(name) - top)]).filter(([, px]) => !(Math.abs(px) <= 3));
    expect(moved, `${width} px`).toEqual([]);
    await page.close();
  }
});

test("finds the open data linked from the page", async ({ page, request }) => {
  await visit(page);
  const standings = await (await request.get(await page.getByRole("link", { name: "standings", exact: true }).evaluate((a) => a.href))).json();
  expect(standings).toHaveLength(40);
  expect(standings.find((s) => s.country === "TM" && s.organisation === "parp").standing).toBe("not-stated");
  const facts = await (await request.get(await page.getByRole("link", { name: "facts", exact: true }).evaluate((a) => a.href))).json();
  expect(facts.filter((f) => f.country === "KZ").length).toBeGreaterThanOrEqual(25);
  expect(facts.every((f) => f.quote && f.passage && f.speaker && f.basis)).toBe(true);
  const issue = await (await request.get(await page.getByRole("link", { name: "text", exact: true }).evaluate((a) => a.href))).json();
  expect(issue.articles).toHaveLength(6);
});
