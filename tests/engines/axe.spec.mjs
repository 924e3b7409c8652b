// axe finds nothing in any state, in three engines. (By night and on a phone: tests/browser/axe.spec.mjs.)
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { SITE, expect, focus, gives, look, ready, sees, test } from "./tab.mjs";

// The axe that the tests in Chromium use.
const own = createRequire(import.meta.url);
const source = await readFile(createRequire(own.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds in the page but for `without`: what has been looked at in another state and is as it was. */
async function findings(tab, without = []) {
  await tab.run((source) => { if (!window.axe) (0, eval)(source); }, source).catch(() => tab.run(`(() => { ${source} })`));
  return tab.run(async (without, tags) => {
    // Emptied but for headings, height and the places that links lead to: axe walks also through what it is to leave out.
    const parts = [...document.querySelectorAll(without.map((w) => (w === "main" ? ".reader > *" : w)).join() || "none")].filter((part) => part.closest(".reader"));
    const heights = parts.map((part) => part.offsetHeight);
    parts.forEach((part, i) => {
      part.style.blockSize = `${heights[i]}px`;
      const places = [...part.querySelectorAll("[id]:not(h2)")].map(({ id }) => Object.assign(document.createElement("i"), { id }));
      part.replaceChildren(...part.querySelectorAll("h2"), ...places);
    });
    // Cards that are not shown are looked at when they are.
    for (const card of document.querySelectorAll(".card")) if (!card.checkVisibility({ visibilityProperty: true })) card.replaceChildren();
    const { violations } = await axe.run({ exclude: without }, { runOnly: tags, resultTypes: ["violations"], reporter: "no-passes" });
    // What a bar covers by half at this scroll is a target once it is scrolled out: it is measured there.
    const small = (node) => { const { width, height } = document.querySelector(node.target[0]).getBoundingClientRect(); return width < 24 || height < 24; };
    const covered = (node) => node.any.some((check) => check.data?.messageKey?.includes("artiallyObscured") || /obscured/.test(check.message));
    for (const v of violations.filter((v) => v.id === "target-size")) v.nodes = v.nodes.filter((node) => !covered(node) || small(node));
    return violations.filter((v) => v.nodes.length).map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 120)} ${v.nodes[0].any[0]?.message ?? ""}`);
  }, without, tags);
}

const READ = [".reader > :not([data-here], :has([data-here], [data-at]))"];
const states = {
  "the start": ["", []], "Kazakhstan": ["#kazakhstan", READ], "Kyrgyzstan": ["#kyrgyzstan", READ], "Tajikistan": ["#tajikistan", READ], "Turkmenistan": ["#turkmenistan", READ], "Uzbekistan": ["#uzbekistan", READ],
  "a passage": ["#interview-q4-2", READ], "a wrong address": ["#narnia", READ], "two cards": ["#kazakhstan&with=uzbekistan", READ], "hits": ["#roadblocks-2&q=uzbekistan", READ], "the map, near": ["#map&frame=400,-700,900", READ],
  "the matrix": ["#matrix", READ], "the timeline": ["#timeline&only=tajikistan", READ], "an event": ["#event-spur-blown-up&only=tajikistan", READ], "a route": ["#route-ndn-south", READ], "voices of one state": ["#voices-values&only=uzbekistan", READ], "a trail": ["#interview-q4-2&trail=interview-q4-2,uzbekistan", READ],
  "a frame of the map": ["embed.html?show=map#uzbekistan", []], "a frame of one passage": ["embed.html?show=one#interview-q4-2", []],
  "a frame that grows": ["embed.html?mode=flow#kazakhstan&with=uzbekistan", READ], "a frame of the matrix": ["embed.html?mode=flow&show=matrix&accent=ffcc00#matrix", []],
  "the page about embedding": ["embedding.html", []],
};

/** Presses Enter on the first element of this selector, with these words. */
async function enter(tab, selector, words = "") {
  await tab.run((selector, words) => [...document.querySelectorAll(selector)].find((e) => e.getClientRects().length && e.textContent.includes(words)).focus(), selector, words);
  await tab.press("Enter");
}

async function lookFor(tab, words) {
  await tab.press("/");
  await focus(tab).toBe("search");
  if (words) await tab.type(words);
}

// States that an act opens: from which address, by what, and what is then seen.
const acts = {
  "search, nothing typed": ["", (tab) => lookFor(tab, ""), "#panel-search"],
  "a hopeless search": ["", (tab) => lookFor(tab, "petraeus kazbat"), "#panel-search", "petraeus kazbat"],
  "a term's preview": ["#editorial-1", (tab) => enter(tab, "#editorial-1 a.o"), "#preview"],
  "a mention stepped to": ["#tajikistan", (tab) => tab.press("n"), "#steps-count", "1 of "],
  "the matrix, sorted, a column on the map": ["#matrix", async (tab) => { await enter(tab, "#matrix button[aria-label='Sort by PARP']"); await enter(tab, "#matrix button", "SCO"); }, "#matrix:has([data-col=parp][aria-sort]) [aria-pressed=true]"],
  "a route with a leg lit": ["#route-ndn-south", (tab) => enter(tab, "#route-ndn-south li summary"), "#route-ndn-south li > details[open]"],
  "a citation": ["#kazakhstan-only-ipap", (tab) => enter(tab, "#kazakhstan-only-ipap button", "Cite"), "#panel-cite"],
  "a jump with its way back": ["", (tab) => enter(tab, ".contents a[href='#interview']"), "#back"],
};

test("axe finds nothing in any state that an act opens (Chromium has tests/browser/axe.spec.mjs)", async ({ tab, engine }) => {
  test.skip(engine === "chromium", "tests/browser/axe.spec.mjs looks at these too");
  test.setTimeout(300_000);
  for (const [name, [fragment, act, shown, words]] of Object.entries(acts)) {
    await tab.goto("about:blank");
    await tab.goto(`${SITE}/fine/${fragment}`);
    await ready(tab);
    await tab.run(() => document.fonts.ready.then(() => true));
    await act(tab);
    await sees(tab, shown, words);
    await new Promise((later) => { setTimeout(later, 300); });
    expect(await findings(tab, shown.startsWith("#panel") ? ["main"] : READ), name).toEqual([]);
  }
});

test("axe finds nothing in any state that an address opens (Chromium has tests/browser/axe.spec.mjs)", async ({ tab, engine }) => {
  test.skip(engine === "chromium", "tests/browser/axe.spec.mjs looks at these and more");
  test.setTimeout(600_000);
  for (const [name, [path, without]] of Object.entries(states)) {
    await tab.goto("about:blank");
    await tab.goto(`${SITE}/fine/${path}`);
    if (path !== "embedding.html") await ready(tab);
    await tab.run(() => document.fonts.ready.then(() => true));
    const found = await findings(tab, without);
    // In a frame the host has the main part and the first heading.
    expect(found.filter((f) => !path.startsWith("embed") || !/^(landmark-one-main|page-has-heading-one)/.test(f)), name).toEqual([]);
  }
});

test("axe finds nothing in any panel (Chromium has tests/browser/axe.spec.mjs)", async ({ tab, engine }) => {
  test.skip(engine === "chromium", "tests/browser/axe.spec.mjs looks at these and more");
  test.setTimeout(180_000);
  await tab.goto(`${SITE}/fine/`);
  await ready(tab);
  for (const panel of ["contents", "settings", "help", "trail", "embed"]) {
    await tab.run((id) => document.getElementById(id).focus(), `open-panel-${panel}`);
    await tab.press("Enter");
    await sees(tab, `#panel-${panel}`);
    expect(await findings(tab, ["main", "#embed-preview"]), panel).toEqual([]);
    await tab.press("Escape");
    await gives(tab, (id) => document.getElementById(id).getClientRects().length, `panel-${panel}`).toBe(0);
  }
  await look(tab, "pipeline");
  expect(await findings(tab, ["main"]), "search").toEqual([]);
});
