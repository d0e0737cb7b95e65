// Stepping through periods, by hand and by itself. Methods of View (view.js).

import {inAddress, clamp} from './dom.js';

/** @satisfies {ThisType<import('./view.js').View>} */
export const steps = {
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
  },

  sayPeriod() {
    const code = this.active ?? this.selected;
    this.say(code && this.layer.paths.has(code) ? `${this.nameOf(code)}: ${this.sentence(code)}` : `Periode ${this.current.label}`);
  },

  toggle() {
    if (this.timer) { this.halt(); this.sayPeriod(); return; }
    if (this.index === this.payload.periods.length - 1) this.step(-this.index);
    this.play.textContent = '❚❚ Pauze';
    this.timer = setInterval(() => {
      if (this.index < this.payload.periods.length - 1) this.step(1);
      if (this.index === this.payload.periods.length - 1) { this.halt(); this.sayPeriod(); }
    }, 1200);
  },

  halt() { clearInterval(this.timer); this.timer = null; this.play.textContent = '▶ Speel af'; },
};
