"""The raw document, as the TOML parser leaves it: anything may stand anywhere."""

from __future__ import annotations

from typing import Any

from files.office_file.problems import Path
from files.office_file.values import did_you_mean
from leads.words import are_alike

Raw = dict[str, Any]
Tables = dict[int, Raw]  # by place, so that what is no table leaves a gap
Finding = tuple[Path, str]


def tables(document: Raw, key: str) -> Tables:
    found = document.get(key)
    return {n: t for n, t in enumerate(found) if isinstance(t, dict)} if isinstance(found, list) else {}


def ids(found: Tables) -> list[str]:
    return [table["id"] for table in found.values() if isinstance(table.get("id"), str)]


def whom_meant(said: str, found: Tables) -> str:
    """Of an id that there is not the one that is probably meant, as the end of a sentence; empty if none is near.

    People write names where ids belong: they are compared as people compare them (`leads.words`).
    """
    named = (table.get("id") for table in found.values() if are_alike(str(table.get("name", "")), said))
    meant = next((id for id in named if isinstance(id, str)), None)
    return f'; did you mean "{meant}"?' if meant else did_you_mean(said.lower(), ids(found))
