"""Which of a client's words came in which of several messages: one that is written anew replaces but its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from leads.client import Client


def joined(texts: Iterable[str]) -> str:
    """Returns what several messages say together, one under another."""
    return "\n".join(filter(None, texts))


def words_of(said: Client, message: int) -> str | None:
    """Returns what this message says of it; None where nobody knows which words were its own."""
    words = _words(said)
    return words.get(message) if words else None


def rewritten(said: Client, message: int, text: str) -> Client | None:
    """Returns it with other words of this message; what is read in them is left to be read. None as of `words_of`."""
    words = _words(said)
    if words is None or message not in words:
        return None
    words[message] = text
    return replace(said, text=joined(words.values()), source_lengths=tuple(map(len, words.values())))


def _words(said: Client) -> dict[int, str] | None:
    """By message, in their order. None where they do not add up: from before this was noted, or cut off."""
    if len(said.source_messages) == 1:
        return {said.source_messages[0]: said.text}
    if not said.source_messages or len(set(said.source_messages)) != len(said.source_lengths):
        return None
    words, start = dict[int, str](), 0
    for message, length in zip(said.source_messages, said.source_lengths, strict=True):
        words[message] = said.text[start : start + length]
        start += length + bool(length)
    return words if joined(words.values()) == said.text else None
