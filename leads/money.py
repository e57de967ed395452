"""The bound of money: one for everything that comes in, wherever it enters."""

from __future__ import annotations

from typing import Final

MOST: Final = 10**12
"""Of the office's currency: no sale brings more, and whoever writes more has made a slip."""

MOST_HUNDREDTHS: Final = MOST * 100
"""The same as amounts are kept."""
