"""The values of single fields that only events have. Every function raises BadValueError."""

from __future__ import annotations

from functools import lru_cache

from files.csv_file.values import BadValueError, amount
from leads.durations import parse_duration
from leads.lead import Outcome
from leads.office import Office
from reports.replay.events import Answer, Does

ANSWERS = frozenset(Does)


def weight(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0.001 <= found <= 1000:
        raise BadValueError("value", f'"{text}" is not a weight from 0.001 to 1000')
    if round(found, 3) != found:
        raise BadValueError("value", f'"{text}" is not a weight: it must have at most three decimals')
    return found


def answers(text: str, office: Office) -> dict[str, Answer]:
    """`petrov=claim+45s sidorova=decline ivanov=silent`"""
    found: dict[str, Answer] = {}
    for part in text.split():
        who, _, does = part.partition("=")
        if not office.has(who):
            raise BadValueError("value", f'nobody has the id "{who}"')
        if who in found:
            raise BadValueError("value", f"{who} answers twice")
        found[who] = _answer(does)
    return found


@lru_cache(maxsize=1024)
def _answer(text: str) -> Answer:
    """Remembered, because the same few answers are given again and again."""
    does, plus, after = text.partition("+")
    if does not in ANSWERS or (does == Does.SILENT and plus):
        raise BadValueError("value", f'"{text}" is no answer; there are claim, claim+45s, decline, silent')
    if not plus:
        return Answer(Does(does))
    try:
        return Answer(Does(does), parse_duration(after, zero=True))
    except ValueError as error:
        raise BadValueError("value", str(error)) from None


def outcome(text: str) -> tuple[Outcome, int | None]:
    """`won`, `won:12000`, `lost`, `bad`; the amount comes back in hundredths."""
    name, colon, sum_ = text.partition(":")
    if name not in set(Outcome) or (colon and name != Outcome.WON):
        raise BadValueError("value", f'"{text}" is no outcome; there are won, won:12000, lost, bad')
    return Outcome(name), amount("value", sum_) if colon else None
