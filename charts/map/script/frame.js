// Which part of the country is in the window, and what stands on it: marks, names, overview. Methods of View (view.js).

import {STATES} from './constants.js';
import {shape, put, clamp} from './dom.js';

/** @satisfies {ThisType<import('./view.js').View>} */
export const frame = {
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
  },

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
  },

  zoom(factor, at = null) {
    const {view, layer} = this;
    const middle = at ?? {x: view.x + view.w / 2, y: view.y + view.h / 2};
    const w = clamp(view.w / factor, layer.w / 30, layer.w * 1.6);
    const k = w / view.w;
    if (w >= layer.w && view.h * k >= layer.h) { this.whole(); return; }
    this.frame({x: middle.x - (middle.x - view.x) * k, y: middle.y - (middle.y - view.y) * k, w, h: view.h * k});
  },

  pan(right, down) {
    const {view, layer} = this;
    const x = clamp(view.x + right * view.w, -view.w / 2, layer.w - view.w / 2);
    const y = clamp(view.y + down * view.h, -view.h / 2, layer.h - view.h / 2);
    this.frame({x, y, w: view.w, h: view.h});
  },

  at(clientX, clientY) {
    const seen = this.svg.getBoundingClientRect();
    return {x: this.view.x + (clientX - seen.left) * this.scale, y: this.view.y + (clientY - seen.top) * this.scale};
  },

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
  },

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
  },

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
  },
};
