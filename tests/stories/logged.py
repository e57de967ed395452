"""What the program writes to its log, as `run` sets it up."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import pytest

from bot.logs import OURS, set_up_logs


@contextmanager
def logged(form: Literal["text", "json"], level: str) -> Iterator[io.StringIO]:
    """Everything goes there meanwhile, and to nobody else."""
    root, out = logging.getLogger(), io.StringIO()
    handlers, before = list(root.handlers), root.level
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", out)
        for handler in handlers:
            root.removeHandler(handler)
        set_up_logs(level, form)
        yield out
    root.handlers[:] = handlers
    root.setLevel(before)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.NOTSET)
