"""How much the place of a name says that it is the client's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from contacts.name_calls import CALLING, Cases, calling
from contacts.name_hints import ACTS, ASKED_FOR, CALLED_BACK, CALLS, SENT, TALKED_TO
from contacts.name_items import Sort
from contacts.name_looks import Look
from contacts.name_phones import Phones
from contacts.name_row import Row
from contacts.name_runs import Run
from contacts.name_spoilt import has_role, is_spoilt

_REACH: Final = 8  # items on either side of a phone
_MOST_PHONES: Final = 6
_MOST_BEGINNINGS: Final = 24
_LAST: Final = 8  # items of a text: people sign
_HINTS: Final = CALLS | CALLED_BACK | ASKED_FOR | TALKED_TO | SENT | {"от", "для"}

_ACTING, _ALONE, _BEGINNING = 35, 20, 15  # beside FIRST_PHONE, OTHER_PHONE and CALLING
_BY_ROLE: Final = 12  # `мастер Рустам`: somebody of whom more is said than of a client


@dataclass(frozen=True, slots=True)
class Places:
    """Of one text."""

    row: Row
    beside: Phones

    def near(self) -> Iterator[int]:
        """The items where a name is worth looking for, in order."""
        found: set[int] = set()
        for phone in self.beside.phones[:_MOST_PHONES]:
            found.update(range(phone - _REACH, phone + _REACH))
        beginnings = [n for n, item in enumerate(self.row.items) if item.begins][:_MOST_BEGINNINGS]
        hints = [n for n in range(len(self.row.items)) if self.row.key(n) in _HINTS][:_MOST_BEGINNINGS]
        for index in (*beginnings, *hints, len(self.row.items) - _LAST):
            found.update(range(index, index + _REACH))
        return iter(sorted(n for n in found if 0 <= n < len(self.row.items) and self.row.items[n].is_word))

    def weigh(self, run: Run) -> tuple[int, Cases]:
        """How likely it is the client's name; 0: not at all. And the cases in which it stands, if the place says so."""
        beside = self.beside.weight(run)
        if is_spoilt(self.row, run, bool(beside)):
            return 0, ()
        called, cases = calling(self.row, run)
        if not cases and not run.is_called_so:
            return 0, ()
        is_governed = run.is_called_so or called == CALLING
        fitting = beside if is_governed and self.beside.fits(run) else 0
        place = max(fitting, called, self._acting(run), self._standing(run))
        if has_role(self.row, run) and not called:
            place = min(fitting, _BY_ROLE)
        return (place and place + 3 * run.look + 2 * (len(run.parts) > 1)), cases

    def _acting(self, run: Run) -> int:
        """`Ольга Петрова заказала торт`, `Rustam called`: a sentence about what somebody does."""
        if not self.row.opens(run) or run.end >= len(self.row.items) or self.row.items[run.end].opens:
            return 0
        following = self.row.items[run.end]
        if not following.is_word or following.gap.strip(" ,"):
            return 0
        if self.row.key(run.end) in ACTS:
            return _ACTING if run.look >= Look.WEAK else 0
        return _ACTING if self.row.is_part(run.end, "VERB") and run.look >= Look.FAIR else 0

    def _standing(self, run: Run) -> int:
        """Without a phone or a verb beside it only what is somebody's name for sure."""
        is_sure = run.look >= Look.SURE and run.has_given_name
        if not self.row.opens(run) or not (is_sure or run.is_full):
            return 0
        begins = (
            run.parts[0].item.opens or self.row.items[run.start - 1].sort is Sort.NUMBER
        )  # `15:00 Алсу стрижка`
        return _ALONE if self.row.closes(run) else _BEGINNING if begins else 0
