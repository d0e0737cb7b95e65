// Small tools on elements, texts and numbers.

const NS = 'http://www.w3.org/2000/svg';
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'text') made.textContent = value; else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};
export const shape = (name, attributes = {}) => {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};
export const plain = text => text.normalize('NFD').replace(/[^a-z0-9]/gi, '').toLowerCase();
const formats = new Map();
export const number = (value, digits) => {
  if (!formats.has(digits)) formats.set(digits, new Intl.NumberFormat('nl-NL', {minimumFractionDigits: digits, maximumFractionDigits: digits}));
  return formats.get(digits).format(value);
};
// What a place has in a period: [value, low, high, class, position, uncertain] or a letter of a state.
export const figureOf = (period, code) => {
  if (typeof period.d === 'string') period.d = JSON.parse(period.d); // a period is read when it is first shown
  return period.d[code] ?? period.x[code] ?? period.rest;
};
// The words of a state; where the count is all that is known, the count too.
export const stateWords = (payload, period, code, letter) => {
  const count = period.n?.[code];
  return count === undefined ? payload.states[letter] : `${payload.states[letter]}: ${number(count, 0)}`;
};
// Into the text that is there: new nodes would make Streamlit's tab panel measure the whole page before the next frame.
export const write = (box, text) => {
  if (box.textContent === text) return;
  if (box.firstChild instanceof Text) box.firstChild.data = text; else box.textContent = text; // a translator puts a <font> there
};
export const put = (made, key, value) => { if (made.getAttribute(key) !== value) made.setAttribute(key, value); };
export const inAddress = (key, value) => {
  const address = new URL(location.href);
  address.searchParams.set(key, value);
  history.replaceState(history.state, '', address);
};
export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

export function dress(host, component) {
  const ground = getComputedStyle(component.parentElement).getPropertyValue('--st-background-color').trim();
  put(host, 'data-theme', component.data.theme ?? (isDark(ground) ? 'dark' : 'light'));
}

function isDark(colour) {
  const hex = /^#([0-9a-f]{6})/i.exec(colour)?.[1];
  const rgb = hex ? [0, 2, 4].map(at => parseInt(hex.slice(at, at + 2), 16)) : (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2] < 110;
}
