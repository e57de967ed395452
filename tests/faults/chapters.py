"""The life of an office in chapters, told so that the program may die at any moment of them.

Each begins in an office of its own, at ten on a Monday morning, and names the entries of the ledger that it is
there for. Together they name them all.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from desk.erasure import Erasure
from desk.sought import Sought
from tests.faults.mortal_desk import MortalDesk
from tests.files.past.files import imports, row
from tests.offices import DUTY, LOTTERY, OFFICE, WITH_ADMIN, varied
from tests.stories.words import (
    ADD_TO,
    AMOUNT,
    APART,
    APPROVE,
    ASSIGN,
    BAD_LEAD,
    BRING_IN,
    CALL_BACK,
    CLAIM,
    CLAIM_AFTER_ALL,
    COMMENT,
    CONFIRM,
    CORRECT,
    DECLINE,
    GIVE_BACK,
    HAND_OVER,
    JOIN,
    MEETING,
    NAME,
    NOT_BAD,
    NOT_MY_SEGMENT,
    NOT_THEIRS,
    NOTE,
    PART,
    PHONE,
    PROPOSE_ROSTER,
    REACHED,
    REFUSAL,
    REOPEN,
    SALE,
    SAME_CLIENT,
    SEEK,
    SEGMENT,
    SKIP,
    TAKE_SHIFT,
    THEIRS,
    TOO_BUSY,
    TOO_EXPENSIVE,
    WITHDRAW,
    YES_ONE,
)

ELSEWHERE = "Окна 8 (495) 212-45-00"  # of the segment for everybody else
TUESDAY, WEDNESDAY = "вт 24.11", "ср 25.11"
CHANGED = varied(
    OFFICE, people={"petrov": {"weight": 2.0}}, segments={"rest": {"members": ["ivanov", "petrov"]}}
)
JOINED = varied(CHANGED, segments={"tatarstan": {"members": ["petrov", "sidorova", "ivanov"]}})

IMPATIENT = varied(OFFICE, pause_after_lapses=1)
WINDOWED = varied(OFFICE, segments={"tatarstan": {"scheme": "grab", "window": "20s"}})
LATE = varied(OFFICE, hours={"mon-fri": "11:00-18:00", "sat": "10:00-15:00"})


@dataclass(frozen=True, slots=True)
class Chapter:
    tell: Callable[[MortalDesk], Awaitable[None]]
    kinds: frozenset[str]
    office: str = OFFICE
    by_chance: bool = False  # who has the leads in the end
    asked_again: str = ""  # what is asked for once more when the answer was lost with the program


async def sold(desk: MortalDesk) -> None:
    """A lead is taken, worked, forgotten for a day, and sold."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REACHED)
    await desk.passes(days=1, minutes=1)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends("120 000")


async def marked(desk: MortalDesk) -> None:
    """A step is marked by mistake, on the way to a call that was promised, and taken back."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(CALL_BACK)
    await desk.petrov.sends("через 20 минут")
    await desk.petrov.taps(REACHED, on="№1")
    await desk.asks(desk.petrov, "/mine", "№1")
    await desk.petrov.taps(f"{REACHED} ✓", on="№1")


async def promised(desk: MortalDesk) -> None:
    """A client is promised a call, then another, which nobody makes; and a meeting that is off again."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(CALL_BACK)
    await desk.petrov.taps("сегодня 18:00")
    await desk.petrov.taps(CALL_BACK)
    await desk.petrov.sends("сегодня в 12")
    await desk.passes(hours=2, minutes=31)
    await desk.petrov.taps(MEETING, on="№1")
    await desk.petrov.taps("завтра 10:00")
    await desk.petrov.taps(MEETING, on="№1")
    await desk.petrov.taps("Убрать")


