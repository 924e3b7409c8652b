// The page before, without and in spite of its WebAssembly.
import { test as plain } from "@playwright/test";
import { once } from "node:events";
import { createServer } from "node:http";
import { fresh as test, expect, fault, visit, card, STATES } from "./visit.mjs";

plain.describe("with JavaScript off", () => {
  plain.use({ javaScriptEnabled: false });

  plain("reads the whole text and follows every kind of link", fault("Environment: JavaScript is off"), async ({ page }) => {
    await page.goto("./");
    await expect(page.getByRole("heading", { level: 1, name: "NATO and Central Asia" })).toBeVisible();
    await expect(page.locator("#sco-csto-12")).toContainText("policy debates about Central Asia and Afghanistan");
    await expect(page.locator("#shape-uzbekistan")).toBeVisible();
    for (const name of STATES) {
      await page.getByRole("navigation", { name: "The five states" }).getByRole("link", { name }).click();
      await expect(card(page, name)).toBeInViewport();
    }
    await page.locator("#uzbekistan-csto summary").click();
    await page.locator("#uzbekistan-csto").getByRole("link", { name: "Show in the text" }).first().click();
    await expect(page.locator("#sco-csto-3")).toBeInViewport();
    await page.goBack();
    await expect(card(page, "Uzbekistan")).toBeVisible();
    await page.locator("#uzbekistan .close").click();
    await expect(card(page, "Uzbekistan")).toBeHidden();
  });

  plain("reads the evidence views and meets no button that does nothing", async ({ page }) => {
    await page.goto("./#matrix");
    await expect(page.locator("#matrix h2")).toBeInViewport();
    await expect(page.locator("main").getByRole("button")).toHaveCount(0);
    await expect(page.locator("main").getByRole("combobox")).toHaveCount(0);
    await page.locator("#matrix a[href='#tajikistan-parp']").click();
    await expect(page.locator("#tajikistan-parp")).toBeInViewport();
    await page.goto("./#event-spur-blown-up");
    await expect(page.locator("#event-spur-blown-up")).toBeInViewport();
    await page.locator("#route-tapi summary").first().click();
    await expect(page.locator("#route-tapi blockquote").first()).toBeVisible();
  });

  plain("stays at the page's top where a link names a card, which is in view", async ({ page }) => {
    await page.goto("./#tajikistan", { waitUntil: "commit" });
    await expect(card(page, "Tajikistan")).toBeInViewport();
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => scrollY), "px scrolled to what is there already").toBe(0);
  });

  plain("stays at the page's top where a link names the map beside the text @desktop", async ({ page }) => {
    await page.goto("./#map");
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => scrollY), "px scrolled to what is there already").toBe(0);
  });

  plain("has no name on the map over another, nor over title, scale and credit @desktop", async ({ page }) => {
    for (const [width, height] of [[280, 653], [320, 640], [360, 740], [412, 915], [768, 1024], [820, 1180], [900, 700], [1100, 800], [1200, 800], [1280, 720], [1280, 800], [1366, 768], [1440, 900], [1536, 864], [1680, 1050], [1920, 1080]]) {
      await page.setViewportSize({ width, height });
      await page.goto("./");
      const { count, over } = await page.evaluate(() => {
        const map = document.querySelector("#map").getBoundingClientRect();
        const inMap = ({ box }) => box.width && box.right > map.left && box.left < map.right && box.bottom > map.top && box.top < map.bottom;
        // A river's name lies aslant in its box; a state's name and its marks are parts of their own.
        const level = (place) => !parseFloat(getComputedStyle(place).getPropertyValue("--turn"));
        const parts = (place) => [...place.querySelectorAll("b, em")].concat(place.querySelector("b") ? [] : place.querySelector("span"));
        const names = [...document.querySelectorAll(".place")].filter(level).flatMap(parts).concat(...document.querySelectorAll("#map-title, .corner > *"))
          .filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => ({ says: one.textContent || one.closest(".place").textContent, box: one.getBoundingClientRect() })).filter(inMap);
        const shared = (a, b) => [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
        // Lines of text have air above and below their letters.
        const over = names.flatMap((one, i) => names.slice(0, i).filter((other) => { const [x, y] = shared(one.box, other.box); return x > 2 && y > 4; }).map((other) => `${one.says} × ${other.says}`));
        return { count: names.length, over };
      });
      expect(count, `names at ${width} × ${height} px`).toBeGreaterThan(10);
      expect(over, `${width} × ${height} px`).toEqual([]);
    }
  });

  plain("lands on a passage, and on each part after the text, from a link", async ({ page }) => {
    await page.goto("./#interview-q7-2");
    await expect(page.locator("#interview-q7-2")).toBeInViewport();
    for (const part of ["matrix", "timeline", "routes", "voices", "terms", "take"]) {
      await page.goto("about:blank");
      await page.goto(`./#${part}`);
      await expect(page.locator(`#${part} h2`).first()).toBeInViewport();
    }
  });
});

