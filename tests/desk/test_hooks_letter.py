"""A letter is short whatever somebody has written, and says what the ledger says."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desk.hooks_letter import MOST_BODY, MOST_NAMED, Told, told_body, told_of
from leads.entries.asking import Claimed
from leads.events import event_of
from leads.lead import State, Step
from leads.ledger import GENESIS, Sealed, canonical, seal
from leads.outline import Outline
from tests.golden.samples import an_entry

AT = datetime(2026, 11, 29, 7, 16, 10, 900, tzinfo=UTC)
CLAIM = Claimed("petrov", Step.OFFER, 41, None, None)


def entries(*kinds: tuple[str, dict[str, Any]]) -> list[Sealed]:
    found: list[Sealed] = []
    for seq, (kind, body) in enumerate(kinds, 1):
        key = (seq, AT, kind, 128, canonical(an_entry(kind, 128, **body).body))
        found.append(Sealed(*key, seal(found[-1].seal if found else GENESIS, *key)))
    return found


LIFE = entries(
    ("handed", {"segment": "site"}),
    ("offered", {"offered": ["petrov"]}),
    ("claimed", {"who": "petrov", "seconds": 41}),
)


def test_a_letter_says_what_has_happened_and_how_the_lead_stood_before_and_after() -> None:
    told = told_of(LIFE, 3)
    assert told
    stood = {"segment": "site", "progress": None, "outcome": None, "amount": None, "reason": None}
    assert json.loads(told_body(told, None, personal=False)) == {
        "type": "lead.claimed",
        "timestamp": "2026-11-29T07:16:10Z",
        "data": {
            "lead": 128,
            "segment": "site",
            "manager": "petrov",
            "after_s": 41,
            "ledger": f"sha256:{LIFE[2].seal}",
            "previous": {"state": "offered", "manager": None, "asked": ["petrov"], **stood},
            "current": {"state": "held", "manager": "petrov", "asked": [], **stood},
        },
    }


def test_of_what_is_no_event_and_of_what_is_not_there_no_letter_is_written() -> None:
    assert told_of(entries(("waiting", {})), 1) is None
    assert told_of(LIFE, 4) is None


@given(st.text(max_size=200).map(lambda text: text * 200), st.text(max_size=60))
def test_however_much_a_client_has_written_a_letter_is_short(text: str, name: str) -> None:
    told = told_of(LIFE, 3)
    assert told
    client: dict[str, Any] = {
        "name": name,
        "phone": None,
        "phones": [],
        "contacts": [],
        "region": None,
        "text": text,
    }
    body = told_body(told, client, personal=True)
    assert len(body.encode("utf-8")) < MOST_BODY
    said = json.loads(body)["data"]["client"]
    assert said["name"] == name
    assert text.startswith(said["text"])
    assert (said["text"] == text) is ("text_cut" not in said)


def test_of_who_was_erased_it_is_said_that_nothing_is_known() -> None:
    told = told_of(LIFE, 3)
    assert told
    assert json.loads(told_body(told, None, personal=True))["data"]["client"] is None


def test_however_many_are_asked_a_letter_is_short() -> None:
    crowd = tuple(f"{n:032}" for n in range(1000))
    event = event_of(an_entry("offered", 128, offered=list(crowd)).said)  # type: ignore[arg-type]
    assert event
    stood = Outline(State.OFFERED, "site", asked=crowd)
    body = told_body(Told(LIFE[1], event, stood, stood), None, personal=False)
    assert len(body.encode()) < MOST_BODY
    assert json.loads(body)["data"]["managers"] == list(crowd[:MOST_NAMED])
