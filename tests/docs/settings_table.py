"""`python -m tests.docs.settings_table` writes the tables of docs/settings.md anew, from the declarations."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from files.office_file.checks import RESERVES
from files.office_file.dumping import plain, written
from leads.office import OF_OFFICE, OF_POLICY, OF_SEGMENT, OFFICE_NAME
from leads.schemes import ORDER, SCHEMES
from leads.settings import SchemeName, Setting
from screens.texts import Texts, texts_for
from tests.docs.test_links import ROOT

PAGES: Final = {"en": ROOT / "docs/settings.md", "ru": ROOT / "docs/settings.ru.md"}
HEADS: Final = {
    "en": ("key", "what it is", "may be", "default", "in the chat, under"),
    "ru": ("ключ", "что это", "что можно", "по умолчанию", "в чате, раздел"),
}
PARTS: Final = {"office": (OFFICE_NAME, *OF_OFFICE, *OF_POLICY), "segment": (*OF_SEGMENT, *OF_POLICY)}
BEGIN, END = "<!-- settings of the {part} -->", "<!-- end -->"


def table(part: str, texts: Texts) -> str:
    head = HEADS[texts.locale]
    rows = [head, ("---",) * len(head), *(_row(setting, part, texts) for setting in PARTS[part])]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(setting: Setting, part: str, texts: Texts) -> tuple[str, ...]:
    meaning = texts.plain(setting.text)
    schemes = [f"`{name}`" for name, scheme in SCHEMES.items() if setting.name in scheme.settings]
    told = f"{', '.join(schemes)}: {meaning}" if schemes else meaning
    default = "[office]" if part == "segment" and setting in OF_POLICY else _default(setting)
    return f"`{setting.key}`", told, _takes(setting), default, texts.plain(f"group-{setting.group}")


def _takes(setting: Setting) -> str:
    if not isinstance(setting.kind, SchemeName):
        return setting.kind.takes
    return ", ".join(f"`{name}`" for name in (RESERVES if setting.name == "reserve" else ORDER))


def _default(setting: Setting) -> str:
    """As a file says it."""
    if setting.required or setting.default is None:
        return "—"
    value = plain(written(setting, setting.default)).get(setting.key)
    return f"`{json.dumps(value, ensure_ascii=False)}`" if value is not None else "—"


def pages() -> Iterator[tuple[Path, str]]:
    """Every page as it has to be."""
    for locale, page in PAGES.items():
        text = page.read_text("utf-8")
        for part in PARTS:
            begin = BEGIN.format(part=part)
            before, rest = text.split(begin)
            after = rest.split(END, 1)[1]
            text = f"{before}{begin}\n{table(part, texts_for(locale))}\n{END}{after}"
        yield page, text


if __name__ == "__main__":
    for page, text in pages():
        page.write_text(text, "utf-8")
