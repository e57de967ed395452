"""Whatever stands in a window that a person has typed: markup in it is text, and the window is taken by Telegram.

By construction: the functions that draw are wrapped, so a window that comes to `every_window` is tried here too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from bot.standin.html_text import utf16
from screens.content import Screen
from screens.texts import texts_for
from tests.screens import duty_to_show, windows
from tests.screens.windows import check, every_window, seen

RU = texts_for("ru")
CODE = re.compile(r"[a-z0-9_.:+\-TZ]*|[a-z,-]+ [0-9:-]+")  # schemes, ids, dates, hours: nobody has typed them
MARKUP = '<i>ИМЯ</i> & <a href="tg://user?id=1">&lt;'
LONG = {
    "tags": "</blockquote><b>" * 700,
    "entities": "&amp;" * 3_000,
    "emoji": "👩‍👩‍👧‍👦" * 1_000,
    "lines": "я\n" * 6_000,
    "from the right": "\u202e\u200f=HYPERLINK()" * 500,
}


def typed(value: Any, words: str) -> Any:
    """The same view with these words wherever a person has typed something."""
    match value:
        case str():
            return value if type(value) is not str or CODE.fullmatch(value) else words
        case tuple() if hasattr(value, "_fields"):
            return type(value)(*(typed(part, words) for part in value))
        case tuple() | list() | frozenset():
            return type(value)(typed(part, words) for part in value)
        case Mapping():
            return {typed(key, words): typed(part, words) for key, part in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{f.name: typed(getattr(value, f.name), words) for f in fields(value) if f.init}
            )
    return value


@pytest.fixture
def fill(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """From here on every window is drawn with these words in it."""

    def fill(words: str) -> None:
        for module in (windows, duty_to_show):
            for name, draw in vars(module).copy().items():
                if name.endswith("_screen") or name == "week_caption":
                    monkeypatch.setattr(module, name, _filled(draw, words))

    return fill


def _filled(draw: Callable[..., Any], words: str) -> Callable[..., Any]:
    def drawn(*args: Any, **how: bool) -> Any:
        return draw(*(arg if arg is RU else typed(arg, words) for arg in args), **how)

    return drawn


def test_markup_that_somebody_has_typed_is_text_in_every_window(fill: Callable[[str], None]) -> None:
    fill(MARKUP)
    shown = 0
    for name, screen in every_window(RU):
        assert "<i>ИМЯ" not in screen.text and "tg://user?id=1" not in _addresses(screen), name
        shown += "<i>ИМЯ</i>" in seen(screen)
        check(screen)
    assert shown > 60, "or else nothing was filled in"


@pytest.mark.parametrize("words", LONG.values(), ids=LONG)
def test_words_without_end_fit_into_every_window(fill: Callable[[str], None], words: str) -> None:
    fill(words)
    for name, screen in every_window(RU):
        try:
            assert 0 < utf16(seen(screen)) <= 4096
            assert all(0 < utf16(b.text) <= 64 for row in screen.keyboard for b in row)
        except Exception as error:
            error.add_note(f"in the window {name!r}")
            raise


def _addresses(screen: Screen) -> str:
    """Where the links of a text lead."""
    return " ".join(re.findall(r'<a href="([^"]*)"', screen.text))
