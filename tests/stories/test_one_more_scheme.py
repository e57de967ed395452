"""A new scheme is one file and its texts: the house takes it as its own wherever schemes are spoken of.

A setting of its own is one line more, as of any setting.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from screens.texts import LOCALES
from tests.copied_house import TEXTS_CHECKED, copied, ran

pytestmark = pytest.mark.waits
KIT = Path(__file__).with_name("one_more_scheme")


OF_A_SEGMENT = "    min_sample: int = setting(20, Whole())\n"
ITS_OWN = "    passed_over: int = setting(0, Whole())\n"


def added(house: Path) -> None:
    shutil.copy(KIT / "from_the_end.py", house / "leads/schemes")
    file = house / "leads/office.py"
    text = file.read_text("utf-8")
    assert text.count(OF_A_SEGMENT) == 1
    file.write_text(text.replace(OF_A_SEGMENT, OF_A_SEGMENT + ITS_OWN), "utf-8")
    for locale in LOCALES:
        shutil.copy(KIT / f"{locale}.ftl", house / "locales" / locale / "from_the_end.ftl")


def test_a_scheme_is_one_file_and_its_texts(tmp_path: Path) -> None:
    house = copied(tmp_path)
    added(house)
    done = ran(house, "tests/stories/one_more_scheme/story.py", *TEXTS_CHECKED)
    assert done.returncode == 0, done.stdout


def test_a_scheme_whose_texts_are_missing_is_found_out(tmp_path: Path) -> None:
    house = copied(tmp_path)
    added(house)
    (house / "locales/ru/from_the_end.ftl").unlink()
    done = ran(house, "tests/screens/test_texts.py", "-k", "explains_itself")
    assert "test_every_scheme_has_its_name_and_all_that_it_explains_itself_with[from_the_end]" in done.stdout
    assert done.returncode == 1
