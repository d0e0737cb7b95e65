"""Redacts log lines, so that none tells which place a reader looked at: codes, query strings and error messages stay out.

It is a rule for every record of the process (Streamlit's, uvicorn's, ours), so a new logger cannot forget it.
"""

import logging
import re
import traceback
from collections.abc import Callable
from typing import Any

from site_map import FEEDS, PACKS, SHEETS

_CODE = re.compile(r"\b(?:GM\d{4}|VT\d{2}|PV\d{2}|LD\d{2}|DR\d{2})\b")
_QUERY = re.compile(r"\?[^\s\"']+")
_NAMED_FILE = re.compile(rf"((?:{SHEETS}|{PACKS}|{FEEDS})/)[^\s\"']+")


def without_places(text: str) -> str:
    """A log line without region codes, query strings and names of sheets, packs and feeds."""
    return _CODE.sub("[plaats]", _NAMED_FILE.sub(r"\1[plaats]", _QUERY.sub("?[weggelaten]", text)))


def where(error: BaseException) -> str:
    """Type of an error and the lines it passed; not its message, which can hold what a reader typed."""
    lines = "\n".join(
        f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    )
    return f"{type(error).__name__} at\n{lines}"


def install() -> None:
    """From now on every record of this process is cleaned when it is made; a second call changes nothing."""
    make = logging.getLogRecordFactory()
    if getattr(make, "keeps_places_out", False):
        return
    logging.setLogRecordFactory(_Factory(make))


class _Factory:
    keeps_places_out = True

    def __init__(self, make: Callable[..., logging.LogRecord]) -> None:
        self._make = make

    def __call__(self, *args: Any, **kwargs: Any) -> logging.LogRecord:  # noqa: ANN401 (the logging module's own shape)
        record = self._make(*args, **kwargs)
        try:
            text = record.getMessage()
        except (TypeError, ValueError, KeyError):
            return record  # the handler reports a wrong format itself, without the arguments' values
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if error is not None:
            text = text.replace(str(error), type(error).__name__) if str(error) else text
            text = f"{text}\n{where(error)}"
        clean = without_places(text)
        if clean != text or error is not None:  # else untouched: uvicorn's formatters read the parts of a record
            record.msg, record.args, record.exc_info, record.exc_text = clean, (), None, None
        return record
