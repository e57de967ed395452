"""Everybody presses the buttons that others were shown."""

from __future__ import annotations

from collections.abc import Mapping

from tests.crawl.deeds import Deed
from tests.crawl.observing import Observer
from tests.crawl.people import ROLES
from tests.crawl.world import Moment

ONE_OF_EACH = {role: who for who, role in reversed(ROLES.items())}
"""Somebody in each role."""


async def press(
    observer: Observer, shown: Mapping[tuple[str, str], tuple[Deed, Moment]], *, fine: bool
) -> None:
    """Each kind of button is pressed by somebody in each role that was not shown it, where it was shown first.

    `shown`: by role and kind. Not `fine`: by three of these roles, others for each kind. What they may not do the
    observer's judge knows.
    """
    first: dict[str, tuple[Deed, Moment]] = {}
    for (_, kind), found in shown.items():
        first.setdefault(kind, found)
    for place, (kind, (deed, moment)) in enumerate(first.items()):
        is_as_it_was = False
        others = [who for role, who in ONE_OF_EACH.items() if (role, kind) not in shown]
        for who in (
            others if fine else [*others, *others][place % max(len(others), 1) :][: min(3, len(others))]
        ):
            if not is_as_it_was:
                await observer.world.back_to(moment)
            came = await observer.tap(
                Deed(who, f"{deed.words} of the {deed.role}’s", kind, deed.data, 1, is_foreign=True)
            )
            is_as_it_was = came.stands.tables == came.stood.tables
