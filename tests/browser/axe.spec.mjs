// axe finds nothing in any state of the page, by day or by night.
import AxeBuilder from "@axe-core/playwright";
import { test, expect, visit, STATES, look } from "./visit.mjs";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds; by night only the colours are other than by day. The long text is looked at as a whole once; in
 * other states only the part of it that the address names: the rest is what it was.
 */
async function findings(page, colorScheme, whole = false) {
  // All is in one document: to gather what several would say, a page of its own, costs a second each time.
  // What it finds right would be half a megabyte to send out of the page each time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ reporter: "no-passes", resultTypes: ["violations"] });
  const panel = await page.evaluate((panels) => [...document.querySelectorAll(panels)].some((p) => p.checkVisibility()), "#panel-contents, #panel-settings, #panel-help, #panel-cite, #panel-trail, #panel-embed");
  const rest = `.reader > ${panel ? "*" : ":not([data-here], :has([data-here], [data-at]))"}`;
  if (panel || !whole) {
    axe.exclude(panel ? "main" : rest);
    await page.evaluate(empty, rest);
  }
  // Cards that are not shown are looked at when they are.
  await page.evaluate(() => { for (const card of document.querySelectorAll(".card")) if (!card.checkVisibility({ visibilityProperty: true })) card.replaceChildren(); });
  // A frame's page has its main part and its first heading in the host; the preview is such a frame.
  if (page.url().includes("/embed.html")) axe.disableRules(["landmark-one-main", "page-has-heading-one"]);
  axe.exclude("#embed-preview");
  const { violations } = await (colorScheme === "dark" ? axe.withRules(["color-contrast"]) : axe.withTags(rules)).analyze();
  // What a bar or a panel covers by half at this scroll is a target once it is scrolled out: it is measured there.
  for (const violation of violations.filter((v) => v.id === "target-size")) {
    const small = (target) => page.evaluate((selector) => {
      const element = document.querySelector(selector);
      const { width, height } = element.getBoundingClientRect();
      return width < 24 || height < 24;
    }, target);
    const nodes = [];
    for (const node of violation.nodes) {
      const covered = node.any.some((check) => check.data?.messageKey?.includes("artiallyObscured") || /obscured/.test(check.message));
      if (!covered || (await small(node.target[0]))) nodes.push(node);
    }
    violation.nodes = nodes;
  }
  return violations.filter((v) => v.nodes.length).map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].any[0]?.message ?? ""}`);
}

/**
 * Takes out of parts all but their headings, and leaves them their height and the places that links lead to:
 * axe walks also through what it is to leave out, for half its time. (A locator of these parts takes two seconds.)
 */
const empty = (selector) => {
  const parts = [...document.querySelectorAll(selector)];
  const heights = parts.map((part) => part.offsetHeight);
  parts.forEach((part, i) => {
    part.style.blockSize = `${heights[i]}px`;
    const places = [...part.querySelectorAll("[id]:not(h2)")].map(({ id }) => Object.assign(document.createElement("i"), { id }));
    part.replaceChildren(...part.querySelectorAll("h2"), ...places);
  });
};

/** Nothing is found, by day or by night; colours are the same at both sizes. */
async function none(page, project, whole = false) {
  for (const colorScheme of project.name === "phone" ? ["light"] : ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await findings(page, colorScheme, whole), colorScheme).toEqual([]);
  }
}

// States that an address opens, and states that an act opens, with what is then seen.
const states = ["", ...STATES.map((name) => `#${name.toLowerCase()}`), "#interview-q4-2", "#narnia", "#kazakhstan&with=uzbekistan", "#roadblocks-2&q=uzbekistan", "#map&frame=400,-700,900"];
const acts = {
  "the contents open": ["#interview-q4-2", (page) => page.getByRole("button", { name: /^Contents, now/ }).click(), "#panel-contents"],
  "search, nothing typed": ["", (page) => look(page, ""), "#panel-search"],
  "search with results of every kind": ["", (page) => look(page, "a"), ".results mark"],
  "a hopeless search": ["", (page) => look(page, "petraeus kazbat"), "#panel-search:has-text('petraeus kazbat')"],
  "reading settings": ["", (page) => page.getByRole("button", { name: "Reading settings" }).click(), "#panel-settings"],
  "help": ["", (page) => page.keyboard.press("?"), "#panel-help"],
  "a term's preview": ["#editorial-1", (page) => page.locator("#editorial-1 a.o").first().press("Enter"), "#preview"],
  "a mention stepped to": ["#tajikistan", (page) => page.keyboard.press("n"), "#steps-count:has-text('1 of ')"],
  "the matrix, sorted, a column on the map": ["#matrix", async (page) => { await page.getByRole("button", { name: "Sort by PARP" }).press("Enter"); await page.locator("#matrix").getByRole("button", { name: /^SCO/ }).press("Enter"); }, "#matrix:has([data-col=parp][aria-sort]) [aria-pressed=true]"],
  "the timeline, narrowed, an event open": ["#event-spur-blown-up&only=tajikistan", (page) => page.locator("#event-spur-blown-up summary").focus(), "#event-spur-blown-up blockquote"],
  "a route with a leg lit": ["#route-ndn-south", (page) => page.locator("#route-ndn-south summary").nth(1).press("Enter"), "#route-ndn-south li > details[open]"],
  "voices of one state": ["#voices-values&only=uzbekistan", () => {}, "#voices-values"],
  "a citation": ["#kazakhstan-only-ipap", (page) => page.locator("#kazakhstan-only-ipap").getByRole("button", { name: "Cite" }).click(), "#panel-cite"],
  "a trail": ["#overview&trail=interview-q4-2~zz,gone,uzbekistan", (page) => page.getByRole("button", { name: /^Your trail/ }).click(), "#panel-trail li"],
  "a trail being read": ["#interview-q4-2&trail=interview-q4-2,uzbekistan", () => {}, "#steps-count:has-text('1 of 2')"],
  "a jump with its way back": ["", (page) => page.locator(".contents").getByRole("link", { name: "Interview" }).last().press("Enter"), "#back"],
};

