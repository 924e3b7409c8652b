// What a screen reader is told, kept as text: names, roles, states and their order. `cargo xtask bless` renews it.
import { test, expect, fault, visit, card } from "./visit.mjs";

const parts = {
  map: ["", (page) => page.locator("#map")],
  "the five": ["#uzbekistan", (page) => page.getByRole("navigation", { name: "The five states" })],
  card: ["#tajikistan", (page) => card(page, "Tajikistan")],
  reader: ["", (page) => page.locator("#interview")],
  matrix: ["#matrix", (page) => page.locator("#matrix")],
};
for (const [name, [fragment, part]] of Object.entries(parts)) {
  test(`the tree of ${name} @desktop`, async ({ page }) => {
    await visit(page, fragment);
    await expect(part(page)).toMatchAriaSnapshot({ name: `${name.replace(" ", "-")}.aria.yml` });
  });
}

test("the whole page is heard in one sense: place, card, map, states, text, source @desktop", async ({ page }) => {
  await visit(page, "#uzbekistan");
  const order = await page.evaluate(() => [...document.querySelectorAll("header, nav, main, footer, [role=region], section:is([aria-label], [aria-labelledby]), h1, h2")].filter((e) => e.getClientRects().length && !e.closest("[hidden]")).map((e) => e.getAttribute("aria-label") ?? e.getAttribute("aria-labelledby") ?? (e.matches("h1, h2") ? `${e.tagName} ${e.textContent.trim()}` : e.tagName)));
  const at = (words) => order.findIndex((o) => o.includes(words));
  const stops = ["HEADER", "H1 NATO and Central Asia", "H2 Uzbekistan", "map-title", "The five states", "MAIN", "H2 Interview", "FOOTER"].map(at);
  expect(stops.every((s) => s >= 0), order.join(" | ")).toBe(true);
  expect(stops, order.join(" | ")).toEqual([...stops].sort((a, b) => a - b));
});

test("a whole visit by keyboard alone: text, state, sentence, back, search, table", async ({ page }) => {
  await visit(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#editorial$/);
  await page.goto("./");
  await page.waitForSelector("html[data-ready]");
  const tabTo = async (there) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(there)) return;
    }
    throw new Error(`not reached by Tab: ${there}`);
  };
  await tabTo(() => document.activeElement.closest(".five") !== null);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(card(page, "Kyrgyzstan")).toBeVisible();
  await tabTo(() => document.activeElement.matches("#kyrgyzstan summary"));
  await page.keyboard.press("Enter");
  await expect(page.locator("#kyrgyzstan blockquote:visible").first()).toBeVisible();
  await tabTo(() => document.activeElement.textContent.trim() === "Show in the text");
  await page.keyboard.press("Enter");
  await expect(page.locator(".reader [data-here]")).toBeInViewport();
  await expect(page.locator(".reader [data-here]")).toBeFocused();
  await page.keyboard.press("Backspace").catch(() => {});
  await page.goBack();
  await expect(card(page, "Kyrgyzstan")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("border crossings");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Step through the text" })).toContainText("1 of");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.goto("./#matrix");
  await page.waitForSelector("html[data-ready]");
  await tabTo(() => document.activeElement.closest("#matrix table") !== null);
  const at = () => page.evaluate(() => (document.activeElement.closest("#matrix tbody") ? document.activeElement.hash : ""));
  const first = await at();
  await page.keyboard.press("ArrowDown");
  const next = await at();
  expect(next).toMatch(/^#\w/);
  expect(next).not.toBe(first);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${next}\\b`));
  await expect(page.locator(next)).toBeInViewport();
  await expect(page.locator(".card:visible")).toHaveCount(1);
});

test("the ring round what has the focus is seen whole, at every edge", async ({ page }) => {
  await visit(page, "#uzbekistan");
  await page.keyboard.press("/");
  await page.keyboard.type("uzbekistan");
  await expect(page.locator(".results mark").first()).toBeVisible();
  await page.keyboard.press("Tab");
  const cut = await page.evaluate(() => {
    const places = ".five a, .bar > button, .results a, .results button, .steps button, .zoom button, .controls button, .controls a, .card[data-shown] header button";
    const found = { whole: 0, cut: [] };
    for (const element of document.querySelectorAll(places)) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      element.focus();
      if (document.activeElement !== element) continue;
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
      const ring = outlineStyle === "none" ? NaN : parseFloat(outlineWidth) + parseFloat(outlineOffset);
      const box = element.getBoundingClientRect();
      const seen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      for (let up = element.parentElement; up !== document.body; up = up.parentElement) {
        const { overflowX, contain, position } = getComputedStyle(up);
        const clip = up.getBoundingClientRect();
        if (overflowX !== "visible" || /strict|content|paint/.test(contain)) {
          seen.left = Math.max(seen.left, clip.left);
          seen.top = Math.max(seen.top, clip.top);
          seen.right = Math.min(seen.right, clip.right);
          seen.bottom = Math.min(seen.bottom, clip.bottom);
        }
        if (position === "fixed") break;
      }
      const whole = box.left - ring >= seen.left - 1 && box.top - ring >= seen.top - 1 && box.right + ring <= seen.right + 1 && box.bottom + ring <= seen.bottom + 1;
      if (whole) found.whole++;
      else found.cut.push(`${element.parentElement.className}: ${element.textContent.slice(0, 30)}`);
    }
    return found;
  });
  expect(cut.cut).toEqual([]);
  expect(cut.whole).toBeGreaterThan(20);
});

test("in forced colours the chosen state, its layers and the focus are told by more than colour @desktop", fault("Environment: forced colours"), async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await visit(page, "#uzbekistan");
  const look = (state) => page.locator(`.e-${state}`).evaluate((e) => { const s = getComputedStyle(e); return [s.stroke, s.strokeWidth].join(" "); });
  expect(await look("uzbekistan")).not.toBe(await look("tajikistan"));
  const fill = (state) => page.locator(`a.s-${state} path`).evaluate((e) => getComputedStyle(e).fill);
  expect(await fill("uzbekistan")).not.toBe(await fill("tajikistan"));
  await expect(page.locator("#map .relief").first()).toBeHidden();
  await page.locator(".five a").first().focus();
  const outline = await page.locator(".five a").first().evaluate((e) => { const s = getComputedStyle(e); return [s.outlineStyle, parseFloat(s.outlineWidth)]; });
  expect(outline[0]).not.toBe("none");
  expect(outline[1]).toBeGreaterThanOrEqual(2);
  // Words on the map have their ground.
  const label = await page.locator(".place.country[href='#uzbekistan']").evaluate((e) => getComputedStyle(e).color);
  expect(label).not.toBe("rgba(0, 0, 0, 0)");
});

test("where motion is unwelcome nothing moves by itself @desktop", fault("Environment: reduced motion"), async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit(page);
  await page.locator(".five a").first().click();
  await page.locator(".controls").getByRole("link", { name: "Corridor" }).click();
  const moving = await page.evaluate(() => document.getAnimations().filter((a) => a.playState === "running" && a.effect.getComputedTiming().duration > 20).length);
  expect(moving).toBe(0);
});
