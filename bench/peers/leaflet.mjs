// Leaflet with GeoJSON layers and no tiles; text and cards in the HTML.
import { readFileSync } from "node:fs";
import { articleHtml, cardHtml, choose, page, search } from "../content.mjs";
import { bundle } from "../bundle.mjs";

const code = `
import L from "leaflet";
${choose}
const start = async () => {
  const geo = await (await fetch("map.json")).json();
  const map = L.map("map", { attributionControl: false, zoomSnap: 0.1 });
  L.geoJSON(geo.land, { interactive: false, style: { color: "#bbb", weight: 1, fillColor: "#f3f0e8", fillOpacity: 1 } }).addTo(map);
  const off = { color: "#fff", weight: 1, fillColor: "#8fb4d9", fillOpacity: 1 };
  const five = L.geoJSON(geo.five, { style: off, onEachFeature: (f, layer) => layer.on("click", () => { choose(f.properties.id); five.setStyle(off); layer.setStyle({ fillColor: "#2f6ca8" }); }) }).addTo(map);
  L.geoJSON(geo.lakes, { interactive: false, style: { stroke: false, fillColor: "#dfe7ee", fillOpacity: 1 } }).addTo(map);
  L.geoJSON(geo.rivers, { interactive: false, style: { color: "#8ab", weight: 1 } }).addTo(map);
  map.fitBounds(five.getBounds());
  five.eachLayer((layer) => { layer.getElement().dataset.state = layer.feature.properties.id; });
};
start();
${search}`;
export const build = async (data) => ({
  "index.html": page({ title: data.title, map: '<div id="map"></div>', text: articleHtml(data), cards: data.cards.map(cardHtml).join(""), head: '<link rel="stylesheet" href="leaflet.css"><link rel="preload" href="map.json" as="fetch" crossorigin>', end: '<script type="module" src="app.js"></script>' }),
  "map.json": JSON.stringify(data.geo),
  "leaflet.css": readFileSync("bench/node_modules/leaflet/dist/leaflet.css", "utf8"),
  "app.js": await bundle(code),
});
