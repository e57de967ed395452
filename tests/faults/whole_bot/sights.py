"""What must hold of everything that people see in their chats, once nothing is left to be sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from bot.standin.formatting import as_text
from bot.standin.people import Seen
from desk.drawing import draw
from desk.invitations import Links
from desk.work import Work
from leads.office import Role
from screens.content import Button, Screen
from screens.texts import LOCALES
from storage import cards
from storage.cards import CardRow
from storage.kinds import CardKind
from tests.faults.whole_bot.stored import Stored, holder_of

TRUE_CARDS = (CardKind.LEAD, CardKind.SWAP, CardKind.DRAW, CardKind.PULL)
"""A roster and a proposal say how it was on the day they were asked for."""
TIMES = re.compile(
    r"\d{1,2}:\d{2}|(?:завтра|tomorrow)(?: at)?,?|\d{1,2}\s\w{3,4}\.?"
    r"|\b(?:пн|вт|ср|чт|пт|сб|вс|mon|tue|wed|thu|fri|sat|sun)\b"
    r"|\b(?:в|во|до|at|on|by|until)\b|[,\s]",
    re.IGNORECASE,
)
LISTS = ("assign:", "pick:", "seg:", "file:", "join:")
UNTIL = ("again:", "amount:", "unprog:")
A_TIME = re.compile(r"appt:\d+:\w+:0:\w+")
A_CHOICE = re.compile(r"same:\d+:(?!0:0)|part:\d+:[1-9]")  # among clients
A_WEEK = timedelta(days=6)
NUMBERED = re.compile("№\\d+")
OTHERS = re.compile(r"^(?:⚠️|⭐|🔁|Ошиблись\?|A slip\?).*$", re.MULTILINE)
"""What is said of other leads, and of a repeat; and until when a slip is mended, after which nobody is told so."""
TOKEN = re.compile(r"\b[a-z]+(?:-[a-z0-9_]+)+\b")
SUMMARY = re.compile(r"^(Итоги: .*|.*: новых лидов не было\..*|.*: no new leads.*|.*[Ss]ummary.*)")


@cache
def keys() -> frozenset[str]:
    """The ids of all texts that cannot be taken for a word."""
    found = set[str]()
    for locale in LOCALES:
        for file in files("locales").joinpath(locale).iterdir():
            found |= set(re.findall(r"^([a-z]+(?:-[a-z0-9_]+)+) =", file.read_text("utf-8"), re.MULTILINE))
    assert len(found) > 100
    return frozenset(found)


def check_words(shown: str) -> None:
    """No text's key and no variable is left unfilled."""
    assert "{$" not in shown, shown
    assert "{ $" not in shown, shown
    assert not keys() & set(TOKEN.findall(shown)), shown


def words(message: Seen) -> str:
    return "\n".join([message.text, *(f"{b.text} {b.value}" for row in message.buttons for b in row)])


def check_masked(chat: int, messages: list[Seen], typed: str, stored: Stored) -> None:
    """The phone and the name are for the holder, the head, and the secretary who took the call.

    `typed`: what he has written himself, which is no secret from him.
    """
    reader = stored.by_chat(chat)
    of_leads = {CardKind.LEAD.word, CardKind.FILES.word}
    cards = [card for card in stored.cards if card.chat == chat and card.kind in of_leads]
    about = {message: int(card.subject) for card in cards for message in card.message_ids}
    for message in messages:
        for lead in clients_named(words(message), stored):
            name = stored.said[lead.id].name
            if name and name in typed:
                continue
            same = [stored.leads[id] for id, said in stored.said.items() if said.name == name]
            meant = [own] if (own := stored.leads.get(about.get(message.message_id, 0))) else same
            assert any(may_see(reader, each) for each in meant), f"{chat} sees a client: {message.text}"


def clients_named(text: str, stored: Stored) -> Iterator[Any]:
    """The leads whose client's phone or name stands in this text."""
    digits = re.sub(r"\D", "", text)
    for id, said in stored.said.items():
        if (said.phone and said.phone[-7:] in digits) or (said.name and said.name in text):
            yield stored.leads[id]


