// The points of a Plotly chart by keyboard: Plotly itself shows them to a mouse only. Arrows go along a line and from
// line to line; each point is marked, shown in a label and told to a screen reader, in the words of the mouse label.
// Loaded by shell.js when the first chart appears. Reads Plotly's own figure (_fullData, calcdata): tests/browser names it.

const HINT = "Pijltjes: van punt naar punt. Home en End: eerste en laatste. Escape: label weg.";
const SKIP = /<extra>.*?<\/extra>/g;
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
  plot.addEventListener("pointerdown", hide);
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
  plot.on?.("plotly_afterplot", () => { if (here && !label.hidden) hide(); });

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
  const card = plot.closest('[class*="st-key-figuur-"], [class*="st-key-blok-"]');
  return card?.querySelector("h1, h2, h3, h4")?.textContent.trim() || "Grafiek";
}

// Lines of points in the order in which the eye meets them. Bars and dots beside a list of names run from top to bottom.
function linesOf(plot) {
  const layout = plot._fullLayout, found = [];
  for (const points of plot.calcdata ?? []) {
    const trace = points[0]?.trace;
    if (!trace || trace.visible !== true || trace.hoverinfo === "skip" || !trace.xaxis) continue;
    const x = layout[axisName(trace.xaxis)], y = layout[axisName(trace.yaxis)];
    const down = trace.orientation === "h" || y.type === "category";
    const line = points.map((point, order) => place(point, trace, { x, y, order, down })).filter(Boolean);
    if (line.length) found.push(line.sort((a, b) => a.along - b.along));
  }
  // one trace per bar, or the chosen place in a trace of its own: to the eye that is still one row
  const row = found.flat().sort((a, b) => a.along - b.along);
  const apart = row.every((point, index) => index === 0 || point.along - row[index - 1].along > 2);
  return found.length > 1 && apart && (row[0].down || found.every((line) => line.length === 1)) ? [row] : found;
}

function place(point, trace, { x, y, order, down }) {
  const bar = trace.type === "bar", flat = trace.orientation === "h";
  const across = bar ? (flat ? point.s1 : point.p) : point.x, upward = bar ? (flat ? point.p : point.s1) : point.y;
  if (!Number.isFinite(across) || !Number.isFinite(upward)) return null;
  const at = point.i ?? order;
  const spot = { x: x.c2p(across) + x._offset, y: y.c2p(upward) + y._offset };
  return { ...spot, down, along: down ? spot.y : spot.x, aside: down ? spot.x : spot.y, text: words(trace, at) };
}

const axisName = (short) => short.replace(/^([xy])/, "$1axis");
const dutch = (value) => (typeof value === "number" ? value.toLocaleString("nl-NL") : String(value ?? ""));

function words(trace, at) {
  const value = (name, index) => {
    const list = trace[name];
    const found = typeof list === "string" ? list : list?.[at];
    return dutch(index === undefined ? found : found?.[Number(index)]);
  };
  const told = (trace.hovertemplate || "%{x}, %{y}").replace(SKIP, "").replace(/%\{(\w+)(?:\[(\d+)\])?\}/g, (_, name, index) => value(name, index));
  return told.replace("<br>", ": ").replace(/<br>/g, "; ").replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();
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
    const at = number === now.line ? now.at : other.reduce((best, one, index) => (Math.abs(one.along - line[now.at].along) < Math.abs(other[best].along - line[now.at].along) ? index : best), 0);
    return { line: number, at, aside: other[at].aside };
  }).sort((a, b) => a.aside - b.aside || a.line - b.line);
  const index = beside.findIndex((one) => one.line === now.line);
  const { line: to, at } = beside[Math.max(0, Math.min(beside.length - 1, index + (key === after ? 1 : -1)))];
  return { line: to, at };
}
