"""What a page says: twice within two screens, whose figures it names, words that were cut, tables that scroll without a hint."""

from typing import Any

TWO_SCREENS_PX = 1280
_FEWEST_WORDS = 6

# sentences of running text that stand in the open within the first screens, and stand there again
_SAID_TWICE = """([most, fewest]) => { const main = document.querySelector('.stMain'), seen = new Map(), twice = [];
  for (const e of main.querySelectorAll('p, li, td, dd, figcaption, summary, .hg-sub')) {
    if (!e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) || e.closest('.hg-footer, .hg-unseen, svg')) continue;
    if (e.closest('details:not([open])') && !e.matches('summary')) continue;
    if (e.querySelector('p, li, td')) continue;
    const top = e.getBoundingClientRect().top + main.scrollTop;
    if (top > most) continue;
    for (const sentence of e.textContent.split(/(?<=[.?!])\\s+/).map(s => s.trim())) {
      if (sentence.split(/\\s+/).length < fewest) continue;
      if (seen.has(sentence)) twice.push(sentence); else seen.set(sentence, e); } }
  return twice; }"""

# who gave the figures: the words between ‘Bron:’ and the first comma of each source line in the open, per figure
_NAMED = """() => [...document.querySelectorAll('.stMain .hg-source')].filter(e => e.checkVisibility() && !e.closest('details:not([open])'))
  .map(e => [...new Set(e.innerText.split('\\n').filter(l => l.startsWith('Bron: ')).map(l => l.slice(6).split(',')[0]))])"""

_NO_HINT = """() => [...document.querySelectorAll('.stMain .hg-scroll')].filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
  .filter(e => !e.previousElementSibling?.matches('.hg-scroll-hint') || !e.previousElementSibling.checkVisibility())
  .map(e => e.getAttribute('aria-label') + ' ' + e.scrollWidth + ' in ' + e.clientWidth)"""

# labels of an SVG chart that overprint each other, or run out of their chart
_CHART_WORDS = """() => { const problems = [];
  for (const plot of document.querySelectorAll('.stMain svg.hg-plot')) { if (!plot.checkVisibility()) continue;
    const frame = plot.getBoundingClientRect();
    const words = [...plot.querySelectorAll('text')].filter(t => t.textContent.trim() && getComputedStyle(t).opacity !== '0' && getComputedStyle(t).visibility !== 'hidden')
      .map(t => [t.textContent.trim().slice(0, 30), t.getBoundingClientRect()]).filter(([, b]) => b.width > 1);
    for (const [text, b] of words) if (b.right > frame.right + 2 || b.left < frame.left - 2) problems.push('cut: ' + text);
    for (let i = 0; i < words.length; i++) for (let j = i + 1; j < words.length; j++) { const [a, x] = words[i], [c, y] = words[j];
      const w = Math.min(x.right, y.right) - Math.max(x.left, y.left), h = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
      if (w > 3 && h > Math.min(x.height, y.height) * 0.4) problems.push(a + ' | ' + c); } }
  return problems; }"""


def problems(page: Any) -> list[str]:
    """What breaks the rules for words on this page, drawn on a phone; empty on a good page."""
    found = [f"said twice: {each}" for each in page.evaluate(_SAID_TWICE, [TWO_SCREENS_PX, _FEWEST_WORDS])]
    owners = [owner for figure in page.evaluate(_NAMED) for owner in figure]
    found += [f"named more than once: {owner}" for owner in sorted(set(owners)) if owners.count(owner) > 1]
    found += [f"scrolls without a hint: {each}" for each in page.evaluate(_NO_HINT)]
    found += [f"in a chart: {each}" for each in page.evaluate(_CHART_WORDS)]
    return found
