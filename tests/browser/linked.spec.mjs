// Map, cards and text drive each other, and the reader never loses the place.
import { fresh, test, expect, visit, card, STATES, holdDrawing, phone, steps } from "./visit.mjs";

const slug = (name) => name.toLowerCase();
const scroll = (page) => page.evaluate(() => Math.round(scrollY));
const settle = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const preview = (page) => page.getByRole("dialog", { name: "About this name" });

/** Brings a passage to the eye's line, a third down the window. */
async function read(page, id) {
  await page.evaluate((id) => {
    const rect = document.getElementById(id).getBoundingClientRect();
    scrollBy(0, rect.top - innerHeight * 0.33 + Math.min(rect.height / 2, 20));
  }, id);
}

/** Whether what has the focus is not on top where it stands, but under what sticks: its first line, or every part of it. */
const focusIsCovered = (page, parts = [12]) => page.evaluate((parts) => {
  const focus = document.activeElement;
  if (!focus || focus === document.body) return false;
  const rects = [...focus.getClientRects()].filter((r) => r.width && r.height);
  if (!rects.length) return true;
  return !rects.some((r) => parts.some((below) => {
    const [x, y] = [r.left + r.width / 2, r.top + (below < 1 ? r.height * below : Math.min(r.height / 2, below))];
    const top = document.elementFromPoint(x, y);
    return top && (focus.contains(top) || top.contains(focus) || top.closest("label") || (focus.closest(".map") && top.closest(".map")));
  }));
}, parts);

test("sees on map and buttons whom the paragraph being read names", async ({ page }) => {
  await visit(page);
  const root = page.locator(".edition");
  await expect(root).not.toHaveAttribute("data-named");
  await read(page, "interview-q4-2");
  await expect(root).toHaveAttribute("data-named", "kazakhstan");
  const edge = (state) => page.locator(`.e-${state}`).evaluate((e) => getComputedStyle(e).stroke);
  const dot = (state) => page.locator(`.five [href="#${state}"]`).evaluate((e) => getComputedStyle(e, "::before").backgroundColor);
  expect(await edge("kazakhstan")).not.toBe(await edge("tajikistan"));
  await expect.poll(async () => (await dot("kazakhstan")) !== (await dot("tajikistan"))).toBe(true);
  await read(page, "editorial-2");
  await expect(root).toHaveAttribute("data-together", "");
  await page.evaluate(() => scrollTo(0, 0));
  await expect(root).not.toHaveAttribute("data-together");
});

test("sees whom the passage names that an address, a step or a hit leads to, until it is scrolled on", async ({ page }) => {
  // Where the window is high, other paragraphs stand lower in it, in the eye's way.
  if (page.viewportSize().width > 1000) await page.setViewportSize({ width: 1680, height: 1050 });
  await visit(page);
  const named = () => page.locator(".edition").evaluate((edition) => (edition.dataset.named ?? "").split(" ").filter(Boolean).sort().join());
  const own = (id) => page.evaluate((id) => [...new Set([...document.querySelectorAll(`#${id} a.m:not(.all)`)].map((a) => a.hash.slice(1)))].sort().join(), id);
  const ids = await page.locator(".reader > article > .passage[id]").evaluateAll((all) => all.map((one) => one.id));
  for (const id of ids.filter((_, i) => i % 3 === 0)) {
    await page.evaluate((id) => { location.hash = id; }, id);
    await expect.poll(named, { message: id }).toBe(await own(id));
  }
  await visit(page, "#interview-q4-2");
  await expect.poll(named).toBe("kazakhstan");
  await page.evaluate(() => { location.hash = "voices-values"; });
  await expect.poll(named).toBe("");
  await page.goBack();
  await expect.poll(named).toBe("kazakhstan");
  // To nothing but the space between two paragraphs, too.
  const below = await page.evaluate(() => {
    const [one, next] = ["interview-q5-1", "interview-q6"].map((id) => document.getElementById(id).getBoundingClientRect());
    return (one.bottom + next.top) / 2 - innerHeight * 0.335;
  });
  await page.mouse.wheel(0, below);
  await expect.poll(named).toBe("kyrgyzstan");
  const here = (of) => page.evaluate((of) => (of === "hit" ? [...CSS.highlights.get("hit")][0].startContainer.parentElement : document.querySelector("[data-at]")).closest("article > [id]").id, of);
  await visit(page, "#tajikistan");
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press("n");
    await expect.poll(async () => (await named()) === (await own(await here("mention")))).toBe(true);
  }
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.getByRole("searchbox").fill("hub");
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press(step ? "n" : "Enter");
    await expect.poll(async () => (await named()) === (await own(await here("hit")))).toBe(true);
  }
});

