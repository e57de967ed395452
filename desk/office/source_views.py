"""The panes of sources, as `desk.office.panes` has them in its table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from desk import questions
from desk.leafing import leafed
from desk.page import Page
from desk.work import Work
from leads.office import Office
from leads.questions import Asked
from leads.sources import LETTERS, Source, SourceKind, path_of
from screens.content import Screen
from screens.office import sources as screens
from screens.texts import Texts
from screens.views.lead import Choice
from screens.views.sources import (
    SegmentsOfSourceView,
    SourceLine,
    SourcesView,
    SourceView,
    UnreadView,
)
from storage import mailboxes, people, requests, secrets
from storage.people import PersonRow
from storage.secrets import SecretOf

FIELDS: Final = 6  # on a page, each with two buttons
MAKE, RENAME, KEYS, SPEAKER = "source-make", "source-rename", "source-keys", "source-speaker"
TYPED: Final = {RENAME: "rename", KEYS: "keys", SPEAKER: "speaker"}


def sources(page: Page, person: PersonRow) -> Screen:
    unread = requests.count_unread(page.work.store)
    rows = [_line(page.work, one, unread) for one in page.work.office.sources]
    asked = asked_of(page.work, person.id)
    kind = SourceKind(asked["kind"]) if asked.get("topic") == MAKE else None
    refused = bool(asked.get("refused"))
    view = SourcesView(page.work.office.timezone, rows, kind, refused, leafed(page, person))
    return screens.sources_screen(view, page.texts)


def kinds(page: Page, _: PersonRow) -> Screen:
    return screens.kinds_screen(page.texts)


def _of_source(draw: Callable[[SourceView, Texts], Screen]) -> Callable[[Page, PersonRow], Screen | None]:
    def drawn(page: Page, person: PersonRow) -> Screen | None:
        view = source_view(page, person)
        return draw(view, page.texts) if view else None

    return drawn


source = _of_source(screens.source_screen)
renewing = _of_source(screens.renewing_screen)
going = _of_source(screens.going_screen)


def source_view(page: Page, person: PersonRow) -> SourceView | None:
    work, office = page.work, page.work.office
    found = named(work, page.args["about"])
    if found is None:
        return None
    asked, names = asked_of(work, person.id), people.names(work.store)
    is_about = asked.get("source") == found.id
    secret = secrets.current(work.store, SecretOf.SOURCE, found.id)
    shown = f"‹{found.secret_env}›" if found.secret_env else secret
    has_address = found.kind not in LETTERS and page.links.public and shown
    address = f"{page.links.public}{path_of(found, shown or '')}" if has_address else None
    return SourceView(
        office.timezone,
        _line(work, found, requests.count_unread(work.store)),
        next((s.name for s in office.segments if s.id == found.segment), None),
        address,
        page.links.public is not None,
        found.secret_env,
        secret is not None,
        found.phone_field,
        found.name_field,
        tuple((extension, names.get(who, who)) for extension, who in sorted(found.extensions.items())),
        _named_in(office, found),
        TYPED.get(asked.get("topic", "")) if is_about else None,
        refused=is_about and bool(asked.get("refused")),
        mailbox=mailboxes.state(work.store, found.id) if found.kind in LETTERS else None,
    )


def segments(page: Page, person: PersonRow) -> Screen | None:
    found = named(page.work, page.args["about"])
    if found is None:
        return None
    rows = [Choice(s.id, s.name) for s in page.work.office.segments if not s.retired]
    view = SegmentsOfSourceView(found.id, found.name, found.segment, rows, leafed(page, person))
    return screens.segments_of_source_screen(view, page.texts)


def unread(page: Page, _: PersonRow) -> Screen | None:
    """None where all is read by now."""
    found = named(page.work, page.args["about"])
    rows = requests.unread_of(page.work.store, found.id, 1) if found else ()
    if found is None or not rows:
        return None
    row = rows[0]
    pages = max(1, -(-len(row.fields) // FIELDS))
    turned = min(page.args["page"], pages - 1)
    first = turned * FIELDS
    count = requests.count_unread(page.work.store).get(found.id, 0)
    fields = row.fields[first : first + FIELDS]
    head = (page.work.office.timezone, found.id, found.name, row.id, row.at, count)
    return screens.unread_screen(UnreadView(*head, fields, turned, pages, first), page.texts)


def named(work: Work, id: str) -> Source | None:
    return next((one for one in work.office.sources if one.id == id), None)


def asked_of(work: Work, who: str) -> Mapping[str, Any]:
    """What of the office somebody is to type just now."""
    question = questions.asked(work, who)
    return (question.about or {}) if question and question.what is Asked.OFFICE else {}


def _named_in(office: Office, source: Source) -> tuple[str, ...]:
    """The segments whose rules name it."""
    rules = ((s.name, s.match.source) for s in office.segments if not s.retired and s.match)
    return tuple(name for name, words in rules if any(office.source(word) == source for word in words))


def _line(work: Work, source: Source, unread: Mapping[str, int]) -> SourceLine:
    last = requests.last_of(work.store, source.id) if source.kind is not SourceKind.HAND else None
    return SourceLine(source.id, source.name, source.kind, source.straight_on, last, unread.get(source.id, 0))
