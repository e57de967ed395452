"""The words under a picture: 1024 UTF-16 units of what is seen, https://core.telegram.org/bots/api#sendphoto"""

from __future__ import annotations

import re
from html import unescape

from screens.content import seen
from screens.texts import units

LONGEST = 1024
PIECES = re.compile(r"<(?P<end>/?)(?P<tag>[^\s<>/]+)[^<>]*>|&#?\w+;|.", re.DOTALL)


def caption(html: str) -> str:
    """Telegram's HTML, cut if it is too long: what was cut off ends in `…`, what was open there is closed."""
    if seen(html) <= LONGEST:
        return html
    room = LONGEST - 1
    kept: list[str] = []
    opened: list[str] = []
    for piece in PIECES.finditer(html):
        if piece["tag"] and piece["end"]:
            opened = opened[:-1]
        elif piece["tag"]:
            opened.append(piece["tag"])
        elif (room := room - units(unescape(piece[0]))) < 0:
            break
        kept.append(piece[0])
    return "".join(kept).rstrip() + "…" + "".join(f"</{tag}>" for tag in reversed(opened))