async def uncalled(desk: MortalDesk) -> None:
    """Whoever has a lead does not call: they are reminded, and then the head gives it to another."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.passes(hours=1, minutes=1)
    await desk.smirnov.taps(ASSIGN)
    await desk.smirnov.taps("Ольга Сидорова")


async def came_again(desk: MortalDesk) -> None:
    """Somebody has the lead when its client comes again, and once more with a matter of its own."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.lead("Опять Рустам 8 (843) 200-00-00, торопит")
    await desk.lead("И ещё Рустам 8 (843) 200-00-00, дверь", tap=APART)
    await desk.petrov.taps(CLAIM, on="№2")


async def written_down(desk: MortalDesk) -> None:
    """A note by its button, one as a reply, a text that asks which lead it is for, and a client of one's own."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(NOTE)
    await desk.petrov.sends("Замер в субботу")
    await desk.anna.replies("Торопит", to="№1")
    await desk.petrov.sends("Просит перезвонить вечером")
    await desk.petrov.taps("№1 ·")
    await desk.sidorova.sends("Вера 8 (843) 200-55-66, балкон")
    await desk.sidorova.taps(BRING_IN)


async def corrected(desk: MortalDesk) -> None:
    """A name and a number are put right, by the secretary and by whoever holds the lead; a message is written anew."""
    sent = await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    for who, what, words in (
        (desk.anna, NAME, "Рустам Закиров"),
        (desk.petrov, PHONE, "8 (843) 200-11-22"),
        (desk.petrov, COMMENT, "второй этаж"),
    ):
        await who.taps(CORRECT, on="№1")
        await who.taps(what, on="№1")
        await who.sends(words)
    await desk.anna.edits(sent, "Рустам 8 (843) 200-11-22, окна и дверь")


async def two_drafts(desk: MortalDesk) -> None:
    """Two drafts are one lead, which is forgotten and reminded of; another one is a note on it."""
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    await desk.passes(minutes=2)
    await desk.anna.sends("Закирова, балкон")
    await desk.anna.taps(JOIN, on="балкон")
    await desk.anna.taps("Рустам", on="балкон")
    await desk.passes(minutes=11)
    await desk.anna.taps(HAND_OVER)
    await desk.anna.sends("второй этаж")
    await desk.anna.taps("К лиду…")
    await desk.anna.taps("№1 ·")
    await desk.petrov.taps(CLAIM)


async def unseen(desk: MortalDesk) -> None:
    """Whoever has a lead goes, and its client comes again: the head hears of it after a while, and gives it on."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/off")
    await desk.lead("Опять Рустам 8 (843) 200-00-00, торопит")
    await desk.passes(minutes=31)
    await desk.smirnov.taps(ASSIGN, on="№1 ·")
    await desk.smirnov.taps("Ольга Сидорова", on="№1 ·")


async def resegmented(desk: MortalDesk) -> None:
    """A lead that somebody has belongs to another segment, and goes on there; another one stays."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.lead()
    for number, words in (("№1", "Передать по правилу"), ("№2", "Оставить как есть")):
        await desk.anna.taps(CORRECT, on=number)
        await desk.anna.taps(SEGMENT, on=number)
        await desk.anna.taps("Все остальные", on=number)
        await desk.anna.taps(words, on=number)


async def one_client(desk: MortalDesk) -> None:
    """Two clients turn out to be one, and are two after all; one who was asked twice is asked once."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.lead()
    for number, other in ((1, 2), (2, 1)):
        await desk.asks(desk.smirnov, "/leads", f"№{number} ")
        await desk.smirnov.taps(f"№{number} ")
        if desk.smirnov.card(f"№{number} ·").button("Скрыть список"):
            await desk.smirnov.taps("Скрыть список", on=f"№{number} ·")
        await desk.smirnov.taps(CORRECT, on=f"№{number} ·")
        await desk.smirnov.taps(SAME_CLIENT, on=f"№{number} ·")
        await desk.smirnov.taps(f"(№{other}", on=f"№{number} ·")
        await desk.smirnov.taps(YES_ONE, on=f"№{number} ·")
        if number == 1:
            await desk.smirnov.taps(f"{PART}: №2", on=f"№{number} ·")
    await desk.anna.taps(ADD_TO, on="№2 ·")


