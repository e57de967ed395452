"""How often somebody does a thing beside how often the others do, in one line; nothing where that says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from leads.figures.against import Against
from screens.texts import Html, Texts


def against_words(key: str, found: object, texts: Texts) -> Html:
    """Returns the line that `key` names, of an `Against` or of its values as they are stored with a note."""
    values = asdict(found) if isinstance(found, Against) else found
    if not isinstance(values, Mapping):
        return Html()
    return texts(key, **{n: value if isinstance(value, int) else str(value) for n, value in values.items()})
