"""The people of the office: what is tapped on their panes."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.office.persons import Persons
from handlers.tap import Toast, answer
from screens.buttons.of_people import FindPerson, OfPerson
from screens.texts import Texts


def router() -> Router:
    router = Router(name="people")
    router.callback_query.register(_of_person, OfPerson.filter())
    router.callback_query.register(_find, FindPerson.filter())
    return router


async def _of_person(
    query: CallbackQuery, callback_data: OfPerson, actor: Actor, persons: Persons, texts: Texts
) -> Toast:
    tapped = callback_data
    return answer(query, await persons.do(actor, tapped.deed, tapped.who, tapped.value), texts)


async def _find(query: CallbackQuery, actor: Actor, persons: Persons, texts: Texts) -> Toast:
    return answer(query, await persons.find(actor), texts)
