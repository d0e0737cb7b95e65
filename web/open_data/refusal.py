"""Messages for a request that cannot be answered: Dutch and English, repeating no more than what was asked."""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST_SHOWN = 40


@dataclass(frozen=True)
class BilingualMessage:
    """One message in both languages."""

    dutch: str
    english: str


class RefusedError(ValueError):
    """A request that cannot be answered; the message goes to the reader."""

    status = 400

    def __init__(self, words: BilingualMessage, *, parameter: str = "") -> None:
        """Keep the message and the name of the filter at fault."""
        super().__init__(words.english)
        self.words, self.parameter = words, parameter

    @property
    def content(self) -> dict[str, str]:
        """Body of the answer."""
        return {"fout": self.words.dutch, "error": self.words.english, "parameter": self.parameter}


class TooManyRowsError(RefusedError):
    """More rows than one answer may have; as CSV they can be sent in pieces."""


class UnknownError(RefusedError):
    """A well-formed request for something that does not exist."""

    status = 404


def shown(text: str) -> str:
    """Text from outside, short enough to repeat in a message, without signs that cannot be printed."""
    printable = "".join(sign if sign.isprintable() else "?" for sign in text[: _LONGEST_SHOWN + 1])
    return printable if len(printable) <= _LONGEST_SHOWN else printable[:_LONGEST_SHOWN] + "…"
