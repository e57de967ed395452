"""Logs: one line an event, as text or JSON, without secrets and without anything personal.

What this program logs it has chosen word by word. What libraries log may hold anything (a statement's values, an
address with the token in it, a text that could not be sent), and so may the words of any exception. So of a library
only warnings are written, as they stand in its source, without the values; and of an exception its type and its place.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from typing import Literal

from desk.places import places
from storage.causes import cause

OURS = ("bot", "handlers", "sources", "desk", "reports", "files", "screens", "storage", "contacts", "leads")
A_MINUTE = 60.0  # seconds
MOST_COMPLAINTS = 1000  # that are remembered at once
_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")  # as BotFather makes them


class _Discreet(logging.Formatter):
    """The message and the failure, as far as they may be written down."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        record.message = said(record)
        why = cause()
        return super().formatMessage(record) + (f" [{why}]" if why else "")

    def formatException(self, ei: object) -> str:  # noqa: N802
        """The type of the exception, and where it was raised."""
        error = ei[1] if isinstance(ei, tuple) else None
        return "\n".join(places(error)) if isinstance(error, BaseException) else ""

    def formatStack(self, stack_info: str) -> str:  # noqa: ARG002, N802 - it holds lines of source, and no more
        return ""

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another handler's, with the words in it
        return _TOKEN.sub("<token>", super().format(record))


class _Json(_Discreet):
    def format(self, record: logging.LogRecord) -> str:
        line = {"at": self.formatTime(record), "level": record.levelname, "name": record.name}
        line["message"] = said(record)
        if why := cause():
            line["cause"] = why
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return _TOKEN.sub("<token>", json.dumps(line, ensure_ascii=False))


class Once(logging.Filter):
    """Lets a library's complaint through once a minute; what came meanwhile is told as a number.

    A complaint is known by its place and its words without values. Our own lines all pass: whoever writes them
    sees to their number. How often the last ones came is told with whatever is logged next.
    """

    def __init__(self, handler: logging.Handler) -> None:
        super().__init__()
        self._handler = handler
        self._told: dict[tuple[str, int, str], tuple[float, int]] = {}  # when last, and how often since

    def filter(self, record: logging.LogRecord) -> bool:
        self._tell_what_ended(record)
        if record.name.split(".")[0] in OURS:
            return True
        complaint = (record.pathname, record.lineno, _first_line(record))
        if complaint in self._told:
            last, times = self._told[complaint]
            self._told[complaint] = last, times + 1
            return False
        if len(self._told) < MOST_COMPLAINTS:
            self._told[complaint] = record.created, 0
        return True

    def _tell_what_ended(self, record: logging.LogRecord) -> None:
        over = [key for key, (last, _) in self._told.items() if record.created >= last + A_MINUTE]
        for (path, line, words), (_, times) in [(key, self._told.pop(key)) for key in over]:
            if times:
                said = "%d more times in a minute: %s"
                summed_up = logging.LogRecord(
                    __name__, logging.WARNING, path, line, said, (times, words), None
                )
                self._handler.handle(summed_up)


def set_up_logs(level: str, form: Literal["text", "json"]) -> None:
    """Sets the logs up. `level` is for this program; its libraries are heard from WARNING on."""
    handler = logging.StreamHandler(sys.stderr)
    text = "%(asctime)s %(levelname)s %(message)s"
    handler.setFormatter(_Json() if form == "json" else _Discreet(text))
    handler.addFilter(Once(handler))
    logging.basicConfig(level=max(logging.WARNING, _number(level)), handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)


def said(record: logging.LogRecord) -> str:
    """Returns our own words as they are; a library's without values, and no more than the first line."""
    if record.name.split(".")[0] in OURS:
        return record.getMessage()
    return f"{record.name}: {_first_line(record)}"


def _first_line(record: logging.LogRecord) -> str:
    """Of the words as they stand in the source."""
    return str(record.msg).partition("\n")[0]


def _number(level: str) -> int:
    return logging.getLevelNamesMapping()[level]
