"""A lead as one person may see it: the seat they have, what they may do from there, and what they are asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from contacts.masking import mask_name
from desk.appointments import calendar_of
from desk.choosing import assignees
from desk.here import as_here
from desk.masking import client_view, is_masked, touch_views
from desk.one_client_views import Looks, kin_view
from desk.questions import stands
from desk.work import Work
from leads import holding
from leads.answers import unexplained
from leads.appointments import Time, next_tries, times
from leads.binding import RUNNING, on_last_rung, timeout
from leads.client import Client
from leads.figures.against import Against
from leads.judging import is_for_the_head
from leads.late_claims import refuse_late
from leads.lead import OVER, OWNED, Due, Lead, Offer, Outcome, Progress, Result, State, Step, before
from leads.norm import allowed, free_left
from leads.picking import asks_head, picks
from leads.presence import Cut
from leads.questions import Asked
from leads.reasons import DeclineReason
from leads.refusals import Refused
from leads.rights import Right, may
from leads.routing import Wait, first_of, path, rungs_left
from leads.scene import Scene
from screens.views.lead import Choice, DraftChoice, LeadChoice, LeadView, Menu, Seat, TwinDraft
from screens.views.leafing import UNLEAFED, Leafed
from storage import drafts, people
from storage.against import bad_leads
from storage.clients import Acquaintance
from storage.people import PersonRow
from storage.scenes import Loaded

MOST_LEADS = 8  # that a note may be for

ASKED_WHY: Final = frozenset({State.WAITING, State.OFFERED, State.HELD})
"""While a lead is so far, whoever has declined it may say why, also a head who may do more with it."""

WHENS: Final = frozenset({Asked.CALL_BACK, Asked.MEETING})


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever will read the card, and how their copy of it stands."""

    person: PersonRow
    is_secretary: bool  # of this very lead
    menu: Menu = Menu.NONE
    repeat: bool = False
    unsure: datetime | None = None  # a time that they have typed, outside of their hours
    onward: str = ""  # the segment in which they may let it go on
    other: int = 0  # the lead whose client may be the same one
    found: Sequence[int] | None = None  # leads that they have looked for
    leafed: Leafed = UNLEAFED


def took_in(loaded: Loaded, person: PersonRow) -> bool:
    """Tells whether somebody took the call; a draft that came by itself is everybody's who could have."""
    who = loaded.stored.lead.secretary
    is_nobodys = who is None and loaded.scene.lead.state is State.DRAFT
    return who == person.id or (is_nobodys and may(person.roles, Right.TAKE_IN))


def lead_view(work: Work, loaded: Loaded, reader: Reader) -> LeadView:
    scene, who, everywhere = loaded.scene, reader.person.id, reader.person
    reader = replace(reader, person=as_here(everywhere, work.office, scene.segment.id))
    lead = scene.lead
    if lead.state in {*OVER, State.DISPUTED} and reader.menu is Menu.ASSIGN:
        reader = replace(reader, menu=Menu.NONE)  # nobody is given it now
    names = people.names(work.store)
    seat = seat_of(scene, reader)
    roles = reader.person.roles
    masked = is_masked(seat, reader.person, work.office)
    stored, client = loaded.stored, loaded.client
    met = stored.met if lead.state is State.DRAFT else None
    owner = met.owner if met else lead.owner
    live, last = scene.live, scene.offers[-1] if scene.offers else None
    then, then_scheme = _then(work, scene)
    takes_in = may(roles, Right.TAKE_IN)
    undoes = may(roles, Right.UNDO)
    return LeadView(
        seat=seat,
        lead=replace(lead, known=met.known, duplicate_of=met.duplicate_of) if met else lead,
        now=work.now,
        timezone=work.office.timezone,
        client=client_view(work, stored, seat, masked),
        segment=scene.segment.name,
        owner=names.get(owner) if owner else None,
        duplicate_holder=names.get(met.duplicate_holder) if met and met.duplicate_holder else None,
        step=last.step if last else None,
        before=before(scene.offers[:-1]),
        offered_to=tuple(names[p] for p in live.unanswered) if live else (),
        deadline=_deadline(lead, live, work),
        waiting=_waiting(lead),
        holder=names.get(lead.holder) if lead.holder else None,
        assigned_by_hand=bool(last and last.step is Step.ASSIGN),
        decline_reason=_decline_reason(scene, who),
        free_reasons=work.office.free_reasons if _declining_costs(scene, who) else None,
        free_left=_free_left(scene, who),
        free_norm=allowed(work.office.free_declines),
        asks_why=seat is Seat.HEAD and lead.state in ASKED_WHY and unexplained(scene, who),
        asks_head=_asks_head(scene, who),
        word=next((o.word for o in reversed(scene.offers) if o.word and o.people == (who,)), None),
        against=_against(work, lead, seat),
        last_rung=on_last_rung(lead),
        repeat=reader.repeat,
        menu=reader.menu,
        leafed=reader.leafed,
        segments=tuple(Choice(s.id, s.name) for s in work.office.segments if not s.retired),
        source=work.office.source_name(lead.source) if lead.source else None,
        sources=tuple(Choice(s.id, s.name) for s in work.office.sources),
        onward=next((Choice(s.id, s.name) for s in work.office.segments if s.id == reader.onward), None),
        by_region=_by_region(work, scene, client),
        assignees=assignees(work, scene, seat, reader.menu),
        picks=lead.state is State.DRAFT and picks(scene.segment),
        first=_first(scene, met),
        then=then,
        then_scheme=then_scheme,
        has_other_leads=stored.has_other_leads,
        touches=touch_views(work, stored, names, seat, masked),
        asked=_asked(reader, scene),
        times=_times(work, reader, scene),
        unsure=reader.unsure,
        sees_amount=seat is Seat.HOLDER or may(roles, Right.SEE_AMOUNTS, work.office),
        may_withdraw=_may_withdraw(lead, reader),
        may_claim_late=_may(lambda: refuse_late(scene, who)),
        may_reopen=_may(lambda: holding.refuse_undoing(scene, who, work.now, always=undoes)),
        may_put_amount=_may(lambda: holding.refuse_amount(scene, who, work.now, always=undoes)),
        undo_until=_undo_until(scene, who),
        may_write=_may_write(lead, reader),
        may_correct=not masked and (takes_in or lead.state is not State.DRAFT) and _may_write(lead, reader),
        takes_in=takes_in,
        brings_in=may(roles, Right.BRING_IN),
        leads=_leads(work, lead, reader, takes_in),
        drafts=_drafts(work, lead, reader),
        twins=_twins(work, loaded, reader, names),
        cut=_cut(scene, who),
        lapsed=any(o.result is Result.LAPSED and who in o.unanswered for o in scene.offers),
        window=int(live.window.total_seconds()) if live and live.window else 0,
        wants=bool(last and who in last.wanting),
        decides=lead.deadline.at if lead.deadline and lead.deadline.kind is Due.WINDOW else None,
        kin=kin_view(work, loaded, everywhere, Looks(reader.menu, reader.other, reader.found)),
    )


