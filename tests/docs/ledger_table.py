"""`python -m tests.docs.ledger_table` writes the table of kinds in docs/ledger.md anew, from the entries' classes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Final, Literal, get_args, get_origin, get_type_hints

from leads.entries.codec import INLINED, Coded, Key
from leads.entries.kinds import KINDS, OF_A_LEAD
from leads.entries.people import Values
from tests.docs.ledger_words import RUSSIAN
from tests.docs.test_links import ROOT

PAGES: Final = {"en": ROOT / "docs/ledger.md", "ru": ROOT / "docs/ledger.ru.md"}
HEADS: Final = {
    "en": ("kind", "about a lead", "what it says", "keys"),
    "ru": ("вид", "о лиде", "что говорит", "ключи"),
}
BEGIN, END = "<!-- kinds -->", "<!-- end -->"
WORDS: Final = {
    "en": {str: "text", int: "number", float: "number", bool: "true/false", date: "day", datetime: "time"},
    "ru": {str: "текст", int: "число", float: "число", bool: "да/нет", date: "день", datetime: "время"},
}
MORE: Final = {
    "en": ("list of {}", "{{id: {}}}", "{} or null", "left out: {}", "settings by name"),
    "ru": ("список: {}", "{{код: {}}}", "{} или null", "нет, если {}", "настройки по имени"),
}
REFERENCE: Final = re.compile(r"`leads\.[\w.]+`")


def table(locale: str) -> str:
    head = HEADS[locale]
    rows = [head, ("---",) * len(head), *(_row(kind, locale) for kind in KINDS)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(kind: str, locale: str) -> tuple[str, ...]:
    said = KINDS[kind]
    meaning = _sentence(said.__doc__ or "") if locale == "en" else RUSSIAN[kind]
    is_about = ("yes", "no") if locale == "en" else ("да", "нет")
    keys = "; ".join(_keys(said, locale)) or "—"
    return f"`{kind}`", is_about[0 if kind in OF_A_LEAD else 1], meaning, keys


def _sentence(doc: str) -> str:
    """Without the names of modules, which a stranger does not have."""
    text = REFERENCE.sub("above", " ".join(doc.split()))
    return text.replace("|", "\\|").replace("None", "null")


def _keys(cls: type[Coded], locale: str) -> Iterator[str]:
    types = get_type_hints(cls, include_extras=True)
    for one in fields(cls):  # type: ignore[arg-type]
        kind, *marks = (
            get_args(types[one.name]) if get_origin(types[one.name]) is Annotated else [types[one.name]]
        )
        if INLINED in marks:
            yield from _keys(get_args(kind)[0], locale)
            continue
        key = next((mark.name for mark in marks if isinstance(mark, Key)), one.name)
        yield f"`{key}` {_words(kind, locale)}{_default(one, locale)}"


def _words(kind: Any, locale: str) -> str:
    several, by_id, or_null, _, settings = MORE[locale]
    origin, of = get_origin(kind), get_args(kind)
    if origin is Literal:
        return " ".join(f"`{one}`" for one in of)
    if NoneType in of:
        found = {_words(one, locale): None for one in of if one is not NoneType}
        return or_null.format(" / ".join(found))
    if origin is tuple:
        return several.format(
            ", ".join(dict.fromkeys(_words(one, locale) for one in of if one is not Ellipsis))
        )
    if origin is not None and isinstance(origin, type) and issubclass(origin, dict | type({}.keys().mapping)):
        return by_id.format(_words(of[1], locale))
    if origin is not None:
        return (
            by_id.format(_words(of[1], locale))
            if len(of) == 2
            else " / ".join(_words(one, locale) for one in of)
        )
    if kind is Values:
        return settings
    if issubclass(kind, Coded):
        return "(" + ", ".join(_keys(kind, locale)) + ")"
    if issubclass(kind, Enum):
        return WORDS[locale][str] if len(kind) > 12 else " ".join(f"`{one.value}`" for one in kind)
    return WORDS[locale][kind]


def _default(one: Field[Any], locale: str) -> str:
    if one.default is MISSING:
        return ""
    empty = "null" if one.default is None else "[]" if one.default == () else str(one.default).lower()
    return f" ({MORE[locale][3].format(empty)})"


def pages() -> Iterator[tuple[Path, str]]:
    """Every page as it has to be."""
    for locale, page in PAGES.items():
        before, rest = page.read_text("utf-8").split(BEGIN)
        yield page, f"{before}{BEGIN}\n{table(locale)}\n{END}{rest.split(END, 1)[1]}"


if __name__ == "__main__":
    for page, text in pages():
        page.write_text(text, "utf-8")
