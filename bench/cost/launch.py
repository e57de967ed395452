"""Runs the real program in a way that it has no switch for, because nobody but a benchmark wants it.

`python -m bench.cost.launch [--count FILE] [--unhurried] WORDS…`: the words are the program's own, such as `run`.
`--count` writes how many statements and transactions there were. `--unhurried` lifts the pace that Telegram's limits
impose and the measure of what fingers can do: a lead then takes what it costs, as if people took their time.
"""

from __future__ import annotations

import sys
from argparse import REMAINDER, ArgumentParser
from pathlib import Path

from bench.cost.counters import Counting, written_to
from bot.cli import main
from bot.late_models import import_aiogram


def launch() -> None:
    asked = _parser().parse_args()
    if asked.count:
        Counting(written_to(asked.count.open("r+b", buffering=0))).start()
    if asked.unhurried:
        _lift_limits()
    sys.argv = ["fairlead", *asked.words]
    main()


def _lift_limits() -> None:
    import_aiogram()  # as the program does
    from bot import throttle
    from bot.courier import pace
    from desk.allowance import Allowance

    any_time = pace.Limit(most=1_000_000, seconds=0.001)
    for name in ("IN_ALL", "GROUP"):
        setattr(pace, name, any_time)
    setattr(pace, "PRIVATE", pace.Rate(burst=1_000, seconds=1e-6))  # noqa: B010 - no constant any more
    throttle.MEMBER = Allowance(1, 0.0)


def _parser() -> ArgumentParser:
    parser = ArgumentParser()
    parser.add_argument("--count", type=Path)
    parser.add_argument("--unhurried", action="store_true")
    parser.add_argument("words", nargs=REMAINDER)
    return parser


if __name__ == "__main__":
    launch()
