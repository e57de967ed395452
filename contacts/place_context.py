"""What the words around a name say of it: that it is a place (`г. Чехов`), or none of the client's (`ул. Казань`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from contacts.place_data import Use


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text in its one spelling (`contacts.normal`): folded, as it stands there, from and to."""

    word: str
    written: str
    start: int
    end: int


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PLACED: Final = _words("в во из изо под около возле in from near at")
_ORIGIN: Final = _words("из изо с со from")
_KINDS: Final = _words(
    "г гор город города городе городу городом г-д пос поселок поселка поселке пгт рп село села селе дер деревня деревни"
    " деревне станица станицы станице ст-ца аул хутор снт днп city town"
)
_DOTTED: Final = _words("с д п х ст")  # a kind only with a dot behind it: `с.`, not `с`
_LABELS: Final = _words(
    "город адрес регион область откуда место местоположение объект доставка city region address location"
)
_STREETS: Final = _words(
    "ул улица улице улицы улицу пр просп проспект проспекта проспекте пр-т пр-кт пер переулок переулке бул бульвар"
    " бульваре б-р шоссе ш наб набережная набережной площадь площади пл тракт проезд аллея мост street st avenue"
)
_VENUES: Final = _words(
    "жк тц трц тк бц мфц мкр микрорайон гостиница гостинице гостиницы гостиницу отель отеле ресторан ресторане кафе"
    " кинотеатр кинотеатре магазин магазине ооо ип зао пао оао фирма фирмы компания компании завод завода стадион"
    " стадионе метро станция станции санаторий парк парке гк снт им имени фк хк газета hotel cafe"
)
_LEFT: Final = _words(
    "переехал переехала переехали переехать переезжает переезжаем переезжают родом уехал уехала уехали вернулся"
    " вернулась вернулись moved"
)
_TIME: Final = _words("время времени time")
_CLOCKS: Final = _words("мск москва москве москвы moscow")
_CLOSE: Final = re.compile(r"[\s.«\"„“'(]*")
_LABELLED: Final = re.compile(r"[\s.:=–—-]*")
_OPENS: Final = re.compile(r"[\s]*(?:$|[,.;!?)\n])")
_DIGIT_BEFORE: Final = re.compile(r"\d[\s(]*(?:по[\s]+)?$")
_REACH: Final = 12  # characters before a name that are looked at for a time of the day


@dataclass(frozen=True, slots=True)
class Around:
    """A name in a text, from the token `first` up to `last`, without it."""

    text: str
    tokens: Sequence[Token]
    first: int
    last: int

    @property
    def is_refused(self) -> bool:
        """A street, a shop, the time of a city, a place that the client has left, or is said not to be meant."""
        before, before_that = self._word(-1), self._word(-2)
        if before in _STREETS | _VENUES or "не" in {before, before_that if before in _PLACED else ""}:
            return True
        if before in _ORIGIN and before_that in _LEFT:
            return True
        return self.tokens[self.first].word in _CLOCKS and self._tells_time(before)

    @property
    def is_marked(self) -> bool:
        """A word before it says that it is a place."""
        before = self._word(-1)
        if before in _PLACED | _KINDS or (before in _DOTTED and "." in self._gap):
            return True
        n = self.first - 1
        return n >= 0 and self.tokens[n].word in _LABELS and _LABELLED.fullmatch(self._gap) is not None

    @property
    def is_origin(self) -> bool:
        return self._word(-1) in _ORIGIN

    def means(self, use: Use, *, in_tatar: bool) -> bool:
        """Whether a name that may be used so means its place here."""
        written = self.tokens[self.first].written
        match use:
            case Use.FREE:
                return True
            case Use.CAPITALS:
                return written.isupper()
            case Use.MARKED:
                return self.is_marked
            case Use.CAPITAL:
                return self.is_marked and written[0].isupper()
            case Use.ALONE:
                return written[0].isupper() and (self.is_marked or self._stands_alone)
            case Use.TATAR:
                return in_tatar and written[0].isupper()
            case Use.NEVER:
                return False

    @property
    def _gap(self) -> str:
        before = self.tokens[self.first - 1].end if self.first else 0
        return self.text[before : self.tokens[self.first].start]

    @property
    def _stands_alone(self) -> bool:
        return _OPENS.match(self.text, self.tokens[self.last - 1].end) is not None

    @property
    def _behind(self) -> str:
        if self.last >= len(self.tokens):
            return ""
        gap = self.text[self.tokens[self.last - 1].end : self.tokens[self.last].start]
        return self.tokens[self.last].word if not gap.strip() else ""

    def _tells_time(self, before: str) -> bool:
        start = self.tokens[self.first].start
        is_of_a_clock = _DIGIT_BEFORE.search(self.text[max(0, start - _REACH) : start]) is not None
        return is_of_a_clock or bool({before, self._behind} & _TIME)

    def _word(self, offset: int) -> str:
        """The word so many before the name, if nothing parts them."""
        n = self.first + offset
        if n < 0:
            return ""
        parts = (self.text[self.tokens[k].end : self.tokens[k + 1].start] for k in range(n, self.first))
        return self.tokens[n].word if all(_CLOSE.fullmatch(part) for part in parts) else ""
