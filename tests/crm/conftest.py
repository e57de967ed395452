from __future__ import annotations

import pytest

from tests.crm.standins import amocrm, bitrix24


@pytest.fixture(autouse=True)
def secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRM_SECRET", bitrix24.SECRET)
    monkeypatch.setenv("AMO_TOKEN", amocrm.TOKEN)
