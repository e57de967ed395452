"""The session builds the type of an answer once, whatever pydantic lets go."""

from __future__ import annotations

import gc
import json
import weakref

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import GetMe, Response
from aiogram.types import User

from bot.run import KeepingSession
from bot.standin.model import DEMO

ME = json.dumps({"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "Fairlead"}})


def _outlives_the_answer(session: AiohttpSession) -> bool:
    answer = session.check_response(Bot(DEMO, session=session), GetMe(), 200, ME)
    assert isinstance(answer.result, User)
    kind = weakref.ref(type(answer))
    del answer
    gc.collect()
    return kind() is not None


def test_the_type_of_an_answer_is_kept() -> None:
    session = KeepingSession()
    assert _outlives_the_answer(session)
    assert Response[User] is Response[User]


def test_aiograms_own_session_lets_it_go() -> None:
    """Where it no longer does, `KeepingSession` has no reason to be."""
    assert not _outlives_the_answer(AiohttpSession())
