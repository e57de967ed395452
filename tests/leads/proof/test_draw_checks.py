"""Whatever is changed about a draw afterwards is found, and named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from leads.draws import Draw, commit, draw_order
from leads.entries.duty import DrawThrown
from leads.ledger import Sealed, canonical
from leads.proof.audit import Broken
from leads.proof.draw_checks import check_entry, differences, holds, retold

ANNOUNCED = datetime(2026, 11, 13, 14, 0, tzinfo=UTC)
FRIDAY = ANNOUNCED + timedelta(days=7)
MONDAY = date(2026, 11, 23)
SECRET = "5ec2e7" * 10 + "beef"
LOTS = {"ivanov": 3, "petrov": 7}
MEMBERS = ("petrov", "sidorova", "ivanov")
ORDER = draw_order(SECRET, "kazan", MONDAY, LOTS, MEMBERS)
ANNOUNCEMENT = Draw("kazan", MONDAY, commit(SECRET), FRIDAY, ANNOUNCED)
HELD = replace(ANNOUNCEMENT, lots=LOTS, secret=SECRET, members=MEMBERS, order=ORDER, opened_at=FRIDAY)


def entry(kind: str, at: datetime, **body: Any) -> Sealed:
    whole = {"segment": "kazan", "monday": "2026-11-23"} | body
    return Sealed(1, at, kind, None, canonical(whole), "")


TOLD = [
    entry("draw_announced", ANNOUNCED, commitment=commit(SECRET), draw_at=FRIDAY.isoformat()),
    entry("offered", ANNOUNCED),
    entry("lot_thrown", ANNOUNCED, who="petrov", lot=7),
    entry("lot_thrown", ANNOUNCED, who="ivanov", lot=3),
    entry("draw_opened", FRIDAY, secret=SECRET, lots=LOTS, members=list(MEMBERS), order=list(ORDER)),
]


def test_an_honest_draw_holds_at_every_moment() -> None:
    week = ("kazan", MONDAY)
    assert holds(HELD) == ()
    assert differences(HELD, retold(TOLD)[week]) == ()
    promised = replace(ANNOUNCEMENT, secret=SECRET)
    assert holds(promised) == ()
    assert differences(promised, retold(TOLD[:1])[week]) == ()
    assert differences(replace(promised, lots={"petrov": 7}), retold(TOLD[:3])[week]) == ()


@pytest.mark.parametrize(
    ("forged", "wrong"),
    [
        ({"secret": "f" + SECRET[1:]}, "its secret is not the one that was promised"),
        ({"commitment": commit("x")}, "its secret is not the one that was promised"),
        ({"secret": None}, "its secret is missing"),
        ({"lots": {"petrov": 8, "ivanov": 3}}, "its order does not follow from the secret and the lots"),
        ({"lots": {"petrov": 0, "ivanov": 3}}, "a lot is none of the digits 1 to 9"),
        ({"order": ORDER[::-1]}, "its order does not follow from the secret and the lots"),
        ({"members": MEMBERS[:2]}, "its order does not follow from the secret and the lots"),
        ({"segment": "rest"}, "its order does not follow from the secret and the lots"),
        ({"monday": MONDAY + timedelta(days=1)}, "its week does not begin on a Monday"),
        ({"opened_at": FRIDAY - timedelta(seconds=1)}, "it was held before its time"),
    ],
)
def test_what_does_not_fit_together_is_named(forged: dict[str, Any], wrong: str) -> None:
    assert wrong in holds(replace(HELD, **forged))


def test_a_promise_that_its_secret_does_not_keep_is_found_before_the_draw() -> None:
    assert holds(replace(ANNOUNCEMENT, secret="another")) == ("its secret is not the one that was promised",)


@pytest.mark.parametrize(
    ("forged", "field"),
    [
        ({"commitment": commit("another"), "secret": "another"}, "commitment"),
        ({"lots": {"petrov": 7}}, "lots"),
        ({"members": MEMBERS[:2]}, "members"),
        ({"order": ORDER[::-1]}, "order"),
        ({"draw_at": FRIDAY + timedelta(hours=1)}, "draw_at"),
        ({"announced_at": ANNOUNCED - timedelta(hours=1)}, "announced_at"),
        ({"opened_at": FRIDAY + timedelta(hours=1)}, "opened_at"),
        ({"opened_at": None}, "secret"),
    ],
)
def test_a_row_that_was_rewritten_so_that_it_fits_is_not_what_the_ledger_tells(
    forged: dict[str, Any], field: str
) -> None:
    found = differences(replace(HELD, **forged), retold(TOLD)["kazan", MONDAY])
    assert f"its {field} is not the ledger's" in found


def test_a_lot_that_was_dropped_at_the_opening_is_found() -> None:
    """Whoever forges the row and the last entry alike would have to rewrite the chain from the lot on."""
    lots = {"ivanov": 3}
    order = draw_order(SECRET, "kazan", MONDAY, lots, MEMBERS)
    forged = replace(HELD, lots=lots, order=order)
    opened = entry("draw_opened", FRIDAY, secret=SECRET, lots=lots, members=list(MEMBERS), order=list(order))
    assert holds(forged) == ()
    assert differences(forged, retold([*TOLD[:-1], opened])["kazan", MONDAY]) == (
        "its lots is not the ledger's",
    )


def test_only_the_first_of_each_entry_counts() -> None:
    again = [
        entry("draw_announced", FRIDAY, commitment=commit("x"), draw_at=FRIDAY.isoformat()),
        entry("lot_thrown", ANNOUNCED, who="petrov", lot=9),
    ]
    late = [
        entry("lot_thrown", FRIDAY, who="sidorova", lot=9),
        entry("draw_opened", FRIDAY, secret="x", lots={}, members=[], order=[]),
    ]
    assert retold([*TOLD[:-1], *again, TOLD[-1], *late]) == {("kazan", MONDAY): HELD}


UNTIL = FRIDAY + timedelta(hours=2)
TO_THROW = replace(ANNOUNCEMENT, thrower="orlova", throw_until=UNTIL)
THROW = DrawThrown("kazan", MONDAY, "orlova", "slot", 37)


@pytest.mark.parametrize(
    ("draw", "said", "at"),
    [
        (replace(TO_THROW, throw="slot=12"), THROW, FRIDAY),
        (TO_THROW, replace(THROW, who="petrov"), FRIDAY),
        (TO_THROW, THROW, FRIDAY - timedelta(seconds=1)),
        (TO_THROW, THROW, UNTIL),
        (ANNOUNCEMENT, THROW, FRIDAY),
    ],
    ids=["a second one", "of another", "before the lots are closed", "too late", "nobody was named"],
)
def test_a_throw_that_could_not_be_is_found(draw: Draw, said: DrawThrown, at: datetime) -> None:
    check_entry(TO_THROW, THROW, FRIDAY, MEMBERS)
    with pytest.raises(Broken, match="could have no throw of"):
        check_entry(draw, said, at, MEMBERS)


def test_a_draw_that_the_ledger_never_announced_is_found() -> None:
    assert retold(TOLD[1:]) == {}
    assert differences(HELD, None) == ("the ledger knows nothing of it",)
