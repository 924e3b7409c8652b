// The edition in other sites' pages: each runs on another origin (localhost) than the edition (127.0.0.1).
import { readFile } from "node:fs/promises";
import { fresh, test, expect, fault, visit, card, STATES } from "./visit.mjs";
import { EDITION, HOST, alive, expectHeard, frame, heard, host, listen, made, tell } from "./host.mjs";

const chosen = (inside) => inside.locator(".edition").getAttribute("data-chosen");
const five = (inside, name) => inside.getByRole("navigation", { name: "The five states" }).getByRole("link", { name });
const wide = (inside) => inside.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);

// ---- What is shown

const shown = {
  "the whole edition": ["", "", ["#map", "#editorial-1", "#matrix", ".bar"], []],
  "the map alone": ["?show=map", "#overview", ["#map", ".five"], [".masthead", ".bar", "#editorial-1", "#matrix"]],
  "the map and the card chosen": ["?show=map", "#uzbekistan", ["#map", "#uzbekistan"], ["#editorial-1", ".bar"]],
  "one card": ["?show=cards", "#tajikistan", ["#tajikistan"], ["#map", "#editorial-1", "#uzbekistan", "#tajikistan .close"]],
  "two cards": ["?show=cards", "#kazakhstan&with=uzbekistan", [".pair"], ["#map", "#editorial-1"]],
  "one passage": ["?show=one", "#interview-q4-2", ["#interview-q4-2", "#interview .who >> text=James Appathurai >> visible=true"], ["#map", "#interview .who >> text=The interviewer", "#interview-q4-1", "#editorial-1", "#matrix", "#terms"]],
  "the text": ["?show=text", "#editorial-1", ["#editorial-1", ".bar"], ["#map", "#matrix"]],
  "the matrix": ["?show=matrix", "#matrix", ["#matrix table"], ["#map", "#editorial-1", "#timeline", "#central-asia"]],
  "the timeline": ["?show=timeline", "#timeline", ["#timeline ol"], ["#map", "#editorial-1", "#matrix"]],
  "the routes": ["?show=routes", "#routes", ["#route-tapi", "#route-ndn-main"], ["#map", "#editorial-1", "#matrix"]],
  "one route": ["?show=one", "#route-tapi", ["#route-tapi"], ["#map", "#editorial-1", "#route-ndn-main", "#matrix"]],
  "one statement": ["?show=one", "#voices-transit", ["#voices-transit"], ["#map", "#editorial-1", "#voices-values"]],
};
for (const [what, [query, fragment, there, away]] of Object.entries(shown)) {
  for (const mode of ["app", "flow"]) {
    test(`shows ${what} in ${mode} mode and nothing else, with its source${mode === "app" ? " @desktop" : ""}`, async ({ page }) => {
      const options = mode === "flow" ? `${query ? `${query}&` : "?"}mode=flow` : query;
      const inside = await host(page, frame(options + fragment));
      await alive(inside);
      for (const selector of there) await expect(inside.locator(selector).first(), selector).toBeVisible();
      for (const selector of away) await expect(inside.locator(selector).first(), selector).toBeHidden();
      await expect(inside.locator(".source a")).toHaveAttribute("href", `${EDITION}${fragment}`);
      expect(await wide(inside), "px too wide").toBeLessThanOrEqual(0);
    });
  }
}

for (const mode of ["app", "flow"]) {
  test(`a frame of the map begins with the map, and the card follows it, in ${mode} mode`, async ({ page }) => {
    const inside = await host(page, frame(`?show=map&mode=${mode}#uzbekistan`, "height=\"2400\""));
    await expect(inside.locator("#uzbekistan")).toBeAttached();
    await alive(inside);
    await page.waitForTimeout(400);
    const tops = await inside.locator("html").evaluate(() => [scrollY, ...[".five", ".controls", "#map", "#uzbekistan", ".legend"].map((s) => Math.round(document.querySelector(s).getBoundingClientRect().top))]);
    expect(tops[0]).toBe(0);
    expect(tops, "names, layers, map, card, key").toEqual([...tops].sort((a, b) => a - b));
  });
}

for (const mode of ["app", "flow"]) {
  test(`the key under the map has its button at its head at every width, in ${mode} mode @desktop`, async ({ page }) => {
    const inside = await host(page, frame(`?show=map&mode=${mode}#overview`, `height="900"`));
    await alive(inside);
    for (const width of [360, 700, 1_020, 1_104, 1_280, 1_600]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(100);
      const { button, key, after } = await inside.locator(".legend").evaluate((legend) => {
        const top = (element) => Math.round(element.getBoundingClientRect().top);
        const summary = legend.querySelector("summary");
        return { key: top(legend), button: top(summary), after: top(summary.nextElementSibling) - Math.round(summary.getBoundingClientRect().bottom) };
      });
      expect(button - key, `px from the key's top at ${width} px`).toBeLessThan(20);
      expect(button - key).toBeGreaterThanOrEqual(0);
      expect(after, `px from the button to what it opens at ${width} px`).toBeGreaterThanOrEqual(0);
    }
  });
}

test("the map alone has most of a frame, be it low or growing", async ({ page }) => {
  const width = page.viewportSize().width;
  const room = async (asked, height) => {
    const inside = await host(page, frame(`?show=map${asked}#overview`, `height="${height}"`));
    await alive(inside);
    const open = await inside.locator(".legend details").evaluate((key) => key.open);
    return [await inside.locator("#map").evaluate((map) => map.offsetHeight), open];
  };
  const [low, open] = await room("", 640);
  expect(low, "px of 640").toBeGreaterThan(width < 500 ? 350 : 420);
  expect(open, "the key of a low frame").toBe(false);
  const [high, unfolded] = await room("", 1_000);
  expect(high).toBeGreaterThan(width < 500 ? 330 : 600);
  expect(unfolded, "the key of a high frame").toBe(true);
  const [growing] = await room("&mode=flow", 640);
  expect(growing / width, "of the width").toBeGreaterThanOrEqual(0.5);
});

