// The configurations in deploy/, each in the server that it is for, as Debian packages it: headers, encodings, types,
// at the root of a site and under a path; and a visit through each.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir, userInfo } from "node:os";
import { extname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { existsSync } from "node:fs";
import { fresh as test, expect } from "./visit.mjs";
import { alive, made } from "./host.mjs";

const root = userInfo().uid === 0;
const read = (name) => readFile(name, "utf8");
const put = (text, from, to) => { expect(text, `${from} is what a reader of it changes`).toContain(from); return text.replace(from, to); };

/** How each is started: the project's file with the address and the folder changed, as it tells its reader to. */
const servers = {
  nginx: [4191, async (folder, port) => {
    const site = put(put(await read("deploy/nginx.conf"), "listen 80", `listen 127.0.0.1:${port}`), "/var/www/two-elephants", `${folder}/site`);
    await writeFile(`${folder}/site.conf`, site);
    const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ");
    await writeFile(`${folder}/nginx.conf`, `${root ? "user root;" : ""} daemon off; pid ${folder}/pid; error_log stderr; include /etc/nginx/modules-enabled/*.conf; events {} http { access_log off; ${kept} include ${folder}/site.conf; }`);
    return ["/usr/sbin/nginx", ["-c", `${folder}/nginx.conf`]];
  }],
  apache: [4192, async (folder, port) => {
    const modules = ["mpm_event", "authz_core", "dir", "mime", "rewrite", "headers"].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
    await writeFile(`${folder}/apache.conf`, [`ServerRoot ${folder}`, `PidFile ${folder}/pid`, `Listen 127.0.0.1:${port}`, "ServerName localhost", `ErrorLog ${folder}/error.log`, ...modules,
      "TypesConfig /dev/null", ...(root ? ["User www-data", "Group www-data"] : []), `DocumentRoot ${folder}/site`, "DirectoryIndex index.html",
      `<Directory ${folder}/site>`, "AllowOverride FileInfo Indexes", "Require all granted", "</Directory>", ""].join("\n"));
    return ["/usr/sbin/apache2", ["-f", `${folder}/apache.conf`, "-DFOREGROUND"]];
  }],
  caddy: [4193, async (folder, port) => {
    const site = put(put(await read("deploy/Caddyfile"), "example.org {", `http://127.0.0.1:${port} {`), "/var/www/two-elephants", `${folder}/site`);
    await writeFile(`${folder}/Caddyfile`, `{\n\tadmin off\n}\n${site}`);
    return ["/usr/bin/caddy", ["run", "--config", `${folder}/Caddyfile`, "--adapter", "caddyfile"]];
  }],
  "a host that reads _headers": [4194, async (folder, port) => ["node", ["tests/browser/server.mjs", `${folder}/site`, String(port)]]],
};

const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".wasm": "application/wasm", ".json": "application/json",
  ".webmanifest": "application/manifest+json", ".csv": "text/csv; charset=utf-8", ".md": "text/markdown; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8",
};

const ask = (url, encoding) => new Promise((resolve, reject) => {
  get(url, { headers: encoding ? { "accept-encoding": encoding } : {} }, (response) => {
    const pieces = [];
    response.on("data", (piece) => pieces.push(piece));
    response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) }));
  }).on("error", reject);
});

async function files(folder) {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((f) => f.isFile()).map((f) => join(f.parentPath ?? f.path, f.name).slice(folder.length + 1));
}

