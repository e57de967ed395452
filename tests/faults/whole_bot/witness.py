"""Remembers what people were told, and compares it with what is stored and with what they see."""

from __future__ import annotations

import logging
from collections import Counter
from typing import Any

from desk.invitations import Links
from desk.work import Work
from leads.entries.hands import Reopened
from leads.lead import OWNED, State
from leads.office import Office
from screens.notice import done_toast
from screens.texts import LOCALES, texts_for
from storage import ledger
from storage.cards import CardRow
from storage.kinds import CardKind
from storage.offices import read_office
from tests.faults.whole_bot import sights, stored
from tests.faults.whole_bot.absence import Here
from tests.faults.whole_bot.lots import Lots
from tests.faults.whole_bot.random_office import DIRECTOR, EVERYBODY, MANAGERS
from tests.faults.whole_bot.stored import Stored
from tests.faults.whole_bot.waiting import Waiting
from tests.faults.whole_bot.windows import Windows
from tests.faults.whole_bot.wire import Wire
from tests.stories.desk import Desk

NOT_UNDERSTOOD = ("Это не похоже на ", "That does not look like ")
VERIFIED_EVERY = 10  # checks


class Errors(logging.Handler):
    """The program outlives its errors and only logs them; here each of them counts."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(record.getMessage())
        if len(self.seen) > 50:  # a card that cannot be drawn is tried for ever, and virtual time never ends
            raise KeyboardInterrupt(record.getMessage())


class Witness:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.wire = Wire(desk.clock.monotonic)
        desk.telegram.faults = self.wire
        self.errors = Errors()
        logging.getLogger().addHandler(self.errors)
        self.ever: list[tuple[int, str]] = []  # every button that was ever shown: its message and data
        self._letters: dict[tuple[int, int], None] = {}  # what was written about clients: chat and message
        self._taps: dict[str, tuple[int, str]] = {}  # who tapped what, by query
        self._ended: dict[int, tuple[Any, ...]] = {}
        self._told = 0  # toasts read so far
        self._entries = 0  # of the ledger, read so far
        self._here = Here()
        self._windows = Windows()
        self._waiting = Waiting()
        self.lots = Lots()
        self._checks = 0
        self._told_to_have: Counter[int] = Counter()  # leads that somebody has asked for, by chat
        self._have_left: set[str] = set()
        self._office: Office | None = None

    def writes(self, who: int, *messages: int) -> None:
        self._letters |= {(who, message): None for message in messages}

    @property
    def letters(self) -> list[tuple[int, int]]:
        return list(self._letters)

    def taps(self, who: int, message: int, data: str) -> None:
        query = self.desk.telegram.tap(who, message, data=data)
        assert query
        self._taps[query] = (who, data)

    def throws(self, who: int, dice: str, value: int) -> None:
        self.desk.telegram.send_dice(who, dice, value)
        self.lots.shown[who].add((dice, value))

    def visible(self, who: int, *kinds: str) -> list[tuple[int, str]]:
        """The buttons in his chat whose data begins so; the newest message last."""
        if who not in self.desk.telegram.chats:
            return []
        return [
            (message["message_id"], button["callback_data"])
            for message in self.desk.telegram.chats[who].messages.values()
            for row in message.get("reply_markup", {}).get("inline_keyboard", ())
            for button in row
            if button.get("callback_data", "").startswith(kinds) and "callback_data" in button
        ]

    async def loads(self, office: str) -> None:
        await self.desk.set_up(office)

    async def restarts(self) -> None:
        """The program ends, and another one begins: it cannot know of messages that were not noted."""
        await self.desk.restarts()
        self.wire.restart()
        now = await self._stored()
        known = {(card.chat, m) for card in now.cards for m in [*card.message_ids, *card.stale]}
        self.wire.lost |= set(self.wire.sent) - known
        self.wire.unsure.update(card.chat for card in now.cards if card.begun)
        self.wire.sent.clear()

    async def calms(self) -> None:
        """Telegram works again, and nobody has anything left to do."""
        self.wire.mend()
        for _ in range(50):
            await self.desk.settle()
            due = await self.desk.app.clockwork.next()
            if not len(self.desk.telegram.updates) and (due is None or due > self.desk.clock.now()):
                return
        raise AssertionError("it never comes to rest")

    async def checks(self) -> None:
        self._checks += 1
        now = await self._stored()
        stored.check(now)
        self._have_left |= {person.id for person in now.people.values() if not person.active}
        for number in await self._opened_again():
            self._ended = {id: row for id, row in self._ended.items() if row[0] != number}
        for lead in now.leads.values():
            stored.check_still_ended(lead, self._ended)
        self._check_told(now)
        self._remember_buttons()
        await self._check_ledger()
        assert not self.desk.telegram.violations, "Telegram's limits were exceeded"
        assert not self.wire.impatient, "somebody did not wait"
        assert not self.errors.seen, self.errors.seen
        if self._checks % VERIFIED_EVERY == 0:
            await self.desk.verifies()

    async def _opened_again(self) -> list[int | None]:
        """The numbers of the leads that are closed no more, by what the ledger has told since it was read last."""
        async with self.desk.database.reading() as store:
            entries = ledger.everything(store)[self._entries :]
        return [entry.lead for entry in entries if entry.kind == Reopened.kind]

    async def checks_chats(self) -> None:
        """Once everything is calm."""
        now = await self._stored()
        self._check_letters(now)
        self._check_the_unreachable(now)
        for chat in EVERYBODY:
            if chat in self.desk.telegram.chats and not self._is_unreachable(chat, now):
                await self._check_chat(chat, now)
        self.wire.sent.clear()

    async def ends(self) -> None:
        """As it is; and once more when everybody who could not be reached has started the bot again."""
        await self.calms()
        await self.checks()
        await self.checks_chats()
        await self._all_come_back()
        await self.calms()
        await self.checks()
        await self.checks_chats()
        await self.desk.verifies()

    async def _all_come_back(self) -> None:
        now = await self._stored()
        for chat in EVERYBODY:
            if chat in self.desk.telegram.chats and self._is_unreachable(chat, now):
                self.desk.telegram.unblock(chat)
                self.desk.telegram.start(chat)

    def leaves(self) -> None:
        logging.getLogger().removeHandler(self.errors)

    async def _stored(self) -> Stored:
        async with self.desk.database.reading() as store:
            return stored.read(store)

    async def _check_chat(self, chat: int, now: Stored) -> None:
        whole = self.desk.telegram.messages(chat)
        every = [message for message in whole if message.by_bot]
        typed = "\n".join(str(message.raw) for message in whole if not message.by_bot)
        known = [message for message in every if (chat, message.message_id) not in self.wire.lost]
        for message in every:
            sights.check_words(sights.words(message))
        if chat == DIRECTOR:
            sights.check_summaries(every)
        if (
            self.wire.unsure[chat] > 1
        ):  # twice in a row, and a card is given up: nobody is told a thing three times
            return
        sights.check_masked(chat, known, typed, now)
        sights.check_buttons(chat, known, now)
        shown = {message.message_id: message for message in known}

        def case(work: Work) -> None:
            for card in sights.true_cards(now):
                if card.chat == chat and (card.message_ids or self._must_be_there(card, now)):
                    sights.check_card(card, shown, work, Links("", ""))

        await self.desk.app.door.read(case)

    def _must_be_there(self, card: CardRow, now: Stored) -> bool:
        """Whoever left and came back finds what he holds; the rest of his past was taken away."""
        lead = now.leads.get(int(card.subject)) if card.kind is CardKind.LEAD else None
        holds = bool(lead and lead.state in OWNED and lead.holder == card.person)
        return holds or card.person not in self._have_left

    def _is_unreachable(self, chat: int, now: Stored) -> bool:
        """Blocked, or Telegram said so; also of somebody who has left, who keeps what he has until he comes back."""
        refused = any(p.telegram_id == chat and not p.reachable for p in now.people.values())
        return self.desk.telegram.chats[chat].blocked or refused

    def _check_the_unreachable(self, now: Stored) -> None:
        """No lead waits for somebody who cannot be reached."""
        for lead, offer in now.live.items():
            waiting = set(offer.people) - set(offer.answers)
            assert any(now.people[who].reachable for who in waiting), f"lead {lead} waits for nobody"

    def _check_letters(self, now: Stored) -> None:
        """Whatever was written about a client is in one lead, unless its draft was thrown away.

        Somebody who has left is not listened to any more; whoever is asked for a name is told what is none.
        """
        found = [(said.chat, m) for said in now.touches for m in said.messages]
        assert len(found) == len(set(found)), "nothing counts twice"
        gone = {MANAGERS[id] for id in self._have_left if id in MANAGERS}
        missing = {letter for letter in self._letters if letter[0] not in gone} - set(found)
        refused = sum(self._not_understood(chat) for chat in MANAGERS.values())
        dropped = [data for _, data in self._taps.values() if data.startswith("drop:")]
        assert len(missing) <= 2 * len(dropped) + refused, "nothing that a secretary wrote is lost"

    def _not_understood(self, chat: int) -> int:
        """How often somebody was told that what they sent is not what they were asked for."""
        if chat not in self.desk.telegram.chats:
            return 0
        said = [message.text for message in self.desk.telegram.messages(chat) if message.by_bot]
        return sum(text.startswith(NOT_UNDERSTOOD) for text in said)

    def _check_told(self, now: Stored) -> None:
        """Whoever was told that his lead is handed over, or his, was told the truth."""
        toasts = self.desk.telegram.toast_log[self._told :]
        self._told += len(toasts)
        for toast in toasts:
            sights.check_words(toast.text)
            _, data = self._taps[toast.query_id]
            kind, _, rest = data.partition(":")
            if kind in {"hand", "apart"} and _says(toast.text, "handed"):
                lead = now.leads.get(int(rest))
                assert lead and lead.state != State.DRAFT, "she was told that it is handed over"
            if kind in {"claim", "late"} and _says(toast.text, "claimed"):
                person = now.by_chat(toast.user_id)
                takers = {offer.claimed_by for offer in now.offers[int(rest)]}
                assert person is None or person.id in takers, "he was told that it is his"
            if kind == "pull" and _says(toast.text, "claimed"):
                self._told_to_have[toast.user_id] += 1
                mine = now.by_asking(toast.user_id)
                assert mine is None or self._told_to_have[toast.user_id] <= mine, "there was none for him"
        tapped = {
            int(d.split(":")[1])
            for _, d in self._taps.values()
            if d.startswith(("hand:", "pick:", "apart:", "bring:"))
        }
        handed = {lead.id for lead in now.leads.values() if lead.state != State.DRAFT}
        assert handed <= tapped, "nobody has handed that over"

    def _remember_buttons(self) -> None:
        known = set(self.ever)
        for chat in EVERYBODY:
            new = [tap for tap in self.visible(chat, "") if tap not in known]
            self.ever += new
            known |= set(new)

    async def _check_ledger(self) -> None:
        async with self.desk.database.reading() as store:
            entries = ledger.everything(store)[self._entries :]
            office = read_office(store)
            reachable = {p.id for p in stored.read(store).people.values() if p.reachable}
        before = self._office or office
        self._here.read(entries, before, office)
        self._windows.read(entries)
        self._waiting.read(entries, before, office)
        self.lots.read(entries, {p.id: p.telegram_id for p in office.people})
        self._here.unreachable -= reachable
        self._office, self._entries = office, self._entries + len(entries)


def _says(toast: str, done: str) -> bool:
    return toast in {done_toast(done, texts_for(locale)) for locale in LOCALES}
