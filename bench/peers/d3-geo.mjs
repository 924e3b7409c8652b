// The map drawn by d3-geo from GeoJSON; text and cards in the HTML.
import { articleHtml, cardHtml, choose, page, search } from "../content.mjs";
import { bundle } from "../bundle.mjs";

const code = `
import { geoConicEqualArea, geoPath } from "d3-geo";
${choose}
const draw = async () => {
  const geo = await (await fetch("map.json")).json();
  const svg = document.getElementById("map"), { width, height } = svg.getBoundingClientRect();
  const path = geoPath(geoConicEqualArea().parallels([38, 52]).rotate([-66, 0]).fitExtent([[20, 20], [width - 20, height - 20]], geo.five));
  const add = (name, shape, id) => { const e = document.createElementNS("http://www.w3.org/2000/svg", "path"); e.setAttribute("class", name); e.setAttribute("d", path(shape)); e.style.strokeWidth = 1; if (id) { e.dataset.state = id; e.addEventListener("click", () => choose(id)); } svg.append(e); };
  add("land", geo.land);
  for (const f of geo.five.features) add("state", f, f.properties.id);
  add("lake", geo.lakes); add("river", geo.rivers);
};
draw();
${search}`;
export const build = async (data) => ({
  "index.html": page({ title: data.title, map: '<svg id="map"></svg>', text: articleHtml(data), cards: data.cards.map(cardHtml).join(""), head: '<link rel="preload" href="map.json" as="fetch" crossorigin>', end: '<script type="module" src="app.js"></script>' }),
  "map.json": JSON.stringify(data.geo),
  "app.js": await bundle(code),
});
