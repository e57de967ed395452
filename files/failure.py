"""Failures that end in a plain line for whoever started the program, not in a traceback."""

from __future__ import annotations


class Failure(Exception):  # noqa: N818 - its words are the message
    """Says what is wrong and what to do. `code` is the program's exit code: 1 it failed, 2 bad input."""

    code = 1
