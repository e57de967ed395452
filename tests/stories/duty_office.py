"""The office of the stories with a duty roster: Petrov till Wednesday, Sidorova after him, Ivanov on Saturday."""

from __future__ import annotations

from tests.offices import OFFICE, changed

SHIFTS = """
[[shifts]]
segment = "rest"
who = "petrov"
weekly = "mon-wed 09:00-18:00"

[[shifts]]
segment = "rest"
who = "sidorova"
weekly = "thu-fri 09:00-18:00"

[[shifts]]
segment = "rest"
who = "ivanov"
weekly = "sat 10:00-15:00"
"""
DUTY = changed(OFFICE, segments={"rest": {"scheme": "duty"}}) + SHIFTS
