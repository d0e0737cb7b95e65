from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.chart import Chart, SourceLine
from charts.files.provenance import Provenance
from charts.palette import LIGHT


@pytest.fixture(scope="session")
def provenance() -> Provenance:
    return Provenance("2026-11-21", "http://127.0.0.1/gemeente?gemeente=GM0758", date(2026, 11, 21))


@pytest.fixture(scope="session")
def table() -> pd.DataFrame:
    """One row per state, one break, one place whose name would be a formula."""
    rows = [
        ("Breda", "GM0758", "2018JJ00", 12.34, 11.0, 13.5, "value", "final", False),
        ("Breda", "GM0758", "2019JJ00", 14.0, 13.0, 15.0, "value", "provisional", False),
        ("Breda", "GM0758", "2020JJ00", 14.5, 13.0, 15.0, "value", "provisional", False),
        ('=HYPERLINK("x")', "GM0840", "2019JJ00", 0.0, 0.0, 0.4, "rounded_zero", "final", True),
        ("@Zundert", "GM0879", "2019JJ00", 0.0, 0.0, 0.0, "zero", "final", True),
        ("'s-Hertogenbosch", "GM0796", "2019JJ00", None, None, None, "cbs_dot", "final", False),
        ("Súdwest-Fryslân", "GM1900", "2019JJ00", None, None, None, "not_in_snapshot", "unstated", False),
    ]
    columns = ["place", "region", "period", "value", "low", "high", "state", "status", "uncertain"]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture(scope="session")
def chart(table: pd.DataFrame) -> Chart:
    return Chart(
        name="Meldingen in vijf gemeenten, 2018-2020",
        subtitle="per 10.000 inwoners op 1 januari, per jaar",
        description="Lijnen van vijf gemeenten. Breda: 12,3 in 2018 en 14,5 in 2020, per 10.000 inwoners.",
        drawing=go.Figure(
            go.Scatter(
                x=[2018, 2019, 2020],
                y=[12.34, 14.0, 14.5],
                mode="lines+markers",
                line={"color": LIGHT.accent},
                marker={"color": LIGHT.accent},
            ),
            layout={
                "height": 300,
                "yaxis": {"range": [0, 16]},
                "xaxis": {
                    "range": [2017.5, 2020.5],
                    "tickvals": [2018, 2019, 2020],
                    "ticktext": ["2018", "2019", "2020"],
                },
            },
        ),
        table=table,
        printed=table.astype("str"),
        sources=(SourceLine("CBS", "84849NED", "CC BY 4.0", "21 november 2026", provisional=True),),
        caveats=("Een melding is geen slachtoffer & geen dader.",),
        key="meldingen-per-10000",
    )