def seat_of(scene: Scene, reader: Reader) -> Seat:
    """Tells where the reader sits; whoever has the lead, or may have it now, sits there before anything else."""
    lead, who, live = scene.lead, reader.person.id, scene.live
    if lead.holder == who and lead.state in {*OWNED, State.CLOSED}:
        return Seat.HOLDER
    if live and who in live.asked:
        return Seat.OFFERED
    if reader.is_secretary:
        return Seat.SECRETARY
    if may(reader.person.roles, Right.ASSIGN):
        return Seat.HEAD
    if any(o.answers.get(who) == "declined" for o in scene.offers):
        return Seat.DECLINED
    return Seat.BYSTANDER


def _asked(reader: Reader, scene: Scene) -> Asked | None:
    """What the reader is asked of this lead, as long as it still stands as it did when they were."""
    question = reader.person.question if reader.person.asked == scene.lead.id else None
    if question is None or not stands(question.what, scene, reader.person.id):
        return None
    return None if question.what is Asked.SAME_CLIENT else question.what  # there the open list says it


def _times(work: Work, reader: Reader, scene: Scene) -> tuple[Time, ...]:
    """When the holder may call again: where the card asks for it, and after they have reached nobody."""
    lead, who = scene.lead, reader.person.id
    if lead.holder != who or lead.state is not State.HELD:
        return ()
    if reader.person.asked == lead.id and _asked(reader, scene) in WHENS:
        return times(calendar_of(work, who))
    tries_again = lead.progress is Progress.NOT_REACHED and lead.appointment is None
    return next_tries(calendar_of(work, who)) if tries_again else ()


def _may_write(lead: Lead, reader: Reader) -> bool:
    """Of a client who is forgotten nothing is written down."""
    is_theirs = reader.is_secretary or lead.holder == reader.person.id
    return not lead.erased and (is_theirs or may(reader.person.roles, Right.ASSIGN))


def _may_withdraw(lead: Lead, reader: Reader) -> bool:
    is_theirs = reader.is_secretary or may(reader.person.roles, Right.ASSIGN)
    return is_theirs and lead.state in {State.WAITING, State.OFFERED} and lead.taken_by is None


def _may(refuse: Callable[[], object]) -> bool:
    """Tells whether nothing is refused there."""
    try:
        refuse()
    except Refused:
        return False
    return True


def _undo_until(scene: Scene, who: str) -> datetime | None:
    """Until when its holder takes back what became of a lead without the head."""
    lead = scene.lead
    if lead.closed_at is None or lead.holder != who or lead.outcome is Outcome.BAD:
        return None
    return lead.closed_at + scene.office.undo


