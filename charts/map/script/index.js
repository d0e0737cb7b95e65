// The municipal map in the browser. publish.py joins these modules to one file: every module more would be one more
// request before the first paint. Three kinds of mount share it: one carries the figures of all periods (gzipped bytes)
// and is sent once, the map carries its view ({show, period, selected}), and the rows beside it carry codes ({show, period,
// selected, codes}). The last two are small, so that a choice costs next to nothing on the socket and is drawn at once.

import {unpack, publish} from './data.js';
import {View} from './view.js';
import {Rows} from './rows.js';

export {publish}; // for a page without Streamlit, which has the figures as a file (web/export/browser/map.js)

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

// Draw a map before the app has started (web/first_answer.py). What is chosen on it meanwhile is asked of the app once it is
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
