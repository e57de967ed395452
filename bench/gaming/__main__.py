"""`python -m bench.gaming`: who gains by what, as a table, or with `--json` as one object for machines."""

from __future__ import annotations

import sys
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.table import Table as Shown

from bench.gaming import pages, stored
from bench.gaming.cells import CORES, FULL, QUICK, Table, played_table
from bench.gaming.columns import columns
from bench.gaming.offices import KNOWN
from bench.gaming.pages import NONE, percent
from bench.gaming.strategies import STRATEGIES


def main(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Under a minute; the noise is large.")] = False,
    write: Annotated[
        bool, typer.Option("--pages", help="Writes docs/gaming.md and its Russian twin.")
    ] = False,
    setting: Annotated[
        list[str] | None, typer.Option("--set", help='As an office file says it: free_declines="5%".')
    ] = None,
    scheme: Annotated[list[str] | None, typer.Option(help="Only this one; may be given again.")] = None,
    cores: Annotated[int, typer.Option(min=1)] = CORES,
) -> None:
    """Who gains by what in an invented office, under the product's own rules."""
    wanted = [one for one in columns(_settings(setting or [])) if not scheme or one.scheme in scheme]
    progress = Console(stderr=True)
    found = played_table(QUICK if quick else FULL, wanted, progress.print, cores)
    if write:
        pages.write(found)
    if as_json:
        sys.stdout.write(stored.text(found))
    else:
        for title, table in ((TRIED, found.tried), (MEASURED, found.measured)):
            Console().print(shown(table, title))


def _settings(given: list[str]) -> dict[str, str]:
    """`key=value`, the value as in an office file; a bare word is taken for a string."""
    found = {}
    for one in given:
        key, _, value = one.partition("=")
        if key not in KNOWN:
            raise typer.BadParameter(f"no setting {key}; there are {', '.join(sorted(KNOWN))}")
        is_bare = (
            value not in {"true", "false"} and not value.startswith(('"', "[")) and not _is_number(value)
        )
        found[key] = f'"{value}"' if is_bare else value
    return found


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


TRIED: Final = "What somebody gains, in per cent of an equal share: all that was tried"
MEASURED: Final = "The best of it, measured by seeds that had no part in the choice"


def shown(table: Table, title: str) -> Shown:
    """In per cent of an equal share, with the standard error of each."""
    found = Shown(title=title, title_justify="left", box=None)
    found.add_column("strategy")
    for name in table:
        found.add_column(name, justify="right")
    for strategy in STRATEGIES:
        cells = [cells.get(strategy.key) for cells in table.values()]
        if any(cells):
            found.add_row(
                strategy.key, *(_noisy(percent(cell), cell.noise) if cell else NONE for cell in cells)
            )
    return found


def _noisy(told: str, noise: float | None) -> str:
    return told if noise is None else f"{told} ±{noise * 100:.1f}"


if __name__ == "__main__":
    typer.run(main)
