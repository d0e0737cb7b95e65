"""Words of the field that a sheet in another language explains: its readers cannot open the glossary, which is Dutch."""

from __future__ import annotations

from data_sources.documents.method import GLOSSARY
from indicators.sentences.words import start
from language import Language, _, current

ON_A_SHEET = ("melding", "advies", "Veilig Thuis", "hermelding", "voorlopig")


def glossary(*words: str) -> list[tuple[str, str]]:
    """Words with their meaning in the language of the reader; all of them unless some are named."""
    meanings = dict(GLOSSARY)
    return [(start(_(word)), _(meanings[word])) for word in words or meanings]


def of_a_sheet() -> list[tuple[str, str]]:
    """The words that a sheet explains; none on a Dutch one, of which the site explains them."""
    return [] if current() is Language.DUTCH else glossary(*ON_A_SHEET)
