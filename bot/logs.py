"""Logs: one line an event, as text or JSON, without tokens and without anything personal."""

from __future__ import annotations

import json
import logging
import re
import sys
from typing import Literal

_TOKEN = re.compile(
    r"\d{6,}:[A-Za-z0-9_-]{30,}"
)  # as BotFather makes them; aiohttp's errors may carry the address


class _TokenFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = _TOKEN.sub("<token>", record.getMessage()), ()
        return True


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {"at": self.formatTime(record), "level": record.levelname, "name": record.name}
        line["message"] = record.getMessage()
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def set_up_logs(level: str, form: Literal["text", "json"]) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_TokenFilter())
    handler.setFormatter(
        _Json() if form == "json" else logging.Formatter("%(asctime)s %(levelname)s %(message)s")
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # they tell of every update, every wake-up, every letter drawn
    for chatty in ("aiogram.event", "apscheduler", "aiohttp.access", "alembic", "matplotlib", "PIL"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
