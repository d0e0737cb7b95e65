// Mouse and finger: tooltips and choosing a place. Methods of View (view.js).

import {element, inAddress, clamp} from './dom.js';

/** @satisfies {ThisType<import('./view.js').View>} */
export const pointing = {
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
  },

  point(event) {
    const code = event.target.dataset?.code;
    if (code !== this.pressed) this.pressed = null;
    if (!code || this.pressed) { this.hideTip(); return; } // after a click the words stand beside the map
    const seen = this.stage.getBoundingClientRect();
    this.showTip(code, event.clientX - seen.left, event.clientY - seen.top);
  },

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
  },

  hideTip() { if (!this.tip.hidden) this.tip.hidden = true; },

  press(event) {
    if (this.grab?.moved) return;
    const coarse = event.pointerType === 'touch' || matchMedia('(pointer: coarse)').matches;
    const code = (coarse && this.smallNear(event)) || event.target.dataset?.code;
    if (!code) return;
    this.pressed = code;
    this.hideTip();
    this.activate(code, {quiet: true});
    this.choose(code);
  },

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
  },

  choose(code) {
    this.selected = code;
    this.mark();
    this.wordsSoon(() => this.say(`${this.nameOf(code)} gekozen: ${this.sentence(code)}`));
    this.send(code);
  },

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
  },

  // --- keyboard --------------------------------------------------------------------------------------------------------
  firstPlace() { return this.layer.byName.find(code => typeof this.of(code) !== 'string') ?? this.layer.byName[0]; },
};
