// The keyboard on the map: arrows to neighbours, letters to a name. Methods of View (view.js).

import {plain, clamp} from './dom.js';

/** @satisfies {ThisType<import('./view.js').View>} */
export const keyboard = {
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
  },

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
  },

  find(letter) {
    clearTimeout(this.forget);
    this.forget = setTimeout(() => { this.typed = ''; }, 1200);
    this.typed += letter;
    const wanted = plain(this.typed);
    const found = wanted && this.layer.byName.find(code => plain(this.nameOf(code)).startsWith(wanted));
    if (found) this.activate(found); else this.say(`Geen ${this.payload.one} begint met “${this.typed}”`);
  },

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
  },
};
