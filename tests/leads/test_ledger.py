"""The ledger: a chain that anybody can check."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from leads.answers import claim
from leads.entries.kinds import Entry
from leads.ledger import GENESIS, BrokenChainError, Sealed, canonical, check_chain, seal
from tests.leads.office import sales_floor

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def chain(entries: list[Entry]) -> list[Sealed]:
    sealed: list[Sealed] = []
    for seq, entry in enumerate(entries, 1):
        at, body = START + timedelta(minutes=seq), canonical(entry.body)
        previous = sealed[-1].seal if sealed else GENESIS
        sealed.append(
            Sealed(
                seq, at, entry.kind, entry.lead, body, seal(previous, seq, at, entry.kind, entry.lead, body)
            )
        )
    return sealed


@pytest.fixture
def ledger() -> list[Sealed]:
    floor = sales_floor("a b")
    scene = floor.lead()
    floor.wait("5m")
    claim(scene, "b", floor.now)
    return chain(scene.log)


def test_a_chain_that_holds_gives_its_head(ledger: list[Sealed]) -> None:
    assert check_chain(ledger) == ledger[-1].seal
    assert check_chain([]) == GENESIS


@pytest.mark.parametrize(
    "forged",
    [
        {"body": "{}"},
        {"kind": "claimed"},
        {"lead": 2},
        {"at": START},
        {"seal": GENESIS},
    ],
)
def test_a_changed_entry_breaks_the_chain_where_it_stands(
    ledger: list[Sealed], forged: dict[str, object]
) -> None:
    ledger[1] = replace(ledger[1], **forged)  # type: ignore[arg-type]  # any field may be forged
    with pytest.raises(BrokenChainError, match="ledger entry 2: does not match its seal"):
        check_chain(ledger)


def test_an_entry_taken_out_is_missed(ledger: list[Sealed]) -> None:
    del ledger[1]
    with pytest.raises(BrokenChainError, match="ledger entry 2: is missing") as broken:
        check_chain(ledger)
    assert broken.value.seq == 2


def test_entries_that_change_places_are_noticed(ledger: list[Sealed]) -> None:
    ledger[1], ledger[2] = ledger[2], ledger[1]
    with pytest.raises(BrokenChainError):
        check_chain(ledger)


def test_an_entry_can_be_checked_with_a_few_lines_by_hand() -> None:
    head = '{"at":"2026-11-23T09:00:00.000000+00:00","kind":"handed","lead":1,"seq":1}'
    by_hand = hashlib.sha256(f'{GENESIS}\n{head}\n{{"a":"ё"}}'.encode()).hexdigest()
    assert seal(GENESIS, 1, START, "handed", 1, canonical({"a": "ё"})) == by_hand


def test_the_time_zone_of_the_clock_does_not_change_the_seal() -> None:
    moscow = START.astimezone(ZoneInfo("Europe/Moscow"))
    assert seal(GENESIS, 1, moscow, "on", None, "{}") == seal(GENESIS, 1, START, "on", None, "{}")


def test_there_is_one_spelling_of_a_body() -> None:
    assert canonical({"b": [1, "ё"], "a": None}) == '{"a":null,"b":[1,"ё"]}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"a": float("nan")})
