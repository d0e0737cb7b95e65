"""The row 'Gebruik deze figuur' under every figure: files, link, code for another site, citation.

It stays closed and empty until a reader opens it, and a file is made when it is asked for, so it costs a page nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import streamlit as st

from charts.chart import Chart
from charts.files import archive, drawing, names, text, xlsx
from charts.files.provenance import Provenance, citation
from editions.edition import Edition
from pages._parts.sharing import embed, links
from pages._parts.ui import address, markup, whole


@dataclass(frozen=True)
class _File:
    label: str
    ending: str
    media_type: str
    make: Callable[[Chart, Provenance], bytes]
    drawn: bool = False


FILES = (
    _File("CSV", "csv", "text/csv", text.chart_csv),
    _File("CSV voor Excel (NL)", "csv", "text/csv", text.chart_csv_dutch),
    _File("Excel (XLSX)", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx.chart_xlsx),
    _File("JSON", "json", "application/json", text.chart_json),
    _File("PNG", "png", "image/png", archive.chart_png, drawn=True),
    _File("SVG", "svg", "image/svg+xml", archive.chart_svg, drawn=True),
    _File("Alles (zip)", "zip", "application/zip", archive.chart_zip),
)


def row(edition: Edition, chart: Chart, *, key: str) -> None:
    """Everything a reader can do with a figure; ``key`` is the figure's key on its page.

    In a frame on another site there is only the link back.
    """
    if embed.wanted() is not None:
        page, state = _here()
        back = links.view(page, state, version=state.get("versie"))
        markup.link(back, "Bekijk deze figuur met uitleg op Huiselijk geweld in beeld", new_tab=True)
        return
    if whole.is_wanted():  # its files are made when they are asked for; the table above holds the same rows
        return
    opened = st.expander("Gebruik deze figuur", key=f"uses-{key}", on_change="rerun")
    if not opened.open:
        return
    page, state = _here()
    version = edition.version
    fixed = links.view(page, state, version=version)
    provenance = Provenance(version, fixed, datetime.now(ZoneInfo("Europe/Amsterdam")).date())
    with opened:
        _files(chart, provenance, key=key)
        _link(links.view(page, state), fixed, version=version, named=links.names_a_place(state))
        _frame(chart, page, state, key=key, version=version)
        markup.small("Zo verwijst u naar deze figuur:")
        st.code(citation(chart, provenance), language=None, wrap_lines=True)


def _here() -> tuple[str, dict[str, str]]:
    """Address of this page, and what was chosen on it."""
    return st.context.url or "", address.state()


def _files(chart: Chart, provenance: Provenance, *, key: str) -> None:
    can_draw = drawing.can_draw(chart)
    with st.container(horizontal=True, key=f"files-{key}"):
        for number, file in enumerate(FILES):
            if file.drawn and not can_draw:
                continue
            st.download_button(
                file.label,
                data=partial(file.make, chart, provenance),
                file_name=names.file_name(chart, provenance, ending=file.ending),
                mime=file.media_type,
                key=f"file-{key}-{number}",
                on_click="ignore",
            )


def _link(newest: str, fixed: str, *, version: str, named: bool) -> None:
    markup.small("Link naar deze pagina met uw keuze. De cijfers gaan mee als er nieuwe zijn:")
    st.code(newest, language=None, wrap_lines=True)
    markup.small(f"Link die altijd deze cijfers toont (versie {version}):")
    st.code(fixed, language=None, wrap_lines=True)
    if named:
        markup.small("Let op: in de link staat de plaats die u koos. Wie de link ziet, ziet ook die plaats.")


def _frame(chart: Chart, page: str, state: dict[str, str], *, key: str, version: str) -> None:
    for words, fixed_version, sizes_itself in (
        ("Code om de figuur op een andere site te tonen. De figuur past zelf haar hoogte aan:", None, True),
        (f"Dezelfde code, maar altijd met versie {version}:", version, True),
        ("Mag er op die site geen script staan? Dan heeft de figuur een vaste hoogte:", None, False),
    ):
        markup.small(words)
        address = links.bare(page, state, figure=key, version=fixed_version)
        back = links.view(page, state, version=fixed_version)
        st.code(
            links.frame_code(address, title=chart.name, back=back, sizes_itself=sizes_itself),
            language=None,
            wrap_lines=True,
        )
