// One small way to drive three engines: Chromium and Firefox by WebDriver BiDi or the DevTools protocol (puppeteer),
// WebKitGTK by WebDriver. Clicks and keys are the engine's own, at the place where the element is drawn.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { Browser, Builder, Capabilities, Key } from "selenium-webdriver";
import { args, executablePath } from "../browser/chromium.mjs";

const FIREFOX = process.env.FIREFOX ?? ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync);
const MINI = process.env.MINIBROWSER ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** Where GTK looks for styles of its user: ours let the window be as narrow as a phone. */
const NARROW = fileURLToPath(new URL("webkit", import.meta.url));

const SIZE = { width: 1280, height: 800 };

/**
 * Starts an engine: "chromium", "firefox" or "webkit". What differs from the usual: `prefs` of Firefox, `flags` of
 * Chromium, `env` of WebKit. Gives `tab()`, `version` and `close()`.
 */
export async function launch(engine, { prefs = {}, flags = [], env = {} } = {}) {
  if (engine === "webkit") return webkit(env);
  const browser = await (engine === "firefox"
    ? puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true, extraPrefsFirefox: prefs })
    : puppeteer.launch({ executablePath, args: [...args, ...flags], headless: true }));
  let shared;
  return {
    version: await browser.version(),
    async tab() {
      if (engine === "chromium") return (shared ??= new Shared(await browser.newPage())).clear();
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport(SIZE);
      return new Puppet(page, context);
    },
    close: () => browser.close(),
  };
}

/** A tab driven by puppeteer. */
class Puppet {
  constructor(page, context) {
    this.page = page;
    this.context = context;
  }
  goto(url) { return this.page.goto(url, { waitUntil: "domcontentloaded" }).catch(ignoreAborted); }
  reload() { return this.page.reload({ waitUntil: "domcontentloaded" }); }
  run(act, ...given) { return this.page.evaluate(act, ...given); }
  async inFrame(act, ...given) { return (await (await this.page.$("iframe, eucam-watch >>> iframe")).contentFrame()).evaluate(act, ...given); }
  back() { return this.page.goBack({ waitUntil: "domcontentloaded" }).catch(ignoreAborted); }
  forward() { return this.page.goForward({ waitUntil: "domcontentloaded" }).catch(ignoreAborted); }
  press(key) { return this.page.keyboard.press(key); }
  type(words) { return this.page.keyboard.type(words); }
  resize(width, height) { return this.page.setViewport({ width, height }); }
  clickAt(x, y) { return this.page.mouse.click(x, y); }
  click(selector, which) { return press(this, selector, which); }
  /** The window as a PNG, by base64. */
  screenshot() { return this.page.screenshot({ encoding: "base64" }); }
  close() { return this.context.close(); }
}

/**
 * Chromium's one tab: each test finds it not yet opened and nothing kept. A context of its own would cost each a second
 * and a half of a processor, more than most take.
 */
class Shared extends Puppet {
  async clear() {
    this.client ??= await this.page.createCDPSession();
    const origins = new Set(this.page.frames().map((frame) => frame.url()).filter((url) => url.startsWith("http")).map((url) => new URL(url).origin));
    await this.page.goto("about:blank");
    for (const other of await this.page.browser().pages()) if (other !== this.page) await other.close();
    await this.client.send("Page.resetNavigationHistory");
    for (const origin of origins) await this.client.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
    await this.page.setViewport(SIZE);
    await this.page.mouse.move(0, 0);
    return this;
  }
  async close() {}
}

/** Going within a page can end before the driver has seen it begin. */
function ignoreAborted(error) {
  if (!/abort|NS_BINDING|timeout|navigat/i.test(String(error))) throw error;
}

const KEYS = { Enter: Key.ENTER, Escape: Key.ESCAPE, Tab: Key.TAB, ArrowDown: Key.ARROW_DOWN, ArrowUp: Key.ARROW_UP, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, Backspace: Key.BACK_SPACE };

const later = (ms) => new Promise((act) => { setTimeout(act, ms); });

