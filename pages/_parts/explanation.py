"""The parts of Bronnen en uitleg, read from the catalogue, the manifest and the checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from charts.documents import source_tables
from data_sources import changes, versions
from data_sources.catalogue.model import SourceKind, Table
from data_sources.catalogue.sources import BOUNDARIES, CBS, SOURCES
from data_sources.catalogue.tables import TABLES
from data_sources.cbs import DoorName
from data_sources.documents import tables as documents
from data_sources.documents.method import GLOSSARY, METHOD, STATES, SYMBOLS
from data_sources.level import UnknownRegionCodeError
from editions.edition import Edition, cached_per_edition
from editions.figure_checks import odd_claims
from editions.periods import offered
from editions.values import dispersion_of
from geo import registry
from indicators import notation, sentences
from indicators.checks import source_checks
from pages._parts.figure import parts_of_page
from pages._parts.ui import glossary_list, markup, whole
from site_map import CALENDAR, FEED

_NO_CELLS = "Van deze tabel zijn nu geen cijfers opgenomen. Na het ophalen van nieuwe cijfers bij het CBS kunnen die er wel zijn."


def version(edition: Edition) -> None:
    """Which data version this is, how it came about, and what a refresh adds."""
    snapshot = edition.snapshot
    figures = _figures(edition)
    cells, tables_of_it = len(snapshot.observations), len(figures)
    known = sum(figures.values())
    without = cells - known
    markup.paragraph(
        f"Dit is versie {snapshot.version}, met {notation.counted(known, 'cijfer', 'cijfers')} uit "
        f"{notation.counted(tables_of_it, 'tabel', 'tabellen')}. Bij {notation.counted(without, 'vak', 'vakken')} geeft de bron "
        "geen cijfer, bijvoorbeeld omdat er een punt staat. Die tellen niet mee."
    )
    if snapshot.embedded:
        markup.paragraph(
            "Deze cijfers zijn meegeleverd met de site. Ze zijn echt, maar niet volledig: van veel gemeenten staat er nog geen "
            "cijfer. Waar een cijfer ontbreekt, zegt de site dat. Wij vullen niets zelf in."
        )
    else:
        markup.paragraph(
            "Deze cijfers zijn opgehaald bij het CBS. Tabellen die niet konden worden opgehaald, bleven zoals ze waren."
        )


@cached_per_edition(most=1)
def _figures(edition: Edition) -> Mapping[str, int]:
    """Cells with a value per table; a dot of CBS is no figure."""
    rows = edition.observations
    sizes = rows.loc[rows["value"].notna(), "table"].value_counts()
    return {str(table): int(number) for table, number in sizes.items() if number}


def states() -> None:
    """Every state of a cell and every sign."""
    markup.table(
        pd.DataFrame(STATES, columns=["Woorden", "Op de kaart", "Betekenis"]),
        caption="Zeven soorten antwoord: een leeg vak is nooit hetzelfde als nul",
        text_columns=("Op de kaart", "Betekenis"),
        stacked=True,
    )
    markup.table(
        pd.DataFrame(SYMBOLS, columns=["Teken", "Betekenis"]),
        caption="Tekens",
        text_columns=("Betekenis",),
        stacked=True,
    )


def indicators(edition: Edition) -> None:
    """Definition, sum, tables and caveats of every indicator, opened on request."""
    for spec in offered(edition):
        words = sentences.dispersion_words(dispersion_of(edition, spec.id))
        markup.steps(f"{spec.title} ({spec.unit})", [*source_tables.indicator_lines(spec), words])


def dispersions(edition: Edition) -> None:
    """Phi of every indicator, and whether this version measured it."""
    markup.table(
        source_tables.dispersions((spec, dispersion_of(edition, spec.id)) for spec in offered(edition)),
        caption="Spreiding van elk cijfer",
        text_columns=("Hoe gemeten",),
        stacked=True,
    )


def licences() -> None:
    """On what terms the figures may be used."""
    markup.paragraph(
        "Cijfers van het CBS mag u gebruiken als u het CBS noemt (CC BY 4.0). Cijfers uit pers, onderzoek en eigen opgaven van "
        "regio's zijn geen open data van het CBS: wij noemen steeds wie ze gaf, en zetten ze nooit in één reeks met het CBS."
    )
    markup.source((CBS.attribution, BOUNDARIES.attribution))


def sources() -> None:
    """Who publishes, and on what terms."""
    everything = whole.is_wanted() or st.toggle("Toon ook pers, onderzoek en eigen opgaven", key="alle-bronnen")
    first = {SourceKind.CBS, SourceKind.DOCUMENT, SourceKind.ARTICLE}
    markup.table(
        source_tables.sources(source for source in SOURCES.values() if everything or source.kind in first),
        caption="Alle bronnen" if everything else "Bronnen: CBS en documenten van regio's",
        text_columns=("Eigenaar", "Soort", "Licentie", "Datum"),
        stacked=True,
    )


def tables(edition: Edition) -> None:
    """Every table with its rounding and what this version has of it, those without figures apart; caveats on request."""
    everything = whole.is_wanted() or st.toggle(
        "Toon ook de cijfers uit rapporten, pers en eigen opgaven", key="alle-tabellen"
    )
    shown = [
        table for table in TABLES.values() if everything or (table.id not in SOURCES and not _figure_of_report(table))
    ]
    figures = _figures(edition)
    filled = [table for table in shown if figures.get(table.id, 0)]
    with parts_of_page.fold(f"Tabellen met cijfers: {len(filled)}", key="tabellen-met", anchor="tabellen"):
        _tables(edition, filled, caption="Tabellen met cijfers op deze site")
    empty = [table for table in shown if table not in filled]
    if empty:
        with parts_of_page.fold(f"Tabellen nog zonder cijfers: {len(empty)}", key="tabellen-zonder"):
            _tables(edition, empty, caption="Tabellen nog zonder cijfers op deze site")


def _tables(edition: Edition, shown: Sequence[Table], *, caption: str) -> None:
    markup.table(
        source_tables.tables(shown, manifest=edition.snapshot.manifest, figures=_figures(edition)),
        caption=caption,
        text_columns=("Titel", "Afronding", "Niveaus", "Perioden nu"),
        stacked=True,
    )
    for table in shown:
        if remarks := _remarks(edition, table.id):
            markup.steps(f"Opmerkingen bij het ophalen van {table.id}: {table.title}", remarks)
        if table.id.endswith("NED") or table.id.startswith(("wb-", "inwoners-")):
            empty = (_NO_CELLS,) if edition.snapshot.manifest.table(table.id) is None else ()
            if caveats := (*table.caveats, *empty):
                markup.steps(f"Let op bij {table.id}: {table.title}", caveats)


def _remarks(edition: Edition, table_id: str) -> list[str]:
    """What was odd about a table when it was fetched, and the sentences that stand beside its cells."""
    entry = edition.snapshot.manifest.table(table_id)
    if entry is None:
        return []
    way = [f"Opgehaald bij het CBS via {DoorName(entry.door).label}."] if entry.door else []
    return (
        way
        + [f"{note[:1].upper()}{note[1:]}." for note in entry.notes]
        + list(dict.fromkeys(f"Bij een deel van de cijfers: {mark.text}" for mark in entry.marks))
    )


def _name(code: str) -> str:
    """Name of a place; a code that no edition of our places has, as it is."""
    try:
        return registry.region(code).name
    except UnknownRegionCodeError:
        return code


def _figure_of_report(table: Table) -> bool:
    return table.id.startswith("impactmonitor-")


def corrections(edition: Edition) -> None:
    """Printed figures that do not follow from their own parts, or that another figure contradicts; never repaired."""
    markup.paragraph(
        "Soms klopt een gedrukt cijfer niet met de eigen tabel. Wij veranderen het niet. Het staat zoals gedrukt, met ernaast wat "
        "er uit de delen volgt."
    )
    municipal = documents.municipalities_2018()
    checks = (*source_checks.printed_shares(municipal), *source_checks.inhabitants(municipal, cbs={}))
    markup.table(
        source_checks.printed(tuple(check for check in checks if not check.holds)),
        caption="Gedrukt en nagerekend",
        text_columns=("Wat het betekent", "Plaats"),
        stacked=True,
    )
    markup.bullets([f"{check.claim} {check.why}" for check in odd_claims(edition)])
    markup.link("/west-brabant", "Alle controles van West-Brabant")
    markup.link("/regioprogrammas", "De Cijfercheck van alle documenten")


def changed() -> None:
    """The data changelog of every refreshed version that is still kept, newest first."""
    folder = versions.default_data_dir()
    shown = 0
    for identifier in reversed(versions.identifiers(folder)):
        try:
            log = changes.read(folder, identifier)
        except versions.VersionsError:
            continue
        shown += 1
        markup.heading(f"Versie {identifier}", level=3, subtitle=f"vergeleken met {log.previous}")
        lines = [f"{table.id}: {sentence}" for table in log.tables for sentence in changes.sentences(table, name=_name)]
        lines += [f"{refused.id} bleef zoals het was: {refused.reason}" for refused in log.refused]
        markup.bullets(lines or ["Geen enkel cijfer veranderde."])
    if not shown:
        markup.paragraph(
            "Er zijn nog geen nieuwe cijfers opgehaald. Zodra dat gebeurt, staat hier wat er nieuw of anders is."
        )


def follow() -> None:
    """How to hear of new figures without looking here: the feed and the calendar."""
    markup.paragraph(
        "Wilt u bericht krijgen als er nieuwe cijfers zijn? Zet het adres van de feed in een feedlezer. Dat is een programma dat "
        "zelf kijkt of er iets nieuws is. Onderaan de pagina en het blad van een plaats staat de feed van die plaats. De "
        "agenda zegt wanneer we nieuwe cijfers verwachten: in april en in oktober. Dat is een verwachting van ons: het CBS "
        "bepaalt de dag."
    )
    markup.link(FEED, "Alle nieuwe en gewijzigde cijfers (feed)")
    markup.link(CALENDAR, "Wanneer we nieuwe cijfers verwachten (agenda)")


def method() -> None:
    """The rules of computing, each under its name."""
    for rule in METHOD:
        markup.steps(rule.title, rule.lines)


def glossary() -> None:
    """Words of the site in plain Dutch, each with an anchor of its own."""
    glossary_list.show(GLOSSARY)
