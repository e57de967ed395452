"""A file that a command was asked to write: whole in its place, or not there at all."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from files.failure import Failure

ONLY_THE_OWNER = 0o600  # clients' names and phones may be in it


class BadPlaceError(Failure):
    code = 2


@contextmanager
def placed(option: str, target: Path) -> Iterator[BinaryIO]:
    """Written beside its place, moved there at the end; until then an earlier file of that name is as it was.

    Raises BadPlaceError before anything is done where nothing can be written.
    """
    part = target.with_name(f".{target.name}.part") if target.name else target
    try:
        if target.is_dir():
            raise BadPlaceError(f"{option}: {target} is a folder, a file has to have a name")
        opened = os.open(part, os.O_RDWR | os.O_CREAT, ONLY_THE_OWNER)
    except OSError as error:
        raise BadPlaceError(f"{option}: {target} cannot be written: {error.strerror}") from None
    with os.fdopen(opened, "w+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BadPlaceError(f"{option}: {target} is just being written by another program") from None
        try:
            file.truncate()
            yield file
            file.flush()
            os.fsync(opened)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