plain.describe("where the app cannot start", () => {
  // A worker of an earlier visit would bring the app, past what is intercepted here.
  plain.use({ serviceWorkers: "block" });

  for (const [what, act] of [
    ["the WebAssembly is missing", (route) => route.fulfill({ status: 404 })],
    ["the WebAssembly is a page", (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<p>sorry</p>" })],
    ["the connection drops", (route) => route.abort()],
  ]) {
    plain(`stays whole and says so when ${what} @phone`, async ({ page }) => {
      await page.route("**/*.wasm*", act);
      await page.goto("./#kyrgyzstan");
      await expect(page.getByText("The interactive map could not be loaded; the text is complete.")).toBeVisible();
      await expect(card(page, "Kyrgyzstan")).toBeVisible();
      await expect(page.locator("#editorial-1")).toContainText("keen interest");
      for (const part of ["timeline", "routes", "voices", "terms", "take"]) {
        await page.goto("about:blank");
        await page.goto(`./#${part}`);
        await expect(page.locator(`#${part} h2`).first()).toBeInViewport();
      }
    });
  }
});

/** Ids of the pieces that are skipped until they come near. */
const skipped = (page) => page.evaluate(() => [...document.querySelectorAll(".reader > article")].filter((a) => getComputedStyle(a).contentVisibility !== "visible").map((a) => a.id));

/** The passage at the window's upper third, and how far it is from the window's top, in px. */
const read = (page) => page.evaluate(() => {
  const passages = [...document.querySelectorAll(".reader > article > [id]")].map((e) => [e.id, Math.round(e.getBoundingClientRect().top)]);
  return passages.findLast(([, top]) => top < innerHeight / 3);
});

// A worker of an earlier visit would bring what is held back here.
test.use({ serviceWorkers: "block" });

for (const [how, idle] of [["while the text is being laid out", true], ["where nothing has been laid out yet", false]]) {
  test(`a link leads to its place in the text before the app is there, ${how}`, async ({ page }) => {
    await page.route("**/*.wasm", () => {});
    if (!idle) await page.addInitScript(() => { window.requestIdleCallback = () => {}; });
    const stands = async (id) => {
      const top = () => page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, id);
      await expect.poll(async () => (await top()) > 0 && (await top()) < 200, id).toBe(true);
      const [first] = [await top(), await page.waitForTimeout(700)];
      // Nothing that sticks lies over it.
      expect(await page.evaluate(() => Math.max(...[...document.querySelectorAll(".five, .bar")].filter((e) => e.getBoundingClientRect().left < 100).map((e) => e.getBoundingClientRect().bottom)))).toBeLessThan(first);
      expect(Math.abs((await top()) - first), `px that ${id} has moved`).toBeLessThan(2);
      // What lies before it is as high as it will be.
      expect(await skipped(page)).toEqual([]);
    };
    await page.goto("./#sco-csto-5", { waitUntil: "domcontentloaded" });
    await stands("sco-csto-5");
    await page.goto("about:blank");
    await page.goto("./", { waitUntil: "domcontentloaded" });
    await page.locator(".reader .contents a[href='#about']").click();
    await stands("about");
    await page.reload();
    await stands("about");
  });
}

test("a page loaded anew is where it was left, even where no script comes", async ({ page }) => {
  await visit(page);
  await page.locator("#sco-csto-5").evaluate((e) => scrollBy(0, e.getBoundingClientRect().top - 90));
  const left = await read(page);
  expect(left[0]).toBe("sco-csto-5");
  await page.route("**/boot-*.js", () => {});
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("#take")).toBeAttached();
  // Without the app a few lines less stand above it.
  const stands = async () => { const [id, top] = await read(page); return id === left[0] && Math.abs(top - left[1]) < 60; };
  await expect.poll(stands).toBe(true);
  await page.waitForTimeout(700);
  expect(await stands(), await read(page)).toBe(true);
  await expect(page.locator("html[data-boot]")).toHaveCount(0);
});

