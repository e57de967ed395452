"""The command line as a test uses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ended:
    code: int
    out: str
    errors: str


Fairlead = Callable[..., Ended]
