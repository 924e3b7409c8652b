// The main journeys, in three engines. What differs from engine to engine by design is named where it does.
import { test, expect, fragment, focus, gives, inView, look, misses, pixels, seen, sees, SITE, trouble, visit } from "./tab.mjs";

const STATES = ["kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan"];
/** What is found stands on this, by day: `--found` of the stylesheets. */
const FOUND = [0xff, 0xdf, 0x80];

test.afterEach(async ({ tab }) => { expect(await trouble(tab)).toEqual([]); });

test("chooses each state on the map and by its button, and closes its card", async ({ tab }) => {
  await visit(tab);
  for (const state of STATES) {
    await tab.click(`.place.country[href="#${state}"] > span`);
    await sees(tab, `#${state}`);
    await fragment(tab).toBe(`#${state}`);
    await gives(tab, (state) => document.querySelector(`a.state[href="#${state}"]`).getAttribute("aria-current"), state).toBe("true");
    await tab.press("Escape");
    await misses(tab, `#${state}`);
    await tab.click(`.five a[href="#${state}"]`);
    await sees(tab, `#${state}`);
    await tab.click(`#${state} .close`);
    await misses(tab, `#${state}`);
  }
});

test("opens no preview of what the map has moved under a pointer at rest", async ({ tab }) => {
  await visit(tab);
  await tab.click(".place.country[href='#uzbekistan'] > span");
  await sees(tab, "#uzbekistan");
  // Longer than a preview takes to open.
  await new Promise((later) => { setTimeout(later, 1_500); });
  await misses(tab, "#preview");
  await tab.press("Escape");
  await misses(tab, "#uzbekistan");
});

test("a link to the map, which stands beside the text, leaves the text at its top", async ({ tab }) => {
  await visit(tab, "#map");
  expect(await tab.run(() => innerWidth)).toBeGreaterThan(1_000);
  await new Promise((later) => { setTimeout(later, 700); });
  await gives(tab, () => Math.round(scrollY)).toBe(0);
});

test("hits the land itself", async ({ tab }) => {
  await visit(tab);
  const [x, y] = await tab.run(() => {
    document.getElementById("map").scrollIntoView({ behavior: "instant" });
    const { left, top, width, height } = document.getElementById("shape-kazakhstan").getBoundingClientRect();
    return [left + width * 0.5, top + height * 0.3];
  });
  await tab.clickAt(x, y);
  await sees(tab, "#kazakhstan");
});

test("text laid out above the reader moves nothing", async ({ tab }) => {
  await visit(tab);
  const [moved, less] = await tab.run(async () => {
    const frames = async () => { for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame); };
    const passage = document.getElementById("sco-csto-5");
    const pieces = [...document.querySelectorAll(".reader > article")];
    // The page has found that nothing is left to be laid out.
    await new Promise((later) => { setTimeout(later, 300); });
    // As it is when the page has just come, and the reader has gone far down at once.
    for (const piece of pieces.slice(0, 4)) {
      piece.removeAttribute("data-laid");
      piece.style.containIntrinsicBlockSize = "750rem";
    }
    await frames();
    passage.scrollIntoView({ behavior: "instant" });
    await frames();
    const now = () => [passage.getBoundingClientRect().top, document.documentElement.scrollHeight];
    const before = now();
    document.dispatchEvent(new Event("readystatechange"));
    for (let i = 0; i < 200 && document.querySelector(".reader > article:not([data-laid])"); i++) await frames();
    await frames();
    const after = now();
    return [after[0] - before[0], before[1] - after[1]];
  });
  expect(less, "px that the page is shorter").toBeGreaterThan(2_000);
  expect(Math.abs(moved), "px that the passage has moved").toBeLessThan(2);
});

test("goes from a fact to its sentence, and back to the same place", async ({ tab }) => {
  await visit(tab, "#kazakhstan");
  await tab.click("#kazakhstan-only-ipap summary");
  await sees(tab, "#kazakhstan-only-ipap blockquote", "the only Central Asian country to have agreed an IPAP");
  await tab.click("#kazakhstan-only-ipap a[href*='interview-q4-2']");
  await fragment(tab).toBe("#interview-q4-2&country=kazakhstan");
  await gives(tab, inView, "#interview-q4-2").toBe(true);
  await focus(tab).toBe("interview-q4-2");
  await tab.back();
  await fragment(tab).toBe("#kazakhstan");
  await gives(tab, inView, "#kazakhstan-only-ipap").toBe(true);
});

test("comes by a link to a passage, a statement, a card, and reloads there", async ({ tab }) => {
  for (const [path, there] of [["#interview-q7-2", "#interview-q7-2"], ["#tajikistan-border-crossings-closed", "#tajikistan-border-crossings-closed blockquote"], ["#turkmenistan&layers=csto,ndn", "#turkmenistan"]]) {
    await tab.goto("about:blank");
    await visit(tab, path);
    await gives(tab, inView, there).toBe(true);
    // A card, and what it says, stand over the start page.
    if (!path.startsWith("#interview")) await gives(tab, () => scrollY).toBe(0);
    await tab.reload();
    await gives(tab, () => document.documentElement.hasAttribute("data-ready")).toBe(true);
    await gives(tab, inView, there).toBe(true);
  }
});

