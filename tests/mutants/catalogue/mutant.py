"""A seeded bug: a small patch, why it would matter, and the tests that must catch it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """`old` occurs exactly once in `file`; `tests` are what pytest is given."""

    name: str
    why: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