def may_see(reader: Any, lead: Any) -> bool:
    if reader is None:
        return False
    return Role.HEAD in reader.roles or reader.id in {holder_of(lead), lead.secretary}


def check_buttons(chat: int, messages: list[Seen], stored: Stored) -> None:
    """Whoever can claim is asked just now, whoever can close has the lead."""
    reader = stored.by_chat(chat)
    who = reader.id if reader else None
    for message in messages:
        for button in (button for row in message.buttons for button in row):
            kind, _, rest = button.value.partition(":")
            if kind == "claim":
                live = stored.live.get(int(rest))
                assert live, f"{chat} could claim lead {rest}, which is offered to nobody"
                assert who in set(live.people) - set(live.answers), f"{chat} could claim lead {rest}"
            elif kind == "late":
                lead = stored.leads[int(rest)]
                asked = {each for offer in stored.offers[lead.id] for each in offer.people}
                assert lead.state in {"offered", "waiting"} and who in asked, (
                    f"{chat} could claim lead {rest} late"
                )
            elif kind in {"close", "back", "prog", "unprog"}:
                lead = stored.leads[int(rest.partition(":")[0])]
                assert (lead.state, lead.holder) == ("held", who), f"{chat} could close lead {lead.id}"


def check_summaries(messages: list[Seen]) -> None:
    """One a day: the first line names the day. The report that he has asked for may be about the same."""
    told = [m for m in messages if SUMMARY.match(m.text) and not is_report(m)]
    titles = [m.text.partition("\n")[0] for m in told]
    assert len(titles) == len(set(titles)), titles


def is_report(message: Seen) -> bool:
    """Its buttons change it where it is; those of a summary open a report below."""
    ends = {b.value[-2:] for row in message.buttons for b in row if b.value.startswith("report:")}
    return ends == {":0"}


def check_card(row: CardRow, shown: Mapping[int, Seen], work: Work, links: Links) -> None:
    """Shows what would be drawn now, but for the hours and days that it names."""
    content = draw(row, work, links, repeat=False)
    if not isinstance(content, Screen):
        assert content is not None or not row.message_ids, (
            f"{row.kind} {row.subject} in {row.chat} should be gone"
        )
        return
    assert row.message_ids, f"nobody has sent {row.kind} {row.subject} to {row.chat}"
    message = shown[row.message_ids[0]]
    expected = as_text(content.text, "HTML", None).text
    if row.kind is CardKind.LEAD and (not NUMBERED.search(expected) or lists_people(values(content))):
        return  # where somebody chooses, it also says who is there just now
    if row.kind is CardKind.LEAD and any(A_CHOICE.match(each) for each in values(content)):
        return  # whose client it may be is told as it was when it was asked
    if row.kind is CardKind.DRAW and date.fromisoformat(row.subject[-10:]) < work.now.date() - A_WEEK:
        return  # of a week that is over
    assert plain(message.text) == plain(expected), f"{row.chat}: {message.text!r} instead of {expected!r}"
    seen = [b.value for line in message.buttons for b in line]
    found, meant = list(lasting(seen)), list(lasting(values(content)))
    assert found == meant, f"{row.chat}: {message.text!r} with {found} instead of {meant}"


def lasting(data: Iterable[str]) -> Iterator[str]:
    """Without lists of people, leads, drafts and times, which say how it was when they were opened, and without what
    may be taken back until a time that the card names: afterwards a tap says so.
    """
    return (each for each in data if not each.startswith((*LISTS, *UNTIL)) and not A_TIME.match(each))


def lists_people(data: Iterable[str]) -> bool:
    return any(each.startswith(("assign:", "pick:")) for each in data)


def values(screen: Screen) -> Iterator[str]:
    for button in (button for row in screen.keyboard for button in row):
        yield value(button)


def value(button: Button) -> str:
    return button.data.pack() if button.data else button.copy or button.url or ""


def plain(text: str) -> str:
    """Without what depends on when it was drawn."""
    return TIMES.sub("", OTHERS.sub("", text))


def true_cards(stored: Stored) -> Iterator[CardRow]:
    for card in map(cards.row_of, stored.cards):
        if card.kind in TRUE_CARDS:
            yield card
