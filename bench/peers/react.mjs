// React 19, rendered in the browser: paragraphs are memoised, hits are marks in them.
import { page } from "../content.mjs";
import { bundle } from "../bundle.mjs";

const code = (data) => `
import { memo, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
const data = ${JSON.stringify({ title: data.title, articles: data.articles, cards: data.cards, paths: data.paths, box: data.box })};
const tag = (kind) => ({ title: "h2", label: "p", subtitle: "h3", question: "h4" })[kind] ?? "p";
const pieces = (text, q) => { const low = text.toLowerCase(), out = []; let from = 0, at = low.indexOf(q); if (at < 0) return text;
  for (; at >= 0; at = low.indexOf(q, from)) { out.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + q.length)}</mark>); from = at + q.length; } out.push(text.slice(from)); return out; };
const Passage = memo(({ p, q }) => { const Tag = tag(p.kind); return <Tag id={p.id}>{q ? pieces(p.text, q) : p.text}</Tag>; });
const Article = memo(({ q, hit }) => data.articles.map((a) => <article key={a.id} id={a.id}>{a.passages.map((p) => <Passage key={p.id} p={p} q={hit.has(p.id) ? q : ""} />)}</article>));
const Card = memo(({ card, on }) => <section className={on ? "card on" : "card"} id={"card-" + card.id}><h2>{card.name}</h2><ul>{card.standings.map((s) => <li key={s.of}><b>{s.of}</b> {s.is}<blockquote>{s.quote}</blockquote><cite>{s.who}</cite></li>)}</ul><ul>{card.facts.map((f) => <li key={f.says}>{f.says}<blockquote>{f.quote}</blockquote><cite>{f.who}</cite></li>)}</ul></section>);
const Shape = memo(({ s, on, choose }) => <path className={on ? "state on" : "state"} data-state={s.id} d={s.d} onClick={() => choose(s.id)} />);
const Land = memo(() => <path className="land" d={data.paths.land} />);
const Water = memo(() => <><path className="lake" d={data.paths.lakes} /><path className="river" d={data.paths.rivers} /></>);
const all = data.articles.flatMap((a) => a.passages).map((p) => ({ ...p, low: p.text.toLowerCase() }));
function App() {
  const [country, choose] = useState(null);
  const [typed, type] = useState("");
  const q = typed.trim().toLowerCase();
  const { hit, rows, count } = useMemo(() => { const hit = new Set(), rows = []; let count = 0;
    if (q) for (const p of all) { const at = p.low.indexOf(q); if (at < 0) continue; hit.add(p.id); if (rows.length < 20) rows.push([p.id, p.text.slice(Math.max(0, at - 30), at + q.length + 30)]); count += p.low.split(q).length - 1; }
    return { hit, rows, count }; }, [q]);
  return <main><div id="text"><h1>{data.title}</h1><input id="search" type="search" aria-label="Search" value={typed} onChange={(e) => type(e.target.value)} /><div id="results" role="status">{q && q + ": " + count + " hits"}<ul>{rows.map(([id, words]) => <li key={id}><a href={"#" + id}>{words}</a></li>)}</ul></div><Article q={q} hit={hit} /></div>
    <div id="side"><svg id="map" viewBox={data.box.join(" ")} role="group" aria-label="Map"><Land />{data.paths.five.map((s) => <Shape key={s.id} s={s} on={s.id === country} choose={choose} />)}<Water /></svg>{data.cards.map((card) => <Card key={card.id} card={card} on={card.id === country} />)}</div></main>;
}
createRoot(document.getElementById("root")).render(<App />);`;
export const build = async (data) => ({
  "index.html": page({ title: data.title, root: '<div id="root"></div>', head: '<script type="module" src="app.js"></script>' }),
  "app.js": await bundle(code(data), { jsx: true }),
});
