"""One view for every look that the card of a weekly draw may have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from screens.views.duty import DrawView, Opened, PlanDay, Stage
from tests.screens.leads_to_show import MOSCOW, NOW, PETROV, SIDOROVA

MONDAY = date(2026, 11, 30)
ANNOUNCED = DrawView(
    stage=Stage.ANNOUNCED,
    segment="kazan",
    segment_name="Казань и Татарстан",
    monday=MONDAY,
    now=NOW,
    timezone=MOSCOW,
    draw_at=NOW + timedelta(days=4),
    commitment="58f357f31f5f95e5643607144fa8922aeb346bf5e09a5c645ef2fea9e02cc47f",
    thrown=(),
    may_throw=True,
    own_lot=None,
)
OPENED = Opened(
    secret="8ee89711330c1ccf39a2e65ad12bbd7df4a4a2ee857f53b4823f00fecb7bd252",
    lots=((PETROV, 7), (SIDOROVA, 3)),
    plan=tuple(
        PlanDay(MONDAY + timedelta(days=n), (PETROV, SIDOROVA)[n % 2], is_reader=n % 2 == 0) for n in range(5)
    ),
    order=(PETROV, SIDOROVA),
    newcomers=(),
    lots_text="petrov=7,sidorova=3",
    ids=("petrov", "sidorova"),
)
THROWN = ((PETROV, NOW), (SIDOROVA, None))
HELD = replace(ANNOUNCED, stage=Stage.HELD, may_throw=False, thrown=THROWN, opened=OPENED)
DRAWS: Mapping[str, DrawView] = {
    "draw, to throw": ANNOUNCED,
    "draw, thrown": replace(ANNOUNCED, may_throw=False, own_lot=7, thrown=THROWN),
    "draw, with a thrower": replace(
        ANNOUNCED, may_throw=False, thrower=SIDOROVA, throw_until=NOW + timedelta(days=4, hours=2)
    ),
    "draw, in its week": replace(ANNOUNCED, may_throw=False, in_its_week=True),
    **{
        f"draw, closed, {throws}": replace(
            ANNOUNCED,
            stage=Stage.CLOSED,
            may_throw=False,
            thrower=SIDOROVA,
            throw_until=NOW + timedelta(hours=2),
            throws=throws,
        )
        for throws in (False, True)
    },
    **{
        f"draw, held, {throw}": replace(HELD, thrower=SIDOROVA, opened=replace(OPENED, throw=throw))
        for throw in ("slot=37", "none")
    },
    "draw, for the head": replace(ANNOUNCED, may_throw=False),
    "draw, set aside": replace(ANNOUNCED, may_throw=False, stage=Stage.SET_ASIDE),
    "draw, missed": replace(ANNOUNCED, may_throw=False, stage=Stage.MISSED),
    "draw, held": HELD,
    "draw, held without lots": replace(HELD, opened=replace(OPENED, lots=(), lots_text="")),
    "draw, held, one alone": replace(HELD, opened=replace(OPENED, order=(PETROV,), ids=("petrov",))),
    "draw, held, newcomers": replace(HELD, opened=replace(OPENED, newcomers=(SIDOROVA,))),
}
