// The map on a page that is a file: gives its script (charts/map/script) what Streamlit's component API gives it in the app.
// What is chosen on it stands in the address and in the card beside it, without a server.

const LEVELS = { GM: "gemeente", VT: "Veilig Thuis-regio", PV: "provincie", LD: "landsdeel", NL: "land" };
const dark = matchMedia("(prefers-color-scheme: dark)");
const mounts = []; // of this page: each with its element, view and component

export async function draw(script) {
  const { default: mount, publish } = await import(script);
  const sources = new Set([...document.querySelectorAll("[data-figures]")].map((box) => box.dataset.figures));
  for (const source of sources) fetch(source, { credentials: "omit" }).then((answer) => answer.json()).then(publish).catch(failed);
  const asked = new URLSearchParams(location.search);
  for (const box of document.querySelectorAll("[data-view]")) {
    const view = JSON.parse(box.dataset.view);
    if (!view.codes && isMapPage()) {
      view.period = asked.get("periode") ?? view.period;
      if (asked.get("gemeente")) view.selected = [asked.get("gemeente")];
    }
    mounts.push({ box, view });
  }
  const show = () => { for (const each of mounts) mount(component(each, show)); };
  dark.addEventListener("change", show);
  show();
  const first = mounts.find(({ view }) => !view.codes && view.selected?.length);
  if (first && isMapPage() && asked.get("gemeente")) card(first, first.view.selected[0]);
}

const isMapPage = () => document.querySelector(".st-key-kaart-keuzes") !== null;

function component(mounted, show) {
  return {
    parentElement: mounted.box,
    data: { ...mounted.view, theme: dark.matches ? "dark" : "light" },
    setTriggerValue: (name, value) => {
      if (name === "period") mounted.view.period = value;
      if (name === "place") for (const { view } of mounts) view.selected = value ? [value] : [];
      keep(name === "period" ? "periode" : "gemeente", value);
      show();
      if (name === "place" && value) card(mounts.find(({ view }) => !view.codes) ?? mounted, value);
    },
  };
}

function keep(key, value) {
  const address = new URL(location.href);
  if (value) address.searchParams.set(key, value); else address.searchParams.delete(key);
  history.replaceState(history.state, "", address);
}

// The card of the place, in the words of the map.
function card({ box }, code, tries = 100) {
  const place = document.querySelector(".st-key-blok-plaats");
  const view = box.querySelector(".hgk")?.view;
  if (!place) return;
  if (!view?.layer) { if (tries) setTimeout(() => card({ box }, code, tries - 1), 100); return; } // not drawn yet
  const element = (name, properties) => Object.assign(document.createElement(name), properties);
  const level = LEVELS[code.slice(0, 2)] ?? "plaats";
  const ways = element("div", { className: "hg-buttons" });
  ways.append(element("a", { className: "hg-button", href: `/gemeente/${code}/`, textContent: level === "land" || level === "landsdeel" ? `Alles over dit ${level}` : `Alles over deze ${level}` }));
  place.replaceChildren(
    element("h2", { className: "hg-h2", textContent: view.nameOf(code), translate: false }),
    element("p", { className: "hg-text", textContent: `${view.sentence(code)}.` }),
    ways,
  );
}

function failed() {
  for (const { box } of mounts) box.append(Object.assign(document.createElement("p"), { className: "hg-text", textContent: "De kaart kan nu niet worden getoond. De tabel heeft dezelfde cijfers." }));
}
