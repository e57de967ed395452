"""Sources set up with taps: made, named, given an address; what one has sent that could not be read is explained."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_and_forget, show_office
from desk.changing import Edit, change
from desk.door import Door
from desk.office import source_views as views
from desk.office.asking import Said, change_or_ask_again
from desk.work import Work
from files.office_file.dumping import Document
from files.office_file.editing import put
from files.office_file.ids import id_of
from leads.mailboxes import MailboxAddress
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.sources import IN_TWO, KEYED, LETTERS, Source, SourceKind
from leads.words import folded
from screens.buttons.base import short
from screens.buttons.of_panes import OfficePane
from screens.buttons.of_sources import FieldIs, SourceDeed
from storage import mailboxes, requests, secrets
from storage.requests import RequestState
from storage.secrets import SecretOf

SOURCES: Final = "sources"
LONGEST_KEYS: Final = 300
ASKS: Final = {
    SourceDeed.RENAME: views.RENAME,
    SourceDeed.KEYS: views.KEYS,
    SourceDeed.SPEAKER: views.SPEAKER,
}


@dataclass(frozen=True, slots=True)
class Sources:
    """`nonce` gives 128 random bits as text, for addresses."""

    door: Door
    nonce: Callable[[], str]

    async def ask_new(self, actor: Actor, kind: SourceKind) -> Reply:
        """Asks for the name of a new source."""

        def case(work: Work) -> Reply:
            about = {"topic": views.MAKE, "kind": kind.value, "secret": self.nonce()}
            questions.ask_of_office(work, actor.person or "", about)
            show_office(work, actor, OfficePane.SOURCES)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def do(self, actor: Actor, deed: SourceDeed, id: str) -> Reply:
        def case(work: Work) -> Reply:
            source = _named(work, id)
            if deed in ASKS:
                about = {"topic": ASKS[deed], "source": source.id}
                questions.ask_of_office(work, actor.person or "", about)
            elif deed in {SourceDeed.STRAIGHT, SourceDeed.WAITS}:
                _put(work, actor, source, "straight_on", deed is SourceDeed.STRAIGHT or None)
            elif deed is SourceDeed.RETRY:
                return Reply(done="source-read-again" if requests.read_again(work.store, source.id) else None)
            elif deed is SourceDeed.RENEW and source.kind not in KEYED:
                secrets.put(work.store, SecretOf.SOURCE, source.id, self.nonce())
            elif deed is SourceDeed.REMOVE:
                return _remove(work, actor, source)
            show_office(work, actor, OfficePane.SOURCE, source.id)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def put_segment(self, actor: Actor, id: str, segment: str) -> Reply:
        """All its leads are of this segment, by `short`; empty: the rules decide."""

        def case(work: Work) -> Reply:
            source = _named(work, id)
            active = [s.id for s in work.office.segments if not s.retired]
            chosen = next((one for one in active if short(one) == segment), None)
            if segment and chosen is None:
                raise Refused(Refusal.CHANGED_SINCE)
            _put(work, actor, source, "segment", chosen)
            show_office(work, actor, OfficePane.SOURCE, source.id)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def say_field(self, actor: Actor, request: int, place: int, means: FieldIs) -> Reply:
        """One field of a request is the phone, or the name: so it is from now on, and what waits is read again."""

        def case(work: Work) -> Reply:
            row = requests.find(work.store, request)
            source = views.named(work, row.source) if row else None
            if (
                row is None
                or source is None
                or row.state is not RequestState.UNREAD
                or place >= len(row.fields)
            ):
                raise Refused(Refusal.CHANGED_SINCE)
            _put(work, actor, source, f"{means}_field", row.fields[place][0])
            requests.read_again(work.store, source.id)
            show_office(work, actor, OfficePane.SOURCE, source.id)
            return Reply(done="source-read-again")

        return await self.door.do(actor, Right.SET_UP, case)

    async def pass_over(self, actor: Actor, request: int) -> Reply:
        """Nobody is to be called for it."""

        def case(work: Work) -> Reply:
            row = requests.find(work.store, request)
            if row is None or row.state is not RequestState.UNREAD:
                raise Refused(Refusal.CHANGED_SINCE)
            requests.forget_request(work.store, [row.id])
            show_office(work, actor, OfficePane.UNREAD, row.source)
            return Reply(done="source-passed-over")

        return await self.door.do(actor, Right.SET_UP, case)


def hear_new(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes the name of a new source; where it needs no keys of the sender's, it has its address at once."""
    name, kind = " ".join(said.text.split()), SourceKind(about["kind"])
    id = id_of(name, [source.id for source in work.office.sources], "source")
    made = {"id": id, "name": name, "kind": kind.value}
    if change_or_ask_again(work, actor, about, lambda document: put(document, (SOURCES, id), made)):
        if kind is not SourceKind.HAND and kind not in KEYED:
            secrets.put(work.store, SecretOf.SOURCE, id, about["secret"])
        show_office(work, actor, OfficePane.SOURCE, id, fresh=True)
    else:
        show_office(work, actor, OfficePane.SOURCES, fresh=True)


