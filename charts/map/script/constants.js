// Put in by charts/map/publish.py: patterns and letters of charts/map/patterns.py.

/** @type {Record<string, [number, string]>} */
export const PATTERNS = __PATTERNS__;
/** @type {Record<string, string>} */
export const STATES = __STATES__;
export const POSITION = ['', 'lager dan', 'ongeveer gelijk aan', 'hoger dan'];
