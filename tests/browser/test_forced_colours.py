"""With the colours of the reader's system, what is chosen differs from what is not, and the × of a chosen place is there."""

import pytest

from tests.conftest import at_rest

PAIRS = """() => { const look = e => { const s = getComputedStyle(e); return [s.backgroundColor, s.borderTopColor, s.borderTopWidth, s.borderBottomWidth, s.borderBottomColor, s.outlineStyle].join(' '); };
  const groups = [...document.querySelectorAll('.stMain :is([role=radiogroup], [role=tablist])')].filter(g => g.getBoundingClientRect().width);
  return groups.map(g => { const parts = [...g.querySelectorAll('[role=radio], [role=tab]')], on = e => e.matches('[aria-checked=true], [aria-selected=true]');
    const yes = parts.find(on), no = parts.find(e => !on(e)); return yes && no ? [yes.textContent, look(yes), look(no)] : null; }).filter(Boolean); }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/ontwikkeling?gemeente=GM0758&met=NL01", "/kaart", "/west-brabant"])
def test_a_choice_shows(server, page, visit, address, scheme):
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    visit(page, server + address)
    at_rest(page)
    pairs = page.evaluate(PAIRS)
    assert pairs
    assert [name for name, yes, no in pairs if yes == no] == []


def test_the_cross_of_a_chosen_place_is_there(server, page, visit):
    page.emulate_media(forced_colors="active")
    visit(page, f"{server}/ontwikkeling?gemeente=GM0758&met=NL01")
    at_rest(page)
    colours = page.evaluate("""() => [...document.querySelectorAll('[data-remove]')].map(chip =>
      [getComputedStyle(chip).backgroundColor, getComputedStyle(chip, '::after').color, getComputedStyle(chip).color])""")
    assert colours
    for ground, drawn, words in colours:
        assert ground not in {drawn, words} or ground == "rgba(0, 0, 0, 0)"


CONTRAST = """() => { const rgb = c => (c.match(/[\\d.]+/g) ?? []).map(Number);
  const lum = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const against = (a, b) => { const [h, l] = [lum(a), lum(b)].sort((x, y) => y - x); return (h + 0.05) / (l + 0.05); };
  const ground = rgb(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll('svg text, body :is(p, td, th, li, h1, h2, figcaption)')].filter(e => e.textContent.trim() && e.getBoundingClientRect().width > 1)
    .map(e => [e, rgb(e.closest('svg') ? getComputedStyle(e).fill : getComputedStyle(e).color)]).filter(([, c]) => against(c, ground) < 4.5).map(([e, c]) => e.textContent.slice(0, 30) + c); }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["breda", "tilburg", "bussum"])
def test_every_word_of_a_sheet_can_be_read(server, page, place, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{server}/gemeenteblad/{place}")
    assert page.evaluate(CONTRAST) == []
