"""Every kind of source that brings leads by itself: a file each, and its line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leads.sources import SourceKind
from sources.adapter import Adapter
from sources.kinds import form, json, tilda

ADAPTERS: Final[Mapping[SourceKind, Adapter]] = {
    one.kind: one for one in (form.ADAPTER, json.ADAPTER, tilda.ADAPTER)
}
