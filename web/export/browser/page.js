// What script adds to a page that is a file: suggestions of places, points of charts by keyboard, copying, and the map.
// Without it the page has the same words and figures.

export {}; // a module: its names are its own
const about = document.querySelector("script[data-index]").dataset;
const announce = document.querySelector(".hg-announce");
const tell = (words) => { announce.textContent = words; };

// An address of the app (?gemeente=GM0758) leads to the file of that place.
const asked = new URLSearchParams(location.search);
const code = asked.get("gemeente");
if (document.querySelector("main[data-redirects]") && /^(?:NL|LD|PV|VT|GM|DR)\d{2,4}$/.test(code ?? "")) location.replace(`/gemeente/${code}/`);

const search = async () => { const answers = await import(about.answers); return { ...answers, index: await answers.load(about.index) }; };
window.hgAnswers = async (query) => {
  const { answers, index } = await search();
  return answers(index, query.get("q"), { levels: (query.get("niveau") ?? "").split(",").filter(Boolean) });
};

// The page of the search: what was asked for stands in its address, as with the app.
const list = document.querySelector(".hg-search-answers");
const words = asked.get("q")?.trim();
if (list && words) search().then(({ answers, nearest, index }) => {
  const to = (place) => (asked.get("naar") === "gemeenteblad" && place.niveau === "GM" ? `/gemeenteblad/${place.slug}/` : place.adres);
  const { zeker, antwoorden } = answers(index, words);
  const meant = antwoorden.find((each) => each.code === zeker);
  if (meant) { location.replace(to(meant)); return; }
  const places = antwoorden.length ? antwoorden : nearest(index, words);
  const heading = Object.assign(document.createElement("h2"), { className: "hg-h2", textContent: antwoorden.length ? `Welke plaats bedoelt u met ‘${words}’?` : `Geen plaats gevonden met ‘${words}’` });
  const found = Object.assign(document.createElement("ul"), { className: "hg-search-places" });
  found.append(...places.map((place) => {
    const item = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: to(place), textContent: place.naam, translate: false });
    item.append(link, " ", Object.assign(document.createElement("span"), { textContent: place.soort }));
    return item;
  }));
  list.replaceChildren(heading, found);
  const field = document.querySelector(".hg-search input[name=q]");
  if (field instanceof HTMLInputElement) field.value = words;
}).catch(() => { list.textContent = "Zoeken lukt nu niet. Kies hieronder uw gemeente."; });

const plots = document.querySelectorAll(".hg-plots");
if (plots.length) import(about.points).then(({ attach }) => plots.forEach((plot) => attach(plot, tell))).catch(() => { /* the table has the same figures */ });

for (const box of document.querySelectorAll(".hg-copy")) {
  if (!navigator.clipboard) break;
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Kopieer" });
  button.addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(box.querySelector("code").textContent); tell("Gekopieerd."); button.textContent = "Gekopieerd"; }
    catch { tell("Kopiëren lukt niet. Kies de tekst en kopieer hem zelf."); }
  });
  box.append(button);
}

// A link to a part of the page opens the fold that it stands in, or that follows it.
function openPart() {
  const part = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!part) return;
  for (let fold = part.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  const next = part.matches(".hg-anchor") && part.closest(".stHtml")?.nextElementSibling;
  if (next instanceof HTMLDetailsElement) next.open = true;
  part.scrollIntoView();
}
window.addEventListener("hashchange", openPart);
openPart();

if (about.boot) import(about.boot).then(({ draw }) => draw(about.map)).catch(() => { /* the table has the same figures */ });
