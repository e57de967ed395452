"""What the stand-in accepts, compared with the Bot API's own description of itself."""

import json
from pathlib import Path

import pytest

from bot.standin.limits import COUNTED
from bot.standin.methods import BY_NAME, HANDLERS, Method
from bot.standin.validation import NOT_MODELLED, documented

SCHEMA = Path(__file__).parents[4] / "shared" / "data" / "botapi_10.3_schema.json"


@pytest.fixture(scope="module")
def schema() -> dict[str, dict[str, bool]]:
    """Every method of Bot API 10.3: its parameters, and whether each is required."""
    if not SCHEMA.exists():
        pytest.skip(f"the schema of the Bot API is not here: {SCHEMA.name}")
    children = [child for group in json.loads(SCHEMA.read_text())["items"] for child in group["children"]]
    return {
        child["name"]: {part["name"]: part["required"] for part in child["annotations"]}
        for child in children
        if child["category"] == "methods"
    }


@pytest.mark.parametrize("method", HANDLERS, ids=lambda method: method.__api_method__)
def test_the_parameters_are_those_of_the_bot_api(method: Method, schema: dict[str, dict[str, bool]]) -> None:
    assert documented(method) == schema[method.__api_method__]


def test_what_the_limits_count_is_a_method_that_exists() -> None:
    assert {name.lower() for name in COUNTED} <= BY_NAME.keys()


def test_what_is_left_out_is_a_parameter_that_exists() -> None:
    known = {name for method in HANDLERS for name in method.model_fields}
    assert known >= NOT_MODELLED
