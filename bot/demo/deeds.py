"""What the page may ask for: the bodies of its requests, and what each of them does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from bot.demo.day import PartOfDay
from bot.demo.office import DemoOffice
from bot.demo.samples import Kind
from leads.schemes import SCHEMES

FASTEST = 3600
Text = Annotated[str, Field(min_length=1, max_length=4096)]


class Deed(BaseModel, ABC):
    model_config = ConfigDict(extra="forbid")

    @abstractmethod
    async def do(self, office: DemoOffice) -> None:
        """Does it. Raises NotPossibleError."""


class Say(Deed):
    person: int
    text: Text
    reply_to: int | None = None

    async def do(self, office: DemoOffice) -> None:
        office.say(self.person, self.text, self.reply_to)


class Edit(Deed):
    person: int
    message_id: int
    text: Text

    async def do(self, office: DemoOffice) -> None:
        office.edit(self.person, self.message_id, self.text)


class Tap(Deed):
    person: int
    message_id: int
    data: Annotated[str, Field(min_length=1, max_length=64)]

    async def do(self, office: DemoOffice) -> None:
        office.tap(self.person, self.message_id, self.data)


class DropLead(Deed):
    kind: Kind | None = None
    again: bool = False

    async def do(self, office: DemoOffice) -> None:
        await office.drop_lead(self.kind, again=self.again)


class SetSpeed(Deed):
    speed: Annotated[float, Field(gt=0, le=FASTEST)]

    async def do(self, office: DemoOffice) -> None:
        office.set_speed(self.speed)


class Skip(Deed):
    skip: Literal[True]

    async def do(self, office: DemoOffice) -> None:
        await office.skip()


class Turn(Deed):
    to: PartOfDay

    async def do(self, office: DemoOffice) -> None:
        await office.turn(self.to)


def _known(scheme: str) -> str:
    if scheme not in SCHEMES:
        raise ValueError
    return scheme


class SwitchRule(Deed):
    segment: Annotated[str, Field(min_length=1, max_length=32)]
    scheme: Annotated[str, AfterValidator(_known)]

    async def do(self, office: DemoOffice) -> None:
        await office.switch_rule(self.segment, self.scheme)


class Speak(Deed):
    locale: Literal["ru", "en"]

    async def do(self, office: DemoOffice) -> None:
        await office.speak(self.locale)


class Block(Deed):
    person: int
    blocked: bool

    async def do(self, office: DemoOffice) -> None:
        office.block(self.person, blocked=self.blocked)


DEEDS: dict[str, Any] = {
    "say": Say,
    "edit": Edit,
    "tap": Tap,
    "lead": DropLead,
    "clock": SetSpeed | Skip | Turn,
    "locale": Speak,
    "block": Block,
    "rule": SwitchRule,
}
"""By the last part of the address."""
