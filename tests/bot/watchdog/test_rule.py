"""When something counts as wrong; and what Telegram says of a webhook."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.courier.errors import TelegramStopped
from bot.standin.faults import CutBefore, Refuse
from bot.standin.wire import ApiError
from bot.watchdog.ears import ASK_EVERY, WebhookEars
from bot.watchdog.rule import FRESH, OVERDUE, SILENT, UNSENT, Measured, Trouble, Verdict, Webhook, judge
from bot.watchdog.watch import Waiting
from tests.bot.courier.courier_stage import ANNA, START, Stage

WELL = Measured(START, overdue=None, unsent=None, silent=0.0, webhook=None, set_aside=0)
HOOK = Webhook(is_ours=True, pending=0, failed_at=None)
ADDRESS = "https://fairlead.example/hook"


def test_where_nothing_waits_everything_is_fine() -> None:
    assert set(judge(WELL).values()) == {Verdict.FINE}


@pytest.mark.parametrize(
    ("seen", "trouble", "verdict"),
    [
        (replace(WELL, overdue=OVERDUE), Trouble.DEADLINES, Verdict.UNSURE),
        (replace(WELL, overdue=OVERDUE + 1), Trouble.DEADLINES, Verdict.WRONG),
        (replace(WELL, unsent=UNSENT), Trouble.OUTBOX, Verdict.UNSURE),
        (replace(WELL, unsent=UNSENT + 1), Trouble.OUTBOX, Verdict.WRONG),
        (replace(WELL, silent=SILENT), Trouble.TELEGRAM, Verdict.FINE),
        (replace(WELL, silent=SILENT + 1), Trouble.TELEGRAM, Verdict.WRONG),
        (replace(WELL, webhook=HOOK), Trouble.TELEGRAM, Verdict.FINE),
        (replace(WELL, webhook=replace(HOOK, is_ours=False)), Trouble.TELEGRAM, Verdict.WRONG),
        (replace(WELL, webhook=replace(HOOK, pending=3)), Trouble.TELEGRAM, Verdict.UNSURE),
        (replace(WELL, webhook=Webhook(True, 3, START - FRESH)), Trouble.TELEGRAM, Verdict.WRONG),
        (
            replace(WELL, webhook=Webhook(True, 3, START - FRESH - timedelta(seconds=1))),
            Trouble.TELEGRAM,
            Verdict.UNSURE,
        ),
        (replace(WELL, webhook=Webhook(True, 0, START)), Trouble.TELEGRAM, Verdict.FINE),
        (replace(WELL, set_aside=1), Trouble.SET_ASIDE, Verdict.WRONG),
    ],
)
def test_each_trouble_is_seen_from_its_threshold_on(
    seen: Measured, trouble: Trouble, verdict: Verdict
) -> None:
    found = judge(seen)
    assert found[trouble] is verdict
    assert all(other is Verdict.FINE for name, other in found.items() if name is not trouble)


def test_what_goes_on_and_another_that_begins_are_told_apart() -> None:
    waiting = Waiting()
    assert waiting.longest(["a"], 0) == 0
    assert waiting.longest(["a", "b"], 5) == 5
    assert waiting.longest(["b"], 9) == 4
    assert waiting.longest([], 10) is None
    assert waiting.longest(["b"], 11) == 0


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.telegram.updates.clear()  # nobody's /start
    stage.telegram.updates.set_webhook({"url": ADDRESS})
    return stage


async def test_telegram_is_asked_for_its_webhook_once_a_minute(stage: Stage) -> None:
    ears = WebhookEars(stage.bot, ADDRESS)
    assert (await ears.listen(ASK_EVERY - 1)).webhook is None
    assert (await ears.listen(ASK_EVERY)).webhook == HOOK
    stage.telegram.send_text(ANNA, "лид")
    failed_at = int(START.timestamp())
    stage.telegram.updates.set_webhook({"url": ADDRESS, "last_error_date": failed_at})
    assert (await ears.listen(ASK_EVERY + 59)).webhook == HOOK, "not asked again yet"
    assert (await ears.listen(ASK_EVERY + 60)).webhook == Webhook(True, 1, START)


async def test_a_webhook_that_somebody_took_away_is_seen(stage: Stage) -> None:
    stage.telegram.updates.set_webhook(None)
    heard = await WebhookEars(stage.bot, ADDRESS).listen(ASK_EVERY)
    assert heard.webhook == replace(HOOK, is_ours=False)


async def test_while_telegram_does_not_answer_nothing_new_is_heard(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    ears = WebhookEars(stage.bot, ADDRESS)
    first = await ears.listen(ASK_EVERY)
    stage.faults(("getWebhookInfo", CutBefore()), ("getWebhookInfo", Refuse.server_error()))
    assert await ears.listen(2 * ASK_EVERY) == await ears.listen(3 * ASK_EVERY) == first
    assert (await ears.listen(4 * ASK_EVERY)).answers == first.answers + 1
    assert stage.bot.token not in caplog.text


async def test_a_revoked_token_stops_the_program(stage: Stage) -> None:
    stage.faults(("getWebhookInfo", Refuse(ApiError(401, "Unauthorized"))))
    with pytest.raises(TelegramStopped, match="BOT_TOKEN"):
        await WebhookEars(stage.bot, ADDRESS).listen(ASK_EVERY)
