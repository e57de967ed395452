"""What comes in: invented people and numbers, in the words that such people use."""

from __future__ import annotations

import tomllib
from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Kind(StrEnum):
    TEXT = "text"
    CONTACT = "contact"
    FORWARD = "forward"
    VOICE = "voice"
    PHOTO = "photo"
    ALBUM = "album"


@dataclass(frozen=True, slots=True)
class Sample:
    kind: Kind
    text: str = ""  # or the caption
    name: str = ""  # of a contact, or of whoever wrote what is forwarded
    phone: str = ""  # of a contact
    seconds: int = 0  # of a voice
    pictures: tuple[str, ...] = ()


class Samples:
    """They come one after the other, and from the beginning again."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Sample]] = {}
        self._last: dict[str, Sample] = {}

    def next(self, locale: str, kind: Kind | None = None) -> Sample:
        """Returns the sample of this kind (None: of any) that was not used for the longest time."""
        waiting = self._waiting.setdefault(locale, deque(samples_in(locale)))
        sample = next(s for s in waiting if kind in (None, s.kind))
        waiting.remove(sample)
        waiting.append(sample)
        self._last[locale] = sample
        return sample

    def last(self, locale: str) -> Sample | None:
        """Returns what came last in this language; None where nothing did."""
        return self._last.get(locale)


@cache
def samples_in(locale: str) -> tuple[Sample, ...]:
    """Returns them in the order in which they come."""
    tables = tomllib.loads(files(__package__ or __name__).joinpath("samples.toml").read_text("utf-8"))
    return tuple(
        Sample(**(table | {"kind": Kind(table["kind"]), "pictures": tuple(table.get("pictures", ()))}))
        for table in tables[locale]
    )
