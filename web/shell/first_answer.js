// The first screen, which the server wrote (web/first_answer.py): starts the app behind it, and goes when the app's own
// page is there. The map in it is drawn ahead by its own script and handed over as it stands.
const page = document.documentElement;
const root = document.getElementById("root");
const first = document.querySelector(".hg-first");
const LOOK_MS = 100, LONGEST_MS = 8000, ROUNDED_PX = 24;
const TOUCHES = ["pointerdown", "touchstart", "keydown", "wheel", "scroll", "focusin"];
const read = (answer) => (answer.status === 200 ? answer.json() : Promise.reject(new Error(`${answer.status}`)));
const pageOfApp = () => document.querySelector(".stMain");
let height = 0, looks = 0, waited = 0;
// A run is over before its last parts are drawn: their scripts still have to come. Then nothing grows any more, and the page
// is as long as its first screen: else what is already on the screen would move.
const isDone = () => {
  const app = document.querySelector(".stApp"), main = pageOfApp();
  if (app?.dataset.testScriptState !== "notRunning" || !main?.querySelector("h1, [role=heading]")) return false;
  const before = height;
  height = main.scrollHeight;
  looks = height === before && !main.querySelector("[data-testid=stSkeleton]") ? looks + 1 : 0;
  waited += LOOK_MS;
  return looks > 1 && (height + ROUNDED_PX >= first.firstElementChild.scrollHeight || waited > LONGEST_MS);
};

// What is the same in both: the same words in the same kind of element, and as many of those before it.
const words = (element) => element.textContent.trim();
function inApp(element) {
  const main = pageOfApp();
  const alike = (box) => [...box.querySelectorAll(element.localName)].filter((each) => words(each).endsWith(words(element)));
  return main && words(element) ? alike(main)[alike(first).indexOf(element)] : undefined;
}

// Folds that were opened before the app was there are opened in it too, once; whether there were any.
let opened = false;
function openTheSame() {
  if (opened) return false;
  opened = true;
  const changed = [...first.querySelectorAll("details > summary")]
    .map((summary) => [summary.parentElement, inApp(summary)])
    .filter(([fold, same]) => same?.parentElement?.open !== undefined && same.parentElement.open !== fold.open);
  for (const [, same] of changed) same.click();
  return changed.length > 0;
}

// On a desk the app starts at once. Under a finger it is two megabytes that nobody has asked for: it starts at the first touch.
function startApp() {
  if (!matchMedia("(hover: none) and (pointer: coarse)").matches || location.hash) { window.hgStart(); return; }
  const start = () => { for (const kind of TOUCHES) removeEventListener(kind, start, true); window.hgStart(); };
  for (const kind of TOUCHES) addEventListener(kind, start, { capture: true, passive: true });
}

function leave(drop = () => {}) {
  drop();
  const { scrollTop } = first, top = first.getBoundingClientRect().top;
  // what the reader looks at stays where it is, also when something above it is longer in the app
  const distance = (element) => Math.abs(element.getBoundingClientRect().top - top);
  const marks = [...first.querySelectorAll("h1, h2, h3, summary")].filter((each) => each.checkVisibility() && inApp(each));
  const mark = scrollTop > 0 ? marks.reduce((best, each) => (distance(each) < distance(best) ? each : best), marks[0]) : undefined;
  const at = mark?.getBoundingClientRect().top, same = mark && inApp(mark);
  const focused = first.contains(document.activeElement) ? document.activeElement : null;
  const next = focused === first ? pageOfApp() : focused && (document.querySelector(`.stMain #${CSS.escape(focused.id || "-")}`) ?? inApp(focused));
  first.remove();
  root.inert = false;
  page.classList.remove("hg-ahead");
  const main = pageOfApp();
  main?.scrollTo(0, scrollTop);
  if (same) main.scrollBy(0, same.getBoundingClientRect().top - at);
  document.dispatchEvent(new Event("hg-shown"));
  if (!focused) return;
  const heading = main?.querySelector("h1");
  if (next) next.focus({ preventScroll: true });
  else if (heading) { heading.tabIndex = -1; heading.focus({ preventScroll: true }); }
}

// A reader who types in the search field is not interrupted.
function isTyping() {
  const field = document.activeElement;
  return field instanceof HTMLInputElement && first.contains(field) && field.value !== field.defaultValue;
}

/** @param {() => void} [drop] @param {boolean} [waitsForMap] */
function leaveWhenDone(drop, waitsForMap = false) {
  let waitedForMap = 0;
  const watching = setInterval(() => {
    if (!first.isConnected) { clearInterval(watching); return; }
    if (!isDone() || isTyping()) return;
    // a run that has ended without a map, or with one that does not come
    if (waitsForMap && document.querySelector(".st-key-kaart-kaart") && (waitedForMap += LOOK_MS) <= LONGEST_MS) return;
    if (openTheSame()) { looks = 0; return; }
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
