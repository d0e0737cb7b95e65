// What tsc cannot see by itself: the parts that view.js puts on View with their state, and the names publish.py fills in.
import type {frame} from './frame.js';
import type {keyboard} from './keyboard.js';
import type {pointing} from './pointing.js';
import type {steps} from './steps.js';
import type {words} from './words.js';

type Frame = typeof frame;
type Keyboard = typeof keyboard;
type Pointing = typeof pointing;
type Steps = typeof steps;
type Words = typeof words;
type Box = {x: number, y: number, w: number, h: number};

declare module './view.js' {
  interface View extends Frame, Keyboard, Pointing, Steps, Words {
    about: any; framed: any; hovered: string | null; line: any; marked: any; named: any; pressed: any; then: any;
    forget: ReturnType<typeof setTimeout>; timer: ReturnType<typeof setInterval> | null; wordsFrame: number | null;
    partial: boolean; view: Box;
    unasked: Record<string, unknown>; // chosen before the app was there
  }
}

declare global {
  const __PATTERNS__: Record<string, [number, string]>;
  const __STATES__: Record<string, string>;
  interface Element { view?: any }
}
