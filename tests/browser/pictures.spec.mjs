// The chief states look as somebody has seen and blessed them, at four sizes, by day and by night. `cargo xtask bless`
// renews tests/browser/blessed/*.png; look at `cargo xtask shoot` first, and at what git says has changed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test, expect, visit } from "./visit.mjs";
import { difference, reader } from "./pictures.mjs";

const SIZES = [[360, 740], [768, 1024], [1280, 800], [1680, 1050]];
const STATES = { start: "", card: "#uzbekistan", passage: "#interview-q4-2", matrix: "#matrix", frame: "embed.html?show=map#overview" };
const FOLDER = "tests/browser/blessed";

/** Everything that comes has come, and nothing moves. */
async function still(page) {
  // Fonts that no text has asked for yet are no part of the picture; those that it has are waited for.
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.querySelectorAll("image")].map((i) => new Promise((done) => { const copy = new Image(); copy.onload = copy.onerror = done; copy.src = i.href.baseVal; })));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  await page.waitForTimeout(250);
}

for (const [name, fragment] of Object.entries(STATES)) {
  for (const [width, height] of SIZES) {
    // In a frame the map alone is wide and low, or it is a phone's.
    if (name === "frame" && ![360, 1280].includes(width)) continue;
    test(`the ${name} at ${width} × ${height} px looks as it was blessed, light and dark @desktop`, async ({ page, browser }, info) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await visit(page, fragment);
      // Where an address leads into the parts after the text, it is seen, but not to the pixel at the same height.
      if (name === "matrix") await page.locator("#matrix").evaluate((part) => scrollTo(0, part.getBoundingClientRect().top + scrollY - 120));
      const pictures = await reader(browser);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await still(page);
        const shot = await page.screenshot({ caret: "hide" });
        const [file, is] = [`${FOLDER}/${name}-${width}-${colorScheme}.png`, await pictures.read(shot)];
        const was = existsSync(file) && (await pictures.read(readFileSync(file), 1));
        const differ = was ? difference(was, is) : ["nothing has been blessed"];
        if (differ.length && /^(all|changed)$/.test(info.config.updateSnapshots)) {
          mkdirSync(FOLDER, { recursive: true });
          writeFileSync(file, await pictures.write(is));
        } else if (differ.length) {
          writeFileSync(info.outputPath(`${name}-${width}-${colorScheme}.png`), shot);
          expect.soft(differ, `${file}, cells at x,y in px; the picture is in test-results/`).toEqual([]);
        }
      }
      await pictures.close();
    });
  }
}

// What the comparison is good for, said by itself.
test("a label that has moved by six px is seen, a font that is drawn otherwise is not @desktop", async ({ page, browser }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await visit(page);
  const pictures = await reader(browser);
  const shot = async (css) => {
    await page.evaluate((css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }, css);
    await still(page);
    return pictures.read(await page.screenshot({ caret: "hide" }));
  };
  const was = await shot("");
  expect(difference(was, await shot("")), "the same page twice").toEqual([]);
  // Thicker strokes: what a new version of a font, or of what draws it, does.
  expect(difference(was, await shot("* { -webkit-text-stroke: 0.1px }")), "other letterforms").toEqual([]);
  for (const label of [".place.country[href='#tajikistan']", "#map-title", ".five a", ".legend summary"]) {
    expect(difference(was, await shot(`${label} { translate: 6px 0 }`)), `${label}, moved`).not.toEqual([]);
  }
  await pictures.close();
});
