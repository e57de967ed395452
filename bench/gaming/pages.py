"""What was played, in docs/gaming.md, docs/schemes.md and their Russian twins: tables between marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.gaming import stored
from bench.gaming.cells import Cell, Found, Table, best
from bench.gaming.columns import STRICT
from bench.gaming.parties import PARTIES, PARTY, Party
from bench.gaming.strategies import HONEST, STRATEGIES, Strategy

ROOT: Final = Path(__file__).parents[2]
NONE: Final = "–"
OF_THE_NORM: Final = frozenset(one.name for one in STRICT)
"""Columns that stand in a table of their own."""
HONEST_ONES: Final = frozenset({"honest", "true"})
"""Parties that want nothing."""


@dataclass(frozen=True, slots=True)
class Words:
    """A page in one language."""

    page: Path
    of_schemes: Path
    locale: str
    best_head: str
    gamed_head: str
    norm_head: str
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
        "| scheme | `free_declines` | what pays most | gain | honest | honest, with a true reason for 5 % |",
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
        "| схема | `free_declines` | что выгоднее всего | выигрыш | честно | честно, и в 5 % есть настоящая причина |",
        "что делает",
        "шум",
        "ничего не выгодно",
    ),
)


def write(now: Found) -> None:
    """Keeps it, beside what was not played this time, and writes all of it into the pages."""
    stored.keep(now)
    for page, text in pages():
        page.write_text(text, "utf-8")


def pages() -> Iterator[tuple[Path, str]]:
    """Every page as it has to be."""
    then, now = stored.before(), stored.now()
    for words in PAGES:
        yield words.page, filled(words.page.read_text("utf-8"), words, then, now)
        yield words.of_schemes, _between("gamed", _gamed(words, now), words.of_schemes.read_text("utf-8"))


def filled(page: str, words: Words, then: Table, now: Found) -> str:
    """The page with these figures between its marks."""
    page = _between("best", _best(words, then, now.measured), page)
    page = _between("norm", _norm(words, now.measured), page)
    return _between("all", _all(words, then, now.tried), page)


def _between(mark: str, lines: Iterable[str], page: str) -> str:
    begin, end = f"<!-- {mark} -->\n", "<!-- end -->"
    before_it, rest = page.split(begin)
    after_it = rest.split(end, 1)[1]
    return before_it + begin + "".join(f"{line}\n" for line in lines) + end + after_it


def _chosen(cells: Mapping[str, Cell], party: Party) -> tuple[Strategy, Cell] | None:
    """What was chosen and measured; that they may as well be honest only where nothing else was chosen."""
    others = {key: cell for key, cell in cells.items() if key != HONEST.key or party.key == "honest"}
    return best(others, party) or best(cells, party)


def _rows(now: Table, parties: Sequence[Party]) -> Iterator[tuple[str, Party, Strategy, Cell]]:
    """A line for each scheme and each of these parties; but not for those who gain nothing with others' help."""
    for name in (one for one in now if one not in OF_THE_NORM):
        for party in parties:
            found = _chosen(now[name], party)
            if found and (party.key in {"honest", "alone"} or round(found[1].gain * 100) > 0):
                yield name, party, *found


def _best(words: Words, then: Table, now: Table) -> Iterator[str]:
    yield words.best_head
    yield "| --- | --- | --- | ---: | ---: | ---: | ---: |"
    for name, party, strategy, cell in _rows(now, [one for one in PARTIES if one.key != "true"]):
        was = best(then.get(name, {}), PARTY["secretary"] if strategy.is_of_the_secretary else party)
        told = (
            f"`{name}`",
            party.of(words.locale),
            _what(words, party, strategy),
            percent(was[1] if was else None),
            f"**{percent(cell)}**{_noise(cell)}",
            f"{cell.others * 100:+.1f}",
            _aim(party, name, cell),
        )
        yield f"| {' | '.join(told)} |"


def _aim(party: Party, scheme: str, cell: Cell) -> str:
    """Held against the figure as it is told: in whole per cent."""
    aim = party.aim(scheme)
    if aim is None:
        return NONE
    whole = round(cell.gain * 100)
    is_reached = whole >= aim if party.is_least else whole <= aim
    return f"{aim} {'✓' if is_reached else '✗'}"


def _gamed(words: Words, now: Found) -> Iterator[str]:
    yield words.gamed_head
    yield "| --- | --- | --- | ---: |"
    parties = [one for one in PARTIES if one.key not in HONEST_ONES]
    for name, party, strategy, cell in _rows(now.measured, parties):
        told = (f"`{name}`", party.of(words.locale), _what(words, party, strategy), percent(cell))
        yield f"| {' | '.join(told)} |"


def _norm(words: Words, now: Table) -> Iterator[str]:
    """The schemes in which a free decline keeps the place, by how many are free."""
    yield words.norm_head
    yield "| --- | ---: | --- | ---: | ---: | ---: |"
    for column in STRICT:
        for name, norm in (
            (column.scheme, "10%"),
            (column.name, column.settings["free_declines"].strip('"')),
        ):
            cells = now.get(name, {})
            found, *honest = (_chosen(cells, PARTY[key]) for key in ("alone", "honest", "true"))
            if found and all(honest):
                figures = [f"{percent(one[1])}{_noise(one[1])}" for one in (found, *honest) if one]
                what = _what(words, PARTY["alone"], found[0])
                yield f"| `{column.scheme}` | {norm} | {what} | {' | '.join(figures)} |"


def _noise(cell: Cell) -> str:
    return "" if cell.noise is None else f" ± {cell.noise * 100:.1f}"


def _what(words: Words, party: Party, strategy: Strategy) -> str:
    return words.nothing if strategy.key == HONEST.key and party.key != "honest" else words.of(strategy)


def _all(words: Words, then: Table, now: Table) -> Iterator[str]:
    shown = [name for name in now if name not in OF_THE_NORM]
    yield f"| {words.all_head} | {' | '.join(f'`{name}`' for name in shown)} |"
    yield f"| --- |{' ---: |' * len(shown)}"
    for strategy in STRATEGIES:
        cells = [_both(then.get(name, {}).get(strategy.key), now[name].get(strategy.key)) for name in shown]
        if any(cell != NONE for cell in cells):
            yield f"| {words.of(strategy)} | {' | '.join(cells)} |"
    noises = [max((cell.noise or 0.0 for cell in now[name].values()), default=0.0) for name in shown]
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
