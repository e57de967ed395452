"""How much the place of a name says that it is the client's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from contacts.name_hints import ACTS, ASKED_FOR, ASKS, CALLED_BACK, CALLS, CLIENT, SENT
from contacts.name_looks import Look
from contacts.name_phones import Phones
from contacts.name_row import Row
from contacts.name_runs import Run
from contacts.name_spoilt import has_role, is_spoilt

Cases = tuple[str, ...]

_REACH: Final = 8  # items on either side of a phone
_MOST_PHONES: Final = 6
_MOST_BEGINNINGS: Final = 24
_LAST: Final = 8  # items of a text: people sign
_HINTS: Final = CALLS | CALLED_BACK | ASKED_FOR | SENT | {"от", "для"}

_CALLING, _ACTING, _ALONE, _BEGINNING = 45, 35, 20, 15  # beside FIRST_PHONE and OTHER_PHONE
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
        calling, cases = self._calling(run)
        if not cases and not run.is_called_so:
            return 0, ()
        fitting = beside if self.beside.fits(run) else 0
        place = max(fitting, calling, self._acting(run), self._standing(run))
        if has_role(self.row, run) and not calling:
            place = min(fitting, _BY_ROLE)
        return (place and place + 3 * run.look + 2 * (len(run.parts) > 1)), cases

    def _calling(self, run: Run) -> tuple[int, Cases]:
        """Whether the words before say that somebody called or is to be called, and in which case they put him."""
        index = run.start - 1
        if self.row.is_creature(index) and not self.row.items[run.start].opens:
            index -= 1  # `звонила бабушка, Зина`
        index -= self.row.key(index) == "is"
        key = self.row.key(index)
        if index < 0 or run.look < Look.WEAK or "." in self.row.items[run.start].gap:
            return 0, ()
        if key in CALLS and run.is_called_so:
            return _CALLING, ()
        if key in CALLED_BACK:
            asks_for_another = self.row.key(index - 1) in ASKS and self.row.key(index - 2) in CLIENT
            return (0, ()) if asks_for_another else (_CALLING, ("datv",))
        if key in ASKED_FOR:
            return _CALLING, ("accs", "gent")
        if (
            key == "от" and (self.row.key(index - 1) in SENT or self.row.items[index].begins)
        ) or key == "для":
            return _CALLING, ("gent",)
        return (_CALLING, ("gent",)) if key in SENT and not run.is_called_so else (0, ())

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
        return _ALONE if self.row.closes(run) else _BEGINNING if run.parts[0].item.opens else 0
