"""What a manager does: they come and goes, answers offers, and works the leads that they hold."""

from __future__ import annotations

from datetime import UTC, datetime

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.appointments import Appointments
from desk.claims import Claims
from desk.presence import Presence
from desk.pulling import Pulling
from handlers.filters import asked
from handlers.tap import Toast, answer
from screens.buttons.of_lead import (
    Appoint,
    BadReason,
    Claim,
    ClaimLate,
    Close,
    Decline,
    DropAppointment,
    Explain,
    GiveUp,
    LostReason,
    MarkAgain,
    OwnWords,
    Pull,
    Record,
)
from screens.commands import Command
from screens.texts import Texts


def router() -> Router:
    router = Router(name="manager")
    router.callback_query.register(_claim, Claim.filter())
    router.callback_query.register(_pull, Pull.filter())
    router.callback_query.register(_claim_late, ClaimLate.filter())
    router.callback_query.register(_decline, Decline.filter())
    router.callback_query.register(_explain, Explain.filter())
    router.callback_query.register(_own_words, OwnWords.filter())
    router.callback_query.register(_record, Record.filter())
    router.callback_query.register(_mark_again, MarkAgain.filter())
    router.callback_query.register(_appoint, Appoint.filter())
    router.callback_query.register(_drop_appointment, DropAppointment.filter())
    router.callback_query.register(_close, Close.filter())
    router.callback_query.register(_bad_reason, BadReason.filter())
    router.callback_query.register(_lost_reason, LostReason.filter())
    router.callback_query.register(_give_up, GiveUp.filter())
    router.message.register(_say_pull, *asked(Command.PULL))
    router.message.register(_on, *asked(Command.ON))
    router.message.register(_off, *asked(Command.OFF))
    return router


async def _claim(
    query: CallbackQuery, callback_data: Claim, actor: Actor, claims: Claims, texts: Texts
) -> Toast:
    return answer(query, await claims.claim(actor, callback_data.lead), texts)


async def _pull(
    query: CallbackQuery, callback_data: Pull, actor: Actor, pulling: Pulling, texts: Texts
) -> Toast:
    return answer(query, await pulling.ask(actor, callback_data.lead), texts)


async def _claim_late(
    query: CallbackQuery, callback_data: ClaimLate, actor: Actor, claims: Claims, texts: Texts
) -> Toast:
    return answer(query, await claims.claim_late(actor, callback_data.lead), texts)


async def _decline(
    query: CallbackQuery, callback_data: Decline, actor: Actor, claims: Claims, texts: Texts
) -> Toast:
    return answer(query, await claims.decline(actor, callback_data.lead), texts)


async def _explain(
    query: CallbackQuery, callback_data: Explain, actor: Actor, claims: Claims, texts: Texts
) -> Toast:
    return answer(query, await claims.explain(actor, callback_data.lead, callback_data.reason), texts)


async def _own_words(
    query: CallbackQuery, callback_data: OwnWords, actor: Actor, claims: Claims, texts: Texts
) -> Toast:
    return answer(query, await claims.own_words(actor, callback_data.lead), texts)


async def _record(
    query: CallbackQuery, callback_data: Record, actor: Actor, claims: Claims, texts: Texts
) -> Toast:
    return answer(query, await claims.record(actor, callback_data.lead, callback_data.progress), texts)


async def _mark_again(
    query: CallbackQuery, callback_data: MarkAgain, actor: Actor, claims: Claims, texts: Texts
) -> Toast:
    return answer(query, await claims.mark_again(actor, callback_data.lead, callback_data.progress), texts)


async def _appoint(
    query: CallbackQuery, callback_data: Appoint, actor: Actor, appointments: Appointments, texts: Texts
) -> Toast:
    lead, what = callback_data.lead, callback_data.what
    if callback_data.when:
        return answer(query, await appointments.set_by_name(actor, lead, what, callback_data.when), texts)
    if not callback_data.at:
        return answer(query, await appointments.ask(actor, lead, what), texts)
    at = datetime.fromtimestamp(callback_data.at, UTC)
    return answer(query, await appointments.set(actor, lead, what, at), texts)


async def _drop_appointment(
    query: CallbackQuery,
    callback_data: DropAppointment,
    actor: Actor,
    appointments: Appointments,
    texts: Texts,
) -> Toast:
    return answer(query, await appointments.drop(actor, callback_data.lead), texts)


async def _close(
    query: CallbackQuery, callback_data: Close, actor: Actor, claims: Claims, texts: Texts
) -> Toast:
    return answer(query, await claims.close(actor, callback_data.lead, callback_data.outcome), texts)


async def _bad_reason(
    query: CallbackQuery, callback_data: BadReason, actor: Actor, claims: Claims, texts: Texts
) -> Toast:
    return answer(query, await claims.bad_reason(actor, callback_data.lead, callback_data.reason), texts)


async def _lost_reason(
    query: CallbackQuery, callback_data: LostReason, actor: Actor, claims: Claims, texts: Texts
) -> Toast:
    return answer(query, await claims.lost_reason(actor, callback_data.lead, callback_data.reason), texts)


async def _give_up(
    query: CallbackQuery, callback_data: GiveUp, actor: Actor, claims: Claims, texts: Texts
) -> Toast:
    return answer(query, await claims.give_up(actor, callback_data.lead), texts)


async def _say_pull(_: Message, actor: Actor, pulling: Pulling) -> None:
    await pulling.say(actor)


async def _on(_: Message, actor: Actor, presence: Presence) -> None:
    await presence.on(actor)


async def _off(_: Message, command: CommandObject, actor: Actor, presence: Presence) -> None:
    """`/off`, or with the day of return: `/off 01.12`."""
    await presence.off(actor, command.args or "")
