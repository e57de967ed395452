"""Which tests are about what has changed: those whose place mirrors it, and the units that import it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

IMPORT = re.compile(r"^[ \t]*(?:from ([\w.]+) import (\([^)]*\)|.*)|import ([\w.]+))", re.MULTILINE)
NAME = re.compile(r"\w+")
MOST = 12  # test files; what more of them import would take longer than `make quick` may


def module_of(path: str) -> str:
    """`leads/schemes/duty.py` is the module `leads.schemes.duty`; a package is its `__init__.py`."""
    parts = PurePosixPath(path).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(source: str) -> frozenset[str]:
    """The modules that a file imports; a name in a package may be a module, and counts as one."""
    found: set[str] = set()
    for package, names, module in IMPORT.findall(source):
        if package:
            found |= {package, *(f"{package}.{name}" for name in NAME.findall(names))}
        else:
            found.add(module)
    return frozenset(found)


def mirrors(test: str, path: str) -> bool:
    """`tests/desk/test_claims_twice.py` is where `desk/claims.py` is tested, as `tests/desk/test_claims.py` is."""
    changed = PurePosixPath(path)
    where = PurePosixPath("tests") / changed.parent
    if changed.stem == "__init__":
        return PurePosixPath(test).parent == where
    stem = PurePosixPath(test).stem.removeprefix("test_")
    return PurePosixPath(test).parent == where and f"{stem}_".startswith(f"{changed.stem}_")


def is_test(path: str) -> bool:
    return path.startswith("tests/") and PurePosixPath(path).name.startswith("test_") and path.endswith(".py")


def chosen(changed: Iterable[str], sources: Mapping[str, str]) -> tuple[str, ...]:
    """The test files, by name; `sources` are all that there are under `tests/`, with their text.

    A test that has changed is run. A helper of tests counts for all that import it, by way of other helpers, too; a
    module of the house for its mirror and for the units of its own room that import it. What more than MOST of them
    import is left to `make test`.
    """
    paths = {path for path in changed if path.endswith(".py")}
    imports = {test: imports_of(text) for test, text in sources.items()}
    found: set[str] = set()
    for path in paths:
        concerned = _importers(path, imports) if path.startswith("tests/") else _units(path, imports)
        found |= concerned if len(concerned) <= MOST else set()
    for test in filter(is_test, sources):
        if test in paths or any(mirrors(test, path) for path in paths):
            found.add(test)
    return tuple(sorted(found))


def _units(path: str, imports: Mapping[str, frozenset[str]]) -> set[str]:
    """The tests that import a module of the house, of those that lie with its room."""
    room, module = path.split("/", maxsplit=1)[0], module_of(path)
    return {
        test
        for test, imported in imports.items()
        if test.startswith(f"tests/{room}/") and is_test(test) and module in imported
    }


def _importers(path: str, imports: Mapping[str, frozenset[str]]) -> set[str]:
    """The tests that import a file of the tests, or what imports it."""
    reached, fresh = {path}, {path}
    while fresh:
        names = {module_of(each) for each in fresh}
        fresh = {test for test, imported in imports.items() if imported & names} - reached
        reached |= fresh
    return set(filter(is_test, reached & imports.keys()))
