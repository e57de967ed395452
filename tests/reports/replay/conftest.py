"""`python -m bot replay` as it is called, in process."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from tests.offices import one_team

Decision = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ended:
    code: int
    out: str
    errors: str


@dataclass(frozen=True, slots=True)
class Past:
    """Recorded events and an office, in a directory of their own."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def run(self, events: str | bytes | None, *options: str, under: str = "") -> Ended:
        """The command with these events as they stand in the file; None: there is no file."""
        if events is not None:
            raw = events if isinstance(events, bytes) else events.lstrip("\n").encode()
            (self.folder / "events.csv").write_bytes(raw)
        (self.folder / "office.toml").write_text(under or one_team(), "utf-8")
        command = ["fairlead", "replay", "events.csv", "--office", "office.toml", *options]
        self.monkeypatch.setattr(sys, "argv", command)
        with pytest.raises(SystemExit) as ended:
            main()
        said = self.capsys.readouterr()
        return Ended(int(ended.value.code or 0), said.out, said.err)

    def decisions(self, events: str | bytes, *options: str, under: str = "") -> list[Decision]:
        ended = self.run(events, *options, "--decisions", "out.jsonl", under=under)
        assert ended.code == 0, ended.errors
        lines = (self.folder / "out.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def reports(self, events: str | bytes, *options: str, under: str = "") -> dict[str, Any]:
        """What `--json` prints."""
        ended = self.run(events, *options, "--json", under=under)
        assert ended.code == 0, ended.errors
        reports: dict[str, Any] = json.loads(ended.out)
        return reports

    def report(self, events: str | bytes, under: str = "") -> dict[str, Any]:
        """Under the office's own schemes."""
        found: dict[str, Any] = self.reports(events, under=under)["office"]
        return found

    def problems(self, events: str | bytes, *options: str, under: str = "") -> list[str]:
        """The lines that say what is wrong; nothing may be written then."""
        ended = self.run(events, *options, "--decisions", "out.jsonl", under=under)
        assert ended.code == 2, (ended.code, ended.errors)
        assert not ended.out
        assert not (self.folder / "out.jsonl").exists()
        return ended.errors.splitlines()


@pytest.fixture
def past(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Past:
    monkeypatch.chdir(tmp_path)
    return Past(tmp_path, monkeypatch, capsys)


def way(decisions: list[Decision], lead: str = "L1") -> str:
    """A lead's way in short: `offer a lapsed, everyone a b c claimed by b`."""
    return ", ".join(_step(d) for d in decisions if d["lead"] == lead)


def takers(decisions: list[Decision]) -> str:
    """Who took one lead after another."""
    return " ".join(d["claimed_by"] for d in decisions if d["result"] == "claimed")


def _step(decision: Decision) -> str:
    by = f" by {decision['claimed_by']}" if len(decision["offered"]) > 1 and decision["claimed_by"] else ""
    return f"{decision['step']} {' '.join(decision['offered'])} {decision['result']}{by}"
