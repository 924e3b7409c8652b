// The evidence views: matrix, timeline, routes, voices.
import { test, expect, visit, card, phone } from "./visit.mjs";

const matrix = (page) => page.locator("#matrix table");
const cell = (page, state, body) => matrix(page).locator(`a[href='#${state}-${body}']`);
const events = (page) => page.locator("#timeline .events > li:visible");

test("reads the matrix as a table: a mark and a word in every cell, none blank, none cut", async ({ page }) => {
  await visit(page, "#matrix");
  await expect(matrix(page).locator("tbody td")).toHaveCount(40);
  const cells = await matrix(page).locator("tbody td").evaluateAll((all) => all.map((td) => {
    const word = td.querySelector("span");
    const box = word.getBoundingClientRect();
    return { word: word.textContent, mark: !!td.querySelector("use"), fits: word.scrollWidth <= word.clientWidth + 1 && box.left >= 0 && box.right <= innerWidth };
  }));
  expect(cells.every((c) => c.word && c.mark && c.fits)).toBe(true);
  expect(cells.filter((c) => c.word === "Not stated")).toHaveLength(3);
  // No word lies on another.
  const overlaps = await matrix(page).locator("tbody td span").evaluateAll((spans) => {
    const boxes = spans.map((s) => { const r = document.createRange(); r.selectNodeContents(s); return r.getBoundingClientRect(); });
    return boxes.filter((a, i) => boxes.some((b, j) => j > i && a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom && b.top < a.bottom)).length;
  });
  expect(overlaps).toBe(0);
});

test("opens a cell's witness, and leaves the table where it is", async ({ page }) => {
  await visit(page, "#matrix");
  const link = cell(page, "turkmenistan", "ipcp");
  await link.scrollIntoViewIfNeeded();
  const before = await link.evaluate((e) => Math.round(e.getBoundingClientRect().top));
  await link.click();
  await expect(page).toHaveURL(/#turkmenistan-ipcp&country=turkmenistan$/);
  await expect(card(page, "Turkmenistan")).toBeVisible();
  await expect(page.locator("#turkmenistan-ipcp blockquote").first()).toBeInViewport();
  expect(Math.abs((await link.evaluate((e) => Math.round(e.getBoundingClientRect().top))) - before)).toBeLessThan(2);
});

test("goes through the matrix by arrows, and is told row and column", async ({ page }, info) => {
  await visit(page, "#matrix");
  await expect(page.getByRole("grid", { name: /Standings of five states/ })).toBeVisible();
  const stops = await matrix(page).locator(":is(a, button):not([tabindex='-1'])").count();
  expect(stops).toBe(1);
  await matrix(page).locator("[tabindex='0']").focus();
  const [right, down] = phone(info) || page.viewportSize().width < 1500 ? ["ArrowDown", "ArrowRight"] : ["ArrowRight", "ArrowDown"];
  await page.keyboard.press(right);
  await expect(cell(page, "kazakhstan", "pfp")).toBeFocused();
  await page.keyboard.press(right);
  await page.keyboard.press(down);
  await page.keyboard.press(down);
  await expect(cell(page, "tajikistan", "ipcp")).toBeFocused();
  await expect(matrix(page)).toHaveAttribute("data-column", "2");
  await page.keyboard.press("Enter");
  await expect(card(page, "Tajikistan")).toBeVisible();
});

test("puts a column on the map, alone, and the usual back", async ({ page }) => {
  await visit(page, "#matrix");
  const column = matrix(page).getByRole("button", { name: /^CSTO/ });
  await column.press("Enter");
  await expect(page).toHaveURL(/layers=csto$/);
  await expect(column).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".edition")).toHaveAttribute("data-layers", "csto");
  await column.press("Enter");
  await expect(page).not.toHaveURL(/layers=/);
});

test("sorts the matrix by a column and by name again", async ({ page }) => {
  await visit(page, "#matrix");
  const order = () => matrix(page).locator("tbody tr").evaluateAll((rows) => rows.map((r) => r.dataset.row));
  const names = await order();
  const sort = matrix(page).getByRole("button", { name: "Sort by IPAP" });
  await sort.press("Enter");
  expect((await order())[0]).toBe("kazakhstan");
  await matrix(page).getByRole("button", { name: "Sort by PARP" }).press("Enter");
  expect(await order()).toEqual(["kazakhstan", "kyrgyzstan", "uzbekistan", "tajikistan", "turkmenistan"]);
  await expect(matrix(page).locator("[data-col=parp]")).toHaveAttribute("aria-sort", "descending");
  await matrix(page).getByRole("button", { name: "Sort by name" }).press("Enter");
  expect(await order()).toEqual(names);
});

