"""What a page must have for every reader and axe does not see. Each check reads a page as it stands and names what is wrong.

`CHECKS` holds, for each check, a mistake that a careless release could bring; test_accessible proves that the check sees
it. A check is a function in the browser that gives a list of problems, empty on a good page.
"""

from dataclasses import dataclass

_SEEN = """const seen = e => { const b = e.getBoundingClientRect(), s = getComputedStyle(e);
    return b.width > 1 && b.height > 1 && s.visibility !== 'hidden' && !e.closest('.hg-unseen, [hidden], [aria-hidden=true]'); };
  const name = e => (e.tagName + '.' + (e.className.baseVal ?? e.className) + ' ' + (e.getAttribute('aria-label') ?? e.textContent)).slice(0, 90);
  const main = document.querySelector('.stMain');
  const rgb = c => (c.match(/[\\d.]+/g) ?? []).map(Number);
  const lum = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const against = (a, b) => { const [h, l] = [lum(a), lum(b)].sort((x, y) => y - x); return (h + 0.05) / (l + 0.05); };"""

HEADINGS = """() => { const problems = [];
  const levels = [...main.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(seen).map(h => +h.tagName[1]);
  if (levels.filter(l => l === 1).length !== 1 || levels[0] !== 1) problems.push('one h1, first: ' + levels);
  levels.forEach((l, i) => { if (i && l - levels[i - 1] > 1) problems.push('skipped: ' + levels.slice(i - 1, i + 1)); });
  return problems; }"""

NO_SIDEWAYS_SCROLL = """() => { const problems = [];
  if (document.documentElement.scrollWidth > innerWidth) problems.push('window ' + document.documentElement.scrollWidth);
  if (main.scrollWidth > main.clientWidth + 1) problems.push('page ' + main.scrollWidth + ' in ' + main.clientWidth);
  return problems; }"""

# WCAG 2.2, 2.5.8: 24 by 24 px; a link inside a sentence is excepted, and one with 24 px of room around its middle
TARGETS = """() => { const all = [...document.querySelectorAll('a[href], button, summary, input, select, [role=tab], [role=option][tabindex], [role=switch]')]
    .map(e => e.matches('input') ? e.closest('label, [data-baseweb], .react-aria-ComboBox') ?? e : e)
    .filter(e => seen(e) && e.checkVisibility() && !e.closest('svg') && !e.matches('.hg-skip'));  // not what a closed fold holds
  const box = e => e.getBoundingClientRect();
  const middle = b => [b.x + b.width / 2, b.y + b.height / 2];
  return [...new Set(all)].filter(e => { const b = box(e);
    if (b.width >= 24 && b.height >= 23.9) return false;
    const parent = e.parentElement;
    if (e.matches('a') && [...parent.childNodes].some(n => n.nodeType === 3 && n.textContent.trim().length > 1)) return false;
    const [x, y] = middle(b);
    return all.some(o => o !== e && !o.contains(e) && !e.contains(o) && Math.hypot(middle(box(o))[0] - x, middle(box(o))[1] - y) < 24);
  }).map(e => name(e) + ' ' + Math.round(box(e).width) + 'x' + Math.round(box(e).height)); }"""

# name, description with a figure, a year and what is counted, and a table that says the same
CHARTS = r"""() => { const problems = [];
  const described = [...main.querySelectorAll('.hg-chart')];
  for (const chart of [...described, ...main.querySelectorAll('img')]) {
    const alt = chart.getAttribute('aria-label') ?? chart.getAttribute('alt') ?? '';
    for (const [what, pattern] of [['value', /\d/], ['period', /(19|20)\d\d|Kaartje|Figuur/], ['unit', /per 10\.000|%|aantal|gemeenten|euro|keer|meldingen|maatregelen|adviezen/]])
      if (!pattern.test(alt)) problems.push('no ' + what + ' in: ' + (alt.slice(0, 80) || 'nothing'));
  }
  for (const plot of main.querySelectorAll('.hg-plots')) {
    if (plot.tabIndex !== 0 || !plot.getAttribute('aria-label')) problems.push('points not by keyboard');
    const card = plot.closest('[class*="st-key-figuur-"]');
    if (!card) continue;
    if (!card.querySelector('h1, h2, h3, h4')) problems.push('figure without a heading');
    if (![...card.querySelectorAll('[role=tab]')].some(t => /Tabel/.test(t.textContent)) && !card.querySelector('table')) problems.push('figure without a table');
  }
  const map = main.querySelector('svg.hgk-map');
  if (map && !/\d{4}/.test(map.getAttribute('aria-label') ?? '')) problems.push('map without a name');
  return problems; }"""

