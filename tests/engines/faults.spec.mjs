// What a page meets in the world, injected for real: a host that fails, an environment that refuses, an address that
// is none, a hand that does everything at once. Each case is one row of docs/faults.md, which the run writes.
import { launch } from "./driver.mjs";
import { SITE, expect, focus, fragment, gives, inView, look, misses, ready, seen, sees, test, trouble, visit, whole } from "./tab.mjs";

/** A case: its group and name in the table, and the act. */
const fault = (group, name, act) => test(`${group}: ${name}`, { annotation: { type: "fault", description: `${group}: ${name}` } }, act);
/** Opens the page with a fault, and waits until what comes has come: what moves under a finger is not meant here. */
async function open(tab, name, path = "#kyrgyzstan") {
  await tab.goto(`${SITE}/${name}/${path}`);
  await gives(tab, () => document.readyState).toBe("complete");
}
const LATE = "The interactive map could not be loaded; the text is complete.";
const UNKNOWN = "names nothing in this issue";

/** Links lead to cards and text though no script has arrived. */
async function plainLinks(tab) {
  await tab.click(".five a[href='#uzbekistan']");
  await sees(tab, "#uzbekistan");
  await tab.click("#uzbekistan .close");
  await misses(tab, "#uzbekistan");
}

// ---- Delivery

for (const [name, says] of [
  ["wasm-404", "the WebAssembly is not there (404)"], ["wasm-500", "the host fails at the WebAssembly (500)"], ["wasm-503", "the host is busy at the WebAssembly (503)"],
  ["wasm-is-a-page", "a page comes in the WebAssembly's place, with 200"], ["wasm-truncated", "the WebAssembly is cut short"],
  ["wasm-dropped", "the connection drops within the WebAssembly"], ["wasm-flipped", "one byte of the WebAssembly is another"], ["wasm-another", "it is another, valid WebAssembly"],
  ["glue-404", "the script that loads the WebAssembly is not there"], ["glue-tampered", "a byte of that script is another, and it would still run"], ["glue-stale", "that script is of an older build"],
  ["boot-404", "the first script is not there"],
]) {
  fault("Delivery", says, async ({ tab }) => {
    await open(tab, name);
    await expect.poll(() => tab.run(seen, "#late", LATE), { timeout: 30_000 }).toBe(true);
    await sees(tab, "#kyrgyzstan");
    await plainLinks(tab);
    await whole(tab);
  });
}

fault("Delivery", "the WebAssembly never ends", async ({ tab }) => {
  await open(tab, "wasm-hangs");
  await sees(tab, "#kyrgyzstan");
  await plainLinks(tab);
  await expect.poll(() => tab.run(seen, "#late", LATE), { timeout: 30_000 }).toBe(true);
  await whole(tab);
});

fault("Delivery", "the WebAssembly comes with the wrong MIME type", async ({ tab }) => {
  await open(tab, "wasm-mime");
  await ready(tab);
  await sees(tab, "#kyrgyzstan");
  await whole(tab);
});

fault("Delivery", "the host's policy refuses the styles in the page", async ({ tab }) => {
  await open(tab, "csp-no-style");
  await ready(tab);
  await sees(tab, "#kyrgyzstan");
  await whole(tab, { styled: false, errors: false });
  // What the policy refuses is said by the browser, and nothing else.
  expect((await trouble(tab)).filter((t) => !/style-src/.test(t))).toEqual([]);
});

for (const [name, what] of [["font-404", "fonts are"], ["icon-404", "the icons are"], ["picture-404", "the hills' shading is"]]) {
  fault("Delivery", `${what} lost`, async ({ tab }) => {
    await open(tab, name);
    await ready(tab);
    await tab.click(".five a[href='#tajikistan']");
    await sees(tab, "#tajikistan");
    await whole(tab);
    // The page has its own.
    await gives(tab, () => (window.icon ??= Object.assign(new Image(), { src: document.querySelector("link[rel=icon]").href })).naturalWidth).toBe(32);
  });
}

