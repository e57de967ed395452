"""The last weeks under other schemes, as they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from leads.schemes import SCHEMES
from screens.content import Screen
from screens.texts import Texts
from screens.views.report import Against, Change, WhatIfRow, WhatIfView
from screens.whatif import whatif_caption
from tests.screens.leads_to_show import PETROV, SIDOROVA

ROWS = (
    WhatIfRow("office", 0.9987, (41.2, 32.6, 49.8), is_current=True),
    WhatIfRow("balance", 1.0, (41.3, 32.7, 49.9)),
    WhatIfRow("conversion", 1.0, (52.7, 45.0, 61.4), against=Against.MORE),
    WhatIfRow("grab", 0.8257, (4.25, 0.04, 9.5), against=Against.FEWER),
    WhatIfRow("lottery", None, (1234.5, 1000.0, 1500.0)),
)
VIEW = WhatIfView(
    first=date(2026, 11, 23),
    last=date(2026, 12, 20),
    leads=201,
    won=35,
    rows=ROWS,
    changes=(Change(PETROV, 62, "grab", 91), Change(SIDOROVA, 54, "lottery", 25)),
    left_out=("duty", "manual", "secretary"),
)
LONG = "Константин Константинопольский " * 8
CROWDED = replace(
    VIEW,
    rows=tuple(WhatIfRow(scheme, 0.9, (41000.2, 32000.6, 49000.8)) for scheme in ("office", *SCHEMES)),
    changes=tuple(Change(LONG, 62000, "longest_idle", 91000) for _ in range(3)),
    is_cut=True,
    counted_until=date(2026, 12, 2),
    losing_takes=19,
)
UNSOLD = replace(VIEW, rows=tuple(replace(row, sales=None, against=Against.NOBODY_KNOWS) for row in ROWS))


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "what if", Screen(whatif_caption(VIEW, texts))
    yield "what if, all alike", Screen(whatif_caption(replace(VIEW, rows=ROWS[:2], left_out=()), texts))
    settled = replace(VIEW, counted_until=date(2026, 12, 2), losing_takes=19)
    yield "what if, losses take a while", Screen(whatif_caption(settled, texts))
    yield "what if, nothing closed", Screen(whatif_caption(UNSOLD, texts))
    yield "what if, nothing came", Screen(whatif_caption(replace(VIEW, leads=0, rows=(), changes=()), texts))
    yield "what if, a day", Screen(whatif_caption(replace(VIEW, first=VIEW.last, is_cut=True), texts))
