// The search of the site without a server: the same index and the same order of answers as geo/search, for places of today.
// page.js hands it to web/shell/search.js. A test holds both against each other (tests/web/export/test_search_in_files.py).

const MOST = 10;
const [EXACT, BEGINNING, WORD, INSIDE, ERROR] = [0, 1, 2, 3, 4];
const MUNICIPALITY = 0, TOWN = 6, HAMLET = 7, POSTCODE = 8;
const INSIDE_FROM = 3, ERRORS_FROM = [4, 7, 12];
const WITH_OTHERS = / (?:c a|ca|cum annexis)$/;
let known = null;

// The index is asked for once, when a reader begins to type.
export async function load(address) {
  known ??= fetch(address, { credentials: "omit" }).then((answer) => answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status}`))).then(prepared);
  return known;
}

export const fold = (text) => text.replace(/['’`‘]/g, "").normalize("NFKD").replace(/[\u0080-\uffff]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
const joined = (text) => text.replaceAll(" ", "");
const bare = (text) => text.replace(/\s*\([^)]*\)/g, "").trim() || text;

function prepared(index) {
  index.spaced = []; index.joined = []; index.owners = []; index.exact = new Map();
  index.namen.forEach(([text], number) => {
    for (const form of new Set([fold(bare(text)), fold(text)])) {
      if (!form) continue;
      const short = joined(form);
      index.spaced.push(form); index.joined.push(short); index.owners.push(number);
      const numbers = index.exact.get(short) ?? [];
      if (!numbers.includes(number)) numbers.push(number);
      index.exact.set(short, numbers);
    }
  });
  return index;
}

// What /zoek.json answers to these words, and which place is surely meant.
export function answers(index, text, { levels = [], most = MOST } = {}) {
  const folded = fold(text.trim().slice(0, 80));
  if (!folded) return { zeker: null, antwoorden: [] };
  const best = new Map();
  for (const answer of candidates(index, folded)) {
    if (levels.length && !levels.includes(index.plaatsen[answer.code][1])) continue;
    if (!best.has(answer.code)) best.set(answer.code, answer);
    if (best.size === most) break;
  }
  const list = [...best.values()];
  return { zeker: sure(list)?.code ?? null, antwoorden: list.map((answer) => described(index, answer)) };
}

// Places whose names come nearest to words that have no answer.
export function nearest(index, text, most = 5) {
  const short = joined(fold(text.slice(0, 80)).replace(WITH_OTHERS, ""));
  if (!short) return [];
  const near = index.joined.map((form, at) => [1 - distance(short, form, Infinity) / Math.max(short.length, form.length), at])
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, most * 4);
  const best = new Map();
  for (const [, at] of near) for (const answer of ofName(index, index.owners[at], ERROR)) if (!best.has(answer.code)) best.set(answer.code, answer);
  return [...best.values()].slice(0, most).map((answer) => described(index, answer));
}

function described(index, { code, label, kind }) {
  const [slug, level] = index.plaatsen[code];
  return { code, naam: label, soort: index.soorten[kind], niveau: level, slug, adres: `/gemeente/${code}/` };
}

function sure(list) {
  let exact = list.filter(({ fit }) => fit === EXACT);
  if (exact.length > 1 && exact[0].kind === MUNICIPALITY) exact = exact.filter(({ kind }) => kind !== HAMLET);
  if (!exact.length && list.length === 1) exact = list.filter(({ fit }) => fit === BEGINNING);
  return exact.length === 1 ? exact[0] : null;
}

function* candidates(index, folded) {
  const postcode = /^([1-9]\d{3})(?: ?[a-z]{2})?$/.exec(folded), code = /^(?:(nl|ld|pv|vt|gm) ?)?(\d{2,4})$/.exec(folded);
  if (postcode || code) {
    if (postcode) yield* ofPostcode(index, Number(postcode[1]));
    if (code) yield* ofCode(index, code[1] ? `${code[1].toUpperCase()}${code[2]}` : `GM${code[2].padStart(4, "0")}`);
    return;
  }
  for (const [fit, number] of matches(index, folded.replace(WITH_OTHERS, ""))) yield* ofName(index, number, fit);
}