test("the text alone is a column in the middle, its bar at the top and nothing between them", async ({ page }) => {
  const narrow = page.viewportSize().width < 500;
  for (const [show, fragment] of [["text", "#overview"], ["text", "#kazakhstan"], ["text,cards", "#kazakhstan"]]) {
    const inside = await host(page, frame(`?show=${show}${fragment}`));
    await alive(inside);
    for (const width of narrow ? [360] : [700, 1_400]) {
      await page.setViewportSize({ width, height: 740 });
      await page.waitForTimeout(200);
      const { left, right, between, top, steps, after } = await inside.locator("html").evaluate(async (html) => {
        const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        const { left, width } = box(".edition");
        scrollTo(0, 0);
        const between = box(".reader").top - box(".bar").bottom;
        scrollTo(0, 12_000);
        await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
        const steps = document.querySelector(".edition[data-chosen]") ? box(".steps").width : width;
        return { left, right: html.clientWidth - left - width, between, top: box(".bar").top, steps: width - steps, after: box(".foot").top - box(".reader").bottom };
      });
      expect(Math.abs(left - right), `${show} at ${width} px: margins ${left} and ${right}`).toBeLessThan(2);
      expect(Math.abs(between), `${show} at ${width} px: px between bar and text`).toBeLessThan(60);
      expect(steps, `${show} at ${width} px: px that the steps are narrower`).toBeLessThan(2);
      expect(after, `${show} at ${width} px: px between text and foot`).toBeLessThan(60);
      expect(top, `${show} at ${width} px: the bar of a text that has been scrolled`).toBe(0);
    }
  }
});

test("in a growing frame a name's preview stands by the name @phone", async ({ page }) => {
  const inside = await host(page, frame("?mode=flow#overview", "height=\"12000\""));
  await alive(inside);
  const name = inside.locator("#interview a[href='#uzbekistan']").first();
  await name.tap();
  await expect(inside.locator("#preview")).toBeVisible();
  const away = await name.evaluate((name) => {
    const [of, it] = [name.getBoundingClientRect(), document.getElementById("preview").getBoundingClientRect()];
    return Math.max(it.top - of.bottom, of.top - it.bottom);
  });
  expect(away, "px between the name and its preview").toBeLessThan(60);
});

test("the wheel over a card moves a frame of the card @desktop", async ({ page }) => {
  const inside = await host(page, frame("?show=cards#kazakhstan", "height=\"400\""));
  await alive(inside);
  await page.mouse.move(400, 200);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => inside.locator("html").evaluate(() => scrollY)).toBeGreaterThan(100);
});

test("a cell of the matrix leads to its statement, where the card is as high as the frame lets it @desktop", async ({ page }) => {
  const inside = await host(page, frame("?show=map,matrix#overview"));
  await alive(inside);
  await inside.locator("#matrix a[href='#kyrgyzstan-eu-delegation']").first().click();
  await expect(inside.locator("#kyrgyzstan-eu-delegation")).toBeInViewport();
});

fresh("what is ordered before the frame has come is done when it has @desktop", async ({ page }) => {
  await page.goto(`${HOST}strict-csp.html`);
  await host(page, `<p style="height: 9000px">Own</p><script type="module" src="${EDITION}eucam-watch.js"></script><eucam-watch show="map" start=""></eucam-watch>`);
  const element = page.locator("eucam-watch");
  await element.evaluate(async (element) => {
    await customElements.whenDefined("eucam-watch");
    element.addEventListener("ready", ({ detail }) => { window.mode = detail.mode; });
    element.goTo("kazakhstan");
    element.setAttribute("start", "tajikistan");
    element.setAttribute("theme", "dark");
  });
  await element.scrollIntoViewIfNeeded();
  const inside = page.frameLocator("eucam-watch iframe");
  await alive(inside);
  await expect(inside.locator("#tajikistan")).toBeVisible();
  await expect(inside.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await page.evaluate(() => window.mode)).toBe("app");
});

fresh("one passage is there without the app, a statement on its card with it @desktop", async ({ page }) => {
  const card = await host(page, frame("?show=one#uzbekistan-csto"));
  await alive(card);
  await expect(card.locator("#uzbekistan-csto")).toBeVisible();
  page.removeAllListeners("console");
  await page.route("**/*.wasm*", (route) => route.abort());
  const passage = await host(page, frame("?show=one#interview-q4-2"));
  await expect(passage.locator("#late")).toBeVisible();
  await expect(passage.locator("#interview-q4-2")).toBeVisible();
  await expect(passage.locator("#interview-q4-1")).toBeHidden();
});

test("what leads out of the edition opens beside the host's page, not in the frame @desktop", async ({ page }) => {
  const inside = await host(page, frame("#editorial-2"));
  await alive(inside);
  await inside.locator("#editorial-2 .permalink").click();
  const outward = { "the link to the words": "#cite-link", "the address of a site": ".reader article a[href^='http']", "the data": ".foot a[href='data/facts.json']", "the columns of the data": "#take a[href='data/datapackage.json']" };
  for (const [what, selector] of Object.entries(outward)) {
    const [opened] = await Promise.all([page.context().waitForEvent("page"), inside.locator(selector).first().evaluate((link) => { link.href = link.href.replace(/^http:\/\/(?!127)[^/]+/, location.origin); link.click(); })]);
    await opened.close();
    await expect(inside.locator("html[data-ready]"), what).toBeAttached();
    expect(await inside.locator("html").evaluate(() => location.pathname), what).toBe("/embed.html");
  }
});

test("a frame of the text alone does not offer the map as it stands @desktop", async ({ page }) => {
  for (const [query, offered] of [["?show=text", false], ["", true]]) {
    const inside = await host(page, frame(`${query}#take`));
    await alive(inside);
    await expect(inside.locator("#take")).toBeVisible();
    await expect(inside.getByText("The map as it stands"), query).toBeVisible({ visible: offered });
  }
});

test("layers of a map that begins at a passage change on that map @desktop", async ({ page }) => {
  const inside = await host(page, frame("?show=map#interview-q4-2"));
  await alive(inside);
  await inside.locator(".chips [data-layer=csto]").click();
  await expect(inside.locator(".edition")).toHaveAttribute("data-layers", /csto/);
  await tell(page, { eucamWatch: 1, type: "layers", layers: ["sco"] });
  await expect(inside.locator(".edition")).toHaveAttribute("data-layers", "sco");
});

test("Escape leaves a frame of a card what it has @desktop", async ({ page }) => {
  const inside = await host(page, frame("?show=cards#kazakhstan"));
  await alive(inside);
  await inside.locator("#kazakhstan h2").click();
  await page.keyboard.press("Escape");
  await page.waitForTimeout(300);
  await expect(inside.locator("#kazakhstan")).toBeVisible();
});

