"""Free declines have a norm: so many of somebody's last answers, and beyond it an accepted reason costs a turn, too.

An answer is a claim, a decline or a lapse of what the scheme has offered to them alone; what everybody is asked, and
one's own client, costs nobody a turn before it is taken. Of one lead the last answer counts, and a decline is free no
more when the lead comes to them after all (docs/decisions/0036-free-declines-have-a-norm.md).
"""

from __future__ import annotations

from typing import Final

from leads.lead import Offer, Step

WINDOW: Final = 40
"""So many answers of a person count, the last ones, in all segments together."""

Answers = tuple[int, ...]
"""The numbers of the leads that somebody has answered for, the newest last; below nothing: declined free."""


def is_answered_for(offer: Offer) -> bool:
    """Tells whether what becomes of this offer is an answer that counts."""
    return offer.alone and offer.step is Step.OFFER


def answered(answers: Answers, lead: int) -> Answers:
    """Adds an answer; one of the same lead from before counts no more."""
    return (*(one for one in answers if abs(one) != lead), lead)[-WINDOW:]


def freed(answers: Answers, lead: int) -> Answers:
    """Their decline of this lead was free, if it is still among the answers that count."""
    return tuple(-lead if one == lead else one for one in answers)


def undone(answers: Answers, lead: int) -> Answers:
    """The lead came to them after all, or to nobody: their decline of it, if they have, is free no more."""
    return tuple(lead if one == -lead else one for one in answers) if -lead in answers else answers


def free_among(answers: Answers) -> int:
    """Counts the free declines among the answers that count."""
    return sum(one < 0 for one in answers)


def allowed(percent: int) -> int:
    """Returns how many of them may be free; also for somebody who has not answered so often yet."""
    return WINDOW * percent // 100


def free_left(answers: Answers, percent: int) -> int | None:
    """Returns how many more may be free just now; None where all of them may."""
    norm = allowed(percent)
    return max(0, norm - free_among(answers)) if norm < WINDOW else None
