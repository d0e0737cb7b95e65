import pytest

from data_sources.period import Period
from tests.rules.linter import Context, forbidden

BREDA = Context("GM0758", Period.year(2023), national=True, points=5)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 2023 telde Breda 1.500 slachtoffers.", "slachtoffers"),
        ("Breda telt meer meldingen doordat de politie meer meldt.", "oorzaak"),
        ("Breda doet het beter dan Tilburg.", "oordeel"),
        ("Breda staat op plaats 14 van 342.", "losse plaats"),
        ("Breda is nummer 3.", "losse plaats"),
        ("In Breda is meer geweld dan in Nederland.", "meer of minder geweld"),
        ("De som van 25 regio's is het cijfer van Nederland.", "landelijk heet"),
        ("Dat is nan per 10.000 inwoners.", "ontbrekend"),
        ("Van 2018 naar 2023 steeg het aantal meldingen.", "breuk"),
        ("Van 2018 naar 2023 ging het aantal meldingen van 50,0 naar 60,0.", "breuk"),
    ],
)
def test_every_forbidden_form_is_found(text, name):
    assert any(name in each for each in forbidden(text, BREDA)), forbidden(text, BREDA)


def test_what_depends_on_the_selection_is_found_by_its_context():
    few = Context("GM0758", Period.year(2023), points=4)
    assert "een trend op te weinig punten" in forbidden("Er is een stijging.", few)
    assert "landelijk zonder gepubliceerd landelijk cijfer" in forbidden("Dat is hoger dan in Nederland.", few)
    half = Context("GM0758", Period.half_year(2023, 1))
    assert "een half jaar als heel jaar" in forbidden("Dat zijn 40 meldingen per jaar.", half)
    moved = Context("GM1723", Period.year(2023))
    assert "een verandering over een breuk" in forbidden("Van 2022 naar 2023 daalde het aantal meldingen.", moved)


@pytest.mark.parametrize(
    "text",
    [
        "In 2023 telde Veilig Thuis ongeveer 1.500 meldingen in Breda.",
        "tussen plaats 9 en 31 van 342 (1 is het hoogste cijfer)",
        "Geen landelijk cijfer: het CBS vond de regio's in 2016 niet vergelijkbaar.",
        "U kunt 2018 en 2023 niet vergelijken: sinds 2019 registreert Veilig Thuis anders (nieuw protocol).",
        "Meer meldingen is niet hetzelfde als meer geweld.",
        "Van 2019 naar 2023 ging het aantal meldingen per 10.000 inwoners in Breda van 50,0 naar 60,0 (+10,0, +20%).",
    ],
)
def test_what_may_be_said_is_let_through(text):
    assert forbidden(text, BREDA) == []