test("counts and steps through all mentions of a state, and hears of what kind each is", async ({ page, request }) => {
  await visit(page);
  const issue = await (await request.get(await page.getByRole("link", { name: "text", exact: true }).evaluate((a) => a.href))).json();
  const text = issue.articles.flatMap((a) => a.passages).filter((p) => p.kind !== "title").map((p) => p.text).join("\n");
  await visit(page, "#uzbekistan");
  const own = (text.match(/Uzbek(istan)?\b/g) ?? []).length;
  const links = await page.locator(".edition a.m[href='#uzbekistan']").count();
  expect(links).toBe(own);
  const all = links + (await page.locator(".edition a.m.all").count());
  await expect(steps(page)).toContainText(`${all} mentions`);
  await page.getByRole("button", { name: "Next in the text" }).click();
  await expect(steps(page).getByRole("status")).toHaveText(new RegExp(`^\\d+ of ${all} · (name|demonym|capital|collective)$`));
  const kinds = new Set();
  for (let i = 0; i < all; i++) {
    await page.getByRole("button", { name: "Next in the text" }).click();
    const [, number, kind] = (await steps(page).getByRole("status").textContent()).match(/^(\d+) of \d+ · (\w+)$/);
    kinds.add(kind);
    const at = page.locator("[data-at]");
    await expect(at).toBeInViewport({ ratio: 0.5 });
    const words = await at.textContent();
    if (kind === "name") expect(words).toBe("Uzbekistan");
    if (kind === "demonym") expect(words).toBe("Uzbek");
    if (kind === "collective") expect(words).toMatch(/Central Asia|five|they|states|countries|regimes|governments|partners|republics/i);
    if (i === 0) expect(Number(number)).toBeGreaterThan(0);
  }
  expect([...kinds].sort()).toEqual(["collective", "demonym", "name"]);
  const ticks = await page.locator(".strip path").evaluateAll((paths) => paths.map((p) => p.getAttribute("d").split("M").length - 1));
  expect(ticks[0] + ticks[1]).toBe(all);
});

