// axe finds nothing in any state of the page, by day or by night.
import AxeBuilder from "@axe-core/playwright";
import { test, expect, visit, STATES } from "./visit.mjs";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].any[0]?.message ?? ""}`);
}

async function look(page, words) {
  await page.keyboard.press("/");
  await page.getByRole("searchbox").fill(words);
}

// States that an address opens, and states that an act opens.
const states = ["", ...STATES.map((name) => `#${name.toLowerCase()}`), "#interview-q4-2", "#narnia", "#kazakhstan&with=uzbekistan", "#roadblocks-2&q=uzbekistan", "#map&frame=400,-700,900"];
const acts = {
  "the contents open": ["#interview-q4-2", (page) => page.getByRole("button", { name: /^Contents, now/ }).click()],
  "search, nothing typed": ["", (page) => look(page, "")],
  "search with results of every kind": ["", (page) => look(page, "a")],
  "a hopeless search": ["", (page) => look(page, "petraeus kazbat")],
  "reading settings": ["", (page) => page.getByRole("button", { name: "Reading settings" }).click()],
  "help": ["", (page) => page.keyboard.press("?")],
  "a term's preview": ["#editorial-1", (page) => page.locator("#editorial-1 a.o").first().press("Enter")],
  "a mention stepped to": ["#tajikistan", (page) => page.keyboard.press("n")],
  "a jump with its way back": ["", (page) => page.locator(".contents").getByRole("link", { name: "Interview" }).last().press("Enter")],
};

for (const colorScheme of ["light", "dark"]) {
  for (const fragment of states) {
    test(`axe finds nothing at “${fragment}”, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await visit(page, fragment);
      // Where a sheet begins, what it covers by half is no target.
      if (STATES.some((name) => fragment === `#${name.toLowerCase()}`)) await page.locator("#map").evaluate((map) => scrollTo(0, map.offsetTop));
      expect(await findings(page)).toEqual([]);
    });
  }
}

for (const [name, [fragment, act]] of Object.entries(acts)) {
  test(`axe finds nothing in ${name}, light and dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await visit(page, fragment);
    await act(page);
    await page.waitForTimeout(300);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await findings(page), colorScheme).toEqual([]);
    }
  });
}
