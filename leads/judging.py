"""`Не мой сегмент` goes to the head's word, as a bad lead does: until they agree, the decline costs its turn.

Whoever corrects the segment has agreed, too (`leads.resegmenting`). Where nobody can be asked it is a reason like any
other that the office accepts, under the norm of free declines (docs/decisions/0039-whose-segment.md).
"""

from __future__ import annotations

from datetime import datetime

from leads.charging import give_back
from leads.entries.asking import SegmentJudged
from leads.lead import Offer, Word
from leads.presence import reachable
from leads.reasons import DeclineReason
from leads.refusals import Refusal, Refused
from leads.rights import Right, may, roles_in
from leads.scene import Scene
from leads.turns import Back


def is_for_the_head(scene: Scene, who: str, reason: str) -> bool:
    """Tells whether somebody's decline for this reason waits for the word of somebody else."""
    if reason != DeclineReason.WRONG_SEGMENT or reason not in scene.office.free_reasons:
        return False
    office, segment = scene.office, scene.segment.id
    others = (p for p in office.people if p.id != who)
    judges = (p.id for p in others if may(roles_in(office, p.id, p.roles, segment), Right.SETTLE))
    return any(not reachable(scene.workers[judge]) for judge in judges)


def judge(scene: Scene, by: str, who: str, agreed: bool, now: datetime) -> None:
    """The head says whether the lead is of another segment: then the turn is given back. Only the first word counts.

    Raises Refused, also for whoever has declined it themselves.
    """
    offer = waits_for_a_word(scene, who)
    if offer is None:
        raise Refused(Refusal.EXPLAINED_ALREADY)
    if by == who:
        raise Refused(Refusal.NOT_FOR_YOU)
    scene.say(SegmentJudged(by, who, agreed), now)
    if agreed:
        give_back(scene, offer, Back.NOT_THEIRS, now)


def agree(scene: Scene, by: str, now: datetime) -> None:
    """The segment is put right: so whoever has declined the lead as not theirs was right, if others say it."""
    for who in [o.people[0] for o in scene.offers if o.word is Word.ASKED and o.turn]:
        if who != by:
            judge(scene, by, who, True, now)


def waits_for_a_word(scene: Scene, who: str) -> Offer | None:
    """Returns the offer that somebody has declined as not theirs, while it costs them and nobody has judged that."""
    return next((o for o in scene.offers if o.word is Word.ASKED and o.turn and o.turn.payer == who), None)
