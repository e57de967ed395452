"""Every word a person reads comes from here: Fluent messages by their id, one set for each locale.

The messages live in `locales/<locale>/*.ftl`. What people typed goes into them as arguments and is escaped
there, once, so that no name can break a message or bring markup of its own.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from html import escape
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType, fluent_number

LOCALES = ("ru", "en")
LONGEST_ARGUMENT = 120  # UTF-16 units; a client's own words are longer and are quoted by `screens.content`


_KEPT = 1024  # texts: what is said of a lead is said to several, and buttons say the same to all


class Html(str):
    """Telegram's HTML: what people typed is escaped in it already."""

    __slots__ = ()


class Texts:
    """The words of one locale. A wrong id, a missing argument or an unknown locale raises LookupError."""

    def __init__(self, locale: str) -> None:
        if locale not in LOCALES:
            raise LookupError(f"no texts in the locale {locale!r}")
        self.locale = locale
        self._said = lru_cache(_KEPT)(self._formatted)

    def __call__(self, id: str, /, **args: str | int) -> Html:
        """For the text of a message: arguments are escaped, except those that are `Html`."""
        safe = {name: value if isinstance(value, Html) else _escaped(value) for name, value in args.items()}
        return Html(self._said(id, *safe.items()))

    def plain(self, id: str, /, **args: str | int) -> str:
        """Says it for buttons, toasts and menus, where there is no markup and nothing is escaped."""
        return self._said(id, *((name, _short(value)) for name, value in args.items()))

    @cached_property
    def _bundle(self) -> FluentBundle:
        """Its messages are read when the first of them is asked for: that takes a third of a second."""
        bundle = FluentBundle([self.locale], use_isolating=False)
        for file in sorted(files("locales").joinpath(self.locale).iterdir(), key=lambda f: f.name):
            if file.name.endswith(".ftl"):
                bundle.add_resource(FluentResource(file.read_text("utf-8")))
        return bundle

    def _formatted(self, id: str, *args: tuple[str, str | int]) -> str:
        if not self._bundle.has_message(id):
            raise LookupError(f"{self.locale}: no text {id!r}")
        pattern = self._bundle.get_message(id).value
        if pattern is None:
            raise LookupError(f"{self.locale}: the text {id!r} is empty")
        text, errors = self._bundle.format_pattern(pattern, {k: _fluent(v) for k, v in args})
        if errors:
            raise LookupError(f"{self.locale}: {id!r}: {errors[0]}")
        return str(text)


@cache
def texts_for(locale: str) -> Texts:
    """Raises LookupError for a locale that is not in LOCALES."""
    return Texts(locale)


def cut(text: str, most: int) -> str:
    """Returns the text, at most so many UTF-16 units long (Telegram counts in them); what was cut off ends in `…`.

    For raw text, before it is escaped: after that a cut could fall into the middle of `&amp;`.
    """
    if units(text) <= most:
        return text
    room, kept = most - 1, 0
    for char in text:
        room -= units(char)
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip() + "…" if most > 0 else ""


def units(text: str) -> int:
    """Returns the length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _short(value: str | int) -> str | int:
    return cut(value, LONGEST_ARGUMENT) if isinstance(value, str) else value


def _escaped(value: str | int) -> str | int:
    short = _short(value)
    return escape(short, quote=False) if isinstance(short, str) else short


def _fluent(value: str | int) -> str | FluentType:
    """Whole numbers are never grouped: №1234 and not №1 234."""
    return value if isinstance(value, str) else fluent_number(value, useGrouping=False)
