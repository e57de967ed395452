"""A forger who knows how the chain is made rewrites an entry, and seals the whole ledger to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from leads.head import parse_head
from leads.ledger import GENESIS
from leads.proof.forms import KINDS
from tests.tampering.forger import Forger, Line

TEAM = ("petrov", "sidorova", "ivanov", "kim")
HANDS = "whose hand it was stands nowhere else"
BEFORE = "how the office was set up before the last change; what rested on it, every decision, is an entry"
OTHER_CODES = {"step": "ack", "blocked": "forbidden"}
ONLY_THE_SEAL = {
    "scheme_switched.by": HANDS,
    "reserve_changed.by": HANDS,
    "settled.by": HANDS,
    "reopened.by": HANDS,
    "invited.by": HANDS,
    "invitation_revoked.by": HANDS,
    "unreachable.who": "what it caused is an entry of its own",
    "unreachable.why": "what it caused is an entry of its own",
    "waiting.until": "the office's hours are in no entry",
    **{f"set_up.{part}": BEFORE for part in KINDS["set_up"]},
    "clock_put_back.reason": "what was waited for; what came of it is an entry of its own",
}
"""Values that follow from nothing, and from which nothing follows: of these the published head alone speaks."""

PARTLY = {"set_up.terms", "segment_judged.by"}
"""What an offer was made from follows from some of the terms, and what is stored from all of the last; whoever judges
is somebody of the office. The rest is sealed.
"""

MOVES_NOTHING = {
    "joined",
    "invitation_revoked",
    "unreachable",
    "repeated",
    "touched",
    "corrected",
    "clients_parted",
}
"""Kinds of which an entry may be missing, and all the rest would be as it is."""


def test_an_offer_to_somebody_else(forger: Forger) -> None:
    seq = forger.first("offered", scheme="balance", step="offer")
    (chosen,) = forger.lines()[seq - 1].body["offered"]
    other = next(who for who in TEAM if who != chosen)
    turn = forger.lines()[seq - 1].body["turn"] | {"payer": other}
    forger.rewrites(seq, lambda line: line.but(offered=[other], turn=turn))
    assert forger.caught() == [
        f"ledger entry {seq}: who was offered is ['{other}'], but must be ['{chosen}']"
    ]


def test_the_same_offer_for_another_reason(forger: Forger) -> None:
    seq = forger.first("offered", scheme="queue", step="offer")
    forger.rewrites(seq, lambda line: line.but(reason="alone"))
    assert forger.caught()[0].startswith(f"ledger entry {seq}: the reason is alone, but must be ")


def test_other_figures_behind_an_offer(forger: Forger) -> None:
    seq = forger.first("offered", scheme="conversion", step="offer")
    forger.rewrites(seq, lambda line: line.but(figures={"share": 2}))
    assert forger.caught()[0].startswith(f"ledger entry {seq}: the figures is {{'share': 2}}, but must be")


def test_somebody_who_was_there_is_said_to_have_been_away(forger: Forger) -> None:
    seq = forger.first("offered", scheme="balance", step="offer")

    def left_out(line: Line) -> Line:
        first, *others = line.body["candidates"]
        return line.but(candidates=others, out=line.body["out"] | {first["id"]: "paused"})

    gone = forger.lines()[seq - 1].body["candidates"][0]["id"]
    forger.rewrites(seq, left_out)
    assert forger.caught() == [f"ledger entry {seq}: {gone} was left out (paused), but was there"]


def test_another_balance_in_what_an_offer_was_made_from(forger: Forger) -> None:
    seq = forger.first("offered", scheme="balance", step="offer")

    def richer(line: Line) -> Line:
        first, *others = line.body["candidates"]
        return line.but(candidates=[first | {"credit": first["credit"] + 1}, *others])

    forger.rewrites(seq, richer)
    assert forger.caught()[0].startswith(f"ledger entry {seq}: the balance of petrov is 1, but must be 0")


def test_a_claim_of_somebody_who_was_not_asked(forger: Forger) -> None:
    seq = forger.first("claimed", step="offer")
    other = next(who for who in TEAM if who != forger.lines()[seq - 1].body["who"])
    forger.rewrites(seq, lambda line: line.but(who=other))
    lead = forger.lines()[seq - 1].lead
    assert forger.caught() == [f"ledger entry {seq}: lead {lead} is not offered to {other}"]


def test_a_turn_that_is_given_back_without_a_cause(forger: Forger) -> None:
    lines, seq = forger.lines(), forger.first("claimed", step="offer")
    paid = lines[seq - 1]
    gift = replace(paid, kind="given_back", body={"who": paid.body["charged"], "cause": "bad_lead"})
    forger.seals([*lines[:seq], gift, *lines[seq:]])
    given = f"lead {paid.lead} gives {paid.body['who']} a turn back (bad_lead)"
    assert forger.caught() == [f"ledger entry {seq + 1}: {given}, but no settled says so"]


def test_a_turn_that_is_owed_and_not_given_back(forger: Forger) -> None:
    seq = forger.first("given_back", cause="accepted_reason")
    lines = forger.lines()
    forger.seals([*lines[: seq - 1], *lines[seq:]])
    lead = lines[seq - 1].lead
    assert forger.caught() == [
        f"ledger entry {seq}: lead {lead} does not give {lines[seq - 1].body['who']} their turn back"
    ]


def test_an_entry_that_takes_another_ones_place(forger: Forger) -> None:
    lines, seq = forger.lines(), forger.first("claimed", step="offer")
    forger.seals([*lines[: seq - 2], lines[seq - 1], lines[seq - 2], *lines[seq:]])
    assert forger.caught() == [f"ledger entry {seq - 1}: lead {lines[seq - 1].lead} is offered to nobody"]


def test_another_lot_in_a_draw(forger: Forger) -> None:
    seq = forger.first("lot_thrown", who="sidorova")
    forger.rewrites(seq, lambda line: line.but(seal="0" * 64))
    opened = forger.first("draw_opened")
    wrong = "the lot of sidorova is not the one that was sealed"
    assert forger.caught()[0] == f"ledger entry {opened}: the draw of 2026-11-23 in segment lottery: {wrong}"


def test_another_throw(forger: Forger) -> None:
    seq = forger.first("draw_thrown")
    caught = []
    for value in range(1, 13):  # one of six may make the same order of three
        forger.rewrites(seq, partial(Line.but, value=value))
        caught += forger.caught()
        forger.back()
    assert any("its order does not follow from the secret and the lots" in one for one in caught)


def test_another_order_of_a_draw(forger: Forger) -> None:
    seq = forger.first("draw_opened")
    forger.rewrites(seq, lambda line: line.but(order=line.body["order"][::-1]))
    draw, wrong = (
        "the draw of 2026-11-23 in segment lottery",
        "its order does not follow from the secret and the lots",
    )
    assert forger.caught() == [f"ledger entry {seq}: {draw}: {wrong}"]


def test_a_sale_that_was_none(forger: Forger) -> None:
    """The next decision by conversion was made from the true records."""
    seq = forger.first("closed", outcome="lost")
    forger.rewrites(seq, lambda line: line.but(outcome="won"))
    assert forger.caught()[0].startswith("ledger entry ")


def test_the_end_is_cut_off(forger: Forger) -> None:
    lines = forger.lines()
    forger.seals(lines[:-2])
    assert forger.caught()[0] == f"ledger entry {len(lines) - 1}: is missing"


def test_an_entry_of_a_kind_that_there_is_not(forger: Forger) -> None:
    lines = forger.lines()
    forger.seals([*lines, replace(lines[-1], kind="blessed")])
    assert forger.caught() == [f"ledger entry {len(lines) + 1}: there is no entry of the kind 'blessed'"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_says_no_more_and_no_less_than_its_kind_does(forger: Forger, kind: str) -> None:
    seq = forger.first(kind)
    line = forger.lines()[seq - 1]
    some = min(KINDS[kind])
    wrong = {
        "what it holds beside is ['zeal']": line.but(zeal=1),
        f"what is missing in it is ['{some}']": replace(line, body=without(line.body, some)),
        "whether it is about a lead is": replace(line, lead=None if line.lead else 1),
    }
    for said, forged in wrong.items():
        forger.puts(seq, forged)
        (problem,) = forger.caught()
        assert problem.startswith(f"ledger entry {seq}: ") and said in problem
        forger.back()


def test_nothing_can_be_hidden_in_what_an_offer_was_made_from(forger: Forger) -> None:
    seq = forger.first("offered", scheme="balance", step="offer")
    forger.rewrites(
        seq, lambda line: line.but(candidates=[c | {"note": "x"} for c in line.body["candidates"]])
    )
    assert forger.caught()[0].startswith(f"ledger entry {seq}: its text is ")
    forger.back()
    seq = forger.first("assigned")
    turn = forger.lines()[seq - 1].body["turn"]
    forger.rewrites(seq, lambda line: line.but(turn=turn | {"note": "x"}))
    assert forger.caught()[0].startswith(f"ledger entry {seq}: ")


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_of_every_kind_of_entry(forger: Forger, kind: str) -> None:
    """Whatever is changed, something after it, or beside it, says otherwise."""
    head = forger.head()
    seq = forger.first(kind)
    line = forger.lines()[seq - 1]
    for path, another in changes(line.body):
        forger.puts(seq, replace(line, body=put(line.body, path, another)))
        name = f"{kind}.{path[0]}"
        if name in PARTLY:
            assert forger.caught(head), f"{path} of entry {seq}, {kind}, could be {another}"
        elif name in ONLY_THE_SEAL:
            assert forger.caught() == [], f"{name} is vouched for after all"
            assert forger.caught(head) == [
                f"the head {head}: the seal of entry {head.seq} is {forger.head().seal}"
            ]
        else:
            assert forger.caught(), f"{path} of entry {seq}, {kind}, could be {another}"
        forger.back()


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_of_every_kind_is_missed(forger: Forger, kind: str) -> None:
    lines, head = forger.lines(), forger.head()
    seq = next(seq for seq in range(len(lines), 0, -1) if lines[seq - 1].kind == kind)
    forger.seals([*lines[: seq - 1], *lines[seq:]])
    assert bool(forger.caught()) is (kind not in MOVES_NOTHING)
    assert forger.caught(head)


def test_times_on_which_something_rests(forger: Forger) -> None:
    for kind in ("handed", "offered", "claimed", "lapsed", "closed", "draw_announced", "draw_opened"):
        seq = forger.first(kind)
        forger.rewrites(seq, lambda line: replace(line, at=line.at + timedelta(seconds=1)))
        assert forger.caught(), kind
        forger.back()


def test_a_rewrite_that_agrees_with_itself_is_seen_by_the_published_head_alone(forger: Forger) -> None:
    """What a sale brought is what its owner has said: nobody can work it out again."""
    head, seq = forger.head(), forger.first("amount")
    lead = forger.lines()[seq - 1].lead
    forger.rewrites(seq, lambda line: line.but(amount=1))
    assert forger.caught() == [f"lead {lead}: its amount is 12000000, by the ledger 1"]
    forger.write("UPDATE leads SET amount = 1 WHERE number = ?", lead)
    assert forger.caught() == []
    for published in (head, parse_head(head.published)):
        assert forger.caught(published) == [
            f"the head {published}: the seal of entry {head.seq} is {forger.head().seal}"
        ]


def test_the_published_head_is_found_also_when_more_has_happened_since(forger: Forger) -> None:
    for head in (forger.head(100), parse_head(forger.head(100).published), forger.head()):
        assert forger.honest(head).endswith(f"\nthe head {head} is in the ledger")


def test_the_right_seal_under_another_number_is_no_head(forger: Forger) -> None:
    """As after a forged past to which entries were added until the seal was alike."""
    head = forger.head(100)
    for number in (99, 101, 1, 10**9):
        other = replace(head, seq=number)
        said = f"the head {other}: its seal is that of entry 100, not of entry {number}"
        assert forger.caught(other) == [said]


def test_a_head_behind_the_end_is_missed(forger: Forger) -> None:
    """The last entries are gone, and with them the head that was published."""
    head = forger.head()
    missing = replace(head, seq=head.seq + 1, seal="0" * 64)
    assert forger.caught(missing) == [f"the head {missing}: there is no entry {missing.seq} in the ledger"]


Path = tuple[str | int, ...]


def changes(body: dict[str, Any]) -> Iterator[tuple[Path, Any]]:
    """Each place in it once, and what might stand there instead; of what is alike only the first."""
    seen: set[Path] = set()
    for path, value in _places(body, ()):
        alike = tuple("*" if isinstance(key, int) or key in TEAM else key for key in path)
        if alike not in seen:
            seen.add(alike)
            yield path, _another(value)


def without(body: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name != key}


def put(body: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    copy: Any = json.loads(json.dumps(body))
    place = copy
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return copy  # type: ignore[no-any-return]


def _places(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield from _places(each, (*path, key))
    if not inside:
        yield path, value


def _another(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    if not value:
        return {"petrov": 1} if value == {} else ["petrov"] if value == [] else "petrov"
    if value in TEAM:
        return next(who for who in TEAM if who != value)
    if len(value) == len(GENESIS):
        return ("0" if value[0] != "0" else "1") + value[1:]
    if value in OTHER_CODES:
        return OTHER_CODES[value]
    return value.replace("2026", "2027") if value.startswith("2026") else f"{value}x"
