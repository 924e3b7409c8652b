// The map under hand and key.
import { constants, inflateSync } from "node:zlib";
import { test, expect, visit, card, fault, phone } from "./visit.mjs";

/** Pixels of a state's width: how large the map is drawn. */
const width = (page, state = "uzbekistan") => page.locator(`#shape-${state}`).evaluate((s) => s.getBoundingClientRect().width);
/** Waits until the map has gone where it was to go, if anywhere. */
const still = async (page) => {
  await page.waitForTimeout(550);
  await page.locator("#map").evaluate(async (map) => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    do await frame(); while (map.getAnimations({ subtree: true }).some((a) => a instanceof CSSTransition));
  });
};
const wheel = (page, ctrlKey) => page.locator("#map").evaluate((map, ctrlKey) => {
  const box = map.getBoundingClientRect();
  const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 3 };
  return map.dispatchEvent(new WheelEvent("wheel", { deltaY: -120, ctrlKey, bubbles: true, cancelable: true, ...at }));
}, ctrlKey);

test("zooms by buttons and back, and shares what is in view", async ({ page }) => {
  await visit(page);
  await page.locator("#map").scrollIntoViewIfNeeded();
  const before = await width(page);
  const whole = page.getByRole("button", { name: "Show the whole again" });
  await expect(whole).toBeHidden();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await still(page);
  const nearer = await width(page);
  expect(nearer / before).toBeGreaterThan(1.4);
  expect(nearer / before).toBeLessThan(1.6);
  await expect(page).toHaveURL(/frame=-?\d+,-?\d+,\d+$/);
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await still(page);
  expect(Math.abs((await width(page)) - nearer)).toBeLessThan(2);
  await page.getByRole("button", { name: "Zoom out" }).click();
  await still(page);
  expect(Math.abs((await width(page)) / before - 1)).toBeLessThan(0.02);
  await whole.click();
  await still(page);
  expect(Math.abs((await width(page)) - before)).toBeLessThan(2);
  await expect(page).not.toHaveURL(/frame/);
});

test("counts every one of quick presses on the zoom buttons", async ({ page }) => {
  await visit(page);
  await page.locator("#map").scrollIntoViewIfNeeded();
  const before = await width(page);
  await page.getByRole("button", { name: "Zoom in" }).dblclick();
  await still(page);
  const ratio = (await width(page)) / before;
  expect(ratio).toBeGreaterThan(2.1);
  expect(ratio).toBeLessThan(2.4);
});

test("zooms and moves by keys while the focus is on the map", async ({ page }) => {
  await visit(page);
  const before = await width(page);
  await page.locator(".state[tabindex='0']").focus();
  await page.keyboard.press("+");
  await still(page);
  expect(await width(page)).toBeGreaterThan(before * 1.4);
  const left = () => page.locator("#shape-uzbekistan").evaluate((s) => s.getBoundingClientRect().left);
  const at = await left();
  await page.keyboard.press("Shift+ArrowRight");
  await still(page);
  expect(await left()).toBeLessThan(at - 20);
  await page.keyboard.press("0");
  await still(page);
  expect(Math.abs((await width(page)) - before)).toBeLessThan(2);
});

test("leaves the wheel to the page unless Ctrl is held", async ({ page }) => {
  await visit(page);
  await page.locator("#map").scrollIntoViewIfNeeded();
  const before = await width(page);
  expect(await wheel(page, false), "not taken").toBe(true);
  expect(Math.abs((await width(page)) - before)).toBeLessThan(1);
  expect(await wheel(page, true), "taken").toBe(false);
  for (let i = 0; i < 2; i++) await wheel(page, true);
  await still(page);
  // Every turn counts: exp(3 × 120 / 200), whatever is still moving.
  expect((await width(page)) / before).toBeGreaterThan(5.5);
});

test("zooms to a double click, and moves by dragging, which chooses nothing: a mouse's acts @desktop", async ({ page }) => {
  await visit(page);
  const before = await width(page);
  await page.mouse.dblclick(1200, 300);
  await still(page);
  expect(await width(page)).toBeGreaterThan(before * 1.9);
  const box = () => page.locator("#shape-kazakhstan").evaluate((s) => s.getBoundingClientRect().left);
  await page.mouse.move(900, 300);
  const at = await box();
  await page.mouse.down();
  await page.mouse.move(950, 340, { steps: 4 });
  await page.mouse.move(1000, 360, { steps: 4 });
  await page.mouse.up();
  await still(page);
  expect(Math.abs((await box()) - at - 100)).toBeLessThan(8);
  await expect(page.locator(".card:visible")).toHaveCount(0);
});

