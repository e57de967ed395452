"""The entries of a lead alone tell who had it, why, and what it cost."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis.stateful import invariant

from leads.answers import claim, decline, explain
from leads.holding import assign, close, dispute, give_up, settle
from leads.lead import OWNED, Outcome, Result, State
from leads.ledger import Sealed, canonical
from leads.presence import Absence
from leads.proof.story import Ending, Story, tell
from leads.scene import Scene
from tests.leads.busy_office import BusyOffice
from tests.leads.office import Floor, sales_floor

RESULTS = {
    Result.OPEN: {Ending.OPEN},
    Result.CLAIMED: {Ending.CLAIMED, Ending.RETURNED, Ending.REASSIGNED},
    Result.DECLINED: {Ending.DECLINED, Ending.UNDELIVERED, Ending.CUT_SHORT},
    Result.LAPSED: {Ending.LAPSED},
    Result.WITHDRAWN: {Ending.WITHDRAWN, Ending.CHOSEN, Ending.UNDELIVERED, Ending.CUT_SHORT},
}


class OfficeWithStories(BusyOffice):
    @invariant()
    def every_lead_s_story_is_true(self) -> None:
        for scene in self.floor.leads:
            check_story(tell([e for e in self.entries if e.lead == scene.lead.number]), scene)


def check_story(story: Story, scene: Scene) -> None:
    assert [c.offered for c in story.chapters] == [o.people for o in scene.offers]
    for chapter, offer in zip(story.chapters, scene.offers, strict=True):
        assert chapter.step is offer.step
        assert chapter.ending in RESULTS[offer.result]
        assert chapter.claimed_by == offer.claimed_by
        assert (chapter.by, chapter.fair) == (offer.by, offer.fair)
        paid = None if chapter.given_back else chapter.payer
        assert paid == (offer.turn.payer if offer.turn else None), "what it cost"
    lead = scene.lead
    assert story.segment == lead.segment
    assert story.outcome == lead.outcome
    assert story.holder == (lead.holder if lead.state in OWNED or lead.state is State.CLOSED else None)
    assert (story.waiting is not None) is (lead.state is State.WAITING)


TestEveryStoryIsTrue = OfficeWithStories.TestCase
TestEveryStoryIsTrue.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)


def told(floor: Floor, scene: Scene) -> Story:
    """The story of this lead as its entries tell it after a journey through the ledger's JSON."""
    return tell(
        Sealed(n, floor.now, e.kind, e.lead, canonical(e.body), "") for n, e in enumerate(scene.log, 1)
    )


def test_a_decline_with_a_good_reason_tells_that_the_turn_was_given_back() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    decline(scene, "a", floor.now)
    assert told(floor, scene).chapters[0].given_back is None
    explain(scene, "a", "conflict", floor.now)
    first, second = told(floor, scene).chapters
    assert (first.ending, first.payer, first.given_back) == (Ending.DECLINED, "a", "accepted_reason")
    assert (second.ending, second.payer, second.given_back) == (Ending.OPEN, "b", None)


def test_each_member_finds_where_he_stood_or_why_he_was_left_out() -> None:
    floor = sales_floor("a b c", "queue")
    floor.workers["c"].paused = Absence.PAUSED
    [chapter] = told(floor, floor.lead()).chapters
    assert chapter.figures == {"a": 1, "b": 2}
    assert chapter.candidate("b") and chapter.candidate("c") is None
    assert chapter.out == {"c": Absence.PAUSED}


@pytest.mark.parametrize("who", ["a", "b", "c", "outsider"])
def test_only_who_is_no_member_is_left_out(who: str) -> None:
    floor = sales_floor("a b c", "queue", others="outsider")
    floor.workers["c"].paused = Absence.PAUSED
    assert told(floor, floor.lead()).leaves_out(who) is (who == "outsider")


def test_an_own_client_s_lead_does_not_tell_who_was_left_out() -> None:
    floor = sales_floor("a b", others="outsider")
    assert not told(floor, floor.lead(owner="a")).leaves_out("outsider")


def test_through_several_hands() -> None:
    floor = sales_floor("a b c")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    give_up(scene, "a", floor.now)
    claim(scene, "b", floor.now)
    assign(scene, "head", "c", floor.now)
    story = told(floor, scene)
    assert [c.ending for c in story.chapters] == [Ending.RETURNED, Ending.REASSIGNED, Ending.CLAIMED]
    assert [c.given_back for c in story.chapters] == [None, "reassigned", None]
    assert (story.holder, story.chapters[-1].by) == ("c", "head")


def test_each_turn_keeps_its_own_cause() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    assign(scene, "head", "b", floor.now)
    assign(scene, "head", "a", floor.now)
    dispute(scene, "a", floor.now)
    settle(scene, "head", True, floor.now)
    chapters = told(floor, scene).chapters
    assert [c.given_back for c in chapters] == ["reassigned", "reassigned", "bad_lead"]


def test_an_offer_to_several_is_open_until_the_last_has_answered() -> None:
    floor = sales_floor("a b", "grab")
    scene = floor.lead()
    decline(scene, "a", floor.now)
    assert told(floor, scene).chapters[0].ending is Ending.OPEN
    decline(scene, "b", floor.now)
    assert told(floor, scene).chapters[0].ending is Ending.DECLINED


def test_a_bad_lead_gives_the_turn_back_and_is_closed() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    dispute(scene, "a", floor.now)
    settle(scene, "head", True, floor.now)
    story = told(floor, scene)
    assert (story.outcome, story.holder, story.chapters[0].given_back) == (Outcome.BAD, "a", "bad_lead")


def test_a_closed_lead_tells_who_had_it() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    close(scene, "a", Outcome.WON, floor.now)
    story = told(floor, scene)
    assert (story.outcome, story.holder) == (Outcome.WON, "a")


def test_what_changes_afterwards_does_not_change_the_story() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    before = told(floor, scene)
    floor.standings["all"]["b"].credit += 12345
    del floor.standings["all"]["a"]
    assert told(floor, scene) == before
