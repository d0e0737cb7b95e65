"""Renew the embedded inhabitants from CBS table 03759ned: python -m data_sources.renew_population FILE.

FILE is a CSV with region_code, region_name, year, population: the cells of 03759ned for both sexes, every age and every
marital status, of the country, the provinces and the municipalities on 1 January. Years in it replace every older copy.
A year of which the memberships are not known yet takes those of the year before, when it has the same municipalities.
Nothing is written unless every year adds up: municipalities and provinces each to the country, and municipalities to
their province.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import pandas as pd

from data_sources.level import NETHERLANDS, Level
from data_sources.published import FOLDER, read_published

_PLACES = FOLDER / "places"
_COUNTED = ("region_code", "region_name", "year", "population")
_REGIONS = ("municipality", "name", "year", "vt_region", "province", "brabant", "basis")
_NAMES = ("code", "name", "first_year", "last_year")
_CARRIED_BASIS = {"cbs_table": "derived_cbs_2024_table"}  # what was read of 2024 is derived for a later year


class UnsoundCountError(ValueError):
    """The count does not add up or names other municipalities than the memberships; the message says where."""


def renew(counted: pd.DataFrame, *, places: Path = _PLACES) -> None:
    """Write the count, later memberships and what is left of the older copies; raises UnsoundCountError."""
    regions = read_published(places / "regions.csv", columns=_REGIONS)
    names = read_published(places / "region_names.csv", columns=_NAMES)
    for year in sorted(counted["year"].unique()):
        municipalities = set(_of(counted, Level.MUNICIPALITY, year=year)["region_code"])
        regions, names = with_memberships(regions, names=names, year=year, municipalities=municipalities)
        check_sums(counted, regions=regions, year=year)
    _write(regions, places / "regions.csv")
    _write(names, places / "region_names.csv")
    for name in ("population.csv", "population_national.csv"):
        older = pd.read_csv(places / name, dtype=str, keep_default_na=False, encoding="utf-8")
        _write(older[~older["year"].isin(counted["year"])], places / name)
    rows = counted.sort_values(["year", "region_code"]).rename(
        columns={"region_code": "region", "population": "inhabitants"}
    )
    _write(rows[["region", "year", "inhabitants"]], places / "population_03759ned.csv")


def with_memberships(
    regions: pd.DataFrame, *, names: pd.DataFrame, year: str, municipalities: set[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Memberships and names with those of a year; raises UnsoundCountError when its municipalities are other ones."""
    before = str(int(year) - 1)
    if year not in set(regions["year"]):
        later = regions[regions["year"] == before].assign(year=year)
        regions = pd.concat([regions, later.assign(basis=later["basis"].replace(_CARRIED_BASIS))], ignore_index=True)
        names = names.assign(last_year=names["last_year"].mask(names["last_year"] == before, year))
    known = set(regions.loc[regions["year"] == year, "municipality"])
    if known != municipalities:
        msg = f"{year}: only in the count {sorted(municipalities - known)}, only in regions.csv {sorted(known - municipalities)}"
        raise UnsoundCountError(msg)
    return regions, names


def check_sums(counted: pd.DataFrame, *, regions: pd.DataFrame, year: str) -> None:
    """Raise UnsoundCountError unless municipalities and provinces of a year add up."""
    country, provinces, municipalities = (
        _of(counted, level, year=year).set_index("region_code")["population"].astype("int64")
        for level in (Level.COUNTRY, Level.PROVINCE, Level.MUNICIPALITY)
    )
    total = int(country[NETHERLANDS])
    if total != provinces.sum() or total != municipalities.sum():
        msg = f"{year}: country {total}, provinces {provinces.sum()}, municipalities {municipalities.sum()}"
        raise UnsoundCountError(msg)
    province = regions[regions["year"] == year].set_index("municipality")["province"]
    apart = municipalities.groupby(province).sum() - provinces
    if (apart != 0).any():
        msg = f"{year}: municipalities do not add up to {sorted(apart.index[apart != 0])}"
        raise UnsoundCountError(msg)


def _of(counted: pd.DataFrame, level: Level, *, year: str) -> pd.DataFrame:
    return counted[(counted["year"] == year) & counted["region_code"].str.startswith(str(level))]


def _write(frame: pd.DataFrame, path: Path) -> None:
    frame.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")


def main() -> None:
    """Read the file named on the command line and renew the CSV files of places."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    renew(read_published(parser.parse_args().file, columns=_COUNTED))


if __name__ == "__main__":
    main()
