// For tsc: what a selector finds on our pages is an HTML element, and what an event comes from is one too.
interface Element {
  dataset: DOMStringMap; style: CSSStyleDeclaration; href: string; pathname: string; tabIndex: number; offsetHeight: number;
  isContentEditable: boolean; disabled: boolean; open: boolean; focus(options?: FocusOptions): void; click(): void;
}
interface EventTarget { closest(selector: string): Element | null }
interface Node {
  closest(selector: string): Element | null; classList: DOMTokenList; disabled: boolean; namespaceURI: string | null;
  querySelector(selector: string): Element | null; querySelectorAll(selector: string): NodeListOf<Element>; splitText(at: number): Text;
}
interface Event { key: string }
interface PerformanceEntry { type: string }
interface Window { hgFirstFigures: Promise<Response>; hgStart: () => void; hgAnswers?: (query: URLSearchParams) => Promise<{ antwoorden: any[] }> }
