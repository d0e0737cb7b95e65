"""The questions of councils: each a fold with its answer, who has the figure, where that stands, and a letter to copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from charts.documents.council_questions import KEY, council_question_table
from data_sources.documents.council_questions import Availability, Reference, references
from data_sources.level import Level
from editions.council_questions import AnsweredQuestion, answered_questions, counted
from editions.edition import Edition
from geo import mergers, registry
from indicators import notation, sentences
from pages._parts.figure import parts_of_page, table_block
from pages._parts.sharing import embed
from pages._parts.ui import address, announce, in_place, markup, pick, place_search, whole
from site_map import gaps_address

QUESTION, STATE = "vraag", "stand"
_EVERY = "alle"
_SEARCHED = (Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE, Level.COUNTRY)
HEADS: Mapping[Availability, str] = {
    Availability.HERE: "Staat op deze site",
    Availability.OPEN: "Open, op een andere plek",
    Availability.ON_REQUEST: "Op te vragen",
    Availability.UNKNOWN: "Weet niemand",
}
_RULES = (
    "De brief onder elke vraag mag iedereen versturen. Zet uw naam en adres eronder, zodat u antwoord krijgt.",
    "De Wet open overheid geldt voor bestuursorganen, zoals een college, een burgemeester, de politie en het OM.",
    "U hoeft bij een verzoek niet te zeggen waarom u het wilt weten.",
    "De wet gaat over documenten die er al zijn. Niemand hoeft voor u een nieuw cijfer te maken.",
    "Veilig Thuis is soms een stichting. Dan geldt de wet niet vanzelf, en kunt u het ook aan het college vragen.",
    "Bent u raadslid? Dan kunt u dezelfde vraag aan het college of de burgemeester stellen (artikel 155 van de Gemeentewet).",
    "Instellingen die onderzoek doen, kunnen bij het CBS met losse gegevens werken (microdata). Dat mag niet iedereen.",
)
_RULES_READ_IN = "woo-4-1|woo-2-2|woo-4-4|rechtsvorm|gemeentewet-155|microdata"


def choose() -> registry.Region | None:
    """Place in the address, of those that have a letter; None without one. A wrong code is named."""
    valid = registry.is_place_of(_SEARCHED)
    code = address.read("gemeente", what="de plaats", default="", valid=lambda value: value == "" or valid(value))
    return registry.region(code) if code else None


def search(place: registry.Region | None) -> None:
    """The search field for the place of figures and letters."""
    announce.tell(f"{place.name} gekozen." if place else "Geen plaats gekozen.")
    place_search.single(
        "Voor welke plaats?",
        wanted=place_search.Wanted(levels=_SEARCHED),
        key="gemeente",
        shown=place.name if place else "",
        code=place.code if place else "",
    )


def lead(edition: Edition, place: registry.Region | None) -> None:
    """The answer of the page: of how many questions the figure stands here, and what of the others."""
    number = counted(_answered(edition, place))
    every = sum(number.values())
    elsewhere = number[Availability.OPEN]
    markup.lead(
        f"Bij {number[Availability.HERE]} van de {every} vragen uit de raad staat het cijfer op deze site. "
        f"{notation.counted(elsewhere, 'cijfer staat', 'cijfers staan')} open op een andere plek, "
        f"{number[Availability.ON_REQUEST]} kunt u opvragen met een brief, en {number[Availability.UNKNOWN]} heeft voor zover wij weten niemand."
    )


def became(place: registry.Region | None) -> None:
    """What became of a municipality that ended, and the letters of its successors."""
    if place is None or not mergers.successors(place.code):
        return
    successors = [registry.region(code) for code in mergers.today(place.code)]
    markup.notice(sentences.became(place), "De brieven noemen daarom geen plaats.")
    markup.buttons([(gaps_address(each.code), f"Naar {each.name}") for each in successors])


def show(edition: Edition, place: registry.Region | None) -> None:
    """The questions under the heads of their kind, those of one kind when the reader chose it; a frame shows the table."""
    if embed.wanted() is not None:
        return
    answered = _answered(edition, place)
    wanted = _kind(answered)
    opened = address.read(
        QUESTION, what="de vraag", default="", valid=lambda id_: any(each.question.id == id_ for each in answered)
    )
    for kind, head in HEADS.items():
        here = [each for each in answered if each.availability is kind]
        if not here or wanted not in {_EVERY, kind.value}:
            continue
        markup.heading(head, anchor=kind.value)
        with st.container(key=f"vragen-{kind.value}", gap="xsmall"):
            for each in here:
                _question(each, place, opened=each.question.id == opened)


def table(edition: Edition, place: registry.Region | None) -> None:
    """The whole list as a table, with its files."""
    answered = _answered(edition, place)
    rows = pd.DataFrame(
        {
            "question": each.question.question,
            "availability": HEADS[each.availability],
            "printed_figure": each.short,
            "answer": each.answer,
            "holder": each.question.holder.name,
            "here": each.figure.address if each.figure else "",
            "references": "; ".join(f"{_named(source)} {source.address}" for source in each.question.sources),
            "letter": each.letter,
        }
        for each in answered
    )
    chart = council_question_table(
        rows, place=place.name if place else "", date=notation.stand(edition.snapshot.manifest.created)
    )
    with parts_of_page.fold("De hele lijst als tabel, om mee te nemen", key="lijst"):
        table_block.show(edition, chart, key=KEY, text_columns=tuple(chart.printed.columns), stacked=True)


def rules() -> None:
    """What a reader may ask of whom, and where that can be read."""
    with parts_of_page.fold("Wat mag u vragen, en aan wie?", key="regels", anchor="regels"):
        markup.bullets(_RULES)
        _read_in(references(_RULES_READ_IN, of="regels"))


def _answered(edition: Edition, place: registry.Region | None) -> tuple[AnsweredQuestion, ...]:
    return answered_questions(edition, place.code if place else "")


def _kind(answered: Sequence[AnsweredQuestion]) -> str:
    number = counted(tuple(answered))
    options = {_EVERY: f"Alle {len(answered)}"} | {
        kind.value: f"{head} ({number[kind]})" for kind, head in HEADS.items() if number[kind]
    }
    return pick.chip("Welke vragen", key=STATE, options=options, default=_EVERY, drops=lambda _: ())


def _question(each: AnsweredQuestion, place: registry.Region | None, *, opened: bool) -> None:
    question, figure = each.question, each.figure
    title = f"{question.question} **{each.short}**" if each.short else question.question
    fold = st.expander(title, key=f"vraag-{question.id}", expanded=opened, on_change="rerun")
    if not fold.open and not whole.is_wanted():  # what nobody opens costs a page nothing
        return
    with fold:
        with markup.together():
            markup.paragraph(each.answer)
            if figure is not None:
                if place is not None and figure.region != place.code:
                    markup.small(f"Over {place.name} zelf staat dit cijfer niet op deze site.")
                markup.link(figure.address, f"Bekijk dit cijfer: {figure.place}, {figure.period.label}")
            markup.paragraph(f"Wie heeft het? {question.holder.name}.")
            markup.small("Waar wij dit lazen:")
            _read_in(question.sources)
            markup.paragraph("Zo vraagt u het op. Zet uw naam en adres eronder:")
        st.code(each.letter, language=None, wrap_lines=True)


def _read_in(sources: Sequence[Reference]) -> None:
    in_place.linked_lines([(_named(each), each.address, f"‘{each.title}’") for each in sources])


def _named(each: Reference) -> str:
    return f"‘{each.title}’ ({each.publisher}, {each.year})"
