"""One line of the table of rights."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData


@dataclass(frozen=True)
class Row:
    """`looks`: it opens a list or an answer, and what is stored of the office stays as it is.

    `is_short`: it turns the pages of a list that has but one in so small an office.
    """

    button: CallbackData
    may: Set[str]
    looks: bool = False
    is_short: bool = False
