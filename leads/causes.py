"""Why a turn was given back stands beside the entry that was the reason: before it, or after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from leads.audit import Broken

BEFORE: Final = {"accepted_reason": ("explained",), "bad_lead": ("settled",)}
AFTER: Final = {
    "withdrawn": ("assigned",),
    "reassigned": ("assigned",),
    "decline_is_free": ("declined", "returned"),
    "lapse_is_free": ("lapsed",),
    "undelivered": ("undelivered",),
}


@dataclass(frozen=True, slots=True)
class Noted:
    """An entry of a lead."""

    kind: str
    lead: int | None
    body: Mapping[str, Any]


NOTHING: Final = Noted("", None, {})


def check_cause(before: Noted, entry: Noted) -> None:
    """Two entries that follow each other. Raises Broken if one gives a turn back, and the other is no cause."""
    if before.kind == "given_back" and before.body["cause"] in AFTER:
        wanted = AFTER[before.body["cause"]]
        if entry.kind not in wanted or not _is_about(entry, before):
            raise Broken(f"{_words(before)}, but no {' or '.join(wanted)} follows")
    if entry.kind == "given_back" and entry.body["cause"] not in AFTER:
        wanted = BEFORE.get(entry.body["cause"], ())
        if before.kind not in wanted or not _is_about(before, entry) or not _frees(before):
            raise Broken(f"{_words(entry)}, but no {' or '.join(wanted) or 'rule'} says so")


def _is_about(reason: Noted, given_back: Noted) -> bool:
    """Of the same lead, and of the one who paid for it."""
    if reason.lead != given_back.lead:
        return False
    match given_back.body["cause"]:
        case "withdrawn":
            return True
        case "reassigned":
            return bool(reason.body["was"] == given_back.body["who"])
        case "lapse_is_free":
            return bool(reason.body["who"] == [given_back.body["who"]])
        case _:
            return bool(reason.body["who"] == given_back.body["who"])


def _frees(reason: Noted) -> bool:
    return bool(reason.body["free"] if reason.kind == "explained" else reason.body["bad"])


def _words(given_back: Noted) -> str:
    body = given_back.body
    return f"lead {given_back.lead} gives {body['who']} a turn back ({body['cause']})"