def hear_name(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes another name."""
    name = " ".join(said.text.split())
    change_or_ask_again(
        work, actor, about, lambda document: put(document, (SOURCES, about["source"], "name"), name)
    )
    show_office(work, actor, OfficePane.SOURCE, about["source"], fresh=True)


def hear_keys(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes what the sender's own pages show: a key, or two with a colon between."""
    source, keys = views.named(work, about["source"]), "".join(said.text.split())
    if source is None or not _are_keys(source, keys):
        questions.ask_of_office(work, actor.person or "", {**about, "refused": True})
    else:
        secrets.put(work.store, SecretOf.SOURCE, source.id, keys)
        if source.kind in LETTERS:
            mailboxes.note(work.store, source.id, None, None)
        questions.stop_asking(work, actor.person or "")
    show_and_forget(work, actor, said.message, OfficePane.SOURCE, about["source"])


def _are_keys(source: Source, keys: str) -> bool:
    first, colon, second = keys.partition(":")
    is_whole = bool(first) and (source.kind not in IN_TWO or bool(colon and second))
    is_mailbox = source.kind not in LETTERS or MailboxAddress.of(keys) is not None
    return is_whole and is_mailbox and len(keys) <= LONGEST_KEYS


def hear_speaker(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes whose an extension is: `101 Петров`; the extension alone is nobody's any more."""
    extension, _, name = " ".join(said.text.split()).partition(" ")
    who = [p.id for p in work.office.people if folded(name) in folded(p.name)] if name else []
    if name and len(who) != 1:
        questions.ask_of_office(work, actor.person or "", {**about, "refused": True})
    else:
        change_or_ask_again(work, actor, about, _speaks(about["source"], extension, who[0] if who else None))
    show_office(work, actor, OfficePane.SOURCE, about["source"], fresh=True)


def _speaks(id: str, extension: str, who: str | None) -> Edit:
    def edit(document: Document) -> None:
        table = next((one for one in document[SOURCES] if one["id"] == id), None)
        if table is None:
            raise Refused(Refusal.CHANGED_SINCE)
        known = {one: whose for one, whose in table.get("extensions", {}).items() if one != extension}
        put(document, (SOURCES, id, "extensions"), (known | ({extension: who} if who else {})) or None)

    return edit


def _named(work: Work, id: str) -> Source:
    """Raises Refused."""
    found = views.named(work, id)
    if found is None:
        raise Refused(Refusal.CHANGED_SINCE)
    return found


def _put(work: Work, actor: Actor, source: Source, key: str, value: object) -> None:
    change(work, actor.person or "", lambda document: put(document, (SOURCES, source.id, key), value))


def _remove(work: Work, actor: Actor, source: Source) -> Reply:
    change(work, actor.person or "", lambda document: put(document, (SOURCES, source.id), None))
    secrets.drop(work.store, SecretOf.SOURCE, source.id)
    show_office(work, actor, OfficePane.SOURCES)
    return Reply(done="source-removed")
