"""How often members ask for leads where these wait to be asked for (`leads.schemes.next`), and who never does.

Asking in vain is written down nowhere: it decides nothing. So who asked is who was given one.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asking:
    """One member's: of so many leads that waited for them, they have had so many by asking."""

    had: int = 0
    waited: int = 0

    @property
    def is_never(self) -> bool:
        """Tells whether leads waited while they were there, and they asked for none."""
        return self.waited > 0 and not self.had
