"""What goes wrong on purpose, in order or by chance."""

import random  # noqa: TID251 - a seeded one, handed to the storm

from bot.standin import faults
from bot.standin.chats import Telegram
from bot.standin.wire import Answer, ApiError, Call, ConnectionCutError

ANNA = 1001


def office() -> Telegram:
    telegram = Telegram(lambda: 1_790_000_000.0)
    telegram.add_user(ANNA, "Анна")
    return telegram


async def ask(telegram: Telegram, method: str, **params: object) -> Answer | None:
    """None: the connection was cut."""
    try:
        return await telegram.handle(telegram.token, Call(method, params))
    except ConnectionCutError:
        return None


async def test_a_confirmed_update_can_come_again() -> None:
    telegram = office()
    telegram.faults = faults.Again()
    telegram.send_text(ANNA, "Лид")
    first = await ask(telegram, "getUpdates")
    assert first
    (update,) = first.body["result"]
    again = await ask(telegram, "getUpdates", offset=update["update_id"] + 1)
    assert again and again.body["result"] == [update]
    third = await ask(telegram, "getUpdates", offset=update["update_id"] + 1)
    assert third and third.body["result"] == []


async def test_a_lost_answer_to_a_poll_brings_the_updates_again() -> None:
    telegram = office()
    telegram.faults = script = faults.Script(("getUpdates", faults.CutAfter()))
    telegram.send_text(ANNA, "Лид")
    assert await ask(telegram, "getUpdates") is None
    assert script.is_over
    answer = await ask(telegram, "getUpdates")
    assert answer and len(answer.body["result"]) == 1


async def test_a_script_waits_for_its_method() -> None:
    telegram = office()
    telegram.faults = script = faults.Script(
        ("getChat", faults.Refuse.server_error(500)), ("*", faults.CutBefore())
    )
    assert (await ask(telegram, "getMe") or Answer.of(None)).status == 200
    assert not script.is_over
    assert (await ask(telegram, "getChat", chat_id=ANNA) or Answer.of(None)).status == 500
    assert await ask(telegram, "getMe") is None
    assert (await ask(telegram, "getMe") or Answer.of(None)).status == 200


async def weather(seed: int) -> list[int | None]:
    telegram = office()
    chances: dict[faults.Fault, float] = {
        faults.CutAfter(): 0.2,
        faults.Refuse.flood(3): 0.2,
        faults.Refuse(ApiError(500, "Internal Server Error")): 0.1,
    }
    telegram.faults = faults.Storm(random.Random(seed), chances)
    answers = [await ask(telegram, "getMe") for _ in range(200)]
    return [answer.status if answer else None for answer in answers]


async def test_a_storm_is_the_same_for_the_same_seed() -> None:
    seen = await weather(1)
    assert seen == await weather(1)
    assert seen != await weather(2)
    assert {None, 200, 429, 500} == set(seen)
    assert 60 <= seen.count(200) <= 140
