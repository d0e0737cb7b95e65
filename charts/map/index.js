// The municipal map in the browser, in one file: every module more would be one more request before the first paint.
// Three kinds of mount share it: one carries the figures of all periods (gzipped bytes) and is sent once, the map
// carries its view ({show, period, selected}), and the rows beside it carry codes ({show, period, selected, codes}).
// The last two are small, so that a choice costs next to nothing on the socket and is drawn at once.
// Colours come from style.css, patterns and letters from charts/map/patterns.py (put in by charts.map.publish).

const PATTERNS = __PATTERNS__;
const STATES = __STATES__;
const POSITION = ['', 'lager dan', 'ongeveer gelijk aan', 'hoger dan'];
const NS = 'http://www.w3.org/2000/svg';
const payloads = new Map();
const waiting = new Map();
const outlines = new Map();
let mounted = 0;
let first = null; // the map that was drawn before the app was there

export default function mount(component) {
  const host = component.parentElement.querySelector('.hgk');
  if (component.data instanceof Uint8Array) {
    unpack(component.data).then(publish);
    const box = host.closest('[data-testid="stElementContainer"]');
    if (box) box.style.display = 'none';
    return undefined;
  }
  host.view ??= component.data.codes ? new Rows(host) : takenOver(host, component) ?? new View(host);
  host.view.update(component);
  if (!component.data.codes) document.dispatchEvent(new Event('hgk-here'));
  return () => host.view.stop();
}

// Draw a map before the app has started (web/prerendered_map.py). What is chosen on it meanwhile is asked of the app once it is
// there. Gives a promise of the painted map, and what takes it away again unless the app's own map has taken it over.
export function ahead(host, payload, data) {
  publish(payload);
  const view = new View(host);
  view.unasked = {};
  first = view;
  const painted = view.update({data, parentElement: host.parentElement, setTriggerValue: (name, value) => { view.unasked[name] = value; }});
  return {painted, drop: () => { if (first === view) { first = null; view.stop(); } }};
}

function takenOver(host, component) {
  if (first?.payload?.id !== component.data.show) return null;
  const view = first;
  first = null;
  const held = view.host.contains(document.activeElement) ? document.activeElement : null;
  view.host.style.height = `${view.host.offsetHeight}px`; // how far the reader has scrolled stays known
  host.replaceChildren(...view.host.childNodes);
  view.host = host;
  requestAnimationFrame(() => {
    held?.focus({preventScroll: true});
    for (const [name, value] of Object.entries(view.unasked)) view.component.setTriggerValue(name, value);
  });
  return view;
}

// The figures come as gzipped JSON: made once on the server, kept by Streamlit's message cache, unpacked here.
const unpack = bytes => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();

function publish(payload) {
  if (payloads.has(payload.id)) return; // the same, drawn already
  payloads.set(payload.id, payload);
  (waiting.get(payload.id) ?? []).forEach(tell => tell(payload));
  waiting.delete(payload.id);
}

function payloadOf(id) {
  if (payloads.has(id)) return Promise.resolve(payloads.get(id));
  return new Promise(tell => waiting.set(id, [...(waiting.get(id) ?? []), tell]));
}

// Relative to this module, so that a base path or a deep page address does not break it.
function outlineOf(url) {
  if (!outlines.has(url)) {
    outlines.set(url, fetch(new URL(`__ROOT__${url}`, import.meta.url)).then(answer => {
      if (!answer.ok) throw new Error(`grenzen ${answer.status}`);
      return answer.json();
    }).catch(error => { outlines.delete(url); throw error; }));
  }
  return outlines.get(url);
}

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'text') made.textContent = value; else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};
const shape = (name, attributes = {}) => {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};
const plain = text => text.normalize('NFD').replace(/[^a-z0-9]/gi, '').toLowerCase();
const formats = new Map();
const number = (value, digits) => {
  if (!formats.has(digits)) formats.set(digits, new Intl.NumberFormat('nl-NL', {minimumFractionDigits: digits, maximumFractionDigits: digits}));
  return formats.get(digits).format(value);
};
// What a place has in a period: [value, low, high, class, position, uncertain] or a letter of a state.
const figureOf = (period, code) => {
  if (typeof period.d === 'string') period.d = JSON.parse(period.d); // a period is read when it is first shown
  return period.d[code] ?? period.x[code] ?? period.rest;
};
// The words of a state; where the count is all that is known, the count too.
const stateWords = (payload, period, code, letter) => {
  const count = period.n?.[code];
  return count === undefined ? payload.states[letter] : `${payload.states[letter]}: ${number(count, 0)}`;
};
// Into the text that is there: new nodes would make Streamlit's tab panel measure the whole page before the next frame.
const write = (box, text) => {
  if (box.textContent === text) return;
  if (box.firstChild) box.firstChild.data = text; else box.textContent = text;
};
const put = (made, key, value) => { if (made.getAttribute(key) !== value) made.setAttribute(key, value); };
const inAddress = (key, value) => {
  const address = new URL(location.href);
  address.searchParams.set(key, value);
  history.replaceState(history.state, '', address);
};
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

class View {
  constructor(host) {
    this.host = host;
    this.uid = `hgk${++mounted}`;
    this.layers = new Map();
    this.typed = '';
    this.build();
    this.listen();
  }

