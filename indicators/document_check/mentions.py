"""What a sentence counts: reports or advice of Veilig Thuis, all of them or a part, per how many inhabitants."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from indicators.document_check.spans import Span, free_of

REPORTS, ADVICE, BOTH = "reports", "advice", "both"
FOLLOW_UP, REPEAT = "follow_up_reports", "repeat_reports"
WORDS = {
    REPORTS: "meldingen",
    ADVICE: "adviezen",
    BOTH: "meldingen en adviezen samen",
    FOLLOW_UP: "vervolgmeldingen",
    REPEAT: "hermeldingen",
}
"""What is counted, in Dutch."""


@dataclass(frozen=True)
class CountedAs(Span):
    """A word for what is counted."""

    measure: str


@dataclass(frozen=True)
class ClaimUnit(Span):
    """``per 10.000 inwoners``; ``of_inhabitants`` is False for households, children and other groups."""

    per: int
    of_inhabitants: bool


class ChangeDirection(StrEnum):
    """Which way a change goes."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class ClaimedChange(Span):
    """A word that says that something rose or fell."""

    direction: ChangeDirection


_REPORTS = r"(?:Veilig[ -]Thuis-|VT-)?meldingen|melding|keer gemeld|maal gemeld|gemeld(?=\s*\()"
_ADVICE = r"advie(?:zen|s|svragen|svraag|saanvragen|saanvraag|sgesprekken|sverzoeken|scontacten|strajecten)|keer om advies|adviseerden?"
_AGAIN = r"(?P<follow>vervolgmelding(?:en)?)|(?P<repeat>hermelding(?:en)?)"
_AGAIN_NOUN = r"(?:vervolg|her)melding(?:en)?"
_MEASURES = re.compile(
    rf"\b(?:{_AGAIN}|(?P<reports>{_REPORTS})|(?P<advice>{_ADVICE}))\b",
    re.IGNORECASE,
)
_PAIR = re.compile(rf"\b(?:meldingen\s+en\s+(?:{_ADVICE})|(?:{_ADVICE})\s+en\s+meldingen)\b", re.IGNORECASE)
_TOGETHER_AFTER = re.compile(r"\s+(?:samen|bij\s+elkaar|opgeteld|in\s+totaal)\b", re.IGNORECASE)
_TOGETHER_BEFORE = re.compile(
    r"(?:\d|duizend|honderd|\w+tig)\s+(?:\w+e\s+)?$|\b(?:totaal(?:\s+aantal)?|totale\s+aantal|som\s+van(?:\s+de)?)\s+$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:respectievelijk|beide|allebei|elk|ieder)\b", re.IGNORECASE)
NOUN = re.compile(
    rf"\s+(?:(?:\w+e|ontvangen|gekregen|gegeven|binnengekomen|keer|maal|om|een)\s+){{0,3}}(?:{_REPORTS}|{_ADVICE}|{_AGAIN_NOUN})\b",
    re.IGNORECASE,
)
"""What is counted, right behind its number."""