fresh("the host's colours go before those that a visitor has kept @desktop", async ({ page }) => {
  await page.goto(EDITION);
  await page.evaluate(() => localStorage.setItem("eucam-watch", "size=large theme=dark"));
  await page.goto(`${EDITION}embed.html?theme=light#overview`);
  await alive(page);
  await expect(page.locator("html")).toHaveAttribute("data-size", "large");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("a frame shows on its map whom the paragraph a third down in it names, wherever the host has it", async ({ page }) => {
  const inside = await host(page, frame("#overview", "height=\"1100\""));
  await alive(inside);
  const named = inside.locator(".edition");
  for (const [id, names] of [["interview-q4-2", "kazakhstan"], ["interview-q5-1", "kyrgyzstan"], ["interview-q4-2", "kazakhstan"]]) {
    await inside.locator("html").evaluate((_, id) => {
      const { top, height } = document.getElementById(id).getBoundingClientRect();
      scrollBy(0, top + Math.min(height / 2, 20) - innerHeight * 0.33);
    }, id);
    await expect(named, id).toHaveAttribute("data-named", names);
  }
});

// ---- Host examples

test("the plain page: a frame without a script of the host, in which all answers", async ({ page }) => {
  await listen(page);
  await page.goto(`${HOST}plain.html`);
  const inside = page.frameLocator("iframe");
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await alive(inside);
  await expect(inside.locator("#uzbekistan")).toBeVisible();
  await five(inside, "Tajikistan").click();
  await expect(inside.locator("#tajikistan")).toBeVisible();
  expect(await heard(page, "height"), "a fixed height asks for none").toEqual([]);
});

fresh("the strict policy: nothing of the element or the frame is refused @desktop", fault("Embed: a host with a strict policy"), async ({ page }) => {
  await page.addInitScript(() => addEventListener("securitypolicyviolation", (event) => console.error(`refused ${event.violatedDirective} ${event.blockedURI}`)));
  await page.goto(`${HOST}strict-csp.html`);
  const inside = page.frameLocator("eucam-watch iframe");
  await alive(inside);
  await expect(inside.locator(".chips [data-layer=ndn]")).toHaveAttribute("aria-current");
  await five(inside, "Kazakhstan").click();
  await expect(inside.locator("#kazakhstan")).toBeVisible();
  await expect(page.locator("eucam-watch").getByRole("link")).toBeHidden();
});

/** Whether frames are as high as what they hold. */
const fits = (page) => expect.poll(async () => {
  const short = [];
  for (const f of page.frames().filter((f) => f.url().startsWith(`${EDITION}embed.html`))) {
    short.push(await f.evaluate(() => document.documentElement.scrollHeight - innerHeight));
  }
  return short.every((px) => px === 0) ? "each as high as it must be" : short;
}).toBe("each as high as it must be");

test("the column: two frames that grow as far as they must, in the host's own measure", async ({ page }) => {
  await page.goto(`${HOST}column.html`);
  for (const at of [0, 1]) {
    await page.locator("eucam-watch").nth(at).scrollIntoViewIfNeeded();
    await alive(page.frameLocator("eucam-watch iframe").nth(at));
  }
  await fits(page);
  const pair = page.frameLocator("eucam-watch iframe").first();
  await expect(pair.locator(".pair")).toContainText("Uzbekistan");
  const before = await page.locator("eucam-watch").first().evaluate((e) => e.offsetHeight);
  await pair.locator(".pair summary").first().click();
  await expect.poll(() => page.locator("eucam-watch").first().evaluate((e) => e.offsetHeight)).toBeGreaterThan(before);
  await fits(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("two embeds on a page do not disturb each other, and the host joins them", fault("Embed: two embeds on one page"), async ({ page }) => {
  await page.goto(`${HOST}two.html`);
  const [map, cards] = [page.frameLocator("#map iframe"), page.frameLocator("#cards iframe")];
  await alive(map);
  await page.locator("#cards").scrollIntoViewIfNeeded();
  await alive(cards);
  await expect(cards.locator("#kazakhstan")).toBeVisible();
  await five(map, "Turkmenistan").click();
  await expect(page.locator("#chosen")).toHaveText("turkmenistan");
  await expect(cards.locator("#turkmenistan")).toBeVisible();
  await expect(cards.locator("#kazakhstan")).toBeHidden();
});

// ---- What is said

test("says ready, select, state and nothing of what the visitor looks for, lists and keeps @desktop", async ({ page }) => {
  const inside = await host(page, frame("#timeline&only=uzbekistan&trail=editorial-1&q=pipeline"));
  await alive(inside);
  await expectHeard(page, "ready", { mode: "app" });
  await five(inside, "Uzbekistan").click();
  await expectHeard(page, "select", { country: "uzbekistan" });
  await expectHeard(page, "state", { fragment: expect.stringContaining("uzbekistan") });
  if ((page.viewportSize()?.width ?? 0) > 640) {
    await page.keyboard.press("/");
    await inside.getByRole("searchbox").fill("petraeus");
    await page.waitForTimeout(900);
  }
  const all = JSON.stringify(await page.evaluate(() => window.heard));
  for (const own of ["petraeus", "pipeline", "trail", "only=", "q="]) expect(all).not.toContain(own);
  // Chosen, not chosen: each is said once.
  await page.waitForTimeout(600);
  const said = await heard(page, "select");
  expect(said.map((m) => m.country)).toEqual(["uzbekistan"]);
});

test("says where the map has been moved to, and what of an order's address is unknown @desktop", async ({ page }) => {
  const inside = await host(page, frame("?show=map#overview"));
  await alive(inside);
  await inside.getByRole("button", { name: "Zoom in" }).click();
  await expectHeard(page, "state", { fragment: expect.stringContaining("frame=") });
  const before = (await heard(page, "state")).at(-1).fragment;
  await inside.locator(".state[tabindex='0']").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(async () => (await heard(page, "state")).at(-1).fragment).not.toBe(before);
  await tell(page, { eucamWatch: 1, type: "go-to", fragment: "kazakhstan&layers=nato" });
  await expectHeard(page, "state", { fragment: expect.stringContaining("kazakhstan") });
  await tell(page, { eucamWatch: 1, type: "go-to", fragment: "kazakhstan" });
  await page.waitForTimeout(300);
  expect(await heard(page, "error")).toEqual([]);
  const bare = await host(page, frame());
  await alive(bare);
  await tell(page, { eucamWatch: 1, type: "go-to", fragment: "narnia" });
  await expectHeard(page, "error", { reason: "unknown address" });
});

test("speaks to the host that the address names, and to no other @desktop", async ({ page }) => {
  const inside = await host(page, frame("?mode=flow&host=https%3A%2F%2Fexample.org#uzbekistan"));
  // The browser says of each message that it has not been delivered; that is what is wanted.
  page.removeAllListeners("console");
  await alive(inside);
  await tell(page, { eucamWatch: 1, type: "go-to", fragment: "tajikistan" });
  await page.waitForTimeout(600);
  expect(await chosen(inside)).toBe("uzbekistan");
  expect(await page.evaluate(() => window.heard)).toEqual([]);
});

test("obeys go-to, theme and layers @desktop", async ({ page }) => {
  const inside = await host(page, frame());
  await alive(inside);
  await tell(page, { eucamWatch: 1, type: "go-to", fragment: "#kyrgyzstan" });
  await expect(inside.locator("#kyrgyzstan")).toBeVisible();
  await expectHeard(page, "state", { fragment: "kyrgyzstan" });
  await tell(page, { eucamWatch: 1, type: "go-to", fragment: "interview-q4-2" });
  await expect(inside.locator("#interview-q4-2")).toBeInViewport();
  const paper = () => inside.locator(".masthead").evaluate((e) => getComputedStyle(e).color);
  await tell(page, { eucamWatch: 1, type: "theme", theme: "light" });
  const day = await paper();
  await tell(page, { eucamWatch: 1, type: "theme", theme: "dark" });
  await expect.poll(paper).not.toBe(day);
  await tell(page, { eucamWatch: 1, type: "layers", layers: ["tapi", "eu"] });
  await expect.poll(() => inside.locator(".chips [aria-current]").evaluateAll((chips) => chips.map((c) => c.dataset.layer))).toEqual(["tapi", "eu"]);
  expect(await heard(page, "error")).toEqual([]);
});

test("orders close nothing that the visitor has opened, and a wrong one changes nothing @desktop", async ({ page }) => {
  const inside = await host(page, frame());
  await alive(inside);
  await inside.locator("#open-panel-search").click();
  const box = inside.getByRole("searchbox");
  await box.fill("termez");
  await tell(page, { eucamWatch: 1, type: "go-to", fragment: "narnia" });
  await expectHeard(page, "error", { reason: "unknown address" });
  await expect(box).toBeFocused();
  await tell(page, { eucamWatch: 1, type: "layers", layers: ["tapi"] });
  await expect.poll(() => inside.locator(".chips [data-layer][aria-current]").count()).toBe(1);
  await expect(box).toBeFocused();
  await expect(inside.getByRole("search")).toBeVisible();
});

test("a change of how the text is set leaves the host's colours as they are @desktop", async ({ page }) => {
  const inside = await host(page, frame("?theme=dark"));
  await alive(inside);
  const html = inside.locator("html");
  const settings = inside.getByRole("button", { name: "Reading settings" });
  await settings.click();
  await inside.getByRole("radio", { name: "Largest", exact: true }).check();
  await expect(html).toHaveAttribute("data-size", "xl");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await tell(page, { eucamWatch: 1, type: "theme", theme: "light" });
  await expect(html).toHaveAttribute("data-theme", "light");
  await inside.getByRole("radio", { name: "Long", exact: true }).check();
  await expect(html).toHaveAttribute("data-measure", "long");
  await expect(html).toHaveAttribute("data-theme", "light");
  // What the panel says when it opens is what is so.
  await settings.click();
  await settings.click();
  await expect(inside.getByRole("radio", { name: "Light", exact: true })).toBeChecked();
});

// In a frame of another site browsers keep nothing, or keep it apart.
test("keeps what the visitor has chosen, and not the colours that the address named @desktop", async ({ page }) => {
  await page.goto("./embed.html?theme=dark");
  await page.waitForSelector("html[data-ready]");
  await page.getByRole("button", { name: "Reading settings" }).click();
  const choose = async (name, wanted) => {
    await page.getByRole("radio", { name, exact: true }).check();
    expect(await page.evaluate(() => localStorage.getItem("eucam-watch")), name).toBe(wanted);
  };
  await choose("Largest", "size=xl");
  await choose("Long", "size=xl measure=long");
  await choose("Smaller", "measure=long size=s");
  await choose("Light", "measure=long size=s theme=light");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await choose("As the system", "measure=long size=s");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

fresh("what comes before the app waits for it @desktop", async ({ page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route("**/*.wasm", async (route) => { await held; await route.continue(); });
  const inside = await host(page, frame());
  await inside.locator("#editorial-1").waitFor();
  await tell(page, { eucamWatch: 1, type: "go-to", fragment: "kazakhstan" });
  await tell(page, { eucamWatch: 1, type: "go-to", fragment: "tajikistan" });
  await tell(page, { eucamWatch: 1, type: "theme", theme: "dark" });
  await expect(inside.locator("html[data-theme=dark]")).toBeAttached();
  release();
  await alive(inside);
  await expect(inside.locator("#tajikistan")).toBeVisible();
});

const malformed = [
  null, 0, "", "pymxPYMxheight", [], {}, { type: "go-to", fragment: "tajikistan" }, { eucamWatch: 2, type: "go-to", fragment: "tajikistan" },
  { eucamWatch: "1", type: "go-to", fragment: "tajikistan" }, { eucamWatch: 1 }, { eucamWatch: 1, type: "constructor" }, { eucamWatch: 1, type: "__proto__" },
  { eucamWatch: 1, type: "go-to" }, { eucamWatch: 1, type: "go-to", fragment: 7 }, { eucamWatch: 1, type: "go-to", fragment: ["tajikistan"] }, { eucamWatch: 1, type: "go-to", fragment: "x".repeat(3_000_000) },
  { eucamWatch: 1, type: "go-to", fragment: "javascript:alert(1)" }, { eucamWatch: 1, type: "go-to", fragment: "<img src=x onerror=alert(1)>" },
  { eucamWatch: 1, type: "go-to", fragment: "narnia" }, { eucamWatch: 1, type: "theme", theme: "url(x)" }, { eucamWatch: 1, type: "theme" },
  { eucamWatch: 1, type: "layers", layers: "nato" }, { eucamWatch: 1, type: "layers", layers: ["nato", "evil"] }, { eucamWatch: 1, type: "layers", layers: Array(500).fill("nato") },
];
test("malformed orders change nothing @desktop", fault("Embed: malformed messages"), async ({ page }) => {
  const inside = await host(page, frame("#uzbekistan"));
  await alive(inside);
  const whole = () => inside.locator("html").evaluate((html) => [location.hash, html.getAttribute("data-theme"), document.querySelector(".edition").getAttribute("data-chosen"), document.querySelectorAll(".chips [aria-current]").length].join(" "));
  await expectHeard(page, "state", { fragment: "uzbekistan" });
  const before = await whole();
  for (const message of malformed) {
    await tell(page, message);
    await page.waitForTimeout(180);
    expect(await whole(), JSON.stringify(message).slice(0, 80)).toBe(before);
  }
  await expectHeard(page, "error", { reason: "malformed order" });
  expect((await heard(page, "error")).map((e) => e.reason)).toContain("unknown address");
  await tell(page, { eucamWatch: 1, type: "go-to", fragment: "tajikistan" });
  await expect(inside.locator("#tajikistan")).toBeVisible();
});

test("orders that others forge change nothing @desktop", fault("Embed: forged messages"), async ({ page }) => {
  const inside = await host(page, `${frame("#uzbekistan")}<iframe id="other" title="Other" srcdoc="<p>Other</p>"></iframe>`);
  await alive(inside);
  const order = { eucamWatch: 1, type: "go-to", fragment: "tajikistan" };
  // A frame beside it, a frame of the edition's own origin, and the page itself to itself.
  await page.frame({ url: "about:srcdoc" }).evaluate((order) => parent.frames[0].postMessage(order, "*"), order);
  await inside.locator("html").evaluate((_, order) => window.postMessage(order, "*"), order);
  await page.evaluate((order) => { const own = document.createElement("iframe"); document.body.append(own); own.contentWindow.eval(`parent.frames[0].postMessage(${JSON.stringify(order)}, "*")`); }, order);
  await page.waitForTimeout(500);
  expect(await chosen(inside)).toBe("uzbekistan");
});

test("a flood is dropped, and what comes after it is heard @desktop", fault("Embed: forty thousand messages at once"), async ({ page }) => {
  const inside = await host(page, frame("#uzbekistan"));
  await alive(inside);
  const milliseconds = await page.evaluate(async () => {
    const target = document.querySelector("iframe").contentWindow;
    const start = performance.now();
    for (let i = 0; i < 20_000; i++) target.postMessage({ eucamWatch: 1, type: "go-to", fragment: i % 2 ? "kazakhstan" : "tajikistan" }, "*");
    for (let i = 0; i < 20_000; i++) target.postMessage({ eucamWatch: 1, type: "theme", theme: "purple" }, "*");
    return performance.now() - start;
  });
  await page.waitForTimeout(3_500);
  expect((await heard(page, "error")).length, `answers to 40,000 orders in ${milliseconds} ms`).toBeLessThanOrEqual(40);
  // A slow machine may still be at what it was told, and orders that come meanwhile are dropped with it.
  await expect(async () => {
    await tell(page, { eucamWatch: 1, type: "go-to", fragment: "turkmenistan" });
    await expect(inside.locator("#turkmenistan")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
});

fresh("the element believes its own frame alone, and only heights within bounds @desktop", fault("Embed: heights that are none, or from others"), async ({ page }) => {
  // What the frame says of itself on arriving is not what is looked for: its place comes last, after a moment.
  await page.addInitScript(() => document.addEventListener("state", ({ target }) => { if (target.id === "map") window.arrived = true; }, true));
  await page.goto(`${HOST}two.html`);
  const element = page.locator("#map");
  const inside = page.frameLocator("#map iframe");
  await alive(inside);
  await expect.poll(() => element.evaluate((e) => e.offsetHeight)).not.toBe(560);
  await expect.poll(() => page.evaluate(() => window.arrived)).toBe(true);
  // Fonts that come late change its height rightly.
  await inside.locator("html").evaluate(() => document.fonts.ready.then(() => true));
  await page.waitForTimeout(300);
  const before = await element.evaluate((e) => e.offsetHeight);
  await page.evaluate(() => {
    window.told = [];
    for (const type of ["height", "select", "state", "error", "ready"]) document.getElementById("map").addEventListener(type, (e) => told.push(e.type));
    for (const height of [5, 1e9, -1, NaN, "900", null, 3_000]) postMessage({ eucamWatch: 1, type: "height", height }, "*");
  });
  // What the frame itself might be made to say.
  for (const height of [5, 1e9, -1, null, "900"]) await inside.locator("html").evaluate((_, height) => parent.postMessage({ eucamWatch: 1, type: "height", height }, "*"), height);
  await inside.locator("html").evaluate(() => { parent.postMessage({ eucamWatch: 1, type: "select", country: { toString: 1 } }, "*"); parent.postMessage({ eucamWatch: 1, type: "click" }, "*"); });
  await page.waitForTimeout(300);
  expect(await element.evaluate((e) => e.offsetHeight)).toBe(before);
  expect((await page.evaluate(() => window.told)).filter((type) => type !== "height")).toEqual([]);
});

test("tells AMP and pym their heights in their own words @desktop", async ({ page }) => {
  const inside = await host(page, frame("?mode=flow&show=one&childId=graphic-1#interview-q4-2"));
  await alive(inside);
  const own = (await heard(page, "height")).at(-1).height;
  expect(own).toBeGreaterThan(100);
  const all = (await page.evaluate(() => window.heard)).map((h) => h.data);
  expect(all).toContainEqual({ sentinel: "amp", type: "embed-size", height: own });
  expect(all).toContain(`pymxPYMxgraphic-1xPYMxheightxPYMx${own}`);
});

test("a growing frame settles: it says its height only when it has changed", fault("Embed: a frame and a host that could grow each other without end"), async ({ page }) => {
  // The second is about as high as windows that count as low.
  for (const shown of ["map#overview", "one#uzbekistan-csto"]) await settles(page, shown);
});

async function settles(page, shown) {
  const inside = await host(page, `${frame(`?mode=flow&show=${shown}`)}<script>
    addEventListener("message", ({ data }) => { if (data.type === "height") document.getElementById("frame").style.height = data.height + "px"; });
  </script>`);
  await alive(inside);
  await fits(page);
  await page.waitForTimeout(800);
  const told = async () => (await heard(page, "height")).map((m) => m.height);
  const heights = await told();
  expect(heights.length, String(heights)).toBeLessThanOrEqual(3);
  for (let i = 1; i < heights.length; i++) expect(heights[i]).not.toBe(heights[i - 1]);
  await page.waitForTimeout(800);
  expect(await told(), "no other height at rest").toEqual(heights);
  await fits(page);
}

// ---- In the host's hands

fresh("leaves the host's history alone: its Back leaves the page, the frame's own goes back in it @desktop", async ({ page }) => {
  await page.goto(`${HOST}plain.html`);
  const inside = await host(page, frame("#overview"));
  await alive(inside);
  const entries = await page.evaluate(() => history.length);
  for (const name of STATES) await five(inside, name).click();
  await inside.locator("#uzbekistan").waitFor();
  await tell(page, { eucamWatch: 1, type: "go-to", fragment: "interview-q4-2" });
  await expect(inside.locator("#interview-q4-2")).toBeInViewport();
  await inside.locator("#interview-q4-2 a.o, #interview-q4-2 a.c").first().waitFor();
  await five(inside, "Uzbekistan").click();
  await inside.locator("#uzbekistan .facts summary").first().click();
  const show = inside.locator("#uzbekistan").getByRole("link", { name: "Show in the text" }).first();
  await show.click();
  await expect(inside.locator(".reader [data-here]")).toBeInViewport();
  await inside.getByRole("button", { name: /^Back to/ }).click();
  await expect(show).toBeFocused();
  await expect(show).toBeInViewport();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.goBack();
  await expect(page).toHaveURL(`${HOST}plain.html`);
});

for (const mode of ["app", "flow"]) {
  for (const there of [true, false]) {
    fresh(`neither takes the focus nor scrolls the host on load, whatever the address names, in ${mode} mode${there ? "" : ", without the WebAssembly @desktop"}`, async ({ page }) => {
      if (!there) {
        page.removeAllListeners("console");
        await page.route("**/*.wasm*", (route) => route.abort());
      }
      const frames = ["#interview-q4-2", "#kazakhstan", "#kazakhstan-csto"].map((fragment) => frame(`?mode=${mode}${fragment}`));
      await host(page, `<button id="own">Own</button><p style="height: 1500px">Own</p>${frames.join("")}<p style="height: 3000px">Own</p><script>document.getElementById("own").focus()</script>`);
      for (let i = 0; i < frames.length; i++) {
        const inside = page.frameLocator("iframe").nth(i);
        if (there) await alive(inside);
        else await inside.locator("#late:not([hidden])").waitFor({ state: "attached" });
      }
      await page.waitForTimeout(600);
      expect(await page.evaluate(() => [scrollY, document.activeElement.id])).toEqual([0, "own"]);
    });
  }
  test(`leaves the focus where it is when the host says go-to, in ${mode} mode @desktop`, async ({ page }) => {
    const inside = await host(page, `<button id="own">Own</button>${frame(`?mode=${mode}`)}<p style="height: 3000px">Own</p>`);
    await alive(inside);
    // What has had the focus once could take it again.
    await five(inside, "Kazakhstan").click();
    await expect(inside.locator("#kazakhstan")).toBeFocused();
    await inside.locator(".contents").getByRole("link", { name: "Interview" }).last().click();
    await expect(inside.locator("#interview")).toBeFocused();
    await page.evaluate(() => { document.getElementById("own").focus(); scrollTo(0, 0); });
    for (const fragment of ["kazakhstan", "interview", "kazakhstan"]) {
      await tell(page, { eucamWatch: 1, type: "go-to", fragment });
      await page.waitForTimeout(400);
      expect(await page.evaluate(() => document.activeElement.id), fragment).toBe("own");
    }
  });
}

test("in a growing frame a jump that the visitor makes scrolls the host there @desktop", async ({ page }) => {
  await page.goto(`${HOST}strict-csp.html`);
  await host(page, `<script type="module" src="${EDITION}eucam-watch.js"></script><eucam-watch mode="flow" start="overview"></eucam-watch>`);
  const inside = page.frameLocator("eucam-watch iframe");
  await alive(inside);
  await fits(page);
  await inside.locator(".contents").getByRole("link", { name: "Interview" }).last().click();
  await expect(inside.locator("#interview h2").first()).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1_000);
});

test("nothing sticks or hangs in a growing frame, and nothing that hosts forbid is offered", async ({ page }) => {
  const inside = await host(page, frame("?mode=flow#uzbekistan"));
  await alive(inside);
  await expect(inside.getByText("What the columns mean")).toBeVisible();
  await expect(inside.getByText("On paper")).toBeHidden();
  const stuck = await inside.locator("body").evaluate((body) => [...body.querySelectorAll("*")].filter((e) => e.checkVisibility() && ["fixed", "sticky"].includes(getComputedStyle(e).position)).map((e) => e.className || e.id || e.tagName));
  expect(stuck).toEqual([]);
});

for (const [what, sandbox] of [["with scripts alone", "allow-scripts"], ["with its own origin", "allow-scripts allow-same-origin"], ["with what the panel writes", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"]]) {
  test(`works in a sandbox ${what} @desktop`, fault(`Embed: a sandbox ${what}`), async ({ page }) => {
    const inside = await host(page, frame("?mode=flow&show=map,text#overview", `height="640" sandbox="${sandbox}"`));
    await alive(inside);
    await expectHeard(page, "ready", { mode: "flow" });
    await five(inside, "Kyrgyzstan").click();
    await expect(inside.locator("#kyrgyzstan")).toBeVisible();
    await expectHeard(page, "select", { country: "kyrgyzstan" });
    const fonts = await inside.locator("html").evaluate(() => document.fonts.ready.then((f) => [...f].filter((x) => x.status === "loaded").length));
    expect(fonts).toBeGreaterThan(0);
  });
}

test("without scripts, by sandbox or by the browser, text, map and cards are there @desktop", fault("Embed: no scripts, by sandbox or by the browser"), async ({ browser }) => {
  for (const [javaScriptEnabled, sandbox] of [[true, "sandbox=\"\""], [false, ""]]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(made(frame("#uzbekistan", `height="640" ${sandbox}`)));
    const inside = page.frameLocator("iframe");
    await expect(inside.locator("#uzbekistan")).toBeVisible();
    await expect(inside.locator("#sco-csto-12")).toContainText("policy debates about Central Asia and Afghanistan");
    await expect(inside.locator("#shape-uzbekistan")).toBeVisible();
    await context.close();
  }
});

test("without scripts the element is a link to the same place @desktop", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${HOST}two.html`);
  await expect(page.getByRole("link", { name: "Kazakhstan · NATO and Central Asia" })).toHaveAttribute("href", `${EDITION}#kazakhstan`);
  await context.close();
});

fresh("needs no storage @desktop", fault("Embed: all storage blocked"), async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("blocked", "SecurityError"); } });
    }
    Object.defineProperty(Document.prototype, "cookie", { get() { throw new DOMException("blocked", "SecurityError"); } });
  });
  const inside = await host(page, frame());
  await alive(inside);
  await five(inside, "Tajikistan").click();
  await expect(inside.locator("#tajikistan")).toBeVisible();
});

for (const mode of ["app", "flow"]) {
  for (const show of ["", "map", "cards", "one", "text", "matrix", "timeline", "routes", "voices"]) {
    test(`fits a column of 300 px: ${show || "everything"}, ${mode} mode @desktop`, async ({ page }) => {
      const start = show === "one" ? "interview-q4-2" : show === "map" || show === "" ? "uzbekistan" : show === "cards" ? "kazakhstan&with=uzbekistan" : "overview";
      const inside = await host(page, frame(`?mode=${mode}${show && `&show=${show}`}#${start}`, "height=\"560\" width=\"300\"").replace("width=\"100%\"", ""));
      await alive(inside);
      expect(await wide(inside), "px too wide").toBeLessThanOrEqual(0);
      const out = await inside.locator("body").evaluate((body) => {
        const clipped = (e) => { for (let p = e.parentElement; p; p = p.parentElement) if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(p).overflowX)) return true; return false; };
        return [...body.querySelectorAll("p, h1, h2, h3, a, button, dd, dt, li, select, input")].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1 && !clipped(e)).map((e) => e.textContent.slice(0, 40));
      });
      expect(out).toEqual([]);
    });
  }
}

test("a frame that is hidden, lazy, taken away and put back comes to life each time @desktop", fault("Embed: a frame hidden, lazy, taken away and put back"), async ({ page }) => {
  await host(page, `<script type="module" src="${EDITION}eucam-watch.js"></script><div id="room" style="display: none"><eucam-watch mode="flow" show="cards" start="uzbekistan"></eucam-watch></div>`);
  const inside = page.frameLocator("eucam-watch iframe");
  await page.waitForTimeout(300);
  await page.evaluate(() => { document.getElementById("room").style.display = ""; });
  await alive(inside);
  await fits(page);
  await page.evaluate(() => { const e = document.querySelector("eucam-watch"); e.remove(); document.body.append(e); });
  await alive(inside);
  await expect(inside.locator("#uzbekistan")).toBeVisible();
  await page.evaluate(() => document.querySelector("eucam-watch").setAttribute("start", "tajikistan"));
  await expect(inside.locator("#tajikistan")).toBeVisible();
  await page.evaluate(() => document.querySelector("eucam-watch").goTo("kyrgyzstan"));
  await expect(inside.locator("#kyrgyzstan")).toBeVisible();
});

test("a frame of no size at all comes to life, and shows itself once it has room @desktop", fault("Embed: a frame of 0 × 0 px"), async ({ page }) => {
  const inside = await host(page, frame("?mode=flow#uzbekistan", "height=\"0\"").replace("width=\"100%\"", "width=\"0\""));
  await alive(inside);
  await expectHeard(page, "ready", { mode: "flow" });
  await page.locator("#frame").evaluate((e) => { e.width = "600"; e.height = "640"; });
  await expect(inside.locator("#uzbekistan")).toBeVisible();
  await expect.poll(() => wide(inside), { message: "px too wide" }).toBeLessThanOrEqual(0);
  await five(inside, "Tajikistan").click();
  await expect(inside.locator("#tajikistan")).toBeVisible();
});

fresh("a host that tells nobody where it is hears and is heard @desktop", fault("Embed: a host that sends no referrer"), async ({ page }) => {
  const referrers = [];
  page.on("request", (request) => { if (request.url().includes("/embed.html")) referrers.push(request.headers().referer); });
  const inside = await host(page, `<meta name="referrer" content="no-referrer">${frame("#uzbekistan", "height=\"640\" referrerpolicy=\"no-referrer\"")}`);
  await alive(inside);
  expect(referrers).toEqual([undefined]);
  expect(await inside.locator("html").evaluate(() => document.referrer)).toBe("");
  await expectHeard(page, "ready", { mode: "app" });
  await five(inside, "Kyrgyzstan").click();
  await expectHeard(page, "select", { country: "kyrgyzstan" });
  await tell(page, { eucamWatch: 1, type: "go-to", fragment: "tajikistan" });
  await expect(inside.locator("#tajikistan")).toBeVisible();
});

fresh("a link to what a frame does not show opens the edition in a window of its own", async ({ page, context }) => {
  const inside = await host(page, frame("?show=cards#uzbekistan"));
  await alive(inside);
  await inside.locator("#uzbekistan-csto summary").click();
  const opened = context.waitForEvent("page");
  await inside.locator("#uzbekistan-csto").getByRole("link", { name: "Show in the text" }).first().click();
  const edition = await opened;
  await expect(edition).toHaveURL(`${EDITION}#sco-csto-3`);
  await expect(edition.locator("#sco-csto-3")).toBeInViewport();
  await expect(inside.locator("#uzbekistan")).toBeVisible();
});

fresh("says so when the app does not arrive, to the reader and to the host @desktop", fault("Embed: the app does not arrive"), async ({ page }) => {
  page.removeAllListeners("console");
  await page.route("**/*.wasm*", (route) => route.abort());
  const inside = await host(page, frame("#uzbekistan"));
  await expect(inside.getByText("The interactive map could not be loaded; the text is complete.")).toBeVisible();
  await expectHeard(page, "error", { reason: "not loaded" });
  await expect(inside.locator("#uzbekistan")).toBeVisible();
});

test("an accent is taken as far as it can be read @desktop", async ({ page }) => {
  for (const [accent, colorScheme, taken] of [["8a3c05", "light", "rgb(138, 60, 5)"], ["b45309", "light"], ["ffee00", "light"], ["000033", "dark"], ["777777", "dark"]]) {
    await page.emulateMedia({ colorScheme });
    const inside = await host(page, frame(`?accent=${accent}#uzbekistan`));
    await alive(inside);
    expect(await inside.locator("html").evaluate((html) => html.style.getPropertyValue("--accent")), accent).not.toBe("");
    const { contrast, colour } = await inside.locator("body").evaluate(() => {
      const rgb = (words) => words.match(/[\d.]+/g).slice(0, 3).map(Number);
      const light = (c) => { const [r, g, b] = c.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)); return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05; };
      const colour = (name) => { const probe = document.body.appendChild(document.createElement("p")); probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
      const [fore, back] = ["accent", "paper"].map((name) => light(rgb(colour(name))));
      return { contrast: Math.max(fore, back) / Math.min(fore, back), colour: colour("accent") };
    });
    expect(contrast, `${accent} by ${colorScheme}`).toBeGreaterThan(4.5);
    // What can be read is taken as it is.
    if (taken) expect(colour).toBe(taken);
  }
});

