"""Each kind of entry is listed once, and an entry that holds what its class does not is none."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from leads.entries import asking, clients, duty, hands, people
from leads.entries.codec import Kind
from leads.entries.kinds import KINDS, OF_A_LEAD, read
from tests.golden.samples import an_entry

ROOMS = (asking, hands, people, duty, clients)


def test_every_class_is_listed_under_its_own_name() -> None:
    classes = {
        each
        for room in ROOMS
        for each in vars(room).values()
        if inspect.isclass(each) and issubclass(each, Kind) and each is not Kind
    }
    assert set(KINDS.values()) == classes
    assert len(KINDS) == len(classes), "no two have one name"


@pytest.mark.parametrize("kind", KINDS)
def test_each_says_what_it_means_and_is_of_a_lead_or_of_none(kind: str) -> None:
    said = KINDS[kind]
    assert said.__doc__ and not said.__doc__.startswith(said.__name__), "a sentence, not a signature"
    assert (said.__module__ in {asking.__name__, hands.__name__}) is (kind in OF_A_LEAD)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_missing_or_of_another_type_makes_it_none(kind: str) -> None:
    body = an_entry(kind).body
    for key in body:
        with pytest.raises((KeyError, TypeError, ValueError, AttributeError)):
            read(kind, body | {key: object()})
    required = [key for key in body if _is_required(kind, body, key)]
    assert required, "an entry says something"


def _is_required(kind: str, body: dict[str, Any], key: str) -> bool:
    try:
        read(kind, {name: value for name, value in body.items() if name != key})
    except KeyError:
        return True
    return False


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("amount", {"amount": True}),
        ("amount", {"amount": 1.0}),
        ("settled", {"bad": 1}),
        ("lapsed", {"who": "petrov"}),
        ("lapsed", {"who": [1]}),
        ("offered", {"figures": {"petrov": "1/2"}}),
        ("offered", {"turn": {"payer": "petrov"}}),
        ("unreachable", {"why": "he said so"}),
        ("waiting", {"until": "tomorrow"}),
    ],
)
def test_no_value_is_taken_for_another(kind: str, wrong: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        an_entry(kind, **wrong)