for (const fragment of states) {
  test(`axe finds nothing at “${fragment}”, light and dark`, async ({ page }, { project }) => {
    // The whole text takes axe some ten seconds by day and by night, and twice that on a busy machine.
    if (fragment === "") test.slow();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await visit(page, fragment);
    // Where a sheet begins, what it covers by half is no target.
    if (STATES.some((name) => fragment === `#${name.toLowerCase()}`)) await page.locator("#map").evaluate((map) => scrollTo(0, map.offsetTop));
    await none(page, project, fragment === "");
  });
}

// What axe leaves to others: it judges neither a single letter, nor what a field asks for, nor a line.
test("paragraph signs and what fields ask for are read, and lines under links are seen, light and dark", async ({ page }, { project }) => {
  await visit(page, "#editorial-1");
  // A finger cannot rest over a paragraph: there its sign is always seen.
  if (project.name === "desktop") await page.locator("#editorial-2").hover();
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const ratios = await page.evaluate(() => {
      const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      const paint = (...colours) => { for (const colour of colours) { brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1); } return [...brush.getImageData(0, 0, 1, 1).data]; };
      const linear = (part) => ((part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      // Relative luminance and contrast ratio as WCAG 2.2 defines them.
      const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      const ratio = (one, other) => { const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b); return (high + 0.05) / (low + 0.05); };
      const paper = getComputedStyle(document.documentElement).backgroundColor;
      const of = (selector, kind, pseudo) => {
        const style = getComputedStyle(document.querySelector(selector), pseudo);
        const on = paint(paper);
        brush.globalAlpha = Number(style.opacity);
        const seen = paint(style[kind]);
        brush.globalAlpha = 1;
        return ratio(on, seen);
      };
      return { sign: of("#editorial-2 .permalink", "color"), asks: of("#search", "color", "::placeholder"), name: of("a.m:not(.all)", "textDecorationColor"), term: of("a.o", "textDecorationColor") };
    });
    for (const kind of ["sign", "asks"]) expect(ratios[kind], `${kind}, ${colorScheme}`).toBeGreaterThanOrEqual(4.5);
    for (const kind of ["name", "term"]) expect(ratios[kind], `${kind}, ${colorScheme}`).toBeGreaterThanOrEqual(3);
  }
});

// Pages beside the edition's own.
const beside = {
  "a frame of the map": "embed.html?show=map#uzbekistan", "a frame that grows": "embed.html?mode=flow#kazakhstan&with=uzbekistan",
  "a frame of one passage": "embed.html?show=one#interview-q4-2", "a frame of the matrix": "embed.html?mode=flow&show=matrix&accent=ffcc00#matrix", "the page about embedding": "embedding.html",
};
for (const [name, address] of Object.entries(beside)) {
  test(`axe finds nothing in ${name}, light and dark`, async ({ page }, { project }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`./${address}`);
    if (address.startsWith("embed.html")) await page.waitForSelector("html[data-ready]");
    await page.waitForTimeout(300);
    await none(page, project);
  });
}

test("axe finds nothing in the panel that embeds, light and dark @desktop", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit(page);
  await page.getByRole("button", { name: "Embed", exact: true }).first().click();
  await page.frameLocator("#embed-preview").locator("html[data-ready]").waitFor({ state: "attached" });
  await none(page, { name: "desktop" });
});

for (const [name, [fragment, act, shown]] of Object.entries(acts)) {
  test(`axe finds nothing in ${name}, light and dark`, async ({ page }, { project }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await visit(page, fragment);
    await act(page);
    await expect(page.locator(shown).first()).toBeVisible();
    await page.waitForTimeout(300);
    await none(page, project);
  });
}
