// What the map says: readout, legend, words of a place. Methods of View (view.js).

import {PATTERNS, STATES, POSITION} from './constants.js';
import {element, shape, number, stateWords, write, clamp} from './dom.js';

/** @satisfies {ThisType<import('./view.js').View>} */
export const words = {
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
  },

  // Words make the browser lay out the whole page: they come right after the frame in which colours or outline change.
  wordsSoon(then = undefined) {
    if (then !== undefined) this.then = then;
    cancelAnimationFrame(this.wordsFrame);
    this.wordsFrame = requestAnimationFrame(() => setTimeout(() => this.words()));
  },

  // --- words ---------------------------------------------------------------------------------------------------------
  number(value) { return number(value, this.payload.decimals); },

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
  },

  sentence(code) {
    const told = this.parts(code);
    if (told.state) return `${told.state}, ${this.current.label}`;
    const band = told.band ? `band ${told.band.replace(' – ', ' tot ')}` : '';
    return [`${told.value} ${this.payload.unit}`, band, told.group, told.compare, told.uncertain, this.current.label].filter(Boolean).join(', ');
  },

  nameOf(code) { return this.layer?.p[code]?.[0] ?? code; },
  say(text) { this.live.textContent = text; },

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
  },

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
  },

  swatch(letter) {
    const made = shape('svg', {class: 'hgk-sample', viewBox: '0 0 22 16', 'aria-hidden': 'true'});
    const defs = shape('defs');
    defs.append(this.pattern(letter, `${this.uid}-l${letter}`, 1));
    made.append(defs, shape('rect', {x: .5, y: .5, width: 21, height: 15, fill: `url(#${this.uid}-l${letter})`, class: `s${letter}`}));
    return made;
  },

  pattern(letter, id, scale) {
    const group = letter[0] === 'u' ? letter[1] : null;
    const [size, marks] = PATTERNS[group === null ? STATES[letter] : 'uncertain'];
    const made = shape('pattern', {id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: `scale(${scale})`});
    const ground = group === null ? 'var(--hg-no-figure)' : `var(--hg-class-${group})`;
    const ink = group === null ? 'var(--hg-edge)' : `var(--hg-on-class-${group})`;
    made.innerHTML = `<rect width="${size}" height="${size}" style="fill:${ground}"/>` +
      marks.replace(/(fill|stroke)="\{ink\}"/g, (_, what) => `style="${what}:${ink}"`);
    return made;
  },

  // --- what part of the map is seen ------------------------------------------------------------------------------------
  get scale() { return this.view.w / (this.svg.clientWidth || 1); },
  get isWhole() { return !this.box || (this.box.w >= this.layer.w * 0.98 && this.box.h >= this.layer.h * 0.98); },

  whole() { this.frame({x: 0, y: 0, w: this.layer.w, h: this.layer.h}); },
};
