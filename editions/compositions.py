"""Who reports, and the kinds of violence in the reports of one municipality: the groups that are loaded.

A group whose name differs from the declared one in signs or in the word for a total is the same group; a group that
is not declared stands under the name it has in the table. What the groups leave of the total is said and drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from charts.bars import bars
from charts.chart import Chart, SourceLine
from charts.counts import CountLabels
from data_sources.catalogue.tables import TABLES
from data_sources.observation import Status
from data_sources.period import Kind, Period
from editions.cells import report_cells
from editions.edition import Edition, cached_per_edition
from geo import registry
from indicators import notation
from indicators.sentences import words as nouns
from language import N_, _

_FEWEST_GROUPS = 2
_UNPUBLISHED = N_("Bij {groups} geeft het CBS geen cijfer (onbekend, onvoldoende betrouwbaar of geheim).")
_SLACK_PER_GROUP = 2.5  # rounding to fives
_REST = N_("Niet in deze groepen")
_REST_WORDS = N_("‘Niet in deze groepen’ is het totaal min de groepen die hier staan: onze eigen berekening.")
_WITHOUT_MEANING = frozenset({"beroep", "totaal"})


@dataclass(frozen=True)
class Composition:
    """One division of the reports: its table, its words, and the groups of the table under their Dutch names.

    ``others`` matches names of groups that are not declared, its first group being the name to show; ``sums`` are names of
    sums of groups. ``exclusive``: a report is in one group only, so the groups add up to the total.
    """

    table: str
    key: str
    title: str
    group_head: str
    caveat: str
    groups: Mapping[str, str]
    others: str
    exclusive: bool
    sums: frozenset[str] = frozenset()


COMPOSITIONS = (
    Composition(
        table="84849NED",
        key="wie-meldt",
        title=N_("Wie deden de meldingen"),
        group_head=N_("wie meldt"),
        caveat=N_(
            "Het CBS rondt elk aantal af op een vijftal. Daardoor tellen de groepen niet precies op tot het totaal."
        ),
        groups={
            "Beroep: justitie: totaal": N_("Politie en justitie"),
            "Beroep: medisch totaal": N_("Medische beroepen"),
            "Beroep: onderwijs: totaal": N_("Onderwijs"),
            "Beroep: kinderopvang: totaal": N_("Kinderopvang"),
            "Beroep: paramedisch: totaal": N_("Paramedische beroepen"),
            "Beroep: psychologen e.a.: totaal": N_("Psychologen en vergelijkbare beroepen"),
            "Beroepsmatig: anders": N_("Andere beroepen"),
            "Niet beroepsmatig totaal": N_("Niet beroepsmatig"),
            "Rol/functie onbekend": N_("Onbekend"),
        },
        others=r"Beroep\W+(.+?)\W+totaal",
        exclusive=True,
        sums=frozenset({"Totaal", "Beroepsmatig totaal"}),
    ),
    Composition(
        table="84851NED",
        key="soorten-geweld",
        title=N_("Soorten geweld in de meldingen"),
        group_head=N_("soort"),
        caveat=N_(
            "In één melding kunnen meer soorten geweld voorkomen. De aantallen tellen dus niet op tot het totaal."
        ),
        groups={
            "Kindermishandeling": N_("Kindermishandeling"),
            "(Ex-)Partnergeweld": N_("Geweld door (ex-)partner"),
            "Geweld tegen ouders": N_("Geweld tegen ouders"),
            "Ouderenmishandeling (ouder dan 65 jaar)": N_("Ouderenmishandeling (ouder dan 65 jaar)"),
            "Huiselijk geweld overig": N_("Ander huiselijk geweld"),
            "Geen kindermishandeling/huiselijk geweld": N_("Geen kindermishandeling of huiselijk geweld"),
            "Andere problematiek...": N_("Andere problemen"),
        },
        others=r"([^:]+)",
        exclusive=False,
        sums=frozenset({"Totaal", "Onbekend"}),
    ),
)


@cached_per_edition(most=64)
def compositions(edition: Edition, code: str, *, period: Period) -> Sequence[tuple[Chart, str]]:
    """Figures with their keys, in the period or else the newest one with figures; those without figures left out."""
    charts = []
    for composition in COMPOSITIONS:
        cells = _rows(edition, composition, code=code, period=period)
        if cells is not None:
            rows, total = cells
            charts.append((_bars(rows, composition=composition, code=code, total=total), composition.key))
    return tuple(charts)


def group_names(composition: Composition, categories: Iterable[str]) -> Mapping[str, str]:
    """Name of each category that is a group, by its name in the table; of two spellings the declared one."""
    declared = {_key(name): (name, words) for name, words in composition.groups.items()}
    sums = {_key(name) for name in composition.sums}
    names: dict[str, str] = {}
    for category in sorted(set(categories), key=lambda name: (name not in composition.groups, name)):
        key = _key(category)
        other = re.fullmatch(composition.others, category, re.IGNORECASE)
        words = _(declared[key][1]) if key in declared else other[1][:1].upper() + other[1][1:] if other else ""
        if words and key not in sums and words not in names.values():
            names[category] = words
    return names


def _key(category: str) -> str:
    """A name without signs and without the words for a total."""
    words = re.findall(r"\w+", category.casefold())
    return " ".join(word for word in words if word not in _WITHOUT_MEANING) or "totaal"


def _bars(rows: pd.DataFrame, *, composition: Composition, code: str, total: float) -> Chart:
    table = TABLES[composition.table]
    groups = group_names(composition, rows["category"])
    known = rows[rows["value"].notna()]
    period = Period.from_code(str(rows["period"].iloc[0]))
    caveats = [_(composition.caveat)]
    unpublished = [groups[str(name)] for name in rows.loc[rows["value"].isna(), "category"]]
    if unpublished:
        quoted = [_("‘{text}’", text=group) for group in unpublished]
        caveats.append(_(_UNPUBLISHED, groups=notation.listing(quoted)))
    provisional = bool((known["status"] == Status.PROVISIONAL).any())
    source = SourceLine(
        table.source.owner, f"{table.title} ({table.id})", table.source.licence, period.label, provisional
    )
    drawn = known.assign(group=known["category"].map(groups), period=period.key)[["group", "period", "value"]]
    rest = total - drawn["value"].sum() if composition.exclusive else 0.0
    if rest > _SLACK_PER_GROUP * (len(drawn) + 1):
        drawn = pd.concat([drawn, pd.DataFrame([{"group": _(_REST), "period": period.key, "value": rest}])])
        caveats.insert(0, _(_REST_WORDS))
    chart = bars(
        drawn,
        words=CountLabels(
            key=composition.key,
            title=_(composition.title),
            place=nouns.name_of(registry.region(code)),
            region=code,
            unit=_("meldingen"),
            group_head=_(composition.group_head),
            status=str(Status.PROVISIONAL if provisional else Status.FINAL),
            sources=(source,),
            caveats=tuple(caveats),
        ),
    )
    reach = _reach(known["value"].sum(), total=total, exclusive=composition.exclusive)
    return replace(
        chart, subtitle=f"{chart.subtitle}; {reach}", description=f"{chart.description} {nouns.start(reach)}."
    )


def _reach(parts: float, *, total: float, exclusive: bool) -> str:
    """How much of the total the groups are, in words; parts rounded to fives may add up to a little more."""
    if not total > 0:  # NaN too
        return _("hoeveel meldingen er in totaal waren, staat niet op deze site")
    if not exclusive:
        return _("in totaal waren er {number} meldingen", number=notation.count(total))
    share = min(parts / total, 1.0) * 100
    return _(
        "deze groepen zijn samen {share} van de {number} meldingen",
        share=notation.percent(share, decimals=0),
        number=notation.count(total),
    )


def _rows(
    edition: Edition, composition: Composition, *, code: str, period: Period
) -> tuple[pd.DataFrame, float] | None:
    """Cells of one table and place, and their total: of the period, else of the newest one; None without any figure."""
    cells = _cells(edition, composition.key, code=code)
    if not cells.filled:
        return None
    best = min(cells.filled, key=lambda each: (each != period, each.kind is Kind.HALF_YEAR, -each.ordinal))
    rows = cells.groups[cells.groups["period"] == best.code]
    return rows, cells.totals.get(best.code, float("nan"))


@dataclass(frozen=True)
class _Cells:
    """Cells of the groups of one place in all periods, the periods with enough of them, and the total of each period."""

    groups: pd.DataFrame
    filled: tuple[Period, ...] = ()
    totals: Mapping[str, float] = field(default_factory=dict)


@cached_per_edition(most=256, wordless=True)  # every period of a place has the same
def _cells(edition: Edition, key: str, *, code: str) -> _Cells:
    composition = next(each for each in COMPOSITIONS if each.key == key)
    every = report_cells(edition, table=composition.table, code=code)
    if every.empty:
        return _Cells(every)
    every = every.astype({"category": "str", "period": "str", "status": "str"})
    groups = every[every["category"].isin(list(group_names(composition, every["category"])))]
    counts = groups[groups["value"].notna()].groupby("period").size()
    filled = tuple(Period.from_code(str(each)) for each in counts.index[counts >= _FEWEST_GROUPS])
    totals = every[every["category"] == TABLES[composition.table].total].drop_duplicates("period")
    return _Cells(groups, filled, dict(zip(totals["period"].tolist(), totals["value"].tolist(), strict=True)))
