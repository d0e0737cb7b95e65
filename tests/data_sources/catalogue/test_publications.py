"""Reports and articles come from a CSV: every row becomes the Source that its kind asks for."""

from datetime import date

import pytest

from data_sources.catalogue.model import SourceKind
from data_sources.catalogue.publications import PUBLICATIONS, publication_sources
from data_sources.published import UnknownColumnError

HEADER = "id,kind,owner,title,url,published\n"


def sources(tmp_path, text):
    (tmp_path / "sources.csv").write_text(text, encoding="utf-8")
    return publication_sources(tmp_path / "sources.csv")


def test_every_publication_has_one_id_an_address_and_its_terms():
    assert len({source.id for source in PUBLICATIONS}) == len(PUBLICATIONS) >= 43
    for source in PUBLICATIONS:
        assert source.url.startswith("https://")
        assert (source.licence == "CC BY 4.0") == (source.kind is SourceKind.CBS)
        assert source.attribution.endswith(source.title)


def test_a_row_is_read_as_it_stands(tmp_path):
    rows = 'a,cbs,CBS,"Longread, deel 1",https://a.nl,\nb,press,Krant,Bericht,https://b.nl,2025-10-24\n'
    first, second = sources(tmp_path, HEADER + rows)
    assert (first.attribution, first.published) == ("Bron: CBS, Longread, deel 1", None)
    assert (second.attribution, second.published, second.kind) == (
        "Bron: Bericht",
        date(2025, 10, 24),
        SourceKind.PRESS,
    )


@pytest.mark.parametrize(
    "row", ["a,krant,Krant,Bericht,https://a.nl,", "a,press,Krant,Bericht,https://a.nl,24-10-2025"]
)
def test_an_unknown_kind_or_date_is_refused(tmp_path, row):
    with pytest.raises(ValueError, match=r"krant|24-10-2025"):
        sources(tmp_path, f"{HEADER}{row}\n")


def test_another_column_is_refused(tmp_path):
    with pytest.raises(UnknownColumnError):
        sources(tmp_path, "id,soort\na,cbs\n")
