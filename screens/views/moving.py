"""What an administrator is shown before somebody's account is replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class MovingView:
    """`account`: the Telegram id that he has now. `link`: made after the administrator's word; None: he is asked."""

    who: str
    name: str
    account: int | None
    link: str | None
    link_lives: timedelta
