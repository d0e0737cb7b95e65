// The shell's own behaviour: leaving at once, the menu, moving between pages, and Dutch words where Streamlit has English.
// No dependency on Streamlit for the exit: it works before the app has loaded and after the connection is lost.
// Longer than 250 lines because it is one file on purpose: every script more would be one more request before the exit works.
(() => {
  "use strict";
  const page = document.documentElement;
  page.classList.add("hg-script");
  const shell = document.querySelector(".hg-shell");
  const {
    points: pointsAddress, words: wordsAddress, search: searchAddress, translated: translatedAddress,
  } = document.currentScript?.dataset ?? {};
  const embedOptions = new URLSearchParams(location.search).getAll("embed_options").join(",");
  const theme = /(light|dark)_theme/.exec(embedOptions);
  if (theme) page.dataset.theme = theme[1];

  // ---- leaving ----
  const LEFT = "weg"; // in this tab's session only: a reader who presses Back must not land here again
  const exit = shell?.querySelector(".hg-exit");
  const target = exit?.href ?? "https://www.knmi.nl/";
  const remember = (value) => { try { value ? sessionStorage.setItem(LEFT, "1") : sessionStorage.removeItem(LEFT); } catch { /* storage off */ } };
  const hasLeft = () => { try { return sessionStorage.getItem(LEFT) === "1"; } catch { return false; } };

  function leave() {
    page.classList.add("hg-gone");
    document.title = "KNMI";
    remember(true);
    history.replaceState(null, "", "/");
    // the cover must be painted before the browser starts to wait for the other site
    let going = false;
    const go = () => { if (!going) { going = true; location.replace(target); } };
    requestAnimationFrame(() => setTimeout(go, 0));
    setTimeout(go, 50); // no frame is painted in a hidden tab
  }
  exit?.addEventListener("click", (event) => { event.preventDefault(); leave(); });

  const cameBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  if (hasLeft() && cameBack) leave();
  else remember(false);
  window.addEventListener("pageshow", (event) => { if (event.persisted && page.classList.contains("hg-gone")) location.replace(target); });

  // ---- Shift three times within five seconds; Shift with another key, or in a field, does not count ----
  const progress = shell?.querySelector(".hg-shift");
  const WINDOW_MS = 5000;
  let presses = 0, alone = false, timer = 0;
  const inField = (event) => {
    const at = event.composedPath()[0];
    return at instanceof Element && (at.closest("input, textarea, select, [contenteditable]") !== null || at.isContentEditable === true);
  };
  const stop = (words) => {
    clearTimeout(timer);
    presses = 0;
    if (!progress) return;
    progress.textContent = words;
    if (words) setTimeout(() => { if (presses === 0) progress.textContent = ""; }, 2500);
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Shift") alone = !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey && !inField(event);
    else { alone = false; if (presses) stop(""); }
  }, true);
  document.addEventListener("pointerdown", () => { alone = false; }, true);
  // Streamlit runs a page again at the letter r, and has more letters: none of them works here (WCAG 2.1.4).
  const takesLetters = "input, textarea, select, [contenteditable], [role=listbox], [role=combobox], [role=application]";
  window.addEventListener("keydown", (event) => {
    const at = event.composedPath()[0];
    if (!/^[a-z]$/i.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(at instanceof Element && at.closest(takesLetters))) event.stopPropagation();
  }, true);
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone || !shell) return;
    alone = false;
    presses += 1;
    if (presses === 1) timer = setTimeout(() => stop("Niet gesloten: de tijd is om."), WINDOW_MS);
    if (presses === 3) { clearTimeout(timer); progress.textContent = "Deze site sluit nu."; leave(); return; }
    progress.textContent = presses === 1 ? "● ○ ○ Nog 2 keer Shift: dan sluit deze site." : "● ● ○ Nog 1 keer Shift: dan sluit deze site.";
  }, true);

  // ---- menu ----
  const menu = shell?.querySelector(".hg-menu");
  const button = shell?.querySelector(".hg-menu-button");
  const groups = [...(menu?.querySelectorAll("details") ?? [])];
  const openMenu = (open) => { menu?.classList.toggle("hg-open", open); button?.setAttribute("aria-expanded", String(open)); };
  const closeAll = (except) => groups.forEach((group) => { if (group !== except) group.open = false; });
  button?.addEventListener("click", () => openMenu(!menu.classList.contains("hg-open")));
  document.addEventListener("click", (event) => {
    if (menu && !event.composedPath().includes(menu)) { closeAll(); if (!event.composedPath().includes(button)) openMenu(false); }
  });
  shell?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const group = groups.find((item) => item.open);
    if (group) { group.open = false; group.querySelector("summary").focus(); }
    else if (menu?.classList.contains("hg-open")) { openMenu(false); button.focus(); }
  });
  groups.forEach((group) => group.addEventListener("toggle", () => { if (group.open) closeAll(group); }));

  // ---- to the content, and from page to page without loading Streamlit again ----
  const root = document.getElementById("root");
  const announce = shell?.querySelector(".hg-announce") ?? liveRegion();
  const tell = (words) => { announce.textContent = words; };
  function liveRegion() { // an embedded figure has no shell
    const made = document.createElement("p");
    made.className = "hg-announce hg-unseen";
    made.setAttribute("role", "status");
    return document.body.appendChild(made);
  }
  const paths = new Set((shell?.dataset.paths ?? "").split(" "));
  const app = () => document.querySelector(".stApp");
  const connected = () => app()?.dataset.testConnectionState === "CONNECTED";
  const content = () => document.querySelector(".hg-first h1") ?? document.querySelector(".stMain h1, .hg-plain h1") ?? document.querySelector(".stMain") ?? root;
  const focusOn = (element) => { if (!element.hasAttribute("tabindex")) element.tabIndex = -1; element.focus(); };
  shell?.querySelector(".hg-skip").addEventListener("click", (event) => { event.preventDefault(); focusOn(content()); });

  // ---- the link to the same view in English; a page that is a file has it already ----
  const english = new Set(page.classList.contains("hg-exported") ? [] : (shell?.dataset.english ?? "").split(" "));
  function markLanguage() {
    const there = english.has(location.pathname) ? `/en${location.pathname}${location.search}` : "/en/";
    if (english.size) shell?.querySelectorAll("a[hreflang=en]").forEach((link) => link.setAttribute("href", there));
  }
  for (const kind of ["pointerdown", "focusin"]) shell?.addEventListener(kind, markLanguage);

  function markCurrent() {
    markLanguage();
    shell?.querySelectorAll(".hg-menu a").forEach((link) => {
      if (link.pathname === location.pathname) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    });
    groups.forEach((group) => group.classList.toggle("hg-here", group.querySelector("[aria-current]") !== null));
    const canonical = document.querySelector("link[rel=canonical]");
    if (canonical && paths.has(location.pathname)) canonical.setAttribute("href", location.pathname);
  }

  // ---- the history: an entry for each thing that the reader did, and for nothing else ----
  // What a run of the page changes in the address by itself (a choice that this page cannot use) takes the place of the entry.
  let acted = false;
  for (const kind of ["click", "keydown", "change", "pointerup", "drop"]) window.addEventListener(kind, () => { acted = true; }, true);
  window.addEventListener("popstate", () => { acted = false; }, true);
  const push = history.pushState;
  history.pushState = function (...entry) {
    (acted ? push : history.replaceState).apply(history, entry);
    acted = false;
  };

  // ---- choices travel in the link to the next page, so that its address says what it shows ----
  const takes = JSON.parse(shell?.dataset.takes ?? "{}");
  const choices = new Map();
  function withChoices(link) {
    const here = new URLSearchParams(location.search), there = new URLSearchParams();
    for (const key of takes[location.pathname] ?? []) if (here.get(key)) choices.set(key, here.get(key)); else choices.delete(key);
    if (link.search || link.pathname === location.pathname) return link.href;
    for (const key of takes[link.pathname] ?? []) if (choices.get(key)) there.set(key, choices.get(key));
    return link.pathname + (there.size ? `?${there.toString().replaceAll("%2C", ",")}` : "");
  }

  let arriving = 0;
  let waiting = null; // the heading of the page that a link left; focus moves when another has come
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((item) => item instanceof HTMLAnchorElement);
    if (!link || link === exit || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || !paths.has(link.pathname) || link.hasAttribute("download") || link.hash) return;
    openMenu(false); closeAll();
    if (!connected() || link.closest('[data-testid="stPageLink"]')) return;
    event.preventDefault();
    event.stopPropagation();
    waiting = { title: document.title, same: link.pathname === location.pathname };
    history.pushState({}, "", withChoices(link));
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} })); // Streamlit reads the address and shows that page
    document.querySelector(".stMain")?.scrollTo(0, 0);
    markCurrent();
    clearTimeout(arriving);
    arriving = setTimeout(arrive, 100); // a quick run is over before Streamlit says that it runs
  }, true);

  // ---- search fields: their script comes when a reader goes to one; without it the form asks for a plain page ----
  const withSearch = (then) => { if (searchAddress) import(searchAddress).then(then).catch(() => { /* the form works by itself */ }); };
  document.addEventListener("focusin", ({ target }) => {
    const form = target.closest?.("form.hg-search");
    if (form) withSearch(({ attach }) => attach(form));
  });
  document.addEventListener("click", ({ target }) => {
    const taken = target.closest?.("form.hg-search [data-remove]");
    if (taken) withSearch(({ remove }) => remove(taken.closest("form"), taken.dataset.remove));
  });

  let shownTitle = document.title, told = null;
  new MutationObserver(() => {
    if (document.title === shownTitle) return;
    shownTitle = document.title;
    markCurrent();
    told = null;
    tell(`Pagina: ${shownTitle.split(" - ").pop()}`);
  }).observe(document.querySelector("title") ?? document.head, { childList: true, characterData: true, subtree: true });
  window.addEventListener("popstate", () => setTimeout(markCurrent));

  // ---- what Streamlit says in English ----
  const WORDS = {
    "Fullscreen": "Volledig scherm", "Close fullscreen": "Volledig scherm sluiten", "Exit fullscreen": "Volledig scherm sluiten",
    "Clear value": "Keuze wissen", "Clear all": "Alles wissen", "Choose an option": "Kies", "Choose options": "Kies", "Open": "Openen", "Close": "Sluiten",
    "open": "openen", "No results": "Niets gevonden", "Search": "Zoeken", "Download as CSV": "Download als csv", "Show/hide columns": "Kolommen kiezen",
    "Copy to clipboard": "Kopiëren", "Copied": "Gekopieerd", "Help": "Uitleg", "Remove": "Weghalen", "Select all": "Alles kiezen",
    "Show data": "Toon de tabel", "Show chart": "Toon de grafiek", "Clear selection": "Keuze wissen",
    "Step up": "Hoger", "Step down": "Lager", "Elements toolbar": "Knoppen bij deze figuur", "Enter fullscreen": "Volledig scherm",
    "Selected values": "Uw keuzes", "Multiselect options": "Keuzes", "Selectbox options": "Keuzes", "Show suggestions": "Keuzes tonen",
    "Suggestions": "Keuzes", "Copy": "Kopiëren", "Close popup": "Sluiten", "Error": "Fout", "Page not found": "Deze pagina bestaat niet",
    "Upload": "Kies een bestand", "Add files": "Kies een ander bestand", "Drag and drop a file here": "Of sleep een bestand hierheen",
    "Connection error": "Geen verbinding", "Download failed": "Downloaden lukte niet. Probeer het opnieuw.",
    "BidiComponent Error": "De kaart kan nu niet worden getoond. De tabel heeft dezelfde cijfers.",
    "Connection lost. Please wait for the app to reconnect, then try again.": "Geen verbinding. Wacht tot de verbinding terug is en probeer het opnieuw.",
  };
  /** @type {[RegExp, string][]} */
  const PATTERNS = [
    [/^Help for (.+)$/s, "Uitleg bij $1"], [/^Remove (.+)$/s, "$1 weghalen"], [/^Add: (.+)$/s, "Toevoegen: $1"],
    [/^Select (\d+) matches$/, "Kies alle $1"],
    [/^(\d+)MB per file( • .+)?$/, "Hooguit $1 MB$2"], [/^(?:Error: )?File must be (\d+)(?:\.0)?MB or smaller\.$/, "Dit bestand is groter dan $1 MB. Plak alleen het deel met de cijfers."],
    [/^(?:Error: )?[^.]*files are not allowed\.$/, "Dit soort bestand kunnen we niet lezen. Kies een PDF, DOCX, ODT of TXT."], [/^(?:Error: )?File size is too small\.$/, "Dit bestand is leeg."],
    [/^(?:Error: )?(?:AxiosError|Network Error|Request failed|Upload failed|Error during file upload).*$/s, "Het bestand kwam niet aan. Laad de pagina opnieuw en probeer het nog eens."],
    [/^You can only select up to (\d+) options?\. Remove an option first\.$/, "U kunt er hooguit $1 kiezen. Haal er eerst een weg."],
    [/^This app has encountered an error\..*$/s, "Hier ging iets mis. Laad de pagina opnieuw of kies een andere pagina."],
  ];
  function dutch(text) {
    if (!text) return undefined;
    if (Object.hasOwn(WORDS, text)) return WORDS[text];
    const found = PATTERNS.find(([english]) => english.test(text));
    return found && text.replace(found[0], found[1]);
  }
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "data-title"];
  const LONGEST = 300; // the longest sentence of Streamlit that we know
  function translate(element) {
    if (element.closest("font")) return; // a translator of the browser is at work
    for (const name of ATTRIBUTES) {
      const words = dutch(element.getAttribute(name));
      if (words) element.setAttribute(name, words);
    }
    const failure = element.dataset?.testid === "stExceptionMessage"; // its words stand beside an empty span
    if ((element.childElementCount && !failure) || element.textContent.length > LONGEST || element.closest("table, .stHtml, svg")) return;
    const words = dutch(element.textContent);
    if (!words) return;
    element.textContent = words;
    if (failure && !document.querySelector(".stMain h1")) { element.setAttribute("role", "heading"); element.setAttribute("aria-level", "1"); }
  }

  // ---- the state of the connection, and focus after a change of page ----
  const offline = shell?.querySelector(".hg-offline");
  let lost = 0;
  let [whole, broken] = [false, false]; // whether there has been a line, and whether it has broken since
  function connectionChanged() {
    const state = app()?.dataset.testConnectionState;
    clearTimeout(lost);
    // A part that Streamlit began to draw without a line stays an English error, also later. All choices are in the address.
    if (connected() && broken && document.querySelector(".stMain [data-testid=stErrorElementStack]")) { location.reload(); return; }
    whole ||= connected();
    broken = whole && !connected();
    if (!offline || !app()) return;
    if (state === "CONNECTED") { offline.textContent = ""; return; }
    lost = setTimeout(() => { offline.textContent = "Geen verbinding met de server. We proberen het opnieuw. De hulplijn en de knop om te sluiten blijven werken."; }, 3000);
  }
  // What a run of the page has to tell (pages/_parts/ui/announce.py), once, when it is new. The heading is drawn before
  // those lines: until they have the number of this run it waits for them.
  let lastRun;
  function report() {
    const heading = document.querySelector(".stMain h1");
    const run = document.querySelector("[data-hg-run]")?.dataset.hgRun;
    if (!run || run !== lastRun) {
      const now = [heading && `${heading.textContent}.`, ...[...document.querySelectorAll("[data-hg-said]")].flatMap((each) => each.dataset.hgSaid.split("\n"))].filter(Boolean);
      const news = now.filter((line) => told !== null && !told.includes(line)).join(" ");
      if (told !== null && news) tell(news);
      told = now;
      lastRun = run;
    }
    keepNames(heading);
    plainDropZone();
    explainTerms();
    goToAnchor();
    readyForPaper();
  }
  // Streamlit calls the box round the choice of a file nothing (role presentation) and lets it take focus: it cannot be both.
  function plainDropZone() {
    for (const zone of document.querySelectorAll(".stMain section[role=presentation][tabindex='-1']")) { zone.removeAttribute("tabindex"); zone.removeAttribute("role"); }
  }
  // Names of places are not for a translator: Bergen is no mountains.
  function keepNames(heading) {
    const names = document.querySelectorAll(".hgk, .hg-chart, .hg-links, [class*='st-key-pick-gemeente'], [class*='st-key-pick-place'], [class*='st-key-pick-any-place']");
    for (const box of names) box.setAttribute("translate", "no");
    heading?.setAttribute("translate", /^\/gemeente(?:\/[A-Z]|\/?\?(?:.*&)?gemeente=)/.test(location.pathname + location.search) ? "no" : "yes");
  }
  function explainTerms() {
    const main = document.querySelector(".stMain");
    const terms = shell?.dataset.terms;
    if (!main || !terms || /^\/bronnen\/?$/.test(location.pathname)) return;
    import(wordsAddress).then(({ explain }) => explain(main, JSON.parse(terms), "/bronnen#woorden")).catch(() => { /* words stay plain */ });
  }
  let gone = location.hash ? null : ""; // the part of the page that the address names, once it is drawn
  function goToAnchor() {
    const part = gone === null && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!part || part === root || page.matches(".hg-arriving, .hg-ahead")) return; // what is not seen yet takes no focus
    gone = location.hash;
    if (part.matches(".hg-anchor")) part.closest("[data-testid=stElementContainer]")?.nextElementSibling?.querySelector("details:not([open]) > summary")?.click();
    focusOn(part);
    part.scrollIntoView();
  }

  // Focus stays on the control that was used, also when a run of the page draws that control anew.
  let used = null;
  const nameOf = (element) => element.getAttribute("aria-label") ?? element.textContent.trim();
  document.addEventListener("focusin", ({ target }) => {
    const key = [...(target.closest(".stMain [class*='st-key-']")?.classList ?? [])].find((name) => name.startsWith("st-key-"));
    used = key ? { target, key, name: nameOf(target) } : null;
  });
  document.addEventListener("pointerdown", () => { used = null; }, true);
  function keepFocus() {
    if (!used || waiting || document.activeElement !== document.body) return;
    if (used.target.isConnected) { if (used.off && !used.target.disabled) used.target.focus({ preventScroll: true }); return; }
    const box = `.${CSS.escape(used.key)} `;
    const again = [...document.querySelectorAll(box + used.target.tagName.toLowerCase())].find((element) => nameOf(element) === used.name);
    (again ?? document.querySelector(`${box}:is(input, button, summary, [tabindex="0"])`))?.focus({ preventScroll: true });
  }
  // On paper: light, whatever the screen is (style.css), and the address and the day in the foot.
  const foot = document.createElement("p");
  foot.className = "hg-printed";
  foot.setAttribute("aria-hidden", "true");
  if (root) document.body.append(foot);
  function readyForPaper() {
    const ground = getComputedStyle(app() ?? document.body).backgroundColor.match(/\d+/g)?.slice(0, 3).map(Number) ?? [255];
    if (!matchMedia("print").matches) page.dataset.ground = Math.max(...ground) < 128 ? "dark" : "light";
    const day = new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
    foot.textContent = `Huiselijk geweld in beeld · ${location.href} · ${day}`;
  }
  window.addEventListener("beforeprint", readyForPaper);
  // The first page is seen when it is whole: parts that come one by one would push each other away.
  const LONGEST_HIDDEN_MS = 10_000;
  const isFile = page.classList.contains("hg-exported"); // a page without the app: whole from the start (web/export)
  if (root && !isFile && !document.querySelector(".hg-first")) { page.classList.add("hg-arriving"); setTimeout(appear, LONGEST_HIDDEN_MS); }
  document.addEventListener("hg-shown", goToAnchor); // the app has taken the place of the first screen
  function appear() { page.classList.remove("hg-arriving"); goToAnchor(); }
  let looking = 0;
  function appearWhenWhole(height = 0, same = 0) {
    const main = document.querySelector(".stMain");
    clearTimeout(looking);
    if (!page.classList.contains("hg-arriving") || !main) return;
    const still = app()?.dataset.testScriptState === "notRunning" && main.scrollHeight === height && !main.querySelector("[data-testid=stSkeleton]");
    if (still && same > 0) { appear(); return; }
    looking = setTimeout(appearWhenWhole, 100, main.scrollHeight, still ? same + 1 : 0);
  }
  function settled() {
    if (app()?.dataset.testScriptState !== "notRunning") return;
    keepFocus();
    clearTimeout(reporting);
    if (page.classList.contains("hg-arriving")) appearWhenWhole();
    reporting = setTimeout(report, 200); // the last elements of a run are drawn a moment after it
  }
  let reporting = 0;

  function settle() {
    settled();
    arrive();
  }
  // The title and the heading of a new page can come a moment after the run, and the heading can be drawn once more.
  function arrive(tries = 50) {
    clearTimeout(arriving);
    if (!waiting) return;
    const heading = document.querySelector(".stMain h1");
    if (app()?.dataset.testScriptState !== "notRunning" || !heading || (!waiting.same && document.title === waiting.title)) {
      if (tries) arriving = setTimeout(arrive, 100, tries - 1);
      return;
    }
    waiting = null;
    focusOn(heading);
    // the reader is taken back to a heading that is drawn anew, until he or she goes on from there
    const again = setInterval(() => {
      const drawn = document.querySelector(".stMain h1");
      if (drawn && !waiting && document.activeElement === document.body) { drawn.tabIndex = -1; drawn.focus({ preventScroll: true }); }
    }, 200);
    const stop = () => clearInterval(again);
    setTimeout(stop, 5000);
    for (const action of ["keydown", "pointerdown"]) addEventListener(action, stop, { once: true, capture: true });
  }
  // Streamlit takes SVG out of the HTML of a page: a chart comes in an attribute and is unpacked where it stands.
  function unpack(node) {
    for (const box of node.querySelectorAll("[data-drawing]")) { box.innerHTML = box.dataset.drawing; delete box.dataset.drawing; }
  }
  function chartsByKeyboard() {
    if (!pointsAddress) return;
    import(pointsAddress).then(({ attach }) => document.querySelectorAll(".hg-plots").forEach((plot) => attach(plot, tell)))
      .catch(() => { /* the table under the chart has the same figures */ });
  }
  // Lists and tooltips hang in the body, outside the parts a screen reader knows: while one is open, its box is such a part.
  function nameOpenBoxes() {
    for (const box of document.body.children) {
      if (box === root || box === shell || box.classList.contains("hg-first")) continue;
      const name = box.querySelector("[role=listbox]") ? "Keuzelijst" : box.querySelector("[role=tooltip]") ? "Uitleg" : "";
      if (name === (box.dataset.hgBox ?? "")) continue;
      if (name) { box.dataset.hgBox = name; box.setAttribute("role", "region"); box.setAttribute("aria-label", name); }
      else { delete box.dataset.hgBox; box.removeAttribute("role"); box.removeAttribute("aria-label"); }
    }
  }
  // An open list hides the rest of the page from a screen reader. The way out stays.
  if (shell) new MutationObserver(() => { if (shell.hasAttribute("aria-hidden")) shell.removeAttribute("aria-hidden"); })
    .observe(shell, { attributes: true, attributeFilter: ["aria-hidden"] });
  // A figure in a frame says how high it is: the page around it can give the frame that height (pages/_parts/sharing/links.py).
  if (page.classList.contains("hg-embedded") && window.parent !== window) {
    const measured = new ResizeObserver(([{ target }]) => window.parent.postMessage({ hgibHeight: Math.ceil(target.getBoundingClientRect().height) }, "*"));
    const begin = new MutationObserver(() => {
      const box = document.querySelector(".stMainBlockContainer");
      if (box) { begin.disconnect(); measured.observe(box); }
    });
    begin.observe(document.body, { childList: true, subtree: true });
  }
  if (root) {
    new MutationObserver((changes) => {
      const fonts = changes.filter(({ addedNodes }) => [...addedNodes].some((node) => node.nodeName === "FONT"));
      if (fonts.length && translatedAddress) import(translatedAddress).then(({ follow }) => follow(fonts)).catch(() => { /* the page can be loaded again */ });
      if (changes.some(({ target }) => !root.contains(target))) nameOpenBoxes();
      if (changes.some(({ target, addedNodes }) => addedNodes.length && target.closest?.(".stMain"))) settled();
      for (const change of changes) {
        if (change.type === "characterData") { if (change.target.parentElement) translate(change.target.parentElement); continue; }
        if (change.type === "attributes") {
          if (change.attributeName === "disabled") { // a button that works takes the focus back when it is ready
            if (change.target === used?.target) { used.off ||= change.target.disabled; keepFocus(); }
          } else if (change.attributeName.startsWith("data-test")) { connectionChanged(); settle(); } else translate(change.target);
          continue;
        }
        for (const node of change.addedNodes) {
          if (node.nodeType !== Node.ELEMENT_NODE) continue;
          if (node.classList.contains("stApp")) connectionChanged();
          translate(node);
          if (node.namespaceURI !== "http://www.w3.org/2000/svg") node.querySelectorAll("[aria-label], [title], [placeholder], [data-title], [data-testid=stExceptionMessage], li, p, span, label, [role=option] div").forEach(translate);
          unpack(node);
          if (node.classList.contains("hg-chart") || node.querySelector(".hg-chart")) chartsByKeyboard();
        }
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: [...ATTRIBUTES, "disabled", "data-test-connection-state", "data-test-script-state"] });
  }
  if (isFile) report();
})();
