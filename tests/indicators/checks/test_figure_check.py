"""The verdicts of the Cijfercheck come out of the figures: other figures give other verdicts and sentences."""

import pandas as pd
import pytest

from data_sources import publications, snapshots
from data_sources.documents import tables
from data_sources.documents.claims import CLAIMS
from indicators.checks.evidence import Evidence
from indicators.checks.figure_check import check_all
from indicators.checks.verdict import Verdict


@pytest.fixture(scope="module")
def observations() -> pd.DataFrame:
    return snapshots.load().observations


def evidence_of(observations: pd.DataFrame) -> Evidence:
    return Evidence(observations, publications.figures(), tables.municipalities_2018(), tables.reporters())


@pytest.fixture(scope="module")
def checks(observations):
    return check_all(tables.key_figures(), evidence=evidence_of(observations))


def one(checks, *, indicator, period):
    return next(check for check in checks if (check.indicator, check.period) == (indicator, period))


def with_count(observations, *, region, measure, period, value, table="84849NED"):
    """The observations with one count of CBS more, or another value for it."""
    rows = observations.astype(dict.fromkeys(observations.select_dtypes("category"), "str"))
    same = (rows["region"] == region) & (rows["measure"] == measure) & (rows["period"] == period)
    same &= (rows["category"] == "Totaal") & (rows["unit"] == "aantal")
    template = rows[(rows["table"] == table) & (rows["category"] == "Totaal")].iloc[[0]]
    row = template.assign(region=region, level=region[:2], measure=measure, period=period, value=float(value))
    return pd.concat([rows[~same], row], ignore_index=True).astype({"source": "category"})


def test_every_row_of_the_key_figures_is_checked_and_every_claim_is_used(checks):
    figures = tables.key_figures()
    assert [(check.indicator, check.period) for check in checks] == list(
        figures[["indicator", "period"]].itertuples(index=False, name=None)
    )
    assert set(CLAIMS) == set(figures["indicator"])


def test_every_check_names_its_document_place_printed_figure_and_reason(checks):
    for check in checks:
        assert check.document
        assert check.place
        assert check.printed in check.claim
        assert check.why.endswith(".")
        assert "{" not in check.claim


@pytest.mark.parametrize(
    ("indicator", "year", "half"),
    [
        ("adviesvragen per 10.000 inwoners", "2019", "31,2"),
        ("meldingen per 10.000 inwoners", "2019", "38,1"),
        ("adviesvragen per 10.000 inwoners", "2021", "38,4"),
        ("meldingen per 10.000 inwoners", "2021", "34,2"),
    ],
)
def test_the_national_rates_of_hart_van_brabant_all_fit_half_of_the_year(checks, indicator, year, half):
    check = one(checks, indicator=indicator, period=year)
    assert check.verdict is Verdict.HALF_YEAR
    assert f"past bij de helft van {year}: {half}." in check.why
    assert check.limit == "alleen het landelijke cijfer is nagerekend"
    assert "Het cijfer van Hart van Brabant is niet nagerekend." in check.why
    assert check.parts[1].steps[1].startswith(f"De helft van {year}: ")


def test_only_half_of_the_year_fits_never_one_of_its_half_years(observations):
    """With three candidates nearly any number fits one: a number that fits the first half-year alone differs."""
    other = with_count(observations, region="NL01", measure="advice", period="2019HJ01", value=53_145)
    other = with_count(other, region="NL01", measure="advice", period="2019HJ02", value=80_000)
    check = one(
        check_all(tables.key_figures(), evidence=evidence_of(other)),
        indicator="adviesvragen per 10.000 inwoners",
        period="2019",
    )
    assert check.parts[1].verdict is Verdict.DIFFERS


def test_342_is_34_with_a_footnote_mark(checks):
    national = one(checks, indicator="meldingen per 10.000 inwoners", period="2021").parts[1]
    assert national.printed == "342 (lees: 34, met voetnoot 2)"
    assert any("voetnoot" in step for step in national.steps)
    assert "34,2" in national.why


@pytest.mark.parametrize(
    ("indicator", "verdict", "words"),
    [
        ("volwassen slachtoffers per jaar", Verdict.NOT_COMPARABLE, "WODC uit 2010"),
        ("kinderen slachtoffer per jaar", Verdict.WITHIN, "90.000 tot 127.000"),
        ("ouderen slachtoffer per jaar (schatting)", Verdict.DIFFERS, "718.345 inwoners / 50 = 14.367"),
        ("18-plussers die in 5 jaar fysiek of seksueel geweld in huiselijke kring meemaakten", Verdict.HOLDS, "5,5"),
    ],
)
def test_the_verdicts_of_estimates(checks, indicator, verdict, words):
    check = next(check for check in checks if check.indicator == indicator)
    assert check.verdict is verdict
    assert words in " ".join((check.why, *check.parts[0].steps))