fault("Delivery", "the page is an older one, and none of its files is there", async ({ tab }) => {
  await open(tab, "page-stale");
  await tab.click(".five a[href='#uzbekistan']");
  await fragment(tab).toBe("#uzbekistan");
  await sees(tab, "#uzbekistan");
  await expect.poll(() => tab.run(seen, "#late", LATE), { timeout: 30_000 }).toBe(true);
  await whole(tab, { styled: false });
});

fault("Delivery", "each file comes late", async ({ tab }) => {
  await open(tab, "slow");
  await plainLinks(tab);
  await ready(tab);
  await tab.click(".five a[href='#tajikistan']");
  await sees(tab, "#tajikistan");
  await whole(tab);
});

/** Tells the host to fall silent, or to speak again. */
const host = (name, state) => fetch(`${SITE}/${name}/${state}`, { method: "POST" });

fault("Delivery", "the network goes once the page is there", async ({ tab }, { project }) => {
  const name = `fine~off-${project.name}`;
  await visit(tab, "", name);
  await host(name, "down");
  try {
    await tab.click(".five a[href='#tajikistan']");
    await sees(tab, "#tajikistan");
    await look(tab, "hub");
    await whole(tab);
  } finally {
    await host(name, "up");
  }
});

fault("Delivery", "it is loaded anew without a network", async ({ tab }, { project }) => {
  const name = `fine~again-${project.name}`;
  await visit(tab, "#kazakhstan", name);
  await tab.run(() => navigator.serviceWorker.ready.then(() => true));
  await host(name, "down");
  try {
    await tab.reload();
    await ready(tab);
    await sees(tab, "#kazakhstan");
    await whole(tab, { errors: false });
  } finally {
    await host(name, "up");
  }
});

fault("Delivery", "it is hosted far below the root of a site", async ({ tab }) => {
  await visit(tab, "papers/2012/two-elephants/#uzbekistan");
  await sees(tab, "#uzbekistan");
  await whole(tab);
});

// ---- Environment

/** A browser of this engine with its own settings, for one act. */
async function changed(engine, settings, act) {
  const browser = await launch(engine, settings);
  try {
    const tab = await browser.tab();
    await act(tab);
    await tab.close();
  } finally {
    await browser.close();
  }
}

fault("Environment", "WebAssembly is off (WebKitGTK has no switch for it)", async ({ engine }) => {
  test.skip(engine === "webkit", "WebKitGTK has no switch for it");
  await changed(engine, { flags: ["--js-flags=--jitless"], prefs: { "javascript.options.wasm": false } }, async (tab) => {
    await open(tab, "fine");
    expect(await tab.run(() => typeof WebAssembly)).toBe("undefined");
    await sees(tab, "#late", LATE);
    await plainLinks(tab);
    await whole(tab);
  });
});

fault("Environment", "a visitor who prefers dark pages", async ({ engine }) => {
  await changed(engine, { flags: ["--blink-settings=preferredColorScheme=0"], prefs: { "ui.systemUsesDarkTheme": 1, "layout.css.prefers-color-scheme.content-override": 0 }, env: { GTK_THEME: "Adwaita:dark" } }, async (tab) => {
    await visit(tab, "#uzbekistan");
    const [paper, ink] = await tab.run(() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color].map((c) => c.match(/[\d.]+/g).slice(0, 3).reduce((a, b) => a + Number(b), 0)));
    expect(paper).toBeLessThan(ink);
    await whole(tab);
  });
});

for (const [name, what] of [["storage-throws", "refuses"], ["storage-null", "is not there"], ["storage-full", "is full"]]) {
  fault("Environment", `storage ${what}`, async ({ tab }) => {
    await visit(tab, "", name);
    await tab.run(() => document.getElementById("open-panel-settings").focus());
    await tab.press("Enter");
    await sees(tab, "#panel-settings");
    await tab.click("#panel-settings label", "Dark");
    await gives(tab, () => document.documentElement.getAttribute("data-theme")).toBe("dark");
    await whole(tab);
  });
}

