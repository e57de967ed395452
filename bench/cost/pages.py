"""The figures in the pages of docs/: each row of a table, and each bar, is known by its figure's name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bench.cost.figures import Figure
from bench.cost.program import ROOT
from bench.cost.table import number

PAGES = (ROOT / "docs/cost.md", ROOT / "docs/cost.ru.md")
ROW = re.compile(r"^\| `(?P<name>\w+)` \| (?P<what>[^|]*) \|[^|]*\|[^|]*\|[^|]*\|$", re.MULTILINE)
BARS = re.compile(r"^<!-- bars in (?P<unit>\S+): (?P<bars>.*) -->\n\n(?: {4}.*\n)*", re.MULTILINE)
WIDTH = 40  # blocks of the longest bar

Found = Mapping[str, Figure]


def filled(page: str, found: Found) -> str:
    """The page with these figures in its rows and bars; what was not measured stays as it stands."""
    page = ROW.sub(lambda row: _row(row, found), page)
    return BARS.sub(lambda bars: _bars(bars, found), page)


def _row(row: re.Match[str], found: Found) -> str:
    """Ours; beside it the bare bot's and the ratio, where there are any."""
    name = row["name"]
    if name not in found:
        return row[0]
    bare, ratio = re.sub("^(postgresql_)?", r"\1bare_", name), re.sub("_(ms|us)$", "", name) + "_ratio"
    cells = (number(found[one].value) if one in found else "" for one in (name, bare, ratio))
    return f"| `{name}` | {row['what']} | {' | '.join(cells)} |"


def _bars(bars: re.Match[str], found: Found) -> str:
    """`<!-- bars in MB: bare=bare_rest_memory; 0=rest_memory -->`: a label and a figure each."""
    drawn = [tuple(bar.split("=")) for bar in bars["bars"].split("; ")]
    if not {name for _, name in drawn} <= found.keys():
        return bars[0]
    values = [(label, found[name].value) for label, name in drawn]
    return f"{bars[0].splitlines()[0]}\n\n" + "".join(_drawn(values, bars["unit"]))


def _drawn(values: Sequence[tuple[str, float]], unit: str) -> list[str]:
    most = max(value for _, value in values) or 1
    return [
        f"    {label:>7}  {'█' * max(1, round(WIDTH * value / most))} {number(value)} {unit}\n"
        for label, value in values
    ]
