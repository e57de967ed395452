"""/why: how a lead was given out, as the ledger tells it, to anybody who was there or might have been."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from leads.head import head_of
from leads.lead import ASKS_NOBODY, Outcome, Step, Word
from leads.presence import Cut
from leads.proof.story import Chapter, Ending, Story
from leads.shares import in_hundredths
from screens.buttons.of_sight import Detailed
from screens.content import GAP, Screen, page
from screens.details import details_button
from screens.format import clock, date_and_clock, listing, long_date, signed
from screens.one_client import numbers_in_words
from screens.reasons import reader_sentences, reason_sentences
from screens.texts import Html, Texts
from screens.views.lead import WhyView

MOST_CHAPTERS = 12  # a lead that goes round for days has more; the last ones fit into one message
MOST_KIN = 4

CHARGED = "why-charged"
OPENINGS: Final = {
    Step.ASSIGN: "why-assigned",
    Step.CHOOSE: "why-chooses",
    Step.LATE: "why-late",
    Step.PULL: "why-waits",
}
"""How a chapter begins in which nobody is just asked."""


def why_screen(view: WhyView, texts: Texts, *, details: bool = False) -> Screen:
    """`details`: with the head of the ledger at the last entry that this was told from."""
    story = view.story
    earlier = len(story.chapters) - MOST_CHAPTERS
    told = [part for c in story.chapters[-MOST_CHAPTERS:] for part in (GAP, _chapter(c, view, texts))]
    costs = any(_cost(chapter, texts) for chapter in story.chapters)
    head = head_of(story.last)
    proof = details_button(Detailed.WHY, texts, opened=details, number=view.number)
    return Screen(
        page(
            _title(view, texts),
            texts("why-earlier", count=earlier) if earlier > 0 else None,
            *(told or [_untold(view, texts)]),
            GAP,
            *_kin(view, texts),
            _outside(view, texts),
            _now(view, texts),
            texts("why-turn") if costs else None,
            texts("why-seal", head=head.published) if head and details else None,
        ),
        ((proof,),) if head else (),
    )


def _title(view: WhyView, texts: Texts) -> Html:
    if not view.story.chapters:
        return texts("why-title", number=view.number, segment=view.segment)
    day = long_date(view.story.chapters[0].at.astimezone(view.timezone).date(), texts)
    return texts("why-title-day", number=view.number, segment=view.segment, day=day)


def _untold(view: WhyView, texts: Texts) -> Html:
    """Nobody was chosen: not yet, or others did it before Fairlead."""
    past = view.story.past
    if view.story.own and view.story.holder:
        return texts("why-kept", name=view.names[view.story.holder])
    if past is None:
        return texts("why-no-steps")
    return texts("why-imported", day=long_date(past.at.astimezone(view.timezone).date(), texts))


def _chapter(chapter: Chapter, view: WhyView, texts: Texts) -> Html:
    """A few plain sentences: to whom and why, what kept the reader from it, how it ended and what it cost."""
    sentences = (
        _offer(chapter, view, texts),
        _you(chapter, view, texts),
        *reason_sentences(chapter, view, texts),
        *reader_sentences(chapter, view, texts),
        *_end(chapter, view, texts),
        _excuse(chapter, texts),
        _word(chapter, texts),
        _cost(chapter, texts),
        _within(chapter, texts),
    )
    return Html(" ".join(sentence for sentence in sentences if sentence))


def _offer(chapter: Chapter, view: WhyView, texts: Texts) -> Html:
    zone, first = view.timezone, view.story.chapters[0].at
    same_day = chapter.at.astimezone(zone).date() == first.astimezone(zone).date()
    time = clock(chapter.at, zone) if same_day else date_and_clock(chapter.at, zone, texts)
    return texts(
        OPENINGS.get(chapter.step, "why-offered"),
        time=time,
        names=listing(view.names[who] for who in chapter.offered),
    )


def _you(chapter: Chapter, view: WhyView, texts: Texts) -> Html | None:
    if view.reader not in chapter.offered:
        return None
    return texts("why-you-too") if len(chapter.offered) > 1 else texts("why-you")


def _end(chapter: Chapter, view: WhyView, texts: Texts) -> Iterator[Html]:
    if chapter.claimed_by and chapter.step not in ASKS_NOBODY:
        several = len(chapter.offered) > 1
        name = view.names[chapter.claimed_by]
        if len(chapter.among) > 1:
            yield texts("result-claimed-among", name=name, names=_among(chapter, view, texts))
        else:
            yield texts("result-claimed-by", name=name) if several else texts("result-claimed")
    if chapter.claimed_by and chapter.step is Step.PULL:
        yield texts("result-pulled-by", name=view.names[chapter.claimed_by])
    for why in Cut:
        if who := [view.names[person] for person, reason in chapter.cut.items() if reason is why]:
            yield texts(f"result-cut-{why}", names=listing(who))
    if chapter.ending is not Ending.CLAIMED:
        yield texts(f"result-{chapter.ending}")


def _among(chapter: Chapter, view: WhyView, texts: Texts) -> str:
    """Everybody who tapped in time, each with what is missing to their share."""
    found = chapter.among.items()
    return listing(f"{view.names[who]} ({signed(in_hundredths(credit), texts)})" for who, credit in found)


def _cost(chapter: Chapter, texts: Texts) -> Html | None:
    """The turn that it cost, once the offer is over; or why that turn was given back."""
    if chapter.given_back:
        return texts("why-given-back", cause=texts.plain(f"cause-{chapter.given_back}"))
    return texts(CHARGED) if chapter.payer and chapter.ending is not Ending.OPEN else None


def _word(chapter: Chapter, texts: Texts) -> Html | None:
    """What the head says of a decline as of another segment; that they agree is why the turn was given back."""
    if chapter.word is None or chapter.word is Word.AGREED or chapter.given_back:
        return None
    return texts(f"why-word-{chapter.word}")


def _excuse(chapter: Chapter, texts: Texts) -> Html | None:
    """Why a reason that the office accepts gives no turn back: by the norm."""
    excuse = chapter.excuse
    if excuse is None or excuse.counted is None or excuse.norm is None or excuse.free:
        return None
    late = excuse.counted < excuse.norm
    return texts("why-excuse-late" if late else "why-excuse-beyond", count=excuse.counted, norm=excuse.norm)


def _kin(view: WhyView, texts: Texts) -> Iterator[Html]:
    """Who said that its client is the same as that of others, or is not after all; the last times."""
    for one in view.story.kin[-MOST_KIN:]:
        when = date_and_clock(one.at, view.timezone, texts)
        words = {"numbers": numbers_in_words(one.beside(view.number)), "name": view.names[one.by]}
        yield texts("why-parted" if one.parted else "why-joined", at=when, **words)


def _outside(view: WhyView, texts: Texts) -> Html | None:
    """For a manager to whom it could not come; whoever sells nothing was never meant."""
    is_meant = not view.reader_sells or not view.story.leaves_out(view.reader)
    return None if is_meant else texts("why-outside", segment=view.segment)


def _now(view: WhyView, texts: Texts) -> Html | None:
    story = view.story
    if story.withdrawn:
        return texts("why-added", number=story.added_to) if story.added_to else texts("why-withdrawn")
    holder = view.names[story.holder] if story.holder else ""
    if story.past and not (story.outcome and holder):
        return _past(story, holder, texts)
    if story.outcome:
        return texts("why-closed-bad" if story.outcome is Outcome.BAD else "why-closed", name=holder)
    if holder:
        return texts("why-holder", name=holder)
    return texts(f"why-waiting-{story.waiting}") if story.waiting else None


def _past(story: Story, holder: str, texts: Texts) -> Html | None:
    """Of a past lead the file may not say who had it, or what came of it."""
    if story.outcome:
        return texts("why-past-bad" if story.outcome is Outcome.BAD else "why-past-nobody")
    return texts("why-past-open", name=holder) if holder else texts("why-past-nothing")


def _within(chapter: Chapter, texts: Texts) -> Html | None:
    """How many of the declines that the norm lets go free this one makes."""
    excuse = chapter.excuse
    if excuse is None or excuse.counted is None or excuse.norm is None or not excuse.free:
        return None
    return texts("why-excuse", count=excuse.counted + 1, norm=excuse.norm)
