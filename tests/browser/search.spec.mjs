// One box for states, names, years and the whole text.
import { fresh, test, expect, visit, card, holdDrawing, steps, look } from "./visit.mjs";

const box = (page) => page.getByRole("searchbox");
const panel = (page) => page.getByRole("search");
const said = (page) => page.locator("#found");
/** The words that are painted as hits. */
const painted = (page, name = "hits") => page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), name);

test("opens by keys and finds as one types, grouped by kind and counted", async ({ page }) => {
  await visit(page);
  await page.keyboard.press("Control+k");
  await expect(box(page)).toBeFocused();
  await expect(panel(page).getByRole("heading", { name: "Named most often" })).toBeVisible();
  await box(page).pressSequentially("uzb");
  await expect(panel(page).getByRole("heading", { name: "States" })).toBeVisible();
  await expect(panel(page).getByRole("link", { name: /^card · named \d+× ?Uzbekistan$|Uzbekistan.*card/ })).toBeVisible();
  await expect(said(page)).toHaveText(/^1 name, (\d+) hits in (\d+) passages$/);
  const [, hits] = (await said(page).textContent()).match(/, (\d+) hits/);
  await expect(steps(page)).toContainText(`${hits} in the text`);
  await expect(page).toHaveURL(/#overview&q=uzb$/);
});

/** Whether something lies over the hit shown, in this passage. */
const hitIsCovered = (page, passage) => page.evaluate((passage) => {
  const rect = [...CSS.highlights.get("hit")][0].getBoundingClientRect();
  return !document.querySelector(passage).contains(document.elementFromPoint(rect.left + 2, rect.top + rect.height / 2));
}, passage);

test("takes what is typed after the key that opens it, before the box has been drawn", async ({ page }) => {
  await visit(page);
  await holdDrawing(page);
  await page.keyboard.press("/");
  await page.keyboard.type("nato");
  await page.evaluate(() => window.draw());
  await expect(box(page)).toHaveValue("nato");
  await expect(said(page)).toContainText("hits in");
});

for (const [what, from, at, key] of [
  ["card that closes", "#uzbekistan", "#uzbekistan", "Escape"],
  ["card that opens", "", ".five a[href='#uzbekistan']", "Enter"],
]) {
  test(`keeps the focus from a ${what} but has not been drawn yet`, async ({ page }) => {
    await visit(page, from);
    await page.locator(at).focus();
    await holdDrawing(page);
    await page.keyboard.press(key);
    await page.keyboard.press("/");
    await page.keyboard.type("na");
    await page.evaluate(() => window.draw());
    await page.keyboard.type("to");
    await expect(box(page)).toHaveValue("nato");
  });
}

test("keeps the focus from a place returned to that has not been drawn yet", async ({ page }) => {
  await visit(page, "#tajikistan");
  await page.locator("#tajikistan-border-crossings-closed summary").click();
  await page.locator("#tajikistan-border-crossings-closed").getByRole("link", { name: "Show in the text" }).press("Enter");
  await expect(page.locator("#back-to")).toBeVisible();
  await holdDrawing(page);
  await page.locator("#back-to").press("Enter");
  await expect(page).toHaveURL(/#tajikistan$/);
  await page.keyboard.press("/");
  await page.keyboard.type("na");
  await page.evaluate(() => window.draw());
  await page.keyboard.type("to");
  await expect(box(page)).toHaveValue("nato");
});

test("gives a hit the panel's place, and goes on by Enter", async ({ page }, info) => {
  await visit(page, "#uzbekistan");
  const shown = () => page.evaluate(() => {
    const { left, top } = [...CSS.highlights.get("hit")][0].getClientRects()[0];
    return document.elementFromPoint(left + 2, top + 6).closest(".masthead, .piece") !== null;
  });
  await look(page, "nato");
  // The first stand above the bar and right below it, where nothing would be seen of them beside an open panel.
  for (const number of [1, 2, 3]) {
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeHidden();
    await expect(steps(page)).toContainText(`“nato”${number} of `);
    expect(await shown(), `hit ${number}`).toBe(true);
  }
  await expect(card(page, "Uzbekistan")).toBeVisible();
  await look(page, "elephants");
  await expect(panel(page)).toBeVisible();
  // On a phone the panel lies over the buttons too.
  if (info.project.name === "desktop") await page.getByRole("button", { name: "Next in the text" }).click();
  else await page.keyboard.press("Enter");
  await expect(panel(page)).toBeHidden();
  expect(await shown()).toBe(true);
});

for (const [where, words, id] of [["in the text", "termez", "#roadblocks-2"], ["above the bar", "elephants", ".masthead"]]) {
  test(`shows a hit ${where} where a panel was that has not been drawn yet`, async ({ page }) => {
    await visit(page);
    await holdDrawing(page);
    await page.keyboard.press("/");
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await page.evaluate(() => window.draw());
    await expect.poll(() => painted(page, "hit")).toHaveLength(1);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await hitIsCovered(page, id)).toBe(false);
    await expect(page.getByRole("button", { name: "Next in the text" })).toBeFocused();
  });
}

test("folds case, accents, quotes and dashes; takes phrases, and words that need not stand together", async ({ page }) => {
  await visit(page);
  await look(page, "MARLENE");
  await expect(panel(page).getByRole("link", { name: /Marlène Laruelle/ }).first()).toBeVisible();
  await box(page).fill("nato's");
  const straight = await said(page).textContent();
  await box(page).fill("nato’s");
  await expect(said(page)).toHaveText(straight);
  await box(page).fill("“gas pipeline”");
  await expect(said(page)).toHaveText("1 hit in 1 passage");
  await box(page).fill('"pipeline gas"');
  await expect(said(page)).toContainText("Nothing");
  await box(page).fill("hub containers");
  await expect(said(page)).toContainText("in 1 passage");
  await box(page).fill("tajik-kyrgyz");
  await expect(panel(page).locator("mark", { hasText: /^Tajik$/ }).first()).toBeVisible();
});

test("opens by its button too", async ({ page }) => {
  await visit(page);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(box(page)).toBeFocused();
  await expect(panel(page).getByRole("heading", { name: "Named most often" })).toBeVisible();
});

test("forgives one typo where nothing else is found, and says so", async ({ page }) => {
  await visit(page);
  await look(page, "uzbekstan");
  await expect(said(page)).toContainText("Nothing for “uzbekstan”. Instead, “uzbekistan”");
  await expect(panel(page).getByRole("heading", { name: "In the text" })).toBeVisible();
});

test("lists a few of each kind for a single letter, more for two, and says how many more there are", async ({ page }) => {
  await visit(page);
  await look(page, "a");
  const group = (name) => panel(page).locator("section", { has: page.getByRole("heading", { name }) });
  const [, names, passages] = (await said(page).textContent()).match(/^(\d+) names, \d+ hits in (\d+) passages$/).map(Number);
  const links = (name) => group(name).getByRole("link");
  for (const name of ["Organisations and terms", "People", "In the text"]) await expect(links(name)).toHaveCount(3);
  await expect(group("In the text")).toContainText(`and ${passages - 3} passages more`);
  const more = await panel(page).getByText(/^and \d+ more$/).allInnerTexts();
  const listed = await panel(page).getByRole("link").count() - 3;
  expect(listed + more.reduce((sum, words) => sum + Number(words.match(/\d+/)), 0)).toBe(names);
  await box(page).fill("an");
  await expect(links("In the text")).toHaveCount(12);
});

test("shows nothing of the search before, and arrows pass nothing that is hidden", async ({ page }) => {
  await visit(page);
  await look(page, "a");
  const headings = panel(page).getByRole("heading");
  await expect(headings).toHaveText(["States", "Organisations and terms", "People", "Places", "In the text"]);
  await box(page).fill("aktau");
  await expect(headings).toHaveText(["Places", "In the text"]);
  const links = panel(page).getByRole("link");
  for (const words of await links.allInnerTexts()) expect(words).toMatch(/aktau/i);
  await expect(panel(page).locator("mark:visible").first()).toHaveText("Aktau");
  for (let i = await links.count(); i > 0; i--) {
    await page.keyboard.press("ArrowDown");
    await expect(links.and(page.locator(":focus"))).toHaveCount(1);
  }
  await page.keyboard.press("ArrowDown");
  await expect(box(page)).toBeFocused();
});

test("breaks no short name for what stands beside it, and keeps both in one line or two", async ({ page }) => {
  await visit(page);
  await look(page, "a");
  for (const name of ["NATO", "IPCP"]) {
    const words = panel(page).locator("a > span > span:visible").filter({ hasText: RegExp(`^${name}$`) });
    await expect(words).toBeVisible();
    const [pieces, below] = await words.evaluate((e) => [e.getClientRects().length, e.getBoundingClientRect().top - e.closest("a").getBoundingClientRect().top]);
    expect(pieces, name).toBe(1);
    // The name begins where its line begins, not under the note.
    expect(below, name).toBeLessThan(16);
  }
});

test("is helped out of an empty and a hopeless search", async ({ page }) => {
  await visit(page);
  await look(page, "xyzzyx");
  await expect(said(page)).toHaveText("Nothing in this issue for “xyzzyx”. Fewer letters find more.");
  await box(page).fill("petraeus kazbat");
  await expect(said(page)).toContainText("No passage has all of “petraeus kazbat”");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(panel(page).getByRole("button", { name: /kazbat/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(box(page)).toBeFocused();
  await expect(said(page)).toContainText("2 hits");
  await expect(box(page)).toHaveValue("kazbat");
  await box(page).fill("");
  await expect(panel(page).getByRole("heading", { name: "Named most often" })).toBeVisible();
  await expect(page).toHaveURL(/#overview$/);
});

test("finds people, places, organisations by what they stand for, and years", async ({ page }) => {
  await visit(page);
  for (const [words, heading, result] of [
    ["gates", "People", "Robert Gates"], ["aktau", "Places", "Aktau"],
    ["planning and review", "Organisations and terms", "PARP"], ["20", "Years", "2014"], ["dushanbe", "States", "Tajikistan"],
  ]) {
    await look(page, words);
    await expect(panel(page).getByRole("heading", { name: heading, exact: true })).toBeVisible();
    await expect(panel(page).locator(`h2:text-is("${heading}") + ul`)).toContainText(result, { useInnerText: true });
  }
  await panel(page).getByRole("link", { name: /Tajikistan/ }).first().click();
  await expect(card(page, "Tajikistan")).toBeInViewport();
});

test("marks hits in the text, goes from one to the next, and shares them", async ({ page }) => {
  await visit(page);
  await look(page, "termez");
  await page.keyboard.press("Enter");
  await expect.poll(() => painted(page, "hit")).toEqual(["Termez"]);
  await expect(panel(page)).toBeHidden();
  expect(await hitIsCovered(page, "#roadblocks-2")).toBe(false);
  await expect(page.locator("#roadblocks-2")).toBeInViewport();
  await expect(steps(page)).toContainText("1 of 1");

  await look(page, "elephants");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(steps(page)).toContainText(/^“elephants”2 of \d+/);
  await expect.poll(() => painted(page, "hit")).toEqual(["elephants"]);
  await expect(page).toHaveURL(/&q=elephants$/);
  const shared = page.url();
  await page.goto("about:blank");
  await page.goto(shared);
  await page.waitForSelector("html[data-ready]");
  await expect(steps(page)).toContainText("in the text");
  await page.locator("#editorial-4").scrollIntoViewIfNeeded();
  await expect.poll(async () => (await painted(page)).every((w) => w === "elephants") && (await painted(page)).length).toBeGreaterThan(0);
  await page.getByRole("button", { name: "End the search" }).click();
  await expect(page).not.toHaveURL(/q=/);
  await expect.poll(() => painted(page)).toEqual([]);
});

test("marks hits in titles and the masthead as in the text", async ({ page }) => {
  await visit(page, "#overview&q=elephants");
  const paintedIn = (place) => page.evaluate((place) => [...(CSS.highlights.get("hits") ?? [])].some((range) => range.startContainer.parentElement.closest(place)), place);
  await expect.poll(() => paintedIn(".masthead .subtitle")).toBe(true);
  await look(page, "nato");
  await page.locator("#sco-csto-title").scrollIntoViewIfNeeded();
  await expect.poll(() => paintedIn("#sco-csto-title")).toBe(true);
  // A passage that begins with a name is painted to the letter too.
  await page.locator("#sco-csto-4").scrollIntoViewIfNeeded();
  await expect.poll(() => paintedIn("#sco-csto-4")).toBe(true);
  expect([...new Set(await painted(page))]).toEqual(["NATO"]);
});

test("follows a result to its hit and returns to the results", async ({ page }) => {
  await visit(page);
  await look(page, "federal guidelines");
  await page.keyboard.press("ArrowDown");
  await expect(panel(page).getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeHidden();
  await expect.poll(() => painted(page, "hit")).toEqual(["federal"]);
  await expect(page.locator("#roadblocks-6, #roadblocks-7").filter({ hasText: "federal guidelines" })).toBeInViewport();
  const pill = page.getByRole("button", { name: "Back to the results for “federal guidelines”" });
  await pill.click();
  await expect(panel(page)).toBeVisible();
  await expect(box(page)).toHaveValue("federal guidelines");
  await expect(pill).toBeHidden();
});

fresh("marks whole passages where the browser cannot paint hits", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(CSS, "highlights", { value: undefined }));
  await visit(page, "#roadblocks-2&q=termez");
  await expect(page.locator("#roadblocks-2")).toHaveAttribute("data-hit", "");
  await expect(page.locator("[data-hit]")).toHaveCount(1);
});

test("writes no entry of the history for a key", async ({ page }) => {
  await visit(page);
  const before = await page.evaluate(() => history.length);
  await look(page, "");
  await box(page).pressSequentially("northern distribution", { delay: 20 });
  await expect(page).toHaveURL(/q=northern\+distribution$/);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test("leaves the list of results alone when a key finds the same", async ({ page }) => {
  await visit(page);
  await look(page, "uzbeki");
  const results = panel(page).locator(".results");
  await expect(results.getByRole("link").first()).toBeVisible();
  await results.evaluate((list) => {
    window.changes = [];
    new MutationObserver((all) => window.changes.push(...all.map((m) => m.type))).observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await box(page).press("s");
  await expect(steps(page)).toContainText("uzbekis");
  expect(await page.evaluate(() => window.changes)).toEqual([]);
  await box(page).fill("gas pipeline");
  await expect.poll(() => page.evaluate(() => window.changes.length)).toBeGreaterThan(0);
});
