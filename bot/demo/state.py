"""Everything that the page shows, as one JSON object."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from zlib import crc32

from aiogram.types import BotCommandScopeChat

from bot.demo.day import is_at_work
from bot.demo.office import FOUNDER, DemoOffice, Shown, shown_people
from bot.standin.model import Toast
from bot.standin.people import Seen
from bot.standin.wire import JSON
from desk.work import Work
from leads.office import Office, Role
from leads.schemes import ORDER
from screens.texts import texts_for
from storage import cases

MOST_MESSAGES = 100  # of each person, the last ones
MOST_TOASTS = 20
MOST_QUOTED = 80  # characters


async def state(demo: DemoOffice) -> JSON:
    office, now, drafts = await demo.app.door.read(lambda work: _read(demo, work))
    deadline = await demo.due_today()
    bot = demo.telegram.bot
    return {
        "bot": {"name": bot.first_name, "username": bot.username},
        "office": office.name,
        "locale": office.locale,
        "clock": {
            "now": _written(now, office),
            "speed": demo.clock.speed,
            "next_deadline": _written(deadline, office) if deadline else None,
            "is_open": is_at_work(office, now),
        },
        "rules": [
            {"segment": s.id, "name": s.name, "scheme": s.scheme} for s in office.segments if not s.retired
        ],
        "schemes": _schemes(office.locale),
        "guide": demo.guide.steps(is_set_up=_takes_calls(office), has_lead=drafts > 0),
        "people": [_person(demo, shown) for shown in shown_people(demo, office)],
    }


def _read(demo: DemoOffice, work: Work) -> tuple[Office, datetime, int]:
    """The office, its time, and how many drafts lie there."""
    demo.guide.read(work.store)
    return work.office, work.now, cases.drafts(work.store)


def _takes_calls(office: Office) -> bool:
    """Whether somebody in Telegram is a secretary."""
    return any(person.telegram_id for person in office.with_role(Role.SECRETARY))


def _founds(chat: int) -> list[Role]:
    """What whoever sets an empty office up is by their account alone."""
    return [Role.ADMIN] if chat == FOUNDER[0] else []


def _schemes(locale: str) -> list[JSON]:
    """In the bot's own words."""
    words = texts_for(locale).plain
    return [
        {"id": name, "name": words(f"scheme-{name}"), "about": words(f"scheme-about-{name}")}
        for name in ORDER
    ]


def _person(demo: DemoOffice, shown: Shown) -> JSON:
    telegram, chat, person = demo.telegram, shown.chat, shown.person
    scope = BotCommandScopeChat(chat_id=chat).model_dump_json()
    return {
        "id": chat,
        "key": shown.key,
        "name": shown.name,
        "roles": [*person.roles, *_founds(chat)] if person else [],
        "blocked": demo.is_away(chat),
        "below": telegram.below(chat),
        "commands": telegram.commands.get((scope, ""), []),
        "messages": [_message(seen) for seen in telegram.messages(chat)[-MOST_MESSAGES:]],
        "toasts": [_toast(toast) for toast in telegram.toasts(chat)[-MOST_TOASTS:]],
    }


def _toast(toast: Toast) -> JSON:
    return {"id": toast.query_id, "text": toast.text, "alert": toast.show_alert}


def _message(seen: Seen) -> JSON:
    raw = seen.raw
    shown: JSON = {
        "message_id": seen.message_id,
        "date": raw["date"],
        "from_bot": seen.by_bot,
        "reply_to": _quoted(raw.get("reply_to_message")),
        "text": raw.get("text") or _thrown(raw),
        "caption": raw.get("caption"),
        "entities": list(seen.entities),
        "kind": _kind(seen),
        "file": _file(raw),
        "duration": raw.get("voice", {}).get("duration"),
        "contact": raw.get("contact"),
        "forward_from": _forwarded(raw.get("forward_origin")),
        "edited": seen.edited,
        "media_group_id": raw.get("media_group_id"),
        "reply_markup": raw.get("reply_markup"),
    }
    return shown | {"version": crc32(json.dumps(shown, sort_keys=True).encode())}


def _kind(seen: Seen) -> str:
    """The stand-in's kind, and what else the page draws in its own way."""
    if "dice" in seen.raw:
        return "dice"
    return "album_item" if seen.kind == "photo" and "media_group_id" in seen.raw else seen.kind


def _thrown(raw: JSON) -> str | None:
    """Dice with what they show, which in Telegram is a moving picture."""
    dice = raw.get("dice")
    return f"{dice['emoji']} {dice['value']}" if dice else None


def _quoted(message: JSON | None) -> JSON | None:
    """What stands above an answer: the message it answers, and its first words."""
    if message is None:
        return None
    words = message.get("text") or message.get("caption") or ""
    first = next((line for line in words.splitlines() if line.strip()), "")
    return {"message_id": message["message_id"], "text": first[:MOST_QUOTED]}


def _file(raw: JSON) -> JSON | None:
    about = raw.get("document") or raw.get("voice") or next(iter(raw.get("photo", ())), None)
    if about is None:
        return None
    address = f"/demo/file/{about['file_id']}"
    return {"name": about.get("file_name"), "size": about.get("file_size"), "url": address}


def _forwarded(origin: dict[str, Any] | None) -> str | None:
    """The name of whoever wrote it first."""
    if origin is None:
        return None
    if origin["type"] == "hidden_user":
        return str(origin["sender_user_name"])
    user = origin["sender_user"]
    return " ".join(filter(None, [user["first_name"], user.get("last_name")]))


def _written(at: datetime, office: Office) -> str:
    """ISO 8601 with the offset of the office's time zone."""
    return at.astimezone(office.timezone).isoformat(timespec="milliseconds")
