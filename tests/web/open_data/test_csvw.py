"""The description beside every CSV: right by the rules of CSV on the Web, and true of the file."""

import csv
import io
import json
import re

import pytest
import requests
from csvw import CSVW

SENSE = {"ondergrens", "bovengrens", "breuk", "toestand", "vergelijking_met", "ligging", "onzeker"}


def tables(data) -> list[str]:
    listed = requests.get(f"{data}/index.json", timeout=60).json()["bestanden"]
    names = [each.rpartition("/")[2].removesuffix(".json") for each in listed]
    return [
        name
        for name in names
        if name not in {"index", "indicators", "versions", "boundaries", "datapackage", "openapi"}
    ]


@pytest.fixture(scope="module")
def indicators(data) -> dict[str, str]:
    listed = requests.get(f"{data}/indicators.json", timeout=60).json()["indicatoren"]
    return {each["id"]: each["eenheid"] for each in listed}


def described(data, name: str, **query: str) -> dict:
    answer = requests.get(f"{data}/{name}.csv-metadata.json", params=query, timeout=120)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/csvm+json"
    return answer.json()


def wrong_cells(rows: list[dict[str, str]], columns: list[dict]) -> list[tuple[str, str]]:
    """Cells that are not of the datatype that the description gives."""
    forms = {
        "integer": r"-?\d+", "number": r"-?\d+(\.\d+)?(e[-+]?\d+)?", "boolean": "ja|nee",
        "string": r"(?s).*",
    }  # fmt: skip
    wrong = []
    for column in columns:
        kind = column["datatype"]
        form = forms[kind] if isinstance(kind, str) else kind["format"]
        values = {row[column["name"]] for row in rows}
        wrong += [(column["name"], each) for each in values if each and not re.fullmatch(form, each)]
        wrong += [(column["name"], "") for each in values if column.get("required") and not each]
    return wrong


def test_every_csv_is_as_described(data):
    names = tables(data)
    for name in names:
        meta = described(data, name)
        answer = requests.get(f"{data}/{meta['url']}", timeout=120)
        assert f"/data/v1/{name}.csv-metadata.json" in answer.headers["link"]
        assert 'rel="describedby"; type="application/csvm+json"' in answer.headers["link"]
        reader = csv.DictReader(io.StringIO(answer.text))
        rows, columns = list(reader), meta["tableSchema"]["columns"]
        assert [column["titles"] for column in columns] == reader.fieldnames, name
        assert wrong_cells(rows, columns) == [], name
        keys = [tuple(row[head] for head in meta["tableSchema"].get("primaryKey", ())) for row in rows]
        assert not keys or not keys[0] or len(set(keys)) == len(keys), name
    assert len(names) > 25


def test_band_break_and_comparison_of_an_indicator_are_described(data, indicators):
    for name, unit in indicators.items():
        columns = {column["name"]: column for column in described(data, name)["tableSchema"]["columns"]}
        assert columns.keys() >= SENSE
        assert all(columns[head]["dc:description"] for head in SENSE)
        for head in ("waarde", "ondergrens", "bovengrens", "vergelijking_waarde"):
            assert (columns[head]["datatype"], columns[head]["schema:unitText"]) == ("number", unit)


@pytest.mark.parametrize("name", ["wb-meldingen", "regions", "document-productie"])
def test_a_reader_of_the_standard_accepts_the_description_and_the_file(data, tmp_path, name):
    meta = described(data, name)
    (tmp_path / f"{name}.csv").write_bytes(requests.get(f"{data}/{name}.csv", timeout=60).content)
    path = tmp_path / f"{name}.csv-metadata.json"
    path.write_text(json.dumps(meta), encoding="utf-8")
    validated = CSVW(str(path), validate=True)
    assert validated.is_valid, validated.warnings
    rows = [row for table in validated.tables for row in table]
    assert len(rows) == len(list(csv.reader(io.StringIO((tmp_path / f"{name}.csv").read_text("utf-8"))))) - 1


@pytest.mark.filterwarnings("always::UserWarning")
@pytest.mark.parametrize(
    ("here", "instead"), [(",ondergrens,", ",onderkant,"), (",184069,", ",veel,"), (",nee,", ",misschien,")]
)
def test_the_reader_of_the_standard_refuses_another_file(data, tmp_path, here, instead):
    meta = described(data, "wb-meldingen")
    text = requests.get(f"{data}/wb-meldingen.csv", timeout=60).text
    (tmp_path / "wb-meldingen.csv").write_text(text.replace(here, instead, 1), encoding="utf-8")
    path = tmp_path / "wb-meldingen.csv-metadata.json"
    path.write_text(json.dumps(meta), encoding="utf-8")
    assert here in text
    assert not CSVW(str(path), validate=True).is_valid


def test_a_version_in_the_address_stays_in_the_description(data):
    version = requests.get(f"{data}/versions.json", timeout=60).json()["nieuwste"]
    assert described(data, "meldingen", versie=version)["url"] == f"meldingen.csv?versie={version}"
    assert requests.get(f"{data}/bestaat-niet.csv-metadata.json", timeout=60).status_code == 404
    assert requests.get(f"{data}/meldingen.csv-metadata.json?gemeente=GM0758", timeout=60).status_code == 400
