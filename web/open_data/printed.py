"""Tables of the regional documents as open data, exactly as they are printed, doubtful figures included."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from data_sources.catalogue.document_tables import AGES, MONEY, MUNICIPALITIES_2018, PRODUCTION, REPORTERS
from data_sources.catalogue.model import Table
from data_sources.documents import tables
from editions.edition import Edition
from web.open_data.filters import Query
from web.open_data.resource import Resource, headed

_ORIGIN = {"document": "document", "place": "plaats_in_document"}
_MEANINGS = {
    "dienst": "dienst van Veilig Thuis, of wat is geteld",
    "jaar": "jaar waarover het document telt",
    "aantal": "aantal zoals gedrukt",
    "gemeente": "gemeente of groep zoals gedrukt",
    "maat": "wat is geteld; leeg als niet zeker is in welke kolom het cijfer hoort",
    "mogelijke_maten": "kolommen waarin het cijfer kan horen, met een streep ertussen",
    "melder": "wie meldde, zoals gedrukt",
    "percentage_gedrukt": "percentage zoals gedrukt",
    "leeftijd": "leeftijdsgroep zoals gedrukt",
    "post": "waarvoor het geld was",
    "bedrag_euro": "bedrag in euro; leeg als het document het nog niet noemt (PM)",
    "zekerheid": "hoe zeker het cijfer in deze kolom hoort, zoals het document het afdrukt",
    "document": "kenmerk van het document",
    "plaats_in_document": "waar in het document de tabel staat",
    "gebied": "gebied zoals gedrukt",
    "onderwerp": "wat is geteld, zoals gedrukt",
    "wens": "richting die het programma wil",
    "gemeten_met": "waarmee het programma dit wil meten",
    "nummer": "nummer in het programma",
    "vergelijking_gebied": "waarmee het document vergelijkt",
    "vergelijking_waarde": "cijfer waarmee het document vergelijkt",
    "opmerking": "opmerking bij het cijfer",
    "soort": "geld, doel of feit",
    "uitspraak": "wat het document zegt, in onze woorden",
    "waarde": "cijfer zoals gedrukt",
    "periode": "periode zoals gedrukt",
}


def _resource(
    name: str, read: Callable[[], pd.DataFrame], heads: Mapping[str, str], *, title: str, table: Table | None = None
) -> Resource:
    def rows(_edition: Edition, _query: Query) -> pd.DataFrame:
        frame = read()
        if "possible_measures" in frame:
            frame = frame.assign(possible_measures=[" | ".join(names) for names in frame["possible_measures"]])
        return headed(frame, {**heads, **_ORIGIN})

    return Resource(
        name=name,
        title=title if table is None else table.title,
        description="Zoals gedrukt in het document. De kolom document zegt welk.",
        rows=rows,
        caveats=() if table is None else table.caveats,
        source="" if table is None else f"{table.source.attribution}, {table.place}",
        meanings=_MEANINGS,
    )


RESOURCES = (
    _resource(
        "document-productie",
        tables.production,
        {"product": "dienst", "year": "jaar", "count": "aantal", "status": "zekerheid"},
        title="",
        table=PRODUCTION,
    ),
    _resource(
        "document-gemeenten-2018",
        tables.municipalities_2018,
        {
            "municipality": "gemeente",
            "measure": "maat",
            "value": "waarde",
            "status": "zekerheid",
            "possible_measures": "mogelijke_maten",
        },
        title="",
        table=MUNICIPALITIES_2018,
    ),
    _resource(
        "document-melders",
        tables.reporters,
        {"reporter": "melder", "year": "jaar", "count": "aantal", "percent_printed": "percentage_gedrukt"},
        title="",
        table=REPORTERS,
    ),
    _resource(
        "document-leeftijden",
        tables.ages,
        {"group": "leeftijd", "service": "dienst", "value": "waarde", "unit": "eenheid"},
        title="",
        table=AGES,
    ),
    _resource(
        "document-geld",
        tables.money,
        {"item": "post", "year": "jaar", "amount_eur": "bedrag_euro", "status": "zekerheid"},
        title="",
        table=MONEY,
    ),
    _resource(
        "document-kerncijfers",
        tables.key_figures,
        {
            "region": "gebied",
            "indicator": "onderwerp",
            "period": "periode",
            "value": "waarde",
            "unit": "eenheid",
            "compare_region": "vergelijking_gebied",
            "compare_value": "vergelijking_waarde",
            "note": "opmerking",
        },
        title="Losse cijfers uit de regionale documenten",
    ),
    _resource(
        "document-uitspraken",
        tables.statements,
        {
            "kind": "soort",
            "region": "gebied",
            "text": "uitspraak",
            "value": "waarde",
            "unit": "eenheid",
            "period": "periode",
            "remark": "opmerking",
        },
        title="Bedragen, doelen en andere feiten uit de regionale documenten, niet nagerekend",
    ),
    _resource(
        "document-programma",
        tables.programme_indicators,
        {"id": "nummer", "indicator": "onderwerp", "desired_direction": "wens", "measured_with": "gemeten_met"},
        title="Indicatoren van het programma van Hart van Brabant 2023-2027",
    ),
)
