"""Files that a reader brings: the text of the good ones, a Dutch sentence for the bad ones, and nothing on disk."""

import sys

import pytest

from pages._parts.document import office, unreadable
from pages._parts.document.reading import text_of
from pages._parts.document.unreadable import UnreadableDocumentError
from tests.pages.document import made_files

WRITES: list[str] = []
_WATCHING = []


def _hook(event, arguments):
    if _WATCHING and event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        WRITES.append(str(arguments[0]))


sys.addaudithook(_hook)


@pytest.fixture(autouse=True)
def nothing_is_written():
    """No file is opened for writing while a document is read, whatever happens."""
    WRITES.clear()
    _WATCHING.append(True)
    yield
    _WATCHING.clear()
    assert not [path for path in WRITES if not path.endswith(".pyc") and "__pycache__" not in path]


GOOD = {
    "text.txt": made_files.SENTENCE.encode(),
    "venster.txt": f"Fryslân. {made_files.SENTENCE}".encode("cp1252"),
    "merk.txt": made_files.SENTENCE.encode("utf-8-sig"),
    "zestien.txt": made_files.SENTENCE.encode("utf-16"),
    "word.docx": made_files.docx_of("Meldingen", made_files.SENTENCE),
    "open.odt": made_files.odt(f"<text:h>Meldingen</text:h><text:p>{made_files.SENTENCE}</text:p>"),
    "druk.pdf": made_files.pdf_of("Meldingen", made_files.SENTENCE),
    "beperkt.pdf": made_files.opened_by_nobody_needs_no_password(),
    "VERKEERDE-NAAM.docx": made_files.pdf_of(made_files.SENTENCE),
}
BAD = {
    "leeg": ("leeg.txt", lambda: b"  \n", unreadable.EMPTY),
    "te groot": ("groot.txt", lambda: b"a" * (unreadable.MOST_BYTES + 1), unreadable.TOO_LARGE),
    "ander soort": ("tabel.xlsx", lambda: made_files.packed(xl__workbook_xml="<w/>"), unreadable.WRONG_TYPE),
    "andere inhoud": ("tabel.docx", lambda: made_files.packed(xl__workbook_xml="<w/>"), unreadable.WRONG_TYPE),
    "oude word": ("oud.doc", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, unreadable.OLD_WORD),
    "word met wachtwoord": ("dicht.docx", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, unreadable.LOCKED),
    "odt met wachtwoord": ("dicht.odt", lambda: made_files.odt("", manifest="<m><encryption-data/></m>"), unreadable.LOCKED),
    "pdf met wachtwoord": ("dicht.pdf", made_files.locked_pdf, unreadable.LOCKED),
    "kapotte pdf": ("kapot.pdf", lambda: made_files.pdf_of(made_files.SENTENCE)[:300], unreadable.BROKEN),
    "geen pdf": ("kapot.pdf", lambda: b"geen pdf", unreadable.BROKEN),
    "kapotte docx": ("kapot.docx", lambda: made_files.docx_of(made_files.SENTENCE)[:150], unreadable.BROKEN),
    "kapotte xml": ("kapot.docx", lambda: made_files.packed(word__document_xml="<w:document><w:body>"), unreadable.BROKEN),
    "gescande pdf": ("scan.pdf", lambda: made_files.blank_pdf(3), unreadable.SCANNED),
    "te veel bladzijden": ("lang.pdf", lambda: made_files.blank_pdf(201), unreadable.TOO_MANY_PAGES),
    "te veel tekst": ("lang.docx", lambda: made_files.docx_of(" ".join(str(n * n) for n in range(170_000))), unreadable.TOO_MANY_PAGES),
    "zipbom": ("bom.docx", made_files.bomb, unreadable.BOMB),
    "xml-bom": ("bom.docx", made_files.billion_laughs, unreadable.BROKEN),
    "geen letters": ("plaatje.txt", lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", unreadable.WRONG_LETTERS),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_the_text_of_a_good_file_is_read(name):
    assert made_files.SENTENCE in text_of(GOOD[name], name=name)


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_gets_a_dutch_sentence_that_says_what_to_do(kind):
    name, make, words = BAD[kind]
    data = make()
    with pytest.raises(UnreadableDocumentError) as refused:
        text_of(data, name=name)
    assert str(refused.value) == words
    assert any(verb in words for verb in ("Kies", "Plak", "plak", "Sla", "Haal", "Open", "Splits", "Maak")), words


def test_a_zip_that_lies_about_its_size_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(office, "_MOST_UNPACKED", 1000)
    data = bytearray(made_files.docx_of("a " * 5000))
    with pytest.raises(UnreadableDocumentError):
        text_of(bytes(data), name="groot.docx")


def test_a_row_of_a_table_stays_on_one_line():
    row = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Breda</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1.842</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    assert "Breda\t1.842" in text_of(made_files.docx(row), name="tabel.docx")


def test_what_was_deleted_in_word_is_not_read():
    body = "<w:p><w:r><w:t>Blijft</w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"
    assert text_of(made_files.docx(body), name="wijzigingen.docx") == "Blijft"


def test_spaces_and_parts_of_an_odt_stay_in_order():
    body = "<text:p>In <text:span>Breda</text:span> waren<text:s/>er <text:span>1.842</text:span> meldingen.</text:p>"
    assert text_of(made_files.odt(body), name="stuk.odt") == "In Breda waren er 1.842 meldingen."


def test_a_word_broken_at_the_end_of_a_line_is_whole_again():
    assert "meldingen" in text_of(b"In Breda waren 12 mel-\ndingen.", name="kolom.txt")
