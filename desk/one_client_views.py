"""What a lead's client has beside it, as one reader may see it; and whom the head may mean by the same client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from contacts.phones import readable
from desk.work import Work
from leads.lead import OVER, State
from leads.rights import Right, may
from leads.sought import Sought, read_sought
from screens.views.lead import Menu
from screens.views.one_client import NO_KIN, JoinView, Kin, OtherLead
from storage import joins, people, terms
from storage.joins import Beside, Choice, Join
from storage.people import PersonRow
from storage.scenes import Loaded

MOST: Final = 8  # that one may choose from
MOST_WORDS: Final = 3  # of a name, by which others are looked for
MOST_LOOKED_AT: Final = 40  # leads


@dataclass(frozen=True, slots=True)
class Looks:
    """What the reader of a card is about: which list is open, whom they have chosen, whom they have found."""

    menu: Menu
    other: int = 0
    found: Sequence[int] | None = None


def kin_view(work: Work, loaded: Loaded, reader: PersonRow, looks: Looks) -> Kin:
    lead, client = loaded.scene.lead, loaded.stored.lead.client
    if client is None or lead.state is State.DRAFT:
        return NO_KIN
    may_join = may(reader.roles, Right.JOIN_CLIENTS)
    has_others = loaded.stored.has_others and lead.state not in OVER
    beside = joins.open_of(work.store, client, lead.id) if has_others else ()
    if not beside and not may_join:
        return NO_KIN
    names = people.names(work.store)
    is_open = looks.menu in {Menu.CORRECT, Menu.PART}
    made = joins.of_client(work.store, client) if may_join and is_open else ()
    is_looking = may_join and looks.menu is Menu.SAME_CLIENT
    sure = joins.choice(work.store, looks.other) if may_join and looks.menu is Menu.SURE else None
    return Kin(
        leads=tuple(_beside(one, names) for one in beside),
        may_join=may_join,
        joins=tuple(_join(work, one) for one in made),
        choices=tuple(_other(one, names) for one in choices(work, loaded, looks.found))
        if is_looking
        else None,
        was_sought=looks.found is not None,
        sure=_other(sure, names) if sure else None,
        add_to=_beside(beside[0], names) if beside else None,
    )


def choices(work: Work, loaded: Loaded, found: Sequence[int] | None) -> Sequence[Choice]:
    """Who may be the same client: of the leads that were found; else whoever is called alike, and has an open lead."""
    client = loaded.stored.lead.client
    if found is not None:
        return joins.choices(work.store, client, MOST, found)
    alike = joins.choices(work.store, client, MOST, _alike(work, loaded.client.name))
    taken = {one.client for one in alike}
    others = [one for one in joins.choices(work.store, client, MOST) if one.client not in taken]
    return [*alike, *others][:MOST]


def look_for(work: Work, loaded: Loaded, text: str) -> Sequence[int] | None:
    """Finds leads of other clients, as /find does. None: nothing can be looked for by that."""
    sought = read_sought(text)
    if sought is None:
        return None
    found = terms.leads_of(work.store, sought, None, MOST_LOOKED_AT)
    return [one.id for one in joins.choices(work.store, loaded.stored.lead.client, MOST, found)]


def _alike(work: Work, name: str | None) -> Sequence[int]:
    """Leads in whose client's name one of these words stands, in any form."""
    sought = read_sought(name) if name else None
    words = sought.words[:MOST_WORDS] if sought else ()
    return [
        lead
        for word in words
        for lead in terms.leads_of(work.store, Sought(words=(word,)), None, MOST_LOOKED_AT)
    ]


def _beside(one: Beside, names: Mapping[str, str]) -> OtherLead:
    return OtherLead(one.id, one.number, names.get(one.holder) if one.holder else None)


def _other(one: Choice, names: Mapping[str, str]) -> OtherLead:
    holder = names.get(one.holder) if one.holder else None
    return OtherLead(one.id, one.number, holder, one.name, readable(one.phone) if one.phone else None)


def _join(work: Work, one: Join) -> JoinView:
    phones = tuple(readable(phone) for phone in joins.phones(work.store, one))
    return JoinView(one.id, one.at, one.numbers, one.other_numbers, phones)
