"""Puts lines together into one message that Telegram accepts: at most 4096 UTF-16 units of what is seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape

from screens.texts import Html, cut, units

LONGEST = 4096  # https://core.telegram.org/bots/api#sendmessage, after the entities are parsed
MOST_BUTTONS = 90  # of the 100 that Telegram shows, the rest are for what stands above and below a list

_TAG = re.compile(r"<[^>]*>")


GAP = Html("")  # an empty line between two blocks


def page(*lines: Html | None, most: int = LONGEST) -> Html:
    """The lines one under another; None is left out, and so is what no longer fits into `most` at the end.

    There is never more than one gap in a row, and none at the ends.
    """
    kept: list[str] = []
    room = most
    for line in lines:
        if line is None or (not line and not (kept and kept[-1])):
            continue
        room -= seen(line) + 1
        if room < 1:  # the last line is the mark of what was left out
            return Html("\n".join([*kept, "…"]))
        kept.append(line)
    return Html("\n".join(kept).rstrip("\n"))


def seen(html: str) -> int:
    """How long the text is for Telegram: without its tags, with `&amp;` as one character."""
    return units(unescape(_TAG.sub("", html)))


def with_quote(above: Html, quoted: str, below: str = "", most: int = LONGEST) -> Html:
    """Somebody's own words between two texts, folded if long, cut to what the others leave free and to `most`."""
    parts: Iterable[str] = (above, below)
    room = min(most, LONGEST - seen(above) - seen(below) - 2)
    text = cut(quoted.strip(), room)
    if text:
        parts = (above, f"<blockquote expandable>{escape(text, quote=False)}</blockquote>", below)
    return Html("\n".join(part for part in parts if part))
