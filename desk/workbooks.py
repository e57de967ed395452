"""The Excel file of a period in the chat, for the head and the director."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from tempfile import TemporaryFile

from desk.actor import Actor, Reply
from desk.door import Door
from desk.work import Work
from leads.figures.periods import Period
from leads.rights import Right, may
from reports.taking import taken
from screens.content import Document
from screens.texts import Texts
from screens.workbook import workbook_document
from storage.kinds import CardKind
from storage.people import PersonRow

MOST_LINES = 50_000  # on a sheet: some 10 MB, half a minute; more is for the command line


@dataclass(frozen=True, slots=True)
class Workbooks:
    door: Door

    async def ask(self, actor: Actor, first: date, last: date) -> Reply:
        """One card for each period in each chat: asked for again, it comes anew and the old file goes."""

        def case(work: Work) -> Reply:
            args = {"first": first.isoformat(), "last": last.isoformat()}
            work.show(actor.chat, actor.person, CardKind.WORKBOOK, f"{first}:{last}", **args)
            return Reply(done="workbook")

        return await self.door.do(actor, Right.SEE_FIGURES, case)


def workbook(work: Work, reader: PersonRow, period: Period, texts: Texts) -> Document:
    """Drawn when the courier gets to it.

    The head sees every client, as on his cards; the director those of leads in his own hands.
    """
    from reports.workbook import Edition, write_workbook  # XlsxWriter takes a moment to load

    sees_all = may(reader.roles, Right.SEE_CLIENTS)
    found = taken(work.store, work.office, period)
    edition = Edition(texts, work.now, lambda holder: sees_all or holder == reader.id, MOST_LINES)
    with TemporaryFile() as file:
        write_workbook(work.store, found, file, edition)
        file.seek(0)
        data = file.read()
    return workbook_document(data, period, texts)
