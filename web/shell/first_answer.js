// The first screen, which the server wrote (web/first_answer.py): starts the app behind it, and goes when the app's own
// page is there. The map in it is drawn ahead by its own script and handed over as it stands.
const page = document.documentElement;
const root = document.getElementById("root");
const first = document.querySelector(".hg-first");
const LOOK_MS = 250, LONGEST_MS = 8000;
const TOUCHES = ["pointerdown", "touchstart", "keydown", "wheel", "scroll", "focusin"];
const read = (answer) => (answer.status === 200 ? answer.json() : Promise.reject(new Error(`${answer.status}`)));
let height = 0;
// A run is over before its last parts are drawn: their scripts still have to come. Then nothing grows any more.
const isDone = () => {
  const app = document.querySelector(".stApp");
  if (app?.dataset.testScriptState !== "notRunning" || !app.querySelector(".stMain h1, .stMain [role=heading]")) return false;
  const before = height;
  height = app.querySelector(".stMain").scrollHeight;
  return height === before && !app.querySelector("[data-testid=stSkeleton]");
};

// On a desk the app starts at once. Under a finger it is two megabytes that nobody has asked for: it starts at the first touch.
function startApp() {
  if (!matchMedia("(hover: none) and (pointer: coarse)").matches || location.hash) { window.hgStart(); return; }
  const start = () => { for (const kind of TOUCHES) removeEventListener(kind, start, true); window.hgStart(); };
  for (const kind of TOUCHES) addEventListener(kind, start, { capture: true, passive: true });
}

function leave(drop = () => {}) {
  drop();
  const { scrollTop } = first;
  const hadFocus = first.contains(document.activeElement), field = document.activeElement?.id;
  first.remove();
  root.inert = false;
  page.classList.remove("hg-ahead");
  const main = document.querySelector(".stMain");
  main?.scrollTo(0, scrollTop);
  if (!hadFocus) return;
  const same = field && document.getElementById(field), heading = main?.querySelector("h1");
  if (same) same.focus({ preventScroll: true });
  else if (heading) { heading.tabIndex = -1; heading.focus({ preventScroll: true }); }
}

// A reader who types in the search field is not interrupted.
function isTyping() {
  const field = document.activeElement;
  return field instanceof HTMLInputElement && first.contains(field) && field.value !== field.defaultValue;
}

/** @param {() => void} [drop] @param {boolean} [waitsForMap] */
function leaveWhenDone(drop, waitsForMap = false) {
  let waited = 0;
  const watching = setInterval(() => {
    if (!first.isConnected) { clearInterval(watching); return; }
    if (!isDone() || isTyping()) return;
    // a run that has ended without a map, or with one that does not come
    if (waitsForMap && document.querySelector(".st-key-kaart-kaart") && (waited += LOOK_MS) <= LONGEST_MS) return;
    clearInterval(watching);
    leave(drop);
  }, LOOK_MS);
}

async function drawMap() {
  const { show, outline, ...view } = JSON.parse(first.dataset.map);
  // the borders too, before the figures are read; the map asks for them by the same address
  document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: `/${outline}` }));
  const { map } = document.getElementById("hg-first-answer").dataset;
  const [figures, { ahead }] = await Promise.all([window.hgFirstFigures.then(read), import(map)]);
  if (show !== figures.id || document.querySelector(".stMain .hgk-map")) return undefined; // other figures were published between the two answers
  const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const { painted, drop } = ahead(first.querySelector(".hgk"), figures, { ...view, show, theme });
  document.addEventListener("hgk-here", () => leave(drop), { once: true });
  await painted;
  await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 100); }); // no frame in a hidden tab
  return drop;
}

if (first) {
  root.inert = true;
  if (first.dataset.map) drawMap().then((drop) => leaveWhenDone(drop, true), () => leaveWhenDone()).finally(startApp);
  else { leaveWhenDone(); startApp(); }
} else window.hgStart?.();
