"""Rule 19: a source is called by its own name, kind and year, on the page and in the open data; what is closed is cited."""

import re

import pandas as pd
import pytest

from data_sources.catalogue.model import SourceKind
from data_sources.catalogue.sources import SOURCES
from data_sources.catalogue.tables import TABLES
from data_sources.documents import DOCUMENTS


@pytest.fixture(scope="module")
def sources(read_page):
    return read_page("sources.py")


def test_every_document_stands_there_as_printed_with_publisher_and_date(sources):
    for document in DOCUMENTS.values():
        rows = [row for row in sources.rows if row and row[0] == document.title]
        assert rows, document.title
        assert rows[0][1] == document.publisher


def test_an_article_is_called_an_article_and_never_a_programme(sources):
    articles = [source for source in SOURCES.values() if source.kind is SourceKind.ARTICLE]
    assert articles
    for source in articles:
        row = next(row for row in sources.rows if row and row[0] == source.title)
        assert "artikel op een website" in row
        assert not re.match(r"(het )?(landelijk )?programma", source.owner, re.IGNORECASE)
    for source in SOURCES.values():
        if source.kind is SourceKind.DOCUMENT and source.title in {document.title for document in DOCUMENTS.values()}:
            row = next(row for row in sources.rows if row and row[0] == source.title)
            assert "artikel op een website" not in row


def test_every_row_of_the_open_data_names_the_publisher_of_its_table(data):
    checked = 0
    for indicator in ("meldingen", "adviezen", "aandeel-adviezen", "wb-meldingen"):
        file = pd.read_csv(f"{data}/{indicator}.csv", dtype="str", keep_default_na=False)
        for table, owner in set(zip(file["tabel"], file["bron"], strict=True)):
            if table in TABLES:
                checked += 1
                assert owner == TABLES[table].source.owner
                assert owner in {source.owner for source in SOURCES.values()}
    assert checked > 4


def test_every_document_file_names_a_document_that_exists(data):
    for name in ("document-kerncijfers", "document-uitspraken", "document-gemeenten-2018"):
        file = pd.read_csv(f"{data}/{name}.csv", dtype="str")
        assert set("|".join(file["document"]).split("|")) <= set(DOCUMENTS)
        # where in the document was not noted for every statement
        assert file["plaats_in_document"].notna().all() or name == "document-uitspraken"
