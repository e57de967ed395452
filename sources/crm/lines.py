"""The way to whichever CRM the office has: one connection for all of its requests, and one pace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from aiohttp import ClientSession

from desk.crm_remote import Keys, Remote
from leads.crm import CrmKind
from screens.reason_words import reason_words
from screens.texts import texts_for
from sources.crm import amocrm, bitrix24
from sources.crm.amocrm import AmoCrm
from sources.crm.bitrix24 import Bitrix24, code_of
from sources.crm.wire import Clock, Pace, Wire

PACES: Final[Mapping[CrmKind, tuple[float, int]]] = {
    CrmKind.BITRIX24: (bitrix24.EVERY, bitrix24.AT_ONCE),
    CrmKind.AMOCRM: (amocrm.EVERY, amocrm.AT_ONCE),
}


@dataclass(slots=True)
class Lines:
    clock: Clock
    _session: ClientSession | None = None
    _paces: dict[str, Pace] = field(default_factory=dict)

    def connect(self, keys: Keys) -> Remote:
        """Returns the CRM that these open; nothing is asked of it yet."""
        if self._session is None or self._session.closed:
            self._session = ClientSession()
        url = keys.crm.url
        pace = self._paces.setdefault(url, Pace(self.clock, *PACES[keys.crm.kind]))
        words = partial(reason_words, "lost", texts=texts_for(keys.locale))
        if keys.crm.kind is CrmKind.AMOCRM:
            shows_us = {"Authorization": f"Bearer {keys.secret}"}
            return AmoCrm(Wire(self._session, url, pace, shows_us), keys.crm.pipeline, words)
        return Bitrix24(Wire(self._session, url, pace), code_of(keys.secret), words)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
