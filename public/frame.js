// Runs first in embed.html: takes the host's options from the address, and speaks with the host. What is
// said, and what is heard, is in embedding.html. It needs neither storage nor the WebAssembly.
"use strict";
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const PARTS = ["map", "cards", "text", "matrix", "timeline", "routes", "voices", "one"];
  const LAYERS = ["nato", "csto", "sco", "ndn", "tapi", "eu"];
  const flow = asked.get("mode") === "flow";

  const theme = (name) => {
    if (name === "auto") root.removeAttribute("data-theme");
    else if (name === "light" || name === "dark") root.setAttribute("data-theme", name);
    else return false;
    return true;
  };
  if (flow) root.setAttribute("data-mode", "flow");
  theme(asked.get("theme"));
  const parts = (asked.get("show") ?? "").split(",").filter((part) => PARTS.includes(part));
  if (parts.length) root.setAttribute("data-show", parts.join(" "));

  // An accent that cannot be read on the page's paper is made darker by day, lighter by night, until it can.
  const accent = asked.get("accent");
  if (/^[\da-f]{6}$/.test(accent)) {
    const light = (rgb) => {
      const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
    };
    const fit = (paper, toward) => {
      let rgb = [0, 2, 4].map((at) => parseInt(accent.slice(at, at + 2), 16));
      const contrast = () => Math.max(light(rgb), light(paper)) / Math.min(light(rgb), light(paper));
      for (let i = 0; i < 40 && contrast() < 5; i++) rgb = rgb.map((c) => c + (toward - c) * 0.08);
      return `rgb(${rgb.map(Math.round).join(" ")})`;
    };
    root.style.setProperty("--accent", `var(--day, ${fit([230, 239, 246], 0)}) var(--night, ${fit([30, 50, 66], 255)})`);
  }

  if (parent === window) return;

  // What scrolls can have the focus, and a browser gives it to what the address names and brings that into the host's
  // view. So no card scrolls until the browser has gone where the address leads (and none has a tabindex: page.rs).
  root.setAttribute("data-arriving", "");
  addEventListener("load", () => root.removeAttribute("data-arriving"));

  // A host of the same origin would be scrolled to what the address names. So the browser does not see it until all
  // is there, and the app, which waits for it (boot.js), goes there within the frame.
  try {
    void parent.document.URL;
    const { hash } = location;
    if (hash) {
      history.replaceState(null, "", location.pathname + location.search);
      globalThis.arrival = new Promise((resolve) => {
        const back = () => { history.replaceState(null, "", hash); resolve(); };
        document.addEventListener("DOMContentLoaded", () => setTimeout(back));
      });
    }
  } catch {
    // Another origin's host is left alone by browsers.
  }

  // The host's origin, if it has named one: then nobody else hears or is heard.
  let target = "*";
  try {
    const host = asked.get("host");
    if (host && new URL(host).origin === host) target = host;
  } catch {
    // Then none was named.
  }
  const say = (type, detail) => parent.postMessage({ eucamWatch: 1, type, ...detail }, target);

  /** What a fragment names, without what follows. */
  const place = (fragment) => fragment.replace(/^#/, "").split("&")[0];

  // Links before the app is there, which would each add to the host's history; and links to what is not shown, which open
  // the edition. What leads out of it opens beside the host's page: in the frame it would take the edition's place.
  const shown = (id) => {
    let element = document.getElementById(id)?.closest(".card, .map, .reader > *, .masthead, .foot");
    if (element?.matches(".card")) element = element.parentElement;
    for (; element && element !== root; element = element.parentElement) {
      if (getComputedStyle(element).display === "none") return false;
    }
    return true;
  };
  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.("a[href]:not([href=''], [download])");
    if (!link) return;
    if (!link.matches("[href^='#']")) {
      link.target = "_blank";
      link.rel = "noopener";
      return;
    }
    const fragment = link.getAttribute("href");
    // Layers and views of the map lead to where the reader is, which need not be shown.
    if (!link.closest(".controls") && !shown(place(fragment))) {
      event.preventDefault();
      event.stopPropagation();
      open(`./${fragment}`, "_blank", "noopener");
    } else if (!root.hasAttribute("data-ready")) {
      event.preventDefault();
      location.replace(fragment);
    }
  }, true);

  // Where nothing but a card is shown, closing it would leave nothing.
  addEventListener("keydown", (event) => {
    const cards = root.matches("[data-show~=cards]:not([data-show~=map], [data-show~=text])");
    if (event.key === "Escape" && cards && document.getElementById("preview").hidden) event.stopImmediatePropagation();
  }, true);

  // Orders of the host. At most twenty at once and ten a second; the rest is dropped.
  let left = 20;
  const waiting = new Map();
  // Not by the browser, which would take the focus for what is named; unless it will not write the address, as
  // after very many orders.
  const go = (fragment) => {
    try {
      history.replaceState(null, "", `#${fragment}`);
      dispatchEvent(new Event("popstate"));
    } catch {
      location.replace(`#${fragment}`);
    }
  };
  const orders = {
    theme: ({ theme: name }) => theme(name),
    "go-to": ({ fragment }) => {
      if (typeof fragment !== "string" || fragment.length > 2000) return false;
      const plain = fragment.replace(/^#/, "");
      if (!/^[a-z\d][\w.,&=~%+-]*$/i.test(plain)) return false;
      const before = state();
      go(plain);
      // The app puts a wrong address back; the bare address of the beginning then has its name.
      setTimeout(() => {
        const now = state();
        if (place(now) !== place(plain) && (now === before || now === "overview")) say("error", { reason: "unknown address" });
      }, 100);
      return true;
    },
    layers: ({ layers }) => {
      if (!Array.isArray(layers) || layers.length > 6 || !layers.every((layer) => LAYERS.includes(layer))) return false;
      drawn = drawn.then(() => draw(layers));
      return true;
    },
  };
  // Each link adds or takes away one layer of those that were there when it was drawn, so one waits for another.
  let drawn = Promise.resolve();
  const draw = async (layers) => {
    for (const layer of LAYERS) {
      const chip = document.querySelector(`.chips [data-layer=${layer}]`);
      if (!chip || chip.hasAttribute("aria-current") === layers.includes(layer)) continue;
      chip.click();
      await new Promise((resolve) => { setTimeout(resolve); });
    }
  };
  const obey = (order) => { if (!orders[order.type](order)) say("error", { reason: "malformed order" }); };
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || (target !== "*" && origin !== target)) return;
    if (data === null || typeof data !== "object" || data.eucamWatch !== 1 || !Object.hasOwn(orders, data.type)) return;
    if (left < 1) return;
    left--;
    setTimeout(() => { left++; }, 2000);
    if (root.hasAttribute("data-ready") || data.type === "theme") obey(data);
    else waiting.set(data.type, data);
  });

  /** Where the page is, without what the visitor looks for, lists and keeps. */
  const state = () => location.hash.slice(1).split("&").filter((part) => !/^(q|only|trail)=/.test(part)).join("&");

  document.addEventListener("DOMContentLoaded", () => {
    const edition = document.querySelector(".edition");
    const whole = document.querySelector(".source a");

    // Where the frame shows but one thing, it does so before the app, and without it; what stands on a card, on its card.
    const one = () => {
      const named = document.getElementById(place(location.hash));
      if (!parts.includes("one") || !named) return;
      root.setAttribute("data-show", (named.closest(".card") ? [...parts, "cards"] : parts).join(" "));
      if (!root.hasAttribute("data-ready") && !named.hasAttribute("data-here")) named.setAttribute("data-here", "");
    };
    one();

    // In a low frame the map needs the room that its key would take.
    const alone = parts.includes("map") && !parts.includes("text");
    if (alone && !flow && innerHeight < 800) document.querySelector(".legend details").open = false;

    let height = 0;
    const measure = () => {
      const now = Math.ceil(document.body.getBoundingClientRect().height);
      if (now === height || now < 1) return;
      height = now;
      say("height", { height });
      parent.postMessage({ sentinel: "amp", type: "embed-size", height }, target);
      const pym = asked.get("childId");
      if (pym && /^[\w-]{1,80}$/.test(pym)) parent.postMessage(`pymxPYMx${pym}xPYMxheightxPYMx${height}`, target);
    };
    // Browsers do not draw a frame out of sight, and an observer waits for that; the host need not.
    const grow = flow ? measure : () => {};
    if (flow) new ResizeObserver(grow).observe(document.body);
    addEventListener("load", grow);

    let told, chosen = null, due;
    const tell = () => {
      const now = state();
      whole.hash = now;
      if (now === told) return;
      told = now;
      say("state", { fragment: now });
    };
    const changed = () => {
      one();
      const now = edition.getAttribute("data-chosen");
      if (now !== chosen) {
        chosen = now;
        say("select", { country: now });
      }
      // The address is written when it has stood for a moment.
      clearTimeout(due);
      due = setTimeout(tell, 400);
    };
    const attributes = ["data-chosen", "data-with", "data-layers", "data-frame", "data-zoomed", "data-here"];
    const watch = new MutationObserver(changed);
    watch.observe(edition, { subtree: true, attributeFilter: attributes });
    // Its sight is written there.
    watch.observe(document.getElementById("map"), { attributeFilter: ["style"] });

    new MutationObserver((_, watch) => {
      watch.disconnect();
      say("ready", { mode: flow ? "flow" : "app" });
      grow();
      waiting.forEach(obey);
      changed();
    }).observe(root, { attributeFilter: ["data-ready"] });

    for (const id of ["late", "trouble"]) {
      const message = document.getElementById(id);
      new MutationObserver(() => { if (!message.hidden) say("error", { reason: id === "late" ? "not loaded" : "stopped" }); }).observe(message, { attributeFilter: ["hidden"] });
    }
  });
})();