function* ofName(index, number, fit) {
  const [text, kind, , codes, labels] = index.namen[number];
  for (const [at, code] of codes.entries()) yield { code, label: labels[at] ?? `${text}, in ${index.plaatsen[code][2]}`, kind, fit };
}

function* ofPostcode(index, postcode) {
  const covering = index.postcodes.filter(([first, last]) => first <= postcode && postcode <= last)
    .sort((a, b) => a[2] - b[2] || (a[1] - a[0]) - (b[1] - b[0]) || order(a[3], b[3]));
  for (const [, , , town, codes] of covering) for (const code of codes) {
    const where = index.plaatsen[code][2];
    yield { code, label: `${postcode}, in ${where}${town === where ? "" : ` (${town})`}`, kind: POSTCODE, fit: EXACT };
  }
}

function* ofCode(index, code) {
  const number = index.namen.findIndex(([, kind, origin]) => origin === code && kind !== TOWN && kind !== HAMLET);
  if (number >= 0) yield* ofName(index, number, EXACT);
}

const order = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const byName = (index) => (a, b) => index.namen[a][1] - index.namen[b][1] || order(index.namen[a][0], index.namen[b][0]);

function matches(index, name) {
  let hits = exact(index, name);
  for (const [rest, fits] of narrowed(index, name)) hits.push(...exact(index, rest).filter(([, number]) => fits(index.namen[number])));
  hits.push(...within(index, name));
  if (hits.some(([fit]) => fit <= WORD)) hits = hits.filter(([fit]) => fit !== INSIDE);
  else hits.push(...withErrors(index, joined(name), MOST * 4));
  return hits;
}

const exact = (index, name) => [...(index.exact.get(joined(name)) ?? [])].sort(byName(index)).map((number) => [EXACT, number]);

// The words read with the first or the last as a level or a province: utrecht gemeente, bergen nh.
function narrowed(index, name) {
  const readings = [];
  const isOfLevel = (level) => ([, kind, origin]) => kind !== TOWN && kind !== HAMLET && origin.startsWith(level);
  for (const [word, level] of Object.entries(index.niveauwoorden)) {
    if (name.startsWith(`${word} `)) readings.push([name.slice(word.length + 1), isOfLevel(level)]);
    else if (name.endsWith(` ${word}`)) readings.push([name.slice(0, -word.length - 1), isOfLevel(level)]);
  }
  for (const [word, province] of Object.entries(index.provinciewoorden))
    if (name.endsWith(` ${word}`)) readings.push([name.slice(0, -word.length - 1), ([, , origin]) => index.provincies[origin] === province]);
  return readings;
}

function within(index, name) {
  const short = joined(name), word = ` ${name}`, hits = [];
  index.joined.forEach((form, at) => {
    if (!form.includes(short)) return;
    if (form.startsWith(short)) hits.push([BEGINNING, form.length, index.owners[at]]);
    else if (` ${index.spaced[at]}`.includes(word)) hits.push([WORD, form.length, index.owners[at]]);
    else if (short.length >= INSIDE_FROM) hits.push([INSIDE, form.length, index.owners[at]]);
  });
  const kind = (number) => index.namen[number][1], text = (number) => index.namen[number][0];
  hits.sort((a, b) => a[0] - b[0] || kind(a[2]) - kind(b[2]) || a[1] - b[1] || order(text(a[2]), text(b[2])));
  return hits.map(([fit, , number]) => [fit, number]);
}

function withErrors(index, short, most) {
  const allowed = ERRORS_FROM.filter((limit) => short.length >= limit).length;
  if (!allowed) return [];
  const near = [];
  index.joined.forEach((form, at) => { const far = distance(short, form, allowed); if (far <= allowed) near.push([far, at]); });
  near.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const names = byName(index);
  return near.slice(0, most).map(([far, at]) => [far, index.owners[at]]).sort((a, b) => a[0] - b[0] || names(a[1], b[1])).map(([, number]) => [ERROR, number]);
}

// Letters left out, put in, changed or turned round with their neighbour; more than `most` is not counted on.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = [], last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    let least = at;
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      let far = Math.min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (same ? 0 : 1));
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) far = Math.min(far, before[to - 2] + 1);
      row.push(far);
      least = Math.min(least, far);
    }
    if (least > most) return Infinity;
    [before, last] = [last, row];
  }
  return last[other.length];
}
