"""The card of one place: its number, its band, how it stands, and where to go from here."""

from __future__ import annotations

from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from editions.place_card import CardText
from geo import registry
from language import _
from pages._parts.ui import markup, whole


def invitation(level: Level) -> None:
    """The inside of the card before a place is chosen."""
    markup.heading(_("Kies een {level}", level=level.singular))
    markup.paragraph(
        _(
            "Typ een naam bij ‘Zoek’, of kies een plaats op de kaart of in de tabel. U ziet dan het cijfer, hoe zeker het is "
            "en hoe het zich verhoudt tot andere plaatsen."
        )
        if whole.is_still()
        else _(
            "Typ een naam bij ‘Zoek’, of klik op de kaart. U ziet dan het cijfer, hoe zeker het is en hoe het zich "
            "verhoudt tot andere plaatsen."
        )
    )


def inside(code: str, text: CardText | None, *, spec: IndicatorSpec, period: Period, level: Level) -> None:
    """The inside of the card of one place; ``text`` is None for a place that did not exist in the period."""
    name = registry.name_in(code, year=period.calendar_year)
    with markup.together():
        markup.heading(name, subtitle=subtitle_of(text, spec=spec, period=period))
        if text is None:
            markup.paragraph(
                _("{place} bestond in {when} niet, of niet met deze grenzen.", place=name, when=period.in_words)
            )
        else:
            show(text)
        if level is not Level.MUNICIPALITY:
            markup.buttons(
                [
                    (
                        f"/gemeente?gemeente={code}",
                        _("Alles over deze {level}", level=level.singular)
                        if level is not Level.COUNTRY_PART
                        else _("Alles over dit landsdeel"),
                    )
                ]
            )
        else:
            markup.buttons(
                [
                    (f"/gemeente?gemeente={code}", _("Alles over deze gemeente")),
                    (f"/vergelijken?gemeente={code}", _("Vergelijk met andere")),
                ]
            )


def subtitle_of(text: CardText | None, *, spec: IndicatorSpec, period: Period) -> str:
    """Title of the figure; a place that the document of a region does not speak of is not headed by it."""
    about_another_region = spec.first_comparable is None and (text is None or not text.value)
    return period.label if about_another_region else f"{spec.title}, {period.label}"


def show(text: CardText) -> None:
    """The words of one figure."""
    if text.value:
        markup.big_number(text.value, text.unit, chip=text.chip)
    markup.paragraph(text.situation)
    if text.comparison:
        markup.small(text.comparison)
    for sentence in text.beside:
        markup.small(sentence)
