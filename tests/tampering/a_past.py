"""An office with a bit of everything behind it, lived through the whole bot: every kind of entry is in its ledger."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.standin.people import Seen
from desk.erasure import Erasure
from desk.sought import Sought
from screens.buttons.of_duty import SeekSwap
from screens.buttons.of_lead import Claim
from tests.files.past.files import imports, row
from tests.offices import OFFICE, WEEK, manager, on_duty, varied
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.test_people import invites
from tests.stories.uniting import unites
from tests.stories.words import (
    AMOUNT,
    APART,
    APPROVE,
    BAD_LEAD,
    BRING_IN,
    CALL_BACK,
    CLAIM,
    CLAIM_AFTER_ALL,
    CONFIRM,
    CONFLICT,
    CORRECT,
    DECLINE,
    GIVE_BACK,
    HAND_OVER,
    INVOICE,
    MEETING,
    MET_ALREADY,
    NAME,
    NO_ANSWER,
    NOT_BAD,
    NOT_MY_SEGMENT,
    NOT_THEIRS,
    PART,
    PROPOSE_ROSTER,
    REACHED,
    REFUSAL,
    REOPEN,
    SALE,
    SEGMENT,
    TAKE_SHIFT,
    THEIRS,
    TOO_EXPENSIVE,
    WITHDRAW,
)

TEAM = ["petrov", "sidorova", "ivanov", "kim"]
SCHEMES = ("balance", "queue", "longest_idle", "conversion", "duty", "lottery", "grab", "secretary", "manual")
"""A segment each, which is found by its name in what the client says; later `next` has one, too."""

BUSY = varied(
    OFFICE,
    people={
        "kim": {**manager("Ирина Ким", 204), "weight": 0.5, "capacity": 50},
        "root": {"name": "Админ", "telegram_id": 501, "roles": ["admin"]},
    },
    segments={
        "tatarstan": None,
        **{
            name: {
                "name": f"Сегмент {name}",
                "match": {"keywords": [name]},
                "scheme": name,
                "min_sample": 1,
                "members": TEAM,
            }
            for name in SCHEMES
        },
        "rest": {"members": TEAM},
    },
    shifts=[{**shift, "segment": "duty"} for shift in (*WEEK, on_duty("ivanov", "mon-fri 18:00-19:00"))],
)
REORDERED = varied(
    BUSY,
    people={"kim": {"weight": 2.0}},
    segments={
        **{name: {"members": ["kim", *TEAM[:3]]} for name in (*SCHEMES, "rest")},
        "manual": {"members": ["kim", *TEAM[:3]], "reserve": "queue"},
    },
)
WITHOUT_KIM = varied(REORDERED, segments={name: {"members": TEAM[:3]} for name in (*SCHEMES, "rest")})
FREE = varied(WITHOUT_KIM, decline_costs_turn=False)
WINDOWED = varied(FREE, segments={"grab": {"window": "20s"}})
BY_WORTH = varied(FREE, segments={"rest": {"scheme": "worth"}})


ASKED_FOR = varied(
    BY_WORTH,
    people={"mayer": {**manager("Вера Майер", 205), "hours": "always"}},
    segments={
        "next": {
            "name": "Сегмент next",
            "match": {"keywords": ["next"]},
            "scheme": "next",
            "day_limit": 3,
            "members": ["petrov", "mayer"],
        },
        "night": {
            "name": "Сегмент night",
            "match": {"keywords": ["night"]},
            "scheme": "queue",
            "members": ["petrov", "mayer"],
        },
    },
)
COSTLY = varied(ASKED_FOR, decline_costs_turn=True, segments={"night": {"ladder": ["head", "director"]}})


class Past:
    """Whoever is asked, a story says only what he answers."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.number = 0
        self.managers = [desk.petrov, desk.sidorova, desk.ivanov, desk.person(204)]

    async def call(self, words: str, phone: int = 0, *, tap: str = HAND_OVER) -> None:
        self.number += 1
        await self.desk.lead(f"Клиент 8 (495) 200-00-{phone or self.number:02}, {words}", tap=tap)

    def asked(self) -> Person:
        """The first who is asked about the newest lead."""
        everybody = (*self.managers, self.desk.smirnov, self.desk.orlova)
        reached = [person for person in everybody if not self.desk.telegram.chats[person.id].blocked]
        on = f"№{self.number}"
        found = [p for p in reached if any(on in m.text and _is_offered(m) for m in p.messages())]
        assert found, f"nobody is asked about {on}"
        return found[0]

    async def answers(self, *buttons: str) -> None:
        """Whoever is asked first taps these, one after the other."""
        person = self.asked()
        for button in buttons:
            await person.taps(button, on=f"№{self.number}")