test("a card that an address names is there even where no script comes", async ({ page }) => {
  await page.route("**/boot-*.js", () => {});
  await page.goto("./#tajikistan-parp", { waitUntil: "commit" });
  await expect(card(page, "Tajikistan")).toBeInViewport();
  await expect(page.locator("#tajikistan-parp")).toBeInViewport();
  await page.goto("about:blank");
  await page.goto("./#tajikistan", { waitUntil: "commit" });
  await expect(card(page, "Tajikistan")).toBeInViewport();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => scrollY), "px scrolled to what is there already").toBe(0);
  await expect(page.locator("html[data-boot]")).toHaveCount(0);
});

/** A browser that takes the page's styles otherwise: it drops what it does not know. */
const styled = (page, change) => page.route("./", async (route) => {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, body: (await answer.text()).replace(/<style>.*?<\/style>/gs, change) });
});

for (const [how, javaScriptEnabled] of [["with the app", true], ["without a script", false]]) {
  test.describe(`in a browser of before, ${how},`, () => {
    // The policy allows no other styles than the page's own.
    test.use({ javaScriptEnabled, bypassCSP: true });
    const choosesEach = async (page) => {
      if (javaScriptEnabled) await page.waitForSelector("html[data-ready]", { state: "attached" });
      for (const name of STATES) {
        // Without a script an open card lies over the buttons until the page is scrolled.
        if (javaScriptEnabled) await page.getByRole("navigation", { name: "The five states" }).getByRole("link", { name }).click();
        else await page.goto(`./#${name.toLowerCase()}`);
        await expect(card(page, name).getByRole("heading", { level: 2 })).toBeInViewport();
      }
    };

    test("a chosen state has its card where :has() is not known", async ({ page }) => {
      await styled(page, (style) => style.replaceAll(":has(", ":unknown("));
      await page.goto("./");
      await choosesEach(page);
    });

    test("the page has map and cards in one column where containers are not known", async ({ page }) => {
      await styled(page, (style) => style.replaceAll("@container", "@unknown").replaceAll("container:", "unknown:").replace(/([\d.])cq[wh]/g, "$1unknown"));
      await page.goto("./");
      const { width: wide, height: high } = page.viewportSize();
      const [map, state] = await page.evaluate(() => ["#map", "#shape-kazakhstan"].map((part) => document.querySelector(part).getBoundingClientRect()));
      expect(map.height).toBeGreaterThan(high * 0.35);
      expect(state.width).toBeGreaterThan(wide * 0.2);
      expect(state.right).toBeLessThan(map.right);
      await choosesEach(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(wide);
    });

    test("signs are as large as letters where no style is known", async ({ page }) => {
      await styled(page, () => "");
      await page.goto("./");
      await expect(page.locator("#editorial-1")).toBeVisible();
      const largest = await page.locator("svg.mark, svg.icon").evaluateAll((signs) => Math.max(...signs.map((sign) => sign.getBoundingClientRect().width)));
      expect(largest).toBe(16);
    });
  });
}

for (const [how, javaScriptEnabled] of [["with the app", true], ["without a script", false]]) {
  test.describe(how, () => {
    test.use({ javaScriptEnabled });
    test("a link to a statement opens its card over the start page, and moves the text nowhere", async ({ page }) => {
      for (const id of ["kazakhstan-only-ipap", "uzbekistan-ipap", "tajikistan-border-crossings-closed"]) {
        await page.goto("about:blank");
        await page.goto(`./#${id}`);
        if (javaScriptEnabled) await page.waitForSelector("html[data-ready]", { state: "attached" });
        await page.waitForTimeout(400);
        await expect(page.locator(`#${id}`)).toBeInViewport();
        const [covered, map] = await page.locator(`#${id}`).evaluate((e) => {
          const { left, top } = e.getBoundingClientRect();
          // On a phone the map may have come up under the card.
          const map = innerWidth < 1000 ? Math.round(document.getElementById("map").getBoundingClientRect().top) : 0 - scrollY;
          return [!e.contains(document.elementFromPoint(left + 20, top + 12)), map];
        });
        expect(covered, `${id} is covered`).toBe(false);
        expect(map, `where the map is after a link to ${id}, in px`).toBeGreaterThanOrEqual(0);
      }
    });
  });
}

test("who has read on while the page came is not taken back, at a passage and among the views", async ({ page }) => {
  // After the last's id stands what only the app can read.
  for (const [id, state = ""] of [["sco-csto-2"], ["timeline"], ["interview-q4-2", "&country=kazakhstan"]]) {
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route("**/boot-*.js", (route) => held.then(() => route.continue()));
    await page.goto("about:blank");
    await page.goto(`./#${id}${state}`, { waitUntil: "commit" });
    await expect(page.locator(`#${id}`)).toBeInViewport();
    await page.mouse.move(300, 400);
    await page.mouse.wheel(0, 900);
    await expect.poll(() => page.locator(`#${id}`).evaluate((e) => e.getBoundingClientRect().top)).toBeLessThan(-500);
    await page.waitForTimeout(300);
    // What is read. (Above it the app shows fields that it needs.)
    const line = await page.evaluateHandle(() => document.elementFromPoint(200, 400));
    const top = () => line.evaluate((e) => Math.round(e.getBoundingClientRect().top));
    const left = await top();
    await expect(page.locator("html[data-boot]")).toHaveCount(0);
    release();
    await page.waitForSelector("html[data-ready]");
    await page.waitForTimeout(700);
    expect(Math.abs((await top()) - left), `px that ${id} has moved`).toBeLessThan(2);
  }
});

// A little under what only the app can answer. Half a line is not seen.
test("what is read in a card, a view or beside the map stays where it is when the app comes, and when the page is loaded anew", async ({ page }) => {
  for (const [id, line] of [["map", "#editorial-1"], ["uzbekistan", "#uzbekistan .standings"], ["matrix", "#matrix tbody tr:nth-child(3)"], ["timeline", "#timeline .events > li:nth-child(2)"], ["voices", "#voices-values"]]) {
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route("**/boot-*.js", (route) => held.then(() => route.continue()));
    await page.goto("about:blank");
    await page.goto(`./#${id}`, { waitUntil: "commit" });
    await expect(page.locator(line).first()).toBeAttached();
    await page.waitForFunction(() => document.readyState !== "loading");
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(500);
    const top = () => page.locator(line).first().evaluate((e) => Math.round(e.getBoundingClientRect().top));
    const before = await top();
    release();
    await page.waitForSelector("html[data-ready]");
    await page.waitForTimeout(700);
    expect(Math.abs((await top()) - before), `px that ${id} has moved when the app came`).toBeLessThan(10);
    await page.evaluate(() => scrollBy(0, 150));
    await page.waitForTimeout(400);
    const read = await top();
    await page.reload();
    await page.waitForSelector("html[data-ready]");
    await page.waitForTimeout(700);
    expect(Math.abs((await top()) - read), `px that ${id} has moved when it was loaded anew`).toBeLessThan(10);
    await page.unroute("**/boot-*.js");
  }
});

test("a name in the text tells what it means without laying out what stands after the text", async ({ page }) => {
  await visit(page);
  await page.locator("#editorial-1 a.o").first().click();
  await expect(page.locator("#preview")).toBeVisible();
  await expect(page.locator("html[data-unrolled]")).toHaveCount(0);
});

test("steps from mention to mention, and from hit to hit, before the text has been laid out", async ({ page }) => {
  await page.addInitScript(() => { window.requestIdleCallback = () => {}; });
  const steps = page.locator("#steps-next");
  await page.goto("./#uzbekistan");
  await page.waitForSelector("html[data-ready]");
  for (let i = 0; i < 4; i++) await steps.click();
  await expect(page.locator("[data-at]")).toBeInViewport();
  expect(await skipped(page), "where it stands is measured in the text as it is from now on").toEqual([]);
  await page.goto("about:blank");
  await page.goto("./#overview&q=corridor");
  await page.waitForSelector("html[data-ready]");
  const hit = () => page.evaluate(() => {
    const [range] = CSS.highlights.get("hit") ?? [];
    return range ? range.getBoundingClientRect().top : -1;
  });
  for (let i = 0; i < 2; i++) {
    await steps.click();
    await page.waitForTimeout(500);
    const height = page.viewportSize().height;
    expect(await hit(), "the hit from the window's top, px").toBeGreaterThan(0);
    expect(await hit()).toBeLessThan(height - 40);
    expect(await skipped(page)).toEqual([]);
  }
});

test("lays out the whole text soon: with the app, without it, and where no script comes", async ({ page }) => {
  await page.goto("./");
  await expect.poll(() => skipped(page), { timeout: 5_000 }).toEqual([]);
  for (const pattern of ["**/*.wasm", "**/boot-*.js"]) {
    await page.route(pattern, () => {});
    await page.goto("about:blank");
    await page.goto("./", { waitUntil: "commit" });
    await expect(page.locator("#sco-csto-12")).toBeAttached();
    await expect.poll(() => skipped(page), { timeout: 12_000 }).toEqual([]);
  }
});

test("works under a path of any depth @desktop", async ({ page }) => {
  await page.goto("http://127.0.0.1:4182/papers/2012/#uzbekistan");
  await page.waitForSelector("html[data-ready]");
  await expect(card(page, "Uzbekistan")).toBeVisible();
});

test("prints the text and every card", fault("Environment: print"), async ({ page }) => {
  await visit(page);
  await page.emulateMedia({ media: "print" });
  for (const name of STATES) await expect(card(page, name)).toBeVisible();
  for (const passage of ["#editorial-1", "#sco-csto-12"]) await expect(page.locator(passage)).toBeVisible();
  await expect(page.locator(".controls")).toBeHidden();
});

// One byte of a file is another: what vouches for it refuses it, and the reader is told or notices nothing.
for (const [what, pattern, says] of [["WebAssembly", /eucam-watch-\w+\.wasm/, true], ["script that loads it", /eucam-watch-\w+\.js/, true], ["script that begins", /boot-\w+\.js/, false]]) {
  plain(`runs nothing and shows the text when a byte of the ${what} was changed @desktop`, fault(`Delivery: a byte of the ${what} is another, and would still run`), async ({ page }) => {
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    let changed = 0;
    await page.route(pattern, async (route) => {
      const response = await route.fetch();
      const body = Buffer.from(await response.body());
      // In a string of the WebAssembly, and in the line's end of the others: all would still run.
      const at = body.indexOf("overview") > 0 ? body.indexOf("overview") : body.length - 1;
      body[at] ^= 1;
      changed++;
      await route.fulfill({ response, body });
    });
    await page.goto("./#kyrgyzstan");
    await expect(page.locator("#editorial-1")).toContainText("keen interest");
    await expect(card(page, "Kyrgyzstan")).toBeVisible();
    const message = page.getByText("The interactive map could not be loaded; the text is complete.");
    if (says) await expect(message).toBeVisible();
    else await page.waitForTimeout(1_000);
    expect(changed).toBeGreaterThan(0);
    await expect(page.locator("html[data-ready]")).toHaveCount(0);
    expect(errors).toEqual([]);
  });
}

plain("is read and answers links on a slow line and a slow machine, before the app and after it @desktop", fault("Delivery: slow 3G and a sixth of the machine's speed"), async ({ page }) => {
  plain.setTimeout(120_000);
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.locator("#editorial-1")).toContainText("keen interest", { timeout: 60_000 });
  await page.locator(".five a[href='#uzbekistan']").click({ timeout: 30_000 });
  await expect(card(page, "Uzbekistan")).toBeVisible({ timeout: 30_000 });
  await page.waitForSelector("html[data-ready]", { timeout: 60_000 });
  await expect(card(page, "Uzbekistan")).toBeVisible();
  await expect(page.locator("#late")).toBeHidden();
  expect(errors).toEqual([]);
});

