"""What may stand in a cell of a workbook: numbers, times and texts, each of a kind of its own.

A client's words can do nothing there but stand: a text is written as a text whatever it begins with, and its cell is
formatted as one, so that it stays one also for whoever edits it (https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from screens.texts import Texts, cut

Value = str | int | float | datetime | None

LONGEST = 32_767  # UTF-16 units in a cell
RICH = ("<r>", "</r>")
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold: https://www.w3.org/TR/xml/#charsets"""


class Kind(StrEnum):
    TEXT = "text"
    COUNT = "count"
    MONEY = "money"  # given in hundredths
    SHARE = "share"  # from 0 to 1
    FIGURE = "figure"  # with two decimals
    BALANCE = "balance"  # with its sign
    MOMENT = "moment"  # given in UTC, shown on the office's wall clock
    DAY = "day"


def formats(texts: Texts) -> Mapping[Kind, str]:
    """Returns Excel's number format for each kind."""
    return {
        Kind.TEXT: "@",
        Kind.COUNT: "0",
        Kind.MONEY: "#,##0.00",
        Kind.SHARE: "0.0%",
        Kind.FIGURE: "0.00",
        Kind.BALANCE: "+0.00;-0.00;0.00",
        Kind.MOMENT: texts.plain("workbook-moment-format"),
        Kind.DAY: texts.plain("workbook-day-format"),
    }


@lru_cache(maxsize=1024)  # most texts stand on many lines: names, segments, words for what happened
def clean(text: str) -> str:
    """Returns the text as a cell can hold it.

    XlsxWriter takes what stands between `<r>` and `</r>` for rich text that it has made itself, and writes it as it
    is, tags and all; a space after it shows that it is none.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = cut(FORBIDDEN.sub("", lines), LONGEST)
    return f"{kept} " if kept.startswith(RICH[0]) and kept.endswith(RICH[1]) else kept


def width(kind: Kind, value: Value) -> int:
    """Tells how many characters a value takes, about."""
    match value:
        case None:
            return 0
        case str():
            return max((len(line) for line in value.split("\n")), default=0)
        case datetime():
            return len("23.11.2026 10:00:00")
        case _ if kind is Kind.MONEY:
            return len(f"{value / 100:,.2f}")
        case int():
            return len(str(value))
        case _:
            return len(f"{value:+.2f}")
