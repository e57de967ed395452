"""What somebody does with a lead that they are asked to take, have, and have lost."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Final

from bench.gaming.market import Made
from bench.gaming.strategies import Head, Strategy
from leads.lead import Step
from leads.office import Office
from reports.replay.events import Answer, Does

FREE_REASON: Final = "conflict"  # the office accepts it, and nobody is asked whether it is true
OTHER_REASON: Final = "busy"
DECLINES, LAPSES = 0.02, 0.015  # of all leads, beside those that are declined for a true reason
AT_ONCE: Final = timedelta(seconds=1)
SILENT: Final = Answer(Does.SILENT)


class Deed(StrEnum):
    """What comes of an offer."""

    CLAIM = "claim"
    FREE = "free"
    COST = "cost"
    LAPSE = "lapse"


@dataclass
class Mind:
    """One of the team. The honest are one strategy among others."""

    place: int  # in the team: whose moods and delays are theirs
    strategy: Strategy
    office: Office
    answers: deque[bool] = field(default_factory=lambda: deque(maxlen=40))  # whether each was declined free

    def deed(self, lead: Made, step: Step) -> Deed:
        """What they would do; nothing is remembered of it."""
        mood = self.mood(lead)
        if step is Step.EVERYONE:  # what they have given back comes round to them, too
            return Deed.LAPSE if lead.rank < self.strategy.returns else Deed.CLAIM
        if mood is not Deed.CLAIM:
            return mood
        if self.strategy.only_everyone:
            return Deed.COST
        return Deed.CLAIM if self.wants(lead) else Deed(self.strategy.way)

    def mood(self, lead: Made) -> Deed:
        """What comes between them and any lead, whatever it looks like."""
        mood, free = lead.moods[self.place], self.strategy.true_reasons
        if mood < free:
            return Deed.FREE
        if mood < free + DECLINES:
            return Deed.COST
        return Deed.LAPSE if mood < self.misses else Deed.CLAIM

    @property
    def misses(self) -> float:
        """Of all leads, those that they do not take, whatever they look like."""
        return self.strategy.true_reasons + DECLINES + LAPSES

    def wants(self, lead: Made) -> bool:
        if self.strategy.within_norm and not self.has_free:
            return True
        return lead.shown_rank >= self.strategy.refuses

    @property
    def has_free(self) -> bool:
        """Whether the next decline for an accepted reason costs nothing."""
        norm = getattr(self.office, "free_declines", None)
        if norm is None:
            return True
        kept = list(self.answers)[-39:]  # with the next one they are the last forty
        return sum(kept) + 1 <= int(40 * share_of(norm))

    def answer(self, lead: Made, step: Step) -> Answer:
        """What they do, and remember of it where the answer is theirs alone to give."""
        deed = self.deed(lead, step)
        if step is Step.OFFER:
            self.answers.append(deed is Deed.FREE)
        after = self.after(lead)
        match deed:
            case Deed.CLAIM:
                return Answer(Does.CLAIM, after)
            case Deed.FREE:
                return Answer(Does.DECLINE, after, FREE_REASON)
            case Deed.COST:
                return Answer(Does.DECLINE, after, OTHER_REASON)
        return SILENT

    def after(self, lead: Made) -> timedelta:
        """How long they take to tap."""
        return AT_ONCE if self.strategy.is_fastest else timedelta(seconds=round(lead.delays[self.place]))

    def asks(self, lead: Made) -> bool:
        """Whether they react to it where it waits for whoever asks."""
        return self.mood(lead) is Deed.CLAIM

    def keeps(self, lead: Made) -> bool:
        """Whether a lead that they have had a look at stays theirs, and open."""
        if lead.is_bad or lead.rank < self.strategy.returns:
            return False
        return not (lead.rank < self.strategy.calls_bad and self.head_agrees(lead))

    def head_agrees(self, lead: Made) -> bool:
        """That it is bad."""
        if lead.is_bad or self.strategy.head is Head.AGREES:
            return True
        return self.strategy.head is Head.BELIEVES_HALF and lead.coin < 0.5

    def calls_bad(self, lead: Made) -> bool:
        return lead.is_bad or lead.rank < self.strategy.calls_bad


def share_of(norm: object) -> float:
    """A norm as a part of one, however the office keeps it: 0.1, or in hundredths."""
    return float(str(norm)) if float(str(norm)) <= 1 else float(str(norm)) / 100
