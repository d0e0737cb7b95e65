"""What else there is to say about a municipality: who reports, kinds of violence, its surroundings, what CBS publishes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from charts.bars import bars
from charts.chart import Chart, SourceLine
from charts.counts import Words
from charts.map.small import small_map
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from data_sources.period import Kind, Period
from geo import boundaries, membership, mergers, registry
from indicators import notation
from indicators.size_classes import same_class, size_class
from pages._parts import block, load, markup
from pages._parts.place import cells

_WHO = {
    "Beroep: justitie: totaal": "Politie en justitie",
    "Beroep: medisch totaal": "Medische beroepen",
    "Beroep: onderwijs: totaal": "Onderwijs",
    "Beroep: kinderopvang: totaal": "Kinderopvang",
    "Beroep: paramedisch: totaal": "Paramedische beroepen",
    "Beroep: psychologen e.a.: totaal": "Psychologen en vergelijkbare beroepen",
    "Beroepsmatig: anders": "Andere beroepen",
    "Niet beroepsmatig totaal": "Niet beroepsmatig",
    "Rol/functie onbekend": "Onbekend",
}
_KINDS = {
    "Kindermishandeling": "Kindermishandeling",
    "(Ex-)Partnergeweld": "Geweld door (ex-)partner",
    "Geweld tegen ouders": "Geweld tegen ouders",
    "Ouderenmishandeling (ouder dan 65 jaar)": "Ouderenmishandeling (ouder dan 65 jaar)",
    "Huiselijk geweld overig": "Ander huiselijk geweld",
    "Geen kindermishandeling/huiselijk geweld": "Geen kindermishandeling of huiselijk geweld",
    "Andere problematiek...": "Andere problemen",
}
_FEWEST_GROUPS = 2
COMPOSITIONS = (
    ("84849NED", "Wie deden de meldingen", "wie meldt", "wie-meldt", _WHO,
     "Het CBS rondt elk aantal af op een vijftal. Daardoor tellen de groepen niet precies op tot het totaal."),
    ("84851NED", "Soorten geweld in de meldingen", "soort", "soorten-geweld", _KINDS,
     "In één melding kunnen meer soorten geweld voorkomen. De aantallen tellen dus niet op tot het totaal."),
)  # fmt: skip


def compositions(code: str, *, period: Period) -> None:
    """Who reports and kinds of violence, in the period or else the newest one with figures; nothing without figures."""
    found = _compositions(code, period)
    if not found:
        return
    markup.heading("Wie melden, en waarover?")
    columns = st.columns(2, gap="medium")
    for number, (chart, key) in enumerate(found):
        with columns[number % 2]:
            block.show(chart, key=key, level=3)


@load.once(most=64)
def _compositions(code: str, period: Period) -> Sequence[tuple[Chart, str]]:
    made = []
    for table_id, title, head, key, groups, caveat in COMPOSITIONS:
        rows = _rows(code, table=table_id, groups=groups, period=period)
        if rows is None:
            continue
        known = rows[rows["value"].notna()]
        when = Period.from_code(str(rows["period"].iloc[0]))
        hidden = [groups[str(name)] for name in rows.loc[rows["value"].isna(), "category"]]
        absent = (
            f"Bij {notation.listing(hidden)} geeft het CBS geen cijfer (onbekend, onbetrouwbaar of geheim)."
            if hidden
            else ""
        )
        table = TABLES[table_id]
        provisional = bool((known["status"] == "provisional").any())
        chart = bars(
            known.assign(group=known["category"].map(groups), period=when.key)[["group", "period", "value"]],
            words=Words(
                key=key, title=title, place=registry.region(code).name, region=code, unit="meldingen", group_head=head,
                status="provisional" if provisional else "final",
                sources=(SourceLine(table.source.owner, f"{table.title} ({table.id})", table.source.licence, when.label, provisional),),
                caveats=tuple(text for text in (caveat, absent) if text),
            ),
        )  # fmt: skip
        made.append((chart, key))
    return tuple(made)


def _rows(code: str, *, table: str, groups: Mapping[str, str], period: Period) -> pd.DataFrame | None:
    """Cells of one table and place: of the period, else of the newest one; None without any figure."""
    own = cells.reports(load.edition(), table=table, code=code)
    own = own[own["category"].isin(list(groups))].astype({"category": "str", "period": "str", "status": "str"})
    counts = own[own["value"].notna()].groupby("period").size()
    filled = sorted(
        {str(one) for one in counts.index[counts >= _FEWEST_GROUPS]},
        key=lambda one: (
            one != period.code,
            Period.from_code(one).kind is Kind.HALF_YEAR,
            -Period.from_code(one).ordinal,
        ),
    )
    return own[own["period"] == filled[0]] if filled else None


def surroundings(code: str, *, year: int) -> None:
    """Where it lies: a small map with the neighbours, and links to the places around it."""
    place = registry.region(code)
    if code not in boundaries.shapes(boundaries.boundary_year(year), level=Level.MUNICIPALITY).places:
        _where_it_lies_now(place)
        return
    around = boundaries.touching(code, year=year)
    left, right = st.columns([4, 8], gap="medium")
    with left:
        picture = small_map(
            [code, *around],
            year=year,
            caption=f"{place.name} en de gemeenten eromheen",
            frame=[code, *around],
            extra=[code],
        )
        markup.pictures([(picture.svg, picture.description, picture.caption)])
    with right:
        markup.heading("Gemeenten die eraan grenzen", level=3)
        _links(
            around,
            year=year,
            label="Gemeenten die eraan grenzen",
            none=f"{place.name} grenst over land aan geen andere gemeente.",
        )
        region = membership.parent(code, level=Level.VT_REGION, year=year)
        if region is not None:
            name = registry.name_in(region, year=year)
            markup.heading(f"In dezelfde Veilig Thuis-regio, {name}", level=3)
            others = [one for one in membership.members(region, year=year) if one != code]
            _links(
                others,
                year=year,
                label=f"Gemeenten in {name}",
                none=f"{place.name} is de enige gemeente in deze regio.",
            )
        _same_size(code, year=year)


def _where_it_lies_now(place: registry.Region) -> None:
    """Map of the municipalities that one went into that ended before our boundaries begin."""
    final, year = mergers.today(place.code), boundaries.BOUNDARY_YEARS[-1]
    names = notation.listing([registry.region(code).name for code in final])
    around = [code for one in final for code in boundaries.touching(one, year=year)]
    picture = small_map(
        [*final, *around], year=year, caption=f"{place.name} hoort nu bij {names}", frame=[*final, *around], extra=final
    )
    markup.pictures([(picture.svg, picture.description, picture.caption)])


def _same_size(code: str, *, year: int) -> None:
    people = newest_inhabitants(code, year=year)[1]
    if code not in people:
        return
    others = same_class(code, inhabitants=people)
    nearest = sorted(others, key=lambda one: abs(people[one] - people[code]))[:8]
    markup.heading("Ongeveer even groot", level=3)
    markup.small(
        f"{size_class(people[code]).label.capitalize()}: {notation.count(len(others))} andere gemeenten. Dit zijn de acht die qua "
        "inwoners het dichtst bij liggen."
    )
    _links(
        nearest, year=year, label="Gemeenten van dezelfde grootte", none="Er is geen andere gemeente van deze grootte."
    )


def newest_inhabitants(code: str, *, year: int) -> tuple[int, Mapping[str, float]]:
    """Newest year up to this one of which the inhabitants of a place are known, with those of all places; else none."""
    for each in range(year, registry.FIRST_YEAR - 1, -1):
        people = load.inhabitants(level=Level.MUNICIPALITY, year=each)
        if code in people:
            return each, people
    return year, {}


def _links(codes: tuple[str, ...] | list[str], *, year: int, label: str, none: str) -> None:
    names = sorted(((registry.name_in(one, year=year), one) for one in codes), key=lambda pair: registry.fold(pair[0]))
    if names:
        markup.inline_links([(f"/gemeente?gemeente={one}", name) for name, one in names], label=label)
    else:
        markup.paragraph(none)


def what_cbs_publishes(code: str) -> None:
    """Which tables CBS has for municipalities, how much of them is here, and how a refresh gets the rest."""
    here = cells.known(load.edition(), code=code)
    tables = [table for table in TABLES.values() if Level.MUNICIPALITY in table.levels and table.id[:1].isdigit()]
    name = registry.region(code).name
    with st.container(border=True, key="blok-wat-geeft-cbs"):
        markup.heading("Wat het CBS over deze gemeente publiceert")
        markup.table(
            pd.DataFrame(
                {
                    "tabel": [table.title for table in tables],
                    "nummer": [table.id for table in tables],
                    "cijfers hier": [notation.count(here.get(table.id, 0)) for table in tables],
                }
            ),
            caption=f"Tabellen van het CBS met cijfers per gemeente, en hoeveel cijfers over {name} op deze site staan",
            text_columns=("nummer",),
        )
        if not any(table.id in here for table in tables):
            markup.paragraph(f"Over {name} staat uit deze tabellen nog niets op deze site.")
        markup.small(
            f"U ziet de {notation.stand(load.snapshot().manifest.created)}. Nieuwe cijfers van het CBS komen er vanzelf bij."
        )