test("takes a double click on a state for one: by the second click the map has moved @desktop", async ({ page }) => {
  await visit(page);
  for (const delay of [0, 120]) {
    await page.mouse.click(820, 355, { clickCount: 2, delay });
    await still(page);
    await expect(card(page, "Uzbekistan")).toBeVisible();
    await expect(page).toHaveURL(/#uzbekistan$/);
    await page.goBack();
    await expect(page.locator(".card:visible")).toHaveCount(0);
    await still(page);
  }
  // On the state whose card is open it draws nearer, as on the ground.
  await page.goto("./#uzbekistan");
  await still(page);
  const before = await width(page);
  await page.locator("#map .name-uzbekistan").dblclick();
  await still(page);
  expect(await width(page)).toBeGreaterThan(before * 1.5);
});

test("lets the map go when the button was let go where the page could not hear of it @desktop", async ({ page }) => {
  await visit(page);
  await page.mouse.move(900, 320);
  await page.mouse.down();
  await page.mouse.move(960, 340, { steps: 4 });
  await expect(page.locator("#map")).toHaveAttribute("data-moving", "");
  const move = (x) => page.evaluate((x) => document.body.dispatchEvent(new PointerEvent("pointermove", { pointerType: "mouse", buttons: 0, clientX: x, clientY: 340, bubbles: true })), x);
  await move(1000);
  await expect(page.locator("#map")).not.toHaveAttribute("data-moving");
  await still(page);
  const at = (await page.locator("#map .sheet").boundingBox()).x;
  await move(1100);
  await still(page);
  expect((await page.locator("#map .sheet").boundingBox()).x).toBe(at);
  await page.mouse.up();
});

test("keeps where two fingers brought the map when the system takes them away @phone", fault("Interaction: the system takes two fingers away"), async ({ page }) => {
  await visit(page);
  const box = await page.locator("#map").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const client = await page.context().newCDPSession(page);
  const fingers = (gap) => [{ x: x - gap, y, id: 0 }, { x: x + gap, y, id: 1 }];
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(30) });
  await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(50) });
  await expect(page.locator("#map")).toHaveAttribute("data-moving", "");
  await client.send("Input.dispatchTouchEvent", { type: "touchCancel", touchPoints: [] });
  await expect(page.locator("#map")).not.toHaveAttribute("data-moving");
  await expect(page).toHaveURL(/frame=-?\d+,-?\d+,\d+/);
});

test("zooms by two fingers round the point between them @phone", async ({ page }) => {
  await visit(page);
  const box = await page.locator("#map").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const before = await width(page);
  const client = await page.context().newCDPSession(page);
  const fingers = (gap) => [{ x: x - gap, y, id: 0 }, { x: x + gap, y, id: 1 }];
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(30) });
  for (const gap of [35, 45, 60]) await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(gap) });
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await still(page);
  const ratio = (await width(page)) / before;
  expect(ratio).toBeGreaterThan(1.8);
  expect(ratio).toBeLessThan(2.2);
  expect(await page.evaluate(() => visualViewport.scale)).toBe(1);
});

