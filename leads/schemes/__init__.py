"""The schemes: who of those who can take a lead is offered it. One small file each, found by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leads.schemes import balance, duty, queue
from leads.schemes.base import Scheme

SCHEMES: Final[Mapping[str, Scheme]] = {
    "balance": balance.choose,
    "queue": queue.choose,
    "duty": duty.choose,
}