test("opens a preview of a term by hover or tap, in the text's own words", async ({ page }, info) => {
  await visit(page);
  const name = page.locator("#interview-q4-2 a.o").first();
  await name.scrollIntoViewIfNeeded();
  await settle(page);
  const before = await scroll(page);
  if (phone(info)) await name.tap();
  else await name.hover();
  await expect(preview(page)).toBeVisible();
  await expect(preview(page)).toContainText("Individual Partnership Action Plan");
  await expect(preview(page)).toContainText("James Appathurai");
  const size = page.viewportSize();
  const inside = ({ x, y, width, height }) => x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height;
  await expect.poll(async () => inside(await preview(page).boundingBox())).toBe(true);
  if (!phone(info)) {
    await preview(page).hover();
    await page.waitForTimeout(600);
    await expect(preview(page)).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(preview(page)).toBeHidden();
  expect(await scroll(page)).toBe(before);
});

test("closes a pinned preview by a press elsewhere", async ({ page }) => {
  await visit(page);
  const name = page.locator("#editorial-1 a.o").first();
  await name.scrollIntoViewIfNeeded();
  await name.press("Enter");
  await expect(preview(page)).toBeFocused();
  await page.locator("#editorial-1").dispatchEvent("click");
  await expect(preview(page)).toBeHidden();
});

test("is told plainly of what the issue never expands", async ({ page }, info) => {
  await visit(page);
  const name = page.locator(".reader .passage a.o[href='#isaf']").first();
  await name.scrollIntoViewIfNeeded();
  if (phone(info)) await name.tap();
  else await name.hover();
  await expect(preview(page)).toContainText("never expanded in this issue");
});

test("has a person's preview, and goes from it to the passage and back", async ({ page }, info) => {
  await visit(page);
  const name = page.locator(".reader a.o[href='#rahmon']");
  await name.scrollIntoViewIfNeeded();
  if (phone(info)) await name.tap();
  else await name.click();
  await expect(preview(page)).toContainText("President Rahmon visited NATO HQ in February 2009");
  await preview(page).getByRole("link", { name: "In the list of terms" }).click();
  await expect(page.locator("#rahmon")).toBeInViewport();
  await page.getByRole("button", { name: /^Back to/ }).click();
  await expect(name).toBeInViewport();
  await expect(name).toBeFocused();
});

test("opens the preview of a tapped state where the click does not say that it was a tap @phone", async ({ page }) => {
  await visit(page);
  const mention = page.locator("#interview-q4-2 a.m").first();
  await mention.scrollIntoViewIfNeeded();
  await mention.evaluate((link) => {
    link.dispatchEvent(new PointerEvent("pointerdown", { pointerType: "touch", bubbles: true }));
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
  });
  await expect(preview(page)).toBeVisible();
  await expect(card(page, "Kazakhstan")).toBeHidden();
});

test("keeps the focus when the button that was pressed goes away", async ({ page }) => {
  await visit(page, "#tajikistan&q=border");
  await page.getByRole("button", { name: "End the search" }).press("Enter");
  const search = page.getByRole("button", { name: "Search", exact: true });
  await expect(search).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("border");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Next in the text" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(search).toBeFocused();
  await visit(page, "#tajikistan");
  const fact = page.locator("#tajikistan-border-crossings-closed");
  await fact.locator("summary").click();
  await fact.getByRole("link", { name: "Show in the text" }).click();
  await page.getByRole("button", { name: "Stay here" }).press("Enter");
  await expect(page.locator("#roadblocks-10")).toBeFocused();
  await page.getByRole("button", { name: "Zoom in" }).press("Enter");
  await page.getByRole("button", { name: "Show the whole again" }).press("Enter");
  await expect(page.locator(".zoom button").first()).toBeFocused();
});

for (const [where, fragment] of [["a state", "#kyrgyzstan"], ["two states", "#kyrgyzstan&with=uzbekistan"], ["nothing", "#overview"]]) {
  test(`keeps the focus when the way back is given up where the address names ${where}`, async ({ page }) => {
    await visit(page, "#tajikistan");
    const fact = page.locator("#tajikistan-border-crossings-closed");
    await fact.locator("summary").click();
    await fact.getByRole("link", { name: "Show in the text" }).click();
    await expect(page.getByRole("button", { name: "Stay here" })).toBeVisible();
    await page.evaluate((fragment) => { location.hash = fragment; }, fragment);
    await expect(page.locator("[data-here]")).toHaveCount(0);
    await page.getByRole("button", { name: "Stay here" }).press("Enter");
    await expect(page.locator(".five a").first()).toBeFocused();
  });
}

test("closes a pinned preview for the mention stepped to, which it may lie over", async ({ page }) => {
  await visit(page, "#uzbekistan");
  const name = page.locator("#editorial-1 a.o").first();
  await name.scrollIntoViewIfNeeded();
  await name.press("Enter");
  await expect(preview(page)).toBeFocused();
  await page.keyboard.press("n");
  await expect(preview(page)).toBeHidden();
  await expect(page.locator("[data-at]")).toBeInViewport();
  await expect(name).toBeFocused();
});

test("marks the chosen state's mentions in the text, and those of all five, until its card is closed", async ({ page }) => {
  const marked = (selector) => page.locator(".reader > article").locator(selector).evaluateAll((links) => [...new Set(links.map((link) => getComputedStyle(link).backgroundColor !== "rgba(0, 0, 0, 0)"))]);
  const all = async () => [await marked("a.to-tajikistan"), await marked("a.to-uzbekistan"), await marked("a.m.all")];
  await visit(page, "#tajikistan");
  await expect.poll(all).toEqual([[true], [false], [true]]);
  await page.locator(".five a[href^='#uzbekistan']").click();
  await expect.poll(all).toEqual([[false], [true], [true]]);
  await page.keyboard.press("Escape");
  await expect.poll(all).toEqual([[false], [false], [false]]);
});

test("opens previews with the keyboard: on focus, and pinned by Enter", async ({ page }) => {
  await visit(page);
  const name = page.locator("#editorial-1 a.o").first();
  await name.scrollIntoViewIfNeeded();
  await name.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(name).toBeFocused();
  await expect(preview(page)).toBeVisible();
  await expect(name).toHaveAttribute("aria-describedby", "preview");
  await page.keyboard.press("Escape");
  await expect(preview(page)).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(preview(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(preview(page).getByRole("link", { name: "Show in the text" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(name).toBeFocused();
});

test("previews a state with its standings and goes on to its card", async ({ page }, info) => {
  await visit(page);
  const mention = page.locator("#interview-q4-2 a.m").first();
  await mention.scrollIntoViewIfNeeded();
  if (phone(info)) await mention.tap();
  else await mention.hover();
  await expect(preview(page).getByRole("listitem")).toHaveCount(8);
  await expect(preview(page)).toContainText("IPAP Yes");
  await preview(page).getByRole("link", { name: "Open the card" }).click();
  await expect(card(page, "Kazakhstan")).toBeInViewport();
  await expect(preview(page)).toBeHidden();
});

test("previews a state of the map by hover and by keyboard @desktop", async ({ page }) => {
  await visit(page);
  await page.locator(".place.country[href='#turkmenistan'] > span").hover();
  await expect(preview(page)).toContainText("PARP Not stated");
  await page.mouse.move(5, 5);
  await expect(preview(page)).toBeHidden();
  await page.locator(".state[href='#kazakhstan']").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".state[href='#uzbekistan']")).toBeFocused();
  await expect(preview(page)).toContainText("CSTO Reluctant");
});

test("jumps from a fact, and comes back to the exact place and focus", async ({ page }) => {
  await visit(page, "#tajikistan");
  const fact = page.locator("#tajikistan-border-crossings-closed");
  await fact.locator("summary").click();
  const link = fact.getByRole("link", { name: "Show in the text" });
  await link.scrollIntoViewIfNeeded();
  await settle(page);
  const places = () => page.evaluate(() => [Math.round(scrollY), document.querySelector("#tajikistan").scrollTop]);
  const before = await places();
  for (const way of ["pill", "browser"]) {
    await link.click();
    const passage = page.locator("#roadblocks-10");
    await expect(passage).toBeFocused();
    await expect(passage).toHaveAttribute("data-here", "");
    const pill = page.getByRole("button", { name: "Back to the card of Tajikistan" });
    await expect(pill).toBeVisible();
    if (way === "pill") await pill.click();
    else await page.goBack();
    await expect(link).toBeFocused();
    await expect(pill).toBeHidden();
    expect(await places()).toEqual(before);
  }
});

test("scrolls nothing when the target is in view already", async ({ page }) => {
  await visit(page, "#kazakhstan");
  await page.evaluate(() => document.querySelector("#interview-q4-2").scrollIntoView({ block: "start" }));
  await page.evaluate(() => scrollBy(0, -110));
  await settle(page);
  const before = await scroll(page);
  const fact = page.locator("#kazakhstan-only-ipap");
  await fact.locator("summary").click();
  await fact.getByRole("link", { name: "Show in the text" }).click();
  await expect(page.locator("#interview-q4-2")).toBeFocused();
  expect(await scroll(page)).toBe(before);
  await expect(page.getByRole("button", { name: /^Back to/ })).toBeHidden();
});

test("has the contents at hand, with the place, the question and the progress", async ({ page }) => {
  await visit(page);
  await read(page, "interview-q4-2");
  const where = page.getByRole("button", { name: /^Contents, now/ });
  await expect(where).toContainText("Interview");
  await expect(where).toContainText("Question 4 of 9");
  expect(await where.evaluate((button) => [...button.querySelectorAll("b, small")].filter((words) => words.scrollWidth > words.clientWidth).map((words) => words.textContent)), "cut").toEqual([]);
  const progress = page.getByRole("progressbar", { name: "Read so far" });
  const at = Number(await progress.getAttribute("aria-valuenow"));
  expect(at).toBeGreaterThan(20);
  expect(at).toBeLessThan(50);
  await where.click();
  const contents = page.getByRole("region", { name: "All pieces" });
  await expect(contents.getByRole("link", { name: /^4\. Kazakhstan seems/ })).toHaveAttribute("aria-current", "true");
  await expect(contents).toContainText(/James Appathurai · \d+ min/);
  await contents.getByRole("link", { name: "Why NATO doesn’t talk" }).click();
  await expect(contents).toBeHidden();
  await expect(page.locator("#sco-csto")).toBeInViewport();
  await expect(where).toContainText("Why NATO");
  await page.locator("#sco-csto .turn").getByRole("link", { name: /^Next/ }).click();
  await expect(page.locator("#brief")).toBeInViewport();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(progress).toHaveAttribute("aria-valuenow", "100");
});

test("sets two cards side by side, differences first", async ({ page }) => {
  await visit(page, "#kazakhstan");
  await card(page, "Kazakhstan").getByRole("link", { name: "Uzbekistan", exact: true }).first().click();
  await expect(page).toHaveURL(/#kazakhstan&with=uzbekistan$/);
  const pair = page.getByRole("region", { name: "Kazakhstan and Uzbekistan" });
  await expect(pair).toBeInViewport();
  await expect(pair.getByRole("rowheader").or(pair.locator("th[scope=rowgroup]")).first()).toHaveText("They differ (5)");
  await expect(pair.getByRole("row", { name: /IPAP/ })).toContainText("No");
  await expect(page.locator(".five [aria-current]")).toHaveText(["Kazakhstan", "Uzbekistan"]);
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await expect(pair).toBeVisible();
  await pair.locator("a.is-no").first().click();
  await expect(page.locator("#uzbekistan-ipap blockquote").first()).toBeInViewport();
  await page.goBack();
  await page.keyboard.press("Escape");
  await expect(pair).toBeHidden();
  await expect(card(page, "Kazakhstan")).toBeVisible();
});

fresh("keeps reading settings, and is not harmed where there is no storage", async ({ page, context }) => {
  await visit(page);
  await page.getByRole("button", { name: "Reading settings" }).click();
  const size = () => page.locator("#editorial-1").evaluate((p) => parseFloat(getComputedStyle(p).fontSize));
  const before = await size();
  await page.getByRole("radio", { name: "Largest" }).check({ force: true });
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  expect(await size()).toBeGreaterThan(before * 1.3);
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  expect(await size()).toBeGreaterThan(before * 1.3);
  expect(await paper()).toBe(dark);
  await page.getByRole("button", { name: "Reading settings" }).click();
  await expect(page.getByRole("radio", { name: "Largest" })).toBeChecked();

  const other = await context.newPage();
  await other.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
  });
  const trouble = [];
  other.on("pageerror", (error) => trouble.push(String(error)));
  await visit(other);
  await other.getByRole("button", { name: "Reading settings" }).click();
  await other.getByRole("radio", { name: "Larger" }).check({ force: true });
  await expect(other.locator("html")).toHaveAttribute("data-size", "l");
  expect(trouble).toEqual([]);
});

test("finds the keys in a help panel, and Escape closes the topmost thing first", async ({ page }) => {
  await visit(page, "#kazakhstan&with=uzbekistan");
  await page.keyboard.press("?");
  const help = page.getByRole("region", { name: "Help and keys" });
  await expect(help).toBeVisible();
  await expect(help).toContainText("closes the topmost thing");
  const pair = page.getByRole("region", { name: "Kazakhstan and Uzbekistan" });
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await expect(page.getByRole("button", { name: "Help and keys" })).toBeFocused();
  await expect(pair).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(pair).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(card(page, "Kazakhstan")).toBeHidden();
  await expect(page.locator(".five [href='#kazakhstan']")).toBeFocused();
});

test("switches single keys off", async ({ page }) => {
  await visit(page);
  await page.getByRole("button", { name: "Reading settings" }).click();
  await page.getByRole("radio", { name: "Off" }).check({ force: true });
  await page.keyboard.press("Escape");
  for (const key of ["/", "?", "Control+k"]) {
    await page.keyboard.press(key);
    await expect(page.locator(".panel:visible")).toHaveCount(0);
  }
});

test("goes by arrows among the states of the map and the five buttons", async ({ page }) => {
  await visit(page);
  const on = (name) => expect(page.locator(`.state[href="#${slug(name)}"]`)).toBeFocused();
  await page.locator(".state[tabindex='0']").focus();
  await on("Kazakhstan");
  for (const [key, name] of [["ArrowDown", "Uzbekistan"], ["ArrowRight", "Kyrgyzstan"], ["ArrowDown", "Tajikistan"], ["ArrowLeft", "Turkmenistan"], ["ArrowUp", "Uzbekistan"], ["ArrowUp", "Kazakhstan"]]) {
    await page.keyboard.press(key);
    await on(name);
  }
  await page.locator(".five a").first().focus();
  for (const name of [...STATES.slice(1), STATES[0]]) {
    await page.keyboard.press("ArrowRight");
    await expect(page.locator(".five :focus")).toHaveText(name);
  }
});

// What is higher than the room that a low window leaves for it is seen in part.
const LOW = [0.1, 0.3, 0.5, 0.7, 0.9];
/** What has the focus at each of so many stops, where something lies over it. */
async function coveredStops(page, stops, key, parts) {
  const covered = [];
  let away = 0;
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press(key);
    away += await page.evaluate(() => document.activeElement === document.body);
    // A preview of what had the focus before goes when the next has it, a moment later.
    for (let tries = 0; tries < 10 && (await focusIsCovered(page, parts)); tries++) await page.waitForTimeout(50);
    if (await focusIsCovered(page, parts)) covered.push(await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120)));
  }
  // Between the page's end and its beginning the browser has the focus.
  expect(away, "stops where nothing has the focus").toBeLessThan(3);
  return covered;
}

