"""Loaded by the fork server: what a fresh program reads from the disk once, it finds in its memory."""

from __future__ import annotations

from screens.texts import LOCALES, texts_for

for _locale in LOCALES:
    texts_for(_locale)
