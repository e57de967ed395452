"""Two clients who are one, and are parted again; a lead that is added to another one of its client's."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.one_client import OneClient
from handlers.tap import Toast, answer
from screens.buttons.of_clients import AddTo, PartClients, SameClient
from screens.texts import Texts


def router() -> Router:
    router = Router(name="one_client")
    router.callback_query.register(_choose, SameClient.filter())
    router.callback_query.register(_part, PartClients.filter())
    router.callback_query.register(_add, AddTo.filter())
    return router


async def _choose(
    query: CallbackQuery, callback_data: SameClient, actor: Actor, one_client: OneClient, texts: Texts
) -> Toast:
    lead, other = callback_data.lead, callback_data.other
    return answer(query, await one_client.choose(actor, lead, other, sure=callback_data.sure), texts)


async def _part(
    query: CallbackQuery, callback_data: PartClients, actor: Actor, one_client: OneClient, texts: Texts
) -> Toast:
    return answer(query, await one_client.part(actor, callback_data.lead, callback_data.join), texts)


async def _add(
    query: CallbackQuery, callback_data: AddTo, actor: Actor, one_client: OneClient, texts: Texts
) -> Toast:
    return answer(query, await one_client.add(actor, callback_data.lead, callback_data.to), texts)
