"""The weekly draw of the scheme `lottery`: announced, lots thrown in with a tap, held when its time has come."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial

from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.work import Work
from leads.draws import (
    DICE,
    WEEK,
    Draw,
    can_be_held,
    commit,
    days_order,
    draw_order,
    lots_text,
    next_draw_at,
    refuse_lot,
    seal_lot,
    throw_text,
    throw_until,
    to_announce,
    waits_for_throw,
    week_of,
)
from leads.entries.duty import DrawAnnounced, DrawOpened, DrawThrown, LotThrown
from leads.hours import opens_on
from leads.office import Office, Role, Segment
from leads.recipients import News
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from leads.schemes import SCHEMES
from leads.wall_clock import ONE_DAY, days_between, instant
from screens.views.duty import DrawView, Opened, PlanDay, Stage
from storage import cards, draws, people
from storage.ailments import DatabaseAilsError
from storage.kinds import CardKind, Change, Urgency
from storage.people import PersonRow
from storage.subjects import Week

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Draws:
    """Held in time. `secret` gives 256 random bits as text."""

    door: Door
    secret: Callable[[], str]

    async def due(self, behind: Sequence[str]) -> None:
        """Announces and holds what has come due, each segment in a transaction of its own.

        `behind`: as `behind` says. Late, early, twice or by several programs at once does no harm; what was missed is
        made up for.
        """
        for segment in behind:
            try:
                await self.door.write(partial(self._catch_up, segment))
            except DatabaseAilsError:
                raise
            except Exception as error:  # noqa: BLE001 - one segment that fails must not hold up the others
                log.error("segment %s: its draw failed: %s", segment, type(error).__name__)

    def next(self, work: Work) -> datetime | None:
        """Returns when the next draw is held (UTC); None where none is announced."""
        found = [draw for s in lotteries(work.office) for draw in _upcoming(work, s)]
        times = (_moment(draw) for draw in found if can_be_held(draw, work.now, work.office.timezone))
        return min(times, default=None)

    async def throw(self, actor: Actor, segment: str, monday: str, lot: int) -> Reply:
        """A manager throws a lot for a week: one tap, the first counts."""

        def case(work: Work) -> Reply:
            who = actor.person or ""
            draw = _to_throw_into(work, segment, monday)
            refuse_lot(draw, work.office.segment(segment).members, who, lot, work.now)
            salt = self.secret()
            sealed = seal_lot(salt, segment, draw.monday, who, lot)
            thrown = draws.Lot(lot, salt, sealed, work.now)
            if not draws.throw(work.store, segment, draw.monday, who, thrown):
                raise Refused(Refusal.LOT_THROWN)
            work.log(LotThrown(segment, draw.monday, who, seal=sealed))
            cards.changed(work.store, Change.DRAW, week(draw))
            where = (actor.chat, CardKind.DRAW, week(draw), who)
            cards.want(work.store, *where, Urgency.ANSWER, fresh=False)
            return Reply(done="lot-thrown")

        return await self.door.do(actor, Right.THROW_LOT, case)

    async def awaits(self, actor: Actor) -> bool:
        """Tells whether dice of this person's are about a draw: a throw, or one that nothing waits for."""

        def case(work: Work) -> bool:
            return bool(_own(work, actor) or _to_throw_now(work, actor.person or ""))

        return actor.person is not None and await self.door.read(case)

    async def cast(self, actor: Actor, emoji: str, value: int) -> Reply:
        """Somebody has thrown Telegram's dice: of each week that waits for it this is the throw, and it is drawn.

        Where none does they are told so: else a second throw would be asked to which lead it belongs.
        """

        def case(work: Work) -> Reply:
            who, (dice, most) = actor.person or "", DICE[emoji]
            waiting = _to_throw_now(work, who)
            if not waiting:
                work.note(actor.chat, f"dice:{actor.update}", "dice-not-awaited", Urgency.ANSWER)
            elif not 1 <= value <= most:
                raise Refused(Refusal.NO_DRAW)
            for draw in waiting:
                thrown = throw_text(dice, value)
                draws.cast(work.store, draw, thrown)
                work.log(DrawThrown(draw.segment, draw.monday, who, dice, value))
                segment = next((s for s in lotteries(work.office) if s.id == draw.segment), None)
                if segment:
                    self._hold(work, segment, replace(draw, throw=thrown))
                cards.changed(work.store, Change.DRAW, week(draw))
            return NOTHING

        return await self.door.do(actor, Right.THROW_LOT, case)

    async def details(self, actor: Actor, segment: str, monday: str, *, opened: bool) -> Reply:
        """Opens how a draw is checked, or closes that again: on the card where it stands."""

        def case(work: Work) -> Reply:
            about = (segment, _day(monday))
            if cards.of(work.store, actor.chat, CardKind.DRAW, about) is None:
                raise Refused(Refusal.NO_DRAW)
            where = (actor.chat, CardKind.DRAW, about, actor.person, Urgency.ANSWER)
            cards.want(work.store, *where, fresh=False, payload={"args": {"details": opened}})
            return NOTHING

        return await self.door.do(actor, Right.THROW_LOT, case)

    async def show(self, actor: Actor) -> Reply:
        """On /draw the cards of this week's draw and of those after it come anew at the end of the chat."""

        def case(work: Work) -> Reply:
            found = [draw for segment in _own(work, actor) for draw in _upcoming(work, segment)]
            for draw in found:
                cards.want(work.store, actor.chat, CardKind.DRAW, week(draw), actor.person, Urgency.ANSWER)
            if not found:
                work.note(actor.chat, f"draw:{actor.update}", "draw-none", Urgency.ANSWER)
            return NOTHING

        return await self.door.do(actor, Right.SEE_DUTY, case)

    def _catch_up(self, id: str, work: Work) -> None:
        segment = next((s for s in lotteries(work.office) if s.id == id), None)
        if segment is None:
            return
        found = [
            self._go_on(work, segment, draw) if _is_due(draw, work) else draw
            for draw in _upcoming(work, segment)
        ]
        if monday := to_announce(found, work.now, work.office.timezone):
            self._announce(work, segment, monday)

    def _announce(self, work: Work, segment: Segment, monday: date) -> None:
        secret = self.secret()
        at = next_draw_at(monday, work.now, work.office.timezone)
        until = throw_until(monday, at, work.office.timezone)
        thrower = _thrower(work.office) if until > at else None
        draw = Draw(segment.id, monday, commit(secret), at, work.now, thrower=thrower)
        draw = replace(draw, throw_until=until if thrower else None)
        if draws.announce(work.store, draw, secret):
            said = DrawAnnounced(segment.id, monday, draw.commitment, draw.draw_at, thrower, draw.throw_until)
            work.log(said)
            _deal(work, segment, draw, Urgency.NOTE)

    def _go_on(self, work: Work, segment: Segment, draw: Draw) -> Draw:
        """The lots are closed: whoever is to throw is asked, or the week is drawn."""
        if not waits_for_throw(draw, work.now):
            return self._hold(work, segment, draw)
        draws.ask(work.store, draw, work.now)
        cards.changed(work.store, Change.DRAW, week(draw))
        for person in people.by_ids(work.store, [draw.thrower or ""]).values():
            if person.chat:
                cards.want(work.store, person.chat, CardKind.DRAW, week(draw), person.id, Urgency.NEWS)
        return replace(draw, asked_at=work.now)

    def _hold(self, work: Work, segment: Segment, draw: Draw) -> Draw:
        secret, members = draws.secret_of(work.store, segment.id, draw.monday), segment.members
        order = draw_order(secret, segment.id, draw.monday, draw.lots, members, draw.said_throw)
        held = replace(draw, secret=secret, members=members, order=order, opened_at=work.now)
        if draws.reveal(work.store, held):
            salts = draws.salts_of(work.store, segment.id, draw.monday) or None
            work.log(DrawOpened(segment.id, draw.monday, secret, draw.lots, members, order, salts))
            _deal(work, segment, held, Urgency.NEWS)
        return held


