"""A screen as HTML: its words as Telegram shows them, its picture, its buttons, each a link to where it leads."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from html import escape
from io import BytesIO
from typing import Any, Final

from PIL import Image

from bot.standin.people import Button, Seen

TAGS: Final = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "text_link": "u",
}
WIDTH: Final = 340  # pixels of a picture

Link = Callable[[Button], str | None]
"""Where a button leads: the address of a screen, or None."""


def words(text: str, entities: Sequence[dict[str, Any]]) -> str:
    """Returns the text as HTML. Places are counted in UTF-16 units, as Telegram counts."""
    units = text.encode("utf-16-le")
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for entity in sorted(entities, key=lambda one: (one["offset"], -one["length"])):
        if tag := TAGS.get(entity["type"]):
            opens.setdefault(entity["offset"], []).append(f"<{tag}>")
            closes.setdefault(entity["offset"] + entity["length"], []).insert(0, f"</{tag}>")
    places = sorted({0, len(units) // 2, *opens, *closes})
    said = []
    for start, end in zip(places, [*places[1:], len(units) // 2], strict=True):
        said += [*closes.get(start, []), *opens.get(start, [])]
        said.append(escape(units[2 * start : 2 * end].decode("utf-16-le", "replace"), quote=False))
    return "".join(said)


def picture(data: bytes) -> str:
    """Returns a picture as a part of a page, small enough for one that has many."""
    with Image.open(BytesIO(data)) as image:
        small = image.convert("RGB")
        small.thumbnail((WIDTH * 2, WIDTH * 4))
        kept = BytesIO()
        small.save(kept, "WEBP", quality=60)
    return f'<img alt="" src="data:image/webp;base64,{base64.b64encode(kept.getvalue()).decode()}">'


def bubble(seen: Seen, shown: bytes | None, link: Link) -> str:
    """`shown`: the picture that it has; `link`: where its buttons lead."""
    image = picture(shown) if shown and seen.kind == "photo" else ""
    file = f'<p class="file">📎 {escape(_file_name(seen))}</p>' if seen.kind == "document" else ""
    said = f"<p>{words(seen.text, seen.entities)}</p>" if seen.text else ""
    rows = "".join(
        f'<div class="row">{"".join(_key(one, link) for one in row)}</div>' for row in seen.buttons
    )
    return f'<div class="bubble">{image}{file}{said}</div>{rows}'


def _file_name(seen: Seen) -> str:
    return str(seen.raw["document"].get("file_name", ""))


def _key(button: Button, link: Link) -> str:
    to, style = link(button), button.style or ""
    label = escape(button.text, quote=False)
    if to:
        return f'<a class="key {style}" href="{to}">{label}</a>'
    return f'<span class="key {style} {button.action}">{label}</span>'
