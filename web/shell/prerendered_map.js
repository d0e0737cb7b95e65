// The map before the app (web/prerendered_map.py): drawn in front of Streamlit's root, and gone when the app's own map has taken it over,
// or when a run has ended without a map. What cannot be drawn ahead is left to the app, whose scripts wait for this one.
const { map } = document.getElementById("hg-first-map").dataset;
const page = document.documentElement;
const root = document.getElementById("root");
const LOOK_MS = 250, LONGEST_MS = 8000;
const read = (answer) => (answer.status === 200 ? answer.json() : Promise.reject(new Error(`${answer.status}`)));

const make = (name, className, ...content) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
};
const html = (text) => document.createRange().createContextualFragment(text);

function layOut(words, host) {
  const choices = make("div", "hg-first-choices", ...words.choices.map(([label, value]) => make("p", "", label, make("span", "", value))),
    make("div", "hg-first-chips", ...words.chips.map(([chip, chosen]) => make("span", chosen ? "hg-first-chosen" : "", chip))));
  const tabs = make("div", "hg-first-tabs", ...words.tabs.map((tab) => make("span", "", tab)));
  for (const still of [choices, tabs]) still.setAttribute("aria-hidden", "true"); // they work when the app is there
  const title = make("h1", "", words.title);
  title.tabIndex = -1;
  return make("main", "hg-first", make("div", "", title, choices, html(words.above),
    make("div", "hg-first-columns", make("section", "hg-card", make("div", "", html(words.head)), tabs, host), make("section", "hg-card", html(words.beside)))));
}

async function show(words, figures, { ahead }) {
  if (words.view.show !== figures.id) return; // other figures were published between the two answers
  const host = make("div", "hgk");
  const drawn = layOut(words, host);
  page.classList.add("hg-ahead");
  root.inert = true;
  root.after(drawn);
  const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const { painted, drop } = ahead(host, figures, { ...words.view, theme });
  let watching = 0;
  const leave = () => {
    clearInterval(watching);
    drop();
    const { scrollTop } = drawn;
    const held = drawn.contains(document.activeElement);
    drawn.remove();
    root.inert = false;
    page.classList.remove("hg-ahead");
    const main = document.querySelector(".stMain");
    main?.scrollTo(0, scrollTop);
    const heading = held && main?.querySelector("h1");
    if (heading) { heading.tabIndex = -1; heading.focus({ preventScroll: true }); }
  };
  document.addEventListener("hgk-here", leave, { once: true });
  let waited = 0;
  watching = setInterval(() => { // a run that has ended without a map, or with one that does not come
    const app = document.querySelector(".stApp");
    if (app?.dataset.testScriptState !== "notRunning" || !app.querySelector(".stMain h1, .stMain [role=heading]")) return;
    if (!app.querySelector(".st-key-kaart-kaart") || (waited += LOOK_MS) > LONGEST_MS) leave();
  }, LOOK_MS);
  await painted;
  await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 100); }); // no frame in a hidden tab
}

// The boundaries too, before the figures are read and laid out; the map asks for them by the same address.
const fetchEarly = ({ outline }) => {
  document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: `/${outline}` }));
};

const draw = async () => {
  const [words, figures] = window.hgFirstMap.map((asked) => asked.then(read));
  words.then(fetchEarly, () => {});
  const come = await Promise.all([words, figures, import(map)]);
  if (!document.querySelector(".stMain .hgk-map")) await show(...come);
};
draw().catch(() => { /* the app draws it */ }).finally(window.hgStart);
