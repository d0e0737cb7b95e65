"""Files of every kind that the document check reads or refuses, made in memory."""

import io
import zipfile

import typst
from pypdf import PdfReader, PdfWriter

SENTENCE = "In Breda waren er in 2018 1.842 meldingen bij Veilig Thuis."
SECOND = "Oosterhout telde in 2018 716 meldingen bij Veilig Thuis."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def packed(**members: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def docx(body: str) -> bytes:
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{body}</w:body></w:document>'
    return packed(**{"[Content_Types]_xml": "<Types/>", "word__document_xml": document})


def docx_of(*paragraphs: str) -> bytes:
    return docx("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs))


def odt(body: str, *, manifest: str = "<manifest/>") -> bytes:
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODF}><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    return packed(
        mimetype="application/vnd.oasis.opendocument.text", content_xml=content, **{"META-INF__manifest_xml": manifest}
    )


def pdf_of(*paragraphs: str) -> bytes:
    return typst.compile("\n\n".join(text.replace("@", "\\@") for text in paragraphs).encode())


def blank_pdf(pages: int) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=200, height=200)
    return _bytes(writer)


def locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(SENTENCE))))
    writer.encrypt("geheim", algorithm="RC4-128")
    return _bytes(writer)


def opened_by_nobody_needs_no_password() -> bytes:
    """A PDF that only limits printing: everyone can read it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(SENTENCE))))
    writer.encrypt("", owner_password="eigenaar", algorithm="RC4-128")
    return _bytes(writer)


def bomb() -> bytes:
    """A DOCX of some 200 kB that is 200 MB when unpacked."""
    return packed(word__document_xml=b"<w:document>" + b" " * (200 * 1024 * 1024))


def billion_laughs() -> bytes:
    entities = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    return packed(word__document_xml=f"<!DOCTYPE w [{entities}]><w:document {_W}>&j;</w:document>")


def _bytes(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