test("goes back and forward over choices", async ({ tab }) => {
  await visit(tab);
  for (const state of STATES.slice(0, 3)) await tab.click(`.five a[href="#${state}"]`);
  await sees(tab, "#tajikistan");
  await tab.back();
  await sees(tab, "#kyrgyzstan");
  await tab.back();
  await sees(tab, "#kazakhstan");
  await tab.forward();
  await sees(tab, "#kyrgyzstan");
});

test("searches as it is typed, marks and counts hits, and follows one", async ({ tab }) => {
  await visit(tab);
  await look(tab, "pipeline");
  await tab.press("Enter");
  await fragment(tab).toMatch(/&q=pipeline/);
  // Hits near the window are painted; an engine without painted highlights marks the passage instead.
  await gives(tab, () => {
    if (!("Highlight" in window)) return document.querySelectorAll("[data-hit]").length > 0;
    const hits = [...(CSS.highlights.get("hits") ?? [])].map(String);
    return hits.length > 0 && hits.every((words) => /pipeline/i.test(words));
  }).toBe(true);
  await tab.press("Escape");
  await gives(tab, seen, "#panel-search").toBe(false);
});

test("paints what was found in the text", async ({ tab }) => {
  await visit(tab, "#editorial&q=NATO");
  // An engine without painted highlights marks the passage instead.
  if (await tab.run(() => !("Highlight" in window))) return gives(tab, () => document.querySelectorAll("[data-hit]").length > 0).toBe(true);
  await expect.poll(() => pixels(tab, FOUND), { timeout: 10_000 }).toBeGreaterThan(2_000);
});

test("opens a cell of the matrix, goes through it by arrows, sorts it", async ({ tab }) => {
  await visit(tab, "#matrix");
  await gives(tab, () => document.querySelectorAll("#matrix tbody td span").length).toBe(40);
  await tab.click("#matrix a[href='#turkmenistan-ipcp']");
  await sees(tab, "#turkmenistan-ipcp blockquote");
  await tab.press("Escape");
  await gives(tab, () => document.activeElement.getAttribute("href")).toBe("#turkmenistan");
  await tab.click("#matrix button[aria-label='Sort by IPAP']");
  await gives(tab, () => document.querySelector("#matrix [data-col=ipap]").getAttribute("aria-sort")).toBe("descending");
  await gives(tab, () => document.querySelector("#matrix tbody a").getAttribute("href")).toBe("#kazakhstan");
  await tab.run(() => document.querySelector("#matrix a[href='#turkmenistan-ipcp']").focus());
  await tab.press("ArrowRight");
  await gives(tab, () => document.activeElement.getAttribute("href") !== "#turkmenistan-ipcp" && document.activeElement.closest("#matrix") !== null).toBe(true);
});

test("reads every word of the matrix and the headings of two cards whole and within their cells, on the narrowest phones too", async ({ tab }) => {
  for (const [width, path, cells] of [320, 360, 390].flatMap((width) => [[width, "#matrix", "#matrix :is(th, td)"], [width, "#kazakhstan&with=tajikistan", ".pair th"]])) {
    await tab.resize(width, 740);
    await visit(tab, path);
    const cut = await tab.run((cells) => {
      const wrong = [];
      for (const cell of document.querySelectorAll(cells)) {
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          // What stands between spaces and hyphens is not broken.
          for (const { 0: word, index } of node.data.matchAll(/[^\s\u00ad]+/g)) {
            // The last: Chromium counts a hyphen that it has set to the letter after it.
            const letter = (at) => {
              const range = document.createRange();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              return [...range.getClientRects()].at(-1);
            };
            const [first, last, box] = [letter(index), letter(index + word.length - 1), cell.getBoundingClientRect()];
            if (!first?.width) continue;
            if (Math.round(first.top) !== Math.round(last.top)) wrong.push(`${word} is broken`);
            else if (first.left < box.left - 1 || last.right > box.right + 1) wrong.push(`${word} is cut`);
          }
        }
      }
      return wrong;
    }, cells);
    expect(cut, `${path}, ${width} px`).toEqual([]);
  }
});

test("narrows the timeline, and the address keeps it", async ({ tab }) => {
  await visit(tab, "#timeline&only=tajikistan");
  const count = () => [...document.querySelectorAll("#timeline .events > li")].filter((e) => e.getClientRects().length).length;
  await gives(tab, () => document.querySelector("#timeline [data-left]").textContent).toMatch(/^\d+ of/);
  const few = await tab.run(count);
  expect(few).toBeGreaterThan(0);
  await visit(tab, "?all#timeline");
  expect(await tab.run(count)).toBeGreaterThan(few);
});

