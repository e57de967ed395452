"""Moving to another account, as whoever moves sees it in their old chat."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MoveView:
    """`link`: to be opened in the other account; `name`, `account`: who has opened it. Neither: it was refused."""

    link: str | None
    hours: int
    name: str | None
    account: int | None
