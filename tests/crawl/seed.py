"""The office of a crawl: every role, every scheme, leads in every state, a duty that is looked for, a link, a source.

It is built by what people tap, told by the buttons' data: it is the same in every language.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import tomlkit

from files.office_file import parse_office
from leads.lead import Outcome, Progress, Promised
from leads.reasons import BadLeadReason, DeclineReason
from screens.buttons.base import CallbackData
from screens.buttons.of_duty import ProposeRoster, SeekSwap, ShowRoster
from screens.buttons.of_intake import HandOver
from screens.buttons.of_lead import Appoint, BadReason, Claim, Close, Decline, Explain, LostReason, Record
from screens.buttons.of_office import Invite
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_people import Deed, OfPerson
from screens.views.duty import RosterPart
from storage import inbox, requests
from storage.requests import Came, RequestState
from tests.crawl.many import PEOPLE, more_people, more_segments
from tests.crawl.people import (
    ADMIN,
    HEAD,
    IDS,
    IVANOV,
    LENA,
    NAMES,
    NEIGHBOUR,
    PETROV,
    ROLES,
    SECRETARY,
    SIDOROVA,
    STRANGER,
)
from tests.crawl.typed import Said
from tests.crawl.world import World
from tests.offices import MONDAY_TEN
from tests.stories.desk import empty_database


@dataclass(frozen=True, slots=True)
class Words:
    """What is called somehow, in the language of the office."""

    office: str
    segments: tuple[str, str, str, str, str]
    source: str
    call: str
    client: str
    strangers: tuple[str, str]


WORDS: Final = {
    "ru": Words(
        "Окна Казань",
        ("Балконы", "Фасады", "Двери", "Ремонт", "Все остальные"),
        "Форма на сайте",
        "Звонок",
        "Рустам",
        ("Гость", "Сосед"),
    ),
    "en": Words(
        "Windows & Co",
        ("Balconies", "Facades", "Doors", "Repairs", "All others"),
        "Form on the site",
        "Call",
        "Robert",
        ("Guest", "Neighbour"),
    ),
}
SEGMENTS: Final = ("watch", "handpicked", "waits", "lots", "rest")
SCHEMES: Final = ("duty", "secretary", "next", "lottery", "balance")
TEAMS: Final = (
    "petrov sidorova ivanov",
    "petrov sidorova",
    "petrov ivanov",
    "petrov sidorova",
    "sidorova ivanov lena",
)
EARLIER: Final = timedelta(days=3)  # the office is open since the Friday before


def office_file(language: str, *, many: bool = False) -> str:
    """`many`: with fifty people and twenty segments."""
    words, names = WORDS[language], NAMES[language]
    called = {"head of a segment": "manager", "administrator": "admin"}
    weekly = (("petrov", "mon-wed 09:00-18:00"), ("sidorova", "thu-fri 09:00-18:00"))
    file: dict[str, Any] = {
        "office": {
            "name": words.office,
            "locale": language,
            "timezone": "Europe/Moscow",
            "hours": {"mon-fri": "09:00-18:00", "sat": "10:00-15:00"},
            "ack_timeout": "30m",
            "offers": 2,
            "step_timeout": "30m",
            "summary_at": "18:30",
        },
        "people": [
            {
                "id": IDS[id],
                "name": name,
                "telegram_id": id,
                "locale": language,
                "roles": [called.get(ROLES[id], ROLES[id])],
            }
            for id, name in names.items()
        ],
        "segments": [_segment(place, words) for place in range(len(SEGMENTS))],
        "shifts": [{"segment": "watch", "who": who, "weekly": hours} for who, hours in weekly],
        "sources": [
            {"id": "site", "name": words.source, "kind": "form"},
            {"id": "call", "name": words.call, "kind": "hand"},
        ],
        "hooks": [{"url": "https://leads.example/heard"}],
    }
    if many:
        everybody: list[str] = [f"m{n:02}" for n in range(PEOPLE)]
        file["people"] += more_people(language)
        *first, last = file["segments"]
        teams = {"watch", "handpicked", "waits"}
        wide = [{**s, "members": [*s["members"], *everybody]} if s["id"] in teams else s for s in first]
        file["segments"] = [*wide, *more_segments(language), last]
    return tomlkit.dumps(file)


def _segment(place: int, words: Words) -> dict[str, object]:
    id = SEGMENTS[place]
    match = {"heads": ["sidorova"]} if id == "rest" else {"match": {"keywords": [id]}}
    team = {"scheme": SCHEMES[place], "members": TEAMS[place].split()}
    return {"id": id, "name": words.segments[place], **team, **match}


def files(language: str) -> tuple[Said, ...]:
    """What somebody might send there: another office, and past leads of which not all can be read."""
    name = NAMES[language][PETROV]
    lines = (
        "date;phone;manager;result",
        "2026-10-01;8 843 200-91-91;Nobody;won",
        f"2026-10-02;8 843 200-91-92;{name};won",
        "never;8 843 200-91-93;x;y",
    )
    return Said(office_file(language, many=True), "office.toml"), Said("\n".join(lines), "leads.csv")


@asynccontextmanager
async def seeded(path: Path, language: str, *, many: bool = False) -> AsyncIterator[World]:
    """Builds it in this folder. `many`: as of `office_file`."""
    world = World(await empty_database(path), MONDAY_TEN - EARLIER)
    for id, name in zip((STRANGER, NEIGHBOUR), WORDS[language].strangers, strict=True):
        world.telegram.add_user(id, name, language_code=language)
    world.client = WORDS[language].client
    try:
        await world.set_up(office_file(language, many=many))
        world.start(
            parse_office(office_file(language, many=True), "office.toml").people
        )  # somebody may load it
        yield await Seed(world, language).build()
    finally:
        await world.database.close()


class Seed:
    def __init__(self, world: World, language: str) -> None:
        self.world = world
        self.language = language
        self.words = WORDS[language]
        self.calls = 0

    async def build(self) -> World:
        await self.friday()
        now = self.world.clock.now()
        await self.world.passes(seconds=(MONDAY_TEN - now).total_seconds())
        await self.closed()
        await self.duty()
        await self.in_work()
        await self.administered()
        return self.world

    async def friday(self) -> None:
        """Something to report, and a draw for the week."""
        for outcome in (Outcome.WON, Outcome.LOST):
            await self.lead("rest")
            who = await self.claims()
            await self.taps(who, Record, progress=Progress.REACHED)
            await self.taps(who, Close, outcome=outcome)
            if outcome is Outcome.WON:
                await self.sends(who, "120000")

    async def closed(self) -> None:
        """Sold, and the amount is asked for; lost; bad, and the head has not said so yet; and somebody's own."""
        for outcome in (Outcome.WON, Outcome.LOST, Outcome.BAD):
            await self.lead("rest")
            who = await self.claims()
            await self.taps(who, Close, outcome=outcome)
            if outcome is Outcome.LOST:
                await self.taps(who, LostReason)
            if outcome is Outcome.BAD:
                await self.taps(who, BadReason, reason=BadLeadReason.SPAM)

    async def duty(self) -> None:
        """A duty is looked for, next week's roster is proposed, and somebody has an address for their telephone."""
        await self.sends(PETROV, "/roster")
        await self.taps(PETROV, ShowRoster, part=RosterPart.SWAP)
        await self.taps(PETROV, SeekSwap)
        await self.sends(HEAD, "/roster")
        if not self.find(HEAD, ProposeRoster):  # there are several
            await self.taps(HEAD, ShowRoster, part=RosterPart.SEGMENT, about="watch")
        await self.taps(HEAD, ProposeRoster)
        await self.taps(HEAD, ProposeRoster, plan="equal")

    async def in_work(self) -> None:
        await self.lead("watch")
        await self.taps(PETROV, Claim)
        await self.taps(PETROV, Record, progress=Progress.REACHED)
        await self.lead("watch", again=True)
        await self.lead("watch")
        await self.taps(PETROV, Claim)
        await self.lead("rest")
        who = await self.claims(Decline)
        await self.taps(who, Explain, reason=DeclineReason.WRONG_SEGMENT)
        await self.lead("handpicked", hands=False)
        await self.lead("waits")
        await self.lead("rest")
        await self.sends(SECRETARY, f"{self.words.client} 8 (843) 200-55-55, 8 (843) 200-55-56")
        await self.sends(SECRETARY, f"{self.words.client} 8 (843) 200-00-06 watch")
        for extension in ("", " ext. 12"):
            await self.sends(SECRETARY, f"{self.words.client} 8 (843) 200-77-77{extension}")
        await self.sends(PETROV, f"{self.words.client} 8 (843) 200-88-88")
        await self.sends(LENA, "/off")
        await self.promised()

    async def promised(self) -> None:
        """What was promised can be put off, and what was marked can be taken back."""
        await self.taps(PETROV, Appoint, what=Promised.CALL_BACK)
        await self.sends(PETROV, "25.11 11:00")
        await self.taps(PETROV, Appoint, what=Promised.CALL_BACK)
        await self.taps(IVANOV, Claim)
        await self.taps(IVANOV, Appoint, what=Promised.MEETING)
        await self.taps(IVANOV, Record, progress=Progress.MET)
        await self.taps(IVANOV, Appoint, what=Promised.MEETING)
        await self.offered()

    async def offered(self) -> None:
        """One lead to a manager, another one to the head of its segment."""
        for who, other in ((IVANOV, SIDOROVA), (SIDOROVA, IVANOV)):
            await self.lead("rest")
            if not self.find(who, Claim):
                await self.taps(other, Decline)

    async def opened(self) -> None:
        """Where a walk begins is opened what it would find of somebody else first."""
        await self.sends(HEAD, "/office")
        for pane, about in (
            (OfficePane.DUTIES, None),
            (OfficePane.DUTY_WEEK, None),
            (OfficePane.DUTY_DAY, "watch.261124"),
            (OfficePane.SHIFT, None),
        ):
            await self.taps(HEAD, Go, pane=pane, **({"about": about} if about else {}))
        await self.sends(ADMIN, "/people")
        await self.taps(ADMIN, Go, pane=OfficePane.PERSON, about="petrov")
        for language in (*{"ru", "en"} - {self.language}, self.language):  # two changes to be looked at
            await self.taps(ADMIN, OfPerson, deed=Deed.SPEAK, value=language)
        await self.taps(ADMIN, Go, pane=OfficePane.DISMISSING)

    async def declined(self) -> None:
        """Somebody is just being asked why."""
        await self.lead("rest")
        for who in (SIDOROVA, IVANOV):
            if self.find(who, Decline):
                await self.taps(who, Decline)
        assert self.find(IVANOV, Explain)

    async def administered(self) -> None:
        await self.sends(ADMIN, "/setup")
        await self.sends(ADMIN, "/office")
        await self.taps(ADMIN, Invite, person="+manager")
        await self.opened()
        await self.declined()
        async with self.world.database.writing() as store:
            now = self.world.clock.now()
            unread, _ = requests.add(store, Came("site", "form", "", "", b"q1=6"), now)
            requests.put(store, unread, RequestState.UNREAD, trouble="no contact", fields=[("q1", "6")])
            inbox.put_aside(store, 10**8, {"update_id": 10**8}, "KeyError", now)
            inbox.put_aside(store, 10**8 + 1, self.heard(), "KeyError", now)
        await self.world.settle()

    async def lead(self, segment: str, *, again: bool = False, hands: bool = True) -> None:
        """The secretary takes a call, each of another client; `again`: of the one before."""
        self.calls += not again
        word = "" if segment == "rest" else segment
        await self.sends(SECRETARY, f"{self.words.client} 8 (843) 200-00-{self.calls:02} {word}")
        if hands:
            await self.taps(SECRETARY, HandOver)

    def heard(self) -> dict[str, Any]:
        """What the secretary has sent, and the bot could not handle."""
        chat = {"id": SECRETARY, "type": "private", "first_name": "A"}
        sender = {"id": SECRETARY, "is_bot": False, "first_name": "A"}
        said = {"message_id": 900, "date": 1, "chat": chat, "from": sender, "text": "8 (843) 200-44-44"}
        return {"update_id": 10**8 + 1, "message": said}

    async def claims(self, by: type[CallbackData] = Claim) -> int:
        """Whoever is asked last takes it; returns who that is."""
        for who in (SIDOROVA, IVANOV, LENA, PETROV):
            if self.find(who, by):
                await self.taps(who, by)
                return who
        raise AssertionError("nobody is asked")

    async def taps(self, who: int, kind: type[CallbackData], **wanted: object) -> None:
        found = self.find(who, kind, **wanted)
        assert found, f"{who} sees no {kind.__name__} {wanted} among:\n{self.world.person(who).chat()}"
        await self.world.person(who).taps_data(*found)

    async def sends(self, who: int, text: str) -> None:
        await self.world.person(who).sends(text)

    def find(self, who: int, kind: type[CallbackData], **wanted: object) -> tuple[int, str] | None:
        """The newest button of this class, with these values."""
        for message in reversed(self.world.person(who).messages()):
            for row in message.buttons:
                for button in row:
                    if button.action == "callback_data" and button.value.split(":")[0] == kind.__prefix__:
                        values = dict(kind.unpack(button.value))
                        if all(values[name] == value for name, value in wanted.items()):
                            return message.message_id, button.value
        return None