test("an option that is none is as if it were not there @desktop", async ({ page }) => {
  const inside = await host(page, frame("?mode=sideways&theme=%3Cscript%3E&accent=red;}&show=everything&host=javascript:1&childId=%22%3E#uzbekistan"));
  await alive(inside);
  await expect(inside.locator("#uzbekistan")).toBeVisible();
  await expect(inside.locator("#editorial-1")).toBeVisible();
  expect(await inside.locator("html").evaluate((html) => [html.getAttribute("data-theme"), html.getAttribute("data-mode"), html.getAttribute("data-show"), html.getAttribute("style")])).toEqual([null, null, null, null]);
});

test("the framed page asks not to be found, and names the edition as what it is of @desktop", async ({ page }) => {
  const text = await (await page.request.get(`${EDITION}embed.html`)).text();
  expect(text).toContain("<meta name=\"robots\" content=\"noindex\">");
  expect(text).toMatch(/<link rel="canonical" href="\.\/"/);
});

// ---- The panel

const panel = (page) => page.getByRole("region", { name: "Embed", exact: true });
const lines = (page) => page.locator("#embed-words");
const presets = {
  whole: ["embed.html#kyrgyzstan", "#editorial-1"], map: ["embed.html?show=map#kyrgyzstan", "#map"], card: ["embed.html?show=cards#kyrgyzstan", "#kyrgyzstan"],
  pair: ["embed.html?show=cards#kyrgyzstan&amp;with=kazakhstan", ".pair"], passage: ["embed.html?show=one#editorial-1\"", "#editorial-1[data-here]"],
  matrix: ["embed.html?show=matrix#matrix", "#matrix table"], timeline: ["embed.html?show=timeline#timeline", "#timeline ol"],
  voices: ["embed.html?show=voices#voices", "#voices"], "route-tapi": ["embed.html?show=one#route-tapi", "#route-tapi"],
};

