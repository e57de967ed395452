"""Answers to a tap: a line over the chat, at most 200 characters, plain text."""

from __future__ import annotations

from collections.abc import Sequence

from leads.refusals import Refusal
from screens.format import listing
from screens.texts import Texts, cut

LONGEST = 200  # https://core.telegram.org/bots/api#answercallbackquery


def refusal_toast(refusal: Refusal, names: Sequence[str], texts: Texts) -> str:
    """Why not, and who has the lead instead."""
    words = texts.plain(f"refusal-{refusal}")
    return cut(texts.plain("refusal-names", words=words, names=listing(names)) if names else words, LONGEST)


def done_toast(done: str, texts: Texts, **args: str | int) -> str:
    """What was done, e.g. `claimed`, or `assigned` with a `name`. Raises LookupError for anything else."""
    return cut(texts.plain(f"done-{done}", **args), LONGEST)