_SIZES = {
    "1.000": 1_000, "1000": 1_000, "duizend": 1_000, "10.000": 10_000, "10000": 10_000, "tienduizend": 10_000,
    "100.000": 100_000, "100000": 100_000, "honderdduizend": 100_000, "100 000": 100_000, "10 000": 10_000, "1 000": 1_000,
}  # fmt: skip
_PEOPLE = r"inwoners?|inw\.?|mensen|Nederlanders|personen|ingezetenen"
_GROUPS = r"huishoudens?|gezinnen|jeugdigen|kinderen|jongeren|volwassenen|vrouwen|mannen|minderjarigen|ouderen"
_UNIT = re.compile(
    r"(?:\b(?:per|op(?:\s+(?:elke|iedere|de))?|voor\s+(?:elke|iedere)|van\s+(?:elke|iedere|de))\s+|/\s?)"
    rf"(?P<size>{'|'.join(re.escape(size) for size in _SIZES)})\b(?:\s+(?P<who>{_PEOPLE}|{_GROUPS}))?",
    re.IGNORECASE,
)
_UP = r"st(?:ijg|eeg|egen)\w*|gestegen|toegenomen|toename|toeneemt|neemt?\b.{0,80}?\btoe|nam(?:en)?\b.{0,80}?\btoe|groei\w*|gegroeid|meer|hoger|vaker|opgelopen|oplopen|verhoogd|omhoog|plus"
_DOWN = r"da(?:al|l)\w*|gedaald|afgenomen|afname|afneemt|neemt?\b.{0,80}?\baf|nam(?:en)?\b.{0,80}?\baf|minder|lager|krimp\w*|gekrompen|teruggelopen|teruglopen|terugloop|omlaag|min"
_CHANGE = re.compile(rf"(?P<up>\b(?:{_UP})\b)|(?P<down>\b(?:{_DOWN})\b)", re.IGNORECASE)
_KINDS = (
    r"partnergeweld|ex-partner\w*|oudermishandeling|ouderenmishandeling|ouderen|kind(?:eren)?|jeugdigen?|jongeren|politie\w*|agenten|justitie|"
    r"huisarts\w*|scholen|school|onderwijs|leerplicht|kinderopvang|zorgprofessionals?|zorgverleners?|hulpverleners?|professionals?|"
    r"particulier\w*|buren|buurtgenoten|familie\w*|acu(?:ut|te)\w*|structure(?:el|le)\w*|onveilig\w*|her(?:haalde?|melding\w*)|vervolgmelding\w*|"
    r"anoniem\w*|anonieme|seksue(?:el|le)\w*|eerwraak|eergerelateerd\w*|genitale|stalking|mannen|vrouwen|meisjes|jongens|slachtoffers?|burgers?|in\s+behandeling|openstaande?|wachtlijst\w*|op\s+de\s+plank|onbehandeld\w*|"
    r"plegers?|ziekenhui\w*|wijkteam\w*|afkomstig|eerste melding\w*|doorgezet|overgedragen|onderzo(?:ek|cht)\w*|triage|verwaarlozing|"
    r"psychisch\w*|fysiek\w*|lichamelijk\w*|spoed\w*|crisis\w*|terecht|ongegrond|multiproblematiek|verslaving|echtscheiding"
)
_SUBSET = re.compile(
    rf"\b(?:{_KINDS}|waarvan|waarbij|daarvan|hiervan|van\s+(?:deze|die|alle|de|het\s+aantal)\s+(?:\w+e\s+)?(?:meldingen|adviezen)|\w+[a-z](?<!thuis-)(?<!vt-)meldingen)\b",
    re.IGNORECASE,
)
_AND_OF_WHICH = re.compile(
    rf"\b(?:{_AGAIN_NOUN}|waarvan|daarvan|hiervan|van\s+(?:deze|die|alle|de|het\s+aantal)\s+(?:VT-|Veilig[ -]Thuis-?\s?)?meldingen)\b",
    re.IGNORECASE,
)
_AS_MANY = re.compile(r"\b(?:zo\s?veel|evenveel|omgerekend|komt\s+neer\s+op|gelijk\s+aan)\b", re.IGNORECASE)
_PHASE = re.compile(r"\b(?:\w*beoordeling\w*|monitor\w*|taxatie\w*)\b", re.IGNORECASE)
_CHILD_ABUSE = re.compile(r"\bkindermishandeling\b", re.IGNORECASE)
_WHOLE_NAME = re.compile(r"huiselijk\s+geweld\s*(?:en/of|en|of|,|/)?\s*(?:van\s+|over\s+)?$", re.IGNORECASE)
_ALL_OF = re.compile(r"(?<!dubbele )(?<!helft )\bvan\s+(?:de|alle|deze|die)\s+(?:in\s+totaal\s+)?$", re.IGNORECASE)
_OTHER_TOPIC = re.compile(
    r"geluid\w*|overlast|zwerfafval|afval\w*|openbare\s+ruimte|buitenruimte|discriminatie\w*|112-?melding\w*|brandweer|brandmelding\w*|"
    r"brand|datalek\w*|integriteit\w*|woningin\w*|inbra\w*|fiets\w*|verkeers?\w*|storing\w*|drugs\w*|ondermijning|meld\s+misdaad|"
    r"verward\s+gedrag|ongedierte|straatverlichting|losliggende|klachten|bijwerking\w*|vergunning\w*|milieu\w*|stank\w*|gaswinning|"
    r"aardbeving\w*|schademelding\w*|vliegtuig\w*|dierenmishandeling|weesfiets\w*|vuurwerk|jeugdoverlast|bijzondere\s+bijstand|schuldhulp\w*|jeugdhulp\w*|"
    r"slachtofferhulp|kindertelefoon|luisterlijn|sensoor|centrum\s+seksueel\s+geweld|juridisch\s+loket|ombudsman|mantelzorglijn|"
    r"raad\s+voor\s+de\s+kinderbescherming|jeugdbescherming|(?:bij|aan)\s+de\s+(?:politie|GGD|GGZ|inspectie|wijkteams?)\b|"
    r"(?:bij|aan)\s+het\s+(?:wijkteam|sociaal\s+team|CJG|UWV|OM|ziekenhuis)\b|politie\s+(?:ontving|kreeg|registreerde|noteerde)|meldpunt\s+\w+",
    re.IGNORECASE,
)
_SCOPE = re.compile(r"veilig\s*-?\s*thuis|huiselijk\s+geweld|kindermishandeling|\bVT\b", re.IGNORECASE)


