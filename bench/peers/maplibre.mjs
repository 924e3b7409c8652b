// MapLibre GL with GeoJSON sources and no tiles (here drawn by software); text and cards in the HTML.
import { readFileSync } from "node:fs";
import { articleHtml, cardHtml, choose, page, search } from "../content.mjs";
import { bundle } from "../bundle.mjs";

const code = `
import { Map, setWorkerUrl } from "maplibre-gl";
setWorkerUrl(new URL("worker.js", location.href).href);
${choose}
const POINTS = { kazakhstan: [67, 48], kyrgyzstan: [74.5, 41.5], tajikistan: [70.9, 38.6], turkmenistan: [58.5, 39.5], uzbekistan: [63.5, 41.8] };
const start = async () => {
  const geo = await (await fetch("map.json")).json();
  const source = (data) => ({ type: "geojson", data });
  const map = new Map({ container: "map", attributionControl: false, bounds: [[46, 35], [88, 56]], fadeDuration: 0, style: { version: 8,
    sources: { land: source(geo.land), five: { ...source(geo.five), promoteId: "id" }, lakes: source(geo.lakes), rivers: source(geo.rivers) },
    layers: [{ id: "sea", type: "background", paint: { "background-color": "#dfe7ee" } }, { id: "land", type: "fill", source: "land", paint: { "fill-color": "#f3f0e8", "fill-outline-color": "#bbb" } },
      { id: "five", type: "fill", source: "five", paint: { "fill-color": ["case", ["boolean", ["feature-state", "on"], false], "#2f6ca8", "#8fb4d9"], "fill-outline-color": "#fff" } },
      { id: "lakes", type: "fill", source: "lakes", paint: { "fill-color": "#dfe7ee" } }, { id: "rivers", type: "line", source: "rivers", paint: { "line-color": "#8ab" } }] } });
  let before;
  map.on("click", "five", (e) => {
    const { id } = e.features[0].properties;
    if (before) map.setFeatureState({ source: "five", id: before }, { on: false });
    map.setFeatureState({ source: "five", id }, { on: true });
    before = id;
    choose(id);
  });
  window.where = (id) => { const { x, y } = map.project(POINTS[id]), r = map.getContainer().getBoundingClientRect(); return [r.left + x, r.top + y]; };
};
start();
${search}`;
export const build = async (data) => ({
  "index.html": page({ title: data.title, map: '<div id="map"></div>', text: articleHtml(data), cards: data.cards.map(cardHtml).join(""), head: '<link rel="stylesheet" href="maplibre-gl.css"><link rel="preload" href="map.json" as="fetch" crossorigin>', end: '<script type="module" src="app.js"></script>' }),
  "map.json": JSON.stringify(data.geo),
  "maplibre-gl.css": readFileSync("bench/node_modules/maplibre-gl/dist/maplibre-gl.css", "utf8"),
  "app.js": await bundle(code),
  "worker.js": await bundle('import "maplibre-gl/dist/maplibre-gl-worker.mjs";', { whole: true }),
});
