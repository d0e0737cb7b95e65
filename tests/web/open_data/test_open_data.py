import io
import json
import socket
from urllib.parse import urlsplit

import openpyxl
import pandas as pd
import pytest
import requests
from frictionless import Package, system

from charts.files import text
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from editions.edition import current_edition
from editions.periods import offered
from indicators.compute import indicator_values_for
from web.open_data import answer_cache, openapi, package, resources, routes
from web.open_data.filters import Query, parse
from web.open_data.resources import indicator_rows
from web.open_data.routes import ANSWERS


def get(address: str, **headers: str) -> requests.Response:
    return requests.get(address, headers=headers, timeout=60)


@pytest.mark.parametrize("indicator", [spec.id for spec in offered(current_edition())])
def test_a_file_holds_the_computed_values_of_every_place_and_period(data, indicator):
    read = pd.read_csv(io.StringIO(get(f"{data}/{indicator}.csv").text), dtype={"periode": "str"})
    spec = INDICATORS[indicator]
    for level in spec.levels:
        expected = indicator_values_for(current_edition().observations, spec=spec, level=level)
        here = read[read["niveau"] == str(level)]
        assert len(here) == len(expected)
        assert here["waarde"].sum() == pytest.approx(expected["value"].sum())
        assert sorted(here["toestand"]) == sorted(expected["state"].astype("str"))


def test_the_three_formats_hold_the_same_rows(data):
    ask = "wb-meldingen.{}?gemeente=GM0758,GM0879,GM0363"
    from_csv = pd.read_csv(io.StringIO(get(f"{data}/{ask.format('csv')}").text))
    from_json = get(f"{data}/{ask.format('json')}").json()["rijen"]
    sheet = openpyxl.load_workbook(io.BytesIO(get(f"{data}/{ask.format('xlsx')}").content))["Cijfers"]
    column = [cell.value for cell in sheet[2]].index("waarde")
    from_xlsx = [row[column].value for row in sheet.iter_rows(min_row=3)]
    assert from_csv["code"].tolist() == [row["code"] for row in from_json] == ["GM0363", "GM0758", "GM0879"]
    assert from_csv["waarde"].tolist()[1:] == pytest.approx([row["waarde"] for row in from_json][1:])
    assert from_xlsx[0] == "[x]"
    assert from_xlsx[1:] == pytest.approx(from_csv["waarde"][1:].tolist())
    assert from_json[0]["waarde"] is None
    assert from_json[0]["toestand"] == "not_in_snapshot"


