"""Nothing that is loaded is denied, asked for, or shown nowhere (STATISTICS rule 17)."""

import re

import pytest

from data_sources import snapshots
from data_sources.catalogue.impact_monitor import THEMES
from data_sources.catalogue.subjects import BY_ID, SUBJECTS
from data_sources.catalogue.tables import TABLES
from indicators import loaded_cells, notation

COUNTRY = "NL01"
WHERE = {  # CBS table and category by the indicator of the Impactmonitor, by hand
    "Aard van het geweld in adviezen en meldingen": ("84851NED", "Kindermishandeling"),
    "Duur van het geweld": ("84849NED", "Duur geweld: langer dan 5 jaar"),
    "Politiemeldingen aan Veilig Thuis": ("84849NED", "J en V: politie: totaal"),
    "Type adviesvrager en melder": ("84848NED", "Beroep: medisch: verpleegkundige"),
    "Uitkomsten van onderzoeken door Veilig Thuis": ("84853NED", "Kindermishandeling: bevestigd"),
    "Casussen bij Veilig Thuis": ("84850NED", None),
    "Hermeldingen en vervolgmeldingen": ("85361NED", "Totaal"),
}


@pytest.fixture(scope="module")
def observations():
    rows = snapshots.load().observations
    rows = rows[rows["table"].astype("str").str.endswith("NED")]
    text = ["table", "measure", "category", "region", "period"]
    return rows.astype(dict.fromkeys(text, "str"))


@pytest.fixture(scope="module")
def page(read_page):
    return read_page("impact_monitor.py")


def test_every_loaded_cell_belongs_to_one_subject(observations):
    for table, rows in observations.groupby("table"):
        for category in rows["category"].unique():
            holding = [subject.id for subject in SUBJECTS if table in subject.tables and subject.holds(category)]
            assert len(holding) == 1
    assert {table for subject in SUBJECTS for table in subject.tables} == {id_ for id_ in TABLES if id_.endswith("NED")}


def test_every_loaded_figure_is_among_the_cells_of_its_place():
    """Walks all subjects, places and periods: what a reader opens holds every published cell."""
    everything = snapshots.load().observations
    for subject in SUBJECTS:
        rows = loaded_cells.cells(everything, subject=subject)
        known = rows[rows["value"].notna()]
        for (region, period), own in known.groupby(["region", "period"]):
            shown = loaded_cells.of_place(rows, region=region, period=period)
            for _, per_cell in own.groupby(["measure", "category"]):
                assert per_cell["value"].isin(shown["value"]).any()


@pytest.mark.parametrize(
    ("subject", "place", "group", "value"),
    [
        ("onderzoeken", "NL01", "Kindermishandeling: bevestigd", "2.900"),
        ("onderzoeken", "VT08", "Kindermishandeling: weerlegd", "10"),
        ("wie", "VT01", "Beroep: medisch: verpleegkundige", "145"),
        ("wie", "GM0080", "J en V: politie: totaal", "815"),
        ("aard", "GM1731", "Kindermishandeling", "65"),
        ("eerder", "GM0014", "Alles samen", "895"),
    ],
)
def test_the_cells_of_a_subject_and_place_stand_on_the_page_with_source_and_files(
    read_page, subject, place, group, value
):
    page = read_page("impact_monitor.py", onderwerp=subject, plaats=place)
    for toggle in page.run.toggle:
        if toggle.key == "all-cbs-tabellen":
            toggle.set_value(True).run()
    assert any(row[0] == group and row[2] == value for row in page.rows if len(row) == 3)
    assert any(f"({table})" in page.text for table in BY_ID[subject].tables)


def test_the_list_denies_no_figure_that_is_loaded(page, observations):
    rows = {row[0]: row for row in page.rows if len(row) == 6}
    known = observations[observations["value"].notna()]
    for name, (table, category) in WHERE.items():
        own = known[(known["table"] == table) & ((known["category"] == category) | (category is None))]
        if (own["region"] == COUNTRY).any():
            assert rows[name][2] != "niet op deze site", name
        if (own["region"] != COUNTRY).any():
            assert rows[name][3] != "niet op deze site", name


def test_every_indicator_of_a_table_names_the_cells_that_give_it():
    """A new row of the list that names a CBS table must say which cells of it would be shown."""
    for theme in THEMES:
        for indicator in theme.indicators:
            tables = re.findall(r"\d{5}NED", indicator.elsewhere)
            if tables and indicator.regional_here is None:
                assert indicator.loaded is not None, indicator.name
            if indicator.loaded is not None:
                assert set(BY_ID[indicator.loaded.subject].tables) & set(tables)


def test_a_data_version_without_a_table_says_so_and_one_with_it_does_not():
    from charts.documents.impact_matrix import impact_matrix

    everything = snapshots.load().observations
    loaded = {subject.id: loaded_cells.cells(everything, subject=subject) for subject in SUBJECTS}
    row = "Uitkomsten van onderzoeken door Veilig Thuis"

    def regional(cells) -> str:
        printed = impact_matrix(cells).printed.set_index("Cijfer")
        return str(printed.loc[row, "Regionaal"])

    assert regional(loaded) == "2 plaatsen, zoals Amsterdam-Amstelland"
    assert regional(loaded | {"onderzoeken": loaded["onderzoeken"].head(0)}) == "niet op deze site"


@pytest.mark.parametrize("place", ["VT08", "GM1731"])
def test_a_place_leads_to_its_cells(read_page, place):
    assert f"plaats={place}#cbs-tabellen" in read_page("municipality.py", gemeente=place).markup


def test_a_hidden_cell_keeps_its_words(read_page):
    page = read_page("impact_monitor.py", onderwerp="onderzoeken", plaats="VT01")
    own = [row for row in page.rows if len(row) == 3 and row[0] == "Kindermishandeling: weerlegd"]
    assert [row[2] for row in own] == [notation.state_words("cbs_dot")]


DENIALS = re.compile(
    r"niet in de open cijfers|geen open (?:tabel|cijfer)|open cijfers geven|vraag het (?:aan )?(?:de|uw) wethouder"
    r"|telt politie en justitie in deze tabel samen",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("file", "choices"),
    [
        ("impact_monitor.py", {}),
        ("programmes.py", {}),
        ("programmes.py", {"regio": "NL01"}),
        ("programmes.py", {"regio": "VT02"}),
        ("west_brabant.py", {}),
        ("sources.py", {}),
        *(("municipality.py", {"gemeente": code}) for code in ("GM0014", "GM0080", "GM0363", "GM1731", "GM0794")),
    ],
)
def test_no_page_denies_what_it_could_not_know(read_page, file, choices):
    """A page speaks of the figures on this site; that no open figure exists is not for it to say."""
    assert not DENIALS.search(read_page(file, **choices).text)