for (const [where, width, height] of [["", 0, 0], [" at 400 % zoom @desktop", 320, 256], [" on a phone on its side @desktop", 740, 360]]) {
  const parts = width ? LOW : undefined;

  test(`sees the focus at every stop, under nothing that sticks${where}`, async ({ page }) => {
    if (width) await page.setViewportSize({ width, height });
    for (const state of ["", "#uzbekistan", "#uzbekistan&with=kazakhstan"]) {
      await visit(page, state);
      expect(await coveredStops(page, 110, "Tab", parts), state).toEqual([]);
      expect(await page.locator(".map").evaluate((map) => map.scrollTop), "px that the map has moved in its frame").toBe(0);
    }
  });

  test(`sees the focus at every stop beside the way back too${where}`, async ({ page }) => {
    if (width) await page.setViewportSize({ width, height });
    await visit(page, "#uzbekistan");
    await page.evaluate(() => [...document.querySelectorAll(".reader .turn a")].at(-1).click());
    await expect(page.getByRole("button", { name: /^Back to/ })).toBeVisible();
    await page.locator("h1").evaluate((title) => { title.tabIndex = -1; title.focus(); });
    expect(await coveredStops(page, 110, "Tab", parts)).toEqual([]);
    // From the page's end, which cannot be scrolled any further.
    await page.locator(".foot a").last().focus();
    expect(await focusIsCovered(page, parts), "the last link").toBe(false);
    expect(await coveredStops(page, 20, "Shift+Tab", parts)).toEqual([]);
  });
}

