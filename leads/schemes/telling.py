"""How a scheme explains itself: its reasons, and the sentences to them as keys of texts with the values in them.

The words stand in `locales/`; `screens/reasons.py` says them in the reader's own language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from leads.rates import MILLION, Record, Weighed
from leads.schemes.base import Candidate, Part, Situation
from leads.shares import in_hundredths


class Who(str):
    """A person by id, to be said by name."""

    __slots__ = ()


class Hundredths(int):
    """Hundredths of a lead, to be said without a sign."""


class Tenths(int):
    """Tenths of a lead, to be said without a place that says nothing."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A person with a remark in brackets."""

    who: Who
    remark: Sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """The key of a text, and what belongs in it: fractions in per cent, moments by the clock,
    several as a list.
    """

    key: str
    args: Mapping[str, Value]


Value = str | int | Fraction | datetime | Aside | Sentence | tuple["Value", ...]


def say(key: str, **args: Value) -> Sentence:
    return Sentence(key, args)


class Decided(Protocol):
    """One decision as the ledger has it, for whoever asks why."""

    @property
    def offered(self) -> tuple[str, ...]: ...
    @property
    def figures(self) -> Mapping[str, int]: ...
    @property
    def situation(self) -> Situation | None: ...
    @property
    def out(self) -> Mapping[str, str]: ...
    @property
    def by(self) -> str | None: ...
    @property
    def fair(self) -> str | None: ...
    def candidate(self, who: str) -> Candidate | None: ...


@dataclass(frozen=True, slots=True)
class Telling:
    """What is said of a decision to a reader (an id), and the keys of all the texts that it may take."""

    sentences: Callable[[Decided, str], tuple[Sentence, ...]]
    texts: tuple[str, ...]


NOTHING = Telling(lambda _, __: (), ())


def always(key: str) -> Telling:
    """Tells the same sentence, whatever was decided."""
    return Telling(lambda _, __: (say(key),), (key,))


class Ranks(StrEnum):
    """Says by what people stand before one another under a reason: what its figures are, and what /queue shows."""

    SHARE = "share"  # by what is missing to the due share; in share units
    PLACE = "place"  # from 1
    IDLE = "idle"  # a place, shown by since when everybody waits
    LOT = "lot"  # a place that holds for the whole day
    CHANCE = "chance"  # nobody stands before anybody


def no_parts(_: Situation) -> Mapping[str, Part]:
    return {}


@dataclass(frozen=True, slots=True)
class Reason:
    """One of the reasons that a scheme gives. Without `why` it has one sentence, of its own name.

    `yours` is told to a member who could have had the lead and was not offered it. `note` is the key of what /queue
    says above the order. `parts` says where everybody's share comes from if it does not go by weight.
    """

    code: str  # stands in the ledger
    ranks: Ranks = Ranks.PLACE
    why: Telling | None = None
    yours: Telling = NOTHING
    note: str | None = None
    parts: Callable[[Situation], Mapping[str, Part]] = no_parts

    @property
    def told(self) -> Telling:
        return self.why or always(f"why-{self.code}")

    @property
    def texts(self) -> frozenset[str]:
        notes = (self.note,) if self.note else ()
        return frozenset((*self.told.texts, *self.yours.texts, *notes))


def is_only_one(decided: Decided) -> bool:
    return decided.situation is not None and len(decided.situation.candidates) == 1


def absent(why: str) -> Sentence:
    """Tells why somebody is left out, in two words; there is one for each `leads.presence.Absence`."""
    return say(f"absent-{why}")


def _furthest(decided: Decided, _: str) -> tuple[Sentence, ...]:
    """That nobody was further behind the due share, or ahead of it by less."""
    if is_only_one(decided):
        return (say("why-only"),)
    behind = in_hundredths(decided.figures[decided.offered[0]])
    told = say("why-most_behind" if behind > 0 else "why-least_ahead", figure=Hundredths(behind))
    return (told, say("why-elsewhere")) if _by_all_segments(decided) else (told,)


def _by_all_segments(decided: Decided) -> bool:
    """Whether they were behind alike, and what is owed in other segments decided."""
    here = decided.situation.candidates if decided.situation else ()
    return any(candidate.elsewhere for candidate in here)


