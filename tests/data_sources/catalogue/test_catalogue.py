"""Each entry of the catalogue is complete, and points only at things that are there."""

import re

import pytest

from data_sources.catalogue.areas import AREAS
from data_sources.catalogue.embedded_indicators import EMBEDDED_INDICATORS
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import SourceKind
from data_sources.catalogue.sources import SOURCES
from data_sources.catalogue.tables import TABLES
from data_sources.documents import DOCUMENTS
from data_sources.level import Level
from data_sources.period import Kind, Period
from data_sources.snapshots import EMBEDDED, load

NOT_READ_YET = {
    "84847NED",
    "84854NED",
    "84855NED",
    "86315NED",
    "86316NED",
}  # no page of these tables was published where we could read it


@pytest.fixture(scope="module")
def observations():
    return load(EMBEDDED).observations


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_source_says_who_what_and_on_which_terms(source):
    assert all((source.id, source.owner, source.title, source.licence, source.attribution))
    assert source.url.startswith(("https://", "http://")) or source.id in DOCUMENTS
    assert (source.licence == "CC BY 4.0") == (source.kind is SourceKind.CBS)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_says_what_it_holds(table):
    assert table.title
    assert SOURCES[table.source.id] is table.source
    assert table.levels
    assert table.measures or table.id in NOT_READ_YET
    ids = [measure.id for measure in table.measures]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", id_) for id_ in ids)
    assert all(measure.title and measure.unit for measure in table.measures)
    assert table.caveats or table.source.kind is SourceKind.CBS


@pytest.mark.parametrize(
    "table", [table for id_, table in TABLES.items() if id_.endswith("NED")], ids=lambda table: table.id
)
def test_a_statline_table_is_rounded_to_fives_and_comparable_from_2019(table):
    assert table.rounding == 5
    assert table.first_comparable == Period.year(2019)
    assert Level.COUNTRY in table.levels
    assert (Level.MUNICIPALITY in table.levels) == table.title.endswith(" regio")


def test_the_snapshot_holds_only_measures_and_levels_the_catalogue_declares(observations):
    for (table, measure, level, unit), _ in observations.groupby(["table", "measure", "level", "unit"], observed=True):
        assert TABLES[table].measure(measure).unit == unit
        assert level in TABLES[table].levels


def test_the_snapshot_names_the_source_of_the_catalogue(observations):
    pairs = observations[["table", "source"]].drop_duplicates().itertuples(index=False)
    assert all(TABLES[table].source.id == source for table, source in pairs)


@pytest.mark.parametrize("spec", EMBEDDED_INDICATORS.values(), ids=EMBEDDED_INDICATORS)
class TestIndicator:
    def test_says_what_it_counts(self, spec):
        assert spec.title[0].isupper()
        assert spec.definition.endswith(".")
        assert spec.caveats
        assert all(text.endswith(".") for text in spec.caveats)
        assert re.fullmatch(r"[a-z0-9-]+", spec.id)

    def test_never_calls_a_report_a_victim(self, spec):
        text = " ".join((spec.title, spec.short, spec.definition, *spec.caveats)).lower()
        assert not re.search(r"slachtoffer|dader|beter|slechter", text)

    def test_points_only_at_declared_measures(self, spec):
        for cells in (*spec.numerator, *(spec.denominator or ())):
            assert TABLES[cells.table].measure(cells.measure)
            assert TABLES[cells.table].source.kind in {SourceKind.CBS, SourceKind.DOCUMENT}

    def test_has_figures_in_the_snapshot(self, spec, observations):
        tables = {(cells.table, cells.measure, cells.category) for cells in spec.numerator}
        present = observations[observations["missing"] == "present"]
        keys = set(zip(present["table"], present["measure"], present["category"], strict=True))
        assert tables & keys

    def test_has_rising_round_class_borders(self, spec):
        assert Kind.YEAR in spec.class_breaks
        for borders in spec.class_breaks.values():
            assert list(borders) == sorted(set(borders))
            assert len(borders) == 4
            assert all(border == round(border) for border in borders)

    def test_rate_or_share(self, spec):
        assert spec.is_rate == (spec.unit == "per 10.000 inwoners")

    def test_twin_points_back(self, spec):
        assert spec.twin is None or INDICATORS[spec.twin].twin == spec.id


@pytest.mark.parametrize("id_", ["wb-meldingen", "wb-adviezen", "wb-ondersteuning"])
def test_no_class_of_west_brabant_holds_more_than_half_of_its_municipalities(id_, observations):
    spec = INDICATORS[id_]
    rows = observations[(observations["table"] == "wb-gemeenten-2018") & (observations["level"] == "GM")]
    wide = rows.pivot(index="region", columns="measure", values="value")
    rates = (10_000 * wide[spec.numerator[0].measure] / wide["inhabitants_printed"]).dropna()
    counts = rates.map(lambda rate: sum(rate >= border for border in spec.class_breaks[Kind.YEAR])).value_counts()
    assert counts.max() <= len(rates) / 2


def test_no_class_of_the_follow_up_share_holds_more_than_half_of_the_provinces(observations):
    spec = INDICATORS["aandeel-vervolgmeldingen"]
    shares = observations[(observations["measure"] == "follow_up_reports_share") & (observations["level"] == "PV")][
        "value"
    ]
    assert len(shares) == 12
    counts = shares.map(lambda share: sum(share >= border for border in spec.class_breaks[Kind.YEAR])).value_counts()
    assert counts.max() <= 6


@pytest.mark.parametrize("area", AREAS.values(), ids=AREAS)
def test_a_document_area_is_described_and_has_a_source(area):
    assert Level.of(area.code) is Level.DOCUMENT_AREA
    assert area.description.endswith(".")
    assert area.document in SOURCES


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_is_a_source_too(document):
    assert all((document.title, document.publisher, document.date, document.region))
    assert SOURCES[document.id].kind is (SourceKind.ARTICLE if document.article else SourceKind.DOCUMENT)
