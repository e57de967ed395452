"""The test's people: they send, tap by the words on the button, and look at their chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin.model import User
from bot.standin.people import Seen

if TYPE_CHECKING:
    from tests.stories.desk import Desk


class Person:
    """Somebody with a Telegram account. Every verb is followed by the office settling down."""

    def __init__(self, desk: Desk, id: int) -> None:
        self.desk = desk
        self.id = id
        self.telegram = desk.telegram

    async def starts(self, payload: str = "") -> None:
        """Presses Start, or opens a link."""
        self.telegram.start(self.id, payload)
        await self.desk.settle()

    async def sends(self, text: str) -> int:
        """Returns the id of his message, as every sending verb does."""
        sent = self.telegram.send_text(self.id, text)
        await self.desk.settle()
        return sent

    async def presses(self, words: str) -> int:
        """Presses a key of the keyboard below the input field."""
        sent = self.telegram.press(self.id, words)
        await self.desk.settle()
        return sent

    async def picks(self, words: str, *people: int) -> int:
        """Presses a key that opens Telegram's list of people, and picks these."""
        sent = self.telegram.share_users(self.id, words, *people)
        await self.desk.settle()
        return sent

    async def replies(self, text: str, to: str) -> int:
        """Answers the newest message of the bot that contains the words `to`."""
        sent = self.telegram.send_text(self.id, text, reply_to=self.card(to).message_id)
        await self.desk.settle()
        return sent

    async def opens(self, number: int) -> None:
        """The card of an open lead, from the office's list, on whatever page it stands."""
        await self.sends("/leads")
        while not self.card(button="🔄").button(f"№{number} "):
            await self.taps("▶️")
        await self.taps(f"№{number} ")

    async def sends_voice(self) -> int:
        sent = self.telegram.send_voice(self.id)
        await self.desk.settle()
        return sent

    async def shares_place(self, latitude: float, longitude: float) -> int:
        sent = self.telegram.send_location(self.id, latitude, longitude)
        await self.desk.settle()
        return sent

    async def throws(self, value: int, emoji: str = "🎰") -> int:
        """Throws Telegram's dice, which show this."""
        sent = self.telegram.send_dice(self.id, emoji, value)
        await self.desk.settle()
        return sent

    async def sends_photo(self, caption: str = "") -> int:
        sent = self.telegram.send_photo(self.id, caption)
        await self.desk.settle()
        return sent

    async def sends_album(self, *captions: str, more_of: str | None = None) -> list[int]:
        sent = self.telegram.send_album(self.id, *captions, more_of=more_of)
        await self.desk.settle()
        return sent

    async def sends_document(self, name: str, caption: str = "", data: bytes = b"%PDF") -> int:
        sent = self.telegram.send_document(self.id, name, data, caption)
        await self.desk.settle()
        return sent

    async def sends_contact(
        self,
        phone: str,
        first_name: str,
        last_name: str | None = None,
        vcard: str | None = None,
        owner: int | None = None,
    ) -> int:
        sent = self.telegram.send_contact(self.id, phone, first_name, last_name, owner=owner, vcard=vcard)
        await self.desk.settle()
        return sent

    async def forwards(
        self, text: str, *, from_name: str | None = None, from_user: User | None = None
    ) -> int:
        sent = self.telegram.forward_text(self.id, text, from_name=from_name, from_user=from_user)
        await self.desk.settle()
        return sent

    async def forwards_from_channel(self, text: str, channel: int) -> int:
        sent = self.telegram.forward_from_channel(self.id, text, channel)
        await self.desk.settle()
        return sent

    async def forwards_album(
        self, *captions: str, from_name: str | None = None, from_user: User | None = None
    ) -> list[int]:
        sent = self.telegram.forward_album(self.id, *captions, from_name=from_name, from_user=from_user)
        await self.desk.settle()
        return sent

    async def edits(self, message_id: int, text: str) -> None:
        """Writes a message of their own anew."""
        self.telegram.edit_text(self.id, message_id, text)
        await self.desk.settle()

    async def taps(self, words: str, on: str = "") -> str:
        """Taps the button with these words, on the newest message that has it (and contains `on`).

        Returns the toast.
        """
        return await self.taps_data(*self.data(words, on))

    async def taps_data(self, message_id: int, data: str) -> str:
        """A tap by its data: also on a button that is no longer there. Returns the toast."""
        query = self.telegram.tap(self.id, message_id, data=data)
        await self.desk.settle()
        toasts = self.toasts(query)
        assert self.desk.fewest_toasts <= len(toasts) <= 1, "every tap is answered exactly once"
        return toasts[0] if toasts else ""

    def toasts(self, query: str | None) -> list[str]:
        """The answers to one tap."""
        return [t.text or "" for t in self.telegram.toasts(self.id) if t.query_id == query]

    def data(self, words: str, on: str = "") -> tuple[int, str]:
        """The message and the data of a button, to be tapped later."""
        message = self.card(on, button=words)
        button = message.button(words)
        assert button
        return message.message_id, button.value

    def card(self, words: str = "", *, button: str = "") -> Seen:
        """The newest message of the bot that contains these words (and has this button)."""
        for message in reversed(self.messages()):
            if words in message.text and (not button or message.button(button)):
                return message
        raise AssertionError(f"{self.id} sees no {words!r} with {button!r} among:\n{self.chat()}")

    def sees(self, words: str) -> bool:
        return any(words in message.text for message in self.messages())

    def has(self, button: str) -> bool:
        return any(message.button(button) for message in self.messages())

    def messages(self) -> list[Seen]:
        return [message for message in self.telegram.messages(self.id) if message.by_bot]

    def below(self) -> list[str]:
        """The words on the keyboard below the input field."""
        return [words for row in self.telegram.below(self.id) for words in row]

    def files(self) -> list[str]:
        """The kinds of the client's files that he has, in order; the bot's own pictures have buttons."""
        return [m.kind for m in self.messages() if m.kind != "text" and not m.buttons]

    def chat(self) -> str:
        """Everything the bot shows this person: for searching, and for reading when a test fails."""
        return "\n---\n".join(
            "\n".join([m.text, *(" ".join(f"[{b.text}]" for b in row) for row in m.buttons)])
            for m in self.messages()
        )


def everybody(desk: Desk) -> dict[str, Person]:
    """The office of the stories, and somebody whom it does not know."""
    return {
        "anna": desk.anna,
        "petrov": desk.petrov,
        "sidorova": desk.sidorova,
        "ivanov": desk.ivanov,
        "smirnov": desk.smirnov,
        "orlova": desk.orlova,
        "stranger": desk.stranger(999),
    }
