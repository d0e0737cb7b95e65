"""The parts that a sentence is read with: numbers, periods, places, sentences, and how a number fits."""

import pytest

from indicators.checks.verdict import Verdict
from indicators.document_check.fits import fit
from indicators.document_check.numbers import Hedge, in_figures, numbers
from indicators.document_check.periods import when_mentions
from indicators.document_check.places import place_mentions
from indicators.document_check.sentences import sentences
from indicators.document_check.when import Role


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("nul", 0), ("twaalf", 12), ("éénentwintig", 21), ("tweeëntwintig", 22), ("negenennegentig", 99), ("honderd", 100),
        ("honderdtwintig", 120), ("honderdentwee", 102), ("tweehonderd", 200), ("twaalfhonderd", 1200), ("vijftienhonderdtien", 1510),
        ("duizend", 1000), ("drieduizend", 3000), ("negenduizendvijf", 9005), ("honderdtwintigduizend", 120_000),
    ],
)  # fmt: skip
def test_a_number_in_words_has_its_value(word, value):
    assert in_figures(word) == value


@pytest.mark.parametrize(
    "word", ["een", "meldingen", "duizenden", "honderden", "tien­tallen", "zesde", "helft", "Duizendjes"]
)
def test_another_word_is_no_number(word):
    assert in_figures(word) is None


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("1.842 meldingen", 1842, 1842, Hedge.NONE),
        ("38,1 per", 38.1, 38.1, Hedge.NONE),
        ("71.5 per", 71.5, 71.5, Hedge.NONE),
        ("120 duizend", 120_000, 120_000, Hedge.NONE),
        ("1,2 miljoen", 1_200_000, 1_200_000, Hedge.NONE),
        ("ruim 350", 350, 350, Hedge.OVER),
        ("bijna tweehonderd", 200, 200, Hedge.UNDER),
        ("meer dan 100", 100, 100, Hedge.MORE),
        ("zo'n 100", 100, 100, Hedge.ABOUT),
        ("tussen de 100 en 120", 100, 120, Hedge.RANGE),
        ("100 à 120", 100, 120, Hedge.RANGE),
        ("100-120", 100, 120, Hedge.RANGE),
        ("anderhalf keer", 1.5, 1.5, Hedge.NONE),
        ("de helft", 50, 50, Hedge.NONE),
        ("één op de vijf", 20, 20, Hedge.NONE),
    ],
)
def test_a_printed_number_is_read_with_what_softens_it(text, low, high, hedge):
    (number,) = numbers(text)
    assert (number.low, number.high, number.hedge) == (pytest.approx(low), pytest.approx(high), hedge)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("in 2023", ["2023"]),
        ("in het eerste halfjaar van 2023", ["2023-H1"]),
        ("de tweede helft van 2020", ["2020-H2"]),
        ("in de eerste zes maanden van 2021", ["2021-H1"]),
        ("januari tot en met juni 2020", ["2020-H1"]),
        ("2023-H2", ["2023-H2"]),
        ("het derde kwartaal van 2022", ["2022-Q3"]),
        ("K2 2022", ["2022-Q2"]),
        ("in 2020, in het eerste halfjaar", ["2020-H1"]),
    ],
)
def test_a_period_is_read(text, keys):
    assert [mark.when.key for mark in when_mentions(text) if mark.role is Role.OF] == keys


@pytest.mark.parametrize(
    "text", ["ten opzichte van 2019", "vergeleken met 2019", "meer dan in 2019", "sinds 2019", "t.o.v. 2019"]
)
def test_what_a_change_is_measured_from_is_no_period_of_the_figure(text):
    assert [mark.role for mark in when_mentions(text)] == [Role.BASE]


@pytest.mark.parametrize("text", ["1.842", "2.019 meldingen", "12.2019", "nummer 20191"])
def test_a_number_is_no_year(text):
    assert when_mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("in Den Bosch", "GM0796"),
        ("in 's-Hertogenbosch", "GM0796"),
        ("in de provincie Utrecht", "PV26"),
        ("in de gemeente Utrecht", "GM0344"),
        ("in Nuenen, Gerwen en Nederwetten", "GM0820"),
        ("in Noord- en Oost-Gelderland", "VT14"),
        ("landelijk", "NL01"),
        ("in Noord-Nederland", "LD01"),
        ("Veilig Thuis Drenthe", "VT02"),
        ("in Friesland", "PV21"),
    ],
)
def test_a_place_is_read_by_the_name_people_use(text, first):
    (mark,) = place_mentions(text)
    assert mark.codes[0] == first


@pytest.mark.parametrize("text", ["de beste zorg", "Het is best veel", "een bergen werk", "Daarnaast en elders"])
def test_a_word_is_no_place(text):
    assert not [mark for mark in place_mentions(text) if mark.codes]


def test_sentences_keep_their_place_in_the_text():
    text = "Jaarverslag 2018\n\nEr waren ca. 600 meldingen t.o.v. 500. Dat is meer.\n- Eerste punt. Tweede zin.\n"
    parts = sentences(text)
    assert [part.text for part in parts] == [
        "Jaarverslag 2018", "Er waren ca. 600 meldingen t.o.v. 500.", "Dat is meer.", "- Eerste punt.", "Tweede zin.",
    ]  # fmt: skip
    assert all(text[part.start : part.end] == part.text for part in parts)
    assert [part.heading for part in parts] == [True, False, False, False, False]


@pytest.mark.parametrize(
    ("text", "actual", "verdict"),
    [
        ("100", 100.4, Verdict.HOLDS),
        ("101", 102.2, Verdict.DIFFERS),
        ("100", 104, Verdict.WITHIN),
        ("127.000", 127_340, Verdict.HOLDS),
        ("128.000", 127_340, Verdict.DIFFERS),
        ("ruim 120", 126, Verdict.HOLDS),
        ("ruim 120", 150, Verdict.DIFFERS),
        ("ruim 120", 110, Verdict.DIFFERS),
        ("bijna 120", 118, Verdict.HOLDS),
        ("bijna 120", 125, Verdict.DIFFERS),
        ("ongeveer 120", 124, Verdict.HOLDS),
        ("ongeveer 120", 131, Verdict.WITHIN),
        ("ongeveer 120", 140, Verdict.DIFFERS),
        ("meer dan 100", 140, Verdict.HOLDS),
        ("minder dan 100", 101.5, Verdict.DIFFERS),
        ("tussen 100 en 120", 119, Verdict.WITHIN),
        ("tussen 100 en 120", 121, Verdict.DIFFERS),
    ],
)
def test_a_number_fits_as_exactly_as_it_is_printed(text, actual, verdict):
    (number,) = numbers(text)
    assert fit(number, actual) is verdict
