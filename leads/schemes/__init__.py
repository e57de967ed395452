"""The schemes: who of those who can take a lead is offered it. One small file each, found by being here.

A new scheme is a new file here with an object `SCHEME`, and its texts (`Scheme.texts`) in `locales/`; nothing else
knows any of them by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from leads.office import OF_SEGMENT, Segment
from leads.schemes.scheme import Scheme
from leads.settings import Setting

_PARTS: Final = frozenset({"base", "scheme", "telling"})  # what schemes are made of


def _load() -> dict[str, Scheme]:
    files = (module.name for module in iter_modules(__path__) if module.name not in _PARTS)
    found: list[Scheme] = [import_module(f"{__name__}.{name}").SCHEME for name in files]
    return {scheme.name: scheme for scheme in sorted(found, key=lambda scheme: scheme.name)}


SCHEMES: Final[Mapping[str, Scheme]] = _load()
"""By the name that an office file uses, in alphabetical order."""

ORDER: Final = tuple(sorted(SCHEMES, key=lambda name: (SCHEMES[name].place, name)))
"""The names as people see them in lists."""


def settings_counting(segment: Segment) -> tuple[Setting, ...]:
    """Returns those of a segment's own settings that count as it shares now: of its scheme, of its reserve, and the
    reserve itself where a head is asked.
    """
    asked = [SCHEMES[name] for name in (segment.scheme, segment.reserve) if name]
    names = {name for one in asked for name in one.settings}
    if SCHEMES[segment.scheme].asks_head:
        names.add("reserve")
    return tuple(setting for setting in OF_SEGMENT if setting.name in names)
