"""The questions of councils as a table: where each figure can be had, and who has it."""

from __future__ import annotations

import pandas as pd

from charts.chart import Chart, SourceLine

COLUMNS = ("question", "availability", "printed_figure", "answer", "holder", "here", "references", "letter")
KEY = "raadsvragen"


def council_question_table(rows: pd.DataFrame, *, place: str, date: str) -> Chart:
    """One row per question; ``rows`` has COLUMNS as Dutch text, ``place`` '' for no place, ``date`` is of the figures."""
    about = f" voor {place}" if place else ""
    return Chart(
        name=f"Welke cijfers zijn er{about}, en wie heeft ze?",
        subtitle=f"{len(rows)} vragen uit de raad",
        description=f"Tabel met {len(rows)} vragen: waar het cijfer te krijgen is, het antwoord, wie het heeft en de bron.",
        drawing=None,
        table=rows[list(COLUMNS)],
        printed=pd.DataFrame(
            {
                "Vraag": rows["question"],
                "Waar": rows["availability"],
                "Cijfer op deze site": rows["printed_figure"].replace("", "–"),
                "Wie heeft het?": rows["holder"],
            }
        ),
        sources=(
            SourceLine(
                owner="Huiselijk geweld in beeld",
                table="eigen overzicht; in de bestanden staan de bronnen per vraag",
                licence="overnemen mag met bronvermelding",
                date=date,
            ),
        ),
        key=KEY,
    )
