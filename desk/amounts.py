"""What a sale brought is asked for, of one sale at a time; the next thing that somebody types may answer it."""

from __future__ import annotations

from desk.work import Work
from leads import holding
from storage import cards, people
from storage.kinds import Change, Urgency


def asked(work: Work, who: str) -> int | None:
    """Returns the lead whose amount this person is being asked for."""
    found = people.by_ids(work.store, [who])
    return next((person.asked for person in found.values()), None)


def ask(work: Work, who: str, lead: int) -> None:
    """The card of an earlier sale stops asking, for a number typed now is not for it."""
    earlier = asked(work, who)
    people.change(work.store, who, asked=lead)
    if earlier is not None:
        cards.changed(work.store, Change.LEAD, earlier)


def put(work: Work, who: str, chat: int, lead: int, amount: int, update: int) -> None:
    """The amount of a sale is written down, in hundredths.

    The update counts the note that says what was written down.
    """
    loaded = work.load(lead)
    holding.put_amount(loaded.scene, who, amount, work.now)
    people.change(work.store, who, asked=None)
    number = loaded.scene.lead.number
    work.save(loaded)
    work.note(chat, f"amount:{update}", "amount-saved", Urgency.ANSWER, number=number, amount=amount)


def stop_asking(work: Work, who: str) -> None:
    """Nothing more is asked; the card stops asking."""
    lead = asked(work, who)
    if lead is not None:
        people.change(work.store, who, asked=None)
        cards.changed(work.store, Change.LEAD, lead)
