"""Where an office's leads come from: each source by its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class SourceKind(StrEnum):
    """How a source's leads come in: of `hand` as the secretary says, of all others by themselves (`sources/kinds`)."""

    HAND = "hand"
    TILDA = "tilda"
    MARQUIZ = "marquiz"
    YANDEX_FORMS = "yandex_forms"
    GOOGLE_FORMS = "google_forms"
    GOOGLE_ADS = "google_ads"
    VK_LEADS = "vk_leads"
    ELEMENTOR = "elementor"
    CF7 = "cf7"
    MANGO = "mango"
    ZADARMA = "zadarma"
    UIS = "uis"
    MEGAFON = "megafon"
    CALLTOUCH = "calltouch"
    ASTERISK = "asterisk"
    JSON = "json"
    FORM = "form"
    EMAIL = "email"


SIGNED: Final = frozenset({SourceKind.MANGO, SourceKind.ZADARMA})
"""Their senders sign: no secret stands in the address."""
LETTERS: Final = frozenset({SourceKind.EMAIL})
"""Read out of a mailbox: they have no address of ours, and their secret is the mailbox's."""
IN_TWO: Final = frozenset({SourceKind.MANGO, SourceKind.VK_LEADS})
"""The secret is two, `first:second`; in the address stands the first at most."""
KEYED: Final = SIGNED | IN_TWO | LETTERS
"""The secret is made there, and given here; of all others it is made here."""
CALLS: Final = frozenset(
    {SourceKind.MANGO, SourceKind.ZADARMA, SourceKind.UIS, SourceKind.MEGAFON, SourceKind.ASTERISK}
)
"""Telephone exchanges, which say by which extension somebody has spoken."""


@dataclass(frozen=True, slots=True)
class Source:
    """One place where leads come from, as the office calls it."""

    id: str
    name: str
    kind: SourceKind = SourceKind.HAND
    segment: str | None = None  # which takes its leads, whatever the rules say; None: they decide
    secret_env: str | None = None  # the variable that holds its secret
    straight_on: bool = False  # handed over without the secretary's tap
    phone_field: str | None = None  # what its form calls the phone, where that is not plain
    name_field: str | None = None  # and the name
    extensions: Mapping[str, str] = field(
        default_factory=dict
    )  # who of the office has which, on its exchange


def path_of(source: Source, secret: str) -> str:
    """Returns the address of a source, from the program's own on. `secret`: as it is kept."""
    if source.kind in SIGNED:
        return f"/in/{source.id}"
    return f"/in/{source.id}/{in_address(source.kind, secret)}"


def in_address(kind: SourceKind, secret: str) -> str:
    """Returns what of the secret stands in the address."""
    return secret.partition(":")[0] if kind in IN_TWO else secret
