// The map of one mount: builds it, listens, and paints what the app asks for. What it says and does is in the parts.

import {payloadOf, outlineOf} from './data.js';
import {element, shape, figureOf, put, dress} from './dom.js';
import {words} from './words.js';
import {frame} from './frame.js';
import {steps} from './steps.js';
import {pointing} from './pointing.js';
import {keyboard} from './keyboard.js';

let mounted = 0;

export class View {
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
    this.typeface = () => { if (this.layer) this.drawNames(); }; // the plates were as wide as the letters of another typeface
    document.fonts.addEventListener('loadingdone', this.typeface);
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
    this.resize = new ResizeObserver(() => { if (this.layer && this.box) this.frame(this.box); }); // no box while other figures come
    this.resize.observe(this.stage);
  }

  stop() {
    clearInterval(this.timer);
    this.line?.disconnect();
    this.resize.disconnect();
    window.removeEventListener('pointerup', this.release);
    document.removeEventListener('keydown', this.escape);
    document.fonts.removeEventListener('loadingdone', this.typeface);
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
}

for (const part of [words, frame, steps, pointing, keyboard]) Object.defineProperties(View.prototype, Object.getOwnPropertyDescriptors(part));