def _is_offered(message: Seen) -> bool:
    """Not to whoever has let it lapse, and may take it after all."""
    claim = message.button(CLAIM)
    return claim is not None and claim.value.startswith(Claim.__prefix__)


async def lived(desk: Desk) -> None:
    """Two weeks, from a Monday at ten. The office is the one of the file `BUSY`."""
    past = Past(desk)
    await _a_draw(past)
    await _a_lead_of_each_kind(past)
    await _answers_and_outcomes(past)
    await _hands(past)
    await _promises(past)
    await _a_file(past)
    await _a_wrong_clock(past)
    await _coming_and_going(past)
    await _duty(past)
    await _another_set_up(past)
    await _still_open(past)
    await _whose_segment(past)
    await _one_client(past)
    await _the_pull(past)
    await _the_heads_no(past)


async def _a_draw(past: Past) -> None:
    await past.desk.petrov.taps("7")
    await past.desk.sidorova.taps("3")
    await past.desk.passes(minutes=15)
    await past.desk.ivanov.taps("5")  # for the week after


async def _a_lead_of_each_kind(past: Past) -> None:
    for scheme in SCHEMES:
        await past.call(scheme)
        await past.answers(CLAIM)
    for outcome in (SALE, REFUSAL):
        await past.call("conversion")
        await past.answers(CLAIM, outcome)


async def _answers_and_outcomes(past: Past) -> None:
    await past.call("queue")
    await past.answers(DECLINE, NOT_MY_SEGMENT)
    await past.answers(DECLINE)
    await past.answers(CLAIM, GIVE_BACK)
    await past.answers(CLAIM, REACHED, SALE)
    await past.call("balance")
    seller = past.asked()
    await past.answers(CLAIM, SALE)
    await seller.sends("120 000")
    await past.call("balance", phone=past.number)  # the client comes back, to his own manager
    await past.answers(CLAIM)
    await past.call("balance", phone=past.number - 1, tap=APART)  # and once more, while that is open
    await past.answers(CLAIM, REFUSAL, TOO_EXPENSIVE)
    await past.call("queue")
    await past.answers(CLAIM)
    await past.desk.anna.taps(CORRECT, on=f"№{past.number}")
    await past.desk.anna.taps(NAME, on=f"№{past.number}")
    await past.desk.anna.sends("Виктор Палыч")
    await past.desk.anna.taps(CORRECT, on=f"№{past.number}")
    await past.desk.anna.taps(SEGMENT, on=f"№{past.number}")
    await past.desk.anna.taps("Сегмент balance", on=f"№{past.number}")
    await past.desk.anna.taps("Передать по правилу", on=f"№{past.number}")
    await past.answers(CLAIM)
    await past.call("queue")
    await past.answers(CLAIM, BAD_LEAD, "Дубль")
    await past.desk.smirnov.taps(CONFIRM)
    await past.call("grab")
    await past.answers(CLAIM, BAD_LEAD)
    await past.desk.smirnov.taps(NOT_BAD)
    await past.call("rest")
    await past.desk.passes(minutes=11)
    await past.answers(CLAIM)  # after all: he was silent at first
    await _mistakes(past)
    await past.call("queue")
    await past.answers(CLAIM, BAD_LEAD, "Дубль")
    await past.desk.smirnov.taps(CONFIRM)
    await past.call("queue")
    await past.answers(DECLINE, CONFLICT)
    await past.answers(CLAIM)


async def _mistakes(past: Past) -> None:
    await past.call("queue")
    await past.answers(DECLINE)
    await past.desk.anna.taps(WITHDRAW)
    past.number += 1
    await past.desk.anna.taps(HAND_OVER)
    await past.answers(CLAIM)
    await past.call("balance")
    seller, head, on = past.asked(), past.desk.smirnov, f"№{past.number}"
    await past.answers(CLAIM, SALE)
    await seller.sends("120 000")
    await seller.taps(REOPEN, on=on)
    await seller.taps(BAD_LEAD, on=on)
    await seller.taps("Спам", on=on)
    await head.taps(CONFIRM)
    await head.taps(REOPEN, on=on)
    await seller.taps(SALE, on=on)
    await seller.sends("1 000")
    await head.taps(AMOUNT, on=on)
    await head.sends("2 000")
    await past.call("queue")
    first = past.asked()
    await past.answers(DECLINE)
    await first.taps(CLAIM_AFTER_ALL)
    for _ in range(2):
        await first.taps(INVOICE, on=f"№{past.number}")


async def hand_on(desk: Desk, number: int) -> None:
    """The head opens a lead, with the list of whom to give it to."""
    await desk.smirnov.opens(number)
    if desk.smirnov.card(f"№{number} ·").button("Назначить другого"):
        await desk.smirnov.taps("Назначить другого", on=f"№{number} ·")


