"""`verify` as a program of its own: what it says, and with which code it ends."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from leads.head import parse_head
from tests.tampering.forger import Forger

pytestmark = pytest.mark.waits
ROOT = Path(__file__).parents[2]
NO_HEAD = "a head is an entry's number and at least 32 digits (0-9, a-f) of its seal, NUMBER:SEAL"
BY_HAND = re.compile(r"```python\n(.*?)```", re.DOTALL)


def verify(database: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DATABASE_URL": f"sqlite+aiosqlite:///{database}"}
    command = [sys.executable, "-m", "bot", "verify", *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )


def test_an_office_that_holds(forger: Forger) -> None:
    head = forger.head()
    ended = verify(forger.path, "--head", f" {head.seq}:\n{head.seal[:40].upper()}\n")
    assert (ended.returncode, ended.stderr) == (0, "")
    summary, set_up, last, published = ended.stdout.splitlines()
    assert summary.startswith(f"the ledger holds: {len(forger.lines())} entries, ")
    assert set_up == f"the set-up is as entry {forger.last('set_up')} has sealed it"
    assert last == f"head: {head}"
    assert published == f"the head {head.seq}:{head.seal[:40]} is in the ledger"


def test_the_first_entry_that_does_not_hold(forger: Forger) -> None:
    forger.write("UPDATE ledger SET kind = 'claimer' WHERE seq = 60")
    ended = verify(forger.path)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "ledger entry 60: does not match its seal\n"


SEAL = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    "words",
    [
        *("", "yesterday", "42", "42:", f":{SEAL}", SEAL, SEAL[:8], SEAL[:32], f"42:{SEAL[:8]}"),
        *(f"42:{SEAL[:31]}", f"42:{SEAL}0", f"0:{SEAL}", f"-1:{SEAL}", f"4.2:{SEAL}", f"٤٢:{SEAL}"),
        *(f"42:g{SEAL[:40]}", f"42:0x{SEAL[:40]}", f"42:{SEAL[:32]}:{SEAL[32:]}", f"{'9' * 5000}:{SEAL}"),
    ],
    ids=str.__len__,
)
def test_what_is_no_head(words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(NO_HEAD)):
        parse_head(words)


@pytest.mark.parametrize("words", ["", f"42:{SEAL[:31]}", SEAL])
def test_what_is_no_head_is_one_plain_line(forger: Forger, words: str) -> None:
    ended = verify(forger.path, "--head", words)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == f"--head: {NO_HEAD}\n"


def test_another_seal_or_another_number_does_not_hold(forger: Forger) -> None:
    head = forger.head()
    ended = verify(forger.path, "--head", f"{head.seq}:{SEAL}")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"the head {head.seq}:{SEAL}: the seal of entry {head.seq} is {head.seal}\n"
    ended = verify(forger.path, "--head", f"{head.seq - 1}:{head.seal}")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert f"is that of entry {head.seq}, not of entry {head.seq - 1}" in ended.stderr


def spoil(forger: Forger, how: str) -> None:
    match how:
        case "no database":
            forger.path.unlink()
        case "nobody was set up":
            forger.write("DELETE FROM offices")
        case "older":
            forger.write("UPDATE alembic_version SET version_num = '0002'")
        case "newer":
            forger.write("UPDATE alembic_version SET version_num = '9999'")
        case "no SQLite":
            forger.path.write_bytes(b"this is no database at all" * 100)
        case "a torn page":
            whole = bytearray(forger.path.read_bytes())
            whole[4096 : len(whole) // 2] = b"\xff" * (len(whole) // 2 - 4096)
            forger.path.write_bytes(whole)


@pytest.mark.parametrize(
    ("how", "said"),
    {
        "no database": "there is no office in this database yet",
        "nobody was set up": "there is no office in this database yet",
        "older": "the database is of an older version",
        "newer": "the database is of a newer version, or of another program",
        "no SQLite": "the file is damaged",
        "a torn page": "the file is damaged",
    }.items(),
)
def test_what_cannot_be_verified_is_one_plain_line(forger: Forger, how: str, said: str) -> None:
    spoil(forger, how)
    ended = verify(forger.path)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert said in ended.stderr and ended.stderr.count("\n") == 1, ended.stderr
    assert how != "no database" or not forger.path.exists(), "looking makes nothing"


def test_the_chain_is_checked_by_hand_as_the_docs_say(forger: Forger) -> None:
    found = BY_HAND.search((ROOT / "docs/verify.md").read_text("utf-8"))
    assert found
    forger.path.rename(forger.path.with_name("fairlead.db"))
    ended = subprocess.run(
        [sys.executable, "-c", found[1]],
        cwd=forger.path.parent,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    forger.back()
    assert ended.stdout == f"{len(forger.lines())} entries, head: {forger.head()}\n"
