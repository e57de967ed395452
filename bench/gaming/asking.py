"""Who asks for a lead where nobody is asked: whoever is free, as soon as they see that one waits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from bench.gaming.market import ZONE, Made
from bench.gaming.mind import Mind

Do = Callable[[datetime], None]


@dataclass
class Asking:
    """`give`: hands the oldest lead that waits for somebody to them, and returns it; None where none does."""

    minds: Mapping[str, Mind]
    plan: Callable[[datetime, Do], None]
    give: Callable[[str, datetime], Made | None]
    _at_work: dict[str, Made] = field(default_factory=dict)

    def waits(self, made: Made, now: datetime) -> None:
        """A lead has come; whoever has nothing to do sees it."""
        for who, mind in self.minds.items():
            if self._may_ask(who, now) and mind.asks(made):
                self.plan(now + mind.after(made), partial(self._ask, who))

    def is_rid_of(self, who: str, made: Made, now: datetime) -> None:
        """They have done with it, and look for the next one."""
        if self._at_work.get(who) is made:
            del self._at_work[who]
            self.plan(now + self.minds[who].after(made), partial(self._ask, who))

    def _ask(self, who: str, now: datetime) -> None:
        made = self.give(who, now) if self._may_ask(who, now) else None
        if made:
            self._at_work[who] = made
            self.plan(now + timedelta(minutes=made.work), partial(self.is_rid_of, who, made))

    def _may_ask(self, who: str, now: datetime) -> bool:
        strategy = self.minds[who].strategy
        is_late = strategy.asks_until is not None and now.astimezone(ZONE).hour >= strategy.asks_until
        return not is_late and (strategy.asks_while_busy or who not in self._at_work)
