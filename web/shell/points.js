// The points of a chart (charts/svg) by mouse, finger and keyboard. Arrows go along a line and from line to line; each
// point is marked, shown in a label and told to a screen reader. Loaded by shell.js when the first chart appears.

const HINT = "Pijltjes: van punt naar punt. Home en End: eerste en laatste. Escape: label weg.";
const known = new WeakSet();

export function attach(plot, tell) {
  if (known.has(plot)) return;
  known.add(plot);
  const ring = part("hg-point"), label = part("hg-point-label");
  let here = null; // which line, and which point of that line

  plot.tabIndex = 0;
  plot.setAttribute("role", "application"); // a screen reader hands the arrow keys over
  plot.setAttribute("aria-roledescription", "grafiek met punten");
  plot.setAttribute("aria-label", `${titleOf(plot)}. ${HINT}`);

  plot.addEventListener("focus", () => { if (plot.matches(":focus-visible")) show(HINT, null); });
  plot.addEventListener("blur", hide);
  plot.addEventListener("pointerover", ({ target }) => { const spot = target.closest(".hg-spot"); if (spot) show(spot.dataset.words, centre(plot, spot)); else hide(); });
  plot.addEventListener("pointerleave", ({ pointerType }) => { if (pointerType === "mouse") hide(); });
  plot.addEventListener("keydown", (event) => {
    if (event.target !== plot || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { hide(); return; }
    const lines = linesOf(plot);
    const next = lines.length ? step(lines, here, event.key) : undefined;
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    here = next;
    const line = lines[here.line], point = line[here.at];
    show(point.text, point);
    tell(`${point.text}. Punt ${here.at + 1} van ${line.length}${lines.length > 1 ? `, reeks ${here.line + 1} van ${lines.length}` : ""}.`);
  });

  function show(text, point) {
    plot.append(ring, label);
    label.textContent = text;
    label.hidden = false;
    ring.hidden = point === null;
    const { x, y } = point ?? { x: 0, y: 0 };
    Object.assign(ring.style, { left: `${x}px`, top: `${y}px` });
    const left = Math.max(0, Math.min(x + 14, plot.clientWidth - label.offsetWidth));
    const above = y - label.offsetHeight - 14;
    Object.assign(label.style, { left: `${left}px`, top: `${above >= 0 || point === null ? Math.max(0, above) : y + 14}px` });
  }
  function hide() { ring.hidden = true; label.hidden = true; ring.remove(); label.remove(); }
}

function part(name) {
  const made = document.createElement("div");
  made.className = name;
  made.hidden = true;
  made.setAttribute("aria-hidden", "true"); // told through the live region instead
  return made;
}

function titleOf(plot) {
  const card = plot.closest('[class*="st-key-figuur-"], [class*="st-key-blok-"], .hg-card');
  return card?.querySelector("h1, h2, h3, h4")?.textContent.trim() || "Grafiek";
}

// Of the two drawings of a chart, for narrow and for wide places, one is shown.
const drawing = (plot) => [...plot.querySelectorAll("svg")].find((svg) => svg.getClientRects().length);

function centre(plot, spot) {
  const svg = spot.ownerSVGElement, box = svg.getBoundingClientRect(), from = plot.getBoundingClientRect();
  const scale = box.width / svg.viewBox.baseVal.width;
  return { x: box.x - from.x + spot.dataset.x * scale, y: box.y - from.y + spot.dataset.y * scale };
}

// Lines of points in the order in which the eye meets them. Bars and dots beside a list of names run from top to bottom.
function linesOf(plot) {
  const svg = drawing(plot);
  if (!svg) return [];
  const down = svg.dataset.order === "down", series = new Map();
  for (const spot of svg.querySelectorAll(".hg-spot")) {
    const at = centre(plot, spot);
    const point = { ...at, down, along: down ? at.y : at.x, aside: down ? at.x : at.y, text: spot.dataset.words };
    series.set(spot.dataset.series, [...(series.get(spot.dataset.series) ?? []), point]);
  }
  const lines = [...series.values()].map((line) => line.sort((a, b) => a.along - b.along));
  // one series per bar, or the chosen place in a series of its own: to the eye that is still one row
  const row = lines.flat().sort((a, b) => a.along - b.along);
  const apart = row.every((point, index) => index === 0 || point.along - row[index - 1].along > 2);
  return lines.length > 1 && apart && (down || lines.every((line) => line.length === 1)) ? [row] : lines;
}

// The next place for a key; undefined for keys that are not ours. At an edge the place stays.
function step(lines, here, key) {
  const now = here && lines[here.line]?.[here.at] ? here : null;
  const first = { line: 0, at: 0 };
  const down = lines[0][0].down;
  const [back, on, before, after] = down
    ? ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]
    : ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
  if (![back, on, before, after, "Home", "End"].includes(key)) return undefined;
  if (!now) return key === "End" ? { line: 0, at: lines[0].length - 1 } : first;
  const line = lines[now.line];
  if (key === "Home") return { line: now.line, at: 0 };
  if (key === "End") return { line: now.line, at: line.length - 1 };
  if (key === back || key === on) return { line: now.line, at: Math.max(0, Math.min(line.length - 1, now.at + (key === on ? 1 : -1))) };
  // beside it: in every line the point nearest to this one along the line, in the order in which they lie
  const beside = lines.map((other, number) => {
    const at = number === now.line ? now.at : other.reduce((best, point, index) => (Math.abs(point.along - line[now.at].along) < Math.abs(other[best].along - line[now.at].along) ? index : best), 0);
    return { line: number, at, aside: other[at].aside };
  }).sort((a, b) => a.aside - b.aside || a.line - b.line);
  const index = beside.findIndex((each) => each.line === now.line);
  const { line: to, at } = beside[Math.max(0, Math.min(beside.length - 1, index + (key === after ? 1 : -1)))];
  return { line: to, at };
}
