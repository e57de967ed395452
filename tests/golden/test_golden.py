"""Old ledgers are read as they were written; whatever lives through the same days writes the same one, byte by byte."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from leads.entries.kinds import KINDS, OF_A_LEAD, read
from leads.ledger import GENESIS, BrokenChainError, Sealed, canonical, seal
from leads.proof.forms import check_shape
from leads.proof.verification import Verification
from tests.golden.made import BEFORE_FADING, LIVED, REPLAYED, Line, lived_through, replayed, stored

OLDER: dict[str, dict[str, Any]] = {
    "imported": {
        "segment": "rest",
        "source": "Авито / Яндекс",
        "known": False,
        "who": None,
        "outcome": None,
        "at": "2026-10-01T07:00:00+00:00",
        "claimed_at": None,
        "closed_at": None,
        "amount": None,
    },
    "explained": {"who": "petrov", "reason": "conflict", "free": True},
    "invited": {"by": None, "who": "petrov", "role": None},
    "joined": {"who": "root", "roles": ["admin"]},
    "member_left": {"segment": "rest", "who": "petrov"},
    "off": {"who": "petrov", "until": None},
    "scheme_switched": {"segment": "rest", "before": "grab", "after": "queue", "drawn_in": True, "by": None},
}
"""A source as a file called it, a decline that no norm judged, a link that nobody noted down, a role by
ADMIN_IDS, what was left behind and drawn in."""
SECONDS = re.compile(r'"(seconds|waited)":\d+')
MOMENT = re.compile(r'"\d{4}-\d\d-\d\dT[^"]*"')


def timeless(lines: Sequence[Line]) -> list[Line]:
    """When the courier comes to something, and how long that was before an answer, is another day's business."""
    masked = [SECONDS.sub(r'"\1":0', MOMENT.sub('"then"', line.body)) for line in lines]
    return [replace(line, at="", body=body) for line, body in zip(lines, masked, strict=True)]


@pytest.mark.parametrize("scheme", REPLAYED)
def test_the_same_days_write_the_same_bytes(scheme: str) -> None:
    assert replayed(scheme) == stored()[scheme]


async def test_the_same_weeks_through_the_whole_bot_write_the_same_bytes(tmp_path: Path) -> None:
    assert timeless(await lived_through(tmp_path)) == timeless(stored()[LIVED])


def test_every_kind_of_entry_is_in_them() -> None:
    assert {line.kind for lines in stored().values() for line in lines} == set(KINDS)


def test_every_entry_is_read_and_written_as_it_was() -> None:
    for lines in stored().values():
        for line in lines:
            body = json.loads(line.body)
            check_shape(line.kind, line.lead, body)
            assert canonical(read(line.kind, body).body()) == line.body


def verified(lines: Sequence[Line]) -> Verification:
    told, last = Verification(), GENESIS
    for seq, line in enumerate(lines, 1):
        key = (seq, datetime.fromisoformat(line.at), line.kind, line.lead, line.body)
        last = seal(last, *key)
        told.feed(Sealed(*key, last))
    told.end()
    return told


def test_a_ledger_from_before_records_faded_holds_by_the_rule_of_then() -> None:
    lines = stored(BEFORE_FADING)[LIVED]
    by_record = [seq for seq, line in enumerate(lines) if '"records":{' in line.body]
    assert by_record and verified(lines).decisions
    for seq in by_record:
        body = json.loads(lines[seq].body)
        who, (won, lost) = next(iter(body["records"].items()))
        body["records"][who] = [won + 1, lost]
        forged = [*lines[:seq], replace(lines[seq], body=canonical(body)), *lines[seq + 1 :]]
        with pytest.raises(BrokenChainError, match=f"entry {seq + 1}: the closing records"):
            verified(forged)


def test_an_entry_of_an_older_form_is_read_as_it_was() -> None:
    for kind, body in OLDER.items():
        check_shape(kind, 1 if kind in OF_A_LEAD else None, body, is_old=True)
        assert read(kind, body).body() == body
