"""Profiles of Hypothesis: `pytest --hypothesis-profile=long` looks further than `make test` has time for."""

from __future__ import annotations

import gc

from hypothesis import settings

settings.register_profile("long", max_examples=300, stateful_step_count=60, deadline=None)


def pytest_collection_finish() -> None:
    """What is imported by now stays to the end: the collector need not go through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 20)  # stories make much that lives shortly
