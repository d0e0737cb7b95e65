"""Measures of a page on a phone: where the answer ends, how long the page is, what scrolls sideways, what overprints."""

from dataclasses import dataclass
from typing import Any

PHONE = {"width": 360, "height": 640}
SCREEN_PX, MOST_SCREENS = 800, 5

_MEASURE = """([selector, side]) => { const main = document.querySelector('.stMain');
  const of = main.querySelector(selector); const block = of?.closest('.stHtml') ?? of;
  return { top: main.getBoundingClientRect().top, end: !of ? null : main.scrollTop + (side === 'top' ? of.getBoundingClientRect().top : block.getBoundingClientRect().bottom),
    length: main.scrollHeight, wide: main.scrollWidth - main.clientWidth }; }"""

# words of running text that lie over words of another element: boxes of the text itself, not of its element
_OVERPRINTED = """() => { const main = document.querySelector('.stMain'), lines = [];
  const unseen = e => { for (let x = e; x && x !== main; x = x.parentElement) if (getComputedStyle(x).clipPath.includes('50%')) return true; return false; };
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) { const node = walker.currentNode, e = node.parentElement;
    if (!node.textContent.trim() || e.closest('svg, .hg-unseen, [aria-hidden=true], script, style, button, [role=tooltip]')) continue;
    if (unseen(e)) continue;
    if (!e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    const range = document.createRange(); range.selectNodeContents(node);
    for (const b of range.getClientRects()) if (b.width > 2 && b.height > 2) lines.push([node, b]); }
  const problems = [];
  for (let i = 0; i < lines.length; i++) for (let j = i + 1; j < lines.length; j++) {
    const [one, a] = lines[i], [other, b] = lines[j];
    if (one === other) continue;
    const w = Math.min(a.right, b.right) - Math.max(a.left, b.left), h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (w > 3 && h > Math.min(a.height, b.height) * 0.4) problems.push(one.textContent.trim().slice(0, 40) + ' | ' + other.textContent.trim().slice(0, 40)); }
  return problems; }"""

# labels of a drawing that lie over each other; bands and dots may go under a word, another word may not
_LABELS = """() => { const problems = [];
  for (const svg of document.querySelectorAll('.stMain svg.hg-plot, .stMain svg.hgk-map')) {
    const words = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim() && t.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map(t => [t.textContent.trim(), t.getBoundingClientRect()]).filter(([, b]) => b.width > 1);
    for (let i = 0; i < words.length; i++) for (let j = i + 1; j < words.length; j++) {
      const [one, a] = words[i], [other, b] = words[j];
      const w = Math.min(a.right, b.right) - Math.max(a.left, b.left), h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (w > 3 && h > Math.min(a.height, b.height) * 0.4) problems.push(one + ' | ' + other); } }
  return problems; }"""

# words that their box cuts off: with an ellipsis, or hidden at its side, or that run out of a button; what scrolls is seen by _WITHOUT_HINT
_CUT = """() => [...document.querySelectorAll('.stMain *')].filter(e => {
    if (!e.childNodes.length || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) return false;
    if (e.closest('svg, .hg-unseen, script, style, pre, code') || !e.checkVisibility({ visibilityProperty: true })) return false;
    const style = getComputedStyle(e);
    return (e.tagName === 'BUTTON' || style.overflowX !== 'visible') && !style.clipPath.includes('50%') && e.scrollWidth > e.clientWidth + 1; })
  .map(e => e.textContent.trim().slice(0, 60))"""

# what scrolls sideways without a hint: a shadow at the side (a gradient that stays, or a mask)
_WITHOUT_HINT = """() => [...document.querySelectorAll('.stMain *')].filter(e => {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.closest('svg, pre, .stCode')) return false;
    const style = getComputedStyle(e);
    return /auto|scroll/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1
      && !style.backgroundAttachment.includes('local') && style.maskImage === 'none'; })
  .map(e => (e.className + ' ' + e.textContent.trim()).slice(0, 80))"""


@dataclass(frozen=True)
class FirstScreen:
    """Measures in px: `end` of the answer from the top of the window, `length` of the page, `wide` that is too much."""

    end: float | None
    length: float
    wide: float
    overprinted: list[str]
    cut: list[str]
    without_hint: list[str]

    @property
    def problems(self) -> list[str]:
        """What breaks a rule of the first screen; empty on a good page."""
        found = [f"text over text: {each}" for each in self.overprinted]
        found += [f"cut off: {each}" for each in self.cut]
        found += [f"scrolls without a hint: {each}" for each in self.without_hint]
        if self.end is None:
            found.append("no answer")
        elif self.end > PHONE["height"]:
            found.append(f"the answer ends at {self.end:.0f} px")
        if self.length > MOST_SCREENS * SCREEN_PX:
            found.append(f"the page is {self.length:.0f} px long")
        if self.wide > 1:
            found.append(f"the page scrolls {self.wide:.0f} px sideways")
        return found


def measured(page: Any, *, answer: str = ".hg-answer", side: str = "bottom") -> FirstScreen:
    """Measure a page that is drawn, on a window of `PHONE`; `answer` finds the element that answers.

    Of a picture its start counts: `side` is then ``top``.
    """
    read = page.evaluate(_MEASURE, [answer, side])
    overprinted = page.evaluate(_OVERPRINTED) + page.evaluate(_LABELS)
    return FirstScreen(
        read["end"],
        read["length"],
        read["wide"],
        overprinted,
        page.evaluate(_CUT),
        page.evaluate(_WITHOUT_HINT),
    )
