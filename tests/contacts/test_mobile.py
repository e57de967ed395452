"""In which territory a mobile number was given out."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from contacts.building.mobile import BadSourceError, pack_mobile
from contacts.mobile import PACKED, territory_ids
from contacts.place_data import territories

PLAN = Path(__file__).parents[3] / "shared" / "data" / "numbering_plan" / "mobile_regions.csv"


@pytest.mark.parametrize(
    ("national", "ids"),
    [
        (9000000000, ("RU-KDA",)),
        (9000061999, ("RU-KDA",)),
        (9000062000, ("RU-ROS",)),
        (9161234567, ("RU-MOS", "RU-MOW")),
        (9112223344, ("RU-LEN", "RU-SPE")),
        (9172221122, ("RU-TA",)),
        (10_000_000_000, ()),
        (8432000000, ()),
        (1, ()),
    ],
)
def test_known_numbers_have_these_territories(national: int, ids: tuple[str, ...]) -> None:
    assert territory_ids(national) == ids


@pytest.mark.skipif(not PLAN.exists(), reason=f"the numbering plan is not here: {PLAN.name}")
def test_what_is_shipped_agrees_with_the_plan_at_both_ends_of_every_range(tmp_path: Path) -> None:
    named = {one.id: one.plan for one in territories()}
    with PLAN.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        expected = set(row["territory"].rpartition("|")[2].split(", "))
        for number in (int(row["first"]), int(row["last"])):
            assert {named[id] for id in territory_ids(number)} == expected, row
    gaps = [int(a["last"]) + 1 for a, b in pairwise(rows) if int(b["first"]) > int(a["last"]) + 1]
    assert all(territory_ids(number) == () for number in gaps)
    assert pack_mobile(PLAN, tmp_path / "anew") == len(rows)
    assert (tmp_path / "anew").read_bytes() == PACKED.read_bytes()


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("first,last\n", ":1: the columns must be first,last,territory"),
        (
            "first,last,territory\n9000000000,900x,Город Москва\n",
            ":2: '900x' is no mobile number of ten digits",
        ),
        ("first,last,territory\n9000000000,9000000009,Город Зеро\n", ":2: territory: 'Город Зеро' is not in"),
        (
            "first,last,territory\n9000000000,9000000009,Город Москва\n9000000009,9000000019,Город Москва\n",
            ":3: first: the ranges must rise and not overlap",
        ),
    ],
)
def test_a_source_that_makes_no_sense_is_refused_with_its_line(
    tmp_path: Path, rows: str, message: str
) -> None:
    source = tmp_path / "plan.csv"
    source.write_text(rows, encoding="utf-8")
    with pytest.raises(BadSourceError, match=message.replace(".", r"\.")):
        pack_mobile(source, tmp_path / "packed")
    assert not (tmp_path / "packed").exists()