test("steps through the mentions of a state by key", async ({ tab }) => {
  await visit(tab, "#tajikistan");
  await tab.press("n");
  await gives(tab, () => document.querySelector("#steps [role=status]").textContent).toMatch(/^\d+ of \d+ · \w+$/);
  await gives(tab, inView, "[data-at]").toBe(true);
});

test("sets two cards side by side", async ({ tab }) => {
  await visit(tab, "#kazakhstan&with=uzbekistan");
  await sees(tab, ".pair", "Kazakhstan");
  await sees(tab, ".pair", "Uzbekistan");
});

test("zooms the map by its buttons and by keys", async ({ tab }) => {
  await visit(tab);
  const wide = () => document.getElementById("shape-uzbekistan").getBoundingClientRect().width;
  const before = await tab.run(wide);
  await tab.click("button[aria-label='Zoom in']");
  await expect.poll(() => tab.run(wide)).toBeGreaterThan(before * 1.3);
  await tab.run(() => document.querySelector("a.state[href='#uzbekistan']").focus());
  await tab.press("-");
  await expect.poll(() => tab.run(wide)).toBeLessThan(before * 1.1);
  await tab.press("+");
  await expect.poll(() => tab.run(wide)).toBeGreaterThan(before * 1.3);
});

test("opens help, settings and contents, and Escape gives the focus back", async ({ tab }) => {
  await visit(tab);
  await tab.press("?");
  await sees(tab, "#panel-help");
  await tab.press("Escape");
  await misses(tab, "#panel-help");
  for (const panel of ["settings", "contents"]) {
    await tab.run((id) => document.getElementById(id).focus(), `open-panel-${panel}`);
    await tab.press("Enter");
    await sees(tab, `#panel-${panel}`);
    await tab.press("Escape");
    await misses(tab, `#panel-${panel}`);
    await focus(tab).toBe(`open-panel-${panel}`);
  }
});

test("walks by Tab from the start through the five, and opens one with Enter", async ({ tab }) => {
  await visit(tab);
  const stops = [];
  for (let i = 0; i < 12; i++) {
    await tab.press("Tab");
    stops.push(await tab.run(() => document.activeElement.getAttribute("href") ?? document.activeElement.id ?? ""));
  }
  // Safari passes over links unless its owner asks for them; WebKitGTK does not.
  expect(stops[0], stops.join(" ")).toMatch(/^#/);
  expect(stops, stops.join(" ")).toEqual(expect.arrayContaining(STATES.map((state) => `#${state}`)));
  await tab.run(() => document.querySelector(".five a[href='#kyrgyzstan']").focus());
  await tab.press("Enter");
  await sees(tab, "#kyrgyzstan");
  await tab.press("Escape");
  await focus(tab).toBe("#kyrgyzstan");
});

test("cites a fact", async ({ tab }) => {
  await visit(tab, "#kazakhstan-only-ipap");
  await tab.click("#kazakhstan-only-ipap button", "Cite");
  await gives(tab, () => document.getElementById("cite-words").value).toMatch(/^“Kazakhstan is the only .*early 2012/);
});

/** What went wrong in the frame. */
const troubleInside = (tab) => tab.inFrame(() => window.trouble ?? ["the frame was not watched"]);

/** A page of another site with this before a frame of the edition, once that answers. */
async function hosted(tab, before, asked) {
  const frame = `<iframe width="100%" height="640" title="t" src="${SITE}/fine/embed.html${asked}"></iframe>`;
  const listen = "<script>heard = []; trouble = []; addEventListener('message', (e) => heard.push(e.data))</script>";
  await tab.goto(`http://localhost:4184/made.html?${encodeURIComponent(`<!doctype html><meta charset="utf-8"><title>Host</title><body>${listen}${before}${frame}`)}`);
  await gives(tab, () => heard.some((d) => d.type === "ready")).toBe(true);
}

test("a frame that begins at a card neither scrolls its host nor takes the focus", async ({ tab }) => {
  await hosted(tab, "<button id='own' autofocus>Own</button><p style='height: 1500px'>Own</p>", "#kazakhstan");
  await tab.run(() => new Promise((resolve) => { setTimeout(resolve, 600); }));
  expect(await tab.run(() => [scrollY, document.activeElement.id])).toEqual([0, "own"]);
  expect(await troubleInside(tab)).toEqual([]);
});

test("in a frame of another site it speaks, hears, and leaves the host's history alone", async ({ tab }) => {
  await hosted(tab, "", "?show=map#overview");
  const before = await tab.run(() => history.length);
  await tab.run(() => document.querySelector("iframe").contentWindow.postMessage({ eucamWatch: 1, type: "go-to", fragment: "uzbekistan" }, "*"));
  await gives(tab, () => heard.some((d) => d.type === "select" && d.country === "uzbekistan")).toBe(true);
  expect(await tab.inFrame(() => document.getElementById("uzbekistan").getClientRects().length)).toBeGreaterThan(0);
  expect(await tab.run(() => history.length)).toBe(before);
  expect(await troubleInside(tab)).toEqual([]);
});
