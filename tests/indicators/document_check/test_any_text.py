"""Whatever a reader pastes: no error, every figure stands where the text has it, every refusal says what is missing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editions.document_check import check_text
from editions.edition import current_edition
from indicators.document_check.outcome import DECIDED

WORDS = [
    "In",
    "Breda",
    "waren",
    "er",
    "1.842",
    "meldingen",
    "bij",
    "Veilig",
    "Thuis",
    ",",
    ".",
    "2018",
    "2019",
    "2004",
    "2023",
    "2031",
    "eerste",
    "halfjaar",
    "van",
    "kwartaal",
    "landelijk",
    "Nederland",
    "Utrecht",
    "gemeente",
    "provincie",
    "West-Brabant",
    "adviezen",
    "advies",
    "per",
    "10.000",
    "inwoners",
    "procent",
    "%",
    "steeg",
    "daalde",
    "met",
    "ten",
    "opzichte",
    "dan",
    "in",
    "tussen",
    "en",
    "100",
    "120",
    "ruim",
    "bijna",
    "ongeveer",
    "tweehonderd",
    "een",
    "derde",
    "de",
    "helft",
    "verdubbeld",
    "keer",
    "zo",
    "veel",
    "als",
    "meer",
    "minder",
    "(",
    ")",
    ":",
    ";",
    "–",
    "-",
    "Haaren",
    "Aalburg",
    "Kaatsheuvel",
    "'s-Hertogenbosch",
    "Q1",
    "H2",
    "naar",
    "samen",
    "gemiddeld",
    "vorig",
    "jaar",
    "een",
    "later",
    "Dat",
    "is",
    "0",
    "0,0",
    "1e",
    "12.345.678,9",
    "januari",
    "tot",
    "en",
    "met",
    "juni",
    "t/m",
    "t.o.v.",
    "politie",
    "kindermishandeling",
    "huishoudens",
    "1",
    "op",
    "de",
    "drie",
    "miljoen",
    "duizend",
]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
TEXTS = st.lists(SENTENCES | st.text(max_size=60), min_size=1, max_size=4).map("\n".join)


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(text=TEXTS)
def test_any_text_is_checked_without_an_error(text):
    for part in check_text(current_edition(), text):
        assert text[part.sentence.start : part.sentence.end] == part.sentence.text
        for outcome in part.outcomes:
            number = outcome.claim.number
            assert 0 <= number.start < number.end <= len(part.sentence.text)
            assert outcome.verdict in DECIDED or outcome.missing
            assert outcome.verdict not in DECIDED or (outcome.steps and outcome.against and outcome.place)
