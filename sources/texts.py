"""Bytes as text, in whatever they are written."""

from __future__ import annotations


def decoded(content: bytes, charset: str | None = None) -> str:
    """Reads UTF-8, or whatever it is said to be in; older Russian sites write in windows-1251."""
    for one in (charset, "utf-8-sig"):
        if one:
            try:
                return content.decode(one)
            except (UnicodeDecodeError, LookupError):
                continue
    return content.decode("cp1251", "replace")
