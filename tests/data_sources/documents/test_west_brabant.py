"""What the West-Brabant document really says, checked on the figures the app carries."""

import itertools

import pytest

from data_sources.catalogue.areas import AREAS
from data_sources.documents import DOCUMENTS
from data_sources.documents.tables import (
    UNCERTAIN,
    ages,
    key_figures,
    money,
    municipalities_2018,
    production,
    programme_indicators,
    reporters,
)
from data_sources.places import memberships
from data_sources.snapshots import EMBEDDED, load

TOTAL = "Totaal West-Brabant"
LOST_COLUMNS = ("onderzoeken", "casusregie", "huisverboden", "interventieteam")


@pytest.fixture(scope="module")
def tabel_2():
    return municipalities_2018()


def printed_total(tabel_2, measure: str) -> float:
    return tabel_2[(tabel_2["municipality"] == TOTAL) & (tabel_2["measure"] == measure)]["value"].item()


def sum_of_parts(tabel_2, measure: str) -> float:
    return tabel_2[(tabel_2["municipality"] != TOTAL) & (tabel_2["measure"] == measure)]["value"].sum()


def all_reports():
    return production().query("product == 'Meldingen'").set_index("year")["count"]


@pytest.mark.parametrize(("measure", "total"), [("ondersteuning", 194), ("adviezen", 3102), ("meldingen", 6039)])
def test_three_columns_of_tabel_2_add_up_to_their_printed_total(tabel_2, measure, total):
    assert printed_total(tabel_2, measure) == sum_of_parts(tabel_2, measure) == total


def test_the_printed_inhabitants_do_not_add_up_to_their_printed_total(tabel_2):
    assert sum_of_parts(tabel_2, "inwoners_2017") == 729_123
    assert printed_total(tabel_2, "inwoners_2017") == 718_345


def test_the_printed_inhabitants_are_not_those_of_cbs_in_2017_or_2018():
    observations = load(EMBEDDED).observations
    cbs = observations[observations["table"] == "inwoners-gemeenten"]
    members = AREAS["DR01"].members
    for year in (2017, 2018):
        of_year = cbs[(cbs["period"] == f"{year}JJ00") & cbs["region"].isin(members)]
        assert len(of_year) == 19
        assert of_year["value"].sum() not in {729_123, 718_345}


@pytest.mark.parametrize(("name", "printed", "own"), [("Breda", 0.1, 1.0), ("Oosterhout", 0.1, 1.1)])
def test_two_printed_percentages_do_not_follow_from_their_own_counts(tabel_2, name, printed, own):
    row = tabel_2[tabel_2["municipality"] == name].set_index("measure")["value"]
    assert row["meldingen_pct_gedrukt"] == printed
    assert round(100 * row["meldingen"] / row["inwoners_2017"], 1) == own


def test_breda_has_100_reports_per_10_000_of_its_printed_inhabitants():
    rows = (
        load(EMBEDDED)
        .observations.query("table == 'wb-gemeenten-2018' and region == 'GM0758'")
        .set_index("measure")["value"]
    )
    assert (rows["reports"], rows["inhabitants_printed"]) == (1842, 184_069)
    assert round(10_000 * rows["reports"] / rows["inhabitants_printed"], 1) == 100.1


def test_exactly_33_placements_of_the_lost_values_fit_all_printed_totals(tabel_2):
    """Enumerate: values keep their order, each in another empty column of its row; all four totals must come out."""
    lost = tabel_2[tabel_2["status"] == UNCERTAIN]
    rest = [printed_total(tabel_2, column) - sum_of_parts(tabel_2, column) for column in LOST_COLUMNS]
    rows = []
    for name, values in lost.groupby("municipality", sort=False):
        taken = set(tabel_2.loc[tabel_2["municipality"] == name, "measure"])
        empty = [column for column in LOST_COLUMNS if column not in taken]
        rows.append((name, values["value"].tolist(), list(itertools.combinations(empty, len(values)))))
    fitting = []
    for placement in itertools.product(*(choices for _, _, choices in rows)):
        sums = dict.fromkeys(LOST_COLUMNS, 0.0)
        for (_, values, _), columns in zip(rows, placement, strict=True):
            for value, column in zip(values, columns, strict=True):
                sums[column] += value
        if list(sums.values()) == rest:
            fitting.append(placement)
    assert len(fitting) == 33

    for number, (name, values, _) in enumerate(rows):
        stated = lost.loc[lost["municipality"] == name, "possible_measures"].tolist()
        for position in range(len(values)):
            assert {placement[number][position] for placement in fitting} == set(stated[position]), name


def test_a_value_whose_column_is_lost_is_never_a_value_of_one_column():
    rows = load(EMBEDDED).observations.query("table == 'wb-gemeenten-2018' and missing == 'column_uncertain'")
    assert len(rows) > 0
    assert rows["value"].isna().all()


def test_the_document_area_holds_19_municipalities_18_of_west_brabant_and_tholen():
    places = memberships()
    of_cbs = set(places[(places["year"] == 2018) & (places["vt_region"] == "VT21")]["municipality"])
    assert set(AREAS["DR01"].members) - of_cbs == {"GM0716"}
    assert len(AREAS["DR01"].members) == 19
    in_table = load(EMBEDDED).observations.query("table == 'wb-gemeenten-2018' and level == 'GM'")["region"].unique()
    assert set(in_table) == set(AREAS["DR01"].members)


@pytest.mark.parametrize(("year", "parts", "total"), [(2017, 7527, 7561), (2018, 6000, 6039)])
def test_the_reporters_of_bijlage_4_do_not_add_up_to_all_reports(year, parts, total):
    assert reporters().groupby("year")["count"].sum()[year] == parts
    assert all_reports()[year] == total


def test_police_reports_fell_by_more_than_all_reports_together():
    police = reporters().query("reporter == 'Politie'").set_index("year")["count"]
    reports = all_reports()
    assert police[2018] - police[2017] == -1786
    assert reports[2018] - reports[2017] == -1522


@pytest.mark.parametrize("year", [2017, 2018])
def test_the_printed_shares_of_bijlage_4_are_of_all_reports(year):
    rows = reporters().set_index("year").loc[year]
    assert ((100 * rows["count"] / all_reports()[year]).round(2) - rows["percent_printed"]).abs().max() < 0.0101


def test_every_document_table_names_a_known_document_and_a_place_in_it():
    tables = [production(), municipalities_2018(), reporters(), ages(), money(), key_figures(), programme_indicators()]
    for table in tables:
        assert set(table["document"]) <= set(DOCUMENTS)
        assert table["place"].ne("").all()


def test_an_amount_left_open_in_the_document_is_not_zero():
    open_amounts = money().query("status == 'PM'")
    assert len(open_amounts) == 3
    assert open_amounts["amount_eur"].isna().all()


def test_the_national_values_in_the_hart_van_brabant_page_fit_half_a_year():
    national = (
        load(EMBEDDED)
        .observations.query("table == 'impactmonitor-2022-4.1' and period == '2019HJ01'")
        .set_index("measure")
    )
    inhabitants = (
        load(EMBEDDED).observations.query("table == 'inwoners-nederland' and period == '2019JJ00'")["value"].item()
    )
    rates = (10_000 * national["value"] / inhabitants).round(1)
    assert (rates["advice"], rates["reports"]) == (30.8, 37.7)
    printed = key_figures().query("document == 'hart-van-brabant-2019-2021'").set_index("indicator")["compare_value"]
    assert printed["adviesvragen per 10.000 inwoners"] == round(rates["advice"])
    assert printed["meldingen per 10.000 inwoners"] == round(rates["reports"])