test("folds a panel when Tab leads out of it, forwards or back", async ({ page }) => {
  await visit(page);
  const open = page.locator(".panel:visible");
  for (const [name, key] of [["help", "Tab"], ["trail", "Tab"], ["contents", "Shift+Tab"]]) {
    await page.locator(`#open-panel-${name}`).press("Enter");
    await expect(open).toHaveCount(1);
    let stops = 0;
    // As long as the focus is in the panel or on the bar it is under, it stays.
    while (await page.evaluate(() => document.activeElement.closest(".bar") !== null) && stops++ < 60) {
      await expect(open).toHaveCount(1);
      await page.keyboard.press(key);
    }
    expect(stops, name).toBeGreaterThan(0);
    await expect(open).toHaveCount(0);
    expect(await focusIsCovered(page)).toBe(false);
  }
});

test("unfolds each panel within the window, however low", async ({ page }) => {
  for (const [width, height] of [[page.viewportSize().width, page.viewportSize().height], [740, 360], [320, 256]]) {
    await page.setViewportSize({ width, height });
    await visit(page, "#uzbekistan");
    for (const button of await page.locator(".bar > button:visible").all()) {
      await button.press("Enter");
      const panel = page.locator(`#${await button.getAttribute("aria-controls")}`);
      await expect(panel).toBeVisible();
      await expect.poll(() => panel.evaluate((panel) => Math.round(panel.getBoundingClientRect().bottom - innerHeight)), `px of ${await panel.getAttribute("id")} below a window of ${width} × ${height}`).toBeLessThanOrEqual(0);
      await page.keyboard.press("Escape");
    }
  }
});