test("hits Tajikistan with a thumb @phone", fault("Interaction: a thumb on the smallest state"), async ({ page }) => {
  await visit(page);
  const box = await page.locator(".place.country[href='#tajikistan'] > span").boundingBox();
  for (const [x, y] of [[0.5, 0.5], [0.1, 0.2], [0.9, 0.85]]) {
    await page.touchscreen.tap(box.x + box.width * x, box.y + box.height * y);
    await expect(card(page, "Tajikistan")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.evaluate(() => scrollTo(0, 0));
  }
});

test("moves between frames smoothly, and at once where motion is unwelcome", async ({ page }) => {
  for (const [reducedMotion, moves] of [["no-preference", true], ["reduce", false]]) {
    await page.emulateMedia({ reducedMotion });
    await page.goto("about:blank");
    await visit(page);
    const start = await width(page);
    // A slow machine may draw no frame in between: the browser is asked what it sets out to do.
    await page.evaluate(() => { globalThis.glides = 0; document.getElementById("map").addEventListener("transitionrun", ({ target }) => { if (target.id === "map") globalThis.glides++; }); });
    await page.getByRole("link", { name: "Corridor" }).click();
    await expect.poll(async () => Math.abs((await width(page)) - start)).toBeGreaterThan(2);
    await still(page);
    expect((await page.evaluate(() => globalThis.glides)) > 0, reducedMotion).toBe(moves);
  }
});

test("sees whom an entry of the key means", async ({ page }) => {
  await visit(page);
  const entry = page.locator(".legend").getByRole("button", { name: /^\+ PARP ?: Kazakhstan, Kyrgyzstan, Uzbekistan$/ });
  const opacity = (state) => page.locator(`.state.s-${state}`).evaluate((s) => Number(getComputedStyle(s).opacity));
  await entry.focus();
  await expect.poll(() => opacity("tajikistan")).toBeLessThan(0.5);
  expect(await opacity("kyrgyzstan")).toBe(1);
  await page.locator(".legend").getByRole("button", { name: "ferry" }).focus();
  await expect.poll(() => page.locator(".route.rail").first().evaluate((r) => Number(getComputedStyle(r).opacity))).toBeLessThan(0.5);
  await page.locator(".skip").focus();
  await expect.poll(() => opacity("tajikistan")).toBe(1);
});

// @desktop: on a narrow page the key stands in the flow, and its button over it.
test("sees the whole key in the map's corner, and its button on none of it @desktop", async ({ page }) => {
  await visit(page);
  for (const width of [1000, 1060, 1120, 1200, 1269, 1270, 1280, 1440, 1600, 1680, 1760, 1920, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    const amiss = await page.locator(".legend").evaluate((legend) => {
      const [own, button] = [legend, legend.querySelector("summary")].map((e) => e.getBoundingClientRect());
      const entries = [...legend.querySelectorAll(".group, li")].map((e) => [e.textContent, e.getBoundingClientRect()]);
      const cut = entries.filter(([, e]) => e.bottom > own.bottom || e.right > own.right || e.top < own.top);
      const under = entries.filter(([, e]) => e.left < button.right && e.right > button.left && e.top < button.bottom && e.bottom > button.top);
      return { entries: entries.length, cut: cut.map(([words]) => words), under: under.map(([words]) => words) };
    });
    expect(amiss, `${width} px`).toEqual({ entries: 32, cut: [], under: [] });
  }
});

test("has the whole map under its layers and views at any width, and Tab through its key moves no text @desktop", async ({ page }) => {
  await visit(page);
  for (const width of [1000, 1050, 1100, 1150, 1198, 1199, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const [controls, map] = await page.evaluate(() => [".controls", ".map"].map((part) => document.querySelector(part).getBoundingClientRect()));
    expect(Math.abs(map.top - controls.bottom), `${width} px`).toBeLessThan(1);
    expect(map.bottom, `${width} px`).toBeCloseTo(800, 0);
  }
  await page.locator(".controls a").last().focus();
  for (let entry = 0; entry < 28; entry++) {
    await page.keyboard.press("Tab");
    const { words, scrolled } = await page.evaluate(() => ({ words: document.activeElement.closest(".legend") && document.activeElement.textContent, scrolled: scrollY }));
    expect(words, `stop ${entry}`).toBeTruthy();
    expect(scrolled, words).toBe(0);
  }
});

/** Labels that lie on another, or are cut by the map's edge, where the map now is; or that there are few. */
const collisions = (page) => page.evaluate(() => {
  const map = document.querySelector("#map").getBoundingClientRect();
  const shown = (element) => getComputedStyle(element).visibility === "visible" && element.getBoundingClientRect().width > 0;
  const turned = (element) => !["none", "0deg"].includes(getComputedStyle(element).rotate);
  const labels = [...document.querySelectorAll(".place:not(.country) > span, .place.country b, .place.country em")];
  const boxes = labels.filter((label) => shown(label) && !turned(label)).map((span) => {
    const { left, top, right, bottom } = span.getBoundingClientRect();
    return { words: span.textContent, fixed: span.closest(".country"), left, top, right, bottom };
  });
  const found = boxes.length < 4 ? [`only ${boxes.length} labels`] : [];
  boxes.forEach((a, i) => {
    if (!a.fixed && (a.left < map.left || a.right > map.right || a.top < map.top)) found.push(`${a.words} is cut`);
    for (const b of boxes.slice(i + 1)) {
      if (!(a.fixed && b.fixed) && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found.push(`${a.words} on ${b.words}`);
    }
  });
  return found;
});

test("reads every label of the map at any frame, zoom and size: none lies on another or is cut", async ({ page }, info) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit(page);
  const frames = ["", "region", "five", "corridor", "south"];
  // Zooms at random, the same every time.
  let seed = 7;
  const random = (from, to) => {
    seed = (seed * 16807) % 2147483647;
    return Math.round(from + ((to - from) * seed) / 2147483647);
  };
  for (let i = 0; i < 7; i++) frames.push(`${random(-1200, 1200)},${random(-1200, 900)},${random(350, 2800)}`);
  const found = [];
  for (const [width, height] of phone(info) ? [[320, 640], [360, 740], [768, 1024]] : [[1000, 700], [1280, 800], [1680, 1050]]) {
    await page.setViewportSize({ width, height });
    for (const frame of frames) {
      for (const rest of ["", "&layers=nato,csto,sco,ndn,tapi,eu", "&country=uzbekistan"]) {
        await page.evaluate((hash) => { location.hash = hash; }, `map${rest}${frame && `&frame=${frame}`}`);
        await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 30)));
        found.push(...(await collisions(page)).map((what) => `${width} px, ${frame}${rest}: ${what}`));
      }
    }
  }
  expect(found).toEqual([]);
});

