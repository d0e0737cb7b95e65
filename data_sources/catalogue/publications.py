"""Every report and article whose figures we carry, as a Source; a figure's note keeps the rest of what was printed.

Longer than other modules because it is one list: an entry per publication, nothing else.
"""

from __future__ import annotations

from datetime import date

from data_sources.catalogue.model import Source, SourceKind

_CBS_LICENCE = "CC BY 4.0"
_FACTS = "Cijfers overgenomen met bronvermelding; geen open data van het CBS"


def _cbs(id_: str, title: str, url: str, published: date | None) -> Source:
    return Source(
        id=id_, owner="CBS", title=title, licence=_CBS_LICENCE, attribution=f"Bron: CBS, {title}", url=url,
        published=published, kind=SourceKind.CBS,
    )  # fmt: skip


def _other(kind: SourceKind, id_: str, owner: str, title: str, url: str, published: date | None = None) -> Source:
    return Source(
        id=id_, owner=owner, title=title, licence=_FACTS, attribution=f"Bron: {title}", url=url,
        published=published, kind=kind,
    )  # fmt: skip


_LONGREAD = "https://www.cbs.nl/nl-nl/longread/rapportages"
_IMPACT_2022 = f"{_LONGREAD}/2022/impactmonitor-aanpak-huiselijk-geweld-en-kindermishandeling-2022"
_IMPACT_2023 = f"{_LONGREAD}/2023/impactmonitor-aanpak-huiselijk-geweld-en-kindermishandeling-2023"
_PRESS, _OWN, _RESEARCH = SourceKind.PRESS, SourceKind.OWN_COUNT, SourceKind.RESEARCH