fault("Environment", "the strict policy, through map, card, text, search, citation and trail", async ({ tab }) => {
  await visit(tab, "#kazakhstan-only-ipap&trail=interview-q4-2,uzbekistan");
  await tab.click("#kazakhstan-only-ipap button", "Cite");
  await gives(tab, () => document.getElementById("cite-words").value).toMatch(/^“/);
  await tab.press("Escape");
  await look(tab, "pipeline");
  await tab.press("Escape");
  await tab.click(".zoom button");
  await fragment(tab).toMatch(/frame=/);
  await tab.run(() => { document.getElementById("open-panel-trail").focus(); });
  await tab.press("Enter");
  await gives(tab, () => [...document.querySelectorAll("#panel-trail li")].filter((item) => item.getClientRects().length).length).toBe(2);
  await whole(tab);
});

fault("Environment", "the host's policy allows no WebAssembly", async ({ tab }) => {
  await open(tab, "csp-no-wasm");
  await sees(tab, "#late", LATE);
  await plainLinks(tab);
  await whole(tab, { errors: false });
  // What the policy refuses is said by the browser, and nothing else.
  expect((await trouble(tab)).filter((t) => !/^refused: script-src|wasm/i.test(t))).toEqual([]);
});

for (const [width, height, what] of [[320, 256, "a window of 320 × 256 px"], [320, 200, "400 % zoom in 1280 × 800 px"], [740, 360, "a phone on its side"]]) {
  fault("Environment", what, async ({ tab }) => {
    await tab.resize(width, height);
    await visit(tab);
    for (const path of ["#uzbekistan", "#interview-q4-2", "#matrix"]) {
      await tab.goto(`${SITE}/fine/${path}`);
      await gives(tab, () => Math.max(0, document.documentElement.scrollWidth - innerWidth)).toBe(0);
      await gives(tab, inView, path).toBe(true);
    }
    await tab.press("Escape");
    await tab.click(".five a[href='#tajikistan']");
    await gives(tab, inView, "#tajikistan").toBe(true);
    await whole(tab);
  });
}

