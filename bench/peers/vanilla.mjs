// One static file: SVG, text and cards in the HTML, a card by `:target`, a search of a few lines.
import { articleHtml, cardHtml, mapSvg, page, search } from "../content.mjs";

export const build = async (data) => ({
  "index.html": page({ title: data.title, map: mapSvg(data), text: articleHtml(data), cards: data.cards.map(cardHtml).join(""), end: `<script>${search}
const mark=()=>{for(const e of document.querySelectorAll("[data-state]"))e.classList.toggle("on","#card-"+e.dataset.state===location.hash)};addEventListener("hashchange",mark);mark()</script>` }),
});
