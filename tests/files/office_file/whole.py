"""An office file that says everything that one can say, and what is wrong with it once it is edited."""

from __future__ import annotations

from pathlib import Path

from files.office_file import OfficeFileError, parse_office

WHOLE = Path(__file__).with_name("whole_office.toml").read_text("utf-8")


def problems(text: str) -> list[str]:
    try:
        parse_office(text, "office.toml")
    except OfficeFileError as error:
        return [str(problem) for problem in error.problems]
    return []


def edited(old: str, new: str) -> str:
    assert old in WHOLE, f"the whole office has no {old!r}"
    return WHOLE.replace(old, new, 1)
