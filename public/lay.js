// In the page's head: has the text laid out piece by piece while nothing else is to be done, so that the map and the
// first click need not wait for it. Where this does not run, none of the text is skipped. (Far pieces of a long
// issue stay as they are: reader.css.)
{
  const html = document.documentElement;
  const PIECE = "html[data-unlaid] .reader > article:nth-of-type(-n + 11):not([data-laid])";
  /** Addresses that lead to no place in the text. */
  const ELSEWHERE = /^(#(overview|map|kazakhstan|kyrgyzstan|tajikistan|turkmenistan|uzbekistan).*)?$/;

  // The place of an address among the pieces, and where the page was when it is loaded anew, are found by the browser
  // while the page comes: by the true height of what lies before.
  const { type } = performance.getEntriesByType("navigation")[0] ?? {};
  const fresh = type === "navigate";
  if (fresh && ELSEWHERE.test(location.hash)) html.setAttribute("data-unlaid", "");
  if (!fresh) html.setAttribute("data-unrolled", "");

  /** Changes what lies before an element and leaves it where the reader sees it: not every browser does. */
  const hold = (element, change) => {
    const top = () => element.getBoundingClientRect().top;
    const before = top();
    change();
    if (before < innerHeight && top() !== before) scrollBy(0, top() - before);
  };

  const lay = (piece) => hold(piece.nextElementSibling ?? piece, () => piece.setAttribute("data-laid", ""));
  const rest = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 50));
  const soon = () => rest(() => {
    const piece = document.querySelector(PIECE);
    if (!piece) return;
    lay(piece);
    soon();
  }, { timeout: 500 });

  /** The place in the text that an address names. */
  const place = (hash) => {
    const at = document.getElementById(hash.slice(1).split("&")[0]);
    return at?.closest(".reader") && at;
  };

  /** Lays out all before the browser goes to a place among it. Once the app is there, it goes, and does this itself. */
  const lead = (at) => {
    if (!at || html.hasAttribute("data-ready")) return;
    document.querySelectorAll(PIECE).forEach(lay);
    if (at.closest(".apparatus") && !html.hasAttribute("data-unrolled")) hold(at, () => html.setAttribute("data-unrolled", ""));
  };

  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return soon();
    const at = place(location.hash);
    lead(at);
    // Browsers look for an id alone; after one the app has written what else it shows.
    if (fresh && location.hash.includes("&")) at?.scrollIntoView();
    // Where a file does not come, the page is never complete.
    setTimeout(soon, 5_000);
  });
  addEventListener("click", ({ target }) => lead(place(target.closest("a")?.hash ?? "")), true);
  addEventListener("hashchange", () => lead(place(location.hash)));
}
