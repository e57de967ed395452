"""What the outside is told of how a lead stands is what the rules themselves have made of it, after each entry."""

from __future__ import annotations

import json
from datetime import datetime
from typing import get_args

from leads.entries.asking import Resegmented
from leads.entries.kinds import OF_A_LEAD, OfLead, read
from leads.lead import State
from leads.ledger import GENESIS, Sealed, seal
from leads.outline import Outline, after
from leads.proof.told import Told
from leads.proof.verification import Verification
from tests.golden.made import LIVED, Line, stored
from tests.leads.test_flow_properties import OfficeAtWork


def same_as_told(outline: Outline, told: Told) -> None:
    """An offer that is over leaves the lead waiting, though the rules note that with the next entry only."""
    lead, live = told.lead, told.live
    asked = live.unanswered if live and lead.state is State.OFFERED else ()
    state = State.WAITING if lead.state is State.OFFERED and not asked else lead.state
    assert (outline.state, outline.asked) == (state, asked)
    assert (outline.segment, outline.manager) == (lead.segment, lead.holder)
    assert (outline.progress, outline.outcome) == (lead.progress, lead.outcome)
    assert (outline.amount, outline.reason) == (lead.amount, lead.bad_reason or lead.lost_reason)


def test_after_every_entry_of_a_whole_life_it_stands_as_the_rules_have_it() -> None:
    outlines: dict[int, Outline] = {}
    told, last, seen = Verification(), GENESIS, set[str]()
    for seq, line in enumerate(stored()[LIVED], 1):
        entry = sealed(seq, line, last)
        last = entry.seal
        told.feed(entry)
        if entry.lead is not None:
            said = read(entry.kind, json.loads(entry.body))
            assert isinstance(said, get_args(OfLead))
            seen.add(entry.kind)
            outlines[entry.lead] = after(outlines.get(entry.lead, Outline()), said)
            same_as_told(outlines[entry.lead], told.leads[entry.lead])
    assert seen == OF_A_LEAD, "each kind was there"


def sealed(seq: int, line: Line, last: str) -> Sealed:
    key = (seq, datetime.fromisoformat(line.at), line.kind, line.lead, line.body)
    return Sealed(*key, seal(last, *key))


class OutlinedOffice(OfficeAtWork):
    """Whatever people do."""

    def the_design_holds(self) -> None:
        for scene in self.floor.leads:
            outline = Outline()
            for entry in scene.log:
                assert isinstance(entry.said, get_args(OfLead))
                outline = after(outline, entry.said)
            same_as_told(outline, Told(scene.lead, scene.offers))


TestItStandsAsTheRulesHaveItWhateverPeopleDo = OutlinedOffice.TestCase


def test_another_segment_takes_it_from_whoever_has_it_only_where_it_goes_on() -> None:
    had = Outline(State.HELD, "rest", "petrov")
    said = Resegmented("anna", "site", "petrov")
    stays = after(had, said)
    assert stays == Outline(State.HELD, "site", "petrov")


def test_it_is_told_in_plain_values_and_an_amount_to_the_last_digit() -> None:
    assert Outline(State.CLOSED, "rest", "petrov", amount=1_200_050).told() == {
        "state": "closed",
        "segment": "rest",
        "manager": "petrov",
        "asked": [],
        "progress": None,
        "outcome": None,
        "amount": "12000.50",
        "reason": None,
    }
