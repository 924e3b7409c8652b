// A host that fails in a way that the address names: /CASE/… serves the folder with the fault of that name, /fine/…
// without one. Each page is watched from its first line by a script of the tests: /CASE/watch.js.
// `node faulty.mjs FOLDER PORT`
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { types } from "../browser/types.mjs";

const [folder = "dist", port = "4185"] = process.argv.slice(2);

const wasm = (path) => path.endsWith(".wasm");
const glue = (path) => /\/eucam-watch-\w+\.js$/.test(path);
const boot = (path) => /\/boot-\w+\.js$/.test(path);
const font = (path) => path.endsWith(".woff2");
const status = (code, body = "sorry") => () => ({ status: code, type: "text/plain", body: Buffer.from(body) });
/** One byte is another: the first of this word, or the last of all, where a script's line ends. */
const flip = (word) => ({ body }) => {
  const copy = Buffer.from(body);
  const at = word ? copy.indexOf(word) : copy.length - 1;
  if (at < 0) throw new Error(`no “${word}” in the file`);
  copy[at] ^= 1;
  return { body: copy };
};
const policy = (text) => ({ headers: { "content-security-policy": text } });

/** Cases: which files, and what becomes of the answer. */
const cases = {
  fine: [() => false],
  "wasm-404": [wasm, status(404)], "wasm-500": [wasm, status(500)], "wasm-503": [wasm, status(503)],
  "wasm-is-a-page": [wasm, () => ({ type: "text/html", body: Buffer.from("<p>Please log in</p>") })],
  "wasm-mime": [wasm, () => ({ type: "application/octet-stream" })],
  "wasm-truncated": [wasm, ({ body }) => ({ body: body.subarray(0, body.length >> 1) })],
  "wasm-dropped": [wasm, () => ({ drop: true })],
  "wasm-hangs": [wasm, () => ({ hang: true })],
  "wasm-flipped": [wasm, flip("overview")],
  "wasm-another": [wasm, () => ({ body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) })],
  "glue-404": [glue, status(404)], "glue-tampered": [glue, flip()],
  "glue-stale": [glue, () => ({ body: Buffer.from("export default async function init() { throw new Error('an older build'); }") })],
  "boot-404": [boot, status(404)],
  "font-404": [font, status(404)], "icon-404": [(path) => /favicon|icon-/.test(path), status(404)],
  "picture-404": [(path) => path.endsWith(".webp"), status(404)],
  // All files of a build but the page are gone: the page is an older one, from a cache.
  "page-stale": [(path) => /-\w{8,}\.\w+$/.test(path), status(404)],
  slow: [() => true, () => ({ delay: 400 })],
  "csp-no-wasm": [(path) => path === "index.html" || path === "embed.html", () => policy("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'")],
  "csp-no-style": [(path) => path === "index.html", () => policy("style-src 'self'")],
  "panic-at-mount": [(path) => path === "index.html", ({ body }) => ({ body: Buffer.from(String(body).replace(/<a class="skip".*?<\/a>/, "")) })],
  "storage-throws": [() => false], "storage-null": [() => false], "storage-full": [() => false], "no-pointer-events": [() => false], "handler-breaks": [() => false],
};

/** Cases that were told to be down: POST /CASE/down, POST /CASE/up. */
const down = new Set();

createServer(async (request, response) => {
  const [, name, ...rest] = normalize(decodeURIComponent(new URL(request.url, "http://host").pathname)).split("/");
  // Each case is there once more far below.
  const path = rest.join("/").replace(/^papers\/2012\/two-elephants\//, "") || "index.html";
  const [picks, fault] = cases[name.replace(/~.*/, "")] ?? [];
  if (request.method === "POST") {
    down[path === "down" ? "add" : "delete"](name);
    return response.end();
  }
  if (down.has(name)) return request.socket.destroy();
  if (!picks) return response.writeHead(404).end("no such case");
  let answer = { status: 200, type: types[extname(path)] ?? "application/octet-stream", headers: {} };
  try {
    answer.body = path === "watch.js" ? Buffer.from(`(${watch})(${JSON.stringify(name)})`) : await readFile(join(folder, path));
  } catch {
    return response.writeHead(404, { "content-type": "text/plain" }).end("not found");
  }
  if (picks(path)) answer = { ...answer, ...fault(answer) };
  if (answer.type.startsWith("text/html")) answer.body = Buffer.from(String(answer.body).replace(/<head>|<meta charset/, (m) => (m === "<head>" ? `${m}<script src="./watch.js"></script>` : `<script src="./watch.js"></script>${m}`)));
  if (answer.delay) await new Promise((later) => { setTimeout(later, answer.delay); });
  if (answer.hang) return response.writeHead(200, { "content-type": answer.type, "content-length": answer.body.length }).write(answer.body.subarray(0, 1000));
  const headers = { "content-type": answer.type, "content-length": answer.body.length, "cache-control": "no-store", "access-control-allow-origin": "*", ...answer.headers };
  response.writeHead(answer.status, headers);
  if (!answer.drop) return response.end(answer.body);
  response.write(answer.body.subarray(0, answer.body.length >> 1));
  setTimeout(() => request.socket.destroy(), 100);
}).listen(Number(port), "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/fine/`));

/** In the page, before all else: notes what goes wrong, and takes from the environment what the case takes. */
function watch(name) {
  window.trouble = [];
  addEventListener("error", (event) => { if (event.message) trouble.push(`error: ${event.message}`); });
  addEventListener("unhandledrejection", (event) => trouble.push(`rejected: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) => trouble.push(`refused: ${event.violatedDirective} ${event.blockedURI}`));
  const storage = (get) => Object.defineProperty(window, "localStorage", { get });
  if (name === "storage-throws") storage(() => { throw new DOMException("denied", "SecurityError"); });
  if (name === "storage-null") storage(() => null);
  if (name === "storage-full") Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  // What the app asks the page for, and cannot do without, breaks under one act, and works again after it.
  if (name === "handler-breaks") {
    window.under = (act) => {
      const [attribute, byId] = [Element.prototype.getAttribute, Document.prototype.getElementById];
      Element.prototype.getAttribute = Document.prototype.getElementById = () => { throw new Error("broken by the test"); };
      act();
      Object.assign(Element.prototype, { getAttribute: attribute });
      Object.assign(Document.prototype, { getElementById: byId });
    };
  }
  if (name === "no-pointer-events") {
    for (const type of ["pointerdown", "pointerup", "pointermove", "pointerover", "pointerenter"]) addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    delete window.PointerEvent;
  }
}
