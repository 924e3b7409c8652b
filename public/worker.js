// Keeps the edition for reading without a network. Files named by their bytes are kept as they are; the page
// itself is always asked for first. A new edition waits until the reader takes it. Embeds are left alone.
const { edition, files } = /* written by the bindery */ null;
const NAME = `eucam-watch ${edition}`;
const home = new URL("./", location).href;
const kept = new Set(files.map((file) => new URL(file, home).href));

/** How long the page may take before the one that is kept is shown, in ms. */
const PATIENCE = 4_000;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: "no-cache" })))));
});

addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((n) => n.startsWith("eucam-watch ") && n !== NAME).map((n) => caches.delete(n)))));
});

addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  if (event.data === "which edition") event.ports[0]?.postMessage(edition);
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = request.url.split(/[?#]/)[0];
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    // The edition in a window of its own, and nothing else.
    const own = url === home || url === `${home}index.html`;
    if (own && request.destination === "document") event.respondWith(page(request));
  } else if (kept.has(url) && url !== home) {
    event.respondWith(caches.match(url, { cacheName: NAME }).then((found) => found ?? fetch(request)));
  }
});

async function page(request) {
  const late = new Promise((_, fail) => setTimeout(fail, PATIENCE));
  const fresh = fetch(request);
  try {
    const response = await Promise.race([fresh, late]);
    if (response.ok || response.type === "opaqueredirect") return response;
  } catch {
    // No network, or too slow a one.
  }
  return (await caches.match(home, { cacheName: NAME })) ?? fresh;
}
