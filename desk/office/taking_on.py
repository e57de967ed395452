"""Taking people on whom Telegram's own list, or a contact, has named: they are in the office at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from contacts.normal import showable
from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.changing import change
from desk.door import Door
from desk.menus import send_keyboard
from desk.office import people_edits as edits
from desk.office.asking import Said, SharedPerson
from desk.work import Work
from leads.naming import id_for
from leads.office import Role
from leads.refusals import Refused
from leads.rights import Right
from screens.buttons.of_panes import OfficePane
from screens.format import listing
from storage import people
from storage.kinds import Urgency

TOPIC: Final = "take-on"
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TakingOn:
    door: Door

    async def ask(self, actor: Actor, role: Role) -> Reply:
        """Brings Telegram's own list of people, below the input field; a contact does as well."""

        def case(work: Work) -> Reply:
            questions.ask_of_office(work, actor.person or "", {"topic": TOPIC, "role": role.value})
            work.note(actor.chat, f"pick:{actor.update}", "pick-people", Urgency.ANSWER, role=role.value)
            return NOTHING

        return await self.door.do(actor, Right.INVITE, case)


def hear(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes those on who were picked; any words end it."""
    questions.stop_asking(work, actor.person or "")
    role = Role(about["role"])
    new = [one for one in said.people if not _is_here(work, one)]
    if new:
        _take_on(work, actor, role, new)
    elif said.people:
        work.note(actor.chat, f"taken:{actor.update}", "taken-on-already", Urgency.ANSWER)
    send_keyboard(work, actor.chat, f"picked:{actor.update}")


def _take_on(work: Work, actor: Actor, role: Role, new: list[SharedPerson]) -> None:
    tables = _tables(work, role, new)
    try:
        change(work, actor.person or "", edits.take_on(tables, teams_for(work, tables)))
    except Refused:
        work.note(actor.chat, f"taken:{actor.update}", "taken-on-unfit", Urgency.ANSWER)
        return
    for table in tables:
        if "telegram_id" in table:  # Telegram lets nobody write to them before they have pressed Start
            people.change(work.store, table["id"], reachable=False)
    names = listing(table["name"] for table in tables)
    work.note(actor.chat, f"taken:{actor.update}", "taken-on", Urgency.ANSWER, names=names)
    if len(tables) == 1:
        show_office(work, actor, OfficePane.PERSON, tables[0]["id"], fresh=True)
    else:
        show_office(work, actor, OfficePane.PEOPLE, fresh=True)


def _tables(work: Work, role: Role, new: Iterable[SharedPerson]) -> list[Table]:
    """As the office file would have them. Whoever was here before, and has left, is the same person again."""
    rows, found = people.rows(work.store), list[Table]()
    gone = {row.telegram_id: row for row in rows if row.telegram_id and not row.active}
    taken = {row.id for row in rows}
    for one in new:
        row = gone.get(one.account)
        name = showable(one.name)[:100].strip() or str(one.account or "")
        id = row.id if row else id_for(name, taken)
        taken.add(id)
        table = {"id": id, "name": name, "roles": [role.value], "locale": work.office.locale}
        found.append(table | ({"telegram_id": one.account} if one.account else {}))
    return found


def teams_for(work: Work, tables: Iterable[Table]) -> dict[str, list[str]]:
    """A new manager shares in what no other segment takes, as whoever comes by a link does."""
    active = [segment for segment in work.office.segments if not segment.retired]
    sellers = [table["id"] for table in tables if Role.MANAGER.value in table["roles"]]
    return {active[-1].id: sellers} if active and sellers else {}


def _is_here(work: Work, one: SharedPerson) -> bool:
    account = one.account
    return account is not None and any(p.telegram_id == account for p in work.office.people if p.roles)
