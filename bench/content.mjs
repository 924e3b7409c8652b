// What every peer shows: the edition's own text, standings, statements and geometry, taken from what it offers for
// download and from the map's data. `copies` puts the text there so many times over.
import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const STATES = { KZ: ["kazakhstan", "Kazakhstan"], KG: ["kyrgyzstan", "Kyrgyzstan"], TJ: ["tajikistan", "Tajikistan"], TM: ["turkmenistan", "Turkmenistan"], UZ: ["uzbekistan", "Uzbekistan"] };

// The grid and the projection of crates/model/src/projection.rs, backwards.
const [RADIUS, UNIT, WEST, NORTH] = [6371.0088, 0.325, -3700, 2600];
const rad = (degrees) => (degrees * Math.PI) / 180;
const n = (Math.sin(rad(38)) + Math.sin(rad(52))) / 2;
const c = Math.cos(rad(38)) ** 2 + 2 * n * Math.sin(rad(38));
const rho0 = Math.sqrt(c - 2 * n * Math.sin(rad(45))) / n;
const degrees = ([ux, uy]) => {
  const [x, y] = [(WEST + ux * UNIT) / RADIUS, rho0 - (NORTH - uy * UNIT) / RADIUS];
  const rho = Math.hypot(x, y);
  return [66 + (Math.atan2(x, y) / n) * (180 / Math.PI), Math.asin((c - (rho * n) ** 2) / (2 * n)) * (180 / Math.PI)].map((d) => Math.round(d * 1e3) / 1e3);
};

export function content(copies = 1) {
  const issue = read("target/bench/edition-1/data/issue.json");
  const [facts, standings] = [read("target/bench/edition-1/data/facts.json"), read("target/bench/edition-1/data/standings.json")];
  const once = issue.articles.map((a) => ({ id: a.id, passages: a.passages.map(({ id, kind, text }) => ({ id, kind, text })) }));
  const articles = [...Array(copies).keys()].flatMap((i) => once.map((a) => ({ id: i ? `${a.id}-${i}` : a.id, passages: a.passages.map((p) => ({ ...p, id: i ? `${p.id}-${i}` : p.id })) })));
  const cards = Object.entries(STATES).map(([iso, [id, name]]) => ({
    id, name,
    standings: standings.filter((s) => s.country === iso).map((s) => ({ of: s.organisation, is: s.standing, quote: s.quote, who: s.speaker_name })),
    facts: facts.filter((f) => f.country === iso).map((f) => ({ says: f.statement, quote: f.quote, who: f.speaker_name })),
  }));
  return { title: "NATO and Central Asia: The two elephants that never meet", articles, cards, ...geometry() };
}

function geometry() {
  const atlas = read("content/map/atlas.json");
  const ring = (arcs) => arcs.flatMap((i, at) => { const arc = i < 0 ? [...atlas.arcs[~i]].reverse() : atlas.arcs[i]; return at ? arc.slice(1) : arc; });
  const d = (points, closed) => points.map(([x, y], i) => (i ? `l${x - points[i - 1][0]},${y - points[i - 1][1]}` : `M${x},${y}`)).join("") + (closed ? "z" : "");
  const five = atlas.countries.map(([name, rings]) => ({ id: name.toLowerCase(), rings: rings.map(ring) }));
  const points = five.flatMap((s) => s.rings.flat());
  const edge = (at, pick) => pick(...points.map((p) => p[at]));
  const box = [edge(0, Math.min) - 300, edge(1, Math.min) - 200, edge(0, Math.max) - edge(0, Math.min) + 600, edge(1, Math.max) - edge(1, Math.min) + 400];
  const land = atlas.land.map(ring);
  const rivers = atlas.rivers.filter((r) => r.main).flatMap((r) => r.lines);
  const feature = (type, coordinates, properties = {}) => ({ type: "Feature", properties, geometry: { type, coordinates } });
  // Clockwise, as d3 takes a ring; the others take either.
  const turned = (r) => (r.reduce((sum, [x, y], i) => { const [u, v] = r[(i + 1) % r.length]; return sum + (u - x) * (v + y); }, 0) < 0 ? [...r].reverse() : r);
  const polygons = (rings) => rings.map((r) => [turned(r.map(degrees))]);
  return {
    box,
    paths: { five: five.map((s) => ({ id: s.id, d: s.rings.map((r) => d(r, true)).join("") })), land: land.map((r) => d(r, true)).join(""), lakes: atlas.lakes.map((l) => d(l, true)).join(""), rivers: rivers.map((r) => d(r, false)).join("") },
    geo: {
      five: { type: "FeatureCollection", features: five.map((s) => feature("MultiPolygon", polygons(s.rings), { id: s.id })) },
      land: feature("MultiPolygon", polygons(land)), lakes: feature("MultiPolygon", polygons(atlas.lakes)), rivers: feature("MultiLineString", rivers.map((l) => l.map(degrees))),
    },
  };
}

