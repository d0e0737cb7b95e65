"""The outcomes of a checked text: how many of each, a list of figures to open, and two files to take along."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from editions.edition import Edition
from indicators import notation
from indicators.checks.verdict import ORDER, Verdict
from indicators.document_check.check import CheckedSentence
from indicators.document_check.outcome import CheckOutcome
from indicators.document_check.sentences import Sentence
from pages._parts.document import copies
from pages._parts.figure import parts_of_page
from pages._parts.ui import announce, check_list, in_place, markup

_TONES = {
    Verdict.HOLDS: check_list.Tone.HOLDS,
    Verdict.WITHIN: check_list.Tone.HOLDS,
    Verdict.HALF_YEAR: check_list.Tone.DIFFERS,
    Verdict.DIFFERS: check_list.Tone.DIFFERS,
}
_WORDS = {
    Verdict.DIFFERS: ("wijkt af", "wijken af"),
    Verdict.HALF_YEAR: ("klopt voor een half jaar", "kloppen voor een half jaar"),
    Verdict.HOLDS: ("klopt", "kloppen"),
    Verdict.WITHIN: ("past binnen de schatting", "passen binnen de schatting"),
    Verdict.NOT_COMPARABLE: ("is niet te vergelijken", "zijn niet te vergelijken"),
    Verdict.NOT_CHECKABLE: ("is niet te controleren", "zijn niet te controleren"),
}
_OPEN = (Verdict.DIFFERS, Verdict.HALF_YEAR)
_MOST_OPEN, _MOST_IN_LIST = 8, 200
_LONGEST_SENTENCE = 220


def show(edition: Edition, text: str, checked: Sequence[CheckedSentence]) -> None:
    """Show everything about a text that was just checked."""
    pairs = [(part.sentence, outcome) for part in checked for outcome in part.outcomes]
    if not pairs:
        _nothing()
        return
    tally = _counted([outcome for _, outcome in pairs])
    first = f"{notation.counted(len(pairs), 'cijfer', 'cijfers')} over Veilig Thuis"
    in_place.answer(
        [first, tally], ["Tik op een zin voor de berekening. De regels kunnen zich vergissen: kijk altijd zelf ook."]
    )
    announce.tell(f"{first}: {tally}.")
    pairs.sort(key=lambda pair: ORDER.index(pair[1].verdict))
    strong = [pair for pair in pairs if pair[1].verdict in _OPEN]
    good = [pair for pair in pairs if pair[1].verdict in {Verdict.HOLDS, Verdict.WITHIN}]
    none = [pair for pair in pairs if pair[1].verdict in {Verdict.NOT_COMPARABLE, Verdict.NOT_CHECKABLE}]
    in_view = (strong + good)[:_MOST_OPEN]
    rest = (strong + good)[_MOST_OPEN:]
    check_list.show([_item(*pair) for pair in in_view])
    _folded(rest, "nog {} nagerekend", key="document-meer")
    _folded(none, "{} zonder oordeel: wat ontbreekt?", key="document-open")
    _take_along(edition, text, checked)


def _nothing() -> None:
    words = "Wij vonden geen cijfers over meldingen of adviezen van Veilig Thuis in uw tekst."
    in_place.answer([words], ["Deze controle zoekt zinnen zoals: ‘In Breda waren er in 2018 1.842 meldingen.’"])
    announce.tell(words)


def _counted(outcomes: Sequence[CheckOutcome]) -> str:
    parts = []
    for verdict in ORDER:
        many = sum(outcome.verdict is verdict for outcome in outcomes)
        if many:
            parts.append(f"{many} {_WORDS[verdict][many > 1]}")
    return notation.listing(parts)


def _folded(pairs: Sequence[tuple[Sentence, CheckOutcome]], title: str, *, key: str) -> None:
    if not pairs:
        return
    words = title.format(notation.counted(len(pairs), "cijfer", "cijfers"))
    with parts_of_page.fold(f"{words[:1].upper()}{words[1:]}", key=key):
        check_list.show([_item(*pair) for pair in pairs[:_MOST_IN_LIST]])
        if len(pairs) > _MOST_IN_LIST:
            markup.small(f"Hier staan er {_MOST_IN_LIST}. Alle cijfers staan in de tabel hieronder.")


def _item(sentence: Sentence, outcome: CheckOutcome) -> check_list.CheckItem:
    words = " ".join(sentence.text.split())
    if len(words) > _LONGEST_SENTENCE:
        start = max(0, min(outcome.claim.number.start - _LONGEST_SENTENCE // 2, len(words) - _LONGEST_SENTENCE))
        words = f"{'…' if start else ''}{words[start : start + _LONGEST_SENTENCE].strip()}…"
    lines = [f"Zo lezen wij ‘{outcome.claim.printed}’: {outcome.read_as}." if outcome.read_as else ""]
    lines += [outcome.context_words, *outcome.steps, outcome.why]
    lines.append(f"Vergeleken met: {outcome.against}." if outcome.against else "")
    return check_list.CheckItem(
        f"‘{outcome.claim.printed}’ in: {words}",
        str(outcome.verdict),
        tuple(dict.fromkeys(line for line in lines if line)),
        _TONES.get(outcome.verdict, check_list.Tone.OPEN),
    )


def _take_along(edition: Edition, text: str, checked: Sequence[CheckedSentence]) -> None:
    stand = notation.stand(edition.snapshot.manifest.created)
    with st.container(horizontal=True, key="document-bestanden"):
        st.download_button(
            "Uitkomsten als tabel (CSV)",
            data=partial(copies.table, checked),
            file_name="cijfercheck.csv",
            mime="text/csv",
            on_click="ignore",
        )
        st.download_button(
            "Uw tekst met uitkomsten (HTML)",
            data=partial(copies.marked, text, checked, stand=stand),
            file_name="cijfercheck.html",
            mime="text/html",
            on_click="ignore",
        )
    markup.small("U kunt deze bestanden ophalen zolang deze uitkomsten op uw scherm staan. Daarna zijn ze weg.")
