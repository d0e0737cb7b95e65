"""Ways of saying a figure, each with the verdict it must get; a wrong 'wijkt af' does more harm than no verdict."""

import pytest

from editions.document_check import check_text
from editions.edition import current_edition
from indicators.checks.verdict import Verdict

HOLDS, WITHIN, HALF, DIFFERS = Verdict.HOLDS, Verdict.WITHIN, Verdict.HALF_YEAR, Verdict.DIFFERS
OTHER, UNKNOWN = Verdict.NOT_COMPARABLE, Verdict.NOT_CHECKABLE


def verdicts(text):
    return [
        (outcome.claim.printed, outcome.verdict)
        for part in check_text(current_edition(), text)
        for outcome in part.outcomes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het aandeel hermeldingen bij Veilig Thuis in Amsterdam bedroeg in 2023 34,6 procent.", [("34,6 procent", HOLDS)]),
        ("In Amsterdam betrof in 2023 32,9 procent van de meldingen een vervolgmelding; landelijk was dat 38,5 procent.", [("32,9 procent", HOLDS), ("38,5 procent", DIFFERS)]),
        ("In Nederland bestond in 2023 53% van de contacten met Veilig Thuis uit adviezen, in Drenthe 61%.", [("53%", HOLDS), ("61%", HOLDS)]),
        ("Vier op de tien contacten met Veilig Thuis in Drenthe in 2023 was een melding.", [("Vier op de tien", HOLDS)]),
        ("In 2025 was 44 procent van de contacten met Veilig Thuis in Nederland een melding.", [("44 procent", HALF)]),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_a_share_that_our_figures_know_is_judged(text, expected):
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Het aandeel adviezen bij Veilig Thuis in Nederland steeg in 2023 met 5 procent.",
        "Het aandeel adviezen aan ouders bij Veilig Thuis was in Nederland in 2023 30 procent.",
        "Van alle contacten met Veilig Thuis in Nederland in 2023 liep 80 procent via de telefoon; het ging om adviezen.",
        "Op 95 procent van de meldingen bij Veilig Thuis in Amsterdam in 2023 volgde een vervolgmelding.",
        "Na een melding bij Veilig Thuis in Amsterdam in 2023 kwam in 10 procent van de gevallen een vervolgmelding.",
        "In Nederland was in 2023 13,3 procent van de meldingen een vervolgmelding tijdens de veiligheidsbeoordeling.",
        "90 procent van de meldingen bij Veilig Thuis in Nederland in 2023 werd snel beoordeeld; veel was een vervolgmelding.",
        "Van de vervolgmeldingen in Nederland in 2023 kwam 46 procent binnen bij Veilig Thuis via de post.",
        "In 2018 had Breda een aandeel van 30 procent in alle meldingen bij Veilig Thuis West-Brabant.",
        "Breda kreeg in 2018 veel meldingen bij Veilig Thuis, 31 procent van het totaal.",
    ],
)
def test_a_share_of_something_else_is_never_judged(text):
    assert {verdict for _, verdict in verdicts(text)} <= {UNKNOWN, OTHER}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Breda, Oosterhout en Roosendaal hadden in 2018 respectievelijk 1.842, 617 en 668 meldingen bij Veilig Thuis.", [HOLDS] * 3),
        ("Amsterdam en Zaanstad kregen in 2023 en 2021 8.975 en 1.005 meldingen bij Veilig Thuis.", [HOLDS] * 2),
        ("Meldingen en adviezen in Ede (eerste halfjaar 2025): 295 en 345.", [HOLDS] * 2),
        ("Veilig Thuis Drenthe (2023): adviezen 2.960, meldingen 1.905, totaal 4.865.", [HOLDS] * 3),
        ("Breda en Oosterhout hadden in 2018 samen 2.459 meldingen bij Veilig Thuis.", [HOLDS]),
        ("Breda en Oosterhout hadden in 2018 samen 3.459 meldingen bij Veilig Thuis.", [DIFFERS]),
        ("Veilig Thuis West-Brabant werkt voor Breda, Oosterhout en Roosendaal en kreeg in 2018 6.039 meldingen.", [UNKNOWN]),
        ("Na een daling in 2020 en 2021 waren er in Nederland in 2023 127.340 meldingen bij Veilig Thuis.", [HOLDS]),
        ("Adviezen Veilig Thuis Nederland, eerste halfjaar: 75.000 (2024) en 85.000 (2025).", [HOLDS] * 2),
        ("De tweede helft van 2020 was rustiger dan de eerste: 62.910 tegen 64.505 meldingen in Nederland bij Veilig Thuis.", [HOLDS] * 2),
        ("In Assen werd in 2023 vaker advies gevraagd (525) dan gemeld (270) bij Veilig Thuis.", [HOLDS] * 2),
        ("In 2020 waren er 127.410 meldingen bij Veilig Thuis in Nederland: 64.505 in het eerste halfjaar en 62.910 in het tweede.", [HOLDS] * 3),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_a_list_is_read_by_its_order(text, expected):
    assert [verdict for _, verdict in verdicts(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2018 kwam een derde van alle meldingen bij Veilig Thuis West-Brabant uit Breda: 1.842 van de 6.039.", {"1.842": HOLDS, "6.039": HOLDS}),
        ("Veilig Thuis West-Brabant, gevestigd in Breda, ontving in 2018 6.039 meldingen.", {"6.039": HOLDS}),
        ("Veilig Thuis West-Brabant in Breda kreeg in 2018 6.039 meldingen.", {"6.039": HOLDS}),
        ("De raad van Oosterhout hoorde dat Veilig Thuis West-Brabant in 2018 6.039 meldingen kreeg.", {"6.039": HOLDS}),
        ("Uit Almelo kwamen in de eerste helft van 2020 245 meldingen bij Veilig Thuis Twente.", {"245": HOLDS}),
        ("Woudrichem (nu deel van Altena) had in 2018 86 meldingen bij Veilig Thuis.", {"86": HOLDS}),
        ("Bij Veilig Thuis kwamen in 2018 1.842 meldingen over Bredanaars binnen.", {"1.842": HOLDS}),
        ("Het aantal meldingen bij Veilig Thuis varieert in 2018 van 105 in Tholen tot 1.842 in Breda.", {"105": HOLDS, "1.842": HOLDS}),
        ("In de regio Breda kreeg Veilig Thuis in 2018 4.000 meldingen.", {"4.000": UNKNOWN}),
        ("In de wijk Haagse Beemden in Breda kreeg Veilig Thuis in 2018 500 meldingen.", {"500": OTHER}),
        ("In 2023 ontving de Raad voor de Kinderbescherming in Nederland 16.000 meldingen, Veilig Thuis 127.340.", {"16.000": OTHER, "127.340": HOLDS}),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_a_figure_belongs_to_the_place_and_organisation_that_is_meant(text, expected):
    assert {printed: verdict for printed, verdict in verdicts(text) if printed in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zaanstad had in 2021 150 meldingen minder dan in 2020 bij Veilig Thuis.", [HOLDS]),
        ("Het aantal meldingen bij Veilig Thuis lag in 2021 landelijk 8.000 lager dan een jaar eerder.", [HOLDS]),
        ("In de periode 2019-2021 daalde het aantal meldingen bij Veilig Thuis in Nederland met 9,4 procent.", [HOLDS]),
        ("In 2020 had de provincie Groningen 4.195 meldingen bij Veilig Thuis, een jaar later 7 procent minder.", [HOLDS, HOLDS]),
        ("In 2025 halveerde het aantal meldingen bij Veilig Thuis in Nederland ten opzichte van 2023.", [OTHER]),
        ("In Zaanstad waren er in 2021 1.005 meldingen bij Veilig Thuis, een daling van 285 meldingen ten opzichte van 2019.", [HOLDS, HOLDS]),
        ("Tussen Breda en Oosterhout zit in 2018 een verschil van 1.225 meldingen bij Veilig Thuis.", [UNKNOWN]),
        ("De daling van 7.561 naar 6.039 meldingen bij Veilig Thuis West-Brabant valt op in 2018.", [UNKNOWN, HOLDS]),
        ("In Zaanstad waren er in 2021 60 meldingen minder dan adviezen bij Veilig Thuis.", [UNKNOWN]),
        ("Amsterdam had in 2023 977 meldingen bij Veilig Thuis per 100.000 inwoners, een derde meer dan de 715 landelijk.", [HOLDS, UNKNOWN]),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else "",
)  # fmt: skip
def test_a_change_is_measured_between_the_periods_that_are_said(text, expected):
    assert [verdict for _, verdict in verdicts(text)] == expected


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In Nederland was er in 2023 één melding bij Veilig Thuis per 140 inwoners.", None),
        ("In 2023 was er één melding op de 140 inwoners in Nederland bij Veilig Thuis.", HOLDS),
        ("In 2023 was er één melding op de 1.400 inwoners in Nederland bij Veilig Thuis.", DIFFERS),
        ("Een op de tien Nederlanders maakte in 2023 geweld mee, blijkt uit meldingen bij Veilig Thuis.", OTHER),
        ("In 2023 vroegen 143.210 mensen in Nederland advies bij Veilig Thuis.", HOLDS),
        ("In 2023 vroegen 120.000 mensen in Nederland advies bij Veilig Thuis.", OTHER),
    ],
)
def test_people_are_no_reports(text, verdict):
    assert [each for _, each in verdicts(text)] == ([] if verdict is None else [verdict])
