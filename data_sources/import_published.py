"""Make the CSV files of the project from a folder of collected sources: python -m data_sources.import_published DIR.

DIR holds cbs/observations.csv, cbs/publications.csv, cbs/tables.csv, geo/regions.csv, geo/population.csv,
geo/population_national.csv, geo/mergers.csv and seeds/*.csv. No figure, name, status, note or reason is changed;
addresses that repeat per row move to provenance.csv, and copies outside CBS are described by the CBS product copied.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import pandas as pd

from data_sources.catalogue.publications import PUBLICATIONS
from data_sources.published import FOLDER

_DOCUMENTS = FOLDER.parent / "documents"
_SEEDS = (
    "west_brabant_productie_2015_2018",
    "west_brabant_gemeenten_2018",
    "west_brabant_herkomst_meldingen",
    "west_brabant_leeftijd_2018",
    "west_brabant_financien",
    "kerncijfers_documenten",
    "indicatoren_hart_van_brabant_2023_2027",
)
_DOCUMENT_OF_FILE = {  # the collected files name a document by the start of this key
    "000": "hart-van-brabant-2019-2021",
    "001": "hart-van-brabant-2023-2027",
    "002": "west-brabant-2019",
    "003": "helmond-2023",
    "004": "geweld-hoort-nergens-thuis",
}
_POPULATION_PRODUCT = {
    2015: "CBS Wijk- en Buurtkaart 2015",
    2016: "CBS bevolking op 1 januari 2016, lijst van gemeenten; namen aan codes gekoppeld (390 van 390)",
    2017: "CBS Wijk- en Buurtkaart 2017",
    2018: "CBS Wijk- en Buurtkaart 2018",
    2019: "CBS Wijk- en Buurtkaart 2019",
    2021: "CBS StatLine 85039NED",
    2022: "CBS Wijk- en Buurtkaart 2022",
    2023: "CBS Wijk- en Buurtkaart 2023",
    2024: "CBS StatLine 85755NED",
}
_BASIS_PRODUCT = {
    "cbs_table": "CBS Gebieden in Nederland 2024 (85755NED)",
    "cbs_layer_overlay": "CBS Gebiedsindelingen 2022, Veilig Thuis-regio's, over de gemeentegrenzen gelegd",
    "cbs_layer_reading": "CBS Gebiedsindelingen 2021, Veilig Thuis-regio's",
    "derived_cbs_2024_table": "afgeleid van CBS Gebieden in Nederland 2024 (85755NED)",
    "derived_cbs_2022_layer": "afgeleid van CBS Gebiedsindelingen 2022, Veilig Thuis-regio's",
    "derived_cbs_2021_layer": "afgeleid van CBS Gebiedsindelingen 2021, Veilig Thuis-regio's",
    "derived_safety_region": "afgeleid van de veiligheidsregio Brabant-Noord, in 2022 geheel VT16",
    "unknown": "niet gevonden; leeg gelaten",
}
_MERGER_COPY = "CBS gemeentelijke indeling 2015 en lijst van gemeenten op 1 januari 2016"


def _text(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")


def _write(frame: pd.DataFrame, path: Path) -> None:
    frame.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")
    print(f"{path.relative_to(FOLDER.parent)}: {len(frame)} rows")  # noqa: T201 - a command prints


def import_statline(folder: Path) -> None:
    """Write the StatLine cells in their order, the pages they were read on, and the list of tables."""
    cells = _text(folder / "observations.csv")
    pages = {url: f"p{number:02d}" for number, url in enumerate(cells["source_url"].unique(), start=1)}
    cells["page"] = cells["source_url"].map(pages)
    kept = ["table_id", "dimension", "region_name", "region_kind", "period", "status", "measure", "unit", "value"]
    _write(cells[[*kept, "page"]], FOLDER / "statline.csv")
    _write(pd.DataFrame({"page": pages.values(), "url": pages.keys()}), FOLDER / "statline_pages.csv")
    _write(_text(folder / "tables.csv"), FOLDER / "statline_tables.csv")


def import_publications(folder: Path) -> None:
    """Write the figures of reports and press with the id of their source; raises KeyError for an unknown source."""
    figures = _text(folder / "publications.csv")
    ids = {(source.title, source.url): source.id for source in reversed(PUBLICATIONS)}
    figures["source"] = [ids[key] for key in zip(figures["source_title"], figures["source_url"], strict=True)]
    _write(figures[["source", "indicator", "region", "period", "value", "unit", "note"]], FOLDER / "publications.csv")


def import_places(folder: Path) -> None:
    """Write memberships, names, population and mergers, with one provenance table instead of an address per row."""
    places = FOLDER / "places"
    regions = _text(folder / "regions.csv")
    flags = ["west_brabant", "hart_van_brabant", "brabant_noordoost", "zuidoost_brabant"]
    regions["brabant"] = [
        "|".join(flag for flag in flags if row[flag] == "1") for row in regions[flags].to_dict("records")
    ]
    short = {
        "municipality_code": "municipality", "municipality_name": "name",
        "vt_region_code": "vt_region", "province_code": "province",
    }  # fmt: skip
    kept = ["municipality", "name", "year", "vt_region", "province", "brabant", "basis"]
    _write(regions.rename(columns=short)[kept], places / "regions.csv")
    _write(_names(regions), places / "region_names.csv")
    other = [f"{kind}_region_{part}" for kind in ("safety", "ggd", "youth") for part in ("code", "name")]
    links = regions.loc[regions["safety_region_code"] != "", ["municipality_code", *other]]
    renamed = {column: column.removesuffix("_code") for column in other} | {"municipality_code": "municipality"}
    _write(links.rename(columns=renamed), places / "other_regions_2024.csv")

    population = _text(folder / "population.csv").rename(
        columns={"municipality_code": "municipality", "population": "inhabitants"}
    )
    _write(population[["municipality", "year", "inhabitants"]], places / "population.csv")
    national = _text(folder / "population_national.csv")
    _write(
        national.rename(columns={"population": "inhabitants", "source_url": "source"}),
        places / "population_national.csv",
    )
    mergers = _text(folder / "mergers.csv").rename(columns={"source_url": "source"})
    mergers["source"] = mergers["source"].mask(mergers["source"].str.contains("github.com"), _MERGER_COPY)
    _write(mergers, places / "mergers.csv")
    rows = [("regions", basis, product) for basis, product in _BASIS_PRODUCT.items()]
    rows += [("population", str(year), product) for year, product in _POPULATION_PRODUCT.items()]
    _write(pd.DataFrame(rows, columns=["file", "part", "source"]), places / "provenance.csv")


def _names(regions: pd.DataFrame) -> pd.DataFrame:
    """Names of regions with their first and last year; a name that changes makes a new row."""
    parts = []
    for kind in ("vt_region", "province"):
        known = regions[regions[f"{kind}_code"] != ""]
        years = known.groupby([f"{kind}_code", f"{kind}_name"])["year"].agg(["min", "max"]).reset_index()
        parts.append(years.set_axis(["code", "name", "first_year", "last_year"], axis=1))
    return pd.concat(parts).sort_values(["code", "first_year"])


def import_documents(folder: Path) -> None:
    """Write the tables of the regional documents with our own document ids; raises KeyError for an unknown one."""
    for name in _SEEDS:
        frame = _text(folder / f"{name}.csv").rename(columns={"source_document": "document", "source_place": "place"})
        documents = [_DOCUMENT_OF_FILE[key[:3]] for key in frame["document"]]
        _write(frame.assign(document=documents), _DOCUMENTS / f"{name}.csv")


def main() -> None:
    """Read the folder named on the command line and write all CSV files of the project."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    import_statline(folder / "cbs")
    import_publications(folder / "cbs")
    import_places(folder / "geo")
    import_documents(folder / "seeds")


if __name__ == "__main__":
    main()
