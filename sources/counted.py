"""Who counts what goes out, by what came of it: without this nobody does."""

from __future__ import annotations

from collections.abc import Callable

Counted = Callable[[str, str], None]
"""Hears of one try: to what (`hook`, `crm`), and a status, or what kept it from being answered."""


def nobody_counts(_: str, __: str) -> None:
    """Where nobody does."""
