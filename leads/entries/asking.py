"""What is said of a lead from the hand-over to an answer, and of its client meanwhile. People go by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from leads.client import Correction, TouchKind
from leads.entries.codec import INLINED, Beside, Coded, Key, Kind
from leads.lead import Due, Step
from leads.presence import Absence, Cut
from leads.turns import Back


@dataclass(frozen=True, slots=True)
class Cost(Coded):
    """A turn that is charged: `payer` pays one lead, shared out by these weights, in thousandths.

    `price`: in millionths of an ordinary lead (`leads.worth`); None: it costs what any lead does.
    """

    payer: str
    shares: Mapping[str, int]
    price: int | None = None


@dataclass(frozen=True, slots=True)
class Shown(Coded):
    """A member who could take the lead, as the scheme saw them; `weight` in thousandths,
    `credit` in units of a lead.

    `idle_since`, `ringing`, `arrival` and `elsewhere` are as of `leads.schemes.base.Candidate`.
    """

    id: str
    weight: int
    credit: int
    ticket: int
    idle_since: datetime | None = None
    ringing: int = 0
    arrival: int = 0
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Evidence(Coded):
    """Holds what a scheme was shown; None or empty: it did not look at that.

    `weighed` is what came of the leads of each holder, as it counts: won and lost, in millionths, expected, in
    millionths of these, and how many of the lost are open for too long. Old entries have `records`, won and lost leads
    by holder, and beside these `floor` and `min_sample`. `settings` are stored as the office's are
    (`leads.settings.Kind`), `sold` is as of `leads.worth.Sold`. The rest is as of `leads.schemes.base.Situation`.
    """

    candidates: tuple[Shown, ...]
    records: Mapping[str, tuple[int, int]] | None = None
    floor: Annotated[float | None, Beside("records")] = None
    min_sample: Annotated[int | None, Beside("records")] = None
    drawn: tuple[str, ...] = ()
    picked: str | None = None
    heads: tuple[str, ...] = ()
    settings: Mapping[str, bool | int | float | str | None] | None = None
    weighed: Mapping[str, tuple[int, ...]] | None = None
    sold: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Handed(Kind):
    """The lead is handed over: its segment, the ladder that it will climb, and what was known of its client.

    `ack_timeout` and `step_timeout` are in seconds. `duplicate_of` is the number of the client's open lead. `source`
    is an id, or the SHA-256 of what a file calls it. `picked`: whom the secretary has picked, `picked_by`.

    `waited`: how many whole seconds after its first message; None: nobody counted them. `overtook`: so many older
    drafts with a contact, of whoever took the call, were not handed over before it. `by_itself`: its time had come, and
    no hand did it.
    """

    kind = "handed"
    segment: str
    scheme: str
    path: tuple[Step, ...]
    known: bool
    owner: str | None
    duplicate_of: int | None
    source: str | None
    ack_timeout: float
    step_timeout: float
    wait_for_owner: bool
    picked: str | None = None
    picked_by: Annotated[str | None, Key("by"), Beside("picked")] = None
    waited: int | None = None
    overtook: int = 0
    by_itself: bool = False


@dataclass(frozen=True, slots=True)
class Touched(Kind):
    """Something has happened around the open lead: `what`, told by whom; None: a source of leads. What was said is in
    no entry.
    """

    kind = "touched"
    what: TouchKind
    by: str | None


@dataclass(frozen=True, slots=True)
class Withdrawn(Kind):
    """`by` takes the lead back before anybody has had it; it has cost nobody a turn.

    `into`: the number of the lead of the same client to which all that was said with it was added; None: it is a draft
    again.
    """

    kind = "withdrawn"
    by: str
    into: int | None = None


@dataclass(frozen=True, slots=True)
class Corrected(Kind):
    """`by` has put right what was read of the client. Neither the old words nor the new ones are in any entry.

    `source`: where the lead is from, of a corrected source; None: that is not known.
    """

    kind = "corrected"
    by: str
    what: Correction
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Ladder(Coded):
    """The ladder that a lead climbs from here on, as of `Handed`."""

    scheme: str
    path: tuple[Step, ...]
    ack_timeout: float
    step_timeout: float
    wait_for_owner: bool


@dataclass(frozen=True, slots=True)
class Resegmented(Kind):
    """By the word of `by` the lead belongs to another segment. `was`: in whose hands it was; None: in nobody's.

    `onward`: it is taken from whoever has it or is asked, and offered by that segment's rule; None: it stays.
    """

    kind = "resegmented"
    by: str
    segment: str
    was: str | None
    onward: Ladder | None = None


@dataclass(frozen=True, slots=True)
class Waiting(Kind):
    """Nobody is offered the lead before `until`, to the second; said once for each reason."""

    kind = "waiting"
    reason: Due
    until: datetime


@dataclass(frozen=True, slots=True)
class Offered(Kind):
    """The lead is offered to these people.

    `rung` counts from 0. `figures` are those that decided, `out` says why the other members were left out, `turn` is
    None where it costs nothing. `by` and `fair` are there where a hand has chosen: whose, and whom the rule would have
    chosen. `evidence`: what the choice was made from; None where nobody has chosen. `window`: for so many seconds from
    the first tap on whoever taps takes part; 0: the first tap has the lead.
    """

    kind = "offered"
    step: Step
    scheme: str
    rung: int
    offered: tuple[str, ...]
    reason: str
    figures: Mapping[str, int]
    out: Mapping[str, Absence]
    turn: Cost | None
    fair: str | None = None
    by: Annotated[str | None, Beside("fair")] = None
    evidence: Annotated[Evidence | None, INLINED] = None
    window: float = 0.0


@dataclass(frozen=True, slots=True)
class Wanted(Kind):
    """`who` would have the lead of an offer with a window. `until`: so long it is open, where this has opened it."""

    kind = "wanted"
    who: str
    step: Step
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Claimed(Kind):
    """`who` takes the lead, so many whole seconds after the offer reached somebody.

    `turn` is charged by this; None where they were asked alone, or pay nothing. `charged`: who pays for it in all.
    `among`: of an offer with a window, those who tapped in time and could have it, as the rule saw them; `out`: those
    who could not by then, and why.
    `today`: of one who asked for a lead, how many they had had by asking that day before.
    """

    kind = "claimed"
    who: str
    step: Step
    seconds: int
    charged: str | None
    turn: Cost | None
    among: tuple[Shown, ...] = ()
    out: Mapping[str, Absence] | None = None
    today: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimedLate(Kind):
    """`who` takes the lead after all, while nobody has it: they had declined it, or let it lapse.

    `step`: where they had been asked. `turn` is what a claim of that offer would have cost; `charged`: who
    pays.
    """

    kind = "claimed_late"
    who: str
    step: Step
    charged: str | None
    turn: Cost | None


@dataclass(frozen=True, slots=True)
class Declined(Kind):
    """`who` does not take it. `charged`: whom the offer costs a turn all the same."""

    kind = "declined"
    who: str
    step: Step
    charged: str | None


@dataclass(frozen=True, slots=True)
class Explained(Kind):
    """`who` says why they have declined; `free`: the office accepts that, and the turn is given back next.

    `counted`: so many of their last answers were declined free by then, and so many may be (`norm`); None where the
    norm decides nothing: the reason is none that the office accepts, or there is no turn to give back.
    `asked`: the head is asked whether that is so, and until they agree it costs its turn.
    """

    kind = "explained"
    who: str
    reason: str
    free: bool
    counted: int | None = None
    norm: Annotated[int | None, Beside("counted")] = None
    asked: bool = False


@dataclass(frozen=True, slots=True)
class SegmentJudged(Kind):
    """`by` says whether a lead that `who` has declined as of another segment is of one; then the turn is given back."""

    kind = "segment_judged"
    by: str
    who: str
    agreed: bool


@dataclass(frozen=True, slots=True)
class Undelivered(Kind):
    """Telegram does not deliver the offer to `who`; it costs them nothing."""

    kind = "undelivered"
    who: str
    step: Step


@dataclass(frozen=True, slots=True)
class Lapsed(Kind):
    """The time to answer is over; these were silent. `charged`: whom that costs a turn."""

    kind = "lapsed"
    who: tuple[str, ...]
    step: Step
    charged: str | None


@dataclass(frozen=True, slots=True)
class Paused(Kind):
    """So many lapses in a row pause them."""

    kind = "paused"
    who: str
    lapses: int


@dataclass(frozen=True, slots=True)
class CutShort(Kind):
    """These ceased to be there while they were asked; it costs nothing."""

    kind = "cut_short"
    who: tuple[str, ...]
    step: Step
    why: Cut


@dataclass(frozen=True, slots=True)
class Repeated(Kind):
    """The last step of the ladder is told again; `times`: how often by now."""

    kind = "repeated"
    times: int


@dataclass(frozen=True, slots=True)
class GivenBack(Kind):
    """The turn that this lead has cost `who` is theirs again."""

    kind = "given_back"
    who: str
    cause: Back


@dataclass(frozen=True, slots=True)
class ClockPutBack(Kind):
    """The computer's clock was ahead: this deadline was planned by it, and is nearer now."""

    kind = "clock_put_back"
    reason: Due
