"""The methods that the stand-in answers; any other is 404 "method not found"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram import methods as api

from bot.standin.methods import edits, polling, profile, sending

Method = type[api.TelegramMethod[Any]]
Handler = Callable[
    ..., Any
]  # (model, the request as aiogram models it, uploads) -> result, or an awaitable of it

HANDLERS: dict[Method, Handler] = {
    api.SendMessage: sending.send_message,
    api.SendPhoto: sending.send_photo,
    api.SendVoice: sending.send_voice,
    api.SendDocument: sending.send_document,
    api.SendMediaGroup: sending.send_media_group,
    api.CopyMessage: sending.copy_message,
    api.CopyMessages: sending.copy_messages,
    api.ForwardMessage: sending.forward_message,
    api.EditMessageText: edits.edit_message_text,
    api.EditMessageCaption: edits.edit_message_caption,
    api.EditMessageMedia: edits.edit_message_media,
    api.EditMessageReplyMarkup: edits.edit_message_reply_markup,
    api.DeleteMessage: edits.delete_message,
    api.DeleteMessages: edits.delete_messages,
    api.PinChatMessage: edits.pin_chat_message,
    api.UnpinChatMessage: edits.unpin_chat_message,
    api.GetUpdates: polling.get_updates,
    api.SetWebhook: polling.set_webhook,
    api.DeleteWebhook: polling.delete_webhook,
    api.GetWebhookInfo: polling.get_webhook_info,
    api.AnswerCallbackQuery: polling.answer_callback_query,
    api.GetMe: profile.get_me,
    api.SetMyCommands: profile.set_my_commands,
    api.GetMyCommands: profile.get_my_commands,
    api.DeleteMyCommands: profile.delete_my_commands,
    api.SetMyName: profile.set_my_name,
    api.SetMyDescription: profile.set_my_description,
    api.SetMyShortDescription: profile.set_my_short_description,
    api.GetChat: polling.get_chat,
    api.GetFile: polling.get_file,
    api.SendChatAction: polling.send_chat_action,
}

BY_NAME: dict[str, Method] = {method.__api_method__.lower(): method for method in HANDLERS}
