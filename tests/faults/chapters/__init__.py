"""The life of an office in chapters, told so that the program may die at any moment of them.

Each names the entries of the ledger that it is there for. Together they name them all.
"""

from __future__ import annotations

from tests.faults.chapters.chapter import Chapter
from tests.faults.chapters.clients import CLIENTS
from tests.faults.chapters.crm import CRM
from tests.faults.chapters.duties import DUTIES
from tests.faults.chapters.holders import HELD
from tests.faults.chapters.hooks import HOOKS
from tests.faults.chapters.offers import OFFERED
from tests.faults.chapters.offices import OFFICE_WIDE
from tests.faults.chapters.people import PEOPLE
from tests.faults.chapters.sources import SOURCES

CHAPTERS: dict[str, Chapter] = {
    **OFFERED,
    **HELD,
    **CLIENTS,
    **PEOPLE,
    **DUTIES,
    **OFFICE_WIDE,
    **SOURCES,
    **CRM,
    **HOOKS,
}