FURTHEST = Telling(_furthest, ("why-only", "why-most_behind", "why-least_ahead", "why-elsewhere"))


def _your_behind(decided: Decided, reader: str) -> tuple[Sentence, ...]:
    mine, theirs = decided.figures[reader], decided.figures[decided.offered[0]]
    if mine == theirs:
        return (say("why-your-elsewhere" if _is_owed_less(decided, reader) else "why-your-tie"),)
    shown = in_hundredths(mine)
    if shown == in_hundredths(theirs):
        return (say("why-your-close"),)
    if not shown:
        return (say("why-your-level"),)
    return (say("why-your-behind" if shown > 0 else "why-your-ahead", figure=Hundredths(shown)),)


def _is_owed_less(decided: Decided, reader: str) -> bool:
    """Whether that is so of the reader, by what is owed elsewhere."""
    mine, theirs = decided.candidate(reader), decided.candidate(decided.offered[0])
    return mine is not None and theirs is not None and mine.elsewhere < theirs.elsewhere


YOUR_BEHIND = Telling(
    _your_behind,
    (
        "why-your-tie",
        "why-your-elsewhere",
        "why-your-close",
        "why-your-level",
        "why-your-behind",
        "why-your-ahead",
    ),
)


def your_place(key: str = "why-your-place") -> Telling:
    """Tells where the reader stood, by a figure of the decision that is a place."""
    return Telling(lambda decided, reader: (say(key, place=decided.figures[reader]),), (key,))


def _fair(decided: Decided, reader: str) -> tuple[Sentence, ...]:
    """Whom the rule would have chosen where somebody chose by hand."""
    if decided.fair is None:
        return ()
    if decided.fair in decided.offered:
        return (say("why-fair-same"),)
    if decided.fair == reader:
        return (say("why-fair-you"),)
    return (say("why-fair-other", name=Who(decided.fair)),)


FAIR = Telling(_fair, ("why-fair-same", "why-fair-you", "why-fair-other"))


def part_words(key: str, part: Part, **args: Value) -> Sentence:
    """Says `Доля 45 %: конверсия 31 % (продаж 12, ожидалось 10 из 40).`, and where that is the least or the most."""
    bound = f"{key}-floor" if part.is_lifted else f"{key}-ceiling" if part.is_held else key
    return say(bound, share=part.share, rate=rate_words(part), **args)


def bounded(key: str) -> tuple[str, ...]:
    """Returns all the keys that `part_words` may say it by."""
    return key, f"{key}-floor", f"{key}-ceiling"


def rate_words(part: Part) -> Sentence:
    """Says `31 % (продаж 12, ожидалось 10 из 40), 3 лида открыты дольше 14 дн. и считаются проигранными`"""
    record = part.record
    if isinstance(record, Record):
        return _plain_rate(part, record)
    rate = _weighed_rate(part, record)
    if not record.stale:
        return rate
    return say("rate-stale", rate=rate, count=record.stale, length=_length(part.stale_after))


def _plain_rate(part: Part, record: Record) -> Sentence:
    if part.is_average:
        return say("rate-average", percent=part.rate, of=record.closed)
    return say("rate-own", percent=part.rate, won=record.won, of=record.closed)


def _weighed_rate(part: Part, record: Weighed) -> Sentence:
    """Faded leads are told to a tenth."""
    if part.is_average:
        return say("rate-average", percent=part.rate, of=_tenths(record.closed))
    figures = {"won": record.won, "expected": record.expected // MILLION, "of": record.closed}
    told = {name: _tenths(count) for name, count in figures.items()}
    return say("rate-faded" if part.fades else "rate-expected", percent=part.rate, **told)


def _tenths(millionths: int) -> Tenths:
    return Tenths((millionths * 20 + MILLION) // (2 * MILLION))


def _length(length: timedelta) -> Sentence:
    """In days, or in hours where it is less than one."""
    unit, of = ("days", timedelta(days=1)) if length >= timedelta(days=1) else ("hours", timedelta(hours=1))
    return say(f"span-{unit}", count=length // of)


PART_TEXTS = (
    *("rate-own", "rate-average", "rate-expected", "rate-faded", "rate-stale"),
    *("span-days", "span-hours"),
)
