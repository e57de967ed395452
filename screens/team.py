"""The managers of a summary, a line for each: what he took and how fast, what it brought, how even it was."""

from __future__ import annotations

from screens.format import balance, span
from screens.texts import Html, Texts
from screens.views.summary import ManagerRow

MOST = 40  # lines


def team_lines(managers: tuple[ManagerRow, ...], texts: Texts) -> tuple[Html, ...]:
    """The busiest first."""
    order = sorted(managers, key=lambda m: (-m.claimed, -m.won, m.name))
    lines = tuple(_line(manager, texts) for manager in order[:MOST])
    return (*lines, Html("…")) if len(order) > MOST else lines


def _line(manager: ManagerRow, texts: Texts) -> Html:
    closed = manager.won + manager.lost
    parts = (
        _claimed(manager, texts),
        texts("team-sold", won=manager.won, of=closed) if closed else None,
        texts("team-declined", count=manager.declined) if manager.declined else None,
        texts("team-lapsed", count=manager.lapsed) if manager.lapsed else None,
        texts("team-balance", balance=balance(manager.balance, texts)),
    )
    return texts("team-line", name=manager.name, figures=Html(" · ".join(part for part in parts if part)))


def _claimed(manager: ManagerRow, texts: Texts) -> Html:
    if manager.claim_median is None:
        return texts("team-claimed", count=manager.claimed)
    return texts("team-claimed-in", count=manager.claimed, span=span(manager.claim_median, texts))