  build() {
    const button = (label, text, extra = {}) => element('button', {type: 'button', 'aria-label': label, text, ...extra});
    this.previous = button('Vorige periode', '‹');
    this.next = button('Volgende periode', '›');
    this.play = element('button', {type: 'button', class: 'hgk-play', text: '▶ Speel af'});
    this.period = element('span', {class: 'hgk-period'});
    this.steps = element('div', {class: 'hgk-steps', role: 'group', 'aria-label': 'Periode'},
      this.previous, this.period, this.next, this.play);
    this.sync = element('button', {type: 'button', class: 'hgk-sync', hidden: ''});

    this.svg = shape('svg', {
      class: 'hgk-map', role: 'listbox', tabindex: '0', 'aria-describedby': `${this.uid}-help`, preserveAspectRatio: 'xMidYMid meet',
    });
    this.defs = shape('defs');
    this.places = shape('g', {role: 'presentation'});
    this.marks = shape('g', {class: 'hgk-marks', 'aria-hidden': 'true'});
    this.names = shape('g', {class: 'hgk-names', 'aria-hidden': 'true'});
    for (const kind of ['hgk-selected-case', 'hgk-selected', 'hgk-active-case', 'hgk-active']) this.marks.append(shape('path', {class: kind}));
    this.svg.append(this.defs, this.places, this.marks, this.names);
    this.tools = element('div', {class: 'hgk-tools', role: 'group', 'aria-label': 'Kaart vergroten en verschuiven'});
    const tool = (label, text, act) => {
      const made = button(label, text);
      made.addEventListener('click', act);
      this.tools.append(made);
    };
    tool('Vergroten', '+', () => this.zoom(1.6));
    tool('Verkleinen', '−', () => this.zoom(1 / 1.6));
    tool('Naar links', '←', () => this.pan(-0.25, 0));
    tool('Naar boven', '↑', () => this.pan(0, -0.25));
    tool('Naar beneden', '↓', () => this.pan(0, 0.25));
    tool('Naar rechts', '→', () => this.pan(0.25, 0));
    this.wholeButton = element('button', {type: 'button', class: 'hgk-whole', text: 'Heel Nederland'});
    this.overview = shape('svg', {class: 'hgk-overview', 'aria-hidden': 'true'});
    this.tip = element('div', {class: 'hgk-tip', hidden: ''});
    this.waitText = element('p', {class: 'hgk-wait', text: 'De kaart wordt geladen…'});
    this.stage = element('div', {class: 'hgk-stage'}, this.svg, this.overview, this.tools, this.wholeButton, this.tip, this.waitText);

    this.help = element('p', {
      class: 'hgk-help', id: `${this.uid}-help`,
      text: 'Toetsen: typ een naam, pijltjes gaan naar de buur, Enter kiest, + en − vergroten, 0 toont alles, Escape gaat eruit.',
    });
    this.live = element('p', {class: 'hgk-live', role: 'status', 'aria-live': 'polite'});
    this.now = element('div', {class: 'hgk-now', hidden: ''});
    this.legend = element('div', {class: 'hgk-legend'});
    const body = element('div', {class: 'hgk-body'}, this.stage, this.now, this.legend, this.help);
    this.host.replaceChildren(element('div', {class: 'hgk-bar'}, this.steps, this.sync), body, this.live);
  }

