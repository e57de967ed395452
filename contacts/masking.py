"""Masking: what a manager may see of a client before he has claimed the lead.

It errs on the side of hiding. Digits are read in any script, with any separators that people put between
them, keycap emoji and invisible characters included.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

DOTS = "•••"

_BETWEEN = r"[\W_]"  # any brackets, hyphens, invisible characters, emoji: whatever is no letter
_DIGITS = re.compile(rf"\+?\d(?:{_BETWEEN}*\d){{4,}}\ufe0f?\u20e3?")
_MONEY = re.compile(r"\s*(?:₽|руб|р\b|тыс|млн|\$|€|kzt|usd|eur|rub)", re.IGNORECASE)
_LINK = re.compile(
    r"\b(?:https?|tg|tel|mailto|viber|whatsapp):\S+|\bwww\.\S+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|biz|pro|ru|рф|su|by|kz|me|ee|gg|cc|io|link)\b(?:/\S*)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"@\w{3,}")
_SURELY_MONEY = 7  # digits: a sum of up to this many is left readable when a currency follows


def mask_text(text: str, names: Sequence[str] = ()) -> str:
    """The client's words without phones, links, addresses, handles, and any form of his names."""
    for pattern in (_EMAIL, _LINK, _HANDLE):
        text = pattern.sub(DOTS, text)
    text = _DIGITS.sub(lambda found: _digits(found, text), text)
    for word in _words(names):
        spelt = re.sub("[её]", "[её]", re.escape(word), flags=re.IGNORECASE)
        text = re.sub(rf"\b{spelt}\w*", DOTS, text, flags=re.IGNORECASE)
    return text


def mask_name(name: str) -> str:
    """Initials only: `Иван Петров` is `И••• П•••`."""
    return " ".join(word[0] + DOTS for word in name.split())


def mask_phone(international: str) -> str:
    """The country and area codes stay, the rest is dots: `+7 843 200-00-00` is `+7 843 •••-••-••`."""
    shown, digits = [], 0
    total = sum(c.isdigit() for c in international)
    for c in international:
        digits += c.isdigit()
        shown.append("•" if c.isdigit() and digits > min(4, total - 6) else c)
    return "".join(shown)


def _digits(found: re.Match[str], text: str) -> str:
    count = sum(c.isdigit() for c in found.group())
    is_sum = count <= _SURELY_MONEY and re.fullmatch(r"[\d\s.,]+", found.group())
    is_money = is_sum and _MONEY.match(text, found.end())
    return found.group() if is_money else DOTS


def _words(names: Sequence[str]) -> list[str]:
    """The parts of names, without their last letter where they are long enough: Russian names are declined."""
    parts = {part for name in names for part in re.findall(r"\w+", name) if len(part) > 1}
    return sorted((p[:-1] if len(p) > 2 else p for p in parts), key=len, reverse=True)
