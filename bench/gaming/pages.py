"""What was played, in docs/gaming.md, docs/schemes.md and their Russian twins: tables between marks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bench.gaming.cells import Cell, Table, best
from bench.gaming.strategies import HONEST, STRATEGIES, Strategy

ROOT: Final = Path(__file__).parents[2]
BEFORE: Final = Path(__file__).with_name("before.json")
"""The same under the rules as they were before any of these holes was closed."""
NOW: Final = Path(__file__).with_name("now.json")
"""As it was played last, for the pages: they say what stands here."""

NONE: Final = "–"
AIMS: Final = {
    "balance": 3,
    "queue": 3,
    "longest_idle": 3,
    "lottery": 3,
    "duty": 3,
    "worth": 3,
    "conversion": 10,
}
"""What one manager alone is to gain at most, in per cent."""
OF_A_SECRETARY: Final = 7
"""And somebody for whom a secretary chooses the moment, where drafts are handed over by themselves in two minutes."""


@dataclass(frozen=True, slots=True)
class Words:
    """A page in one language."""

    page: Path
    of_schemes: Path
    locale: str
    best_head: str
    gamed_head: str
    all_head: str
    noise: str
    nothing: str

    def of(self, strategy: Strategy) -> str:
        return strategy.ru if self.locale == "ru" else strategy.en


PAGES: Final = (
    Words(
        ROOT / "docs/gaming.md",
        ROOT / "docs/schemes.md",
        "en",
        "| scheme | who | what pays most | before | now | the others | aim |",
        "| scheme | who | what pays most | gain, % |",
        "what somebody does",
        "noise",
        "nothing pays",
    ),
    Words(
        ROOT / "docs/gaming.ru.md",
        ROOT / "docs/schemes.ru.md",
        "ru",
        "| схема | кто | что выгоднее всего | было | стало | остальные | цель |",
        "| схема | кто | что выгоднее всего | выигрыш, % |",
        "что делает",
        "шум",
        "ничего не выгодно",
    ),
)
WHO: Final = {
    "en": ("a manager alone", "a manager whom others let", "the secretary", "a hand"),
    "ru": ("менеджер один", "менеджер, которому позволяют", "секретарь", "чья-то рука"),
}

Best = tuple[Strategy, Cell] | None


def as_json(table: Table) -> dict[str, Any]:
    return {name: {key: cell.as_json() for key, cell in cells.items()} for name, cells in table.items()}


def stored(file: Path) -> Table:
    """The table as it was played once."""
    raw = json.loads(file.read_text("utf-8"))
    return {name: {key: Cell(**cell) for key, cell in cells.items()} for name, cells in raw.items()}


def write(now: Table) -> None:
    """Keeps it, beside what was not played this time, and writes all of it into the pages."""
    NOW.write_text(json.dumps(as_json({**stored(NOW), **now}), indent=1) + "\n", "utf-8")
    for page, text in pages():
        page.write_text(text, "utf-8")


def pages() -> Iterator[tuple[Path, str]]:
    """Every page as it has to be."""
    then, now = stored(BEFORE), stored(NOW)
    for words in PAGES:
        yield words.page, filled(words.page.read_text("utf-8"), words, then, now)
        yield words.of_schemes, _between("gamed", _gamed(words, now), words.of_schemes.read_text("utf-8"))


def filled(page: str, words: Words, then: Table, now: Table) -> str:
    """The page with these figures between its marks."""
    page = _between("best", _best(words, then, now), page)
    return _between("all", _all(words, then, now), page)


def _between(mark: str, lines: Iterable[str], page: str) -> str:
    begin, end = f"<!-- {mark} -->\n", "<!-- end -->"
    before_it, rest = page.split(begin)
    after_it = rest.split(end, 1)[1]
    return before_it + begin + "".join(f"{line}\n" for line in lines) + end + after_it


def _best(words: Words, then: Table, now: Table) -> Iterator[str]:
    yield words.best_head
    yield "| --- | --- | --- | ---: | ---: | ---: | ---: |"
    for name, cells in now.items():
        yield from _best_of(name, cells, then.get(name, {}), words)


def _gamed(words: Words, now: Table) -> Iterator[str]:
    yield words.gamed_head
    yield "| --- | --- | --- | ---: |"
    for name, cells in now.items():
        for who, among in enumerate((_is_alone, _is_let, _is_free, _is_held, _is_given)):
            found = best(cells, among)
            if found and (among is _is_alone or round(found[1].gain * 100) > 0):
                at = WHO[words.locale][min(who, 2) if who < 4 else 3]
                yield f"| `{name}` | {at} | {_what(words, found[0])} | {percent(found[1])} |"


def _best_of(name: str, cells: Mapping[str, Cell], then: Mapping[str, Cell], words: Words) -> Iterator[str]:
    """One manager alone, or with others who let them; a secretary, who may be held to the office's own time; a hand."""
    is_held_to = best(cells, lambda one: bool(one.settings)) is not None
    for who, aim, among, once in (
        (0, AIMS.get(name), _is_alone, _is_alone),
        (1, None, _is_let, _is_let),
        (2, OF_A_SECRETARY if is_held_to else None, _is_held if is_held_to else _is_free, _is_free),
        (3, None, _is_given, _is_given),
    ):
        now = best(cells, among)
        if now and (among is _is_alone or round(now[1].gain * 100) > 0):
            yield from _line(words, name, WHO[words.locale][who], now, best(then, once), aim)


