"""`python -m tests.mutants [NAME]`: each seeded bug must be caught by the tests that name it. Exit code 1 otherwise."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Column, Table

from tests.mutants.catalogue import MUTANTS
from tests.mutants.catalogue.mutant import Mutant

ROOT = Path(__file__).parents[2]
AT_ONCE = 2
PATIENCE = 300  # seconds for the tests of one mutant, of a machine that does nothing else
WAITS = 1800  # seconds, whatever else it does meanwhile
FAILED = 1  # pytest's exit code for tests that failed; any other means that they did not run
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "*.db*", "*.egg-info"
)
CAUGHT_BY = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`caught_by`: the test that failed; empty where the bug lives."""

    mutant: Mutant
    caught_by: str
    seconds: float
    trouble: str = ""  # why nothing could be found out

    @property
    def found(self) -> str:
        return self.caught_by or self.trouble or "NOBODY: it survives"


def main(names: list[str]) -> int:
    chosen = [mutant for mutant in MUTANTS if not names or mutant.name in names]
    if unknown := set(names) - {mutant.name for mutant in MUTANTS}:
        print(f"no mutant is called {', '.join(sorted(unknown))}", file=sys.stderr)  # noqa: T201
        return 2
    with ThreadPoolExecutor(AT_ONCE) as pool:
        verdicts = [told(verdict) for verdict in pool.map(judge, chosen)]
    Console().print(table(verdicts))
    return int(any(not verdict.caught_by for verdict in verdicts))


def judge(mutant: Mutant) -> Verdict:
    """In a copy of the tree of its own."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "fairlead"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        if not apply(mutant, copy):
            return Verdict(mutant, "", 0, f"the patch does not apply to {mutant.file} any more")
        try:
            code, said = tested(mutant, copy)
        except subprocess.TimeoutExpired:
            return Verdict(mutant, "", WAITS, f"its tests took more than {WAITS} s: nothing is found out")
    found = CAUGHT_BY.search(said)
    seconds = time.monotonic() - began
    if code == -signal.SIGXCPU:
        return Verdict(mutant, "a test that never ends", seconds)
    if code == FAILED and found:
        return Verdict(mutant, found[1], seconds)
    return Verdict(mutant, "", seconds, "" if code == 0 else f"pytest ended with {code}: {said[-500:]}")


def apply(mutant: Mutant, tree: Path) -> bool:
    """False where the old text does not stand there exactly once."""
    file = tree / mutant.file
    text = file.read_text("utf-8") if file.exists() else ""
    if text.count(mutant.old) != 1:
        return False
    file.write_text(text.replace(mutant.old, mutant.new), "utf-8")
    return True


def tested(mutant: Mutant, tree: Path) -> tuple[int, str]:
    """Runs its tests until the first one fails. The copy comes first among all that can be imported.

    What counts is the time that they work: on a busy machine they wait, and waiting catches no bug.
    """
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *mutant.tests]
    limited = ["sh", "-c", f'ulimit -S -t {PATIENCE} && exec "$@"', "sh", *command]
    done = subprocess.run(limited, cwd=tree, capture_output=True, text=True, timeout=WAITS, check=False)
    return done.returncode, done.stdout + done.stderr


def told(verdict: Verdict) -> Verdict:
    """All of them take an hour: whoever waits is told each as it comes."""
    print(f"{verdict.mutant.name}: {verdict.found}", file=sys.stderr)  # noqa: T201
    return verdict


def table(verdicts: list[Verdict]) -> Table:
    shown = Table("seeded bug", Column("caught by", overflow="fold"), "s")
    for verdict in verdicts:
        seconds = f"{verdict.seconds:.0f}"
        shown.add_row(verdict.mutant.name, verdict.found, seconds, style=None if verdict.caught_by else "red")
    return shown


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
