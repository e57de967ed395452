"""The one way to answer a tap: what the desk replied, as a toast in the person's words."""

from __future__ import annotations

import logging

from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery

from handlers.actor import Reply
from handlers.screens.toasts import done_toast, refusal_toast
from handlers.texts import Texts

LONGEST = 5  # seconds; whoever has waited so long looks elsewhere, and other people's updates wait

log = logging.getLogger(__name__)


async def answer(query: CallbackQuery, reply: Reply, texts: Texts) -> None:
    """Telegram may have forgotten the tap by now, or be out of reach; what it did is stored all the same."""
    if reply.refusal:
        words: str | None = refusal_toast(reply.refusal, reply.names, texts)
    elif reply.done:
        words = done_toast(reply.done, texts, **({"name": reply.names[0]} if reply.names else {}))
    else:
        words = None
    assert query.bot, "whoever read the update has given it its bot"
    try:
        await query.bot(query.answer(words), request_timeout=LONGEST)
    except TelegramAPIError as error:
        log.info("a tap was not answered: %s", type(error).__name__)
