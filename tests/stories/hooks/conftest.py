from __future__ import annotations

import pytest

from tests.stories.hooks.receiver import SECRET, VARIABLE


@pytest.fixture(autouse=True)
def secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, SECRET)
