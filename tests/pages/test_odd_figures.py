"""What a refresh found odd reaches the reader: at the figure, on the sheet, in the files and on Bronnen en uitleg."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pypdf
import pytest

from data_sources import snapshots
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.cbs import Service
from data_sources.refresh.console import Console
from data_sources.refresh.run import refresh
from editions.edition import current_edition
from tests.cbs_service.made_up import full
from tests.cbs_service.server import CbsService
from tests.conftest import ROOT
from web.open_data.filters import Query
from web.open_data.resources import resources
from web.sheets import facts, pdf

pytestmark = pytest.mark.slow

TABLES = {"84849NED", "70072ned", "86315NED", "86316NED"}
PLACE = "GM0014"
OLD = "Dit cijfer staat niet meer in de tabel van het CBS."


@pytest.fixture(scope="module")
def odd(tmp_path_factory) -> str:
    """Folder with a version in which the reports are those of before, one place is unknown and one sum is off."""
    folder = tmp_path_factory.mktemp("odd")
    tables = [table for table in REFRESHED_TABLES if table.id in TABLES]
    with CbsService(full(years=(2023, 2024), only=8)) as service:
        ask = {"service": Service.at(service.url), "listener": Console()}
        assert refresh(folder, tables=tables, **ask).complete
        service.change("84849NED", "missing_measure", "unknown_region", "some_sums_off")
        service.change("86316NED", "unknown_region")
        assert refresh(folder, tables=[one for one in tables if one.id in {"84849NED", "86316NED"}], **ask).complete
    return str(folder)


@pytest.fixture(scope="module")
def regrouped(tmp_path_factory) -> str:
    """Folder with a version in which the measures of a table stand in other groups than we know."""
    folder = tmp_path_factory.mktemp("regrouped")
    with CbsService(full(years=(2023, 2024), only=8, half=None)) as service:
        service.change("84849NED", "regrouped")
        service.change("84851NED", "regrouped")  # the measures of the other one stand in no group that we know
        tables = [table for table in REFRESHED_TABLES if table.id in {"84849NED", "84851NED", "70072ned"}]
        assert refresh(folder, tables=tables, service=Service.at(service.url), listener=Console()).complete
    return str(folder)


@pytest.fixture(autouse=True)
def _in_use(odd, monkeypatch) -> None:
    monkeypatch.setenv("HGIB_DATA", odd)


def own_rate(measure: str) -> str:
    """What the page has to say of CBS's own figure in 2024."""
    rows = snapshots.load().observations
    rows = rows[(rows["table"] == "84849NED") & (rows["category"] == "Totaal") & (rows["region"] == PLACE)]
    value = rows[(rows["measure"] == f"{measure}_per_100_000") & (rows["period"] == "2024JJ00")]["value"].iloc[0]
    return f"CBS zelf: {value:,.0f} per 100.000 inwoners.".replace(",", ".").replace("100.000", "100.000")


def test_the_page_of_a_municipality_shows_cbs_beside_ours_and_dates_old_figures(read_page) -> None:
    text = read_page("municipality.py", gemeente=PLACE, periode="2024").text
    assert own_rate("advice") in text
    assert own_rate("reports") in text
    assert text.count(OLD) == 3  # the reports in the answer and in their card, and the share they are part of
    assert "Bij een deel van de cijfers uit 84849NED hoort een opmerking." in text


def test_the_card_beside_the_map_shows_them_too(read_page) -> None:
    text = read_page("map.py", indicator="meldingen", niveau="GM", periode="2024", gemeente=PLACE).text
    assert OLD in text
    assert own_rate("reports") in text


def test_the_sheet_shows_them_with_the_number_and_the_other_figures_on_one_page() -> None:
    sheet = facts.sheet(current_edition(), PLACE, year=2024)
    assert own_rate("reports") in sheet.comparison
    assert OLD in sheet.comparison
    advice = next(line for line in sheet.caveats if line.startswith("Adviezen van Veilig Thuis: "))
    assert own_rate("advice") in advice
    assert OLD not in advice
    assert any(line.startswith("Aandeel adviezen: ") and OLD in line for line in sheet.caveats)
    written = pdf.pdf(sheet, address="http://127.0.0.1/gemeenteblad/plaats", moment=datetime(2026, 11, 29, tzinfo=UTC))
    assert len(pypdf.PdfReader(io.BytesIO(written)).pages) == 1


def test_the_files_have_a_column_for_both() -> None:
    rows = resources(current_edition())["meldingen"].rows(current_edition(), Query(codes=(PLACE,)))
    row = rows[rows["periode"] == "2024"].iloc[0]
    assert own_rate("reports").startswith(f"CBS zelf: {row['cbs_per_100000']:.0f}".replace(",", "."))
    assert OLD in row["opmerking"]
    advice = resources(current_edition())["adviezen"].rows(current_edition(), Query(codes=(PLACE,)))
    assert advice[advice["periode"] == "2024"].iloc[0]["opmerking"] == ""


def test_sources_names_every_remark_and_a_place_nobody_knows(read_page) -> None:
    text = read_page("sources.py").text
    assert "Opmerkingen bij het ophalen van 84849NED" in text
    assert "Opgehaald bij het CBS via OData v3." in text
    assert "Onbekende gebieden, wel ingelezen: GM9999 (Nergenshuizen)" in text
    assert "Nieuwe gebieden: Nergenshuizen (GM9999)" in text
    assert "sommen wijken meer af dan de afronding" in text
    assert "Het best past: de inwoners op 1 januari van het jaar" in text
    assert f"Bij een deel van de cijfers: {OLD}" in text


@pytest.mark.parametrize("page", sorted(path.name for path in (ROOT / "pages").glob("[a-z]*.py")))
@pytest.mark.parametrize(
    "choice", [{"gemeente": PLACE}, {"gemeente": "GM9999"}, {"gemeente": PLACE, "periode": "2026-H1"}]
)
def test_no_page_stumbles_over_a_place_nobody_knows_or_half_a_year(read_page, page, choice) -> None:
    assert read_page(page, **choice).text


def test_the_half_year_that_is_out_can_be_seen(read_page) -> None:
    assert "eerste halfjaar 2026" in read_page("municipality.py", gemeente=PLACE, periode="2026-H1").text


@pytest.mark.parametrize("page", ["municipality.py", "map.py", "trends.py", "sources.py"])
def test_a_regrouped_measure_is_read_and_named(read_page, regrouped, monkeypatch, page) -> None:
    monkeypatch.setenv("HGIB_DATA", regrouped)
    text = read_page(page, gemeente=PLACE).text
    assert text
    if page == "sources.py":
        assert "staat nu als" in text


def test_tables_without_a_figure_of_their_own_can_be_had_whole(read_page) -> None:
    edition = current_edition()
    assert "/data/v1/tabel-86315ned.csv" in read_page("downloads.py").markup
    known = resources(edition)
    national = known["tabel-86315ned"].rows(edition, Query())
    observations = snapshots.load().observations
    assert len(national) == int((observations["table"] == "86315NED").sum())
    assert set(national["plaats"]) == {"Nederland"}
    regional = known["tabel-86316ned"].rows(edition, Query())
    assert "Nergenshuizen" in set(regional["plaats"])
    assert {"aantal", "per 100.000 inwoners"} == set(regional["eenheid"])
    one = known["tabel-86316ned"].rows(edition, replace(Query(), codes=("VT01",)))
    assert set(one["code"]) == {"VT01"}
    assert pd.to_numeric(one["waarde"]).notna().any()
