"""What takes long and is done beside everything else: nobody's tap waits for it.

An errand keeps in the database how far it has come: begun and not done, it is found there at the next start.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Final, Protocol

BREATH: Final = 25  # steps; about two milliseconds
PAUSE: Final = 0.001  # seconds

Errand = Callable[[], Awaitable[None]]


class Errands(Protocol):
    """Whoever does them. `stopping`: set when the program ends."""

    @property
    def stopping(self) -> Event: ...

    def add(self, errand: Errand) -> None:
        """Has it done soon, beside everything else."""
        ...


class StoppedError(Exception):
    """The program ends; what is asked for is done at its next start."""


@dataclass(slots=True)
class Breath:
    """Lets the others have the processor again and again, for Python runs one thread at a time."""

    stopping: Event
    _steps: int = field(default=0)

    def __call__(self) -> None:
        """Takes one step more. Raises StoppedError."""
        self._steps += 1
        if self._steps % BREATH == 0 and self.stopping.wait(PAUSE):
            raise StoppedError