@pytest.mark.parametrize(
    ("indicator", "said"),
    [("wb-meldingen", "Dit cijfer is zonder adviezen."), ("wb-adviezen", "Dit cijfer is zonder meldingen.")],
)
def test_every_format_says_that_reports_and_advice_are_apart(data, indicator, said):
    ask = f"{data}/{indicator}.{{}}?gemeente=GM0758,GM0879"
    from_csv = pd.read_csv(io.StringIO(get(ask.format("csv")).text))
    from_json = get(ask.format("json")).json()
    book = openpyxl.load_workbook(io.BytesIO(get(ask.format("xlsx")).content))
    column = [cell.value for cell in book["Cijfers"][2]].index("kanttekeningen")
    from_xlsx = [row[column].value for row in book["Cijfers"].iter_rows(min_row=3)]
    (whole,) = {*from_csv["kanttekeningen"], *(row["kanttekeningen"] for row in from_json["rijen"]), *from_xlsx}
    assert whole == " ".join(from_json["kanttekeningen"])
    assert said in from_json["kanttekeningen"]
    assert any(said in str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    (entry,) = [one for one in get(f"{data}/indicators.json").json()["indicatoren"] if one["id"] == indicator]
    assert entry["kanttekeningen"] == from_json["kanttekeningen"]
    tables = {one["name"]: one for one in get(f"{data}/datapackage.json").json()["resources"]}
    assert said in tables[indicator]["description"]
    assert "kanttekeningen" in [field["name"] for field in tables[indicator]["schema"]["fields"]]
    paths = get(f"{data}/openapi.json").json()["paths"]
    assert all(
        said in paths[f"/data/v1/{indicator}.{ending}"]["get"]["description"] for ending in ("csv", "json", "xlsx")
    )


def test_an_indicator_without_a_twin_says_nothing_of_one(data):
    rows = get(f"{data}/wb-ondersteuning.json?gemeente=GM0758").json()
    assert not any(text.startswith("Zonder") for text in rows["kanttekeningen"])


def test_before_2019_there_is_no_national_comparison_but_the_reason(data):
    read = pd.read_csv(io.StringIO(get(f"{data}/wb-meldingen.csv?gemeente=GM0758").text))
    assert read["vergelijking_waarde"].isna().all()
    assert read["vergelijking_met"].str.startswith("Geen landelijk cijfer").all()


def test_filters_leave_exactly_what_was_asked(data):
    read = pd.read_csv(io.StringIO(get(f"{data}/meldingen.csv?niveau=NL&van=2019&tot=2020-H1").text))
    assert set(read["periode"]) == {"2019-H1", "2019-H2", "2020-H1"}
    assert get(f"{data}/regions.json?niveau=VT&jaar=2022").json()["rijen"].__len__() == 26
    assert get(f"{data}/regions.json?niveau=VT&jaar=2023").json()["rijen"].__len__() == 25


def test_dutch_excel_gets_semicolons_and_decimal_commas(data):
    body = get(f"{data}/wb-meldingen.csv?gemeente=GM0758&notatie=excel-nl").content
    read = pd.read_csv(io.BytesIO(body), sep=";", decimal=",", encoding="utf-8-sig")
    assert read["waarde"].iloc[0] == pytest.approx(
        json.loads(get(f"{data}/wb-meldingen.json?gemeente=GM0758").text)["rijen"][0]["waarde"]
    )


@pytest.mark.parametrize(
    ("ask", "status"),
    [
        ("meldingen.csv?plaats=Breda", 400),
        ("meldingen.csv?gemeente=Breda", 400),
        ("meldingen.csv?gemeente=GM0758&gemeente=GM0855", 400),
        ("meldingen.csv?gemeente=GM9999", 404),
        ("meldingen.csv?van=2019JJ00", 400),
        ("meldingen.csv?van=2023&tot=2019", 404),
        ("meldingen.csv?versie=2001-01-01", 404),
        ("meldingen.csv?versie=../../etc/passwd", 400),
        ("meldingen.csv?van=%FF%FE", 400),
        ("meldingen.csv?van=2019%0D%0ASet-Cookie:x", 400),
        ("meldingen.csv?van=%D9%A2%D9%A0%D9%A1%D9%A9", 400),
        ("meldingen.csv?" + "&".join(f"a{number}=1" for number in range(200)), 400),
        ("meldingen.csv?gemeente=" + "GM0758," * 400, 400),
        ("meldingen.json?notatie=excel-nl", 400),
        ("slachtoffers.csv", 404),
        ("meldingen.parquet", 404),
        ("..%2F..%2Fapp.py", 404),
        ("meldingen.csv%00.json", 404),
    ],
)
def test_what_cannot_be_answered_is_refused_in_dutch_and_english_and_never_with_a_trace(data, ask, status):
    answer = get(f"{data}/{ask}")
    assert answer.status_code == status
    said = answer.json()
    assert said.keys() == {"fout", "error", "parameter"}
    assert said["fout"]
    assert said["error"]
    assert len(answer.text) < 1200
    assert "Traceback" not in answer.text
    assert "set-cookie" not in answer.headers


def test_a_line_break_in_the_address_sets_no_header(data):
    answer = get(f"{data}/%0d%0aSet-Cookie:%20a=b.csv")
    assert answer.status_code == 404
    assert "set-cookie" not in answer.headers


def test_a_path_outside_the_folder_reaches_no_file(data):
    parts = urlsplit(data)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as raw:
        raw.sendall(b"GET /data/v1/../../app.py HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: raw.recv(65536), b""))
    assert b"404" in answer.splitlines()[0]
    assert b"import" not in answer


def test_a_reader_that_has_the_file_gets_304_and_every_site_may_read_it(data):
    first = get(f"{data}/adviezen.csv")
    assert first.headers["access-control-allow-origin"] == "*"
    assert "max-age" in first.headers["cache-control"]
    again = get(f"{data}/adviezen.csv", **{"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert get(f"{data}/adviezen.csv", **{"If-Modified-Since": first.headers["last-modified"]}).status_code == 304
    other = get(f"{data}/adviezen.csv", **{"If-None-Match": '"x"', "If-Modified-Since": first.headers["last-modified"]})
    assert other.status_code == 200


def test_gzip_is_used_when_asked_and_has_an_etag_of_its_own(data):
    packed = get(f"{data}/regions.csv", **{"Accept-Encoding": "gzip"})
    plain = get(f"{data}/regions.csv", **{"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]


ASKED = (
    "meldingen.csv", "meldingen.csv?notatie=excel-nl&niveau=NL", "wb-meldingen.json?gemeente=GM0758,GM0879",
    "aandeel-vervolgmeldingen.xlsx?niveau=PV", "adviezen.csv?van=2019&tot=2020", "regions.csv", "document-productie.xlsx",
    "indicators.json", "datapackage.json", "openapi.json",
)  # fmt: skip


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("ask", ASKED)
def test_the_same_file_twice_is_made_and_packed_once(data, monkeypatch, ask, encoding):
    first = get(f"{data}/{ask}", **{"Accept-Encoding": encoding})
    assert first.status_code == 200
    before = ANSWERS.computed

    def again(*_args, **_named):
        pytest.fail("made again")

    for module, name in (
        (routes, "body"), (answer_cache, "encode"), (text, "dumped"), (resources, "table_rows"), (package, "package"),
        (openapi, "description"),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, again)
    second = get(f"{data}/{ask}", **{"Accept-Encoding": encoding})
    assert (second.status_code, second.content) == (200, first.content)
    assert second.headers["etag"] == first.headers["etag"]
    assert second.headers.get("content-encoding") == first.headers.get("content-encoding")
    known = get(f"{data}/{ask}", **{"Accept-Encoding": encoding, "If-None-Match": first.headers["etag"]})
    assert known.status_code == 304
    assert requests.head(f"{data}/{ask}", headers={"Accept-Encoding": encoding}, timeout=60).status_code == 200
    assert ANSWERS.computed == before


def test_filters_in_another_order_are_the_same_file(data):
    get(f"{data}/adviezen.csv?van=2019&tot=2020")
    before = ANSWERS.computed
    get(f"{data}/adviezen.csv?tot=2020&van=2019")
    assert ANSWERS.computed == before


def test_only_reading_is_allowed(data):
    assert requests.post(f"{data}/meldingen.csv", timeout=10).status_code == 405
    assert requests.head(f"{data}/meldingen.csv", timeout=10).status_code == 200


def test_the_data_package_with_all_its_tables_is_valid(data, tmp_path):
    descriptor = get(f"{data}/datapackage.json").json()
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    for resource in descriptor["resources"]:
        (tmp_path / resource["path"]).write_bytes(get(f"{data}/{resource['path']}").content)
    with system.use_context(trusted=True):
        report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "note"])[:5]
    fields = [field for resource in descriptor["resources"] for field in resource["schema"]["fields"]]
    assert [field["name"] for field in fields if not field["description"]] == []


def test_an_indicator_that_only_a_refresh_fills_is_not_offered_yet_and_its_rows_are_empty(data):
    waiting = set(INDICATORS) - {spec.id for spec in offered(current_edition())}
    for name in sorted(waiting)[:3]:
        assert get(f"{data}/{name}.csv").status_code == 404
        assert (
            indicator_rows(current_edition(), name, query=Query()).empty
            or name in indicator_rows(current_edition(), name, query=Query())["indicator"].tolist()
        )


def test_a_range_that_covers_a_year_holds_its_half_years():
    query = parse([("van", "2019"), ("tot", "2019")], allowed=["van", "tot"])
    assert isinstance(query, Query)
    rows = indicator_rows(current_edition(), "meldingen", query=query)
    assert set(rows.loc[rows["niveau"] == Level.COUNTRY, "periode"]) == {"2019-H1", "2019-H2"}
