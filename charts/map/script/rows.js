// The places beside the map as rows with bands, drawn from the same figures.

import {POSITION} from './constants.js';
import {payloadOf, outlineOf} from './data.js';
import {element, number, figureOf, stateWords, dress} from './dom.js';

export class Rows {
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
