"""What was chosen by hand, in two short lines: how often, against the rule, for whose benefit, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from screens.texts import Html, Texts, cut
from screens.views.report import DiscretionView

MOST_NAMES = 3
NAME = 30  # UTF-16 units


def discretion_lines(view: DiscretionView | None, texts: Texts) -> tuple[Html, ...]:
    if view is None:
        return ()
    return (_how_often(view, texts), _by_whom(view, texts))


def _how_often(view: DiscretionView, texts: Texts) -> Html:
    counts: dict[str, str | int] = {"count": view.by_hand, "of": view.choices}
    if not view.against_the_rule:
        return texts("discretion-by-scheme", **counts)
    counts["against"] = view.against_the_rule
    gain = [row for row in view.benefit if row[1] > 0]
    loss = [row for row in reversed(view.benefit) if row[1] < 0]
    if not gain:  # what one hand took another gave back
        return texts("discretion", **counts)
    return texts("discretion-for", **counts, gain=_benefit(gain, texts), loss=_benefit(loss, texts))


def _benefit(rows: Sequence[tuple[str, int]], texts: Texts) -> Html:
    """`Пётр Петров +2`, the largest first."""
    signed = [(cut(name, NAME), f"{leads:+}".replace("-", "−")) for name, leads in rows[:MOST_NAMES]]
    return _joined(texts("discretion-benefit", name=name, leads=leads) for name, leads in signed)


def _by_whom(view: DiscretionView, texts: Texts) -> Html:
    return texts("discretion-whose", names=_joined(_chooser(*row, texts) for row in view.by[:MOST_NAMES]))


def _chooser(name: str, count: int, against: int, texts: Texts) -> Html:
    short = cut(name, NAME)
    if against:
        return texts("discretion-by-against", name=short, count=count, against=against)
    return texts("discretion-by", name=short, count=count)


def _joined(parts: Iterable[Html]) -> Html:
    """Escaped already, and however long."""
    return Html(", ".join(parts))
