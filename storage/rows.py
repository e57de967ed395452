"""A lead, an offer and a person at work as rows of the database, and back."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Final

from leads.lead import Appointment, Deadline, LastMark, Lead, Offer, Result
from leads.presence import Worker
from leads.turns import Turn
from storage.mapper import Mapper

Row = dict[str, Any]

LAST_MARK: Final = tuple(field.name for field in fields(LastMark))
_DEADLINE: Final = Mapper(Deadline, columns={"kind": "due_kind", "at": "due_at"})
_APPOINTMENT: Final = Mapper(
    Appointment, columns={"what": "appointment_what", "at": "appointment_at", "told": "appointment_told"}
)
_LAST_MARK: Final = Mapper(LastMark, columns={name: f"mark_{name}" for name in LAST_MARK})
_LEAD: Final = Mapper(
    Lead, parts={"deadline": _DEADLINE, "appointment": _APPOINTMENT, "last_mark": _LAST_MARK}
)
_OFFER: Final = Mapper(
    Offer, columns={"by": "chosen_by", "window": "tap_window"}, parts={"turn": Mapper(Turn)}
)
_WORKER: Final = Mapper(Worker, given=("connected", "load", "ringing"))


def lead_from(row: Any) -> Lead:
    return _LEAD.read(row)


def lead_row(lead: Lead) -> Row:
    """Returns a lead's row without its own number, which the database gives."""
    row = _LEAD.write(lead)
    del row["id"]
    return row


def offer_from(row: Any) -> Offer:
    """Reads an offer. Raises ValueError where only a part of a turn is stored."""
    return _OFFER.read(row)


def offer_row(offer: Offer) -> Row:
    """Returns `lead_row`, and besides whom it occupies."""
    row = _OFFER.write(offer)
    del row["id"]
    row["sole"] = offer.people[0] if offer.alone and offer.result is Result.OPEN else None
    return row


def worker_from(row: Any, **work: Any) -> Worker:
    """Returns somebody at work.

    `work`: whether somebody is connected, and with how much at work; it is counted, not stored.
    """
    return _WORKER.read(row, **work)


def worker_row(worker: Worker) -> Row:
    row = _WORKER.write(worker)
    del row["id"]
    return row