def _leads(work: Work, lead: Lead, reader: Reader, takes_in: bool) -> tuple[LeadChoice, ...]:
    """What a draft may be a note on: of whoever takes leads in, where they look for it."""
    if lead.state is not State.DRAFT or (takes_in and reader.menu is not Menu.LEADS):
        return ()
    who, roles = reader.person.id, reader.person.roles
    everybodys = may(roles, Right.ASSIGN)
    sees = not everybodys or may(roles, Right.SEE_CLIENTS, work.office)
    found = drafts.to_write_on(work.store, None if everybodys else who, MOST_LEADS)
    return tuple(
        LeadChoice(id, number, name if name is None or sees or holder == who else mask_name(name))
        for id, number, name, holder in found
    )


def _drafts(work: Work, lead: Lead, reader: Reader) -> tuple[DraftChoice, ...]:
    """What a draft may be joined with, where they look for it."""
    if reader.menu is not Menu.DRAFTS:
        return ()
    found = drafts.own_others(work.store, lead.id, reader.person.id, MOST_LEADS)
    return tuple(DraftChoice(*one) for one in found)


def _twins(work: Work, loaded: Loaded, reader: Reader, names: Mapping[str, str]) -> tuple[TwinDraft, ...]:
    """The other drafts of the client of this one."""
    lead = loaded.scene.lead
    if lead.state is not State.DRAFT or not loaded.stored.has_others:
        return ()
    return tuple(
        TwinDraft(
            one.id, one.at, None if one.secretary == reader.person.id else names.get(one.secretary or "", "—")
        )
        for one in drafts.beside(work.store, lead.id)
    )


def _by_region(work: Work, scene: Scene, client: Client) -> tuple[Choice, ...]:
    """Where nothing tells the region of a draft's client: the other segments whose rules would have read it."""
    if client.region or scene.lead.state is not State.DRAFT:
        return ()
    others = (s for s in work.office.segments if s.id != scene.segment.id and not s.retired)
    return tuple(Choice(s.id, s.name) for s in others if s.match and s.match.region)


def _waiting(lead: Lead) -> Due | None:
    """Why nobody's answer is timed: nobody is asked, or whoever is asked stands at the end of the ladder."""
    if lead.deadline is None:
        return None
    is_kept = lead.deadline.kind is Due.REPEAT
    return lead.deadline.kind if lead.state is State.WAITING or is_kept else None


def _deadline(lead: Lead, live: Offer | None, work: Work) -> datetime | None:
    """Until when an answer is waited for; before the delivery the clock is shown as if it began now."""
    if lead.deadline is None:
        return None
    if live and live.delivered_at is None and lead.deadline.kind in RUNNING:
        return min(lead.deadline.at, work.now + timeout(lead, live))
    return lead.deadline.at


def _cut(scene: Scene, who: str) -> Cut | None:
    """Of the last offer to them."""
    last = next((offer for offer in reversed(scene.offers) if who in offer.people), None)
    return Cut(last.answers[who]) if last and who in last.cut else None


def _decline_reason(scene: Scene, who: str) -> str | None:
    return next((o.reasons[who] for o in reversed(scene.offers) if who in o.reasons), None)


def _declining_costs(scene: Scene, who: str) -> bool:
    """Tells whether the reader's last decline has cost them a turn, and still does."""
    return any(o.alone and o.answers.get(who) == "declined" and o.turn for o in scene.offers)


def _asks_head(scene: Scene, who: str) -> bool:
    return _declining_costs(scene, who) and is_for_the_head(scene, who, DeclineReason.WRONG_SEGMENT)


def _against(work: Work, lead: Lead, seat: Seat) -> Against | None:
    """How often a disputed lead's holder says that one is bad, for whoever settles it; None where little is known."""
    if lead.state is not State.DISPUTED or seat is not Seat.HEAD or lead.holder is None:
        return None
    found = bad_leads(work.store, lead.holder, people.names(work.store)[lead.holder], work.now)
    return found if found.says_something else None


def _free_left(scene: Scene, who: str) -> int | None:
    worker = scene.workers.get(who)
    return free_left(worker.answers if worker else (), scene.office.free_declines)


def _first(scene: Scene, met: Acquaintance | None) -> Step | None:
    """Who is asked before a draft's pick."""
    if met and Step.OWNER in path(scene.segment.policy, met.owner, met.duplicate_holder is not None):
        return Step.OWNER
    return Step.CHOOSE if asks_head(scene.segment) else None


def _then(work: Work, scene: Scene) -> tuple[Step | None, str | None]:
    """What comes when whoever is asked to choose stays silent: the step, and the scheme that decides on it."""
    if scene.live is None or scene.live.step is not Step.CHOOSE:
        return None, None
    ahead = first_of(scene, rungs_left(scene), work.now)
    if isinstance(ahead, Wait):  # for somebody who is free in a moment
        return Step.OFFER, scene.segment.reserve
    return (ahead.step, ahead.scheme) if ahead else (None, None)
