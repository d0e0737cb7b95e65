"""What a claim lacks for a verdict, beside its place and period."""

from __future__ import annotations

import re
from dataclasses import replace

from indicators.document_check import mentions
from indicators.document_check.claims import ClaimedFigure, ClaimKind, Lack

_LARGE = 1_000
_ADDED_UP = re.compile(r"\b(?:samen|opgeteld|bij\s+elkaar)\b", re.IGNORECASE)
_PER_PART = re.compile(
    r"\bper\s+(?:dag|week|maand|kwartaal)\b|\b(?:elke|iedere)\s+(?:dag|week|maand)\b|\bdagelijks\b|\bwekelijks\b|\bmaandelijks\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\bgemiddelde?\b|\bper\s+(?:gemeente|regio|organisatie|medewerker|gezin|huishouden|school)\b", re.IGNORECASE
)
_NOT_COUNTED = re.compile(
    r"\b(?:verwacht\w*|verwachting|begroot|begroting|geraamd|raming|prognose|streef\w*|streven|doelstelling|norm|zou(?:den)?|ambitie|maximaal\s+toegestaan)\b",
    re.IGNORECASE,
)


_OF_THE_COUNTRY = re.compile(
    r"\b(?:landelijke?|nationale?|Nederlandse?|provinciale?|regionale?)\s+gemiddelde\b", re.IGNORECASE
)
_NEIGHBOURHOOD = re.compile(
    r"\b(?:wijk(?:en)?|buurt(?:en)?|stadsdeel|stadsdelen|dorp(?:en)?|dorpskern(?:en)?|postcodegebied\w*)\b",
)
_OUT_OF = re.compile(
    r"\b(?:van|op)\s+(?:elke|iedere)\s+(?:tien|honderd|duizend|10|100|1\.?000)\s+(?:\w+\s+)?(?:\w*meldingen|contacten|advie\w+)",
    re.IGNORECASE,
)


def lacking(claim: ClaimedFigure, words: str, *, label: str, sentence: str, part: bool, near: bool) -> ClaimedFigure:
    """A claim with all that it lacks. ``words`` is its part of the sentence, ``label`` what stands right before that; ``near``: the sentence also speaks of a part."""
    lacks, note = list(claim.lacks), claim.note
    if not claim.measure:
        lacks.append(Lack.MEASURE)
    if part or (claim.kind is ClaimKind.SHARE and not claim.other):
        lacks.append(Lack.OUR_PART)
    if claim.kind is ClaimKind.COUNT and claim.number.decimals and not claim.per and claim.number.value < _LARGE:
        lacks.append(Lack.UNIT)
    if _PER_PART.search(words):
        lacks.append(Lack.OUR_QUARTER)
    if _ADDED_UP.search(words) and claim.measure != mentions.BOTH and not claim.members:
        lacks.append(Lack.PLACE)
        note = note or "De zin telt plaatsen of tijden bij elkaar op."
    other = _other_count(claim, words, label=label, sentence=sentence)
    if other:
        lacks.append(Lack.SAME_COUNT)
    return replace(claim, lacks=tuple(dict.fromkeys(lacks)), note=note or other, part_near=near and not part)


def _other_count(claim: ClaimedFigure, words: str, *, label: str, sentence: str) -> str:
    """Why a figure is counted in another way than ours, in Dutch; '' when nothing says so."""
    about_country = claim.per or claim.kind is ClaimKind.SHARE
    reasons = {
        "De zin telt mensen. Over één mens kunnen meer meldingen zijn.": claim.kind is ClaimKind.ONE_IN
        and mentions.counts_people(claim.printed, sentence=sentence),
        "De zin rekent per huishouden of per groep. Onze cijfers zijn per inwoner.": -1 in claim.per,
        "De zin noemt een gemiddelde.": _AVERAGE.search(_OF_THE_COUNTRY.sub(" ", words) if about_country else words),
        "De zin rekent per zo veel meldingen.": _OUT_OF.search(sentence),
        "Dit deel van de zin gaat over een andere organisatie of over andere meldingen.": mentions.other_topic(words)
        and not mentions.names_subject(words),
        "De zin gaat over een wijk of dorp. Onze cijfers zijn van hele gemeenten.": _NEIGHBOURHOOD.search(words),
        "De zin noemt een verwachting of een doel, geen telling.": _NOT_COUNTED.search(label + words),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")
