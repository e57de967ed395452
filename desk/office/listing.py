"""People of a list that was sent as a file: read, shown, and made with one tap, with a link each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.changing import change
from desk.door import Door
from desk.invitations import Invitations
from desk.office import people_edits as edits
from desk.office.asking import Said
from desk.office.taking_on import teams_for
from desk.work import Work
from files.people_list import Listed, NoListError, read_people
from leads.naming import id_for
from leads.office import Role
from leads.rights import Right
from leads.words import folded
from screens.buttons.of_panes import OfficePane
from screens.views.inviting import ListedRow, ListedView, Problem
from storage import people
from storage.people import PersonRow

TOPIC: Final = "people-list"
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Listings:
    door: Door
    invitations: Invitations

    async def ask(self, actor: Actor) -> Reply:
        """Asks for the file."""

        return await self.door.do(actor, Right.INVITE, lambda work: ask_for(work, actor))

    async def make(self, actor: Actor) -> Reply:
        """Takes on everybody of the list who can be, as the office stands now; where there is none, asks for it."""

        def case(work: Work) -> Reply:
            person = work.at(actor.chat)
            rows = [row for row in listed_view(work, person).rows if row.problem is None] if person else []
            if not rows:
                return ask_for(work, actor)
            tables = _tables(work, rows)
            teams = teams_for(work, [t for t, row in zip(tables, rows, strict=True) if not row.segments])
            for table, row in zip(tables, rows, strict=True):
                for id in _ids(work, row.segments):
                    teams.setdefault(id, []).append(table["id"])
            change(work, actor.person or "", edits.take_on(tables, teams))
            questions.stop_asking(work, actor.person or "")
            self.invitations.for_everybody(work, actor, [table["id"] for table in tables])
            show_office(work, actor, OfficePane.PEOPLE)
            return NOTHING

        return await self.door.do(actor, Right.INVITE, case)


def ask_for(work: Work, actor: Actor) -> Reply:
    """Asks for the file."""
    questions.ask_of_office(work, actor.person or "", {"topic": TOPIC})
    show_office(work, actor, OfficePane.LISTED)
    return NOTHING


def hear(work: Work, actor: Actor, _: Mapping[str, Any], said: Said) -> None:
    """Takes the file; of what is none the pane asks on."""
    about: dict[str, Any] = {"topic": TOPIC, "refused": True}
    try:
        found = read_people(said.file.data) if said.file else []
    except NoListError:
        found = []
    if found:
        about = {"topic": TOPIC, "rows": [_kept(one) for one in found]}
    questions.ask_of_office(work, actor.person or "", about)
    show_office(work, actor, OfficePane.LISTED, fresh=True)


def _kept(one: Listed) -> Row:
    return {
        "name": one.name,
        "role": one.role.value if one.role else None,
        "words": one.role_words,
        "segments": list(one.segments),
    }


def listed_view(work: Work, reader: PersonRow) -> ListedView:
    """Shows what was read, as far as it can be in the office as it stands now."""
    about = (reader.question and reader.question.about) or {}
    if about.get("topic") != TOPIC:
        return ListedView((), refused=False)
    here, seen = {folded(p.name) for p in work.office.people if p.roles}, set[str]()
    rows = []
    for row in about.get("rows", ()):
        rows.append(_row(work, row, here, seen))
        seen.add(folded(row["name"]))
    return ListedView(tuple(rows), refused=bool(about.get("refused")))


def _row(work: Work, row: Row, here: set[str], seen: set[str]) -> ListedRow:
    role, name = Role(row["role"]) if row["role"] else None, folded(row["name"])
    names = {folded(s.name): s.name for s in work.office.segments if not s.retired}
    unknown = next((words for words in row["segments"] if folded(words) not in names), None)
    segments = tuple(names[folded(words)] for words in row["segments"] if folded(words) in names)
    problem, words = None, ""
    if name in here or name in seen:
        problem = Problem.HERE if name in here else Problem.TWICE
    elif role is None:
        problem, words = Problem.ROLE, row["words"]
    elif unknown is not None:
        problem, words = Problem.SEGMENT, unknown
    return ListedRow(row["name"], role, segments, problem, words)


def _tables(work: Work, rows: Iterable[ListedRow]) -> list[dict[str, Any]]:
    taken, found = {row.id for row in people.rows(work.store)}, []
    for row in rows:
        id = id_for(row.name, taken)
        taken.add(id)
        role = row.role or Role.MANAGER
        found.append({"id": id, "name": row.name, "roles": [role.value], "locale": work.office.locale})
    return found


def _ids(work: Work, names: Iterable[str]) -> list[str]:
    return [s.id for name in names for s in work.office.segments if not s.retired and s.name == name]
