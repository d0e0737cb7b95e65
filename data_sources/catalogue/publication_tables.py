"""Tables of reports, press and own counts: one per numbered figure of a report, else one per publication."""

from __future__ import annotations

from dataclasses import dataclass

from data_sources.catalogue.model import SourceKind, Table
from data_sources.catalogue.publication_measures import MEASURES
from data_sources.catalogue.sources import SOURCES
from data_sources.level import Level
from data_sources.period import Period
from data_sources.protocol import FIRST_YEAR
from language import N_


@dataclass(frozen=True)
class _Printed:
    """What a table of a publication holds; ``figure`` is '' for figures in the running text."""

    source: str
    measures: str
    levels: str = "NL"
    figure: str = ""
    rounding: float = 5.0
    caveats: tuple[str, ...] = ()


_OLD_COUNT = (
    "Dit cijfer is van vóór 2019. Veilig Thuis telde toen anders. Vergelijk het niet met cijfers vanaf 2019.",
)
_KIND_CAVEATS = {
    SourceKind.CBS: (),
    SourceKind.PRESS: (
        "Dit cijfer komt uit een bericht dat het CBS aanhaalt. Het is niet bij het CBS zelf nagekeken.",
    ),
    SourceKind.OWN_COUNT: ("Dit is een eigen telling van de regio, met andere regels dan die van het CBS.",),
    SourceKind.RESEARCH: (
        "Dit cijfer komt uit onderzoek met een eigen selectie van meldingen. Het is geen CBS-cijfer.",
    ),
}


def _table(printed: _Printed) -> Table:
    source = SOURCES[printed.source]
    base = printed.source.partition("-h")[0] if printed.source.startswith("impactmonitor-") else printed.source
    return Table(
        id=f"{base}-{printed.figure}" if printed.figure else printed.source,
        title=f"{source.title}, figuur {printed.figure}" if printed.figure else source.title,
        source=source,
        measures=tuple(MEASURES[id_] for id_ in printed.measures.split()),
        levels=frozenset(Level(level) for level in printed.levels.split()),
        rounding=printed.rounding,
        dimensions=("Kenmerk, zoals gedrukt",),
        first_comparable=Period.year(FIRST_YEAR) if source.kind is SourceKind.CBS else None,
        caveats=(*_KIND_CAVEATS[source.kind], *printed.caveats),
        place=f"figuur {printed.figure}" if printed.figure else N_("in de tekst"),
    )