/** Serves the edition's page as far as the test lets it come, and all else as it is. */
async function coming(baseURL, act) {
  const html = await (await fetch(baseURL)).text();
  let [sent, answer] = [0, undefined];
  const server = createServer(async ({ url }, response) => {
    if (url === "/") {
      answer = response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      return answer.write(html.slice(0, sent));
    }
    const { status, headers, body } = await fetch(new URL(url.slice(1), baseURL)).then(async (r) => ({ status: r.status, headers: r.headers, body: await r.arrayBuffer() }));
    response.writeHead(status, { "content-type": headers.get("content-type") ?? "text/plain" }).end(Buffer.from(body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  /** Lets it come up to this place; without one, to its end. */
  const upTo = (place) => {
    const part = html.slice(sent, place);
    sent = place;
    if (place === undefined) answer.end(part);
    else answer?.write(part);
  };
  try {
    await act({ html, upTo, url: `http://127.0.0.1:${server.address().port}/` });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

plain("shows its title where it stays, in its place and colour, before most of the styles have come", async ({ page, baseURL }) => {
  await coming(baseURL, async ({ html, upTo, url }) => {
    const place = html.indexOf("</p>", html.indexOf('<p class="frame">')) + 4;
    expect(place).toBeLessThan(24_000);
    upTo(place);
    await page.goto(url, { waitUntil: "commit" });
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toBeVisible();
    const look = () => title.evaluate((e) => {
      const { top, left, width, height } = e.getBoundingClientRect();
      return { box: [top, left, width, height].map(Math.round), ...Object.fromEntries(["color", "fontSize", "fontFamily"].map((name) => [name, getComputedStyle(e)[name]])) };
    });
    const first = await look();
    upTo(undefined);
    await page.waitForSelector("html[data-ready]");
    await page.evaluate(() => document.fonts.ready);
    expect(await look()).toEqual(first);
  });
});

plain("answers to a click on the map as soon as it is seen, while the page is still coming", async ({ page, baseURL }) => {
  await coming(baseURL, async ({ html, upTo, url }) => {
    // The line stalls twice: in the middle of the map, and where it has come whole and nothing after it.
    const [half, whole] = [html.indexOf('id="shape-uzbekistan"'), html.indexOf('<nav aria-label="The five states"')];
    expect(0 < half && half < whole).toBe(true);
    upTo(half);
    const shape = page.locator("#shape-uzbekistan");
    await page.goto(url, { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("#map .state").nth(1)).toBeAttached();
    await page.waitForTimeout(500);
    const come = await page.locator("#map .sheet, #map .state").evaluateAll((parts) => parts.map((e) => e.checkVisibility()));
    expect(come.length).toBeGreaterThan(1);
    expect(come, "half a map is not shown").not.toContain(true);
    upTo(whole);
    await expect(shape).toBeVisible();
    await page.locator("#map .at-label-uzbekistan > span").click();
    await expect(card(page, "Uzbekistan")).toBeInViewport();
    expect(await page.evaluate(() => document.readyState)).toBe("loading");
    upTo(undefined);
    await page.waitForSelector("html[data-ready]");
    await expect(card(page, "Uzbekistan")).toBeInViewport();
  });
});
