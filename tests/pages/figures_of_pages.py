"""Which figures every page shows for a few selections each; tests of pages and of the browser read it."""

from data_sources.versions import EMBEDDED_VERSION

VERSION = EMBEDDED_VERSION
COMPARED = ("naast-elkaar", "plaatsen", "alles")
MONITOR = ("impactmonitor", "adviezen-en-meldingen", "cbs-tabellen")
TOPICS = {
    "wie-meldt": ("wie-meldt-landelijk", "wie-vraagt-advies"),
    "hoe-veilig": ("acuut-onveilig", "structureel-onveilig"),
    "herhaling": ("eerdere-betrokkenheid", "vervolgmeldingen"),
    "onderzoek": ("prevalentie",),
    "kinderbescherming": ("ondertoezichtstellingen", "ondertoezichtstellingen-halfjaar"),
}
PLACES_OF_WEST_BRABANT = ("west-brabant-kaart", "volgorde", "tabel-2")
PROGRAMMES = ("doelen", "doel", "van-melding-naar-vervolg", "wie-hoort-waar")
CHECKED = ("cijfercheck", *PROGRAMMES)
# address of a page: its selections, each with the figures that a reader sees then
SELECTIONS: dict[str, tuple[tuple[dict[str, str], tuple[str, ...]], ...]] = {
    "": (
        ({}, ("landelijk",)),
        ({"gemeente": "GM0758"}, ("landelijk",)),
        ({"versie": VERSION}, ("landelijk",)),
    ),
    "kaart": (
        ({"indicator": "wb-meldingen", "periode": "2018"}, ("kaart",)),
        ({"indicator": "meldingen", "niveau": "PV", "periode": "2023"}, ("kaart",)),
        ({"indicator": "aandeel-vervolgmeldingen", "niveau": "LD", "gemeente": "GM0363"}, ("kaart",)),
    ),
    "gemeente": (
        ({"gemeente": "GM0758"}, ("naast-wb-meldingen", "buren-wb-meldingen", "uit-documenten")),
        ({"gemeente": "GM0363"}, ("naast-meldingen", "eigen-opgaven", "eigen-opgaven-tot-2019")),
        ({"gemeente": "GM1959"}, ("uit-documenten",)),
    ),
    "vergelijken": (
        ({"gemeente": "GM0758"}, COMPARED),
        ({"gemeente": "GM0879"}, COMPARED),
        ({"gemeente": "GM0363", "met": "GM0599,GM0518"}, ("naast-elkaar", "alles")),
    ),
    "ontwikkeling": (
        ({}, ("ontwikkeling-meldingen",)),
        ({"indicator": "adviezen"}, ("ontwikkeling-adviezen",)),
        ({"gemeente": "GM0363"}, ("ontwikkeling-meldingen",)),
        ({"gemeente": "GM1959"}, ("landelijk-ontwikkeling-meldingen",)),
    ),
    "impactmonitor": (
        ({}, MONITOR),
        ({"onderwerp": "wie", "plaats": "GM0080"}, MONITOR),
        ({"versie": VERSION}, MONITOR),
    ),
    **{path: (({}, figures), ({"versie": VERSION}, figures)) for path, figures in TOPICS.items()},
    "west-brabant": (
        ({}, ("tabel-1",)),
        ({"gemeente": "GM0716", "cijfer": "wb-adviezen"}, PLACES_OF_WEST_BRABANT),
        ({"onderwerp": "gemeenten", "cijfer": "wb-ondersteuning", "sorteer": "meldingen"}, PLACES_OF_WEST_BRABANT),
        ({"onderwerp": "melders"}, ("politie", "melders", "bijlage-4")),
        ({"onderwerp": "leeftijd-geld"}, ("tabel-4", "geld", "uitspraken")),
        ({"onderwerp": "controle"}, ("controle-inwoners", "controle-totalen", "controle-melders", "losse-getallen")),
    ),
    "regioprogrammas": (
        ({}, ("uitspraken", *CHECKED)),
        ({"regio": "NL01"}, PROGRAMMES),
        ({"regio": "VT21"}, ("uitspraken", *CHECKED)),
        ({"regio": "VT27"}, CHECKED),
        ({"regio": "VT19"}, PROGRAMMES),
    ),
}  # fmt: skip


def expected_name(rows: list[dict]) -> str:
    """Name of the files of these rows, as a pattern: subject, places, periods and data version."""
    codes = sorted({row["code"] for row in rows if row.get("code")})
    periods = sorted({row["periode"] for row in rows if row.get("periode")})
    places = codes[0] if len(codes) == 1 else "-".join(sorted({code[:2] for code in codes}))
    span = "-".join([periods[0], *periods[1:][-1:]]) if periods else ""
    return "_".join([r"veiligthuis_[a-z0-9-]+", *filter(None, (places, span)), f"v{VERSION}"])