async def _hands(past: Past) -> None:
    desk = past.desk
    past.number += 1
    await desk.anna.sends(f"Клиент 8 (495) 200-00-{past.number}, secretary")
    await desk.anna.taps("Ольга Сидорова")
    await past.answers(CLAIM)
    await past.call("manual")
    await desk.smirnov.taps("Иван Иванов", on=f"№{past.number}")
    await hand_on(desk, past.number)
    await desk.smirnov.taps("Пётр Петров", on=f"№{past.number}")
    await past.call("queue")  # it is taken out of the hands of one who was asked
    await hand_on(desk, past.number)
    await desk.smirnov.taps("Ирина Ким", on=f"№{past.number}")


async def _promises(past: Past) -> None:
    """A call that nobody makes, one that is off, and a meeting that is still to come."""
    await past.call("queue")
    holder = past.asked()
    on = f"№{past.number}"
    await past.answers(CLAIM, CALL_BACK)
    await holder.sends("через час")
    await past.desk.passes(hours=1, minutes=31)
    await holder.taps(NO_ANSWER, on=on)
    await holder.taps(MEETING, on=on)
    await holder.sends("28.12 10:00")
    await past.call("balance")
    holder = past.asked()
    await past.answers(CLAIM, CALL_BACK)
    await holder.sends("завтра в 16")
    for button in (CALL_BACK, "Убрать"):
        await holder.taps(button, on=f"№{past.number}")


async def _a_file(past: Past) -> None:
    """Leads from before, of whom one had left already, in a segment that there is no more."""
    client = {"phone": "8 495 222-00-00", "name": "Старый клиент", "source": "site", "text": "queue"}
    won = {"manager": "ivanov", "claimed_at": "2026-10-01T10:09:00", "outcome": "won", "amount": "50000"}
    file = [
        row(**client, **won, closed_at="2026-10-05T12:00:00"),
        row("2026-10-02", **client, manager="Ренат", segment="Лоджии", outcome="lost"),
        row("2026-10-03", **client, manager="petrov"),
        row("2026-10-04", outcome="bad"),
    ]
    past.number += (await imports(past.desk.database, past.desk.clock.now(), file, create=True)).added


async def _coming_and_going(past: Past) -> None:
    desk = past.desk
    await desk.petrov.sends("/off")
    await desk.sidorova.sends("/off 25.11")
    await past.call("longest_idle")
    await desk.passes(minutes=5)  # a lapse
    await past.answers(DECLINE)
    await past.answers(CLAIM)
    await desk.petrov.sends("/on")
    await past.call("rest")
    await desk.passes(hours=1, minutes=30)  # nobody answers, up to the last step, which is said again
    await past.answers(CLAIM)
    desk.telegram.block(desk.petrov.id)
    await past.call("duty")  # it is his day
    await past.answers(CLAIM)
    desk.telegram.unblock(desk.petrov.id)
    await desk.petrov.starts()
    await desk.passes(hours=7)
    await past.call("balance")  # in the evening: it waits for the opening
    await desk.passes(hours=14, minutes=13)
    await past.answers(CLAIM)
    for person in past.managers:
        await person.sends("/on")
    token = await invites(desk, "➕ Секретарь")
    await desk.stranger(700, "Рита").starts(token)
    await invites(desk, "➕ Менеджер")
    admin = desk.person(501)
    await admin.sends("/people")
    for words in ("Пригласить", "Открытые приглашения", "✖️ менеджер"):
        await admin.taps(words)


def _until_six(day: str) -> str:
    """The button of the duty that ends then."""
    end = datetime.fromisoformat(f"{day}T18:00+03:00")
    return SeekSwap(segment="duty", end=int(end.timestamp())).pack()


async def _duty(past: Past) -> None:
    desk = past.desk
    await desk.passes(seconds=15)  # as long as it took when this past was first lived: its bytes are golden
    await desk.sidorova.sends("/roster")
    card = desk.sidorova.card("Когда вы дежурите").message_id
    await desk.sidorova.taps_data(card, _until_six("2026-11-26"))
    await desk.ivanov.taps(TAKE_SHIFT)
    await desk.sidorova.taps_data(card, _until_six("2026-11-27"))
    await desk.sidorova.taps(WITHDRAW)
    await desk.sidorova.taps_data(card, _until_six("2026-12-03"))
    for answer in ("Не надо", APPROVE, APPROVE):
        await desk.smirnov.sends("/roster")
        await desk.smirnov.taps(PROPOSE_ROSTER)
        await desk.smirnov.taps("поровну")
        if answer == APPROVE:
            for button in ("пн 30.11", "пн 30.11", "Сидорова", "Назад", "Назад"):
                await desk.smirnov.taps(button, on="График на")
        await desk.smirnov.taps(answer)