def measures(text: str) -> tuple[CountedAs, ...]:
    """Words for reports and advice, in order; ``525 adviezen en meldingen`` are both together."""
    together = [] if _EACH.search(text) else [
        CountedAs(match.start(), match.end(), BOTH)
        for match in _PAIR.finditer(text)
        if _TOGETHER_AFTER.match(text[match.end() :]) or _TOGETHER_BEFORE.search(text[: match.start()])
    ]  # fmt: skip
    single = [CountedAs(match.start(), match.end(), _measure(match)) for match in _MEASURES.finditer(text)]
    marks = [*together, *(each for each in single if free_of(each, together))]
    return tuple(sorted(marks, key=lambda mark: mark.start))


def _measure(match: re.Match[str]) -> str:
    return FOLLOW_UP if match["follow"] else REPEAT if match["repeat"] else REPORTS if match["reports"] else ADVICE


def says_each(text: str) -> bool:
    """Whether a sentence says that a number holds for each of two measures, or for them in their order."""
    return bool(_EACH.search(text))


def pairs(text: str) -> tuple[Span, ...]:
    """``meldingen en adviezen`` as one, which may be both together or each of them; none when the text says 'each'."""
    return () if _EACH.search(text) else tuple(Span(match.start(), match.end()) for match in _PAIR.finditer(text))


def units(text: str) -> tuple[ClaimUnit, ...]:
    """Every ``per 10.000 inwoners``; a size without a word behind it is of inhabitants."""
    return tuple(
        ClaimUnit(
            match.start(),
            match.end(),
            _SIZES[match["size"].lower()],
            not re.fullmatch(_GROUPS, match["who"] or "", re.IGNORECASE),
        )
        for match in _UNIT.finditer(text)
    )


def changes(text: str) -> tuple[ClaimedChange, ...]:
    """Words that say which way a figure went; ``meer dan 100`` is no change."""
    return tuple(
        ClaimedChange(match.start(), match.end(), ChangeDirection.UP if match["up"] else ChangeDirection.DOWN)
        for match in _CHANGE.finditer(text)
        if not re.match(r"\s+(?:dan|nog)?\s*(?:de\s+)?\d", text[match.end() :])
    )


def direction_beside(after: str) -> ChangeDirection | None:
    """Which way ``meer`` or ``minder`` right behind a figure points."""
    match = re.match(r"\s+(?:(?P<up>meer|hoger|vaker)|minder|lager)\b", after, re.IGNORECASE)
    return None if match is None else ChangeDirection.UP if match["up"] else ChangeDirection.DOWN


def is_part(clause: str, *, beside_repeats: bool = False) -> bool:
    """Whether a clause speaks of a part of the reports: by who reports, about whom, what kind, what came of it.

    ``beside_repeats``: a part of the follow-up or repeat reports, which are a part themselves.
    """
    if beside_repeats:
        if _PHASE.search(clause):
            return True
        clause = _AND_OF_WHICH.sub(" ", clause)
    if _SUBSET.search(clause):
        return True
    return any(not _WHOLE_NAME.search(clause[: match.start()]) for match in _CHILD_ABUSE.finditer(clause))


def counts_people(printed: str, *, sentence: str) -> bool:
    """Whether ``een op de honderd`` counts people: it names no report, and its sentence does not say that it means as many."""
    return not re.search(r"melding|advies", printed, re.IGNORECASE) and not _AS_MANY.search(sentence)


def is_all_of(before: str) -> bool:
    """Whether ``van de`` stands before a number: it is the whole that parts follow of."""
    return bool(_ALL_OF.search(before))


def other_topic(text: str) -> bool:
    """Whether a sentence speaks of reports of another kind: noise, litter, break-ins."""
    return bool(_OTHER_TOPIC.search(text))


def names_subject(text: str) -> bool:
    """Whether a sentence names Veilig Thuis, domestic violence or child abuse."""
    return bool(_SCOPE.search(text))
