"""Which numbers of a text may be somebody's telephone; in doubt they are.

A *run* is figures with nothing but signs between them; a *chain* is figures with a few words between them. The digits
of a known phone are hidden wherever they stand. What surely is something else stays: `contacts.quantities`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from contacts import phone_shapes
from contacts.figures import Figure, figures
from contacts.phone_shapes import FEWEST, NATIONAL, count
from contacts.quantities import gap, is_counted, is_letter_behind, moments, quantities
from contacts.tokens import Token

Span = tuple[int, int]

_FEWEST_NAMED: Final = 3  # digits, behind a word like `тел.`
_PART_OF_A_PHONE: Final = 4  # digits that are taken for a part of the known one
_LOCAL: Final = 7  # digits of a number without its area code
_MOST_OF_A_SIZE: Final = 4  # figures
_COMMAS: Final = frozenset(",;")
_OF_TWO_MOMENTS: Final = 5  # figures: a day and a time
_COUNT_BESIDE: Final = 4  # digits of an amount that stands beside a number


@dataclass(frozen=True, slots=True)
class HiddenNumbers:
    """Places of tokens, from and to (excluded). `phones`: those that are as long as a telephone's number."""

    spans: tuple[Span, ...]
    phones: tuple[Span, ...]


def hide_numbers(read: Sequence[Token], known: Collection[str]) -> HiddenNumbers:
    """`known`: the digits of the client's phones, without the country's code."""
    numbers = _Numbers(read, figures(read))
    numbers.look(known)
    spans = tuple(numbers.spans())
    return HiddenNumbers(
        tuple((start, end) for start, end, _ in spans),
        tuple((start, end) for start, end, digits in spans if digits >= FEWEST),
    )


