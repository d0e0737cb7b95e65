"""Rule 5: a comparator has a name and a date and was published; no national figure before 2019; no sum is national."""

from types import SimpleNamespace

import pandas as pd
import pytest

from data_sources.level import Level
from data_sources.period import Period
from editions.comparators import national_comparator
from editions.edition import current_edition
from editions.values import values
from geo import registry
from indicators import comparators
from indicators.comparator import Comparator, NoComparator, comparator_of
from indicators.compare import compare
from indicators.sentences import comparison
from tests.indicators.conftest import values_of
from tests.rules.holding import BREDA, REPORTS, Y2023, country, holds, variants

YEARS = range(2015, 2024)
NATION = values_of(
    [127_000] * len(YEARS), bases=17_800_000, codes=["NL01"] * len(YEARS), period=[f"{year}JJ00" for year in YEARS], spec=REPORTS
)  # fmt: skip
PLACES = values_of(
    [100 + 5 * n for n in range(342)], bases=40_000, spec=REPORTS,
    codes=sorted(place.code for place in registry.regions(Level.MUNICIPALITY, year=2023)),
)  # fmt: skip


def any_row(values, *, spec, period, date=""):
    return comparator_of(comparators.row_of(values, code="NL01", period=period), name="Nederland", spec=spec, date=date)


def without_a_date(values, *, spec, period, date=""):
    return comparators.national(values, spec=spec, period=period, date=date and "")


def whatever_the_source(values, *, spec, period, date=""):
    return comparators.national(values.assign(source="cbs"), spec=spec, period=period, date=date)


def without_a_reason(values, *, spec, period, date=""):
    found = comparators.national(values, spec=spec, period=period, date=date)
    return NoComparator("Geen cijfer.") if isinstance(found, NoComparator) else found


def is_published(national):
    for year in YEARS:
        found = national(NATION, spec=REPORTS, period=Period.year(year), date="1 maart 2025")
        if year < 2019:
            assert isinstance(found, NoComparator)
            assert found.reason == f"Geen landelijk cijfer: het CBS vond de regio's in {year} niet vergelijkbaar."
        else:
            assert isinstance(found, Comparator)
            assert (found.name, found.date, found.table, found.published) == ("Nederland", "1 maart 2025", "T1", True)
            assert found.period == Period.year(year)
    other = national(NATION.assign(source="west-brabant-2019"), spec=REPORTS, period=Y2023)
    assert isinstance(other, NoComparator), "CBS did not publish it"


@variants(comparators.national, any_row, without_a_date, whatever_the_source, without_a_reason)
def test_the_national_figure_is_published_and_dated(variant, honest):
    assert holds(is_published, variant) is honest


def anonymous(**fields):
    return SimpleNamespace(**fields)


def needs_a_name(make):
    full = vars(country())
    assert make(**full).name == "Nederland"
    for lacking in ({"name": " "}, {"table": ""}):
        with pytest.raises(ValueError, match="needs a name and a table"):
            make(**{**full, **lacking})


@variants(Comparator, anonymous)
def test_a_comparator_without_a_name_or_a_table_cannot_exist(variant, honest):
    assert holds(needs_a_name, variant) is honest


def the_sums(together):
    ask = {"spec": REPORTS, "period": Y2023}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparators, "together", together)
        rows = comparators.rows_by_code(PLACES, period=Y2023)
        people = dict.fromkeys(rows, 30_000.0)
        yield comparators.touching(rows, code=BREDA, **ask)
        yield comparators.larger_place({}, rows, code=BREDA, level=Level.PROVINCE, **ask)
        yield comparators.same_size(rows, code=BREDA, inhabitants=people, **ask)


def together_as_country(parts, *, name, **arguments):
    return REAL_TOGETHER(parts, name=name.replace("som van", "Nederland:"), **arguments)


def together_as_published(parts, **arguments):
    found = REAL_TOGETHER(parts, **arguments)
    return Comparator(**{**vars(found), "published": True})


REAL_TOGETHER = comparators.together


def admits_to_be_a_sum(together):
    for found in the_sums(together):
        assert not found.published
        assert found.name.startswith("som van ")
        assert not any(word in found.name.lower() for word in ("nederland", "landelijk"))


@variants(comparators.together, together_as_country, together_as_published)
def test_a_sum_is_never_called_national(variant, honest):
    assert holds(admits_to_be_a_sum, variant) is honest


def nameless(found, comparator, *, spec):
    return comparison(found, comparator, spec=spec).replace("Nederland", "het gemiddelde")


def undated(found, comparator, *, spec):
    return comparison(found, comparator, spec=spec).replace(f" in {comparator.period.label}", "")


def names_its_comparator(say):
    against = comparators.national(NATION, spec=REPORTS, period=Y2023, date="1 maart 2025")
    place = values_of([1000], codes=[BREDA], spec=REPORTS).iloc[0]
    text = say(compare(place, against, spec=REPORTS), against, spec=REPORTS)
    for part in ("Nederland", "in 2023", "bron: CBS, tabel T1", "1 maart 2025"):
        assert part in text
    codes = ["GM0014", "GM0034"]
    rows = comparators.rows_by_code(PLACES, period=Y2023)
    own = comparators.together(rows, codes=codes, name="som van twee gemeenten", spec=REPORTS, period=Y2023)
    assert "eigen optelling" in say(compare(place, own, spec=REPORTS), own, spec=REPORTS)


def as_if_published(found, comparator, *, spec):
    return comparison(found, comparator, spec=spec).replace(", eigen optelling", "")


@variants(comparison, nameless, undated, as_if_published)
def test_the_sentence_names_comparator_period_source_and_date(variant, honest):
    assert holds(names_its_comparator, variant) is honest


def test_files_and_pages_say_what_is_known_where_the_country_has_no_figure(data):
    """Both halves of 2019 are known: the reason for 2019 names them, in the file that every page takes it from."""
    edition = current_edition()
    for indicator in ("meldingen", "adviezen", "aandeel-adviezen"):
        rows = values(edition, indicator, level=Level.COUNTRY)
        filled = {Period.from_code(str(code)) for code in rows.loc[rows["value"].notna(), "period"]}
        file = pd.read_csv(f"{data}/{indicator}.csv", dtype="str", keep_default_na=False)
        for year in range(2019, 2026):
            against = national_comparator(edition, indicator, period=Period.year(year))
            halves = [half for half in (1, 2) if Period.half_year(year, half) in filled]
            if Period.year(year) in filled:
                assert isinstance(against, Comparator)
                continue
            assert isinstance(against, NoComparator)
            assert set(file.loc[file["periode"] == str(year), "vergelijking_met"]) <= {against.reason}
            assert against.reason.count("halfjaar") == len(halves), against.reason
            assert ("staat nog niet op deze site" in against.reason) is (not halves)
    known = national_comparator(edition, "meldingen", period=Period.year(2019))
    assert known == NoComparator(
        "Geen landelijk cijfer over heel 2019. Wel over het eerste halfjaar 37,7 en over het tweede halfjaar 38,6 per 10.000 inwoners."
    )


def test_the_made_up_places_are_those_of_2023():
    assert len(pd.unique(PLACES["region"])) == 342
