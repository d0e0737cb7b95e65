"""The cells of every CBS table can be opened after a refresh, also of measures that no catalogue names (rule 17)."""

import pytest

from data_sources import snapshots
from data_sources.catalogue.refreshed import REFRESHED_TABLES
from data_sources.catalogue.subjects import SUBJECTS
from data_sources.cbs import Service
from data_sources.refresh.console import Console
from data_sources.refresh.run import refresh
from indicators import notation
from tests.cbs_service.made_up import full
from tests.cbs_service.server import CbsService

COUNTRY = "NL01"
PERIOD = "2023JJ00"


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory) -> str:
    """Folder with a version of made-up figures of every table on Veilig Thuis."""
    folder = tmp_path_factory.mktemp("refreshed")
    with CbsService(full(years=(2023,), only=3, half=None)) as service:
        assert refresh(folder, tables=REFRESHED_TABLES, service=Service.at(service.url), listener=Console()).complete
    return str(folder)


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.id)
def test_the_cells_of_a_subject_open_after_a_refresh(read_page, refreshed, monkeypatch, subject) -> None:
    monkeypatch.setenv("HGIB_DATA", refreshed)
    page = read_page("impact_monitor.py", onderwerp=subject.id, plaats=COUNTRY, wanneer="2023")
    assert not page.run.exception
    observations = snapshots.load().observations
    own = observations[
        observations["table"].isin(subject.tables)
        & (observations["region"] == COUNTRY)
        & (observations["period"] == PERIOD)
        & (observations["unit"] == "per 100.000 inwoners")
        & observations["value"].notna()
    ]
    assert len(own)
    shown = {row[2] for row in page.rows if len(row) == 3 and row[1].endswith(" per 100.000 inwoners")}
    assert shown
    assert shown <= {notation.count(value) for value in own["value"]}


def test_a_table_is_only_called_empty_while_it_is(read_page, refreshed, monkeypatch) -> None:
    words = "Van deze tabel zijn nu geen cijfers opgenomen."
    assert words in read_page("sources.py").text
    monkeypatch.setenv("HGIB_DATA", refreshed)
    assert words not in read_page("sources.py").text
