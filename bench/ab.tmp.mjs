import { spawn } from "node:child_process";
import { once } from "node:events";
import { LINES, acts, end, firstClick, places } from "./visit.mjs";
const [rounds, kind, line, ...folders] = process.argv.slice(2);
let port = 4600; const servers = []; process.on("exit", () => servers.forEach((s) => s.kill()));
const peers = [];
for (const f of folders) { const s = spawn(process.execPath, ["tests/browser/server.mjs", f, String(++port)]); servers.push(s); await once(s.stdout, "data"); const p = { name: /edition|dist/.test(f) ? "edition" : f.split("/").pop().replace(/-1$/, ""), folder: f, url: `http://127.0.0.1:${port}/`, got: [] }; p.places = await places(p); peers.push(p); }
const at = (n, q) => [...n].sort((a, b) => a - b)[Math.min(n.length - 1, Math.floor(n.length * q))];
for (let r = 0; r < rounds; r++) for (const p of r % 2 ? [...peers].reverse() : peers) p.got.push(kind === "click" ? await firstClick(p, LINES[line]) : await acts(p, LINES[line], 60));
for (const p of peers) console.log(p.folder.padEnd(34), kind === "click" ? `first click ${p.got.map(Math.round).join(" ")} median ${Math.round(at(p.got, 0.5))}` : ["p50 " + at(p.got.flatMap((g) => g.times), 0.5).toFixed(1), "p95 " + at(p.got.flatMap((g) => g.times), 0.95).toFixed(1), "choice " + at(p.got.map((g) => g.choice), 0.5).toFixed(1), "key p95 " + at(p.got.flatMap((g) => g.keys), 0.95).toFixed(1), "key " + at(p.got.map((g) => g.key), 0.5).toFixed(2)].join("  "));
await end(); process.exit();