  listen() {
    this.previous.addEventListener('click', () => this.step(-1));
    this.next.addEventListener('click', () => this.step(1));
    this.play.addEventListener('click', () => this.toggle());
    this.sync.addEventListener('click', () => this.component.setTriggerValue('period', this.current.key));
    this.wholeButton.addEventListener('click', () => (this.isWhole ? this.home() : this.whole()));
    this.svg.addEventListener('keydown', event => this.key(event));
    // Only for the keyboard: a tooltip that opens under a finger would take its click away.
    this.svg.addEventListener('focus', () => { if (!this.active && this.svg.matches(':focus-visible')) this.activate(this.selected ?? this.firstPlace(), {quiet: false}); });
    this.svg.addEventListener('blur', () => { this.typed = ''; this.hideTip(); this.mark(); });
    this.svg.addEventListener('click', event => this.press(event));
    this.svg.addEventListener('pointermove', event => this.hover(event));
    this.stage.addEventListener('pointerleave', () => {
      cancelAnimationFrame(this.hoverFrame);
      this.hoverFrame = null;
      this.hideTip();
    });
    this.stage.addEventListener('keydown', event => { if (event.key === 'Escape') this.hideTip(); });
    this.svg.addEventListener('wheel', event => {
      if (!event.ctrlKey) return; // the wheel alone scrolls the page
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY / 200), this.at(event.clientX, event.clientY));
    }, {passive: false});
    this.svg.addEventListener('pointerdown', event => {
      if (event.pointerType === 'mouse' && event.button === 0) this.grab = {x: event.clientX, y: event.clientY, moved: false};
    });
    this.release = () => { if (this.grab) setTimeout(() => { this.grab = null; }); };
    window.addEventListener('pointerup', this.release);
    this.escape = event => { if (event.key === 'Escape') this.hideTip(); };
    document.addEventListener('keydown', this.escape);
    const pair = event => {
      const [a, b] = event.touches;
      return {x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2, far: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)};
    };
    this.svg.addEventListener('touchstart', event => { this.pinch = event.touches.length === 2 ? pair(event) : null; }, {passive: true});
    this.svg.addEventListener('touchmove', event => {
      if (event.touches.length !== 2 || !this.pinch) return; // one finger scrolls the page
      event.preventDefault();
      const now = pair(event);
      this.pan((this.pinch.x - now.x) / this.svg.clientWidth, (this.pinch.y - now.y) / this.svg.clientHeight);
      this.zoom(now.far / this.pinch.far, this.at(now.x, now.y));
      this.pinch = now;
    }, {passive: false});
    this.resize = new ResizeObserver(() => { if (this.layer) this.frame(this.box); });
    this.resize.observe(this.stage);
  }

  stop() {
    clearInterval(this.timer);
    this.line?.disconnect();
    this.resize.disconnect();
    window.removeEventListener('pointerup', this.release);
    document.removeEventListener('keydown', this.escape);
  }

  async update(component) {
    this.component = component;
    const data = component.data;
    dress(this.host, component);
    const payload = await payloadOf(data.show);
    if (component !== this.component) return;
    const fresh = payload !== this.payload;
    if (fresh) { this.payload = payload; this.index = null; this.box = null; this.halt(); }
    if (fresh || data.period !== this.told) {
      this.told = data.period;
      const found = payload.periods.findIndex(period => period.key === data.period);
      this.index = found < 0 ? payload.periods.length - 1 : found;
    }
    const chosen = data.selected?.[0] ?? null;
    const moved = fresh || chosen !== this.asked;
    if (moved) { this.asked = chosen; this.selected = chosen; }
    await this.show();
    if (moved && this.layer) this.mark();
    put(this.svg, 'data-ready', 'true');
    const ahead = globalThis.requestIdleCallback ?? setTimeout;
    ahead(() => new Set(payload.periods.map(period => period.url)).forEach(url => outlineOf(url).then(o => this.layerOf(url, o)).catch(() => {})));
  }

  get current() { return this.payload.periods[this.index]; }

  async show() {
    const period = this.current;
    let outline = this.layers.get(period.url);
    if (!outline) {
      try { outline = this.layerOf(period.url, await outlineOf(period.url)); } catch {
        this.waitText.textContent = 'De grenzen konden niet worden geladen. De tabel heeft dezelfde cijfers.';
        this.waitText.hidden = false;
        return;
      }
      if (period !== this.current) return;
    }
    put(this.waitText, 'hidden', '');
    if (this.layer !== outline) {
      this.layer = outline;
      this.places.replaceChildren(outline.g);
      if (this.active && !outline.paths.has(this.active)) this.active = null;
    }
    this.paint();
  }

  layerOf(url, outline) {
    if (this.layers.has(url)) return this.layers.get(url);
    const g = shape('g', {class: 'hgk-places', role: 'presentation'});
    const paths = new Map();
    for (const [code, [name, d]] of Object.entries(outline.p)) {
      const path = shape('path', {d, id: `${this.uid}-${code}`, 'data-code': code, role: 'option', 'aria-label': name, 'aria-selected': 'false'});
      paths.set(code, path);
      g.append(path);
    }
    const byName = [...paths.keys()].sort((a, b) => outline.p[a][0].localeCompare(outline.p[b][0], 'nl'));
    const layer = {g, paths, p: outline.p, w: outline.w, h: outline.h, byName};
    this.layers.set(url, layer);
    return layer;
  }

  of(code) { return figureOf(this.current, code); }

  paint() {
    const period = this.current;
    for (const [code, path] of this.layer.paths) {
      const had = this.of(code);
      const look = typeof had === 'string' ? `s${had}` : `k${had[3]}${had[5] ? ' u' : ''}`;
      if (path.look === look) continue;
      path.look = look;
      path.setAttribute('class', look);
      if (typeof had === 'string') path.setAttribute('fill', `url(#${this.uid}-${had})`);
      else if (had[5]) path.setAttribute('fill', `url(#${this.uid}-u${had[3]})`);
      else path.removeAttribute('fill');
    }
    const {payload} = this;
    put(this.svg, 'aria-label', `Kaart: ${payload.title}, ${payload.unit}, ${period.label}, per ${payload.one}`);
    this.previous.disabled = this.index === 0;
    this.next.disabled = this.index === payload.periods.length - 1;
    this.steps.classList.toggle('hgk-single', payload.periods.length < 2);
    if (!this.box) this.home(); else if (this.framed !== this.layer) this.frame(this.box);
    if (this.legend.hasChildNodes()) this.wordsSoon(); else this.words();
  }

  words() {
    const {payload, current: period} = this;
    write(this.period, period.label + (period.provisional ? ' (voorlopig)' : ''));
    const together = period.key === this.told || !payload.periods.some(one => one.key === this.told);
    if (this.sync.hidden !== together) this.sync.hidden = together;
    write(this.sync, `Toon tabel en tekst voor ${period.label}`);
    if (this.named !== this.selected) this.drawNames();
    const about = [payload.id, period.key, this.selected, this.active].join();
    if (about !== this.about) { this.about = about; this.readout(); this.drawLegend(); } // the server repeats what was chosen here
    this.then?.();
    this.then = null;
  }

  // Words make the browser lay out the whole page: they come right after the frame in which colours or outline change.
  wordsSoon(then = this.then) {
    this.then = then;
    cancelAnimationFrame(this.wordsFrame);
    this.wordsFrame = requestAnimationFrame(() => setTimeout(() => this.words()));
  }

  // --- words ---------------------------------------------------------------------------------------------------------
  number(value) { return number(value, this.payload.decimals); }

  parts(code) {
    const had = this.of(code);
    if (typeof had === 'string') return {state: stateWords(this.payload, this.current, code, had)};
    const [value, low, high, group, position, uncertain] = had;
    return {
      value: this.number(value),
      band: low === null ? '' : `${this.number(low)} – ${this.number(high)}`,
      group: `klasse ${group + 1} van ${this.payload.classes.length}: ${this.payload.classes[group]}`,
      compare: position ? `${POSITION[position]} ${this.current.against}` : '',
      uncertain: uncertain ? 'onzeker: minder dan 20' : '',
    };
  }

  sentence(code) {
    const told = this.parts(code);
    if (told.state) return `${told.state}, ${this.current.label}`;
    const band = told.band ? `band ${told.band.replace(' – ', ' tot ')}` : '';
    return [`${told.value} ${this.payload.unit}`, band, told.group, told.compare, told.uncertain, this.current.label].filter(Boolean).join(', ');
  }

  nameOf(code) { return this.layer?.p[code]?.[0] ?? code; }
  say(text) { this.live.textContent = text; }

  readout() {
    const code = this.active ?? this.selected;
    this.now.hidden = !code || !this.layer.paths.has(code);
    if (this.now.hidden) return;
    const told = this.parts(code);
    const strong = element('strong', {text: this.nameOf(code)});
    const value = element('span', {class: 'hgk-value', text: told.state ? told.state : `${told.value} `});
    const unit = element('span', {class: 'hgk-unit', text: told.state ? '' : this.payload.unit});
    const more = [told.band && `band ${told.band}`, told.compare, told.uncertain].filter(Boolean).join('; ');
    this.now.replaceChildren(strong, element('span', {}, value, unit), element('span', {class: 'hgk-more', text: more}));
  }

  // --- legend --------------------------------------------------------------------------------------------------------
  drawLegend() {
    const {payload, current: period} = this;
    const counts = payload.classes.map(() => 0);
    const states = {};
    let uncertain = 0;
    for (const code of this.layer.paths.keys()) {
      const had = this.of(code);
      if (typeof had === 'string') states[had] = (states[had] ?? 0) + 1;
      else { counts[had[3]] += 1; uncertain += had[5]; }
    }
    const top = Math.max(1, ...counts);
    const bars = payload.classes.map((words, group) => {
      const bar = element('span', {class: `hgk-barfill k${group}`});
      bar.style.height = `${counts[group] ? Math.max(3, Math.round(48 * counts[group] / top)) : 0}px`;
      const last = group === payload.classes.length - 1 && period.max;
      return element('li', {},
        element('span', {class: 'hgk-count', text: counts[group]}), bar, element('span', {class: `hgk-swatch k${group}`}),
        element('span', {class: 'hgk-words', text: words}),
        ...(last ? [element('span', {class: 'hgk-top', text: `hoogste ${this.number(period.max)}`})] : []),
        element('span', {class: 'hgk-live', text: ` ${payload.unit}: ${counts[group]} ${counts[group] === 1 ? payload.one : payload.many}`}));
    });
    const list = element('ol', {class: 'hgk-classes', 'aria-label': 'Klassen en aantal plaatsen per klasse'}, ...bars);
    const had = this.selected && this.layer.paths.has(this.selected) ? this.of(this.selected) : null;
    const place = element('div', {class: 'hgk-chosen', 'aria-hidden': 'true'});
    if (had && typeof had !== 'string') {
      const edges = [payload.floor, ...payload.breaks, Math.max(period.max, payload.breaks.at(-1) + 1)];
      const part = clamp((had[0] - edges[had[3]]) / (edges[had[3] + 1] - edges[had[3]] || 1), 0.04, 0.96);
      const left = (had[3] + part) / payload.classes.length * 100;
      const flag = element('span', {text: `${this.nameOf(this.selected)} ${this.number(had[0])}`});
      flag.style[left > 50 ? 'right' : 'left'] = left > 50 ? `${100 - left}%` : `${left}%`;
      const tick = element('i');
      tick.style.left = `${left}%`;
      place.append(tick, flag);
    }
    const rows = Object.keys(STATES).filter(letter => states[letter]).map(letter =>
      element('li', {}, this.swatch(letter), element('span', {text: `${payload.states[letter]}: ${states[letter]}`})));
    if (uncertain) rows.push(element('li', {}, this.swatch('u2'), element('span', {text: `onzeker, minder dan 20: ${uncertain}`})));
    const known = counts.reduce((sum, one) => sum + one, 0);
    const note = [`${known} van ${this.layer.paths.size} ${this.layer.paths.size === 1 ? payload.one : payload.many} met een cijfer; het aantal staat boven elke klasse.`];
    if (known > 4 && Math.max(...counts) > known / 2) note.push(`Let op: meer dan de helft valt in één klasse.`);
    note.push(payload.periods.length > 1 ? 'De klassen zijn in alle perioden gelijk.' : '');
    this.legend.replaceChildren(element('p', {class: 'hgk-unitline', text: payload.unit}), place, list,
      element('ul', {class: 'hgk-states', 'aria-label': 'Plaatsen zonder gewoon cijfer'}, ...rows),
      element('p', {class: 'hgk-note', text: [...note, period.why, period.note].filter(Boolean).join(' ')}));
    if (!rows.length) this.legend.querySelector('.hgk-states').remove();
  }

  swatch(letter) {
    const made = shape('svg', {class: 'hgk-sample', viewBox: '0 0 22 16', 'aria-hidden': 'true'});
    const defs = shape('defs');
    defs.append(this.pattern(letter, `${this.uid}-l${letter}`, 1));
    made.append(defs, shape('rect', {x: .5, y: .5, width: 21, height: 15, fill: `url(#${this.uid}-l${letter})`, class: `s${letter}`}));
    return made;
  }

  pattern(letter, id, scale) {
    const group = letter[0] === 'u' ? letter[1] : null;
    const [size, marks] = PATTERNS[group === null ? STATES[letter] : 'uncertain'];
    const made = shape('pattern', {id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: `scale(${scale})`});
    const ground = group === null ? 'var(--hg-no-figure)' : `var(--hg-class-${group})`;
    const ink = group === null ? 'var(--hg-edge)' : `var(--hg-on-class-${group})`;
    made.innerHTML = `<rect width="${size}" height="${size}" style="fill:${ground}"/>` +
      marks.replace(/(fill|stroke)="\{ink\}"/g, (_, what) => `style="${what}:${ink}"`);
    return made;
  }

  // --- what part of the map is seen ------------------------------------------------------------------------------------
  get scale() { return this.view.w / (this.svg.clientWidth || 1); }
  get isWhole() { return !this.box || (this.box.w >= this.layer.w * 0.98 && this.box.h >= this.layer.h * 0.98); }

  whole() { this.frame({x: 0, y: 0, w: this.layer.w, h: this.layer.h}); }

  home() {
    const known = [...this.layer.paths.keys()].filter(code => typeof this.of(code) !== 'string' && this.layer.p[code]);
    this.partial = known.length > 0 && known.length < this.layer.paths.size / 3;
    if (!this.partial) { this.whole(); return; }
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const code of known) {
      const b = this.layer.paths.get(code).getBBox();
      left = Math.min(left, b.x); top = Math.min(top, b.y); right = Math.max(right, b.x + b.width); bottom = Math.max(bottom, b.y + b.height);
    }
    const room = 0.08 * Math.max(right - left, bottom - top);
    this.frame({x: left - room, y: top - room, w: right - left + 2 * room, h: bottom - top + 2 * room});
  }

  // Shows at least the box asked for, in the proportions of the stage.
  frame(box) {
    const {layer} = this;
    this.framed = layer;
    const aspect = (this.svg.clientWidth || 1) / (this.svg.clientHeight || 1);
    this.box = box;
    const view = {...box};
    if (view.w / view.h < aspect) { view.x -= (view.h * aspect - view.w) / 2; view.w = view.h * aspect; }
    else { view.y -= (view.w / aspect - view.h) / 2; view.h = view.w / aspect; }
    this.view = view;
    this.svg.setAttribute('viewBox', [view.x, view.y, view.w, view.h].map(n => n.toFixed(1)).join(' '));
    const patterns = [...Object.keys(STATES), ...this.payload.classes.map((_, group) => `u${group}`)];
    this.defs.replaceChildren(...patterns.map(letter => this.pattern(letter, `${this.uid}-${letter}`, this.scale)));
    this.tools.classList.toggle('hgk-atwhole', this.isWhole); // nothing to shift: a phone hides the arrows then
    this.wholeButton.hidden = this.isWhole && !this.partial;
    this.wholeButton.textContent = this.isWhole ? 'Waar cijfers zijn' : 'Heel Nederland';
    this.mark();
    this.drawNames();
    this.drawOverview(layer);
  }

  zoom(factor, middle = {x: this.view.x + this.view.w / 2, y: this.view.y + this.view.h / 2}) {
    const {view, layer} = this;
    const w = clamp(view.w / factor, layer.w / 30, layer.w * 1.6);
    const k = w / view.w;
    if (w >= layer.w && view.h * k >= layer.h) { this.whole(); return; }
    this.frame({x: middle.x - (middle.x - view.x) * k, y: middle.y - (middle.y - view.y) * k, w, h: view.h * k});
  }

  pan(right, down) {
    const {view, layer} = this;
    const x = clamp(view.x + right * view.w, -view.w / 2, layer.w - view.w / 2);
    const y = clamp(view.y + down * view.h, -view.h / 2, layer.h - view.h / 2);
    this.frame({x, y, w: view.w, h: view.h});
  }

  at(clientX, clientY) {
    const seen = this.svg.getBoundingClientRect();
    return {x: this.view.x + (clientX - seen.left) * this.scale, y: this.view.y + (clientY - seen.top) * this.scale};
  }

  // Outlines lie on top, so that a neighbour never covers half of them.
  mark() {
    const ring = (code, name) => {
      const d = this.layer?.p[code]?.[1] ?? '';
      for (const path of this.marks.querySelectorAll(`.${name}-case, .${name}`)) put(path, 'd', d);
    };
    ring(this.selected, 'hgk-selected');
    ring(document.activeElement === this.svg ? this.active : null, 'hgk-active');
    const chosen = this.layer?.paths.get(this.selected);
    if (chosen === this.marked) return;
    this.marked?.setAttribute('aria-selected', 'false');
    chosen?.setAttribute('aria-selected', 'true');
    this.marked = chosen;
  }

  drawNames() {
    this.named = this.selected;
    const taken = [];
    const drawn = [];
    const room = this.svg.clientWidth < 480 ? 9 : 18;
    const size = 12 * this.scale;
    const order = [this.selected, ...this.payload.names].filter(Boolean);
    for (const code of new Set(order)) {
      const place = this.layer.p[code];
      if (!place || drawn.length >= room) continue;
      const [name, , x, y] = place;
      const half = name.length * size * 0.29;
      const box = [x - half, y - size * 0.7, x + half, y + size * 0.7];
      const {view} = this;
      if (box[0] < view.x || box[2] > view.x + view.w || box[1] < view.y || box[3] > view.y + view.h) continue;
      if (taken.some(t => t[0] < box[2] && box[0] < t[2] && t[1] < box[3] && box[1] < t[3])) continue;
      taken.push(box);
      const text = shape('text', {x, y: y + size * 0.34, 'font-size': size.toFixed(2)});
      text.textContent = name;
      if (code === this.selected) text.setAttribute('class', 'hgk-chosenname');
      drawn.push(text);
    }
    this.names.replaceChildren(...drawn);
    // Every name lies on a plate of paper: a class colour or a pattern behind the letters would make them hard to read.
    const boxes = drawn.map(text => text.getBBox());
    const edge = 2 * this.scale;
    this.names.prepend(...boxes.map(b => shape('rect', {class: 'hgk-plate', x: b.x - edge, y: b.y, width: b.width + 2 * edge, height: b.height, rx: edge})));
  }

  drawOverview(layer) {
    const {view} = this;
    const small = view.w < layer.w * 0.75;
    this.overview.classList.toggle('hgk-off', !small);
    if (!small) return;
    if (this.overview.layer !== layer) {
      this.overview.layer = layer;
      this.overview.setAttribute('viewBox', `0 0 ${layer.w} ${layer.h}`);
      this.overview.replaceChildren(shape('path', {d: Object.values(layer.p).map(place => place[1]).join('')}), shape('rect'));
    }
    const seen = this.overview.querySelector('rect');
    for (const [key, value] of Object.entries({x: view.x, y: view.y, width: view.w, height: view.h})) seen.setAttribute(key, value.toFixed(0));
  }

  // --- periods -------------------------------------------------------------------------------------------------------
  step(by) {
    const index = clamp(this.index + by, 0, this.payload.periods.length - 1);
    if (index === this.index) return false;
    this.index = index;
    this.show();
    this.wordsSoon(() => {
      inAddress('periode', this.current.key);
      if (!this.timer) this.sayPeriod();
    });
    return true;
  }

  sayPeriod() {
    const code = this.active ?? this.selected;
    this.say(code && this.layer.paths.has(code) ? `${this.nameOf(code)}: ${this.sentence(code)}` : `Periode ${this.current.label}`);
  }

  toggle() {
    if (this.timer) { this.halt(); this.sayPeriod(); return; }
    if (this.index === this.payload.periods.length - 1) this.step(-this.index);
    this.play.textContent = '❚❚ Pauze';
    this.timer = setInterval(() => {
      if (this.index < this.payload.periods.length - 1) this.step(1);
      if (this.index === this.payload.periods.length - 1) { this.halt(); this.sayPeriod(); }
    }, 1200);
  }

  halt() { clearInterval(this.timer); this.timer = null; this.play.textContent = '▶ Speel af'; }

  // --- pointing and choosing -------------------------------------------------------------------------------------------
  hover(event) {
    if (event.buttons & 1 && this.grab) { // the button may be up already while the click is still on its way
      const [dx, dy] = [this.grab.x - event.clientX, this.grab.y - event.clientY];
      if (this.grab.moved || Math.hypot(dx, dy) > 4) {
        this.grab = {x: event.clientX, y: event.clientY, moved: true};
        this.pan(dx / this.svg.clientWidth, dy / this.svg.clientHeight);
        this.hideTip();
      }
      return;
    }
    if (event.pointerType === 'touch') return;
    this.hovered = event; // words at the pointer make the browser lay out the page: once per frame, and after a click
    this.hoverFrame ??= requestAnimationFrame(() => { this.hoverFrame = null; this.point(this.hovered); });
  }

  point(event) {
    const code = event.target.dataset?.code;
    if (code !== this.pressed) this.pressed = null;
    if (!code || this.pressed) { this.hideTip(); return; } // after a click the words stand beside the map
    const seen = this.stage.getBoundingClientRect();
    this.showTip(code, event.clientX - seen.left, event.clientY - seen.top);
  }

  showTip(code, x, y) {
    if (this.tip.dataset.code !== code || this.tip.hidden) {
      const told = this.parts(code);
      this.tip.dataset.code = code;
      this.tip.replaceChildren(element('strong', {text: this.nameOf(code)}),
        element('span', {text: told.state ?? `${told.value} ${this.payload.unit}`}),
        ...[told.band && `band ${told.band}`, told.compare, told.uncertain].filter(Boolean).map(text => element('span', {class: 'hgk-more', text})));
      this.tip.hidden = false;
    }
    const {clientWidth, clientHeight} = this.stage;
    this.tip.style.left = `${clamp(x + 14, 4, Math.max(4, clientWidth - this.tip.offsetWidth - 4))}px`;
    const below = y + 16 + this.tip.offsetHeight < clientHeight;
    this.tip.style.top = `${below ? y + 16 : Math.max(4, y - this.tip.offsetHeight - 10)}px`;
  }

  hideTip() { if (!this.tip.hidden) this.tip.hidden = true; }

  press(event) {
    if (this.grab?.moved) return;
    const coarse = event.pointerType === 'touch' || matchMedia('(pointer: coarse)').matches;
    const code = (coarse && this.smallNear(event)) || event.target.dataset?.code;
    if (!code) return;
    this.pressed = code;
    this.hideTip();
    this.activate(code, {quiet: true});
    this.choose(code);
  }

  // A finger needs 24 px: a place smaller than that is chosen when the finger comes near its middle.
  smallNear(event) {
    const {x, y} = this.at(event.clientX, event.clientY);
    let [best, far] = [null, 16 * this.scale];
    for (const [code, place] of Object.entries(this.layer.p)) {
      const away = Math.hypot(place[2] - x, place[3] - y);
      if (away >= far) continue;
      const seen = this.layer.paths.get(code).getBBox();
      if (Math.min(seen.width, seen.height) < 24 * this.scale) [best, far] = [code, away];
    }
    return best;
  }

  choose(code) {
    this.selected = code;
    this.mark();
    this.wordsSoon(() => this.say(`${this.nameOf(code)} gekozen: ${this.sentence(code)}`));
    this.send(code);
  }

  // While the line to the server is broken Streamlit sends nothing, so a choice made then goes again once it is back.
  send(code) {
    this.component.setTriggerValue('place', code);
    this.line?.disconnect();
    const app = document.querySelector('.stApp');
    // without a line the app learns of a choice from the address, once it starts, or starts again
    if (app?.dataset.testConnectionState !== 'CONNECTED') inAddress('gemeente', code);
    if (!app) return;
    const connected = () => app.dataset.testConnectionState === 'CONNECTED';
    let broken = !connected();
    this.line = new MutationObserver(() => {
      broken ||= !connected();
      if (!broken || !connected() || app.dataset.testScriptState !== 'notRunning') return;
      this.line.disconnect();
      if (this.asked !== code && this.selected === code) this.component.setTriggerValue('place', code);
    });
    this.line.observe(app, {attributes: true, attributeFilter: ['data-test-connection-state', 'data-test-script-state']});
  }

  // --- keyboard --------------------------------------------------------------------------------------------------------
  firstPlace() { return this.layer.byName.find(code => typeof this.of(code) !== 'string') ?? this.layer.byName[0]; }

  activate(code, {quiet = false} = {}) {
    if (!code || !this.layer.paths.has(code)) return;
    this.active = code;
    this.svg.setAttribute('aria-activedescendant', `${this.uid}-${code}`);
    const [name, , x, y] = this.layer.p[code];
    const {view} = this;
    if (x < view.x || x > view.x + view.w || y < view.y || y > view.y + view.h) this.frame({x: x - view.w / 2, y: y - view.h / 2, w: view.w, h: view.h});
    if (quiet) return;
    this.mark();
    this.readout();
    this.say(`${name}: ${this.sentence(code)}`);
    const down = this.svg.getBoundingClientRect().top - this.stage.getBoundingClientRect().top; // a row of buttons may stand above it
    this.showTip(code, (x - this.view.x) / this.scale, (y - this.view.y) / this.scale + down);
  }

  neighbour(code, dx, dy) {
    const [, , x, y, touching] = this.layer.p[code];
    const off = other => {
      const [, , ox, oy] = this.layer.p[other];
      const away = Math.hypot(ox - x, oy - y) || 1;
      return {other, away, angle: Math.acos(clamp(((ox - x) * dx + (oy - y) * dy) / away, -1, 1))};
    };
    const close = touching.filter(other => this.layer.p[other]).map(off).filter(one => one.angle < Math.PI / 3);
    if (close.length) return close.sort((a, b) => a.angle - b.angle)[0].other;
    const far = Object.keys(this.layer.p).filter(other => other !== code).map(off).filter(one => one.angle < Math.PI / 4);
    return far.sort((a, b) => a.away - b.away)[0]?.other;
  }

  find(letter) {
    clearTimeout(this.forget);
    this.forget = setTimeout(() => { this.typed = ''; }, 1200);
    this.typed += letter;
    const wanted = plain(this.typed);
    const found = wanted && this.layer.byName.find(code => plain(this.nameOf(code)).startsWith(wanted));
    if (found) this.activate(found); else this.say(`Geen ${this.payload.one} begint met “${this.typed}”`);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab' || !this.layer) return;
    const arrows = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
    const from = this.active ?? this.firstPlace();
    const typing = this.typed !== '';
    const acts = {
      Home: () => this.activate(this.layer.byName[0]), End: () => this.activate(this.layer.byName.at(-1)),
      PageUp: () => this.step(-1), PageDown: () => this.step(1),
      Enter: () => this.choose(from),
      Escape: () => { this.hideTip(); this.svg.blur(); },
      '+': () => this.zoom(1.6), '=': () => this.zoom(1.6), '0': () => this.whole(),
    };
    if (event.key in arrows) this.activate(this.neighbour(from, ...arrows[event.key]) ?? from);
    else if (event.key in acts) acts[event.key]();
    else if (event.key === '-' && !typing) this.zoom(1 / 1.6);
    else if (event.key === ' ' && !typing) this.choose(from);
    else if (event.key.length === 1) this.find(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation(); // Streamlit listens for single letters on the document
  }
}