fault("Environment", "the text spacing that a reader sets", async ({ tab }) => {
  await visit(tab, "#uzbekistan");
  await tab.run(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [sheet];
  });
  // No words of the page are cut: what hides what is too much of it holds nothing that is too much.
  const cut = await tab.run(() => [...document.querySelectorAll("main *, .card *, .five *, .bar *, .legend *")].filter((e) => {
    if (!e.getClientRects().length || e.matches(".said-so, .said-so *, svg, svg *")) return false;
    const style = getComputedStyle(e);
    return /hidden|clip/.test(style.overflowX) && e.clientWidth > 2 && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && e.scrollWidth > e.clientWidth + 1;
  }).map((e) => e.outerHTML.slice(0, 100)));
  expect(cut).toEqual([]);
  expect(await tab.run(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await whole(tab);
});

fault("Environment", "a translator changes the text under the app", async ({ tab, engine }) => {
  await visit(tab);
  // As translators of browsers do: text nodes are put into font elements, the language is another.
  await tab.run((speaks) => {
    setTimeout(() => {
      // WebKitGTK breaks off when the language of hyphenated text is one that it has no dictionary of.
      if (speaks) document.documentElement.lang = "de";
      for (const e of document.querySelectorAll("main p, .card p, .card h2, .card li, .five a, .bar button, .legend span")) {
        for (const node of [...e.childNodes].filter((n) => n.nodeType === 3 && n.data.trim())) {
          const font = document.createElement("font");
          font.append(document.createElement("font"));
          font.firstChild.append(node.data.replace(/the/g, "der"));
          node.replaceWith(font);
        }
      }
    });
  }, engine !== "webkit");
  await gives(tab, () => document.querySelectorAll("font font").length > 500).toBe(true);
  for (const state of ["uzbekistan", "kazakhstan"]) {
    await tab.click(`.five a[href='#${state}']`);
    await sees(tab, `#${state}`);
  }
  await tab.press("n");
  await gives(tab, () => document.querySelector("#steps [role=status]").textContent).toMatch(/^\d+ of \d+/);
  await look(tab, "pipeline");
  expect(await trouble(tab)).toEqual([]);
});

fault("Environment", "back from another site, by the back/forward cache or without", async ({ tab }) => {
  await visit(tab, "#uzbekistan");
  await tab.goto("http://localhost:4184/plain.html");
  await tab.back();
  await ready(tab);
  await sees(tab, "#uzbekistan");
  await tab.click(".five a[href='#tajikistan']");
  await sees(tab, "#tajikistan");
  await whole(tab);
});

fault("Environment", "something that the page holds was taken out before the app came", async ({ tab }) => {
  await open(tab, "panic-at-mount");
  await sees(tab, "#trouble", "The interactive part has stopped; the text is complete.");
  await whole(tab, { errors: false });
});

fault("Environment", "a handler of the app breaks", async ({ tab }) => {
  await visit(tab, "", "handler-breaks");
  await tab.run(() => { const link = document.querySelector(".five a[href='#kyrgyzstan']"); window.under(() => link.click()); });
  await sees(tab, "#trouble", "The interactive part has stopped; the text is complete.");
  await whole(tab, { errors: false });
});

fault("Environment", "a browser without pointer events", async ({ tab }) => {
  await visit(tab, "", "no-pointer-events");
  await tab.click('.place.country[href="#uzbekistan"] > span');
  await sees(tab, "#uzbekistan");
  await tab.click("#uzbekistan .close");
  await misses(tab, "#uzbekistan");
  await whole(tab);
});

// ---- Address

const addresses = {
  "an id that is none": "#narnia", "the wrong case": "#UZBEKISTAN", "a plus for a space": "#uzbek+istan", "encoded twice": "#uzbekistan%2526layers%253Dcsto",
  "a lone percent sign": "#%", "a broken encoding": "#%E0%A4%A", "a NUL": "#%00uzbekistan", "a lone surrogate": "#%ED%A0%80", "letters that turn the direction": "#%E2%80%AEnatsikebzu",
  "the name of a prototype": "#__proto__&constructor=1&layers=__proto__", "a script": "#<script>alert(1)</script>", "a handler": "#\"><img src=x onerror=alert(1)>", "javascript:": "#javascript:alert(1)",
  "nothing but separators": "#&&==&=&",
};
for (const [name, path] of Object.entries(addresses)) {
  fault("Address", name, async ({ tab }) => {
    await visit(tab, path);
    const now = await tab.run(() => ({ hash: location.hash, said: document.body.innerText, scripts: document.querySelectorAll("script:not([src]):not([type])").length, images: document.querySelectorAll("img").length, proto: {}.layers }));
    expect(now.proto).toBeFalsy();
    expect(now.images).toBe(0);
    // The page's own.
    expect(now.scripts).toBe(1);
    // It is put right, or the start page says that it leads nowhere.
    if (!/^#(uzbekistan|overview)?(&|$)/.test(now.hash)) expect(now.said).toContain(UNKNOWN);
    await tab.click(".five a[href='#tajikistan']");
    await sees(tab, "#tajikistan");
    await whole(tab);
  });
}

fault("Address", "what other sites hang on: utm_source, fbclid", async ({ tab }) => {
  await visit(tab, "?utm_source=x&fbclid=y#uzbekistan&utm_medium=z&fbclid=q");
  await sees(tab, "#uzbekistan");
  await whole(tab);
});

fault("Address", "keys twice, and empty", async ({ tab }) => {
  await visit(tab, "#uzbekistan&layers=csto&layers=&layers=sco&country=&country=tajikistan&frame=&q=&only=&trail=");
  await sees(tab, ".card:not([hidden])");
  await whole(tab);
});

fault("Address", "three million letters", async ({ tab }) => {
  await visit(tab);
  // An engine refuses what is too long for itself: a third of it none does.
  for (const letters of [3_000_000, 1_000_000]) {
    const taken = await tab.run((letters) => {
      try {
        location.hash = "#uzbekistan&q=" + "a".repeat(letters);
      } catch {
        // Firefox says so.
      }
      return location.hash.length > letters;
    }, letters);
    if (taken) await sees(tab, ".status", UNKNOWN);
    else expect(letters).toBeGreaterThan(1_000_000);
  }
  await tab.click(".five a[href='#tajikistan']");
  await sees(tab, "#tajikistan");
  await whole(tab);
});

fault("Address", "two hundred changes within seconds", async ({ tab }) => {
  await visit(tab);
  await tab.run(async () => {
    for (let i = 0; i < 210; i++) {
      document.querySelectorAll(".five a")[i % 5].click();
      if (i % 10 === 0) await new Promise((later) => { setTimeout(later, 20); });
    }
  });
  await sees(tab, "#uzbekistan");
  await gives(tab, () => document.querySelector(".edition").dataset.chosen).toBe("uzbekistan");
  // An engine that refuses to write the address for a while is tried again.
  await expect.poll(() => tab.run(() => location.hash), { timeout: 35_000 }).toBe("#uzbekistan");
  await whole(tab);
});

fault("Address", "back and forward over fifty jumps", async ({ tab }) => {
  await visit(tab);
  const jumps = await tab.run(() => [...document.querySelectorAll(".reader p[id]")].map((p) => p.id).slice(0, 25).flatMap((id, i) => [id, document.querySelectorAll(".five a")[i % 5].getAttribute("href").slice(1)]));
  for (const id of jumps) await tab.run((id) => { location.hash = id; return new Promise((later) => { setTimeout(later, 30); }); }, id);
  const end = await tab.run(() => [history.length, location.hash]);
  await tab.run((n) => { history.go(-n); return new Promise((later) => { setTimeout(later, 600); }); }, 49);
  await fragment(tab).toMatch(new RegExp(`^#${jumps[0]}`));
  await gives(tab, inView, `#${jumps[0]}`).toBe(true);
  await tab.run(() => { history.go(49); return new Promise((later) => { setTimeout(later, 600); }); });
  await gives(tab, () => [history.length, location.hash]).toEqual(end);
  await whole(tab);
});

// ---- Interaction

fault("Interaction", "fifty choices as fast as they come", async ({ tab }) => {
  await visit(tab);
  await tab.run(() => {
    const links = document.querySelectorAll(".five a");
    for (let i = 0; i < 50; i++) links[i % 2].click();
  });
  await gives(tab, () => document.querySelector(".edition").dataset.chosen).toBe("kyrgyzstan");
  await gives(tab, () => [...document.querySelectorAll(".card")].filter((c) => c.getClientRects().length && getComputedStyle(c).visibility === "visible").map((c) => c.id)).toEqual(["kyrgyzstan"]);
  await fragment(tab).toBe("#kyrgyzstan");
  await whole(tab);
});

fault("Interaction", "Escape and Tab from every state", async ({ tab }) => {
  await visit(tab);
  for (const panel of ["contents", "search", "settings", "help", "trail"]) {
    await tab.run((id) => { document.getElementById(id)?.focus(); }, `open-panel-${panel}`);
    await tab.press("Enter");
    await gives(tab, seen, `#panel-${panel}`).toBe(true);
    await tab.press("Tab");
    await gives(tab, () => document.activeElement !== document.body).toBe(true);
    await tab.press("Escape");
    await misses(tab, `#panel-${panel}`);
  }
  for (const path of ["#uzbekistan", "#kazakhstan&with=uzbekistan", "#interview-q4-2&q=nato", "#map&frame=400,-700,900"]) {
    await tab.goto(`${SITE}/fine/${path}`);
    for (const key of ["Tab", "Escape", "Tab", "Escape", "Escape"]) await tab.press(key);
    await gives(tab, () => document.activeElement !== document.body && document.activeElement.getClientRects().length > 0).toBe(true);
    await misses(tab, ".card, .pair");
  }
  await whole(tab);
});

fault("Interaction", "the window turns while a card is open", async ({ tab }) => {
  await tab.resize(360, 740);
  await visit(tab, "#uzbekistan");
  await sees(tab, "#uzbekistan");
  await tab.resize(740, 360);
  await sees(tab, "#uzbekistan");
  await gives(tab, () => Math.max(0, document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await tab.resize(360, 740);
  await tab.click("#uzbekistan .close");
  await misses(tab, "#uzbekistan");
  await whole(tab);
});

fault("Interaction", "a text fragment of the browser's own comes with the link", async ({ tab }) => {
  await visit(tab, "#interview-q4-2:~:text=Kazakhstan");
  await gives(tab, inView, "#interview-q4-2").toBe(true);
  await whole(tab);
});
