"""Where an error came from, for a log that holds no words of people."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path


def places(error: BaseException, depth: int = 0) -> Iterator[str]:
    """Returns an exception without its words, which may be a client's: its type and where it was raised,
    and its causes'.
    """
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(frames[-5:]))
    yield f"{'  ' * depth}{type(error).__qualname__} at {where or 'nowhere'}"
    inside = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    before = None if error.__suppress_context__ else error.__context__
    for cause in (*inside, error.__cause__ or before):
        if cause is not None and depth < 5:
            yield from places(cause, depth + 1)