for (const [name, [port, prepare]] of Object.entries(servers)) {
  test.describe(`served by ${name} @desktop`, () => {
    test.describe.configure({ mode: "serial" });
    let folder, server;
    let said = "";

    test.beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "served-"));
      await chmod(folder, 0o755);
      await cp("dist", `${folder}/site`, { recursive: true });
      await mkdir(`${folder}/site/papers`);
      await cp("dist", `${folder}/site/papers/2012`, { recursive: true });
      const [program, words] = await prepare(folder, port);
      expect(existsSync(program) || program === "node", `${program} is installed (cargo xtask setup)`).toBe(true);
      server = spawn(program, words, { env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } });
      server.stderr.on("data", (words) => { said += words; });
      await expect.poll(() => ask(`http://127.0.0.1:${port}/`).then((r) => r.status, () => said.slice(-400)), { timeout: 10_000 }).toBe(200);
    });

    test.afterAll(async () => {
      if (server?.exitCode === null && server.kill()) await once(server, "exit");
      await rm(folder, { recursive: true, force: true });
    });

    for (const path of ["/", "/papers/2012/"]) {
      test(`each file under ${path} has its type, its headers and its time`, async () => {
        const all = (await files("dist")).filter((f) => !/\.(br|gz)$|^_headers$|^\.htaccess$/.test(f));
        expect(all.length).toBeGreaterThan(30);
        for (const file of ["", ...all]) {
          const { status, headers } = await ask(`http://127.0.0.1:${port}${path}${file}`);
          expect(status, file).toBe(200);
          const type = (headers["content-type"] ?? "").toLowerCase().replace("application/javascript", "text/javascript").replace(/; ?charset/, "; charset");
          const wanted = types[extname(file) || ".html"];
          // UTF-8 is what JSON and scripts are without being told.
          const plain = (words) => (/json|javascript|svg|xml/.test(words) ? words.split(";")[0] : words);
          expect(plain(type), file).toBe(plain(wanted ?? "text/xml"));
          expect(headers["x-content-type-options"], file).toBe("nosniff");
          expect(headers["referrer-policy"], file).toBe("no-referrer");
          expect(headers["access-control-allow-origin"], file).toBe("*");
          expect(headers["content-security-policy"], file).toBe("frame-ancestors *");
          expect(headers["cache-control"], file).toBe(file.startsWith("assets/") ? "public, max-age=31536000, immutable" : name.includes("_headers") ? "public, max-age=0, must-revalidate" : "no-cache");
        }
        expect((await ask(`http://127.0.0.1:${port}${path}assets/none.js`)).status).toBe(404);
      });
    }

    if (name in { nginx: 1, apache: 1, caddy: 1 }) {
      test("sends what lies compressed beside each file, as it is asked", async () => {
        const all = await files("dist");
        const packed = all.filter((f) => f.endsWith(".br")).map((f) => f.slice(0, -3));
        expect(packed.length).toBeGreaterThan(15);
        for (const file of ["", ...packed]) {
          const url = `http://127.0.0.1:${port}/papers/2012/${file}`;
          const own = await readFile(join("dist", file || "index.html"));
          const [br, gz, plain] = await Promise.all([ask(url, "gzip, deflate, br"), ask(url, "gzip"), ask(url)]);
          expect([file, br.headers["content-encoding"], gz.headers["content-encoding"], plain.headers["content-encoding"]]).toEqual([file, "br", "gzip", undefined]);
          expect(brotliDecompressSync(br.body).equals(own) && gunzipSync(gz.body).equals(own) && plain.body.equals(own), file).toBe(true);
          expect(br.headers["content-type"], file).toBe(plain.headers["content-type"]);
          expect(br.headers.vary?.toLowerCase() ?? "", file).toContain("accept-encoding");
          expect(br.body.length, file).toBeLessThan(own.length);
        }
        const wasm = all.find((f) => f.endsWith(".wasm"));
        expect((await ask(`http://127.0.0.1:${port}/${wasm}`, "br")).body.equals(await readFile(`dist/${wasm}.br`))).toBe(true);
      });
    }

    test("a visitor finds the page alive, and a sandboxed frame of it too", async ({ page }) => {
      await page.addInitScript(() => addEventListener("securitypolicyviolation", (event) => console.error(`refused ${event.violatedDirective} ${event.blockedURI}`)));
      await page.goto(`http://127.0.0.1:${port}/papers/2012/#uzbekistan`);
      await page.waitForSelector("html[data-ready]");
      await expect(page.locator("#uzbekistan")).toBeVisible();
      await page.goto(made(`<iframe title="f" sandbox="allow-scripts" src="http://127.0.0.1:${port}/embed.html#tajikistan"></iframe>`));
      await alive(page.frameLocator("iframe"));
    });
  });
}
