"""What somebody's deed is compared with: how often they and the others have done it lately. One statement each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select

from leads.figures.against import LATELY, Against
from leads.lead import Outcome, Step
from storage.store import Store
from storage.tables.leads import leads, offers


def bad_leads(store: Store, who: str, name: str, now: datetime) -> Against:
    """Tells how many of the leads that were handed over lately were bad, of those who have had them."""
    lately = (leads.c.office == store.office, leads.c.handed_at >= now - LATELY, leads.c.imported.is_(None))
    bad = func.count().filter(leads.c.outcome == Outcome.BAD)
    query = select(leads.c.holder, bad, func.count()).where(*lately, leads.c.holder.is_not(None))
    found = store.execute(query.group_by(leads.c.holder)).all()
    return _against(who, name, [(holder, times, of) for holder, times, of in found])


def wrong_segments(store: Store, who: str, name: str, now: datetime) -> Against:
    """Tells how many of the offers of lately, to one alone by the scheme, were declined as of another segment."""
    lately = (leads.c.office == store.office, leads.c.handed_at >= now - LATELY)
    query = select(offers.c.people, func.count(offers.c.word), func.count()).join(leads)
    found = store.execute(query.where(*lately, offers.c.step == Step.OFFER).group_by(offers.c.people)).all()
    return _against(who, name, [(people[0], times, of) for people, times, of in found if len(people) == 1])


def _against(who: str, name: str, found: Iterable[tuple[str, int, int]]) -> Against:
    mine, others = [0, 0], [0, 0]
    for one, times, of in found:
        side = mine if one == who else others
        side[0] += times
        side[1] += of
    return Against(name, *mine, *others)
