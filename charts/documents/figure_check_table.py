"""Cijfercheck as a figure: every printed figure with its claim, verdict and reason."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from charts.chart import Chart, SourceLine
from data_sources.documents import DOCUMENTS
from indicators import notation
from indicators.checks.evidence import REGION_OF
from indicators.checks.verdict import ORDER, FigureCheck


def figure_check_table(all_checks: Sequence[FigureCheck], *, name: str = "Cijfercheck") -> Chart:
    """One row per printed figure, what was found first and what cannot be checked last; no printed figure is changed."""
    checks = sorted(all_checks, key=lambda check: ORDER.index(check.verdict))
    counted = {verdict: sum(check.verdict is verdict for check in checks) for verdict in ORDER}
    verdicts = ", ".join(f"{number} keer ‘{verdict}’" for verdict, number in counted.items() if number)
    documents = list(dict.fromkeys(check.document for check in checks))
    return Chart(
        name=name,
        subtitle=f"{notation.counted(len(checks), 'cijfer', 'cijfers')} uit {notation.counted(len(documents), 'document', 'documenten')}: {verdicts}",
        description=f"Tabel met per gedrukt cijfer de bewering, de uitkomst van de controle en waarom. {verdicts}.",
        drawing=None,
        table=pd.DataFrame(
            [
                {
                    "place": check.region,
                    "region": REGION_OF.get(check.region, ""),
                    "claim": check.claim,
                    "printed_period": check.period,
                    "printed": check.printed,
                    "printed_unit": check.unit,
                    "verdict": str(check.verdict),
                    "recomputed_part": check.limit,
                    "why": check.why,
                    "arithmetic": " | ".join(step for part in check.parts for step in part.steps),
                    "comparator_table": "; ".join(part.against for part in check.parts if part.against),
                    "document": DOCUMENTS[check.document].title,
                    "source_place": check.place,
                }
                for check in checks
            ]
        ),
        printed=pd.DataFrame(
            [
                {
                    "Wat het document zegt": check.claim,
                    "Uitkomst": check.outcome,
                    "Waarom": check.why,
                    "Waar": f"{DOCUMENTS[check.document].publisher}, {DOCUMENTS[check.document].date}, {check.place}",
                }
                for check in checks
            ]
        ),
        sources=tuple(
            SourceLine(
                owner=DOCUMENTS[document].publisher,
                table=DOCUMENTS[document].title,
                licence="cijfers overgenomen met bronvermelding",
                date=DOCUMENTS[document].date,
            )
            for document in documents
        ),
        caveats=(
            "‘Niet te controleren’ zegt niets over het cijfer zelf: bij ons staat geen cijfer om het naast te leggen.",
            "‘Wijkt af’ zeggen wij alleen bij dezelfde definitie, hetzelfde jaar en dezelfde plaats.",
            "‘Niet te vergelijken’ betekent dat het cijfer ernaast iets anders telt, of over een ander jaar gaat.",
            "‘Past binnen de schatting’ is minder dan ‘klopt’: de schatting heeft een ruime onder- en bovengrens.",
        ),
        key="cijfercheck",
    )
