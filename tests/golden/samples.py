"""Single entries for tests: one of each kind out of the golden ledgers, but for what the test is about."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

from leads.entries.kinds import KINDS, Entry, Said
from tests.golden.made import stored


def an_entry(kind: str, lead: int | None = None, **body: Any) -> Entry:
    """With these keys of its body; raises as `leads.entries.kinds.read` does."""
    return Entry(lead, KINDS[kind].of(_bodies()[kind] | body))


def typed(kind: str, **fields: Any) -> Said:
    """As if somebody had slipped these values into its fields."""
    return replace(an_entry(kind).said, **fields)


@cache
def _bodies() -> dict[str, dict[str, Any]]:
    lines = [line for several in stored().values() for line in several]
    return {line.kind: json.loads(line.body) for line in reversed(lines)}
