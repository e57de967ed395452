"""Whether a name stands beside a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from contacts.name_hints import CHANNELS, EXTENSION, HONORIFICS, PHONE_WORDS
from contacts.name_items import Sort
from contacts.name_looks import Look
from contacts.name_row import Row
from contacts.name_runs import Run

FIRST_PHONE: Final = 50
OTHER_PHONE: Final = 30
_MOST_BETWEEN: Final = 4  # words between a phone and its owner's name: `мой номер`, `тел`
_FIRST_WORDS: Final = 32  # they tell the letters of the whole text


@dataclass(frozen=True, slots=True)
class Phones:
    """`phones`: which items are phones, the client's first."""

    row: Row
    phones: Sequence[int]

    def weight(self, run: Run) -> int:
        """What it says that it stands right before or after a phone, or alone in the line above or below one."""
        before, after = self._phone_before(run.start), self._phone_after(run.end)
        is_line = run.parts[0].item.opens and self.row.ends_line(run.end)
        ways = [
            (self._phone_after(run.end, in_line=True), 0),
            (self._phone_before(run.start, in_line=True), 2),
            (after if is_line else None, 6),
            (before if is_line else None, 8),
        ]
        return max((self._weight_of(phone) - less for phone, less in ways if phone is not None), default=0)

    def fits(self, run: Run) -> bool:
        """Whether it may be a name there: a word that is not known as one must at least stand alone, as names do."""
        if run.look >= Look.FAIR:
            return True
        is_before = self._phone_after(run.end) is not None
        is_behind_role = self.row.is_creature(run.start - 1)  # `агент Лейсан`
        is_alone = self.row.opens(run) or is_behind_role if is_before else self.row.closes(run)
        if self.row.key(run.end) in HONORIFICS:
            return True
        is_name = run.has_given_name or (run.look is Look.WEAK and self._is_proper(run))
        return is_alone and is_name

    def _is_proper(self, run: Run) -> bool:
        """Its capital letter is not owed to the beginning of a sentence, or its letters are not Russian."""
        first = run.parts[0].item
        if first.text.isascii():
            return not any(item.is_word and not item.text.isascii() for item in self.row.items[:_FIRST_WORDS])
        return not first.begins or not self.row.words.is_russian(first.text)

    def _weight_of(self, phone: int) -> int:
        """The client's own phone, or one that stands in a row with it, says more than others."""
        first = self.phones[0] if self.phones else phone
        row = range(min(first, phone), max(first, phone) + 1)
        return FIRST_PHONE if all(self.row.items[n].sort is Sort.PHONE for n in row) else OTHER_PHONE

    def _phone_after(self, index: int, in_line: bool = False) -> int | None:
        for n in range(index, min(index + _MOST_BETWEEN + 1, len(self.row.items))):
            if in_line and self.row.items[n].opens:
                return None
            if self.row.items[n].sort is Sort.PHONE:
                return n
            if self.row.key(n) not in PHONE_WORDS | CHANNELS | HONORIFICS:
                return None
        return None

    def _phone_before(self, index: int, in_line: bool = False) -> int | None:
        for n in range(index - 1, max(index - _MOST_BETWEEN - 2, -1), -1):
            if in_line and self.row.items[n + 1].opens:
                return None
            if self.row.items[n].sort is Sort.PHONE:
                return n
            is_extension = self.row.items[n].sort is Sort.NUMBER and self._is_extension(n)
            if not is_extension and self.row.key(n) not in PHONE_WORDS | CHANNELS | EXTENSION:
                return None
        return None

    def _is_extension(self, index: int) -> bool:
        return self.row.key(index - 1) in EXTENSION or self.row.items[index].gap.strip() in {"(", "*", "#"}
