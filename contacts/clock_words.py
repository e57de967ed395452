"""Times that are said and not written, in figures: `в полчетвёртого`, `без четверти три`, `half past three`; and where
a span of time begins. What stands around them stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from contacts.days import NUMBERS

LAST: Final = 24  # hour of a day
_ORDINALS: Final = (
    *("первого", "второго", "третьего", "четвертого", "пятого", "шестого"),
    *("седьмого", "восьмого", "девятого", "десятого", "одиннадцатого", "двенадцатого"),
)
_GENITIVES: Final = (
    *("часу", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти", "десяти"),
    *("одиннадцати", "двенадцати"),
)
_NTH: Final = {word: number for number, word in enumerate(_ORDINALS, 1)}
_OF: Final = {word: number for number, word in enumerate(_GENITIVES, 1)}
_HOURS: Final = {
    **{word: n for word, n in NUMBERS.items() if n <= 12 and word != "a"},
    **_OF,
    "час": 1,
}
_MINUTES: Final = {
    **NUMBERS,
    **_OF,
    "четверти": 15,
    "quarter": 15,
    "a quarter": 15,
    "двадцати": 20,
    "half": 30,
}


def _any(words: Iterable[str]) -> str:
    return "|".join((r"\d{1,2}", *sorted(words, key=len, reverse=True)))


def _number(word: str, known: dict[str, int]) -> int:
    return int(word) if word.isdecimal() else known[word]


def _half(said: re.Match[str]) -> str:
    return f"{said[1] or 'в '}{_before(_NTH[said[2]])}:30"


def _quarter(said: re.Match[str]) -> str:
    return f"{said[1] or 'в '}{_before(_NTH[said[2]])}:15"


def _to(said: re.Match[str]) -> str:
    minutes, hour = _number(said["minutes"], _MINUTES), _number(said["hour"], _HOURS)
    return f"в {_before(hour)}:{60 - minutes}" if 0 < minutes < 60 else said[0]


def _past(said: re.Match[str]) -> str:
    minutes, hour = _number(said["minutes"], _MINUTES), _number(said["hour"], _HOURS)
    return f"at {hour}:{minutes:02}" if minutes < 60 else said[0]


def _hour(said: re.Match[str]) -> str:
    return f"{said[1]} {_HOURS[said[2]]}"


def _before(hour: int) -> int:
    return hour - 1 or 12


_MINUTE: Final = _any(_MINUTES)
_MINUTE_TO: Final = "a quarter|quarter|twenty[ -]five|twenty|ten|five"  # `9 to 6` and `nine to six` are hours
_REWRITTEN: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(rf"\b(в |к |с |до )?(?:пол[- ]?|половин[аеуы] )({'|'.join(_NTH)})\b"), _half),
    (re.compile(rf"\b(в |к |с |до )?четверт[ьи] ({'|'.join(_NTH)})\b"), _quarter),
    (re.compile(rf"\bбез (?P<minutes>{_MINUTE})(?: минут)? (?P<hour>{_any(_HOURS)})\b"), _to),
    (re.compile(rf"\b(?:at )?(?P<minutes>{_MINUTE})(?: minutes)? past (?P<hour>{_any(_HOURS)})\b"), _past),
    (
        re.compile(
            rf"(?<!from )\b(?:at )?(?P<minutes>{_MINUTE_TO})(?: minutes)? to (?P<hour>{_any(_HOURS)})\b"
        ),
        _to,
    ),
    (
        re.compile(rf"\b(в|к|с|до|около|после|at|by|from|to|till|after|around) ({'|'.join(_HOURS)})\b(?!:)"),
        _hour,
    ),
)
_BOTH: Final = re.compile(rf"\b({'|'.join(_HOURS)}) (?:to|till|until) ({'|'.join(_HOURS)})\b")
_CLOCK: Final = r"(?P<from>(?P<hour>\d{1,2})(?:[:.]\d{2})?)"
_TILL: Final = r"(?P<till>\d{1,2})(?:[:.]\d{2})?"
_SPANS: Final = (
    re.compile(rf"\b(?:с|from|между|between) {_CLOCK} (?:до|и|to|till|and) {_TILL}(?!\d)"),
    re.compile(rf"(?<![\d.:-]){_CLOCK}[-–]{_TILL}(?![\d.:-])"),
)


def span_in_figures(text: str) -> str:
    """Returns the text with such times in figures, where two of them are a span: `ten to seven` is no minute of six."""
    return in_figures(_BOTH.sub(lambda said: f"{_HOURS[said[1]]} to {_HOURS[said[2]]}", text))


def in_figures(text: str) -> str:
    """Returns the text, which is in small letters, with such times in figures."""
    for form, instead in _REWRITTEN:
        text = form.sub(instead, text)
    return text


def beginning(text: str) -> str:
    """Returns the text with the beginning of a span of time alone; `14-30` is none."""
    for form in _SPANS:
        text = form.sub(_from, text)
    return text


def _from(said: re.Match[str]) -> str:
    is_span = int(said["hour"]) < int(said["till"]) <= LAST
    return said["from"] if is_span else said[0]
