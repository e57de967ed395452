"""A text's items with what their neighbours tell of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contacts.name_hints import TITLES
from contacts.name_items import Item, Sort
from contacts.name_looks import Words
from contacts.name_runs import Run
from leads.words import folded


@dataclass(frozen=True, slots=True)
class Row:
    """`words` tells of each item's word what the dictionary and the office know."""

    items: Sequence[Item]
    words: Words

    def key(self, index: int) -> str:
        """The word as it is compared; empty where there is none."""
        return folded(self.items[index].text) if self._is_word(index) else ""

    def opens(self, run: Run) -> bool:
        """Whether a line begins with it, or a sign, a number, a title stands before it."""
        item = run.parts[0].item
        is_free = item.opens or bool(item.gap.strip()) or self.items[run.start - 1].sort is Sort.NUMBER
        return is_free or self.key(run.start - 1) in TITLES

    def closes(self, run: Run) -> bool:
        """Whether a line ends with it, or a sign stands behind it."""
        return self.ends_line(run.end) or bool(self.items[run.end].gap.strip())

    def ends_line(self, end: int) -> bool:
        """Whether what ends before this item ends a line."""
        return end >= len(self.items) or self.items[end].opens

    def is_creature(self, index: int) -> bool:
        """Whether it says what somebody is, not who: мастер, муж, бабушка."""
        if not self._is_word(index) or self.items[index].text.isascii():
            return False
        about = self.words.about(self.items[index].text)
        nouns = (r for r in about.readings if r.part == "NOUN" and r.animate and not r.kind)
        return about.known and not about.is_person and any(nouns)

    def is_part(self, index: int, part: str) -> bool:
        """Whether it is most likely this part of speech, in Russian."""
        if not self._is_word(index) or self.items[index].text.isascii():
            return False
        readings = self.words.about(self.items[index].text).readings
        return bool(readings) and readings[0].part == part

    def _is_word(self, index: int) -> bool:
        return 0 <= index < len(self.items) and self.items[index].is_word
