// Another site: serves the examples of hosts from an origin of its own, with the address of the edition under test
// in the place of the one that stands for it; and `made.html?`, whose page is what stands behind it, encoded.
// `node hosts.mjs PORT EDITION`
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { types } from "./types.mjs";

const [port = "4184", edition = "http://127.0.0.1:4181/"] = process.argv.slice(2);

createServer(async (request, response) => {
  const { pathname, search } = new URL(request.url, "http://host");
  const path = normalize(pathname);
  if (path === "/made.html") return response.writeHead(200, { "content-type": types[".html"] }).end(decodeURIComponent(search.slice(1)));
  if (path === "/favicon.ico") return response.writeHead(204).end();
  try {
    const text = await readFile(join("examples/hosts", path), "utf8");
    response.writeHead(200, { "content-type": types[extname(path)] });
    response.end(text.replaceAll("https://example.org/two-elephants/", edition).replaceAll("https://example.org", new URL(edition).origin));
  } catch {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found");
  }
}).listen(Number(port), "127.0.0.1");
