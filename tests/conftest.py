"""Profiles of Hypothesis: `pytest --hypothesis-profile=long` looks further than `make test` has time for."""

from __future__ import annotations

import gc

import pytest
from aiosqlite import core
from hypothesis import settings

from tests.stories.one_thread import OneThread

settings.register_profile("long", max_examples=300, stateful_step_count=60, deadline=None)


def pytest_collection_finish() -> None:
    """What is imported by now stays to the end: the collector need not go through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 20)  # stories make much that lives shortly


@pytest.fixture
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """For `pytestmark = pytest.mark.usefixtures("one_thread")` where nothing is about SQLite's own threads."""
    monkeypatch.setattr(core, "Connection", OneThread)