async function open(page, fragment = "#kyrgyzstan") {
  await visit(page, fragment);
  await page.getByRole("button", { name: "Embed", exact: true }).first().click();
  await expect(panel(page)).toBeVisible();
}

fresh("the panel gives lines for each piece, and a preview and another site show what they say @desktop", async ({ page, context }) => {
  await open(page);
  for (const [what, [source, there]] of Object.entries(presets)) {
    await page.locator("#embed-what").selectOption(what);
    await expect(lines(page)).toHaveValue(new RegExp(`src="${EDITION}${source.replace("?", "\\?")}`));
    await expect(page.frameLocator("#embed-preview").locator(there).first(), `preview of ${what}`).toBeVisible();
    await alive(page.frameLocator("#embed-preview"));
    expect(await panel(page).evaluate((panel) => panel.scrollTop), "a host of the same origin is not scrolled either").toBe(0);
    const elsewhere = await context.newPage();
    const inside = await host(elsewhere, await lines(page).inputValue());
    await alive(inside);
    await expect(inside.locator(there).first(), `${what} elsewhere`).toBeVisible();
    await elsewhere.close();
  }
});

test("the panel's options are in the lines, and what is wrong is said and changes nothing @desktop", async ({ page }) => {
  await open(page);
  await page.locator("#embed-form").selectOption("flow");
  await page.locator("#embed-theme").selectOption("dark");
  await page.locator("#embed-accent").fill("#B45309");
  await page.locator("#embed-height").fill("500");
  await panel(page).getByLabel("When", { exact: true }).check();
  const wanted = `<script type="module" src="${EDITION}eucam-watch.js"></script>\n<eucam-watch mode="flow" theme="dark" accent="b45309" show="timeline" start="kyrgyzstan" height="500"><a href="${EDITION}#kyrgyzstan">Kyrgyzstan · NATO and Central Asia: The two elephants that never meet · EUCAM Watch</a></eucam-watch>`;
  await expect(lines(page)).toHaveValue(wanted);
  await expect(page.frameLocator("#embed-preview").locator("html")).toHaveAttribute("data-theme", "dark");
  for (const [field, wrong, said, right] of [["accent", "red", "The accent is six digits", "#B45309"], ["height", "5", "A height is 120 to 4000 px", "500"], ["start", "narnia", "names nothing in this issue", "kyrgyzstan"]]) {
    await page.locator(`#embed-${field}`).fill(wrong);
    await expect(page.locator("#embed-said")).toContainText(said);
    await expect(lines(page)).toHaveValue(wanted);
    await page.locator(`#embed-${field}`).fill(right);
    await expect(page.locator("#embed-said")).toHaveText("");
  }
});

