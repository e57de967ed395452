"""The managers of a summary as a narrow table: 34 characters stay in one line on a phone."""

from __future__ import annotations

from html import escape

from handlers.screens.format import balance
from handlers.texts import Html, Texts, cut
from handlers.views import ManagerRow

MOST = 40  # lines
NAME = 15
WIDTHS = (6, 6, 7)  # taken, sold, balance; with the name 34


def team_table(managers: tuple[ManagerRow, ...], texts: Texts) -> Html | None:
    """The busiest first; None where nobody works."""
    if not managers:
        return None
    order = sorted(managers, key=lambda m: (-m.claimed, -m.won, m.name))
    lines = [_line("", *(texts.plain(f"team-{column}") for column in ("claimed", "won", "balance")))]
    lines += [_line(m.name, str(m.claimed), str(m.won), balance(m.balance, texts)) for m in order[:MOST]]
    lines += ["…"] if len(order) > MOST else []
    return Html(f"<pre>{escape(chr(10).join(lines), quote=False)}</pre>")


def _line(name: str, *columns: str) -> str:
    cells = (column.rjust(width) for column, width in zip(columns, WIDTHS, strict=True))
    return cut(name, NAME).ljust(NAME) + "".join(cells)
