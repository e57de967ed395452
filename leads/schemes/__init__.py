"""The schemes: who of those who can take a lead is offered it. One small file each, found by its name.

A new scheme is a new file here with a function `choose`, and its texts (`scheme-…`, `why-…`) in `locales/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from leads.schemes.base import Scheme


def _load(name: str) -> Scheme:
    module = import_module(f"{__name__}.{name}")
    return Scheme(module.choose, getattr(module, "READS", frozenset()), getattr(module, "TO_ALL", False))


SCHEMES: Final[Mapping[str, Scheme]] = {
    module.name: _load(module.name) for module in iter_modules(__path__) if module.name != "base"
}
"""By the name that an office file uses, in alphabetical order."""
