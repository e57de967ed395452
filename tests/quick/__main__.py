"""`python -m tests.quick`: within half a minute, whether what has changed since main is still whole.

ruff, mypy, the tests of the rules and those of what has changed; Hypothesis's long walks and whole stories are left to
`make test`. Exit code 1 where something fails.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.quick.choosing import chosen

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
RULES = "tests/leads"
SHORT = ("-m", "not hypothesis", "-q", "-p", "no:cacheprovider")
NO_TESTS = 5  # pytest's exit code where nothing is left to run


def main() -> int:
    began = time.monotonic()
    types = subprocess.Popen([BIN / "mypy"], cwd=ROOT, stdout=subprocess.PIPE, text=True)  # beside the tests
    failed = [name for name, command in _commands() if not _passes(command)]
    said, _ = types.communicate()
    print(said, end="")  # noqa: T201
    failed += ["mypy"] * bool(types.returncode)
    verdict = f"failed: {', '.join(failed)}" if failed else "whole"
    print(f"{verdict}, after {time.monotonic() - began:.0f} s; `make test` runs the rest")  # noqa: T201
    return int(bool(failed))


def _commands() -> list[tuple[str, list[str | Path]]]:
    units = [test for test in chosen(_changed(), _tests()) if not test.startswith(f"{RULES}/")]
    return [
        ("ruff", [BIN / "ruff", "check", "--quiet", "."]),
        ("format", [BIN / "ruff", "format", "--check", "--quiet", "."]),
        ("tests", [sys.executable, "-m", "pytest", *SHORT, RULES, *units]),
    ]


def _passes(command: list[str | Path]) -> bool:
    return subprocess.run(command, cwd=ROOT, check=False).returncode in {0, NO_TESTS}


def _changed() -> set[str]:
    """What differs from where this branch left main, be it committed or not, and what is new."""
    base = _git("merge-base", "main", "HEAD") or ["HEAD"]
    return {*_git("diff", "--name-only", *base), *_git("ls-files", "--others", "--exclude-standard")}


def _git(*words: str) -> list[str]:
    """Its lines; none where git says no: there may be no branch of this name."""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.splitlines() if done.returncode == 0 else []


def _tests() -> dict[str, str]:
    files = (ROOT / "tests").rglob("*.py")
    return {file.relative_to(ROOT).as_posix(): file.read_text("utf-8") for file in files}


if __name__ == "__main__":
    sys.exit(main())
