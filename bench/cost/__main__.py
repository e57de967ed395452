"""`python -m bench.cost`: the figures as a table, or with `--json` as one object that a machine can read."""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping, Set
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bench.cost import at_rest, of_leads, of_routing, of_starts, of_taps
from bench.cost.databases import Databases, NoServerError, postgresql
from bench.cost.extent import FULL, LONG, QUICK, Extent
from bench.cost.figures import Figures, machine
from bench.cost.pages import PAGES, filled
from bench.cost.stage import Stage
from bench.cost.table import line, table


class Kind(StrEnum):
    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"
    BOTH = "both"


class Part(StrEnum):
    LEAD = "lead"
    TAPS = "taps"
    REST = "rest"
    STARTS = "starts"
    ROUTING = "routing"


def main(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="About a minute.")] = False,
    long: Annotated[bool, typer.Option("--long", help="A million leads too, and every overdue one.")] = False,
    database: Annotated[Kind | None, typer.Option(help="For the lead's cost; quick takes one.")] = None,
    pages: Annotated[bool, typer.Option("--pages", help="Writes them into docs/cost.md, too.")] = False,
    only: Annotated[list[Part] | None, typer.Option(help="Some of it; may be given again.")] = None,
) -> None:
    """What a lead costs, beside a bare bot that makes the same calls and the same commits."""
    extent = QUICK if quick else LONG if long else FULL
    progress = Console(stderr=True)
    figures = Figures(lambda name, figure: progress.print(line(name, figure)))
    kind = database or (Kind.SQLITE if quick else Kind.BOTH)
    asyncio.run(measured(figures, extent, kind, set(only or Part)))
    for page in PAGES if pages else ():
        page.write_text(filled(page.read_text("utf-8"), figures.found), "utf-8")
    if as_json:
        sys.stdout.write(json.dumps({"machine": machine(), "figures": figures.as_json()}, indent=1) + "\n")
    else:
        Console().print(table(figures))


async def measured(figures: Figures, extent: Extent, database: Kind, parts: Set[Part]) -> None:
    """Raises NoServerError where PostgreSQL alone is asked for, and there is none."""
    if database is not Kind.POSTGRESQL:
        await _measured(figures, extent, Databases(), parts)
    if database is Kind.SQLITE or Part.LEAD not in parts:
        return
    try:
        with postgresql() as server:
            await _measured(Figures(figures.told, figures.found, "postgresql_"), extent, server, {Part.LEAD})
    except NoServerError as error:
        if database is Kind.POSTGRESQL:
            raise
        sys.stderr.write(f"PostgreSQL is left out: {error}\n")


async def _measured(figures: Figures, extent: Extent, databases: Databases, parts: Set[Part]) -> None:
    with tempfile.TemporaryDirectory(prefix="fairlead-cost-") as folder:
        stage = Stage(Path(folder), databases)
        stage.recipe = await of_leads.write_down(stage, extent, figures)
        for part, measure in MEASURES.items():
            if part in parts:
                await measure(stage, extent, figures)


async def _routing(stage: Stage, extent: Extent, figures: Figures) -> None:
    of_routing.decisions(extent, figures)
    await of_routing.hand_overs(stage, extent, figures)


MEASURES: Mapping[Part, Callable[[Stage, Extent, Figures], Awaitable[None]]] = {
    Part.LEAD: of_leads.measure,
    Part.TAPS: of_taps.measure,
    Part.REST: at_rest.measure,
    Part.STARTS: of_starts.measure,
    Part.ROUTING: _routing,
}

if __name__ == "__main__":
    typer.run(main)