test("the preview adds nothing to the tab's history @desktop", async ({ page }) => {
  await visit(page);
  await open(page);
  const preview = page.frameLocator("#embed-preview");
  await alive(preview);
  const entries = await page.evaluate(() => history.length);
  for (const theme of ["dark", "light"]) {
    await page.locator("#embed-theme").selectOption(theme);
    await expect(preview.locator(`html[data-theme=${theme}][data-ready]`)).toBeAttached();
  }
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.goBack();
  await expect(card(page, "Kyrgyzstan")).toBeHidden();
});

fresh("the element's lines grow on another site @desktop", async ({ page, context }) => {
  await open(page);
  await page.locator("#embed-what").selectOption("pair");
  await page.locator("#embed-form").selectOption("flow");
  const elsewhere = await context.newPage();
  await host(elsewhere, await lines(page).inputValue());
  await alive(elsewhere.frameLocator("eucam-watch iframe"));
  await fits(elsewhere);
  await expect(elsewhere.frameLocator("eucam-watch iframe").locator(".pair")).toBeVisible();
});

fresh("copies the lines and says so; Escape leads back to the button @desktop", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await panel(page).getByRole("button", { name: "Copy" }).click();
  await expect(page.locator("#embed-said")).toContainText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await lines(page).inputValue());
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Embed", exact: true }).first()).toBeFocused();
});

// ---- What is written about it

test("README, contract page and examples name the options and messages that there are @desktop", async ({ page }) => {
  const script = await readFile("public/frame.js", "utf8");
  const words = [...script.matchAll(/say\("([a-z]+)"/g), ...script.matchAll(/asked\.get\("(\w+)"\)/g)].map((m) => m[1]).concat("go-to", "layers");
  const readme = await readFile("README.md", "utf8");
  await page.goto(`${EDITION}embedding.html`);
  const about = await page.locator("main").innerText();
  for (const word of new Set(words)) {
    const own = new RegExp(`(?<![\\w-])${word}(?![\\w-])`);
    expect(about, `the page about embedding on ${word}`).toMatch(own);
    expect(readme, `the README on ${word}`).toMatch(own);
  }
  await page.getByRole("link", { name: "The edition" }).click();
  await expect(page.locator("#editorial-1")).toContainText("keen interest");
});