def lotteries(office: Office) -> tuple[Segment, ...]:
    """Returns the segments whose weeks are drawn; where nobody is, there is nothing to draw."""
    return tuple(s for s in office.segments if SCHEMES[s.scheme].by_draw and s.members and not s.retired)


def _own(work: Work, actor: Actor) -> list[Segment]:
    """Those of them that somebody has to do with: their own, or all for whoever sees every duty."""
    everything = may(actor.roles, Right.SEE_EVERY_DUTY)
    return [s for s in lotteries(work.office) if everything or actor.person in s.members]


def _to_throw_now(work: Work, who: str) -> list[Draw]:
    """The draws that wait for this person's throw."""
    return [draw for draw in draws.to_throw_for(work.store, who) if waits_for_throw(draw, work.now)]


def week(draw: Draw) -> Week:
    """Returns what the cards of a draw are about."""
    return draw.segment, draw.monday


def _upcoming(work: Work, segment: Segment) -> Sequence[Draw]:
    """The segment's draws from this week on."""
    return draws.from_week(work.store, segment.id, week_of(work.now, work.office.timezone))


def _moment(draw: Draw) -> datetime:
    """When something is to be done with it: its lots are closed, or the throw is waited for no longer."""
    is_asked = draw.asked_at is not None and draw.throw is None
    return draw.throw_until if is_asked and draw.throw_until else draw.draw_at


def _is_due(draw: Draw, work: Work) -> bool:
    return can_be_held(draw, work.now, work.office.timezone) and _moment(draw) <= work.now


