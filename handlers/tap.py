"""The one way to answer a tap: what the desk replied, as a toast in the person's words."""

from __future__ import annotations

from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery

from desk.actor import Reply
from screens.notice import done_toast, refusal_toast
from screens.texts import Texts

Toast = AnswerCallbackQuery


def answer(query: CallbackQuery, reply: Reply, texts: Texts) -> Toast:
    """Returns the toast, to be returned by the handler: what the tap did is stored,
    and nobody waits for Telegram's answer.
    """
    if reply.refusal:
        words: str | None = refusal_toast(reply.refusal, reply.names, texts)
    elif reply.done:
        words = done_toast(reply.done, texts, **({"name": reply.names[0]} if reply.names else {}))
    else:
        words = None
    return query.answer(words)
