"""A message that was written anew: a draft is read anew, a note changes, and of a lead it is a correction."""

from __future__ import annotations

from dataclasses import dataclass, replace

from contacts import by_message
from contacts.reading import LONGEST_TEXT, Letter, join, read_client
from desk.actor import NOTHING, Actor, Reply
from desk.corrections import change_name, change_phone, put_right
from desk.door import Door
from desk.intake import Intake, rewrite_draft
from desk.notes import Heard
from desk.work import Work
from leads.client import Client, Correction, TouchKind
from leads.corrections import is_told
from leads.offering import touch
from leads.rights import Right
from storage import cards, touches
from storage.kinds import Change
from storage.scenes import Loaded
from storage.touches import Begun

READ = ("name", "phone", "phones", "slips", "contacts", "language", "region", "place", "region_by")
"""What is read of a text; where somebody has put it right since, that stays."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    door: Door
    intake: Intake

    async def hear(self, actor: Actor, letter: Letter) -> Reply:
        """Takes a message as it reads now. One that has become nothing, or was sent long ago, is let be."""
        read = await self.intake.read(letter)

        def case(work: Work) -> Reply:
            heard = Heard(actor, letter, read)
            begun = touches.of_message(work.store, letter.chat, letter.message, heard.who)
            if begun is not None and not _says_the_same(begun, letter):
                _rewrite(work, heard, begun)
            return NOTHING

        return await self.door.do(actor, Right.WRITE_DOWN, case)


def _says_the_same(begun: Begun, letter: Letter) -> bool:
    """Telegram also tells of a preview that has come, or of a reaction."""
    own = by_message.words_of(begun.said, letter.message)
    return letter.text == (begun.said.text if own is None else own)


def _rewrite(work: Work, heard: Heard, begun: Begun) -> None:
    loaded = work.load(begun.lead)
    if loaded.stored.lead.client is None:
        return
    if begun.kind is not TouchKind.FIRST:
        _change_note(work, heard, begun)
    elif is_told(loaded.scene.lead):
        _tell(work, heard, loaded)
    else:
        rewrite_draft(work, begun.lead, loaded.client, _read_anew(work, heard, loaded.client))


def _read_anew(work: Work, heard: Heard, before: Client) -> Client:
    """Reads all of several messages anew; where nobody knows which words were this one's, what it says now is added."""
    letter = heard.letter
    whole = by_message.rewritten(before, letter.message, letter.text[:LONGEST_TEXT])
    if whole is None:
        return _with_more(before, heard.read(work.office))
    then, now = (read_client(replace(letter, text=one.text), work.office) for one in (before, whole))
    fresh = {part: getattr(now, part) for part in READ if getattr(before, part) == getattr(then, part)}
    return replace(whole, **fresh)


def _with_more(before: Client, now: Client) -> Client:
    if now.text in before.text:
        return before
    return replace(
        join(before, now), source_messages=before.source_messages, source_lengths=before.source_lengths
    )


def _change_note(work: Work, heard: Heard, begun: Begun) -> None:
    """A note reads otherwise, and rings whoever holds the lead once more; what was put right stays so."""
    if begun.kind not in {TouchKind.NOTE, TouchKind.REPEAT}:
        return
    now = heard.read(work.office)
    whole = by_message.rewritten(begun.said, heard.letter.message, now.text)
    if whole is None:
        whole = replace(begun.said, text=f"{begun.said.text}\n{now.text}")
    phones, contacts = now.phones or whole.phones, now.contacts or whole.contacts
    touches.enlarge(work.store, begun, lambda _: replace(whole, phones=phones, contacts=contacts))
    loaded = work.load(begun.lead)
    touch(loaded.scene, TouchKind.NOTE, heard.who, work.now)
    work.save(loaded)
    cards.changed(work.store, Change.LEAD, begun.lead)


def _tell(work: Work, heard: Heard, loaded: Loaded) -> None:
    """The new words are kept beside the old ones; a name or a number that reads otherwise in them is put right."""
    lead, before, now = loaded.scene.lead.id, loaded.client, heard.read(work.office)
    then = read_client(replace(heard.letter, text=before.text), work.office)
    put_right(
        work, heard.actor, lead, Correction.MESSAGE, Client(text=now.text, phones=now.phones, name=now.name)
    )
    if now.name and then.name == before.name and now.name != before.name:
        change_name(work, heard.actor, work.load(lead), now.name)
    if now.phone and then.phone == before.phone and now.phone != before.phone:
        change_phone(work, heard.actor, work.load(lead), now.phone)
