"""The command as a program of its own: what comes out where, and with which code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.offices import one_team

EVENTS = "at,event,lead\n2026-11-23T09:00:00,lead,L1\n2026-11-23T09:01:00,lead,L2\n"
LONGEST = 120  # seconds, until the test gives up


def fairlead(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    (folder / "office.toml").write_text(one_team("a b"), "utf-8")
    root = Path(__file__).parents[3]
    return subprocess.run(
        [sys.executable, "-m", "bot", "replay", "--office", str(folder / "office.toml"), *words],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )


def test_reports_go_to_standard_output_and_decisions_to_their_file(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(EVENTS, "utf-8")
    out = tmp_path / "решения.jsonl"
    ended = fairlead(tmp_path, str(tmp_path / "events.csv"), "--json", "--decisions", str(out))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert json.loads(ended.stdout)["office"]["leads"]["claimed"] == 2
    assert [json.loads(line)["claimed_by"] for line in out.read_text("utf-8").splitlines()] == ["a", "b"]


def test_a_mistake_ends_with_code_2_and_a_line_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(EVENTS + "2026-11-23T09:02:00,assign,L9\n", "utf-8")
    ended = fairlead(tmp_path, str(tmp_path / "events.csv"))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == f"{tmp_path}/events.csv:4: lead: L9 was not handed over before\n"