async def _another_set_up(past: Past) -> None:
    desk = past.desk
    await desk.set_up(REORDERED)
    for words in (*SCHEMES, "rest"):
        await past.call(words)
        await past.answers(CLAIM)
    await desk.set_up(WITHOUT_KIM)
    await desk.smirnov.sends("/office")
    await desk.smirnov.taps("Схема: Сегмент queue")
    await desk.smirnov.taps("поровну по долям", on="Схема: Сегмент queue")
    await desk.passes(days=3, hours=6, minutes=40)
    await past.call("lottery")
    await past.answers(CLAIM, MEETING, MET_ALREADY)
    await desk.set_up(FREE)
    await past.call("balance")
    await past.answers(DECLINE)
    await desk.passes(minutes=6)
    await desk.set_up(WINDOWED)
    await past.call("grab")
    await past.answers(CLAIM)
    await past.answers(CLAIM)  # the next who is asked
    await desk.passes(seconds=21)
    await desk.set_up(FREE)
    await desk.orlova.throws(37)  # it is Friday, after five


async def _a_wrong_clock(past: Past) -> None:
    """It is five hours ahead for a moment; whoever is asked then has his time from the moment it is put right."""
    past.desk.clock._start += timedelta(hours=5)
    await past.call("grab")
    past.desk.clock._start -= timedelta(hours=5)
    await past.desk.settle()
    await past.desk.passes(minutes=6)
    await past.answers(CLAIM)


async def _still_open(past: Past) -> None:
    assert await Erasure(past.desk.app.door).erase(Sought(phones=("+74952000001",))), (
        "the first client is forgotten"
    )
    for scheme in ("queue", "grab", "manual"):
        await past.call(scheme)
    await past.desk.passes(minutes=17)
    await past.desk.set_up(BY_WORTH)
    await past.call("rest")
    await past.answers(CLAIM)
    await past.desk.passes(minutes=1)
    await past.call("longest_idle")  # one alone is asked, and has no time any more at six
    await past.desk.passes(minutes=2)
    await past.call("balance")  # after six: it waits
    await past.desk.ivanov.sends("/on")  # he may have been silent too often
    await past.call("duty")  # one alone is asked, who is on duty still
    await past.desk.ivanov.sends("/off 20.12 - 25.12")
    await past.desk.ivanov.sends("/on")
    await past.managers[3].sends("/off 21.12 - 25.12")
    await past.desk.sidorova.sends("/off 05.12")
    await past.desk.petrov.sends("/off 24.12 - 31.12")
    await past.desk.petrov.sends("/off")
    await past.desk.lead(f"Клиент 8 (495) 200-00-{past.number}, duty, ещё раз")  # of an open lead
    past.number += 1
    await past.desk.passes(seconds=5)  # his chat takes so much in a second
    await past.desk.ivanov.sends(f"Мой клиент 8 (495) 200-00-{past.number}, duty")
    await past.desk.ivanov.taps(BRING_IN)


async def _one_client(past: Past) -> None:
    """Two clients are one, and two after all; two that nobody has are one lead, and stay one."""
    kept = past.number
    for _ in range(2):
        await past.call("balance, ночью")
    first, second = past.number - 1, past.number
    await unites(past.desk, kept, first)
    await past.desk.smirnov.taps(f"{PART}: №{first}", on=f"№{kept} ·")
    await unites(past.desk, first, second)
    await past.call("balance")  # it waits for the morning


async def _whose_segment(past: Past) -> None:
    """Of a lead that somebody has declined long ago: it was not theirs."""
    await past.desk.smirnov.taps(NOT_THEIRS, on="🧭")


async def _the_pull(past: Past) -> None:
    """Somebody who works at night asks for a lead; another one waits for whoever asks."""
    mayer = past.desk.person(205)
    await past.desk.set_up(ASKED_FOR)
    await past.call("next")
    await past.call("next")
    await mayer.taps("Дать лид")
    await past.call("night")  # they alone are asked, and go
    await mayer.sends("/off")


async def _the_heads_no(past: Past) -> None:
    """Somebody says that a lead is of another segment, and the head that it is not."""
    mayer = past.desk.person(205)
    await past.desk.set_up(COSTLY)
    await mayer.sends("/on")
    await past.call("night")
    for button in (DECLINE, NOT_MY_SEGMENT):
        await mayer.taps(button, on=f"№{past.number}")
    await past.desk.smirnov.taps(THEIRS, on="🧭")
    await past.call("night")
    await mayer.sends("/off")
