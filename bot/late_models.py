"""aiogram's models are built when they are first used, and not all of them when aiogram is imported.

Its classes say `defer_build`, and then `aiogram.types` builds each of its 400 at once: four fifths of the time and of
the memory that its import takes (2 s, 100 MB), and a bot that shares leads uses two dozen. What a model needs to be
built later is the names of the others, which aiogram's modules import for type checkers only; they get them here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from threading import RLock
from typing import Any, Final, TypeGuard

from pydantic import BaseModel

_BUILDING: Final = RLock()  # pydantic builds in whatever thread asks first, and does not guard it
_build: Final[Callable[..., bool | None]] = vars(BaseModel)["model_rebuild"].__func__

Names = Mapping[str, Any]


def import_aiogram() -> None:
    """Imports aiogram; nothing happens where that has been done."""
    if "aiogram" in sys.modules:
        return
    put_off: dict[type[BaseModel], Names] = {}
    with _rebuilding(put_off):
        import aiogram
    for model, names in put_off.items():
        module = vars(sys.modules[model.__module__])
        module.update({name: value for name, value in names.items() if name not in module})
    for base in (aiogram.types.TelegramObject, aiogram.methods.TelegramMethod, aiogram.methods.Response):
        setattr(base, "model_rebuild", classmethod(_one_at_a_time))  # noqa: B010 - a method of aiogram's


def build_named(rooms: Collection[str]) -> None:
    """Builds those of aiogram's models that modules of these top-level packages import: those that will be used."""
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] in rooms:
            for model in filter(_is_of_aiogram, vars(module).values()):
                model.model_rebuild()


def _is_of_aiogram(named: object) -> TypeGuard[type[BaseModel]]:
    """Tells whether it is a model of aiogram's; one whose result is open, such as Response, is a pattern for models."""
    if not isinstance(named, type) or not issubclass(named, BaseModel):
        return False
    return named.__module__.startswith("aiogram.") and not named.__pydantic_generic_metadata__["parameters"]


@contextmanager
def _rebuilding(put_off: dict[type[BaseModel], Names]) -> Iterator[None]:
    """Notes what would be built now, and the names that it needs; whoever asks for more than that gets it."""

    def note(cls: type[BaseModel], /, *, _types_namespace: Names | None = None, **asked: Any) -> bool | None:
        if _types_namespace is None or asked:
            return _build(cls, _types_namespace=_types_namespace, **asked)
        put_off[cls] = _types_namespace
        return None

    before = vars(BaseModel)["model_rebuild"]
    setattr(BaseModel, "model_rebuild", classmethod(note))  # noqa: B010 - for as long as the import takes
    try:
        yield
    finally:
        setattr(BaseModel, "model_rebuild", before)  # noqa: B010


def _one_at_a_time(cls: type[BaseModel], /, *, _parent_namespace_depth: int = 0, **asked: Any) -> bool | None:
    """Builds a model. No name of the caller's is needed: its module has them all."""
    del _parent_namespace_depth
    with _BUILDING:
        return _build(cls, _parent_namespace_depth=0, **asked)
