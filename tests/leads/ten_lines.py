"""The ten lines of docs/lottery.md, run as whoever checks a draw would run them."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "lottery.md"


def the_ten_lines() -> str:
    """Without the empty ones between them."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return "\n".join(line for line in str(code).splitlines() if line)


def put_in(promise: str, secret: str, segment: str, monday: str, lots: str, throw: str, names: str) -> str:
    """The same lines with another draw in them."""
    values = {
        "promise": promise,
        "secret": secret,
        "segment, monday, lots, throw": (segment, monday, lots, throw),
        "names": names,
    }
    lines = [line.split(" = ") for line in the_ten_lines().splitlines()]
    return "\n".join(
        f"{first} = {values.pop(first)!r}" if first in values else " = ".join([first, *rest])
        for first, *rest in lines
    )


def run(lines: str) -> str:
    """What they print. Raises AssertionError where the secret is not the one that was promised."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(lines, {})
    return printed.getvalue().strip()
