"""The office file: the whole office in one TOML text, read, checked and written."""

from files.office_file.doubts import doubts
from files.office_file.dumping import dump_office, set_up
from files.office_file.problems import OfficeFileError, Problem
from files.office_file.reading import parse_office, read_office, read_text
from files.office_file.values import holiday_calendar, holidays_at

__all__ = [
    "OfficeFileError",
    "Problem",
    "doubts",
    "dump_office",
    "holiday_calendar",
    "holidays_at",
    "parse_office",
    "read_office",
    "read_text",
    "set_up",
]
