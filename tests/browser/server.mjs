// Serves a folder as any static host would, with the headers that its `_headers` names.
// `node server.mjs FOLDER PORT [/sub/path]`
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { existsSync, readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { types } from "./types.mjs";

const [folder = "dist", port = "4173", base = ""] = process.argv.slice(2);

/** What hosts of this kind send where the file says nothing. */
const usual = { "cache-control": "public, max-age=0, must-revalidate" };

/** Patterns of paths and the headers of each. */
const rules = [];
for (const line of readFileSync(join(folder, "_headers"), "utf8").split("\n")) {
  if (/^\//.test(line)) rules.push([new RegExp(`(^|/)${line.trim().slice(1).replaceAll(".", "\\.").replace("*", ".*")}$`), {}]);
  else if (/^\s+\S+:/.test(line)) rules.at(-1)[1][line.trim().split(":")[0].toLowerCase()] = line.slice(line.indexOf(":") + 1).trim();
}

createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://host").pathname));
  const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
  const file = inside === undefined ? undefined : join(folder, inside.endsWith("/") ? `${inside}index.html` : inside);
  try {
    const brotli = /\bbr\b/.test(request.headers["accept-encoding"]) && existsSync(`${file}.br`);
    const body = await readFile(brotli ? `${file}.br` : file);
    const own = rules.filter(([pattern]) => pattern.test(inside)).map((rule) => rule[1]);
    const packed = brotli ? { "content-encoding": "br" } : {};
    response.writeHead(200, Object.assign({ "content-type": types[extname(file)] ?? "application/octet-stream", vary: "accept-encoding", ...packed, ...usual }, ...own));
    response.end(body);
  } catch {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found");
  }
}).listen(Number(port), "127.0.0.1", () => console.log(`http://127.0.0.1:${port}${base}/`));