async def climbed(desk: MortalDesk) -> None:
    """Declined with a reason, ignored by all, it climbs the whole ladder; the director has it, and loses it."""
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(TOO_BUSY)
    await desk.passes(minutes=50)
    await desk.orlova.taps(CLAIM)
    await desk.orlova.taps(REFUSAL)
    await desk.orlova.taps(TOO_EXPENSIVE)


async def sold_by_mistake(desk: MortalDesk) -> None:
    """What was sold was not, and what was bad was none: taken back by its holder, and by the head."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends("120 000")
    await desk.petrov.taps(AMOUNT)
    await desk.petrov.sends("12 000")
    await desk.petrov.taps(REOPEN)
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(CONFIRM)
    await desk.smirnov.taps(REOPEN)


async def not_theirs(desk: MortalDesk) -> None:
    """The head agrees to the first, and not to the second."""
    for words in (NOT_THEIRS, THEIRS):
        await desk.lead()
        await desk.petrov.taps(DECLINE)
        await desk.petrov.taps(NOT_MY_SEGMENT)
        await desk.smirnov.taps(words, on="🧭")


async def thought_again(desk: MortalDesk) -> None:
    """Whoever declined takes it after all; of the next one whoever let it lapse."""
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(CLAIM_AFTER_ALL)
    await desk.lead()
    await desk.passes(minutes=6)
    await desk.sidorova.taps(CLAIM_AFTER_ALL, on="№2")


async def taken_back(desk: MortalDesk) -> None:
    """A lead is taken back while its second manager is asked, and handed over again."""
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.anna.taps(WITHDRAW)
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM, on="№2")


async def disputed(desk: MortalDesk) -> None:
    """Its holder calls it bad, twice; the head believes him the second time."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(BAD_LEAD)
    await desk.petrov.taps("Спам")
    await desk.smirnov.taps(NOT_BAD)
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(CONFIRM)


async def by_hand(desk: MortalDesk) -> None:
    """The head moves a lead from one to another, who gives it back to the others."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.asks(desk.smirnov, "/leads", "№1")
    await desk.smirnov.taps("№1")
    await desk.smirnov.taps("Назначить другого")
    await desk.smirnov.taps("Ольга Сидорова")
    await desk.sidorova.taps(GIVE_BACK)
    await desk.passes(minutes=15)
    await desk.smirnov.taps(ASSIGN)
    await desk.smirnov.taps("Иван Иванов")


async def away(desk: MortalDesk) -> None:
    """One goes and comes back, one has blocked the bot for a while, one is silent too often."""
    await desk.sidorova.sends("/off")
    await desk.sidorova.sends("/on")
    desk.telegram.block(desk.petrov.id)
    await desk.lead()
    await desk.sidorova.taps(CLAIM)
    desk.telegram.unblock(desk.petrov.id)
    await desk.petrov.starts()
    await desk.lead()
    await desk.passes(minutes=7)


async def on_leave(desk: MortalDesk) -> None:
    """One plans a leave and gives it up; he goes while a lead waits for his answer, and it goes on."""
    await desk.petrov.sends("/off с 3 по 10 декабря")
    await desk.petrov.sends("/on")
    await desk.lead()
    await desk.petrov.sends("/off")
    await desk.sidorova.taps(CLAIM)


async def leaves_leads(desk: MortalDesk) -> None:
    """One who holds a lead goes for some days: the head hands it on by the rule."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/off до 30.11")
    await desk.smirnov.taps("Раздать все по правилу")
    await desk.sidorova.taps(SALE)


async def closed(desk: MortalDesk) -> None:
    """A lead that came before the opening waits for it."""
    await desk.lead()
    await desk.passes(hours=1, minutes=1)
    await desk.petrov.taps(CLAIM)


