"""Profiles of Hypothesis: `pytest --hypothesis-profile=long` looks further than `make test` has time for."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("long", max_examples=300, stateful_step_count=60, deadline=None)