/** A port that nobody listens at. */
async function free() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function webkit(env) {
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1800x1300x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const display = `:${String((await once(screen.stdout, "data"))[0]).trim()}`;
  const software = { WEBKIT_DISABLE_COMPOSITING_MODE: "1", WEBKIT_DISABLE_DMABUF_RENDERER: "1", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1", XDG_CONFIG_HOME: NARROW };
  const asked = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: MINI, args: ["--automation"] } });
  let [server, port, session] = [];
  const end = async () => { await session?.quit().catch(() => {}); session = undefined; };
  const serve = async () => {
    server?.kill("SIGKILL");
    port = await free();
    server = spawn("WebKitWebDriver", [`--port=${port}`], { env: { ...process.env, DISPLAY: display, ...software, ...env }, stdio: "ignore" });
    for (let tries = 0; tries < 100; tries++) {
      if (await fetch(`http://127.0.0.1:${port}/status`).then((r) => r.ok, () => false)) break;
      await later(100);
    }
  };
  // The driver has one session at a time: it is opened anew for each tab. Once in some hundred times the browser that it
  // starts says nothing: then another driver is asked.
  const open = async () => {
    for (let tries = 0; tries < 3; tries++) {
      if (!server || tries) await serve();
      const opened = Promise.resolve(new Builder().usingServer(`http://127.0.0.1:${port}`).forBrowser(Browser.SAFARI).withCapabilities(asked).build()).catch((error) => error);
      const session = await Promise.race([opened, later(20_000)]);
      if (session?.manage) return session;
    }
    throw new Error("WebKit opens no window");
  };
  return {
    version: "",
    async tab() {
      await end();
      session = await open();
      await session.manage().setTimeouts({ script: 180_000, pageLoad: 60_000 });
      const tab = new Drive(session, end);
      await tab.resize(1280, 800);
      return tab;
    },
    async close() {
      await end();
      server?.kill();
      screen.kill();
    },
  };
}

/** A tab driven by WebDriver. */
class Drive {
  constructor(session, end) {
    this.session = session;
    this.close = end;
  }
  goto(url) { return this.session.get(url); }
  reload() { return this.session.navigate().refresh(); }
  run(act, ...given) { return this.session.executeScript(`return (${act}).apply(null, arguments) ?? null`, ...given); }
  async inFrame(act, ...given) {
    const frame = await this.session.executeScript("return document.querySelector('iframe') ?? document.querySelector('eucam-watch').shadowRoot.querySelector('iframe')");
    await this.session.switchTo().frame(frame);
    try {
      return await this.run(act, ...given);
    } finally {
      await this.session.switchTo().defaultContent();
    }
  }
  back() { return this.session.navigate().back(); }
  forward() { return this.session.navigate().forward(); }
  press(key) { return this.session.actions().sendKeys(KEYS[key] ?? key).perform(); }
  type(words) { return this.session.actions().sendKeys(words).perform(); }
  async resize(width, height) {
    // The window has a frame and bars of its own.
    for (let tries = 0; tries < 5; tries++) {
      const [w, h] = await this.run(() => [innerWidth, innerHeight]);
      if (w === width && h === height) return;
      const now = await this.session.manage().window().getRect();
      await this.session.manage().window().setRect({ x: 0, y: 0, width: now.width + width - w, height: now.height + height - h });
      await later(150);
    }
    throw new Error(`the window is not ${width} × ${height} px but ${await this.run(() => [innerWidth, innerHeight])}`);
  }
  clickAt(x, y) { return this.session.actions({ async: true }).move({ x: Math.round(x), y: Math.round(y), duration: 0 }).press().release().perform(); }
  click(selector, which) { return press(this, selector, which); }
  screenshot() { return this.session.takeScreenshot(); }
}

/** Clicks an element where it stands once it stands still. */
async function press(tab, selector, which) {
  let [x, y] = await tab.run(whereabouts, selector, which);
  for (let tries = 0; tries < 20; tries++) {
    await later(40);
    const [u, v] = await tab.run(whereabouts, selector, which);
    if (u === x && v === y) break;
    [x, y] = [u, v];
  }
  await tab.clickAt(x, y);
}

/**
 * In the page: brings the first visible element of this selector (and with these words) into the window and gives a
 * point of it, in CSS px, at which nothing else lies over it.
 */
function whereabouts(selector, words) {
  const all = [...document.querySelectorAll(selector)].filter((e) => (!words || e.textContent.includes(words)) && e.getClientRects().length && getComputedStyle(e).visibility === "visible");
  if (!all.length) throw new Error(`nothing to click: ${selector} ${words ?? ""}`);
  const [element] = all;
  const inWindow = (r) => r.top >= 60 && r.bottom <= innerHeight - 60;
  if (!inWindow(element.getBoundingClientRect())) element.scrollIntoView({ block: "center", behavior: "instant" });
  for (const r of element.getClientRects()) {
    for (const [u, v] of [[0.5, 0.5], [0.5, 0.3], [0.3, 0.5], [0.7, 0.6], [0.2, 0.2], [0.8, 0.3]]) {
      const [x, y] = [r.left + r.width * u, r.top + r.height * v];
      const top = document.elementFromPoint(x, y);
      if (top && (element.contains(top) || top.contains(element))) return [x, y];
    }
  }
  throw new Error(`covered: ${selector} ${words ?? ""}`);
}
