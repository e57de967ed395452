"""What was chosen by hand, as people read it."""

from __future__ import annotations

from collections.abc import Mapping

from leads.figures.discretion import Discretion
from screens.views.report import DiscretionView


def discretion_view(found: Discretion, names: Mapping[str, str]) -> DiscretionView | None:
    """None where nothing was chosen by hand."""
    if not found.by_hand:
        return None
    return DiscretionView(
        choices=found.choices,
        by_hand=found.by_hand,
        against_the_rule=found.against_the_rule,
        by=tuple((names[who], count, found.by_against[who]) for who, count in found.by.most_common()),
        benefit=tuple(
            (names[who], leads) for who, leads in sorted(found.benefit.items(), key=lambda item: -item[1])
        ),
    )
