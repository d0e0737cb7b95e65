"""What earlier sentences and headings say about place, period and subject, for a sentence that does not say it itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from data_sources.level import NETHERLANDS
from indicators.document_check import mentions
from indicators.document_check.places import PlaceMention, levels_named, place_of_level
from indicators.document_check.when import Role, When, WhenMention

_FORGOTTEN_AFTER = 3  # sentences: a place or year from further back may be of something else


@dataclass(frozen=True)
class Known:
    """Place, period and measure that were named; empty where none, or more than one, was."""

    places: tuple[str, ...] = ()
    place_words: str = ""
    when: When | None = None
    measure: str = ""
    part: bool = False  # of a part of the reports
    age: int = 0
    place_unclear: bool = False  # the last sentence was about 'de hele provincie', of no known name
    several: tuple[PlaceMention, ...] = ()  # every place, of which 'onze gemeente' chooses one
    two_periods: tuple[When, ...] = ()  # earlier and later, of which 'dat is een daling van' speaks


@dataclass(frozen=True)
class Context:
    """What the headings say and what the last sentences say; the sentences go first."""

    heading: Known = Known()
    recent: Known = Known()

    @property
    def places(self) -> tuple[tuple[str, ...], str]:
        """Codes and words of the place that is spoken of."""
        known = self.recent if self.recent.places or self.recent.place_unclear else self.heading
        return known.places, known.place_words

    @property
    def when(self) -> When | None:
        """The period that is spoken of."""
        return self.recent.when or self.heading.when

    @property
    def several(self) -> tuple[PlaceMention, ...]:
        """Every place that the last sentences named, else the heading."""
        return self.recent.several or self.heading.several

    @property
    def two_periods(self) -> tuple[When, ...]:
        """The two periods that are spoken of, the earlier first; empty when there are fewer or more."""
        return self.recent.two_periods or self.heading.two_periods

    @property
    def measure(self) -> str:
        """What is counted."""
        return self.recent.measure or self.heading.measure

    @property
    def part(self) -> bool:
        """Whether the sentence before speaks of a part of the reports."""
        return self.recent.part or self.heading.part

    def after(
        self,
        text: str,
        *,
        places: tuple[PlaceMention, ...],
        whens: tuple[WhenMention, ...],
        heading: bool,
    ) -> Context:
        """The context for what follows a sentence or heading."""
        before = self.heading if heading else self.recent
        old = before if before.age < _FORGOTTEN_AFTER else Known()
        codes, words = _one_place(places, old)
        elsewhere = bool(levels_named(text)) and not places
        if elsewhere:
            codes, words = place_of_level(text, self.several)
        measured = {each.measure for each in mentions.measures(text)}
        part = mentions.is_part(text) if measured else old.part
        if measured and mentions.other_topic(text) and not mentions.names_subject(text):
            measured = set()
            old = replace(old, measure="")
        known = Known(
            places=codes,
            place_words=words,
            when=_one_period(whens, old),
            measure=measured.pop() if len(measured) == 1 else "" if measured else old.measure,
            part=part,
            place_unclear=not codes and (elsewhere or (old.place_unclear and not places)),
            age=0 if heading or places or whens else old.age + 1,
            several=places or old.several,
            two_periods=_two_periods(whens) if whens else old.two_periods,
        )
        return Context(heading=known) if heading else Context(heading=self.heading, recent=known)


def _one_place(places: tuple[PlaceMention, ...], old: Known) -> tuple[tuple[str, ...], str]:
    """The one place that a sentence is about; beside the country it is the other one."""
    if not places:
        return old.places, old.place_words
    local = [place for place in places if place.codes != (NETHERLANDS,)]
    about = {place.codes: place.text for place in local or places}
    return about.popitem() if len(about) == 1 else ((), "")


def _one_period(whens: tuple[WhenMention, ...], old: Known) -> When | None:
    named = {mark.when for mark in whens if mark.role is Role.OF and not mark.part_only}
    if any(mark.role in {Role.RELATIVE, Role.SEVERAL} for mark in whens) and not named:
        return None
    named = {when for when in named if when and not when.months} or named  # 'kreeg eind 2019 de cijfers over 2018'
    if not named:
        return old.when
    return named.pop() if len(named) == 1 else None


def _two_periods(whens: tuple[WhenMention, ...]) -> tuple[When, ...]:
    named = {mark.when for mark in whens if mark.when and mark.role in {Role.OF, Role.BASE} and not mark.part_only}
    ordered = sorted(named, key=lambda when: (when.year, when.half))
    same_length = len({(when.half, when.quarter, when.months) for when in ordered}) == 1
    return tuple(ordered) if len(ordered) == 2 and same_length else ()  # noqa: PLR2004 -- two