async def evening(desk: MortalDesk) -> None:
    """One is sold, one is left; the director has his summary, twice asked for and once not."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.lead()
    await desk.petrov.taps(SALE)
    await desk.petrov.taps(SKIP)
    await desk.passes(hours=8, minutes=40)


async def switched(desk: MortalDesk) -> None:
    """Leads are on their way while the rule of their segment becomes another, with a reserve."""
    await desk.lead()
    await desk.asks(desk.smirnov, "/office", "Схема: Татарстан")
    await desk.smirnov.taps("Схема: Татарстан")
    await desk.smirnov.taps("назначает руководитель")
    await desk.smirnov.taps("Без ответа: поровну по долям")
    await desk.lead()
    await desk.petrov.taps(CLAIM, on="№1")
    await desk.passes(minutes=8)
    await desk.sidorova.taps(CLAIM, on="№2")


async def drawn(desk: MortalDesk) -> None:
    """The week is drawn by lot, and the lead goes where the lot fell."""
    await desk.petrov.taps("7")
    await desk.passes(minutes=20)
    await desk.lead(ELSEWHERE)


async def thrown(desk: MortalDesk) -> None:
    """The numbers of the next week are closed on a Friday at five, and the director throws."""
    await desk.passes(days=4, hours=7)
    await desk.orlova.throws(37)


async def several_want_it(desk: MortalDesk) -> None:
    """Two would have it; when the window closes the most behind of them has."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.sidorova.taps(CLAIM)
    await desk.passes(seconds=25)


async def swapped(desk: MortalDesk) -> None:
    """Two duties are offered; one is taken, one is kept after all."""
    for day in (TUESDAY, WEDNESDAY):
        await desk.asks(desk.petrov, "/roster", SEEK)
        await desk.petrov.taps(SEEK)
        await desk.petrov.taps(day)
        if day is TUESDAY:
            await desk.ivanov.taps(TAKE_SHIFT)
    await desk.petrov.taps(WITHDRAW)
    await desk.passes(days=1)
    await desk.lead(ELSEWHERE)
    await desk.ivanov.taps(CLAIM)


async def planned(desk: MortalDesk) -> None:
    """A roster is proposed and turned down, another is changed by hand and approved."""
    for answer in ("Не надо", APPROVE):
        await desk.asks(desk.smirnov, "/roster", PROPOSE_ROSTER)
        await desk.smirnov.taps(PROPOSE_ROSTER)
        await desk.smirnov.taps("поровну")
        if answer == APPROVE:
            for button in ("пн 30.11", "пн 30.11", "Сидорова", "Назад", "Назад"):
                await desk.smirnov.taps(button, on="График на")
        await desk.smirnov.taps(answer)


async def invited(desk: MortalDesk) -> None:
    """A new manager comes in by a link; if the link was lost with the program, another is made."""
    admin = desk.person(501)
    while "?start=" not in admin.chat():
        await desk.asks(admin, "/office", "➕ Менеджер")
        await admin.taps("➕ Менеджер")
    link = re.search(r"\?start=([\w-]+)", admin.card("?start=").text)
    assert link
    await desk.stranger(700, "Рита").starts(link[1])
    await desk.lead(ELSEWHERE)


async def reorganised(desk: MortalDesk) -> None:
    """The office file is loaded while a lead is on its way: weights, members, their order."""
    await desk.lead(ELSEWHERE)
    for office in (CHANGED, JOINED, OFFICE):
        await desk.loads(office)
    await desk.petrov.taps(CLAIM)


async def forgotten(desk: MortalDesk) -> None:
    """The client of an open lead wishes to be forgotten; whoever was asked to do it asks again if it was cut short."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)

    async def erase() -> None:
        await Erasure(desk.app.door).erase(Sought(phones=("+78432000000",)))

    await desk.unless_killed(erase)
    await desk.settle()
    await desk.petrov.taps(SALE)


async def put_right(desk: MortalDesk) -> None:
    """A lead comes while the computer's clock is five hours ahead."""
    desk.clock._start += timedelta(hours=5)
    await desk.lead()
    desk.clock._start -= timedelta(hours=5)
    await desk.settle()
    await desk.passes(minutes=7)
    await desk.sidorova.taps(CLAIM)


