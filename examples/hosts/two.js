// What a host may do with the events of the element: here the second shows what is chosen in the first.
const map = document.getElementById("map");
const cards = document.getElementById("cards");
const chosen = document.getElementById("chosen");

map.addEventListener("select", ({ detail }) => {
  chosen.textContent = detail.country ?? "no state";
  if (detail.country) cards.goTo(detail.country);
});
