"""What is tapped of a lead that was handed over: by whoever is asked, by whoever has it, by the head."""

from __future__ import annotations

from leads.appointments import When
from leads.lead import Outcome, Progress, Promised
from leads.reasons import BadLeadReason, DeclineReason, RefusalReason
from screens.buttons.base import CallbackData, Number, Second


class Claim(CallbackData, prefix="claim"):
    lead: Number


class ClaimLate(CallbackData, prefix="late"):
    """Whoever declined the lead, or let it lapse, takes it after all."""

    lead: Number


class Decline(CallbackData, prefix="decl"):
    lead: Number


class Explain(CallbackData, prefix="expl"):
    """Why it was declined."""

    lead: Number
    reason: DeclineReason


class OwnWords(CallbackData, prefix="words"):
    """The next message says why it was declined, lost, or is bad."""

    lead: Number


class Record(CallbackData, prefix="prog"):
    lead: Number
    progress: Progress


class MarkAgain(CallbackData, prefix="unprog"):
    """The step that was marked last: it was a mistake, and is taken back; or it is marked once more, a while after."""

    lead: Number
    progress: Progress


class Appoint(CallbackData, prefix="appt"):
    """The client is promised a call or a meeting `at` this second, or at what `when` is then; neither: the bot asks.

    A card is read on other days, too: tomorrow is the day after the tap.
    """

    lead: Number
    what: Promised
    at: Second = 0
    when: When | None = None


class DropAppointment(CallbackData, prefix="unappt"):
    """What was promised is off."""

    lead: Number


class Close(CallbackData, prefix="close"):
    """Won and lost close at once; bad asks the head."""

    lead: Number
    outcome: Outcome


class Withdraw(CallbackData, prefix="recall"):
    """A lead that nobody has had is taken back, and is a draft again."""

    lead: Number


class Reopen(CallbackData, prefix="again"):
    """What was closed by mistake is its holder's again."""

    lead: Number


class PutAmount(CallbackData, prefix="amount"):
    """The next message is what the sale has brought."""

    lead: Number


class LostReason(CallbackData, prefix="lost"):
    lead: Number
    reason: RefusalReason


class BadReason(CallbackData, prefix="why_bad"):
    """Why the lead is none."""

    lead: Number
    reason: BadLeadReason


class Skip(CallbackData, prefix="noamt"):
    """There is nothing to be said to what is asked."""

    lead: Number


class Note(CallbackData, prefix="note"):
    """The next message is a note on this lead."""

    lead: Number


class Pull(CallbackData, prefix="pull"):
    """Asks for a lead. `lead`: the oldest that waited when the button was shown, whoever has it by now."""

    lead: Number


class GiveUp(CallbackData, prefix="back"):
    lead: Number


class Assign(CallbackData, prefix="assign"):
    """`who` empty: show the list; `-`: put the list away."""

    lead: Number
    who: str = ""


class JudgeSegment(CallbackData, prefix="segword"):
    """Somebody (`who`) has declined the lead as of another segment: that is so, or it is theirs after all."""

    lead: Number
    who: str
    agreed: bool


class Settle(CallbackData, prefix="settle"):
    """The head's word on a lead that is said to be bad."""

    lead: Number
    bad: bool
