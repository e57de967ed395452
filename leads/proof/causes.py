"""Why a turn was given back stands beside the entry that was the reason: before it, or after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from leads.proof.audit import Broken

BEFORE: Final = {"accepted_reason": ("explained",), "bad_lead": ("settled",)}
AFTER: Final = {
    "withdrawn": ("assigned",),
    "reassigned": ("assigned",),
    "taken_after_all": ("claimed", "assigned"),
    "decline_is_free": ("declined", "returned"),
    "lapse_is_free": ("lapsed",),
    "undelivered": ("undelivered",),
    "cut_short": ("cut_short",),
}


@dataclass(frozen=True, slots=True)
class Noted:
    """An entry of a lead."""

    kind: str
    lead: int | None
    body: Mapping[str, Any]


class Causes:
    """`check` every entry in turn, then `end`."""

    def __init__(self) -> None:
        self._before = Noted("", None, {})
        self._open: list[Noted] = []  # turns given back whose cause is still to come

    def check(self, entry: Noted) -> None:
        """Raises Broken if a turn is given back, and there is no cause for it."""
        if entry.kind == "given_back" and entry.body["cause"] in AFTER:
            self._open.append(entry)
        else:
            self._close(entry)
        if entry.kind == "given_back" and entry.body["cause"] not in AFTER:
            wanted = BEFORE.get(entry.body["cause"], ())
            if self._before.kind not in wanted or not _is_about(self._before, entry):
                raise Broken(f"{_words(entry)}, but no {' or '.join(wanted) or 'rule'} says so")
        self._before = entry

    def end(self) -> bool:
        """Whether nothing must follow."""
        return not self._open

    def _close(self, cause: Noted) -> None:
        for given_back in self._open:
            wanted = AFTER[given_back.body["cause"]]
            if cause.kind not in wanted or not _is_about(cause, given_back):
                raise Broken(f"{_words(given_back)}, but no {' or '.join(wanted)} follows")
        self._open.clear()


def _is_about(reason: Noted, given_back: Noted) -> bool:
    """Of the same lead, and of the one who paid for it."""
    if reason.lead != given_back.lead:
        return False
    match given_back.body["cause"]:
        case "withdrawn":
            return True
        case "accepted_reason" | "bad_lead" if not reason.body.get("free", reason.body.get("bad")):
            return False
        case "reassigned":
            return bool(reason.body["was"] == given_back.body["who"])
        case "lapse_is_free" | "cut_short":
            return bool(reason.body["who"] == [given_back.body["who"]])
        case _:
            return bool(reason.body["who"] == given_back.body["who"])


def _words(given_back: Noted) -> str:
    body = given_back.body
    return f"lead {given_back.lead} gives {body['who']} a turn back ({body['cause']})"
