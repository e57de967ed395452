"""The raw document, as the TOML parser leaves it: anything may stand anywhere."""

from __future__ import annotations

from typing import Any

from bot.office_file.problems import Path

Raw = dict[str, Any]
Tables = dict[int, Raw]  # by place, so that what is no table leaves a gap
Finding = tuple[Path, str]


def tables(document: Raw, key: str) -> Tables:
    found = document.get(key)
    return {n: t for n, t in enumerate(found) if isinstance(t, dict)} if isinstance(found, list) else {}


def ids(found: Tables) -> list[str]:
    return [table["id"] for table in found.values() if isinstance(table.get("id"), str)]
