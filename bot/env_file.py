"""`.env` as a file: whether it is text, whether each line is a setting, and who else may read it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from dotenv.parser import parse_stream

from files.failure import Failure
from storage.address import file_of

ENV_FILE = Path(".env")
ENCODING = "utf-8-sig"  # Notepad begins a file with a mark


class EnvFileError(Failure):
    """A line of `.env` that cannot be read. It is named, and not repeated: it may hold a secret."""

    code = 2


def check_env_file(file: Path = ENV_FILE) -> None:
    """Raises EnvFileError where a line of the file is no text, or no setting. One that is not there is all right."""
    if not file.is_file():
        return
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise EnvFileError(f"{file}: {error.strerror}") from None
    try:
        text = raw.decode(ENCODING)
    except UnicodeDecodeError as error:
        raise _not_text(file, raw[: error.start]) from None
    if "\0" in text:  # UTF-16 without a mark
        raise _not_text(file, raw[: raw.index(0)])
    for binding in parse_stream(StringIO(text)):
        if binding.error:
            raise EnvFileError(f"{file}:{binding.original.line}: is no setting; one looks like NAME=value")


def _not_text(file: Path, before: bytes) -> EnvFileError:
    return EnvFileError(f"{file}:{before.count(10) + 1}: is not UTF-8 text")


def open_to_others(database_url: str, env_file: Path = ENV_FILE) -> Iterator[str]:
    """A warning for each file of the program's that other users of the machine may read."""
    kept = file_of(database_url)
    for file in (env_file, kept):
        if file and file.is_file() and stat.S_IMODE(file.stat().st_mode) & 0o077:
            yield f"{file} can be read by other users of this machine: chmod 600 {file}"