class _Numbers:
    """The figures of one text. What is hidden and what is free: places in `found`."""

    def __init__(self, read: Sequence[Token], found: Sequence[Figure]) -> None:
        self._all = read
        self._found = found
        self._hidden: set[int] = set()
        self._free: set[int] = set()

    def look(self, known: Collection[str]) -> None:
        self._hide_known(known)
        self._look_at_sizes()
        for first, last in list(self._runs()):
            part = self._found[first : last + 1]
            if _PART_OF_A_PHONE <= count(part) <= NATIONAL and is_part(part, known):
                self._hidden.update(range(first, last + 1))
            self._look_at_run(range(first, last + 1))
        self._look_at_chains()
        for at, figure in enumerate(self._found):
            if phone_shapes.is_extension(self._all, figure):
                self._hidden.add(at)

    def spans(self) -> Iterator[tuple[int, int, int]]:
        """What is hidden, and how many digits: figures with nothing but signs between them are one."""
        start, end, digits = -1, -1, 0
        for at in sorted(self._hidden):
            figure = self._found[at]
            if digits and (
                at - 1 not in self._hidden or any(t.is_word for t in self._all[end : figure.first])
            ):
                yield start, end, digits
                digits = 0
            start = self._with_sign(figure.first) if not digits else start
            end, digits = figure.last + 1, digits + len(figure.digits)
        if digits:
            yield start, end, digits

    def _with_sign(self, place: int) -> int:
        return place - 1 if place and self._all[place - 1].text in {"+", "("} else place

    def _hide_known(self, known: Collection[str]) -> None:
        owner = [at for at, figure in enumerate(self._found) for _ in figure.digits]
        digits = "".join(figure.digits for figure in self._found)
        for phone in {part for each in known for part in (each, each[-_LOCAL:]) if len(part) >= FEWEST}:
            place = digits.find(phone)
            while place >= 0:
                first, last = owner[place], owner[place + len(phone) - 1]
                self._hidden.update(range(first, last + 1))
                if first and len(phone) == NATIONAL and self._found[first - 1].digits in {"7", "8"}:
                    self._hidden.add(first - 1)
                place = digits.find(phone, place + 1)
        for at, figure in enumerate(self._found):
            if len(figure.digits) >= _PART_OF_A_PHONE and is_part([figure], known):
                self._hidden.add(at)

    def _runs(self) -> Iterator[Span]:
        """First and last figure of each run."""
        first = 0
        for at, figure in enumerate(self._found):
            is_last = at + 1 == len(self._found)
            if is_last or any(t.is_word for t in self._all[figure.last + 1 : self._found[at + 1].first]):
                yield first, at
                first = at + 1

    def _look_at_sizes(self) -> None:
        """`1400х1200`, `80 на 200` stay; of as many digits as a telephone's number has, they are none."""
        first = 0
        for at in range(1, len(self._found) + 1):
            if at < len(self._found) and phone_shapes.is_size(self._all, *self._found[at - 1 : at + 1]):
                continue
            group = range(first, at)
            total = count(self._found[first:at]) if len(group) <= _MOST_OF_A_SIZE else 0
            if len(group) > 1 and total:
                is_long = total in {NATIONAL, NATIONAL + 1} and self._found[first].digits[0] in "789"
                (self._hidden if is_long else self._free).update(group)
            first = at
        self._free -= self._hidden

    def _look_at_run(self, run: range) -> None:
        part = self._found[run.start : run.stop]
        named = phone_shapes.is_named(self._all, part[0]) and not phone_shapes.window(self._all, part, 0)
        if not named:
            self._free.update(run.start + n for a, b in moments(self._all, part) for n in range(a, b + 1))
            self._free -= self._hidden
        if self._is_disguised(run):
            self._hidden.update(run)
            return
        if (
            count(part) < FEWEST
            and phone_shapes.is_called(self._all, part[0])
            and run.start not in self._free
        ):
            self._hidden.update(run if count(part) >= _FEWEST_NAMED else ())
            return
        for piece in self._pieces(run):
            self._look_at_piece(piece, named)

    def _is_disguised(self, run: range) -> bool:
        """`8 916 12:34 567`: the run is as long as a telephone's number, and only parts of it look like a time."""
        part = self._found[run.start : run.stop]
        free = [at for at in run if at in self._free]
        if not free or not NATIONAL <= count(part) <= NATIONAL + 1:
            return False
        return len(free) > _OF_TWO_MOMENTS or any(
            (at in self._free) != (at + 1 in self._free) and not self._is_parted(part, at - run.start)
            for at in run[:-1]
        )

    def _is_parted(self, part: Sequence[Figure], at: int) -> bool:
        return bool(_COMMAS.intersection(gap(self._all, part, at)))

    def _pieces(self, run: range) -> Iterator[range]:
        """What of the run is neither hidden nor free, part by part."""
        start = run.start
        for at in [*run, run.stop]:
            if at == run.stop or at in self._hidden or at in self._free:
                if start < at:
                    yield range(start, at)
                start = at + 1

    def _look_at_piece(self, piece: range, named: bool) -> None:
        part = self._found[piece.start : piece.stop]
        if count(part) == NATIONAL + 1:
            self._hidden.update(piece)
        at = 0
        while at < len(part):
            length = phone_shapes.window(self._all, part, at)
            self._hidden.update(range(piece.start + at, piece.start + at + length))
            at += length or 1
        for rest in list(self._pieces(piece)):
            self._look_at_rest(rest, named and rest.start == piece.start)

    def _look_at_rest(self, rest: range, named: bool) -> None:
        part = self._found[rest.start : rest.stop]
        if not named:
            self._free.update(rest.start + n for a, b in quantities(self._all, part) for n in range(a, b + 1))
        for piece in list(self._pieces(rest)):
            self._trim(piece)
            for left in list(self._pieces(piece)):
                if count(self._found[left.start : left.stop]) >= FEWEST or self._hangs_on(left):
                    self._hidden.update(left)

    def _trim(self, piece: range) -> None:
        """`5 212-45-67 20 окон`: of a number in hyphens, what stands apart from it is something else."""
        part = self._found[piece.start : piece.stop]
        joined = [gap(self._all, part, n).strip() in {"-", "–", "‑"} for n in range(len(part) - 1)]
        if len(part) < 3 or not any(joined) or count(part) in {NATIONAL, NATIONAL + 1}:
            return
        if not joined[0] and len(part[0].digits) <= 2 and not gap(self._all, part, 0).strip(" ,;\n"):
            self._free.add(piece.start)
        if not joined[-1] and len(part[-1].digits) <= _COUNT_BESIDE and self._is_amount(piece.stop - 1):
            self._free.add(piece.stop - 1)

    def _hangs_on(self, left: range) -> bool:
        """A few digits right behind a number, and no word says what they count: an extension, or more of it."""
        if left.start == 0 or left.start - 1 not in self._hidden:
            return False
        before, first = self._found[left.start - 1], self._found[left.start]
        between = "".join(token.text for token in self._all[before.last + 1 : first.first])
        is_apart = all(sign.isspace() or sign in ",;." for sign in between)
        has_words = any(token.is_word for token in self._all[before.last + 1 : first.first])
        return not has_words and not (is_apart and self._is_amount(left.stop - 1))

    def _is_amount(self, at: int) -> bool:
        """A word follows that says of what."""
        place = self._found[at].last + 1
        place += place < len(self._all) and self._all[place].is_space
        return is_counted(self._all, self._found[at]) or (place < len(self._all) and self._all[place].is_word)

    def _look_at_chains(self) -> None:
        for at in range(len(self._found)):
            part = []
            for n in range(at, min(at + NATIONAL + 1, len(self._found))):
                figure = self._found[n]
                is_amount = n in self._free or is_counted(self._all, figure)
                if is_amount and not is_letter_behind(self._all, figure):
                    break
                part.append(figure)
            length = phone_shapes.chain(self._all, part) if len(part) > 1 else 0
            self._hidden.update(range(at, at + length))


def is_part(part: Sequence[Figure], known: Collection[str]) -> bool:
    """Whether these digits stand in a known phone."""
    digits = "".join(figure.digits for figure in part)
    return any(digits in phone for phone in known)