PUBLICATIONS: tuple[Source, ...] = (
    _cbs(
        "impactmonitor-2022-h4",
        "Impactmonitor aanpak huiselijk geweld en kindermishandeling 2022, hoofdstuk 4 (CBS)",
        f"{_IMPACT_2022}/4-vergroting-bereik-veilig-thuis",
        None,
    ),
    _cbs(
        "impactmonitor-2023-h5",
        "Impactmonitor aanpak huiselijk geweld en kindermishandeling 2023, hoofdstuk 5 (CBS)",
        f"{_IMPACT_2023}/5-verbinding-zorg-en-veiligheid",
        None,
    ),
    _other(
        _PRESS,
        "pers-nji-veilig-thuis",
        "Nederlands Jeugdinstituut (NJi)",
        "NJi Databank Cijfers over Jeugd en Opvoeding: Veilig Thuis (op basis van CBS)",
        "https://www.nji.nl/nl/Databank/Cijfers-over-Jeugd-en-Opvoeding/Advies-en-Meldpunt-Kindermishandeling-(AMK)",
    ),
    _other(
        _PRESS,
        "pers-blikopnieuws-2025-10",
        "Blik op Nieuws",
        "Meer adviezen en meldingen over kindermishandeling en huiselijk geweld (CBS-bericht via Blik op Nieuws, 24-10-2025)",
        "https://www.blikopnieuws.nl/nieuws/307805/meer-adviezen-en-meldingen-over-kindermishandeling-en-huiselijk-geweld.html",
        date(2025, 10, 24),
    ),
    _other(
        _PRESS,
        "pers-gemeentenu-2025-10",
        "gemeente.nu",
        "Aantal meldingen huiselijk geweld stijgt (gemeente.nu, 24-10-2025, op basis van CBS)",
        "https://www.gemeente.nu/sociaal/aantal-meldingen-huiselijk-geweld-stijgt/",
        date(2025, 10, 24),
    ),
    _other(
        _PRESS,
        "pers-huiselijkgeweld-2022-10",
        "huiselijkgeweld.nl",
        "Aantal adviezen en meldingen bij Veilig Thuis in eerste halfjaar 2022 (huiselijkgeweld.nl, op basis van CBS)",
        "https://www.huiselijkgeweld.nl/actueel/nieuws/2022/10/31/aantallen-meldingen-en-adviesvragen-veilig-thuis-eerste-halfjaar-2022",
        date(2022, 10, 31),
    ),
    _other(
        _PRESS,
        "pers-nu-2022-10",
        "NU.nl",
        "Veilig Thuis ziet vaak bekenden terug bij meldingen van huiselijk geweld (NU.nl, okt. 2022, op basis van CBS)",
        "https://www.nu.nl/binnenland/6232853/veilig-thuis-ziet-vaak-bekenden-terug-bij-meldingen-van-huiselijk-geweld.html?redirect=1",
    ),
    _other(
        _PRESS,
        "pers-blikopnieuws-2022-10",
        "Blik op Nieuws",
        "38 procent van de meldingen bij Veilig Thuis is een hermelding (CBS-bericht via Blik op Nieuws, okt. 2022)",
        "https://www.blikopnieuws.nl/nieuws/296198/38-procent-van-de-meldingen-bij-veilig-thuis-is-een-hermelding.html",
    ),
    _other(
        _PRESS,
        "pers-blikopnieuws-2022-04",
        "Blik op Nieuws",
        "Minder meldingen kindermishandeling en huiselijk geweld (CBS-bericht via Blik op Nieuws, apr. 2022)",
        "https://www.blikopnieuws.nl/nieuws/294028/minder-meldingen-kindermishandeling-en-huiselijk-geweld.html",
    ),
    _cbs(
        "cbs-faq-emancipatie",
        "Hoeveel mannen en vrouwen hebben te maken met huiselijk geweld? (CBS faq emancipatie)",
        "https://www.cbs.nl/nl-nl/faq/emancipatie/hoeveel-mannen-en-vrouwen-hebben-te-maken-met-huiselijk-geweld-",
        None,
    ),
    _cbs(
        "impactmonitor-2022-h3",
        "Impactmonitor aanpak huiselijk geweld en kindermishandeling 2022, hoofdstuk 3 (CBS)",
        f"{_IMPACT_2022}/3-omvang-aard-en-kenmerken",
        None,
    ),
    _cbs(
        "impactmonitor-2020",
        "Aanpak huiselijk geweld en kindermishandeling in cijfers (Impactmonitor 2020, CBS longread)",
        "https://longreads.cbs.nl/impactmonitorhgkm-2020/aanpak-huiselijk-geweld-en-kindermishandeling-in-cijfers/",
        None,
    ),
    _other(
        _PRESS,
        "pers-huiselijkgeweld-2020-12",
        "huiselijkgeweld.nl",
        "1,2 miljoen slachtoffers van huiselijk geweld (huiselijkgeweld.nl, op basis van CBS/WODC)",
        "https://www.huiselijkgeweld.nl/actueel/nieuws/2020/12/21/12-miljoen-slachtoffers-van-huiselijk-geweld",
        date(2020, 12, 21),
    ),
    _cbs(
        "impactmonitor-2023",
        "Impactmonitor aanpak huiselijk geweld en kindermishandeling 2023 (CBS)",
        f"{_IMPACT_2023}?onepage=true",
        None,
    ),
    _other(
        _PRESS,
        "pers-zaanstad-2023",
        "Gemeente Zaanstad",
        "Product 4.4 Zorg & veiligheid, Voorjaarsnota Zaanstad 2023 (bron: CBS)",
        "https://zaanstad2023.voorjaarsnota.nl/p16758/zorg-veiligheid",
    ),
    _other(
        _PRESS,
        "pers-oogtv-2022-04",
        "OOG TV",
        "Daling aantal meldingen van huiselijk geweld en kindermishandeling in gemeente Groningen (OOG TV, apr. 2022, op basis van CBS)",
        "https://www.oogtv.nl/2022/04/daling-aantal-meldingen-van-huiselijk-geweld-en-kindermishandeling-in-gemeente-groningen/",
    ),
    _other(
        _PRESS,
        "pers-rtvhattem-2024-11",
        "RTV Hattem",
        "Veilig Thuis niet voor iedereen vanzelfsprekend (RTV Hattem, 6-11-2024, op basis van CBS-dashboard)",
        "https://rtvhattem.nl/06/11/2024/veilig-thuis-niet-voor-iedereen-vanzelfsprekend",
        date(2024, 11, 6),
    ),
    _other(
        _PRESS,
        "pers-riskenbusiness-2021",
        "riskenbusiness.nl",
        "Zes procent minder meldingen huiselijk geweld in 1e halfjaar 2021 (riskenbusiness.nl, op basis van CBS)",
        "https://riskenbusiness.nl/tag/minder-meldingen/",
    ),
    _cbs(
        "jeugdbescherming-2023-h1",
        "Jeugdbescherming en jeugdreclassering, 1e halfjaar 2023, hoofdstuk 1 (CBS)",
        "https://cbs.nl/nl-nl/longread/rapportages/2023/jeugdbescherming-en-jeugdreclassering-1e-halfjaar-2023/1-jeugdbescherming",
        None,
    ),
    _cbs(
        "jeugdbescherming-2022",
        "Jeugdbescherming en jeugdreclassering 2022, hoofdstuk 1 (CBS)",
        "https://cbs.nl/nl-nl/longread/rapportages/2023/jeugdbescherming-en-jeugdreclassering-2022/1-jeugdbescherming",
        None,
    ),
    _other(
        _OWN,
        "opgave-zuidoost-brabant-2019",
        "Veilig Thuis Zuidoost-Brabant, via NU.nl",
        "Fors meer meldingen van huiselijk geweld in regio Eindhoven (NU.nl, apr. 2019; cijfers Veilig Thuis ZO-Brabant via Studio040)",
        "https://www.nu.nl/eindhoven/5844081/fors-meer-meldingen-van-huiselijk-geweld-in-regio-eindhoven.html",
    ),
    _other(
        _OWN,
        "opgave-oosterhout-2018",
        "Veilig Thuis West-Brabant, via BN DeStem",
        "Nog te veel huiselijk geweld in Oosterhout (BN DeStem; cijfers Veilig Thuis West-Brabant)",
        "https://www.bndestem.nl/oosterhout/nog-te-veel-huiselijk-geweld-in-oosterhout~ae2f1ea5/",
    ),
    _other(
        _PRESS,
        "pers-duic-2021-09",
        "DUIC",
        "Stijging in aantal meldingen van kindermishandeling in Utrecht (DUIC, sept. 2021, op basis van CBS)",
        "https://www.duic.nl/algemeen/stijging-in-aantal-meldingen-van-kindermishandeling-in-utrecht/",
    ),
    _other(
        _OWN,
        "opgave-midden-brabant-2021",
        "Veilig Thuis Midden-Brabant, via Omroep Brabant",
        "Huiselijk geweld neemt landelijk af, maar niet in Midden-Brabant (Omroep Brabant, okt. 2021)",
        "https://www.omroepbrabant.nl/nieuws/3981624/huiselijk-geweld-neemt-landelijk-af-maar-niet-in-midden-brabant",
    ),
    _other(
        _PRESS,
        "pers-nieuwsnl-2020-12",
        "Nieuws.nl",
        "Nieuws.nl 21-12-2020 (op basis van CBS/WODC Prevalentiemonitor 2020)",
        "https://nieuws.nl/algemeen/20201221/8-procent-van-16-plussers-is-slachtoffer-van-huiselijk-geweld/",
        date(2020, 12, 21),
    ),
    _other(
        _OWN,
        "opgave-zeeland-2021",
        "Veilig Thuis Zeeland, via Omroep Zeeland",
        "Het is druk bij Veilig Thuis Zeeland (Omroep Zeeland, nov. 2021)",
        "https://www.omroepzeeland.nl/nieuws/131227/Het-is-druk-bij-Veilig-Thuis-Zeeland-en-dat-is-een-goed-teken-zegt-de-organisatie-zelf",
    ),
    _other(
        _OWN,
        "opgave-fryslan-2020",
        "Omrop Fryslân",
        "Nieuw Fries actieplan tegen huiselijk geweld en kindermishandeling (Omrop Fryslân, feb. 2020)",
        "https://www.omropfryslan.nl/nieuws/940235-nieuw-fries-actieplan-tegen-huiselijk-geweld-en-kindermishandeling",
    ),
    _other(
        _PRESS,
        "pers-zeelandnet-2021-10",
        "ANP, via ZeelandNet",
        "Veilig Thuis krijgt minder meldingen van onveilige thuissituaties (ANP/ZeelandNet, okt. 2021, op basis van CBS)",
        "https://www.zeelandnet.nl/nieuws/veilig-thuis-krijgt-minder-meldingen-van-onveilige-thuissituaties",
    ),
    _other(
        _OWN,
        "opgave-twente-2022",
        "Veilig Thuis Twente, via Tubantia",
        "Jaarlijks forse stijging kindermishandeling in Twente (Tubantia, nov. 2022; cijfers Veilig Thuis Twente)",
        "https://www.tubantia.nl/enschede-e-o/jaarlijks-forse-stijging-kindermishandeling-in-twente-ik-zie-het-in-boerderijen-villas-en-rijtjeshuizen~a3460140/",
    ),
    _other(
        _OWN,
        "opgave-flevoland-2024",
        "Gemeente en Veilig Thuis, via Omroep Flevoland",
        "Lelystad zoekt verklaring voor groot aantal meldingen mishandeling (Omroep Flevoland, 3-4-2024)",
        "https://www.omroepflevoland.nl/nieuws/374379/lelystad-zoekt-verklaring-voor-groot-aantal-meldingen-mishandeling",
        date(2024, 4, 3),
    ),
    _other(
        _PRESS,
        "pers-rtv527",
        "RTV 527",
        "Almere: Veilig Thuis Flevoland krijgt meer geld (RTV 527, jaar niet vermeld, op basis van CBS)",
        "https://rtv527.nl/nieuws/almere-veilig-thuis-flevoland-krijgt-meer-geld/",
    ),
    _other(
        _RESEARCH,
        "onderzoek-nscr-2021",
        "NSCR",
        "Aantal meldingen kindermishandeling tijdens lockdown iets toegenomen (mr-online 10-11-2021; NSCR 'Stay home, stay safe?')",
        "https://aboutlegal.nl/news/2021-11-10/aantal-meldingen-kindermishandeling-tijdens-lockdown-iets-toegenomen-mr-online",
        date(2021, 11, 10),
    ),
    _other(
        _OWN,
        "opgave-gelderland-zuid-2020-q1",
        "Veilig Thuis Gelderland-Zuid",
        "Kwartaalrapportage Veilig Thuis Gelderland-Zuid januari-maart 2020 (via 5dok)",
        "https://5dok.net/article/conclusie-kwartaalrapportage-veilig-thuis-gelderland-zuid-januari-maart.z3dlpl57",
    ),
    _other(
        _OWN,
        "opgave-gelderland-zuid-2020-q2",
        "Veilig Thuis Gelderland-Zuid",
        "Kwartaalrapportage Veilig Thuis Gelderland-Zuid april-juni 2020 (via 5dok)",
        "https://5dok.net/article/aantal-onderzoeken-kwartaalrapportage-veilig-thuis-gelderland-zuid-april.q7womono",
    ),
    _other(
        _PRESS,
        "pers-blikopnieuws-2022-10-31",
        "Blik op Nieuws",
        "Meerdere meldingen / CBS-bericht 31-10-2022 via Blik op Nieuws",
        "https://www.blikopnieuws.nl/nieuws/296198/38-procent-van-de-meldingen-bij-veilig-thuis-is-een-hermelding.html",
        date(2022, 10, 31),
    ),
    _other(
        _PRESS,
        "pers-1limburg-2022",
        "1Limburg",
        "Meeste meldingen van kindermishandeling in Heerlen (1Limburg, 2022, op basis van CBS)",
        "https://www.1limburg.nl/nieuws/1732004/meeste-meldingen-van-kindermishandeling-in-heerlen",
    ),
    _cbs(
        "impactmonitor-2019",
        "Aanpak huiselijk geweld en kindermishandeling in cijfers (Impactmonitor 2019, CBS longread)",
        "https://longreads.cbs.nl/impactmonitorhgkm-2019/aanpak-huiselijk-geweld-en-kindermishandeling-in-cijfers/",
        None,
    ),
    _other(
        _OWN,
        "opgave-zuid-holland-zuid-2018",
        "Veilig Thuis Zuid-Holland Zuid, via RTV Rijnmond",
        "Meer meldingen kindermishandeling en huiselijk geweld (RTV Rijnmond, jan. 2018; cijfers Veilig Thuis Zuid-Holland Zuid)",
        "https://www.rijnmond.nl/nieuws/164090/Meer-meldingen-kindermishandeling-en-huiselijk-geweld",
    ),
    _other(
        _OWN,
        "opgave-hart-van-brabant-2020",
        "GGD Hart voor Brabant",
        "Monitor Jeugdhulp Hart van Brabant 2020, 'Veiligheid voorop' (GGD Hart voor Brabant)",
        "https://ggd-hvb.foleon.com/monitor-jeugdhulp/monitor-2020/veiligheid-voorop/",
    ),
    _other(
        _PRESS,
        "pers-omroepbrabant-2025-11",
        "Omroep Brabant",
        "Kindermishandeling neemt toe (Omroep Brabant, 21-11-2025, op basis van CBS)",
        "https://www.omroepbrabant.nl/nieuws/4793960/kindermishandeling-neemt-toe-in-geweld-hoort-nergens-thuis",
        date(2025, 11, 21),
    ),
    _other(
        _PRESS,
        "pers-rtvdrenthe-2022-04",
        "RTV Drenthe",
        "Minder meldingen huiselijk geweld en kindermishandeling (RTV Drenthe, apr. 2022, op basis van CBS)",
        "https://www.rtvdrenthe.nl/nieuws/14621819/minder-meldingen-huiselijk-geweld-en-kindermishandeling",
    ),
    _other(
        _OWN,
        "opgave-zuidoost-brabant-2025",
        "Veilig Thuis Zuidoost-Brabant, via Eindhoven News",
        "Number of reports of domestic violence is rising (Eindhoven News, 3-12-2025; cijfers Veilig Thuis Zuidoost-Brabant)",
        "https://eindhovennews.com/news/2025/12/number-of-reports-of-domestic-violence-is-rising/",
        date(2025, 12, 3),
    ),
    # The same article as 'opgave-midden-brabant-2021'; its national row quotes CBS, so it has a source of its own.
    _other(
        _PRESS,
        "pers-omroepbrabant-2021-10",
        "Omroep Brabant",
        "Huiselijk geweld neemt landelijk af, maar niet in Midden-Brabant (Omroep Brabant, okt. 2021)",
        "https://www.omroepbrabant.nl/nieuws/3981624/huiselijk-geweld-neemt-landelijk-af-maar-niet-in-midden-brabant",
    ),
)
