// Svelte 5, prerendered and then taken over: hits are marks in the paragraphs.
import { page } from "../content.mjs";
import { bundle, prerender } from "../bundle.mjs";

const app = (data) => `<script module>
  const data = ${JSON.stringify({ title: data.title, articles: data.articles, cards: data.cards, paths: data.paths, box: data.box }).replaceAll("</", "<\\/")};
  const tag = (kind) => ({ title: "h2", label: "p", subtitle: "h3", question: "h4" })[kind] ?? "p";
  const all = data.articles.flatMap((a) => a.passages).map((p) => ({ ...p, low: p.text.toLowerCase() }));
  const pieces = (text, q) => { const low = text.toLowerCase(), out = []; let from = 0, at = q ? low.indexOf(q) : -1; for (; at >= 0; at = low.indexOf(q, from)) { out.push([0, text.slice(from, at)], [1, text.slice(at, at + q.length)]); from = at + q.length; } out.push([0, text.slice(from)]); return out; };
</script>
<script>
  let country = $state(null), typed = $state("");
  const q = $derived(typed.trim().toLowerCase());
  const found = $derived.by(() => { const hit = new Set(), rows = []; let count = 0;
    if (q) for (const p of all) { const at = p.low.indexOf(q); if (at < 0) continue; hit.add(p.id); if (rows.length < 20) rows.push([p.id, p.text.slice(Math.max(0, at - 30), at + q.length + 30)]); count += p.low.split(q).length - 1; }
    return { hit, rows, count }; });
</script>
<main><div id="text"><h1>{data.title}</h1><input id="search" type="search" aria-label="Search" bind:value={typed} /><div id="results" role="status">{q && q + ": " + found.count + " hits"}<ul>{#each found.rows as [id, words] (id)}<li><a href={"#" + id}>{words}</a></li>{/each}</ul></div>
{#each data.articles as a (a.id)}<article id={a.id}>{#each a.passages as p (p.id)}<svelte:element this={tag(p.kind)} id={p.id}>{#if found.hit.has(p.id)}{#each pieces(p.text, q) as [on, text]}{#if on}<mark>{text}</mark>{:else}{text}{/if}{/each}{:else}{p.text}{/if}</svelte:element>{/each}</article>{/each}</div>
<div id="side"><svg id="map" viewBox={data.box.join(" ")} role="group" aria-label="Map"><path class="land" d={data.paths.land} />{#each data.paths.five as s (s.id)}<path class="state" class:on={s.id === country} data-state={s.id} d={s.d} onclick={() => { country = s.id; }} />{/each}<path class="lake" d={data.paths.lakes} /><path class="river" d={data.paths.rivers} /></svg>
{#each data.cards as card (card.id)}<section class="card" class:on={card.id === country} id={"card-" + card.id}><h2>{card.name}</h2><ul>{#each card.standings as s}<li><b>{s.of}</b> {s.is}<blockquote>{s.quote}</blockquote><cite>{s.who}</cite></li>{/each}</ul><ul>{#each card.facts as f}<li>{f.says}<blockquote>{f.quote}</blockquote><cite>{f.who}</cite></li>{/each}</ul></section>{/each}</div></main>`;
export const build = async (data) => ({
  "index.html": page({ title: data.title, root: `<div id="root">${await prerender(app(data))}</div>`, head: '<script type="module" src="app.js"></script>' }),
  "app.js": await bundle(`import { hydrate } from "svelte"; import App from "app.svelte"; hydrate(App, { target: document.getElementById("root") });`, { svelte: app(data) }),
});
