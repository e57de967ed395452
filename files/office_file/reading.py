"""From TOML text to an office. Everything that is wrong is reported at once, in the order of the lines."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Any

import tomlkit
from pydantic import ValidationError
from tomlkit.exceptions import ParseError, TOMLKitError

from files.office_file.building import build
from files.office_file.checks import broken_rules
from files.office_file.complaints import complaints
from files.office_file.lines import Lines
from files.office_file.problems import OfficeFileError, Path, Problem, spelled
from files.office_file.tables import OfficeFile
from leads.office import Office


def read_office(path: FilePath) -> Office:
    """Raises OfficeFileError, also when the file cannot be read."""
    return parse_office(read_text(path), str(path))


def read_text(path: FilePath) -> str:
    """Raises OfficeFileError."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _broken(str(path), 1, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise _broken(str(path), line, "is not UTF-8 text") from error


def parse_office(text: str, name: str) -> Office:
    """`name` is what problems call the file. Raises OfficeFileError."""
    document = _toml(text, name)
    file, found = _shape(document)
    found.extend(broken_rules(document))
    if found or file is None:
        lines = Lines(text)
        problems = {Problem(name, lines.of(path), spelled(path), message) for path, message in found}
        raise OfficeFileError(
            sorted(problems, key=lambda problem: (problem.line, problem.field, problem.message))
        )
    return build(file)


def _toml(text: str, name: str) -> dict[str, Any]:
    """tomlkit and not tomllib: the format has times without seconds, which is TOML 1.1 (Python 3.15)."""
    try:
        return tomlkit.parse(text).unwrap()
    except ParseError as error:
        raise _broken(name, error.line, f"is not TOML: {error}") from error
    except TOMLKitError as error:  # a key written twice, found without its line
        raise _broken(name, 1, f"is not TOML: {error}") from error


def _shape(document: dict[str, Any]) -> tuple[OfficeFile | None, list[tuple[Path, str]]]:
    try:
        return OfficeFile.model_validate(document), []
    except ValidationError as error:
        return None, list(complaints(error))


def _broken(name: str, line: int, message: str) -> OfficeFileError:
    return OfficeFileError([Problem(name, line, "", message)])