test("narrows the timeline by state, organisation and voice, shareably", async ({ page }) => {
  await visit(page, "#timeline");
  const all = await events(page).count();
  expect(all).toBeGreaterThanOrEqual(45);
  const field = (name) => page.locator("#timeline").getByRole("combobox", { name });
  await field("State").selectOption("Tajikistan");
  await expect(page).toHaveURL(/&only=tajikistan$/);
  await expect(page.locator("#timeline [role=status]")).toHaveText(/^\d+ of \d+$/);
  const some = await events(page).count();
  expect(some).toBeLessThan(all);
  await expect(page.locator("#event-ipap")).toBeHidden();
  await expect(page.locator("#event-spur-blown-up")).toBeVisible();
  await field("Who says it").selectOption("Alexander Cooley");
  await expect(page).toHaveURL(/&only=tajikistan,cooley$/);
  const by = await events(page).locator("summary small").allTextContents();
  expect(by.length).toBeGreaterThan(0);
  for (const name of by) expect(name).toContain("Alexander Cooley");
  const shared = page.url();
  await page.goto("about:blank");
  await page.goto(shared);
  await page.waitForSelector("html[data-ready]");
  await expect(field("State")).toHaveValue("tajikistan");
  await expect(field("Who says it")).toHaveValue("cooley");
  await expect(page.locator("#event-tajikistan-pfp")).toBeHidden();
  await field("State").selectOption("all");
  await field("Who says it").selectOption("everybody");
  expect(await events(page).count()).toBe(all);
  await field("Organisation").selectOption("SCO");
  await expect(page).toHaveURL(/&only=sco$/);
  expect(await events(page).count()).toBeLessThan(all);
  await expect(page.locator("#event-ipap")).toBeHidden();
  expect((await events(page).locator("summary").allTextContents()).join()).toContain("SCO");
});

test("goes from an event to its passage, and sees it on the map", async ({ page }, info) => {
  await visit(page, "#event-spur-blown-up");
  const event = page.locator("#event-spur-blown-up");
  await expect(event.locator("blockquote")).toBeVisible();
  await event.locator("summary").focus();
  await expect(page.locator("#map .at-blast")).toHaveAttribute("data-lit", "");
  await event.getByRole("link", { name: "Show in the text" }).click();
  await expect(page.locator("#roadblocks-10")).toBeFocused();
  await page.goBack();
  await expect(event.getByRole("link", { name: "Show in the text" })).toBeFocused();
  if (!phone(info)) await expect(page.locator("#map .at-blast > i")).toBeVisible();
});

test("draws bars where the calendar has them, and none for what has no anchor", async ({ page }) => {
  await visit(page, "#timeline");
  const bar = (id) => page.locator(`#event-${id} .axis .stretch`).evaluate((e) => e.getBoundingClientRect().left);
  expect(await bar("tajikistan-pfp")).toBeLessThan(await bar("ipap"));
  expect(await bar("ipap")).toBeLessThan(await bar("spur-blown-up"));
  for (const id of ["lisbon", "gates", "chicago", "nsr-rolled-out"]) await expect(page.locator(`#event-${id} .axis`)).toHaveCount(0);
  const width = (id) => page.locator(`#figure-${id} .stretch`).evaluate((e) => e.getBoundingClientRect().width / e.closest("svg").getBoundingClientRect().width);
  for (const [id, share] of [["ndn-2008", 0.1], ["pakistan-2008", 0.9], ["ndn-2011", 0.6], ["ndn-planned", 0.75]]) expect(Math.abs((await width(id)) - share)).toBeLessThan(0.02);
});

test("lights a leg on the map from the list, and the other way round @desktop", async ({ page }) => {
  await visit(page, "#route-ndn-south&frame=corridor");
  const leg = page.locator("#route-ndn-south li", { hasText: "then by ferry to Aktau" });
  await leg.hover();
  const line = page.locator("#map [data-leg='leg-ndn-south-ferry-0-3']");
  await expect(line).toHaveAttribute("data-lit", "");
  await expect(page.locator("#map .at-aktau")).toHaveAttribute("data-lit", "");
  await page.mouse.move(5, 5);
  await page.locator("h1").dispatchEvent("pointerover");
  await expect(line).not.toHaveAttribute("data-lit");
  const at = await line.evaluate((path) => {
    const point = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
    return [point.x, point.y];
  });
  await page.mouse.move(...at);
  await expect(leg).toHaveAttribute("data-lit", "");
});

