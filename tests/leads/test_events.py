"""Which entries the outside hears of, and as what: of every kind of entry it is said."""

from __future__ import annotations

import json
from typing import Any, cast, get_args

import pytest

from leads.entries.kinds import KINDS, OF_A_LEAD, OfLead
from leads.events import MAKES, event_of, kind_of
from leads.hooks import EVERYTHING, EventKind, Hook, said
from tests.golden.samples import an_entry

HEARD = {
    "handed": "lead.handed",
    "offered": "lead.offered",
    "claimed": "lead.claimed",
    "claimed_late": "lead.claimed",
    "kept": "lead.claimed",
    "declined": "lead.declined",
    "lapsed": "lead.lapsed",
    "returned": "lead.returned",
    "assigned": "lead.reassigned",
    "resegmented": "lead.reassigned",
    "progress": "lead.progress",
    "unmarked": "lead.progress",
    "appointed": "lead.progress",
    "appointment_dropped": "lead.progress",
    "disputed": "lead.progress",
    "bad_reason": "lead.progress",
    "lost_reason": "lead.progress",
    "amount": "lead.progress",
    "closed": "lead.closed",
    "settled": "lead.closed",
    "withdrawn": "lead.closed",
    "reopened": "lead.reopened",
}


def an_event(kind: str, **body: Any) -> OfLead:
    said = an_entry(kind, 1, **body).said
    assert isinstance(said, get_args(OfLead))
    return cast("OfLead", said)


def test_of_each_kind_of_entry_it_is_known_whether_it_is_heard_and_as_what() -> None:
    table = {made.kind: event for made, event in MAKES.items()}
    assert table.keys() == OF_A_LEAD
    assert {kind: event.value for kind, event in table.items() if event} == HEARD
    assert set(filter(None, MAKES.values())) == set(EventKind), "each event comes of something"


@pytest.mark.parametrize("kind", sorted(OF_A_LEAD))
def test_an_entry_is_one_event_with_plain_details_or_none(kind: str) -> None:
    body = {"bad": True} if kind == "settled" else {}
    entry = an_event(kind, **body)
    event = event_of(entry)
    assert (event and event.kind.value) == HEARD.get(kind)
    assert event is None or (event.details and json.loads(json.dumps(event.details)) == event.details)


def test_a_lead_that_is_not_bad_after_all_goes_on() -> None:
    assert kind_of(an_event("settled", bad=False)) is EventKind.PROGRESS
    assert kind_of(an_event("settled", bad=True)) is EventKind.CLOSED


def test_nobody_hears_of_what_is_about_no_lead() -> None:
    assert not set(HEARD) & (set(KINDS) - OF_A_LEAD)


def test_who_claims_is_named_with_how_long_it_took() -> None:
    event = event_of(an_event("claimed", who="petrov", seconds=41))
    assert event and event.details == {"manager": "petrov", "after_s": 41}


@pytest.mark.parametrize("kind", EventKind)
def test_a_hook_hears_of_what_it_names_or_of_everything(kind: EventKind) -> None:
    url = "https://crm.example/in"
    assert Hook(url).wants(kind)
    assert Hook(url, events=(kind.value,)).heard == (kind,)
    assert not Hook(url, events=tuple(k.value for k in EventKind if k is not kind)).wants(kind)


def test_what_it_hears_of_is_said_in_one_way() -> None:
    assert said(frozenset(EventKind)) == [EVERYTHING]
    assert said(frozenset({EventKind.CLOSED, EventKind.HANDED})) == ["lead.handed", "lead.closed"]


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://crm.example/in?token=secret", "crm.example"), ("http://[::1]:8080/x", "[::1]:8080")],
)
def test_where_it_is_can_be_said_without_what_may_be_a_secret(url: str, host: str) -> None:
    assert Hook(url).host == host
