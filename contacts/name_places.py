"""How much the place of a name says that it is the client's: beside a phone, in a sentence about a call, spoilt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from contacts.name_hints import (
    ACTS,
    ASKED_FOR,
    ASKS,
    CALLED_BACK,
    CALLS,
    CHANNELS,
    CLIENT,
    EXTENSION,
    GREETINGS,
    HONORIFICS,
    PHONE_WORDS,
    SENT,
    STAFF,
    STREETS,
    TALKED_TO,
    TITLES,
)
from contacts.name_items import Sort
from contacts.name_looks import Look
from contacts.name_runs import Row, Run

_REACH: Final = 8  # items on either side of a phone
_MOST_PHONES: Final = 6
_MOST_BEGINNINGS: Final = 24
_LAST: Final = 8  # items of a text: people sign
_HINTS: Final = CALLS | CALLED_BACK | ASKED_FOR | TALKED_TO | SENT | {"от", "для"}

_ACTING, _ALONE, _BEGINNING = 35, 20, 15  # beside FIRST_PHONE, OTHER_PHONE and CALLING
_BY_ROLE: Final = 12  # `мастер Рустам`: somebody of whom more is said than of a client

Cases = tuple[str, ...]

CALLING: Final = 45
FROM: Final = 42  # `от Ивана`, `у Ольги`: perhaps only who sent them

FIRST_PHONE: Final = 50
OTHER_PHONE: Final = 30
_MOST_BETWEEN: Final = 4  # words between a phone and its owner's name: `мой номер`, `тел`
_FIRST_WORDS: Final = 32  # they tell the letters of the whole text


@dataclass(frozen=True, slots=True)
class Places:
    """Of one text."""

    row: Row
    beside: Phones

    def near(self) -> Iterator[int]:
        """Returns the items where a name is worth looking for, in order."""
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


def is_spoilt(row: Row, run: Run, is_beside: bool) -> bool:
    """The words around it say that it is no client: a street, a firm's name, somebody greeted, a colleague."""
    item, before = run.parts[0].item, run.start - 1
    key = row.key(before) if not item.opens else ""
    name = " ".join(part.item.text for part in run.parts)
    if item.gap.endswith(("«", '"', "“", "„")) or row.words.own.is_person(name):
        return True
    if key in STAFF or (key in GREETINGS and not is_beside):
        return True
    if _is_colleague(row, run) and (key in CLIENT or not is_beside):
        return True
    is_near = item.is_close or item.gap.strip() == "."
    if is_near and (key in STREETS or (row.is_part(before, "PREP") and not calling(row, run)[0])):
        return True
    return _is_house(row, run)


def _is_colleague(row: Row, run: Run) -> bool:
    """A surname alone: `клиент Петрова`, `позвонить Петрову` of an office with a Петров."""
    return len(run.parts) == 1 and row.words.is_colleague(run.parts[0].item.text)


def _is_house(row: Row, run: Run) -> bool:
    """A street with its house: `Баумана 5`, `Ленина, 7`; but not `Марат 2 окна`, `Петров 3 окна`."""
    if run.end >= len(row.items) or row.items[run.end].sort is not Sort.NUMBER:
        return False
    is_person = run.has_given_name or run.has_initials
    if row.items[run.end].opens or is_person or row.items[run.end].gap.strip(" ,"):
        return False
    following = row.items[run.end + 1] if run.end + 1 < len(row.items) else None
    is_count = following is not None and following.is_word and following.is_close
    return not (is_count and run.is_called_so)


def has_role(row: Row, run: Run) -> bool:
    """`мастер Рустам`, `муж Ольги`: one who is known by what they are to somebody."""
    first = run.parts[0].item
    if first.opens or first.gap.strip(" \t:"):
        return False
    return row.is_creature(run.start - 1) and row.key(run.start - 1) not in CLIENT | TITLES


def calling(row: Row, run: Run) -> tuple[int, Cases]:
    """How much they say that it is the client, and in which case they put them; 0 and none where they say nothing."""
    index = run.start - 1
    if row.is_creature(index) and not run.parts[0].item.opens:
        index -= 1  # `звонила бабушка, Зина`
    index -= row.key(index) == "is"
    if run.look < Look.WEAK:
        return 0, ()
    if _is_close(row, run.end) and row.key(run.end) in CALLED_BACK and not run.is_called_so:
        return CALLING, ("datv",)  # `Петрову перезвонить`
    has_title = row.key(index) in TITLES  # `call Mr. Brown`
    if index < 0 or (not has_title and "." in run.parts[0].item.gap):
        return 0, ()
    index -= has_title
    if row.key(index) in CALLS and run.is_called_so:
        return CALLING, ()
    weight, cases = _by_verb(row, index, run) or _by_preposition(row, index) or (0, ())
    is_field = run.is_called_so and ":" in run.parts[0].item.gap  # `От: Алия Сабирова`
    return weight, () if is_field else cases


def _by_verb(row: Row, index: int, run: Run) -> tuple[int, Cases] | None:
    key = row.key(index)
    if key in CALLED_BACK:
        asks_for_another = row.key(index - 1) in ASKS and row.key(index - 2) in CLIENT
        return (0, ()) if asks_for_another else (CALLING, ("datv",))
    if key in ASKED_FOR:
        return CALLING, ("accs", "gent")
    return (CALLING, ("gent",)) if key in SENT and not run.is_called_so else None


def _by_preposition(row: Row, index: int) -> tuple[int, Cases] | None:
    key, before, begins = row.key(index), row.key(index - 1), row.items[index].begins
    if key == "с" and before in TALKED_TO:
        return CALLING, ("ablt",)
    if key == "для" or (key == "от" and (before in SENT or begins)) or (key == "у" and begins):
        return FROM, ("gent",)
    return None


def _is_close(row: Row, index: int) -> bool:
    if index >= len(row.items) or row.items[index].opens:
        return False
    return row.items[index].gap.strip(" .") == ""  # the full stop of initials


@dataclass(frozen=True, slots=True)
class Phones:
    """`phones`: which items are phones, the client's first."""

    row: Row
    phones: Sequence[int]

    def weight(self, run: Run) -> int:
        """Tells what it says that it stands right before or after a phone, or alone in the line above or below one."""
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
