// Hundreds of acts at random, and three thousand messages at random: what must hold, holds after each.
import { fresh, test, expect, fault, visit } from "./visit.mjs";
import { alive, frame, heard, host } from "./host.mjs";

/** Numbers from 0 to 1 that come again with the same seed (mulberry32). */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** What holds at rest, or what does not. */
const broken = (page) => page.evaluate(() => {
  const wrong = [];
  const edition = document.querySelector(".edition");
  const chosen = edition.getAttribute("data-chosen");
  const pair = edition.getAttribute("data-with");
  const cards = [...document.querySelectorAll(".card")].filter((c) => c.checkVisibility({ visibilityProperty: true }) && !c.closest(".pair")).map((c) => c.id);
  if (!pair && cards.join() !== (chosen ?? "")) wrong.push(`chosen ${chosen}, cards ${cards}`);
  const current = [...new Set([...document.querySelectorAll("a.state[aria-current], .five a[aria-current]")].map((a) => a.getAttribute("href").slice(1).split("&")[0]))];
  if (current.sort().join() !== [chosen, pair].filter(Boolean).sort().join()) wrong.push(`chosen ${chosen}, current ${current}`);
  const [target, ...rest] = decodeURIComponent(location.hash.slice(1)).split("&");
  const five = ["kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan"];
  const named = rest.map((part) => part.match(/^country=(.*)/)?.[1]).find(Boolean) ?? five.find((state) => target === state || target.startsWith(`${state}-`)) ?? null;
  if (named !== chosen) wrong.push(`address ${location.hash}, chosen ${chosen}`);
  const layers = rest.map((part) => part.match(/^layers=(.*)/)?.[1]).find((l) => l !== undefined);
  if (layers !== undefined && layers.split(",").filter((name) => name && name !== "none").sort().join(" ") !== edition.dataset.layers.split(" ").filter(Boolean).sort().join(" ")) wrong.push(`address ${layers}, layers ${edition.dataset.layers}`);
  const focus = document.activeElement;
  if (focus !== document.body && !focus.getClientRects().length) wrong.push(`focus on what is not drawn: ${focus.outerHTML.slice(0, 80)}`);
  if (edition.hasAttribute("data-panel") && [...document.querySelectorAll("[id^=panel-]")].filter((p) => p.getClientRects().length).length !== 1) wrong.push("not one panel");
  if (document.getElementById("trouble").getClientRects().length) wrong.push("the app has stopped");
  if (document.documentElement.scrollWidth > innerWidth) wrong.push("wider than the window");
  return wrong;
});

/** What lies over the first letters of the mention, hit or passage that an act led to, if anything does. */
const over = (page, act) => page.evaluate((act) => {
  const hit = [...(CSS.highlights.get("hit") ?? [])][0];
  const led = { mention: hit ?? document.querySelector("[data-at]"), search: hit, jump: document.querySelector("[data-here]:focus") }[act];
  if (!led || (act !== "search" && document.querySelector(".edition").hasAttribute("data-panel"))) return null;
  const rect = led.getClientRects()[0];
  const top = document.elementFromPoint(rect.left + 2, rect.top + Math.min(6, rect.height / 2));
  const own = led.startContainer?.parentElement ?? led;
  return own.contains(top) || top?.contains(own) ? null : (top?.outerHTML.slice(0, 80) ?? "out of view");
}, act);

