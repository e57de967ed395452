"""The people of the office: what is tapped on their panes."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.invitations import Invitations
from desk.office.listing import Listings
from desk.office.persons import Persons
from desk.office.taking_on import TakingOn
from handlers.tap import Toast, answer
from screens.buttons.of_people import AskList, MakeListed, OfPerson, PickPeople, Revoke
from screens.texts import Texts


def router() -> Router:
    router = Router(name="people")
    router.callback_query.register(_of_person, OfPerson.filter())
    router.callback_query.register(_revoke, Revoke.filter())
    router.callback_query.register(_pick, PickPeople.filter())
    router.callback_query.register(_ask_list, AskList.filter())
    router.callback_query.register(_make, MakeListed.filter())
    return router


async def _ask_list(query: CallbackQuery, actor: Actor, listings: Listings, texts: Texts) -> Toast:
    return answer(query, await listings.ask(actor), texts)


async def _make(query: CallbackQuery, actor: Actor, listings: Listings, texts: Texts) -> Toast:
    return answer(query, await listings.make(actor), texts)


async def _revoke(
    query: CallbackQuery, callback_data: Revoke, actor: Actor, invitations: Invitations, texts: Texts
) -> Toast:
    return answer(query, await invitations.revoke(actor, callback_data.link), texts)


async def _pick(
    query: CallbackQuery, callback_data: PickPeople, actor: Actor, taking_on: TakingOn, texts: Texts
) -> Toast:
    return answer(query, await taking_on.ask(actor, callback_data.role), texts)


async def _of_person(
    query: CallbackQuery, callback_data: OfPerson, actor: Actor, persons: Persons, texts: Texts
) -> Toast:
    tapped = callback_data
    return answer(query, await persons.do(actor, tapped.deed, tapped.who, tapped.value), texts)