def _what(words: Words, strategy: Strategy) -> str:
    return words.nothing if strategy.key == HONEST.key else words.of(strategy)


def _is_alone(one: Strategy) -> bool:
    return one.is_alone


def _is_let(one: Strategy) -> bool:
    return not one.is_alone and not one.is_steered


def _is_held(one: Strategy) -> bool:
    return one.is_of_the_secretary and bool(one.settings)


def _is_free(one: Strategy) -> bool:
    return one.is_of_the_secretary and not one.settings


def _is_given(one: Strategy) -> bool:
    return one.is_of_a_hand


def _line(
    words: Words, name: str, who: str, now: tuple[Strategy, Cell], then: Best, aim: int | None
) -> Iterator[str]:
    strategy, cell = now
    what = _what(words, strategy)
    goal = NONE if aim is None else f"{aim} {'✓' if round(cell.gain * 100) <= aim else '✗'}"
    noise = "" if cell.noise is None else f" ± {cell.noise * 100:.1f}"
    was, others = percent(then[1] if then else None), f"{cell.others * 100:+.1f}"
    told = (f"`{name}`", who, what, was, f"**{percent(cell)}**{noise}", others, goal)
    yield f"| {' | '.join(told)} |"


def _all(words: Words, then: Table, now: Table) -> Iterator[str]:
    yield f"| {words.all_head} | {' | '.join(f'`{name}`' for name in now)} |"
    yield f"| --- |{' ---: |' * len(now)}"
    for strategy in STRATEGIES:
        cells = [_both(then.get(name, {}).get(strategy.key), now[name].get(strategy.key)) for name in now]
        if any(cell != NONE for cell in cells):
            yield f"| {words.of(strategy)} | {' | '.join(cells)} |"
    noises = [max((cell.noise or 0.0 for cell in cells.values()), default=0.0) for cells in now.values()]
    yield f"| *{words.noise}* | {' | '.join(f'*{noise * 100:.1f}*' for noise in noises)} |"


def _both(then: Cell | None, now: Cell | None) -> str:
    """`+20 → +2`; one figure where nothing has changed, or there was nothing to compare."""
    if now is None:
        return NONE
    if then is None or percent(then) == percent(now):
        return percent(now)
    return f"{percent(then)} → {percent(now)}"


def percent(cell: Cell | None) -> str:
    """In whole per cent of an equal share."""
    if cell is None:
        return NONE
    whole = round(cell.gain * 100)
    return f"{whole:+d}" if whole else "0"