test("shows every label that the folded key makes room for @desktop", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit(page);
  const crowded = () => page.locator("#map .place[data-crowded]").evaluateAll((places) => places.map((place) => place.textContent));
  const still = () => page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 100)));
  const [folded, before] = [[], []];
  for (const frame of ["region", "five", "corridor", "south"]) {
    await page.evaluate((hash) => { location.hash = hash; }, `map&layers=nato,csto,sco,ndn,tapi,eu&frame=${frame}`);
    await still();
    before.push(await crowded());
    await page.locator(".legend summary").click();
    await still();
    folded.push(await crowded());
    // The map's size changes, and back again.
    await page.setViewportSize({ width: 1281, height: 800 });
    await still();
    await page.setViewportSize({ width: 1280, height: 800 });
    await still();
    expect(folded.at(-1), frame).toEqual(await crowded());
    await page.locator(".legend summary").click();
    await still();
    expect(await crowded(), `${frame}, unfolded again`).toEqual(before.at(-1));
  }
  expect(folded, "a label more somewhere").not.toEqual(before);
});

test("shows by four shades how far each state has gone with NATO, by day, by night and on paper", async ({ page }) => {
  const shades = async () => {
    const fills = await page.evaluate(() => ["turkmenistan", "uzbekistan", "kazakhstan"].map((id) => getComputedStyle(document.getElementById(`shape-${id}`)).fill).concat(getComputedStyle(document.querySelector("#map .land")).fill));
    expect(new Set(fills).size, fills.join()).toBe(4);
    return fills;
  };
  await visit(page);
  const day = await shades();
  await page.emulateMedia({ colorScheme: "dark" });
  const night = await shades();
  expect(night.filter((shade) => day.includes(shade))).toEqual([]);
  // Who has asked for dark pages still prints on white paper.
  for (const theme of ["", "dark"]) {
    await page.locator("html").evaluate((html, theme) => { html.dataset.theme = theme; }, theme);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await shades(), `printed, ${theme}`).toEqual(day);
    await page.emulateMedia({ media: "screen", colorScheme: "dark" });
    expect(await shades()).toEqual(night);
  }
});

test("names each entry of the key in words of its own", async ({ page }) => {
  await visit(page);
  for (const name of [/^CSTO reluctant ?: Uzbekistan$/, /^SCO reluctant ?: Uzbekistan$/]) await expect(page.getByRole("button", { name })).toHaveCount(1);
  const names = await page.locator(".legend button").allTextContents();
  expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
});

test("prints the key's colours, which are what it says @desktop", async ({ page }) => {
  await visit(page);
  /** How often something is filled with the deepest shade. */
  const filled = async () => {
    const paper = (await page.pdf()).toString("latin1");
    const drawn = [...paper.matchAll(/stream\r?\n(.*?)endstream/gs)].map(([, bytes]) => { try { return inflateSync(Buffer.from(bytes, "latin1"), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1"); } catch { return ""; } }).join("");
    const shade = [0x6f, 0xa6, 0xd0].map((part) => String(Math.round(part / 255 * 10_000) / 10_000).replace(/^0/, "")).join(" ");
    return drawn.split(`${shade} rg`).length - 1;
  };
  const all = await filled();
  await page.locator(".legend .d3").evaluate((swatch) => { swatch.style.background = "none"; });
  expect(all).toBeGreaterThan(await filled());
});
