"""Links that are still open, as the panes show them."""

from __future__ import annotations

from typing import Final

from desk.work import Work
from leads.office import Role
from screens.views.inviting import OpenLink, OpenLinksView
from storage import invited, people

SHORT: Final = 12  # of a SHA-256: enough to tell those apart that are open at one time


def open_links_view(work: Work) -> OpenLinksView:
    found, names = invited.open_ones(work.store, work.now), people.names(work.store)
    rows = tuple(
        OpenLink(
            one.link[:SHORT],
            names.get(one.person) if one.person else None,
            Role(one.role) if one.role else None,
            one.expires_at,
        )
        for one in found
    )
    return OpenLinksView(work.office.timezone, rows)
