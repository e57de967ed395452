"""What is run after a change."""

from __future__ import annotations

import pytest

from tests.quick.choosing import MOST, chosen, imports_of

TESTS = {
    "tests/desk/test_claims.py": "from desk.claims import Claims\n",
    "tests/desk/test_claims_twice.py": "from tests.desk import clerks\n",
    "tests/desk/test_claimsmen.py": "import pytest\n",
    "tests/desk/test_swaps.py": "from desk import (\n    claims,\n    swaps,\n)\n",
    "tests/desk/clerks.py": "from tests.desk.names import NAMES\n",
    "tests/desk/names.py": "NAMES = ()\n",
    "tests/screens/test_offer.py": "def test() -> None:\n    import desk.claims\n",
    "tests/stories/test_claiming.py": "from desk.claims import Claims\n",
}


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("desk/claims.py", ["desk/test_claims.py", "desk/test_claims_twice.py", "desk/test_swaps.py"]),
        ("desk/swaps.py", ["desk/test_swaps.py"]),
        ("desk/rights.py", []),
        ("desk/claims.toml", []),
        ("tests/desk/test_claims.py", ["desk/test_claims.py"]),
        ("tests/desk/names.py", ["desk/test_claims_twice.py"]),  # through a helper that imports it
        ("tests/desk/gone.py", []),
        ("tests/stories/test_claiming.py", ["stories/test_claiming.py"]),
    ],
)
def test_what_is_run_mirrors_what_has_changed_or_imports_it(changed: str, tests: list[str]) -> None:
    assert chosen([changed], TESTS) == tuple(f"tests/{test}" for test in tests)


def test_a_package_is_tested_by_all_that_lies_where_it_is_mirrored() -> None:
    assert chosen(["desk/__init__.py"], TESTS) == tuple(
        sorted(t for t in TESTS if t.startswith("tests/desk/test_"))
    )


def test_what_half_a_room_imports_is_left_to_the_whole_suite() -> None:
    many = {f"tests/desk/test_{n}.py": "import desk.door\n" for n in range(MOST + 1)}
    assert chosen(["desk/door.py"], many) == ()
    many.popitem()
    assert chosen(["desk/door.py"], many) == tuple(sorted(many))


def test_an_import_is_found_wherever_it_stands() -> None:
    source = "import a.b\nfrom c import d, e as f\n\ndef late() -> None:\n    from g.h import (\n        i,\n    )\n"
    assert imports_of(source) >= {"a.b", "c", "c.d", "c.e", "g.h", "g.h.i"}
