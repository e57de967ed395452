"""How much of what must be hidden is hidden, and how much of what is hidden had to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.contacts.corpus.reading import EITHER, STAYS, Message

KINDS = {"phones": "p", "addresses": "a", "names": "n"}


@dataclass
class Score:
    """Words of one kind. `missed`, `needless`: each with its message, for whoever looks for the reason."""

    hidden: int = 0
    missed: list[str] = field(default_factory=list)
    needless: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Of what must be hidden, the part that is."""
        total = self.hidden + len(self.missed)
        return self.hidden / total if total else 1.0

    @property
    def precision(self) -> float:
        """Of what is hidden, the part that had to be."""
        total = self.hidden + len(self.needless)
        return self.hidden / total if total else 1.0


def scores(messages: Iterable[Message]) -> dict[str, Score]:
    """By kind. What is hidden needlessly counts as a phone if it is digits, else as a name."""
    found = {kind: Score() for kind in KINDS}
    by_mark = {mark: found[kind] for kind, mark in KINDS.items()}
    for message in messages:
        for word in message.words():
            where = f"{word.text}: {message.text!r}"
            if word.mark == STAYS and word.is_hidden:
                found["phones" if word.text.isdigit() else "names"].needless.append(where)
            elif word.mark not in {STAYS, EITHER} and word.is_hidden:
                by_mark[word.mark].hidden += 1
            elif word.mark not in {STAYS, EITHER}:
                by_mark[word.mark].missed.append(where)
    return found
