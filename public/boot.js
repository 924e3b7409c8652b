// Fetches and starts the app. The page is whole without it, so all that can go wrong here is that the
// map and the links stay as plain as they are: a deadline, one more try, and then a plain message.

const own = document.querySelector("script[data-wasm]");
const note = document.getElementById("late");
document.documentElement.setAttribute("data-boot", "");

// When the app breaks, the reader is told; the text stays. Scripts of others that visitors have put in are not ours.
const ours = new URL("assets/", document.baseURI).href;
const alarm = document.getElementById("trouble");
const broken = () => { alarm.hidden = false; };
addEventListener("error", ({ filename, error }) => { if (`${filename} ${error?.stack}`.includes(ours)) broken(); });
addEventListener("unhandledrejection", ({ reason }) => { if (`${reason?.stack}`.includes(".wasm")) broken(); });

// Strings that may become HTML or scripts: those that the app's library makes its empty elements of, and the
// worker's name. A browser that does not ask for it does without.
const OWN = new Set([""]);
const WORKER = new URL("sw.js", document.baseURI).href;
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (OWN.has(html) ? html : null),
  createScriptURL: (url) => (url === WORKER ? url : null),
});

// What the visitor preferred on an earlier visit, before the app is there. Storage may be refused.
try {
  for (const [, name, value] of (localStorage.getItem("eucam-watch") ?? "").matchAll(/\b(size|measure|theme|links|keys)=([a-z]+)/g)) {
    // In a frame the host may have named the colours.
    if (name !== "theme" || !document.documentElement.hasAttribute("data-theme")) document.documentElement.setAttribute(`data-${name}`, value);
  }
} catch {
  // Then everything is as usual.
}

/** How long the visitor waits before the message is shown, in milliseconds. */
const DEADLINE = 20_000;

const address = (name, query = "") => new URL(own.dataset[name] + query, document.baseURI).href;

// Each step vouches for the next: the page for this script, its import map for the glue, and this for the WebAssembly.
async function start(query) {
  // Where a browser does not read the map's sums (Chromium before 127, Safari before 18, Firefox before 138: none of them
  // has `Error.isError`), the glue is asked for here first, by its sum.
  if (!Error.isError) await fetch(address("glue", query), { integrity: document.querySelector("[rel=modulepreload]").integrity });
  const { default: init } = await import(address("glue", query));
  // In a frame the address may be put back late (frame.js).
  await globalThis.arrival;
  await init({ module_or_path: fetch(address("wasm", query), { integrity: own.dataset.sum }) });
}

const late = setTimeout(() => { note.hidden = false; }, DEADLINE);

start("")
  .catch(() => start("?again"))
  .then(
    () => { clearTimeout(late); note.hidden = true; },
    (error) => { clearTimeout(late); note.hidden = false; console.warn("The app did not start:", error); },
  )
  .then(keep);

/** Keeps the edition for reading without a network, and offers a newer one when it has come. */
async function keep() {
  if (!own.dataset.edition || window !== top) return;
  try {
    const { serviceWorker } = navigator;
    const registration = await serviceWorker.register(WORKER, { updateViaCache: "none" });
    const come = () => { if (registration.waiting && serviceWorker.controller) offer(registration.waiting); };
    come();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", come));
  } catch {
    // Then it is read with a network.
  }
}

function offer(worker) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    // What this page already is needs no offer.
    if (data === own.dataset.edition) return worker.postMessage("take over");
    const update = document.getElementById("update");
    const [take, leave] = update.querySelectorAll("button");
    update.hidden = false;
    // The page is always asked for first, so that loading it anew brings the newer one, which then takes over.
    take.onclick = () => location.reload();
    leave.onclick = () => { update.hidden = true; };
  };
  worker.postMessage("which edition", [port2]);
}