test("five hundred acts at random, two hundred on a phone, leave one choice, its address, and a focus and a place that are seen", fault("Interaction: a walk of five hundred acts at random"), async ({ page }, { project }) => {
  test.setTimeout(300_000);
  const many = project.name === "phone" ? 200 : 500;
  await visit(page);
  // A file or a licence would take the place of the page.
  await page.evaluate(() => addEventListener("click", (event) => { if (event.target.closest("a:not([href^='#'])")) event.preventDefault(); }, true));
  const dice = random(20_120_101);
  const pick = (all) => all[Math.floor(dice() * all.length)];
  const states = ["kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan"];
  /** Clicks one of these that can be seen, as the page's own links are clicked. */
  const click = (selector) => page.evaluate(([selector, share]) => {
    const all = [...document.querySelectorAll(selector)].filter((e) => e.getClientRects().length && e.checkVisibility({ visibilityProperty: true }));
    const one = all[Math.floor(share * all.length)];
    one?.focus({ preventScroll: true });
    one?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    return one?.outerHTML.slice(0, 60);
  }, [selector, dice()]);
  const acts = {
    state: () => click(pick([".five a", "a.state", ".reader a.m[href^='#']"])),
    close: () => click(".card .close"),
    escape: () => page.keyboard.press("Escape"),
    chip: () => click(".controls a"),
    mention: () => page.keyboard.press(pick(["n", "p"])),
    zoom: () => page.keyboard.press(pick(["+", "-"])),
    fact: () => click(".card summary"),
    jump: () => click(".card a[href*='-'], .contents a, #matrix td a"),
    back: () => page.evaluate(() => { if (navigation.canGoBack) history.back(); }),
    panel: () => click(".bar button"),
    steps: () => click(".steps button"),
    search: async () => { await page.keyboard.press("/"); await page.keyboard.type(pick(["uzb", "hub", "pipe line", "“", "nato csto"])); await page.keyboard.press("Enter"); },
    tab: async () => { for (let i = 0; i < 3; i++) await page.keyboard.press(pick(["Tab", "Shift+Tab"])); },
    arrows: async () => {
      await page.keyboard.press(pick(["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft", "Home", "End"]));
      // The browser may scroll for a while at these keys, and would scroll on over what the next act leads to.
      let before;
      do { before = await page.evaluate(() => scrollY); await page.waitForTimeout(150); } while (before !== await page.evaluate(() => scrollY));
    },
    enter: () => page.keyboard.press("Enter"),
    read: () => page.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), dice()),
    beside: () => page.evaluate((pair) => { location.hash = `${pair[0]}&with=${pair[1]}`; }, [pick(states), pick(states)]),
  };
  const names = Object.keys(acts);
  // Acts that are the browser's own (Tab can leave the page); all others leave the focus on something.
  const away = ["back", "beside", "read", "tab"];
  const lost = () => page.evaluate(() => document.activeElement === document.body);
  const done = [];
  let start;
  for (let step = 0; step < many; step++) {
    const name = pick(names);
    done.push(name);
    const had = !(away.includes(name) || (await lost()));
    await acts[name]();
    await expect.poll(() => broken(page), { message: `after step ${step}: ${done.slice(-4).join(", ")}`, timeout: 20_000 }).toEqual([]);
    await expect.poll(() => over(page, name), { message: `seen after step ${step}: ${done.slice(-4).join(", ")}` }).toBe(null);
    if (had) await expect.poll(lost, { message: `focus lost by step ${step}: ${done.slice(-4).join(", ")}` }).toBe(false);
    // A link may open another window; the walk stays in this one.
    for (const other of page.context().pages()) if (other !== page) await other.close();
    if (step === 100) start = await page.evaluate(() => document.getElementsByTagName("*").length);
  }
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  const end = await page.evaluate(() => document.getElementsByTagName("*").length);
  expect(end, `elements, ${start} after a hundred acts`).toBeLessThan(start * 1.1 + 300);
});

fresh("three thousand messages at random change nothing in a frame @desktop", fault("Embed: three thousand messages at random"), async ({ page }) => {
  // Each is to be read: how many a second are is tried elsewhere, and here each that has been read makes room at once.
  await page.addInitScript(() => { const later = setTimeout; window.setTimeout = (act, ms, ...more) => later(act, ms === 2_000 ? 0 : ms, ...more); });
  const inside = await host(page, frame("#uzbekistan"));
  await alive(inside);
  const state = () => inside.locator("html").evaluate((html) => [html.getAttribute("data-theme"), document.querySelector(".edition").dataset.layers, document.querySelector(".edition").dataset.chosen, location.hash, scrollY].join("|"));
  await expect.poll(async () => (await heard(page, "ready")).length).toBe(1);
  await page.waitForTimeout(600);
  const before = await state();
  const dice = random(7);
  const pick = (all) => all[Math.floor(dice() * all.length)];
  const value = (depth = 0) => pick([
    () => null, () => dice() * 1e9, () => -1, () => "", () => "uzbekistan&", () => "#<script>alert(1)</script>", () => "x".repeat(3_000), () => "__proto__", () => true, () => ["nato", "none"], () => [], () => "\u202e\u0000",
    () => (depth > 3 ? {} : Object.fromEntries([...Array(3)].map(() => [pick(["eucamWatch", "type", "theme", "layers", "fragment", "toString", "__proto__x"]), value(depth + 1)]))),
  ])();
  const messages = [...Array(3_000)].map(() => {
    const message = { eucamWatch: pick([1, 1, 1, 2, "1", null]), type: pick(["go-to", "theme", "layers", "select", "ready", "constructor", "__proto__", "hasOwnProperty"]), fragment: value(), theme: value(), layers: value() };
    // None of these is right by chance.
    if (typeof message.fragment === "string" && /^#?[a-z\d][\w.,&=~%+-]*$/i.test(message.fragment)) message.fragment = `<${message.fragment}`;
    if (Array.isArray(message.layers) && message.layers.length === 0) message.layers = [1];
    return pick([() => message, () => message, () => value(), () => JSON.stringify(message)])();
  });
  for (let i = 0; i < messages.length; i += 15) {
    await page.evaluate((some) => { for (const message of some) document.querySelector("iframe").contentWindow.postMessage(message, "*"); }, messages.slice(i, i + 15));
  }
  const orders = messages.filter((m) => m?.eucamWatch === 1 && ["go-to", "theme", "layers"].includes(m.type)).length;
  expect(orders).toBeGreaterThan(200);
  await expect.poll(async () => (await heard(page, "error")).length, { message: "orders refused" }).toBe(orders);
  expect(await state()).toBe(before);
});