const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const TAG = { title: "h2", label: "p", subtitle: "h3", question: "h4" };
export const tag = (kind) => TAG[kind] ?? "p";

export const articleHtml = ({ articles }) => articles.map((a) => `<article id="${a.id}">${a.passages.map((p) => `<${tag(p.kind)} id="${p.id}">${escape(p.text)}</${tag(p.kind)}>`).join("")}</article>`).join("");
export const cardHtml = (card) => `<section class="card" id="card-${card.id}"><h2>${card.name}</h2><ul>${card.standings.map((s) => `<li><b>${s.of}</b> ${s.is}<blockquote>${escape(s.quote ?? "")}</blockquote><cite>${escape(s.who ?? "")}</cite></li>`).join("")}</ul><ul>${card.facts.map((f) => `<li>${escape(f.says)}<blockquote>${escape(f.quote)}</blockquote><cite>${escape(f.who)}</cite></li>`).join("")}</ul></section>`;
export const mapSvg = ({ box, paths }, link = (id, shape) => `<a href="#card-${id}">${shape}</a>`) =>
  `<svg id="map" viewBox="${box.join(" ")}" role="group" aria-label="Map"><path class="land" d="${paths.land}"/>${paths.five.map((s) => link(s.id, `<path class="state" data-state="${s.id}" d="${s.d}"/>`)).join("")}<path class="lake" d="${paths.lakes}"/><path class="river" d="${paths.rivers}"/></svg>`;

export const css = `body{margin:0;font:17px/1.5 Georgia,serif;color:#223}main{display:grid;grid-template-columns:24rem 1fr}#text{padding:1rem;height:100vh;overflow:auto;box-sizing:border-box}#side{position:relative;height:100vh;overflow:hidden}
#map{display:block;width:100%;height:70vh;background:#dfe7ee}.land{fill:#f3f0e8;stroke:#bbb;stroke-width:4}.state{fill:#8fb4d9;stroke:#fff;stroke-width:8;cursor:pointer}.state.on{fill:#2f6ca8}.lake{fill:#dfe7ee}.river{fill:none;stroke:#8ab;stroke-width:4}.lake,.river{pointer-events:none}
.card{position:absolute;inset:70vh 0 0;overflow:auto;background:#fff;border-top:3px solid #2f6ca8;padding:0 1rem;display:none}.card.on,.card:target{display:block}blockquote{margin:.2rem 1rem;font-style:italic}cite{font-size:.8em}mark,::highlight(hits){background:#ffe08a}#results{font-size:.85em;max-height:10rem;overflow:auto}`;
export const page = ({ title, head = "", map = "", text = "", cards = "", end = "", root = "" }) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${css}</style>${head}</head><body>${root || `<main><div id="text"><h1>${title}</h1><input id="search" type="search" aria-label="Search"><div id="results" role="status"></div>${text}</div><div id="side">${map}${cards}</div></main>`}${end}</body></html>`;

/** The search of those without a framework: ranges painted by the browser, twenty results. As a script for the page. */
export const search = `
const nodes=[];for(const p of document.querySelectorAll("article>*")){nodes.push({p,node:p.firstChild,text:p.textContent.toLowerCase()})}
const results=document.getElementById("results");
document.getElementById("search").addEventListener("input",(e)=>{
const q=e.target.value.trim().toLowerCase(),ranges=[],rows=[];
if(q)for(const {p,node,text} of nodes){let at=text.indexOf(q);if(at<0)continue;if(rows.length<20)rows.push([p.id,node.data.slice(Math.max(0,at-30),at+q.length+30)]);
for(;at>=0;at=text.indexOf(q,at+q.length)){const r=new Range();r.setStart(node,at);r.setEnd(node,at+q.length);ranges.push(r)}}
CSS.highlights.set("hits",new Highlight(...ranges));
const list=document.createElement("ul");for(const [id,words] of rows){const li=document.createElement("li"),a=document.createElement("a");a.href="#"+id;a.textContent=words;li.append(a);list.append(li)}
results.replaceChildren(q+": "+ranges.length+" hits",list)});`;
export const choose = `
window.choose=(id)=>{for(const e of document.querySelectorAll(".card"))e.classList.toggle("on",e.id==="card-"+id);for(const e of document.querySelectorAll("[data-state]"))e.classList.toggle("on",e.dataset.state===id)};`;
