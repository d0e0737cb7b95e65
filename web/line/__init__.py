"""The line to a reader: messages of a run go together, so that neither side does 45 times what it can do once.

They leave the thread of the run in one turn (`one_turn`) and this process in one write when the run is over (`whole_runs`,
`one_write`), and the browser draws them in one go (`one_draw.js`, which stands in every page of the app).
"""

from web.line import one_turn, one_write


def install() -> None:
    """Replace what Streamlit and uvicorn have no setting for; before the first reader comes."""
    one_turn.install()
    one_write.install()