async def remembered(desk: MortalDesk) -> None:
    """Past leads come out of a file; whoever started that starts it again. One of the clients calls."""
    known = {"phone": "8 495 212-45-00", "manager": "ivanov", "outcome": "won", "amount": "100"}

    async def bring() -> None:
        await imports(desk.database, desk.clock.now(), [row(**known), row(), row()])

    await desk.unless_killed(bring)
    await desk.lead(ELSEWHERE)
    await desk.ivanov.taps(CLAIM)


CHAPTERS = {
    "sold": Chapter(
        sold, frozenset(["handed", "offered", "claimed", "progress", "reminded", "closed", "amount"])
    ),
    "marked": Chapter(marked, frozenset({"progress", "unmarked"})),
    "promised": Chapter(promised, frozenset({"appointed", "appointment_dropped", "came_due"})),
    "uncalled": Chapter(uncalled, frozenset({"came_due", "assigned"})),
    "came_again": Chapter(came_again, frozenset({"touched"})),
    "written_down": Chapter(written_down, frozenset({"touched", "kept"})),
    "corrected": Chapter(corrected, frozenset({"corrected", "touched"})),
    "two_drafts": Chapter(two_drafts, frozenset({"handed", "touched"})),
    "unseen": Chapter(unseen, frozenset({"touched", "assigned"})),
    "resegmented": Chapter(resegmented, frozenset({"resegmented", "given_back"})),
    "one_client": Chapter(
        one_client, frozenset(["clients_joined", "clients_parted", "withdrawn", "touched"])
    ),
    "climbed": Chapter(climbed, frozenset(["declined", "explained", "lapsed", "repeated", "lost_reason"])),
    "sold_by_mistake": Chapter(sold_by_mistake, frozenset({"reopened"})),
    "not_theirs": Chapter(not_theirs, frozenset({"segment_judged", "given_back"})),
    "thought_again": Chapter(thought_again, frozenset({"claimed_late", "given_back"})),
    "taken_back": Chapter(taken_back, frozenset({"withdrawn"})),
    "disputed": Chapter(disputed, frozenset(["disputed", "bad_reason", "settled", "given_back"])),
    "by_hand": Chapter(by_hand, frozenset(["assigned", "returned"])),
    "on_leave": Chapter(on_leave, frozenset(["off", "leave_dropped", "cut_short"])),
    "leaves_leads": Chapter(leaves_leads, frozenset(["off", "given_back", "assigned"])),
    "away": Chapter(away, frozenset(["on", "off", "paused", "undelivered", "unreachable"]), IMPATIENT),
    "closed": Chapter(closed, frozenset({"waiting"}), LATE),
    "evening": Chapter(evening, frozenset({"closed"})),
    "switched": Chapter(switched, frozenset(["scheme_switched", "reserve_changed"])),
    "drawn": Chapter(
        drawn, frozenset(["draw_announced", "lot_thrown", "draw_opened"]), LOTTERY, by_chance=True
    ),
    "thrown": Chapter(thrown, frozenset({"draw_thrown"}), LOTTERY, by_chance=True),
    "several_want_it": Chapter(several_want_it, frozenset({"wanted", "claimed"}), WINDOWED),
    "swapped": Chapter(swapped, frozenset(["swap_opened", "swap_taken", "swap_withdrawn"]), DUTY),
    "planned": Chapter(
        planned, frozenset(["roster_proposed", "roster_changed", "roster_dismissed", "roster_approved"]), DUTY
    ),
    "invited": Chapter(invited, frozenset(["invited", "joined"]), WITH_ADMIN, asked_again="invited"),
    "forgotten": Chapter(forgotten, frozenset({"erased"})),
    "remembered": Chapter(remembered, frozenset({"imported"})),
    "put_right": Chapter(put_right, frozenset({"clock_put_back"})),
    "reorganised": Chapter(
        reorganised, frozenset(["weight_changed", "members_ordered", "member_left", "member_joined"])
    ),
}
