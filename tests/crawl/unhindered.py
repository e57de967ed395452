"""What holds people up in the running program is out of the way: a crawl taps quicker than any finger."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from hashlib import sha512
from itertools import count
from unittest.mock import patch

from aiosqlite import core

from bot import doorman, throttle
from desk.allowance import Allowance
from screens.pictures import drawing
from tests.stories.one_thread import OneThread


@contextmanager
def unhindered() -> Iterator[None]:
    """The same chance each time, so that a walk that has found something finds it again."""
    for_all, numbers = Allowance(1, 0.0), count()

    def chance(size: int) -> str:
        return sha512(str(next(numbers)).encode()).hexdigest()[: 2 * size]

    with ExitStack() as stack:
        for where, name, instead in (
            (core, "Connection", OneThread),
            (doorman, "EACH", dict.fromkeys(doorman.Kind, for_all)),
            (doorman, "TOGETHER", for_all),
            (throttle, "MEMBER", for_all),
            (
                drawing,
                "_drawn",
                cache(drawing._drawn.__wrapped__),
            ),  # the same picture is seen again and again
            (secrets, "token_hex", chance),
            (secrets, "token_urlsafe", chance),
        ):
            stack.enter_context(patch.object(where, name, instead))
        yield
