"""The office file in the chat: the office sent as one, and one taken, which is shown before it is loaded.

A plan is made as `office load` makes it: the file is written, looked at and taken back. What it would undo of what was
changed in the chat since, and whom it takes away, is in it.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, Final

from desk.actor import NOTHING, Actor, Reply
from desk.changing import change, difference, document_of
from desk.door import Door
from desk.office.asking import SentFile
from desk.office.extras import extras, show_with
from desk.work import Work
from files.office_file import OfficeFileError, dump_office, parse_office, set_up
from files.office_file.dumping import Document
from files.office_file.plan import Plan, planned
from leads.office import Office, Role
from leads.refusals import Refusal, Refused
from leads.rights import Right
from screens.buttons.of_panes import OfficePane
from storage import offices
from storage.database import undone
from storage.kinds import CardKind
from storage.set_up import write_office

MOST_BYTES: Final = 200_000
MOST_PROBLEMS: Final = 20

Found = Office | list[dict[str, Any]]
"""What a file says, or what is wrong with it."""


@dataclass(frozen=True, slots=True)
class OfficeFiles:
    door: Door

    async def send(self, actor: Actor) -> Reply:
        """The office comes as a file, at the end of the chat."""

        def case(work: Work) -> Reply:
            work.show(actor.chat, actor.person, CardKind.OFFICE_FILE, None)
            return Reply(done="office-file")

        return await self.door.do(actor, Right.SET_UP, case)

    async def take(self, actor: Actor, file: SentFile) -> Reply:
        """Shows what a file that was sent would change, or what is wrong with it; nothing of it is loaded yet."""
        text = file.data[:MOST_BYTES].decode("utf-8-sig", "replace")
        found = await asyncio.to_thread(_read, text, file.name)

        def case(work: Work) -> Reply:
            _show(work, actor, found, text, file.name[:100], fresh=True)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def turn(self, actor: Actor, page: int) -> Reply:
        """Another page of what it would change."""

        def case(work: Work) -> Reply:
            shown = extras(work, actor)
            if "file" not in shown:
                return _asked_anew(work, actor)
            kept = {name: value for name, value in shown.items() if name not in {"pane", "about", "page"}}
            show_with(work, actor, OfficePane.FILE, page=page, **kept)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def load(self, actor: Actor) -> Reply:
        """Makes the office be the file's. Where the office is not the one any more that the plan was made for, it is
        planned anew, and nothing is loaded.
        """
        shown = await self.door.read(lambda work: extras(work, actor))
        text, name = shown.get("file", ""), shown.get("name", "")
        found = await asyncio.to_thread(_read, text, name)

        def case(work: Work) -> Reply:
            if extras(work, actor).get("file") != text or not isinstance(found, Office):
                return _asked_anew(work, actor)
            if offices.version(work.store) != shown["version"]:
                _show(work, actor, found, text, name)
                return Reply(done="file-planned-anew")
            _load(work, actor.person or "", found)
            show_with(work, actor, OfficePane.FRONT)
            return Reply(done="file-loaded")

        return await self.door.do(actor, Right.SET_UP, case)


def office_text(work: Work) -> str:
    """Returns the office as an office file says it."""
    return dump_office(offices.read_office(work.store))


def _read(text: str, name: str) -> Found:
    try:
        return parse_office(text, name)
    except OfficeFileError as error:
        return [{"line": p.line, "field": p.field, "message": p.message} for p in error.problems]


def _asked_anew(work: Work, actor: Actor) -> Reply:
    """The pane is about no file any more."""
    show_with(work, actor, OfficePane.FILE)
    return Reply(refusal=Refusal.CHANGED_SINCE)


def _show(work: Work, actor: Actor, found: Found, text: str, name: str, *, fresh: bool = False) -> None:
    if not isinstance(found, Office):
        problems: dict[str, Any] = {
            "problems": found[:MOST_PROBLEMS],
            "more": max(0, len(found) - MOST_PROBLEMS),
        }
        show_with(work, actor, OfficePane.FILE, fresh=fresh, name=name, **problems)
        return
    plan = plan_of(work, found)
    lines = [[difference(one.change), one.asks.name if one.asks else None] for one in plan.lines]
    about: dict[str, Any] = {"file": text, "name": name, "version": plan.version, "lines": lines}
    show_with(work, actor, OfficePane.FILE, fresh=fresh, **about)


def plan_of(work: Work, office: Office) -> Plan:
    """Returns what loading it would do; nothing of it is done."""
    version, before = offices.version(work.store), document_of(offices.read_office(work.store))
    with undone(work.store):
        write_office(work.store, office, work.now)
        after = document_of(offices.read_office(work.store))
    return planned(version, before, after, offices.loaded(work.store))


def _load(work: Work, who: str, office: Office) -> None:
    """Raises Refused where nobody would be left who could set it up."""
    is_safe = any(person.telegram_id in work.admins for person in office.people if person.telegram_id)
    if not is_safe and not office.with_role(Role.ADMIN):
        raise Refused(Refusal.LAST_ADMIN)

    def edit(document: Document) -> None:
        document.clear()
        document.update(set_up(office))

    change(work, who, edit)
    offices.keep_setting_up(work.store, None)
    offices.keep_loaded(work.store, document_of(offices.read_office(work.store)))
