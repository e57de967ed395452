"""The seeded bugs keep up with the code: a patch that does not apply proves nothing."""

from __future__ import annotations

import ast

import pytest

from tests.mutants.__main__ import ROOT
from tests.mutants.catalogue import MUTANTS
from tests.mutants.catalogue.mutant import Mutant


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_each_patch_applies_and_names_tests_that_exist(mutant: Mutant) -> None:
    text = (ROOT / mutant.file).read_text("utf-8")
    assert text.count(mutant.old) == 1
    ast.parse(text.replace(mutant.old, mutant.new))
    assert all((ROOT / test.partition("::")[0]).exists() for test in mutant.tests)


def test_no_two_seeded_bugs_have_the_same_name() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) >= 12