test("leads from a line of the map to its clause @desktop", async ({ page }) => {
  await visit(page, "#overview&frame=corridor");
  const at = await page.locator("#map [data-leg='leg-ndn-south-ferry-0-3']").evaluate((path) => {
    const point = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
    return [point.x, point.y];
  });
  await page.mouse.click(...at);
  await expect(page).toHaveURL(/#route-ndn-south-3&/);
  await expect(page.locator("#route-ndn-south-3 blockquote")).toBeInViewport();
  await expect(page.getByRole("button", { name: /^Back to/ })).toBeVisible();
});

test("shows what an address names though the list is narrowed, and passes over words that no field offers", async ({ page }) => {
  await visit(page, "#event-ipap&only=tajikistan");
  await expect(page.locator("#event-ipap blockquote")).toBeInViewport();
  await expect(page.locator("#event-kazakh-progress")).toBeHidden();
  await page.goto("about:blank");
  await visit(page, "#timeline&only=termez,central-asia,nobody");
  await expect(page.locator("#timeline [role=status]")).toHaveText("");
  expect(await events(page).count()).toBeGreaterThan(45);
});

test("says of what the text does not locate that it has no line", async ({ page }) => {
  await visit(page, "#route-new-silk-road");
  const plan = page.locator("#route-new-silk-road");
  await expect(plan).toContainText("A plan, not a route: it has no line on the map.");
  await expect(plan).toContainText("without an accompanying blueprint");
  await expect(page.locator("#route-tajik-kyrgyz [data-lights]")).toHaveCount(0);
  await expect(page.locator("#route-tajik-kyrgyz")).toContainText("there is nothing to draw");
});

test("hears four voices on a topic, the interviewer's premises apart, and one state's alone", async ({ page }) => {
  await visit(page, "#voices-values");
  const topic = page.locator("#voices-values");
  await expect(topic.locator(".voices h4")).toHaveText(["Jos Boonstra", "James Appathurai", "Alexander Cooley", "Marlène Laruelle and Sébastien Peyrouse"]);
  await expect(topic.locator(".voices")).not.toContainText("authoritarian");
  await expect(topic.locator(".premises")).toContainText("authoritarian");
  await expect(topic.locator(".voices > div").nth(2)).toContainText("No statement of this voice is listed here");
  await page.locator("#voices").getByRole("combobox", { name: "State" }).selectOption("Turkmenistan");
  await expect(page).toHaveURL(/&only=turkmenistan$/);
  await expect(topic.locator("li", { hasText: "human rights violations to be addressed" })).toBeHidden();
  await expect(page.locator("#voices-blocs")).toContainText("Turkmenistan is not a member");
  await page.locator("#voices-transit .voices > div").first().getByRole("link").first().click();
  await expect(page.locator("#central-asia-regimes-exploit-ndn")).toBeInViewport();
});

test("finds the views in the contents and sees where they begin", async ({ page }) => {
  await visit(page);
  const where = page.getByRole("button", { name: /^Contents, now/ });
  await where.click();
  await page.getByRole("region", { name: "All pieces" }).getByRole("link", { name: "Which way" }).click();
  await expect(page.locator("#routes h2")).toBeInViewport();
  await expect(where).toContainText("Which way");
});

test("no part that is skipped until it is near is higher than the room kept for it @desktop", async ({ page }) => {
  await visit(page);
  for (const [width, height] of [[360, 740], [412, 823], [768, 1024], [1280, 800], [1680, 1050]]) {
    await page.setViewportSize({ width, height });
    const parts = await page.locator(".skipped, .reader > article").evaluateAll((all) => {
      // What has been laid out as what has not; in one go with the look, or the page lays it out again meanwhile.
      document.querySelectorAll("article").forEach((e) => e.removeAttribute("data-laid"));
      document.documentElement.setAttribute("data-unlaid", "");
      return all.map((part) => {
        const kept = parseFloat(getComputedStyle(part).containIntrinsicBlockSize.split(" ").at(-1));
        part.style.contentVisibility = "visible";
        return { id: part.closest("[id]").id, kept, high: part.getBoundingClientRect().height };
      });
    });
    expect(parts.length).toBe(13);
    for (const { id, kept, high } of parts) expect(high, `${id} at ${width} px`).toBeLessThanOrEqual(kept);
  }
});

// Browsers sort rules by the last part of their selector. One that names nothing there, or a list in `:is()`, is asked of
// each of some thousand elements, at the start and at each change: fifty such rules took two thirds of the time for styles.
test("asks few rules of every element @desktop", async ({ page }) => {
  await page.goto("/");
  const asked = await page.evaluate(() => {
    const found = new Set();
    const parts = (list) => list.split(/,(?![^(]*\))/).map((selector) => selector.trim());
    const read = (rules) => {
      for (const rule of rules) {
        if (rule instanceof CSSSupportsRule && !CSS.supports(rule.conditionText)) continue;
        for (const selector of rule.selectorText ? parts(rule.selectorText) : []) {
          const subject = selector.replace(/\([^()]*(\([^()]*\)[^()]*)*\)/g, "").split(/[ >+~]/).pop();
          if (!/^(&|[a-z]|.*[.#[])/.test(subject) && !/:(root|focus-visible)/.test(subject)) found.add(selector);
        }
        if (rule.cssRules) read(rule.cssRules);
      }
    };
    for (const { cssRules } of document.styleSheets) read(cssRules);
    return [...found].sort();
  });
  expect(asked).toEqual(["*", ".map[data-moving] *", ".reader > *", "::after", "::before"]);
});
