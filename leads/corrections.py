"""What was read of a client, put right: by whoever has the lead, after somebody was told of it."""

from __future__ import annotations

from datetime import datetime

from leads.client import Correction
from leads.entries.asking import Corrected
from leads.lead import Lead, State
from leads.refusals import Refusal, Refused
from leads.scene import Scene
from leads.words import code_of


def correct(scene: Scene, what: Correction, by: str, now: datetime) -> None:
    """Says that `by` has put right what was read of the client; the words stand in no entry.

    Raises Refused for a draft, of which no entry tells, and where the client is forgotten.
    """
    _refuse_unless_told(scene)
    scene.say(Corrected(by, what), now)


def correct_source(scene: Scene, source: str | None, by: str, now: datetime) -> None:
    """Says that the lead came from elsewhere; None: nobody knows from where. Raises Refused as `correct` does."""
    _refuse_unless_told(scene)
    scene.say(Corrected(by, Correction.SOURCE, code_of(source)), now)


def is_told(lead: Lead) -> bool:
    """Tells whether the ledger speaks of it: it was handed over."""
    return lead.state is not State.DRAFT


def _refuse_unless_told(scene: Scene) -> None:
    if scene.lead.erased:
        raise Refused(Refusal.ERASED)
    if not is_told(scene.lead):
        raise Refused(Refusal.NOT_YOURS)