_PRINTED = (
    _Printed("impactmonitor-2022-h4", "advice reports", figure="4.1"),
    _Printed("impactmonitor-2022-h4", "advice_share", figure="4.2", rounding=0.1),
    _Printed("impactmonitor-2022-h4", "advice_share", rounding=1.0),
    _Printed("impactmonitor-2023-h5", "reports_share reports"),
    _Printed("impactmonitor-2023-h5", "acute_reports_share", figure="5.1", rounding=0.1),
    _Printed("impactmonitor-2023-h5", "structural_reports_share", figure="5.2", rounding=0.1),
    _Printed("pers-nji-veilig-thuis", "organisations reports advice"),
    _Printed(
        "pers-blikopnieuws-2025-10",
        "reports_thousands advice_thousands reports_change advice_change reports_share",
        rounding=1.0,
    ),
    _Printed("pers-gemeentenu-2025-10", "reports_share child_abuse_reports_share", rounding=1.0),
    _Printed("pers-huiselijkgeweld-2022-10", "reports_share", rounding=1.0),
    _Printed("pers-nu-2022-10", "reports_share", levels="VT NL", rounding=1.0),
    _Printed("pers-blikopnieuws-2022-10", "advice_change reports_change", rounding=1.0),
    _Printed(
        "pers-blikopnieuws-2022-04",
        "reports_thousands advice_thousands advice_change reports_change reports_share",
        rounding=1.0,
    ),
    _Printed("cbs-faq-emancipatie", "prevalence_share", rounding=1.0),
    _Printed("impactmonitor-2022-h3", "prevalence_share prevalence_millions", rounding=1.0),
    _Printed("impactmonitor-2020", "prevalence_share prevalence_millions", rounding=1.0),
    _Printed("pers-huiselijkgeweld-2020-12", "prevalence_thousands prevalence_share", rounding=1.0),
    _Printed("impactmonitor-2023", "prevalence_children_thousands", rounding=1.0),
    _Printed("pers-zaanstad-2023", "reports", levels="GM"),
    _Printed("pers-oogtv-2022-04", "reports advice reports_per_100_000", levels="GM PV"),
    _Printed("pers-rtvhattem-2024-11", "cases_open reports_per_100_000", levels="GM"),
    _Printed("pers-riskenbusiness-2021", "reports_thousands advice_thousands", rounding=1.0),
    _Printed(
        "jeugdbescherming-2023-h1",
        "supervision_orders_started supervision_orders_ended supervision_orders_at_end supervision_orders_at_start protection_orders_at_end",
    ),
    _Printed(
        "jeugdbescherming-2022",
        "supervision_orders_started supervision_orders_ended supervision_orders_at_end",
        rounding=0.0,
    ),
    _Printed("opgave-zuidoost-brabant-2019", "reports", levels="DR GM", rounding=0.0),
    _Printed(
        "opgave-oosterhout-2018", "reports advice inquiries_completed", levels="GM", rounding=0.0, caveats=_OLD_COUNT
    ),
    _Printed("opgave-amsterdam-amstelland-2016-2018", "reports", levels="VT GM", rounding=0.0, caveats=_OLD_COUNT),
    _Printed("opgave-amsterdam-amstelland-2019", "reports", levels="VT GM", rounding=0.0),
    _Printed("opgave-amsterdam-2019", "reports", levels="GM", rounding=0.0),
    _Printed("pers-duic-2021-09", "reports", levels="GM"),
    _Printed("opgave-midden-brabant-2021", "reports_change advice_change", levels="DR", rounding=1.0),
    _Printed("pers-omroepbrabant-2021-10", "reports_change", rounding=1.0),
    _Printed("pers-nieuwsnl-2020-12", "prevalence_share", rounding=1.0),
    _Printed("opgave-zeeland-2021", "advice reports", levels="VT", rounding=0.0),
    _Printed("opgave-fryslan-2020", "reports", levels="PV", rounding=0.0),
    _Printed("pers-zeelandnet-2021-10", "advice_change", rounding=1.0),
    _Printed("opgave-twente-2022", "reports reports_share", levels="VT", rounding=0.0),
    _Printed("opgave-flevoland-2024", "reports", levels="GM", rounding=0.0),
    _Printed("pers-rtv527", "reports_per_100_000", levels="GM", rounding=1.0),
    _Printed("onderzoek-nscr-2021", "reports reports_share", rounding=0.0),
    _Printed("opgave-gelderland-zuid-2020-q1", "advice", levels="VT", rounding=0.0),
    _Printed("opgave-gelderland-zuid-2020-q2", "inquiries_completed", levels="VT", rounding=0.0),
    _Printed("pers-blikopnieuws-2022-10-31", "reports advice"),
    _Printed("pers-1limburg-2022", "reports reports_per_100_000", levels="GM PV NL"),
    _Printed("impactmonitor-2019", "prevalence_thousands prevalence_share_adults prevalence_share", rounding=1.0),
    _Printed("opgave-zuid-holland-zuid-2018", "reports", levels="VT", rounding=0.0, caveats=_OLD_COUNT),
    _Printed("opgave-hart-van-brabant-2020", "advice reports", levels="DR GM", rounding=0.0),
    _Printed("pers-omroepbrabant-2025-11", "inquiries_completed", levels="PV"),
    _Printed("pers-rtvdrenthe-2022-04", "reports", levels="PV GM"),
    _Printed("opgave-zuidoost-brabant-2025", "reports advice", levels="DR", rounding=0.0),
)
PUBLICATION_TABLES: tuple[Table, ...] = tuple(_table(printed) for printed in _PRINTED)
