"""A new setting is one line and its text: it is read, refused, stored, dumped and compared like all the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.texts import LOCALES
from tests.copied_house import TEXTS_CHECKED, copied, ran

pytestmark = pytest.mark.waits

OF_THE_OFFICE = "    retention_months: int | None = setting("
OF_A_POLICY = "    step_timeout: timedelta = setting("
TEA = "    tea_after: timedelta = setting(timedelta(hours=2), Length(), in_chat=True)\n"
BISCUITS = "    biscuits: int = setting(3, Whole(1, 9))\n"
TEXTS = "setting-tea_after = tea\nsetting-biscuits = biscuits\n"


def test_a_setting_is_one_line_and_its_text(tmp_path: Path) -> None:
    house = copied(tmp_path)
    file = house / "leads/office.py"
    text = file.read_text("utf-8")
    for before, line in ((OF_THE_OFFICE, TEA), (OF_A_POLICY, BISCUITS)):
        assert text.count(before) == 1
        text = text.replace(before, line + before)
    file.write_text(text, "utf-8")
    for locale in LOCALES:
        (house / "locales" / locale / "tea.ftl").write_text(TEXTS, "utf-8")
    done = ran(
        house,
        "tests/stories/one_more_setting/story.py",
        "tests/files/office_file/test_dumping.py::test_any_office_comes_back_unchanged",
        "tests/storage/test_office_codec.py",
        *TEXTS_CHECKED,
    )
    assert done.returncode == 0, done.stdout