def test_right_or_wrong_needs_the_same_definition_whatever_the_figures_say(observations):
    """Whatever a report prints under another definition, the claim is never called right or wrong by it."""
    figures = publications.figures()
    for claim, rows in ((CLAIMS[name], tables.key_figures().query("indicator == @name")) for name in CLAIMS):
        foreign = [figure for figure in claim.figures if figure.counts != claim.counts]
        if not foreign:
            continue
        for factor in (0.01, 1.0, 3.0):
            names = [figure.indicator for figure in foreign]
            number = figures["number"].where(~figures["indicator"].isin(names), figures["number"] * factor)
            evidence = Evidence(
                observations,
                figures.assign(number=number),
                tables.municipalities_2018(),
                tables.reporters(),
            )
            verdicts = {check.verdict for check in check_all(rows, evidence=evidence)}
            assert verdicts <= {Verdict.WITHIN, Verdict.NOT_COMPARABLE}


def test_there_are_six_verdicts():
    assert [str(verdict) for verdict in Verdict] == [
        "klopt",
        "klopt voor een half jaar",
        "past binnen de schatting",
        "wijkt af",
        "niet te vergelijken (andere definitie of jaar)",
        "niet te controleren",
    ]


def test_without_a_fitting_figure_342_is_not_called_a_footnote(observations):
    other = with_count(observations, region="NL01", measure="reports", period="2021HJ01", value=90_000)
    other = with_count(other, region="NL01", measure="reports", period="2021HJ02", value=80_000)
    check = one(
        check_all(tables.key_figures(), evidence=evidence_of(other)),
        indicator="meldingen per 10.000 inwoners",
        period="2021",
    )
    assert check.parts[1].verdict is Verdict.DIFFERS
    assert "voetnoot" not in " ".join(check.parts[1].steps)


def test_a_year_that_really_is_31_makes_the_claim_right_and_changes_its_sentence(observations, checks):
    before = one(checks, indicator="adviesvragen per 10.000 inwoners", period="2019")
    other = with_count(observations, region="NL01", measure="advice", period="2019JJ00", value=53_500)
    after = one(
        check_all(tables.key_figures(), evidence=evidence_of(other)),
        indicator="adviesvragen per 10.000 inwoners",
        period="2019",
    )
    assert after.verdict is Verdict.HOLDS
    assert after.why != before.why
    assert "heel 2019" in after.why


def test_a_figure_of_the_region_itself_is_checked_as_soon_as_it_is_there(observations, checks):
    before = one(checks, indicator="meldingen per 10.000 inwoners", period="2019").parts[0]
    assert before.verdict is Verdict.NOT_CHECKABLE
    assert "nog niet op deze site" in before.why
    inhabitants = evidence_of(observations).inhabitants("VT15", year=2019)
    other = with_count(
        observations,
        region="VT15",
        measure="reports",
        period="2019JJ00",
        value=round(inhabitants * 48 / 10_000 / 5) * 10,
    )
    after = one(
        check_all(tables.key_figures(), evidence=evidence_of(other)),
        indicator="meldingen per 10.000 inwoners",
        period="2019",
    ).parts[0]
    assert after.verdict is Verdict.HALF_YEAR


def test_the_quarter_of_helmond_stays_unverified_and_is_twice_a_quarter_of_the_national_year(checks):
    check = one(checks, indicator="meldingen bij Veilig Thuis", period="2023-Q1")
    assert check.verdict is Verdict.NOT_CHECKABLE
    assert "127.340" in check.parts[0].steps[1]
    assert "2,0 keer een kwart" in check.why


def test_a_quarter_above_the_half_year_of_cbs_differs(observations):
    other = with_count(observations, region="GM0794", measure="reports", period="2023HJ01", value=300)
    check = one(
        check_all(tables.key_figures(), evidence=evidence_of(other)),
        indicator="meldingen bij Veilig Thuis",
        period="2023-Q1",
    )
    assert check.verdict is Verdict.DIFFERS
    assert "300" in check.why


def test_counts_of_press_and_own_counts_never_serve_as_evidence(observations):
    evidence = evidence_of(observations)
    kinds = {row for row in observations["source"].astype("str").unique() if row.startswith(("pers-", "opgave-"))}
    assert kinds
    tables_used = {count.table for count in evidence.counts.cells.values()}
    assert not {table for table in tables_used if table.startswith(("pers-", "opgave-", "wb-"))}


def test_the_police_fall_and_the_team_follow_from_the_tables_of_the_same_document(checks):
    assert one(checks, indicator="daling politiemeldingen 2017-2018", period="2018").verdict is Verdict.HOLDS
    assert one(checks, indicator="casussen met inzet interventieteam", period="2018").verdict is Verdict.HOLDS
    assert one(checks, indicator="casussen met inzet interventieteam", period="2017").verdict is Verdict.NOT_CHECKABLE
