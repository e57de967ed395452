"""What was changed of a lead in the office's CRM becomes an act here: another holder, an outcome, an amount.

Compared are three: what was there when we looked last, what is there now, and what is to be there. So what is only an
echo of ours changes nothing. What the CRM may not do is not done, and the head is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from desk.crm_remote import KnownThere
from desk.work import Work
from leads import holding
from leads.crm import CRM_HAND, Crm, CrmStage
from leads.crm_shown import OUTCOMES, Shown, to_show
from leads.lead import OWNED, Outcome, State
from leads.office import SaleNeeds
from leads.recipients import News
from leads.refusals import Refused
from storage import crm
from storage.crm import CrmLead
from storage.scenes import Loaded

SAME_AMOUNT: Final = 100
"""In hundredths: one CRM keeps no smaller part than a whole one of the currency."""
ENDS: Final = {"won": Outcome.WON, "lost": Outcome.LOST}
Told = tuple[str, dict[str, Any]]
"""What the head is told: the key of a note, and its arguments."""


def take(work: Work, found: Crm, lead: int, seen: Shown) -> None:
    """Does with a lead what was done with it there."""
    row = crm.find(work.store, lead)
    if row is None:
        return
    loaded = work.load(lead)
    told = [*_responsible(work, found, row, loaded, seen), *_outcome(work, found, row, loaded, seen)]
    if loaded.scene.log:
        work.save(loaded)
    for person in work.recipients(News.CRM_SAYS, loaded.scene.segment.id) if told else ():
        for key, args in told:
            subject = f"{key}:{lead}:{work.now.isoformat()}"
            work.note(person.chat or 0, subject, key, number=loaded.scene.lead.number, **args)


def _is_new(row: CrmLead, name: str, seen: object, wanted: object) -> bool:
    """Whether somebody has changed it there: it is neither as it was, nor as we were telling, nor as it is here."""
    known = {getattr(one, name) for one in (row.shown, row.sending) if one is not None}
    return seen is not None and seen not in known and seen != wanted


def _responsible(work: Work, found: Crm, row: CrmLead, loaded: Loaded, seen: Shown) -> Iterator[Told]:
    scene = loaded.scene
    if not _is_new(row, "responsible", seen.responsible, to_show(found, scene.lead).responsible):
        return
    who = found.person(seen.responsible)
    if who is None and row.shown.responsible is None:  # whoever it is, nobody here has put them there
        return
    if who is None or not work.office.has(who):
        yield "crm-unknown-person", {"name": _name(work, seen.responsible)}
        return
    if who not in scene.segment.members:
        yield "crm-off-team", {"name": work.office.person(who).name, "segment": scene.segment.name}
        return
    try:
        holding.assign(scene, CRM_HAND, who, work.now)
    except Refused as refused:
        yield "crm-not-given", {"name": work.office.person(who).name, "refusal": refused.why.value}


def _name(work: Work, there: int | None) -> str:
    """How somebody is called there, whom nobody knows here."""
    status = crm.status(work.store)
    known = KnownThere.of(status.known).people if status else ()
    return next((one.name for one in known if one.id == there), f"ID {there}")


def _outcome(work: Work, found: Crm, row: CrmLead, loaded: Loaded, seen: Shown) -> Iterator[Told]:
    lead = loaded.scene.lead
    wanted = to_show(found, lead)
    outcome = _meant(work, found, seen.stage)
    if _is_new(row, "stage", seen.stage, wanted.stage):
        if outcome is not None and lead.outcome is not outcome:
            yield from _close(work, loaded, outcome, seen.amount)
        elif outcome is None and lead.state is State.CLOSED and _is_open(found, seen.stage):
            yield from _reopen(work, loaded)
    if lead.outcome is Outcome.WON and outcome is Outcome.WON:
        yield from _amount(work, row, loaded, seen.amount)


def _meant(work: Work, found: Crm, stage: str | None) -> Outcome | None:
    """Which outcome a stage there means: as the office says, else as the CRM does; None: none."""
    named = [CrmStage(one) for one in found.stages if found.stages[one] == stage]
    if named:
        return next((OUTCOMES[one] for one in OUTCOMES if one in named), None)
    status = crm.status(work.store)
    known = KnownThere.of(status.known).stages if status else ()
    return next((ENDS[one.ends] for one in known if one.id == stage and one.ends), None)


def _is_open(found: Crm, stage: str | None) -> bool:
    """Whether the office has named it for a lead that somebody works at."""
    return any(CrmStage(one) not in OUTCOMES for one in found.stages if found.stages[one] == stage)


def _close(work: Work, loaded: Loaded, outcome: Outcome, amount: int | None) -> Iterator[Told]:
    scene = loaded.scene
    words = {"outcome": outcome.value}
    if scene.lead.state not in OWNED and scene.lead.state is not State.CLOSED:
        yield "crm-nobodys", words
        return
    if outcome is Outcome.BAD:
        yield "crm-bad", {}
        return
    if outcome is Outcome.WON and work.office.sale_needs is SaleNeeds.AMOUNT and not amount:
        yield "crm-no-amount", {}
        return
    try:
        holding.close(scene, scene.lead.holder or "", outcome, work.now, by=CRM_HAND)
    except Refused as refused:
        yield "crm-not-closed", {**words, "refusal": refused.why.value}


def _reopen(work: Work, loaded: Loaded) -> Iterator[Told]:
    """For as long as its holder may take an outcome back."""
    scene = loaded.scene
    try:
        holding.reopen(scene, scene.lead.holder or "", work.now, told_by=CRM_HAND)
    except Refused as refused:
        yield "crm-not-reopened", {"refusal": refused.why.value}


def _amount(work: Work, row: CrmLead, loaded: Loaded, amount: int | None) -> Iterator[Told]:
    lead = loaded.scene.lead
    known = [lead.amount, *(one.amount for one in (row.shown, row.sending) if one is not None)]
    if not amount or any(one is not None and abs(one - amount) < SAME_AMOUNT for one in known):
        return
    try:
        holding.put_amount(loaded.scene, lead.holder or "", amount, work.now, told_by=CRM_HAND)
    except Refused as refused:
        yield "crm-not-paid", {"amount": amount, "refusal": refused.why.value}