def _thrower(office: Office) -> str | None:
    """Who throws the dice: the director, or the head, who has an account to throw them from."""
    for role in (Role.DIRECTOR, Role.HEAD):
        for person in office.with_role(role):
            if person.telegram_id:
                return person.id
    return None


def _is_behind(found: Sequence[Draw], work: Work) -> bool:
    unannounced = to_announce(found, work.now, work.office.timezone)
    return unannounced is not None or any(_is_due(draw, work) for draw in found)


def behind(work: Work) -> Sequence[str]:
    """Returns the segments in which a draw is to be announced or held now."""
    return [s.id for s in lotteries(work.office) if _is_behind(_upcoming(work, s), work)]


def _to_throw_into(work: Work, segment: str, monday: str) -> Draw:
    """Raises Refused where there is no such draw, or none that will be held."""
    draw = draws.of_week(work.store, segment, _day(monday))
    if draw is None or segment not in {s.id for s in lotteries(work.office)}:
        raise Refused(Refusal.NO_DRAW)
    return draw


def _day(monday: str) -> date:
    """Raises Refused for what is no date."""
    try:
        return date.fromisoformat(monday)
    except ValueError:
        raise Refused(Refusal.NO_DRAW) from None


def _deal(work: Work, segment: Segment, draw: Draw, urgency: Urgency) -> None:
    """A new card for every member and whoever is told of draws; whoever else has one sees the change in theirs."""
    cards.changed(work.store, Change.DRAW, week(draw))
    readers = people.by_ids(work.store, segment.members)
    readers |= {person.id: person for person in work.recipients(News.DRAW)}
    for person in readers.values():
        if person.chat:
            cards.want(work.store, person.chat, CardKind.DRAW, week(draw), person.id, urgency)


def draw_view(work: Work, reader: PersonRow, id: str, monday: date) -> DrawView | None:
    """Returns one week's draw; None for whoever has no business with this segment any more."""
    draw = draws.of_week(work.store, id, monday)
    if draw is None:
        return None
    segment = work.office.segment(id)
    if reader.id not in {*segment.members, *draw.members} and not may(reader.roles, Right.SEE_EVERY_DUTY):
        return None
    names = people.names(work.store)
    stage = _stage(work, segment, draw)
    return DrawView(
        stage=stage,
        segment=id,
        segment_name=segment.name,
        monday=draw.monday,
        now=work.now,
        timezone=work.office.timezone,
        draw_at=draw.draw_at,
        commitment=draw.commitment,
        thrown=tuple((names[who], _when(draw, who)) for who in sorted(draw.lots)),
        thrower=names.get(draw.thrower) if draw.thrower else None,
        throw_until=draw.throw_until,
        throws=reader.id == draw.thrower,
        in_its_week=draw.announced_at >= instant(datetime.combine(draw.monday, time()), work.office.timezone),
        may_throw=stage is Stage.ANNOUNCED and reader.id in segment.members and reader.id not in draw.lots,
        own_lot=draw.lots.get(reader.id),
        opened=_opened(work, segment, draw, names, reader.id) if stage is Stage.HELD else None,
    )


def _when(draw: Draw, who: str) -> datetime | None:
    """When a lot was thrown; None of one that was thrown before that was noted."""
    return datetime.fromisoformat(draw.times[who]) if who in draw.times else None


def _stage(work: Work, segment: Segment, draw: Draw) -> Stage:
    if draw.opened_at:
        return Stage.HELD
    if not can_be_held(draw, work.now, work.office.timezone):
        return Stage.MISSED
    if segment in lotteries(work.office) and waits_for_throw(draw, work.now):
        return Stage.CLOSED
    return Stage.ANNOUNCED if segment in lotteries(work.office) else Stage.SET_ASIDE


def _opened(work: Work, segment: Segment, draw: Draw, names: Mapping[str, str], reader: str) -> Opened:
    """The plan as it was drawn, also when somebody has left since."""
    is_over = draw.monday + WEEK <= work.today
    since = () if is_over else (who for who in segment.members if who not in draw.members)
    return Opened(
        secret=draw.secret or "",
        lots=tuple((names[who], lot) for who, lot in sorted(draw.lots.items())),
        plan=_plan(work, draw, names, reader),
        order=tuple(names[who] for who in draw.order),
        newcomers=tuple(names[who] for who in since),
        lots_text=lots_text(draw.lots),
        ids=draw.members,
        throw=draw.said_throw,
    )


def _plan(work: Work, draw: Draw, names: Mapping[str, str], reader: str) -> tuple[PlanDay, ...]:
    office = work.office
    week = list(days_between(draw.monday, draw.monday + WEEK - ONE_DAY))
    open_days = [day for day in week if opens_on(office.hours, office.timezone, day, work.is_holiday)]
    firsts = {day: days_order(draw.order, draw.members, day.weekday())[0] for day in open_days or week}
    return tuple(PlanDay(day, names[who], who == reader) for day, who in firsts.items())
