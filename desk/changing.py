"""What the chat changes of the set-up: an edit of the office's document, checked, written, told to whom it concerns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from desk.concerned import tell_concerned
from desk.shift_news import shifts_changed
from desk.work import Work
from files.office_file.changes import Change as Difference
from files.office_file.changes import changes
from files.office_file.dumping import Document, set_up
from files.office_file.editing import UnfitError, office_of, plain_again
from leads.office import Office, Person, Segment
from leads.recipients import News, recipients
from leads.refusals import Refusal, Refused
from leads.rights import headed_by
from storage import cards, offices, people
from storage import changes as kept
from storage.kinds import CardKind, Change
from storage.set_up import write_office
from storage.store import Store

Edit = Callable[[Document], None]
"""Changes the document in place (`files.office_file.editing.put`). Raises KeyError for what is no more."""


def change(work: Work, by: str, edit: Edit) -> Office:
    """Makes the stored office be what the edit makes of it; returns it. What else follows from a change of the set-up
    (who is told, which cards are drawn anew, the seal, the history) follows here for all of them.

    Raises Refused where what comes out is no office, or what is edited is no more.
    """
    before = offices.read_office(work.store)
    after = edited_by(before, edit)
    write_office(work.store, after, work.now, admins=work.admins, by=by)
    tell_of_schemes(work.store, schemes_of(before), by)
    tell_of_reserves(work.store, before, by)
    tell_concerned(work, before, after, by)
    _tell_of_shifts(work, before, by)
    redraw(work.store, before, after)
    return after


def _tell_of_shifts(work: Work, before: Office, by: str) -> None:
    after = offices.read_office(work.store)
    person = next((p for p in after.people if p.id == by), None)
    if person:
        shifts_changed(work, person, before, after)


def edited_by(office: Office, edit: Edit) -> Office:
    """Returns what the edit makes of an office, and changes nothing. Raises Refused as `change`."""
    document = set_up(office)
    try:
        edit(document)
        return office_of(document)
    except (KeyError, UnfitError) as error:
        raise Refused(Refusal.UNFIT) from error


def redraw(store: Store, before: Office, after: Office) -> None:
    """Every card that shows the set-up is drawn anew, and the menus of those whose roles are others."""
    had = {person.id: _rights(before, person) for person in before.people}
    for person in after.people:
        if had.get(person.id) != _rights(after, person):
            cards.changed(store, Change.ROLES, person.id)
    cards.changed(store, Change.FILE)
    cards.changed(store, Change.OFFICE)


def _rights(office: Office, person: Person) -> object:
    """What somebody's menu and help follow from."""
    return person.roles, person.locale, headed_by(office, person.id)


def keep_changes(store: Store, before: Office, now: datetime, by: str | None) -> None:
    """Keeps what the transaction has made of the set-up, once it is sealed; nothing where a file would say the same.

    `by`: None: an office file, or whoever came by a link.
    """
    found = list(changes(document_of(before), document_of(offices.read_office(store))))
    if found:
        kept.keep(store, now, by, [difference(one) for one in found])


def document_of(office: Office) -> Document:
    """Returns what an office file says of it, as JSON keeps it."""
    found: Document = plain_again(set_up(office))
    return found


def difference(change: Difference) -> kept.Difference:
    return {
        "path": list(change.path),
        "before": change.before,
        "after": change.after,
        "name": change.name,
        "whole": change.whole,
    }


def as_change(difference: kept.Difference) -> Difference:
    return Difference(**{**difference, "path": tuple(difference["path"])})


def schemes_of(office: Office) -> dict[str, str]:
    """Returns the scheme of every segment that there is."""
    return {s.id: s.scheme for s in office.segments if not s.retired}


def tell_of_schemes(store: Store, before: Mapping[str, str], by: str | None = None) -> None:
    """There is one note about each segment whose scheme is another than `before`,
    to its members and whoever is told of schemes. A new segment is no news. `by`: None: an office file.
    """
    office = offices.read_office(store)
    for segment in (s for s in office.segments if not s.retired and before.get(s.id, s.scheme) != s.scheme):
        args: dict[str, Any] = {
            "segment": segment.name,
            "before": before[segment.id],
            "after": segment.scheme,
        }
        if by:
            args["name"] = people.names(store)[by]
        _note_to_team(store, segment, "rule", {"key": "rule-set" if by else "rule-loaded", "args": args})


def tell_of_reserves(store: Store, before: Office, by: str) -> None:
    """The same of each segment that is there still and where another scheme, or none, decides for a silent head."""
    reserves = {segment.id: segment.reserve for segment in before.segments if not segment.retired}
    names = people.names(store)
    for segment in (s for s in offices.read_office(store).segments if not s.retired and s.id in reserves):
        if segment.reserve == reserves[segment.id]:
            continue
        key, after = ("reserve-set", {"after": segment.reserve}) if segment.reserve else ("reserve-unset", {})
        args = {"segment": segment.name, "name": names[by], **after}
        _note_to_team(store, segment, "reserve", {"key": key, "args": args})


def _note_to_team(store: Store, segment: Segment, about: str, note: dict[str, Any]) -> None:
    """To its members and heads, and whoever is told of schemes."""
    others = [person.id for person in recipients(News.SCHEME, people.connected(store))]
    for person in people.by_ids(store, {*segment.members, *segment.heads, *others}).values():
        if person.chat is not None:
            where = (person.chat, CardKind.NOTE, f"{about}:{segment.id}:{offices.version(store)}", None)
            cards.want(store, *where, payload=note)
