"""Schemathesis asks what the description says can be asked, and what it says cannot, and compares the answers."""

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

pytestmark = pytest.mark.slow

EXAMPLES = 5


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_answer_is_as_described(data, mode):
    schema = schemathesis.openapi.from_url(f"{data}/openapi.json")
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        if mode is GenerationMode.NEGATIVE and not operation.definition.raw["parameters"]:
            continue  # nothing to ask wrongly

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case):
            case.call_and_validate()

        ask()
        asked += 1
    assert asked > 10


def test_every_example_of_the_description_works(data):
    described = requests.get(f"{data}/openapi.json", timeout=30).json()
    root = data.removesuffix("/data/v1")
    for path, item in described["paths"].items():
        of_path = {each["name"]: each["example"] for each in item["get"]["parameters"] if each["in"] == "path"}
        for parameter in item["get"]["parameters"]:
            query = {parameter["name"]: parameter["example"]} if parameter["in"] == "query" else {}
            answer = requests.get(f"{root}{path.format(**of_path)}", params=query, timeout=60)
            assert answer.status_code == 200, (path, parameter["name"], answer.text[:200])
