"""What people and files are called does nothing to the terminal, and is refused where it cannot be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal import console, plain
from tests.stories.command_line import Fairlead
from tests.stories.test_office_command import EXAMPLE

RED = "\x1b[31mКрасный\x1b[0m"
UNSEEN = {
    "escape": "Пётр \x1b[31mПетров",
    "bell": "Пётр\x07",
    "turned": "\u202eвортеП",
    "isolated": "\u2066Пётр\u2069",
    "nothing but filler": "\u3164\u200b",
    "a mark at the beginning": "\ufeffПётр",
}
HEADER = "at,phone,name,segment,source,text,manager,claimed_at,outcome,closed_at,amount\n"


@pytest.mark.parametrize("name", UNSEEN.values(), ids=UNSEEN)
def test_the_office_file_says_where_a_name_holds_what_cannot_be_seen(
    fairlead: Fairlead, tmp_path: Path, name: str
) -> None:
    escaped = "".join(f"\\u{ord(c):04x}" for c in name)
    text = EXAMPLE.read_text("utf-8")
    (tmp_path / "office.toml").write_text(text.replace('"Окна Казань"', f'"{escaped}"', 1), "utf-8")
    ended = fairlead("office", "check", "office.toml")
    assert ended.code == 2
    assert "office.name: " in ended.errors and ended.errors.startswith("office.toml:")
    assert "\x1b" not in ended.errors and "\u202e" not in ended.errors


def test_an_imported_name_is_looked_at_too_and_its_error_moves_no_cursor(
    fairlead: Fairlead, tmp_path: Path
) -> None:
    assert fairlead("office", "load", str(EXAMPLE)).code == 0
    line = f"2026-03-20T10:14,,,,,,{RED},,won,,\n"
    (tmp_path / "past.csv").write_text(HEADER + line, "utf-8")
    for words in (("--create",), ()):
        ended = fairlead("import", "past.csv", *words)
        assert ended.code == 2 and "past.csv:2" in ended.errors
        assert "\x1b" not in ended.errors + ended.out


@given(st.text())
def test_a_terminal_is_given_nothing_that_it_would_act_on(words: str) -> None:
    shown = plain(words)
    assert all(c.isprintable() or c in "\n\t\u200d\ufe0f\u00a0\u202f" for c in shown)


def test_styles_of_our_own_are_kept_and_words_in_tables_are_plain(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.table import Table

    table = Table("Кто")
    table.add_row(RED)
    console().print(table)
    written = capsys.readouterr().out
    assert "\\x1b[31mКрасный" in written and "\x1b" not in written


def test_joined_emoji_are_as_good_a_name_as_any(fairlead: Fairlead, tmp_path: Path) -> None:
    text = EXAMPLE.read_text("utf-8").replace('"Окна Казань"', '"Окна 👨‍👩‍👧‍👦❤️"', 1)
    (tmp_path / "office.toml").write_text(text, "utf-8")
    assert fairlead("office", "check", "office.toml").code == 0
