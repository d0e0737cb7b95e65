"""The page Cijfercheck van uw document: outcomes first, a Dutch sentence for what cannot be read, nothing kept."""

import csv
import io
import re

import pytest

from editions.document_check import check_text
from editions.edition import current_edition
from editions.figure_checks import checks
from indicators.checks.verdict import Verdict
from pages._parts.document import asking, copies
from tests.page_run import page_run
from tests.pages.conftest import ReadPage

HOSTILE = "<script>alert(1)</script> In Breda waren er in 2018 1.842 meldingen & <b>meer</b>."


@pytest.fixture
def app():
    return page_run("document_check.py").run()


def button(app, words):
    return next(each for each in app.button if words in each.label)


def checked(app, text):
    app.text_area[0].set_value(text)
    button(app, "Controleer").click()
    app.run()
    assert not app.exception
    return app


def verdicts(app):
    """The words of the outcomes on the page, in order."""
    return re.findall(r'<strong class="hg-outcome [^"]*">([^<]*)</strong>', ReadPage(app).markup)


def test_the_example_shows_a_figure_of_each_kind(app):
    button(app, "voorbeeld").click()
    page = ReadPage(app.run())
    assert not app.exception
    assert {"wijkt af", "klopt voor een half jaar", "klopt", "niet te controleren"} <= set(verdicts(app))
    assert "‘1.842’ in: In Breda waren er in 2018 1.842 meldingen bij Veilig Thuis." in page.text


def test_the_privacy_sentence_stands_above_the_field(app):
    assert "Uw tekst wordt niet bewaard" in ReadPage(app).text.split("Wat doet")[0]


def test_outcomes_come_above_the_field(app):
    checked(app, "In Breda waren er in 2018 1.942 meldingen.")
    assert verdicts(app) == ["wijkt af"]
    drawn = [node.proto.body if node.type == "html" else node.type for node in app.main]
    assert next(n for n, each in enumerate(drawn) if "hg-answer" in each) < drawn.index("form")


def test_no_text_says_what_to_do(app):
    checked(app, "  ")
    assert [warning.value for warning in app.warning] == ["Plak eerst een tekst of kies een bestand."]


def test_a_text_about_something_else_says_so(app):
    checked(app, "Het weer was mooi in 2018, met 300 uren zon.")
    assert "Wij vonden geen cijfers" in ReadPage(app).text


def test_a_text_that_is_markup_stays_text(app):
    checked(app, HOSTILE)
    assert "<script>alert" not in ReadPage(app).markup
    assert verdicts(app) == ["klopt"]


def test_the_result_is_of_one_run(app):
    checked(app, "In Breda waren er in 2018 1.842 meldingen.")
    assert verdicts(app) == ["klopt"]
    app.run()
    assert verdicts(app) == []
    assert "_document_given" not in app.session_state


def test_wiping_empties_the_field(app):
    checked(app, "In Breda waren er in 2018 1.842 meldingen.")
    button(app, "Wis").click()
    app.run()
    assert app.text_area[0].value == ""


def test_nothing_of_the_text_is_in_the_address(app):
    checked(app, "In Breda waren er in 2018 1.842 meldingen.")
    assert not dict(app.query_params)


def test_the_table_has_every_figure_and_runs_nothing():
    outcomes = check_text(
        current_edition(), "=1+1 In Breda waren er in 2018 1.842 meldingen. In Assen waren er in 2023 370 meldingen."
    )
    rows = list(csv.DictReader(io.StringIO(copies.table(outcomes).decode("utf-8-sig")), delimiter=";"))
    assert [(row["cijfer"], row["uitkomst"], row["plaatscode"], row["periode"]) for row in rows] == [
        ("1.842", "klopt", "GM0758", "2018"),
        ("370", "wijkt af", "GM0106", "2023"),
    ]
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_the_marked_copy_is_the_text_with_its_verdicts():
    text = f"{HOSTILE}\n\nIn Assen waren er in 2023 370 meldingen."
    copy = copies.marked(text, check_text(current_edition(), text), stand="stand van vandaag").decode()
    assert "<script>" not in copy
    assert re.findall(r"<mark class=\"(\w+)\"[^>]*>([^<]*)</mark>", copy) == [("klopt", "1.842"), ("anders", "370")]
    assert "[klopt]" in copy
    assert "[wijkt af]" in copy
    plain = re.sub(r" <small>.*?</small>|</?mark[^>]*>", "", copy.partition("</header>")[2])
    assert plain.startswith("&lt;script&gt;")


def test_a_pasted_text_has_a_limit(app):
    checked(app, "a " * 200_000)
    assert "te lang" in app.warning[0].value


def test_the_example_fits_the_limit():
    assert len(asking.EXAMPLE) < 1000


SEED = {
    ("Hart van Brabant", "2019", "36"): "In 2019 kwamen er in Hart van Brabant 36 adviesvragen per 10.000 inwoners binnen, landelijk 31.",
    ("Hart van Brabant", "2019", "48"): "In 2019 waren er in Hart van Brabant 48 meldingen per 10.000 inwoners, landelijk 38.",
    ("Hart van Brabant", "2021", "49"): "In 2021 waren er in Hart van Brabant 49 adviesvragen per 10.000 inwoners, landelijk 38.",
    ("Hart van Brabant", "2021", "42"): "In 2021 waren er in Hart van Brabant 42 meldingen per 10.000 inwoners, landelijk 342.",
    ("Helmond", "2023-Q1", "414"): "Helmond telde in het eerste kwartaal van 2023 414 adviesvragen.",
    ("Helmond", "2023-Q1", "340"): "In Helmond waren er in het eerste kwartaal van 2023 340 meldingen.",
}  # fmt: skip
"""Figures of the documents in sentences of our own, by region, period and printed figure."""


@pytest.mark.parametrize("key", SEED, ids=" ".join)
def test_figures_of_the_documents_come_out_as_on_regioprogrammas(key):
    region, period, printed = key
    known = [
        check
        for check in checks(current_edition())
        if check.region == region and check.period == period and check.printed == printed
    ]
    assert known, key
    wanted = {str(part.subject): part.verdict for part in known[0].parts}
    outcomes = [outcome for part in check_text(current_edition(), SEED[key]) for outcome in part.outcomes]
    got = dict(zip([region, "Nederland"], [outcome.verdict for outcome in outcomes], strict=False))
    assert {name: got[name] for name in wanted} == wanted
    if "Nederland" in wanted:
        assert wanted["Nederland"] is Verdict.HALF_YEAR