test("sees the bar where the keyboard has come to it, though a card is open and the page has scrolled @phone", async ({ page }) => {
  await visit(page, "#uzbekistan");
  await page.evaluate(() => scrollTo(0, 4_000));
  await expect(page.locator(".bar")).not.toBeInViewport();
  await page.locator("#open-panel-search").focus();
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator("#open-panel-contents")).toBeFocused();
  expect(await focusIsCovered(page)).toBe(false);
  await expect(page.locator("#open-panel-contents")).toBeInViewport();
});

test("switches layers and views without leaving the paragraph", async ({ page }) => {
  await visit(page, "#interview-q2");
  await read(page, "roadblocks-5");
  await settle(page);
  const before = await scroll(page);
  for (const name of ["CSTO hidden", "Corridor"]) {
    const chip = page.locator(".controls").getByRole("link", { name });
    await chip.evaluate((link) => link.focus({ preventScroll: true }));
    await page.keyboard.press("Enter");
    await settle(page);
    expect(await scroll(page)).toBe(before);
    await expect(page.getByRole("button", { name: /^Back to/ })).toBeHidden();
  }
  await expect(page).toHaveURL(/#interview-q2&layers=nato,csto,ndn,tapi&frame=corridor$/);
});

test("comes back from a second jump to the same place", async ({ page }) => {
  await visit(page, "#tajikistan");
  const link = page.locator("#tajikistan-border-crossings-closed");
  await link.locator("summary").click();
  await link.getByRole("link", { name: "Show in the text" }).click();
  await expect(page.locator("#roadblocks-10")).toBeFocused();
  await read(page, "editorial-3");
  await settle(page);
  const before = await scroll(page);
  await link.getByRole("link", { name: "Show in the text" }).click();
  await expect(page.locator("#roadblocks-10")).toBeInViewport();
  await page.getByRole("button", { name: "Back to the card of Tajikistan" }).click();
  await expect.poll(() => scroll(page)).toBe(before);
});

test("goes to a mention even where a jump, or the way back, has not been drawn yet", async ({ page }) => {
  await visit(page, "#tajikistan");
  const fact = page.locator("#tajikistan-border-crossings-closed");
  await fact.locator("summary").click();
  const [link, passage] = [fact.getByRole("link", { name: "Show in the text" }), page.locator("#roadblocks-10")];
  const mention = page.locator("[data-at]").first();
  for (const [lead, there, focused] of [[link, /#roadblocks-10&/, passage], [page.locator("#back-to"), /#tajikistan$/, link]]) {
    if (lead !== link) await link.press("Enter");
    await settle(page);
    await holdDrawing(page);
    await lead.press("Enter");
    await expect(page).toHaveURL(there);
    await page.keyboard.press("p");
    await expect(mention).toBeInViewport();
    await page.evaluate(() => window.draw());
    await settle(page);
    await expect(mention).toBeInViewport();
    await expect(focused).toBeFocused();
    await page.goBack();
  }
});

test("comes back from the contents, which have folded, to their button", async ({ page }) => {
  await visit(page);
  const contents = page.locator("#open-panel-contents");
  await contents.press("Enter");
  await page.locator("#panel-contents a[href='#interview-q8']").press("Enter");
  await expect(page.locator("#interview-q8")).toBeFocused();
  await page.locator("#back-to").press("Enter");
  await expect(contents).toBeFocused();
});

test("leaves the focus where it has gone in a panel before that was drawn", async ({ page }) => {
  await visit(page);
  await holdDrawing(page);
  await page.locator("#open-panel-contents").press("Enter");
  const link = page.locator("#panel-contents a").first();
  await link.focus();
  await page.evaluate(() => window.draw());
  await expect(link).toBeFocused();
});

test("keeps what is open in a pair when going to the text and back", async ({ page }) => {
  await visit(page, "#kazakhstan");
  await card(page, "Kazakhstan").getByRole("link", { name: "Uzbekistan", exact: true }).first().press("Enter");
  const pair = page.getByRole("region", { name: "Kazakhstan and Uzbekistan" });
  await expect(pair).toBeFocused();
  const fact = pair.locator(".facts li").first();
  await fact.locator("summary").click();
  const link = fact.getByRole("link", { name: "Show in the text" });
  await link.click();
  await page.goBack();
  await expect(link).toBeFocused();
  await expect(fact.locator("blockquote")).toBeVisible();
});

test("starts the steps anew for another state, whatever stands in the search box", async ({ page }) => {
  await visit(page, "#uzbekistan&q=xyzzy");
  for (let i = 0; i < 3; i++) await page.getByRole("button", { name: "Next in the text" }).click();
  await page.locator(".five [href='#turkmenistan']").click();
  await expect(steps(page)).toContainText(/Turkmenistan\d+ mentions/);
  await expect(page.locator("[data-at]")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("#strip-own").getAttribute("d")).toBe("");
});

test("leads from the page's top to what nothing lies over", async ({ page }) => {
  /** What lies over the first letters of a place in the text, if anything does. */
  const over = (place) => page.evaluate((place) => {
    const own = place ? document.querySelector(place) : [...CSS.highlights.get("hit")][0];
    const rect = own.getClientRects()[0];
    const top = document.elementFromPoint(rect.left + 2, rect.top + 6);
    const within = place ? own : own.startContainer.parentElement;
    return within.contains(top) ? null : (top?.outerHTML.slice(0, 80) ?? "out of view");
  }, place);
  const fromTop = async (act) => {
    await page.evaluate(() => scrollTo(0, 0));
    await settle(page);
    await act();
    await settle(page);
  };
  await visit(page, "#uzbekistan");
  await fromTop(() => page.keyboard.press("p"));
  expect(await over("[data-at]"), "the last mention").toBe(null);
  await fromTop(() => page.keyboard.press("n"));
  expect(await over("[data-at]"), "the first mention").toBe(null);
  const fact = page.locator("#uzbekistan .facts > li").first();
  await fact.locator("summary").click();
  await fromTop(() => fact.getByRole("link", { name: "Show in the text" }).click());
  expect(await over("[data-here]"), "a fact's passage").toBe(null);
  await visit(page, "#overview&q=termez");
  await fromTop(() => page.keyboard.press("n"));
  expect(await over(null), "a hit").toBe(null);
});

test("shows a hit beside the way back, not under it", async ({ page }) => {
  await visit(page, "#tajikistan&q=nato");
  const fact = page.locator("#tajikistan-border-crossings-closed");
  await fact.locator("summary").click();
  await fact.getByRole("link", { name: "Show in the text" }).click();
  const back = page.getByRole("button", { name: "Back to the card of Tajikistan" });
  await expect(back).toBeVisible();
  await page.keyboard.press("n");
  /** How far the hit shown begins from the middle of the way back, in px to the right and down. */
  const away = () => back.evaluate((button) => {
    const [own, hit] = [button.getBoundingClientRect(), [...CSS.highlights.get("hit")][0].getClientRects()[0]];
    return { across: hit.left + 6 - own.left - own.width / 2, down: hit.top - own.top - own.height / 2, width: own.width, height: own.height };
  });
  // To a hit that stands in the button's columns, and from the one before, with the hit under the button, to it again.
  for (let i = 0; i < 40 && Math.abs((await away()).across) > (await away()).width / 2 - 12; i++) await page.keyboard.press("n");
  const { across, width, down } = await away();
  expect(Math.abs(across)).toBeLessThan(width / 2);
  const there = await page.evaluate((down) => scrollY + down, down);
  await page.keyboard.press("p");
  await page.evaluate((y) => scrollTo(0, y), there);
  await settle(page);
  await page.keyboard.press("n");
  await settle(page);
  const { down: now, height } = await away();
  expect(Math.abs(now)).toBeGreaterThan(height / 2);
});
