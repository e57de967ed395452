"""A new scheme is one file and its texts, a new setting one line and its text: the house takes them as its own.

A setting of a scheme's own is one line more, as of any setting.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from screens.texts import LOCALES

pytestmark = pytest.mark.waits

HOUSE = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "*.db*", "*.egg-info")
PATIENCE = 600  # seconds, until the test gives up
KIT = Path(__file__).with_name("one_more_scheme")

OF_THE_OFFICE = "    retention_months: int | None = setting("
OF_A_POLICY = "    step_timeout: timedelta = setting("
OF_A_SEGMENT = "    min_sample: int = setting("
TEA = "    tea_after: timedelta = setting(timedelta(hours=2), Length(), Group.DUTY)\n"
BISCUITS = "    biscuits: int = setting(3, Whole(1, 9), Group.WAITING)\n"
PASSED_OVER = "    passed_over: int = setting(0, Whole(), Group.FAIRNESS)\n"
TEXTS = "".join(f"setting-{key} = x\nsetting-name-{key} = x\n" for key in ("tea_after", "biscuits"))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with one more scheme, a setting of its own, and two more settings; what is compiled is copied too."""
    house = tmp_path_factory.mktemp("copy") / "fairlead"
    shutil.copytree(HOUSE, house, ignore=LEFT_OUT)
    shutil.copy(KIT / "from_the_end.py", house / "leads/schemes")
    file = house / "leads/office.py"
    text = file.read_text("utf-8")
    for before, line in ((OF_THE_OFFICE, TEA), (OF_A_POLICY, BISCUITS), (OF_A_SEGMENT, PASSED_OVER)):
        assert text.count(before) == 1
        text = text.replace(before, line + before)
    file.write_text(text, "utf-8")
    for locale in LOCALES:
        shutil.copy(KIT / f"{locale}.ftl", house / "locales" / locale / "from_the_end.ftl")
        (house / "locales" / locale / "tea.ftl").write_text(TEXTS, "utf-8")
    return house


def ran(house: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """Runs these tests in the copy, which comes first among all that can be imported."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]
    return subprocess.run(
        command, cwd=house, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )


def test_a_scheme_is_one_file_and_a_setting_one_line_and_their_texts(house: Path) -> None:
    done = ran(
        house,
        "tests/stories/one_more_scheme/story.py",
        "tests/stories/one_more_setting/story.py",
        *(
            f"tests/screens/test_texts.py::test_every_{what}"
            for what in (
                "text_exists_in_every_locale_with_the_same_arguments",
                "scheme_has_its_name_and_all_that_it_explains_itself_with",
                "setting_has_its_name_and_its_meaning",
                "text_that_the_code_asks_for_exists_and_every_text_is_asked_for",
            )
        ),
    )
    assert done.returncode == 0, done.stdout


def test_a_scheme_whose_texts_are_missing_is_found_out(house: Path) -> None:
    texts = house / "locales/ru/from_the_end.ftl"
    texts.unlink()
    done = ran(house, "tests/screens/test_texts.py", "-k", "explains_itself")
    shutil.copy(KIT / "ru.ftl", texts)
    assert "test_every_scheme_has_its_name_and_all_that_it_explains_itself_with[from_the_end]" in done.stdout
    assert done.returncode == 1
