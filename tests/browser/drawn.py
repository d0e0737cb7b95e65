"""What stands in the charts of a page: every word with its place, every mark, and what is wrong between them.

`problems` names each label that is cut, lies over another label or over a mark, or has a line running through it. A
label on a ground of its own may lie over a line, never over a mark.
"""

import itertools

# Boxes in px of the window. A line is a row of points along it, without those that the edge of the plot hides.
_READ = """() => {
  const box = e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
  const along = path => { const into = path.getScreenCTM(), points = [];
    for (let at = 0; at <= path.getTotalLength(); at += 3) {
      const p = path.getPointAtLength(at).matrixTransform(into); points.push([p.x, p.y]); }
    return points; };
  const inside = area => { if (!area) return () => true; const { e: left, f: top, a: scale } = area.parentElement.getScreenCTM(), [x0, y0, w, h] = ['x', 'y', 'width', 'height'].map(name => +area.getAttribute(name)), [l, t, r, b] = [left + x0 * scale, top + y0 * scale, left + (x0 + w) * scale, top + (y0 + h) * scale]; return ([x, y]) => x >= l && x <= r && y >= t && y <= b; };
  const seen = plot => plot.getClientRects().length > 0;
  return [...document.querySelectorAll('.hg-chart svg.hg-plot')].filter(seen).map(plot => {
    const words = [...plot.querySelectorAll('text')].map(text => ({ words: text.textContent, box: box(text),
      ground: text.matches('.hg-grounded'), note: text.matches('.hg-note') })).filter(text => text.words && text.box[2] > text.box[0]);
    return {
      title: plot.closest('[class*=st-key-figuur-]')?.querySelector('h2, h3')?.textContent ?? '',
      box: box(plot), words, areas: plot.querySelectorAll('.hg-area').length, marks: [...plot.querySelectorAll('.hg-mark, .hg-bar')].map(box),
      lines: [...plot.querySelectorAll('.hg-line, .hg-area, .hg-rule')].flatMap(line => along(line).filter(inside(line.closest('.hg-within')))),
    };
  });
}"""
_LETTERS = 3  # px: a line box is taller than its letters


def read(page):
    """The charts of the page that a reader can see."""
    return page.evaluate(_READ)


def problems(charts):
    """What is wrong, in words; empty when every label can be read and covers nothing."""
    return [f"{chart['title']}: {problem}" for chart in charts for problem in _of(chart)]


def _of(chart):
    left, top, right, bottom = chart["box"]
    for text in chart["words"]:
        box = text["box"]
        if box[0] < left - 1 or box[1] < top - 1 or box[2] > right + 1 or box[3] > bottom + 1:
            yield f"cut: {text['words']!r}"
        if any(_meet(box, mark) for mark in chart["marks"]):
            yield f"over a mark: {text['words']!r}"
        if text["note"] and not text["ground"] and any(_holds(box, point) for point in chart["lines"]):
            yield f"a line through: {text['words']!r}"
    for one, other in itertools.combinations(chart["words"], 2):
        if _meet(one["box"], other["box"]):
            yield f"over each other: {one['words']!r} and {other['words']!r}"


def _meet(one, other):
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1 and high > _LETTERS


def _holds(box, point):
    return box[0] < point[0] < box[2] and box[1] + _LETTERS < point[1] < box[3] - _LETTERS