// Places under each other with their bands, beside the map. The figures are those of the map.
class Rows {
  constructor(host) { this.host = host; }

  stop() { this.component = null; }

  async update(component) {
    this.component = component;
    const {data} = component;
    dress(this.host, component);
    const payload = await payloadOf(data.show);
    const period = payload.periods.find(one => one.key === data.period);
    const outline = await outlineOf(period.url).catch(() => null);
    if (component !== this.component) return;
    this.host.replaceChildren(outline ? this.drawn(data, payload, period, outline.p)
      : element('p', {text: 'De grenzen konden niet worden geladen. De tabel heeft dezelfde cijfers.'}));
  }

  drawn({codes, selected}, payload, period, places) {
    const all = codes.map(code => [code, figureOf(period, code)]);
    const [held, low, high] = period.held ?? [];
    const top = 1.05 * Math.max(high ?? 0, ...all.flatMap(([, one]) => (typeof one === 'string' ? [] : [one[2] ?? one[0], one[0]]))) || 1;
    const at = value => `${(100 * value / top).toFixed(2)}%`;
    const mark = (name, left, width) => {
      const made = element('i', {class: name});
      made.style.left = at(left);
      if (width !== undefined) made.style.width = at(width);
      return made;
    };
    const row = ([code, one]) => {
      const name = element('span', {class: 'hgk-rowname', text: places[code]?.[0] ?? code});
      const chosen = selected.includes(code) ? ' hgk-mine' : '';
      if (typeof one === 'string') return element('li', {class: `hgk-row${chosen}`}, name, element('span', {class: 'hgk-rowstate', text: stateWords(payload, period, code, one)}));
      const [value, from, to, , position, unsure] = one;
      const more = [from === null ? '' : `band ${number(from, payload.decimals)} tot ${number(to, payload.decimals)}`,
        position ? `${POSITION[position]} ${period.against}` : '', unsure ? 'onzeker: minder dan 20' : ''].filter(Boolean).join(', ');
      const track = element('span', {class: 'hgk-track', 'aria-hidden': 'true'}, ...(from === null ? [] : [mark('hgk-band', from, to - from)]),
        mark(unsure ? 'hgk-dot hgk-open' : 'hgk-dot', value));
      return element('li', {class: `hgk-row${chosen}`, title: more}, name, track,
        element('span', {class: 'hgk-rowvalue', text: number(value, payload.decimals)}), element('span', {class: 'hgk-live', text: `, ${more}`}));
    };
    const step = [1, 2, 5, 10].map(one => one * 10 ** Math.floor(Math.log10(top / 5))).find(one => top / one <= 6);
    const ticks = Array.from({length: Math.floor(top / step) + 1}, (_, n) => {
      const tick = mark('hgk-tick', n * step);
      tick.append(element('span', {text: (n * step).toLocaleString('nl-NL', {maximumFractionDigits: 1})}));
      return tick;
    });
    const ground = element('div', {class: 'hgk-ground', 'aria-hidden': 'true'}, ...ticks);
    if (period.held) {
      const line = mark('hgk-line', held);
      line.append(element('span', {text: period.than}));
      if (held > top / 2) line.classList.add('hgk-leftward');
      ground.append(mark('hgk-heldband', low, high - low), line);
    }
    const list = element('ol', {'aria-label': `${payload.title}, ${payload.unit}, ${period.label}`}, ...all.map(row));
    return element('div', {class: 'hgk-rows'}, ground, list, element('p', {class: 'hgk-unit', text: payload.unit}));
  }
}

function dress(host, component) {
  const ground = getComputedStyle(component.parentElement).getPropertyValue('--st-background-color').trim();
  put(host, 'data-theme', component.data.theme ?? (isDark(ground) ? 'dark' : 'light'));
}

function isDark(colour) {
  const hex = /^#([0-9a-f]{6})/i.exec(colour)?.[1];
  const rgb = hex ? [0, 2, 4].map(at => parseInt(hex.slice(at, at + 2), 16)) : (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2] < 110;
}
