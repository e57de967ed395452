"""Hours of the week as people write them: `пн-пт 9-18, сб 10-15`, `с 9 утра до 6 вечера по будням, обед в 13`, `24/7`.

What is not understood to its last word is nothing: hours that nobody meant cost leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from contacts.clock_words import span_in_figures
from contacts.clocks import CLOCK, TO, as_said
from contacts.days import WEEKDAYS, plain
from contacts.opening_parts import Parts
from leads.wall_clock import EVERY_DAY
from leads.week import Week

_EACH: Final = (
    "понедельники понедельникам mondays",
    "вторники вторникам tuesdays",
    "среды средам wednesdays",
    "четверги четвергам thursdays",
    "пятницы пятницам fridays",
    "субботы субботам saturdays",
    "воскресенья воскресеньям sundays",
)
_DAYS: Final[Mapping[str, int]] = {
    **WEEKDAYS,
    **{word: day for day, words in enumerate(_EACH) for word in words.split()},
}
_WEEKDAYS: Final = (
    r"(?:кажд\w+ )?(?:будн\w+(?: дн\w+| день)?|рабоч\w+ (?:дн\w+|день))|weekdays?"
    r"|(?:business|working|work) days?|5/2"
)
_WEEKEND: Final = r"выходны[еми]+(?: дн\w+)?|weekends?"
_EVERY_DAY: Final = (
    r"ежедневно|кажд\w+ день|все дни|без выходных|7/7|7 дней(?: в неделю)?"
    r"|every ?day|daily|7 days(?: a week)?"
)
_SEVERAL: Final = {_WEEKDAYS: EVERY_DAY[:5], _WEEKEND: EVERY_DAY[5:], _EVERY_DAY: EVERY_DAY}
_DAY: Final = "|".join(_DAYS)

_FORMS: Final[Mapping[str, str]] = {
    "always": r"24/7|круглосуточно|всегда|always|around the clock|24 часа(?: в сутки)?(?: 7 дней в неделю)?"
    r"|24 hours(?: a day)?(?: 7 days a week)?",
    "closed": r"вых(?:одно(?:й|ая)(?: день)?)?|закрыт[оыа]?|не работаем|closed|off|нет",
    "but": r"кроме|except(?: for| on)?|but not|not on",
    "feasts": r"праздник\w*|праздничны\w+(?: дн\w+)?|(?:public |bank )?holidays",
    "lunch": r"обед\w*|перерыв\w*(?: на обед)?|(?:lunch|break)(?: break| time)?",
    "no_lunch": r"(?:без|no|without) (?:обеда|перерыв\w*|lunch|breaks?)",
    "range": rf"(?:{_DAY}){TO}(?:{_DAY})",
    "day": _DAY,
    "several": "|".join(_SEVERAL),
    "span": rf"(?:(?:с|со|from) )?{CLOCK}{TO}{CLOCK}|between {CLOCK} and {CLOCK}",
    "until": rf"(?:до|till|until|to) {CLOCK}",
    "at": rf"(?:(?:в|с|at|from) )?{CLOCK}",
    "apart": r",",
    "stop": r"[;.\n]",
    "noise": r"и|по|в|во|на|с|со|а|мы|час|офис|рабо[тч]\w+|открыт\w*|режим|график|часы"
    r"|and|on|with|at|an|from|we|are|is|works?|working|opens?|office|hours?|the",
}
PUNCTUATION: Final = frozenset({"apart", "stop"})
_TOKEN: Final = re.compile(
    "|".join(
        rf"(?P<{kind}>{form})" + ("" if kind in PUNCTUATION else r"(?!\w)") for kind, form in _FORMS.items()
    )
    + r"|[ :/()-]"
)
_REWRITTEN: Final = (
    (re.compile(r"[–—−]"), "-"),
    (re.compile(r"(?<=[a-zа-я])\.(?=-)"), ""),  # `пн.-пт.`
    (re.compile(r" ?- ?"), "-"),
    (re.compile(r"\b(\d\d)(\d\d)-(\d\d)(\d\d)\b"), r"\1:\2-\3:\4"),
    (re.compile(r"\b24/5\b"), "будни круглосуточно"),
    (re.compile(rf"\bвых(?:одной|одные)?(?: день| дни)?[ :-]+(?=(?:{_DAY})\b)"), "кроме "),
)


def read_week(written: str) -> Week | None:
    """Reads them; a day that is not named has none. None for whatever is no such thing."""
    parts = Parts()
    for kind, text in _tokens(written):
        if not _put(parts, kind, text):
            return None
    return parts.week()


def names_holidays(written: str) -> bool:
    """Tells whether they say that something is otherwise on holidays, which `read_week` knows only as closed."""
    return any(kind == "feasts" for kind, _ in _tokens(written))


def _tokens(written: str) -> Iterator[tuple[str, str]]:
    """What stands there, by its kind; the last is `unknown` where one is not understood."""
    text = span_in_figures(plain(written))
    for form, instead in _REWRITTEN:
        text = form.sub(instead, text)
    at = 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            yield "unknown", text[at:]
            return
        if token.lastgroup not in {None, "noise", "no_lunch"}:
            yield str(token.lastgroup), token[0]
        at = token.end()


def _put(parts: Parts, kind: str, text: str) -> bool:
    """False where it cannot stand there."""
    match kind:
        case "day" | "range" | "several" | "feasts":
            is_closed = text.startswith("выходны") and parts.wants_hours  # `сб, вс выходные`
            return parts.closed() if is_closed else parts.days(_days(kind, text))
        case "span" | "until" | "at":
            return _put_clocks(parts, kind, re.findall(CLOCK, text))
        case "always":
            return parts.around_the_clock()
        case "closed":
            return parts.closed()
        case "but" | "lunch":
            return parts.but() if kind == "but" else parts.lunch()
        case "apart" | "stop":
            return parts.apart(stops=kind == "stop")
    return False


def _days(kind: str, text: str) -> list[int]:
    """Which days a word means. Of holidays no hour is known here: they are closed where the office keeps them."""
    if kind == "feasts":
        return []
    if kind == "several":
        return list(next(days for form, days in _SEVERAL.items() if re.fullmatch(form, text)))
    first, *others = (_DAYS[word] for word in re.split(TO, text))
    return [(first + n) % 7 for n in range((others[0] - first) % 7 + 1)] if others else [first]


def _put_clocks(parts: Parts, kind: str, written: list[str]) -> bool:
    clocks = [clock for one in written if (clock := as_said(one))]
    if len(clocks) != len(written):
        return False
    match kind:
        case "span":
            return parts.span(*clocks)
        case "until":
            return parts.until(*clocks)
    return parts.at(*clocks)
