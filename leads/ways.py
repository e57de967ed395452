"""What offices do today to share their leads, and what of it is which scheme or setting here.

The ways come from a discussion between sales people; each leads to what does the same, fairly and visibly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from leads.office import FAIR, OwnerRule


@dataclass(frozen=True, slots=True)
class Way:
    """`owner`: what the way says of known clients; None: nothing."""

    id: str
    scheme: str
    owner: OwnerRule | None = None


WAYS: Final = (
    Way("evenly", FAIR),  # nobody minds how, as long as it is fair
    Way("receiver", "grab"),  # whoever grabs the receiver first
    Way("taxi", "queue"),  # the first in the rank takes it, then goes to its tail
    Way("lots", "lottery"),  # lots are drawn for the days of the week
    Way("duty", "duty"),  # a weekly duty roster
    Way("prime_time", "duty"),  # more duty for those who sell better
    Way("secretary", "secretary"),  # the secretary distributes
    Way("head", "manual"),  # the head distributes by hand
    Way("call_centre", "longest_idle"),  # whoever has been free the longest
    Way("conversion", "conversion"),  # more for those who convert
    Way("territory", FAIR),  # by territory or industry: segments
    Way("known", FAIR),  # a department for the clients whom one knows
    Way("own_client", FAIR, OwnerRule.DEPUTISE),  # known clients go to their own manager
    Way("message", FAIR, OwnerRule.LEAVE_MESSAGE),  # their manager is away: a message is left
    Way("pull", "next"),  # whoever is free asks for the next
)
BY_ID: Final = {way.id: way for way in WAYS}
