"""`verify`, check.py and a check made from docs/ledger.md alone say the same, of true ledgers and of forged ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random  # noqa: TID251 - seeded, so it is chance no more
from typing import Any

import pytest
from hypothesis import settings

from leads.ledger import Sealed
from tests.leads.verified_office import VerifiedOffice
from tests.stranger.ledgers import CHECKERS, Told, all_say, busy, by_check, by_second, sealed

Forgery = Callable[[Told, Random], Told | None]


def test_two_weeks_of_a_busy_office_hold() -> None:
    assert all_say(sealed(busy())) == {None}


class StrangersOffice(VerifiedOffice):
    """Random days of a random office; `verify` is fed as they go, the strangers at the end."""

    def teardown(self) -> None:
        if hasattr(self, "entries"):
            assert by_check(self.entries) is None
            assert by_second(self.entries) is None
        super().teardown()


TestStrangersAgree = StrangersOffice.TestCase
TestStrangersAgree.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


# Who does not know how the chain is made


def changed(entries: list[Sealed], seq: int) -> list[Sealed]:
    entry = entries[seq - 1]
    entries[seq - 1] = replace(entry, body=entry.body.replace('"', '" ', 1))
    return entries


def missing(entries: list[Sealed], seq: int) -> list[Sealed]:
    del entries[seq - 1]
    return entries


def swapped(entries: list[Sealed], seq: int) -> list[Sealed]:
    one, other = entries[seq - 1], entries[seq]
    entries[seq - 1 : seq + 1] = [replace(other, seq=one.seq), replace(one, seq=other.seq)]
    return entries


@pytest.mark.parametrize("tamper", [changed, missing, swapped])
@pytest.mark.parametrize("seq", [1, 2, 100, 333])
def test_all_name_the_same_entry_of_a_broken_chain(
    tamper: Callable[[list[Sealed], int], list[Sealed]], seq: int
) -> None:
    assert all_say(tamper(sealed(busy()), seq)) == {seq}


# Who does, and seals anew


def of_a_candidate(name: str) -> Forgery:
    def forge(told: Told, rng: Random) -> Told | None:
        candidates = told.said.get("candidates")
        if not candidates or told.said["step"] != "offer":
            return None
        place = rng.randrange(len(candidates))
        candidates[place][name] += 1
        return told.but(candidates=candidates)

    return forge


def another_is_offered_it(told: Told, rng: Random) -> Told | None:
    people = [c["id"] for c in told.said.get("candidates") or () if c["id"] not in told.said["offered"]]
    if told.said["step"] != "offer" or not people or told.said["turn"] is None:
        return None
    other = rng.choice(people)
    return told.but(offered=[other], turn=told.said["turn"] | {"payer": other})


def another_reason(told: Told, _: Random) -> Told | None:
    return told.but(reason="queue") if told.said["step"] == "offer" else None


def other_figures(told: Told, rng: Random) -> Told | None:
    figures = told.said["figures"]
    if not figures:
        return None
    who = rng.choice(sorted(figures))
    return told.but(figures=figures | {who: figures[who] + 1})


def another_price(told: Told, rng: Random) -> Told | None:
    turn = told.said["turn"]
    if turn is None:
        return None
    who = rng.choice(sorted(turn["shares"]))
    return told.but(turn=turn | {"shares": turn["shares"] | {who: turn["shares"][who] + 1}})


def for_nothing(told: Told, _: Random) -> Told | None:
    return told.but(turn=None) if told.said["turn"] else None


def somebody_was_away(told: Told, rng: Random) -> Told | None:
    candidates = told.said.get("candidates")
    if not candidates or len(candidates) < 2 or told.said["step"] != "offer":
        return None
    candidates.pop(rng.randrange(len(candidates)))
    return told.but(candidates=candidates)


def other_values(**changes: Any) -> Forgery:
    def forge(told: Told, _: Random) -> Told | None:
        return (
            told.but(**changes) if all(told.said[name] != value for name, value in changes.items()) else None
        )

    return forge


def another_order(told: Told, _: Random) -> Told | None:
    return told.but(order=told.said["order"][::-1]) if len(told.said["order"]) > 1 else None


def another_lot(told: Told, _: Random) -> Told | None:
    lots = told.said["lots"]
    return told.but(lots=lots | {min(lots): lots[min(lots)] % 9 + 1}) if lots else None


def not_drawn_in(told: Told, _: Random) -> Told | None:
    return told.but(drawn_in=not told.said["drawn_in"])


def one_more_free_decline(told: Told, _: Random) -> Told | None:
    return told.but(counted=told.said["counted"] + 1) if "counted" in told.said else None


FORGERIES: dict[str, tuple[str, Forgery]] = {
    "one more free decline": ("explained", one_more_free_decline),
    "another balance": ("offered", of_a_candidate("credit")),
    "another place in the line": ("offered", of_a_candidate("ticket")),
    "another weight": ("offered", of_a_candidate("weight")),
    "somebody else": ("offered", another_is_offered_it),
    "another reason": ("offered", another_reason),
    "other figures": ("offered", other_figures),
    "another price": ("offered", another_price),
    "an offer for nothing": ("offered", for_nothing),
    "one was not there": ("offered", somebody_was_away),
    "a claim for nothing": ("claimed", for_nothing),
    "another price of a claim": ("claimed", another_price),
    "a turn given back to another": ("given_back", other_values(who="orlova")),
    "another order of a draw": ("draw_opened", another_order),
    "another secret": ("draw_opened", other_values(secret="5ec2e7")),
    "another lot": ("draw_opened", another_lot),
    "another drawing-in": ("scheme_switched", not_drawn_in),
    "another scheme before": ("scheme_switched", other_values(before="grab")),
    "somebody who is in it already": ("member_joined", other_values(who="petrov")),
    "somebody who is not in it": ("member_left", other_values(who="orlova")),
    "a lead that was not handed over by that scheme": ("handed", other_values(scheme="grab")),
}


def forged(kind: str, forge: Forgery, rng: Random) -> Iterator[tuple[int, list[Sealed]]]:
    """The whole ledger with one entry forged, sealed anew: up to six of them."""
    honest = busy()
    places = [place for place, told in enumerate(honest) if told.kind == kind]
    found = 0
    for place in rng.sample(places, len(places)):
        if other := forge(honest[place], rng):
            yield place + 1, sealed([*honest[:place], other, *honest[place + 1 :]])
            found += 1
        if found == 6:
            return


@pytest.mark.parametrize("name", FORGERIES)
def test_all_name_the_same_entry_that_was_forged_and_sealed_anew(name: str) -> None:
    kind, forge = FORGERIES[name]
    said = [(seq, all_say(entries)) for seq, entries in forged(kind, forge, Random(name))]
    assert said, "there is such an entry"
    assert said == [(seq, {seq}) for seq, _ in said]


LEFT_OUT = ("offered", "member_joined", "scheme_switched", "draw_announced", "handed")


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_what_was_left_out_is_found_by_all(kind: str) -> None:
    honest = busy()
    place = next(place for place, told in enumerate(honest) if told.kind == kind)
    entries = sealed([*honest[:place], *honest[place + 1 :]])
    assert all(checker(entries) for checker in CHECKERS)


# What is owed in other segments


def test_who_leaves_out_what_is_owed_elsewhere_is_found_by_all() -> None:
    """The order would have chosen another: since what decides is told in clear, all segments together decide."""
    honest = busy()
    tied = [
        place for place, told in enumerate(honest) if told.kind == "offered" and '"elsewhere"' in told.body
    ]
    assert tied, "there is such a choice"
    for place in tied[:4]:
        told = honest[place]
        candidates = [{k: v for k, v in c.items() if k != "elsewhere"} for c in told.said["candidates"]]
        best = max(told.said["figures"].values())
        first = next(c["id"] for c in candidates if told.said["figures"][c["id"]] == best)
        turn = told.said["turn"] and told.said["turn"] | {"payer": first}
        other = told.but(candidates=candidates, offered=[first], turn=turn)
        assert all_say(sealed([*honest[:place], other, *honest[place + 1 :]])) == {place + 1}
