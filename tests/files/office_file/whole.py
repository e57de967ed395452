"""An office file that says everything that one can say."""

from __future__ import annotations

from pathlib import Path

WHOLE = Path(__file__).with_name("whole_office.toml").read_text("utf-8")