# axe skips text in SVG: every word in a chart against the ground it lies on
CHART_CONTRAST = """() => { const ground = rgb(getComputedStyle(document.querySelector('.stApp')).backgroundColor);
  return [...main.querySelectorAll('.hg-chart text')].filter(t => t.textContent.trim() && t.getClientRects().length)
    .map(t => [t, rgb(getComputedStyle(t).fill)]).filter(([, fill]) => against(fill, ground) < 4.5)
    .map(([t, fill]) => t.textContent.slice(0, 30) + ' ' + fill + ' on ' + ground); }"""

# a name on the map lies wholly on a plate of one colour that nothing shines through: then the class behind it does not matter
MAP_NAMES = """() => { const box = e => e.getBoundingClientRect(), style = (e, part) => getComputedStyle(e)[part];
  const plates = [...main.querySelectorAll('.hgk-names rect')].filter(r => style(r, 'fillOpacity') === '1' && style(r, 'opacity') === '1' && rgb(style(r, 'fill')).length === 3);
  const around = (r, t) => box(r).left <= box(t).left && box(r).right >= box(t).right && box(r).top <= box(t).top + 1 && box(r).bottom >= box(t).bottom - 1;
  const names = [...main.querySelectorAll('.hgk-names text')];
  return [...(main.querySelector('svg.hgk-map') && !names.length ? ['no names'] : []), ...names.flatMap(t => { const plate = plates.find(r => around(r, t));
    const found = plate ? against(rgb(style(t, 'fill')), rgb(style(plate, 'fill'))) : 0;
    return found >= 4.5 ? [] : [t.textContent + (plate ? ' ' + found : ' without a plate')]; })]; }"""

NO_MOTION = """() => document.getAnimations().filter(a => a.playState === 'running' && (a.effect?.getTiming().iterations === Infinity || a.effect?.getTiming().duration > 1))
    .map(a => a.animationName ?? a.transitionProperty)"""

# 1.4.12: with more space between letters, words and lines no text is cut off
TEXT_FITS = """() => [...document.querySelectorAll('.hg-shell *, .stMain *')].filter(e => seen(e) && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
    .filter(e => { const s = getComputedStyle(e); if (!['hidden', 'clip'].includes(s.overflowX) && !['hidden', 'clip'].includes(s.overflowY)) return false;
      return e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 4; })
    .filter(e => !e.closest('svg, input, .hgk-live, [data-testid=stTooltipContent], .material-icons, [data-testid=stIconMaterial]')).map(name)"""

LIVE = """() => { const problems = [];
  const region = document.querySelector('.hg-announce');
  if (!region || !/status/.test(region.getAttribute('role') ?? '')) problems.push('no live region');
  for (const map of document.querySelectorAll('.hgk:has(svg)')) if (!map.querySelector('[role=status]')) problems.push('map without a live region');
  return problems; }"""

LANGUAGE = r"""() => { const problems = [];
  if (document.documentElement.lang !== 'nl') problems.push('lang=' + document.documentElement.lang);
  const english = /\b(Fullscreen|Loading|Running|Choose|No results|Clear|Remove|Selected values|Help for|Copy|Copied|Download plot|Show|Error|Search|Please|Settings|Press Enter|Page not found|has encountered|Close|Select all)\b/;
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg, script, style, code, [lang=en]')) continue;
    const own = [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent).join(' ');
    for (const words of [own, ...['aria-label', 'title', 'placeholder', 'alt', 'data-title', 'aria-roledescription'].map(a => e.getAttribute(a) ?? '')])
      if (english.test(words)) problems.push(words.slice(0, 80));
  }
  return problems; }"""

FOCUS_SHOWS = """() => { const e = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
  if (e === document.body) return ['focus on nothing'];
  const box = e.getBoundingClientRect();
  const ring = x => { const s = getComputedStyle(x); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1.5) || /rgb[^)]*\\) 0px 0px 0px [1-9]/.test(s.boxShadow) || /0px 0px 0px [1-9.]+px/.test(s.boxShadow); };
  // Streamlit draws the ring of a field on the box around it
  let found = false;
  for (let x = e, up = 0; x && up < 5 && !found; x = x.parentElement, up++) found = ring(x) || (up > 0 && up < 4 && x.matches(':focus-within') && e.matches('input, [role=combobox], [role=radio], [role=switch], [role=checkbox]') && /rgb\\((77, 53, 145|185, 168, 240)\\)/.test(getComputedStyle(x).borderColor + getComputedStyle(x).boxShadow));
  const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  return [...(found ? [] : ['no ring on ' + e.outerHTML.slice(0, 160)]), ...(inside ? [] : ['out of sight: ' + e.outerHTML.slice(0, 120)])]; }"""

SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"


@dataclass(frozen=True)
class Check:
    """A check, and what makes it fail: a style, or a script. `on`: the page of `PROVED_ON` that has what it is about."""

    script: str
    style: str = ""
    breaks: str = ""
    on: str = "start"


PROVED_ON = {"start": "/?gemeente=GM0758", "map": "/kaart?gemeente=GM0758"}
CHECKS = {
    "headings": Check(HEADINGS, breaks="main.querySelector('h2').outerHTML = '<h5>te diep</h5>'"),
    "second h1": Check(HEADINGS, breaks="main.querySelector('h2').outerHTML = '<h1>nog een</h1>'"),
    "no sideways scroll": Check(NO_SIDEWAYS_SCROLL, style=".stMain .hg-small { width: 1500px !important; max-width: none !important }"),
    "target size": Check(TARGETS, style=".hg-buttons { flex-direction: column !important; gap: 0 !important } .stMain a.hg-button { min-height: 0 !important; padding: 0 !important; font: 8px/9px sans-serif !important }"),
    "charts described": Check(CHARTS, breaks="main.querySelectorAll('[role=figure], .hg-chart, img').forEach(e => { e.removeAttribute('aria-label'); e.removeAttribute('alt') })"),
    "points by keyboard": Check(CHARTS, breaks="main.querySelector('.hg-plots').tabIndex = -1"),
    "table beside chart": Check(CHARTS, breaks="main.querySelectorAll('[role=tab]').forEach(e => e.remove()); main.querySelectorAll('table').forEach(e => e.remove())"),
    "words in charts": Check(CHART_CONTRAST, style=".hg-chart text { fill: #aaa !important }"),
    "names without plates": Check(MAP_NAMES, style=".hgk-plate { display: none !important }", on="map"),
    "names on a plate that shines through": Check(MAP_NAMES, style=".hgk-plate { fill-opacity: .5 !important }", on="map"),
    "names too pale": Check(MAP_NAMES, style=".hgk-names text { fill: #999 !important }", on="map"),
    "names beside their plates": Check(MAP_NAMES, style=".hgk-plate { transform: translateY(9px) !important }", on="map"),
    "map without a name": Check(CHARTS, breaks="main.querySelector('svg.hgk-map').setAttribute('aria-label', 'Kaart')", on="map"),
    "map that tells nothing": Check(LIVE, breaks="main.querySelectorAll('.hgk-live').forEach(e => e.removeAttribute('role'))", on="map"),
    "no motion": Check(NO_MOTION, style="@keyframes draai { to { rotate: 360deg } } .hg-brand { animation: draai 2s infinite !important }"),
    "text fits": Check(TEXT_FITS, style=".hg-small, .hg-exit { height: 12px !important; max-height: 12px; overflow: hidden !important }"),
    "live region": Check(LIVE, breaks="document.querySelector('.hg-announce').removeAttribute('role')"),
    "language": Check(LANGUAGE, breaks="document.documentElement.lang = 'en'"),
    "english word": Check(LANGUAGE, breaks="main.insertAdjacentHTML('beforeend', '<p>Please wait</p>')"),
}  # fmt: skip


def problems(page, script: str) -> list[str]:
    """What a check finds on the page as it stands now."""
    body = (
        script.replace("() => {", "() => { " + _SEEN, 1)
        if "() => {" in script
        else f"() => {{ {_SEEN} return ({script.removeprefix('() => ')}) }}"
    )
    return page.evaluate(body)


def broken(page, check: Check) -> None:
    """Bring in the mistake that a check is there for."""
    if check.style:
        page.evaluate(
            "css => { const s = document.createElement('style'); s.id = 'mistake'; s.textContent = css; document.head.append(s); }",
            check.style,
        )
    if check.breaks:
        page.evaluate(f"() => {{ const main = document.querySelector('.stMain'); {check.breaks}; }}")


def mended(page, whole: str) -> None:
    """Take the mistake out again; `whole` is the markup of the page before it."""
    page.evaluate(
        """whole => { document.getElementById('mistake')?.remove(); document.querySelector('.stMain').innerHTML = whole;
        document.documentElement.lang = 'nl'; document.querySelector('.hg-announce').setAttribute('role', 'status'); }""",
        whole,
    )
