"""aiogram's models are built when they are first used, and not all of them when aiogram is imported.

Its classes say `defer_build`, and then `aiogram.types` builds each of its 400 at once: five of the six seconds that
an import takes, in every process of a test run. What a model needs to be built later is the names of the others,
which aiogram's modules import for type checkers only; they get them here.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import BaseModel


def import_aiogram() -> None:
    """Imports aiogram; nothing happens where that has been done."""
    if "aiogram" in sys.modules:
        return
    put_off: dict[type[BaseModel], Mapping[str, Any]] = {}

    def note(cls: type[BaseModel], *, _types_namespace: Mapping[str, Any]) -> None:
        put_off[cls] = _types_namespace

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseModel, "model_rebuild", classmethod(note))
        import aiogram  # noqa: F401 - for its modules
    for model, names in put_off.items():
        module = vars(sys.modules[model.__module__])
        module.update({name: value for name, value in names.items() if name not in module})
