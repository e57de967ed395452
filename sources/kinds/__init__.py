"""Every kind of source that brings leads by itself: a file each, and its line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leads.sources import SourceKind
from sources.adapter import Adapter
from sources.kinds import (
    asterisk,
    calltouch,
    cf7,
    elementor,
    email,
    form,
    google_ads,
    google_forms,
    json,
    mango,
    marquiz,
    megafon,
    tilda,
    uis,
    vk_leads,
    yandex_forms,
    zadarma,
)

_KINDS: Final = (
    json,
    form,
    tilda,
    marquiz,
    yandex_forms,
    google_forms,
    google_ads,
    vk_leads,
    elementor,
    cf7,
    mango,
    zadarma,
    uis,
    megafon,
    calltouch,
    asterisk,
    email,
)
ADAPTERS: Final[Mapping[SourceKind, Adapter]] = {kind.ADAPTER.kind: kind.ADAPTER for kind in _KINDS}

assert ADAPTERS.keys() | {SourceKind.HAND} == set(SourceKind), "each kind that brings leads has its adapter"
