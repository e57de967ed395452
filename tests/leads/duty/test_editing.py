"""A roster changed duty by duty: what is asked for comes out, nothing else moves; undone, it leaves nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.duty.editing import add, give, move, on_day, remove, repeat_week
from leads.duty.held import Beyond, Held, beyond, held
from leads.duty.limits import Excess
from leads.duty.shifts import timeline
from leads.office import Office, Origin, Person, Role, Segment, Shift, ShiftKind
from leads.refusals import Refusal, Refused
from leads.wall_clock import instant, parse_weekly, week_bounds

MOSCOW = ZoneInfo("Europe/Moscow")
MONDAY = date(2026, 11, 30)
clock = partial(datetime, fold=0)  # naive, as a clock on the wall shows it
EARLY = instant(clock(2026, 11, 28), MOSCOW)
TEAM = ("anna", "boris", "vera")


def weekly(who: str, rule: str) -> Shift:
    return Shift("site", who, weekly=parse_weekly(rule))


def swapped(owner: str, taker: str, start: str, end: str) -> Shift:
    began, ended = (datetime.fromisoformat(text) for text in (start, end))
    return Shift("site", taker, None, began, ended, ShiftKind.REPLACE, owner, Origin.SWAP)


def office(*shifts: Shift) -> Office:
    people = tuple(Person(who, who.title(), (Role.MANAGER,)) for who in TEAM)
    return Office(
        "Windows", MOSCOW, people=people, segments=(Segment("site", "Site", members=TEAM),), shifts=shifts
    )


WEEK = (weekly("anna", "mon-fri 09:00-13:00"), weekly("boris", "mon-fri 13:00-18:00"))


def of_week(of: Office, monday: date = MONDAY) -> list[Held]:
    return held(of, "site", *week_bounds(monday, MOSCOW))


def duty(of: Office, who: str, day: int = 0) -> Held:
    start = datetime.combine(MONDAY + timedelta(days=day), time()).date()
    return next(d for d in of_week(of) if d.who == who and d.start.astimezone(MOSCOW).date() == start)


def said(of: Office, monday: date = MONDAY) -> list[str]:
    return [
        f"{d.start.astimezone(MOSCOW):%a %H:%M}-{d.end.astimezone(MOSCOW):%H:%M} {d.who} {d.basis}"
        for d in of_week(of, monday)
    ]


def hours(of: Office, day: int, start: int, end: int) -> tuple[datetime, datetime]:
    return on_day(of, MONDAY + timedelta(days=day), time(start), time(end))


def test_a_calendar_knows_whose_each_duty_is_and_what_it_comes_from() -> None:
    of = office(
        weekly("anna", "mon 09:00-13:00"),
        Shift("site", "vera", start=clock(2026, 12, 1, 9), end=clock(2026, 12, 1, 12)),
        swapped("anna", "boris", "2026-11-30 09:00", "2026-11-30 13:00"),
        weekly("vera", "sun 22:00-06:00"),
    )
    assert said(of) == [
        "Mon 09:00-13:00 boris swap",
        "Tue 09:00-12:00 vera dated",
        "Sun 22:00-06:00 vera weekly",
    ], "Sunday's night of the week before is not this week's"


def test_somebody_is_put_on_duty_and_taken_off_and_the_file_is_as_it_was() -> None:
    of = office(*WEEK)
    more = add(of, "site", "vera", hours(of, 5, 10, 15), EARLY)
    assert said(more)[-1] == "Sat 10:00-15:00 vera dated"
    assert remove(more, "site", duty(more, "vera", 5), EARLY) == of
    less = remove(of, "site", duty(of, "anna"), EARLY)
    assert said(less) == said(of)[1:]
    assert add(less, "site", "anna", hours(of, 0, 9, 13), EARLY) == of


def test_given_to_another_and_back_it_leaves_nothing() -> None:
    of = office(*WEEK)
    given_away = give(of, "site", duty(of, "anna"), "vera", EARLY)
    assert said(given_away)[0] == "Mon 09:00-13:00 vera dated"
    assert given_away.shifts[-1].instead_of == "anna"
    further = give(given_away, "site", duty(given_away, "vera"), "boris", EARLY)
    assert len(further.shifts) == 3, "one line says it"
    assert give(further, "site", of_week(further)[0], "anna", EARLY) == of


def test_dragged_to_another_day_it_keeps_its_hours() -> None:
    of = office(*WEEK)
    moved = move(of, "site", duty(of, "boris"), "vera", MONDAY + timedelta(days=5), EARLY)
    assert "Mon 13:00-18:00 boris weekly" not in said(moved)
    assert "Sat 13:00-18:00 vera dated" in said(moved)
    back = move(moved, "site", duty(moved, "vera", 5), "boris", MONDAY, EARLY)
    assert back == of


def test_what_runs_is_changed_from_now_on_and_what_is_over_never() -> None:
    of, noon = office(*WEEK), instant(clock(2026, 11, 30, 12, 0, 30), MOSCOW)
    assert said(give(of, "site", duty(of, "anna"), "vera", noon))[:2] == [
        "Mon 09:00-12:00 anna weekly",
        "Mon 12:00-13:00 vera dated",
    ]
    for late, why in (
        (lambda: move(of, "site", duty(of, "anna"), "vera", date(2026, 12, 4), noon), Refusal.DUTY_BEGUN),
        (lambda: remove(of, "site", duty(of, "anna"), noon + timedelta(hours=2)), Refusal.DUTY_OVER),
        (lambda: add(of, "site", "vera", hours(of, 0, 9, 12), noon), Refusal.DUTY_OVER),
    ):
        refused(late, why)


def test_what_cannot_be_is_refused_in_words() -> None:
    of = office(*WEEK)
    gone = replace(duty(of, "anna"), end=duty(of, "anna").end + timedelta(hours=1))
    later = replace(duty(of, "anna"), start=duty(of, "anna").start + timedelta(hours=1))
    refused(lambda: remove(of, "site", gone, EARLY), Refusal.DUTY_GONE)
    refused(lambda: remove(of, "site", later, EARLY), Refusal.DUTY_GONE)
    refused(lambda: add(of, "site", "anna", hours(of, 0, 12, 15), EARLY), Refusal.DUTY_DOUBLED)
    refused(lambda: give(of, "site", duty(of, "anna"), "nobody", EARLY), Refusal.LEFT_SEGMENT)


def refused(deed: Callable[[], Office], why: Refusal) -> None:
    with pytest.raises(Refused) as error:
        deed()
    assert error.value.why is why


def test_a_duty_taken_by_a_swap_can_be_taken_away_and_given_on() -> None:
    of = office(*WEEK, swapped("anna", "vera", "2026-11-30 09:00", "2026-11-30 13:00"))
    assert said(remove(of, "site", duty(of, "vera"), EARLY))[0] == "Mon 13:00-18:00 boris weekly"
    on = give(of, "site", duty(of, "vera"), "boris", EARLY)
    assert said(on)[0] == "Mon 09:00-13:00 boris dated"
    assert [s for s in on.shifts if s.origin is Origin.SWAP] == [of.shifts[-1]], "what people agreed on stays"


def test_whom_a_swap_relieves_is_not_put_there_behind_its_back() -> None:
    of = office(*WEEK, swapped("anna", "vera", "2026-11-30 09:00", "2026-11-30 13:00"))
    refused(lambda: add(of, "site", "anna", hours(of, 0, 9, 13), EARLY), Refusal.DUTY_SWAPPED)


def test_a_roster_of_the_week_is_changed_without_being_written_again() -> None:
    plan = [
        Shift(
            "site",
            who,
            None,
            clock(2026, 11, 30, a),
            clock(2026, 11, 30, b),
            ShiftKind.REPLACE,
            None,
            Origin.ROSTER,
        )
        for who, a, b in (("vera", 9, 13), ("anna", 13, 18))
    ]
    of = office(*WEEK, *plan)
    after = give(of, "site", duty(of, "vera"), "boris", EARLY)
    assert said(after) == ["Mon 09:00-13:00 boris dated", "Mon 13:00-18:00 anna roster"]
    assert after.shifts[2].origin is Origin.FILE, "before what people agreed on, as it is read"


def test_a_week_is_done_again() -> None:
    of = office(weekly("anna", "mon 09:00-18:00"))
    more = add(of, "site", "vera", hours(of, 2, 10, 15), EARLY)
    more = remove(more, "site", duty(more, "anna"), EARLY)
    following = MONDAY + timedelta(days=7)
    again = repeat_week(more, "site", following, EARLY)
    assert said(again, following) == ["Wed 10:00-15:00 vera dated"] == said(more)
    assert said(again) == said(more), "the week that is copied stays"
    assert repeat_week(again, "site", following, EARLY) == again


def test_what_a_change_goes_beyond_is_named() -> None:
    of = office(*WEEK)
    before = beyond(of, "site", [MONDAY])
    assert not before
    late = add(of, "site", "boris", hours(of, 0, 18, 23), EARLY)
    assert not beyond(late, "site", [MONDAY]), "ten hours of one shift"
    early = add(late, "site", "boris", hours(of, 1, 6, 13), EARLY)
    assert beyond(early, "site", [MONDAY]) - before == {Beyond("boris", MONDAY, Excess.REST)}


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_nothing_else_moves_whatever_is_done(data: st.DataObject) -> None:
    rule = st.builds(
        lambda who, day, start, long: weekly(who, f"{day} {start:02}:00-{(start + long) % 24:02}:00"),
        st.sampled_from(TEAM),
        st.sampled_from(["mon", "tue", "mon-fri"]),
        st.integers(0, 23),
        st.integers(1, 14),
    )
    owner, taker, _ = data.draw(st.permutations(TEAM))
    swap = swapped(owner, taker, "2026-11-30 10:00", "2026-11-30 16:00")
    of = office(
        *data.draw(st.lists(rule, min_size=1, max_size=4)), *data.draw(st.sampled_from([(), (swap,)]))
    )
    for _ in range(data.draw(st.integers(1, 3))):
        there = of_week(of)
        if not there:
            return
        which, who = data.draw(st.sampled_from(there)), data.draw(st.sampled_from(TEAM))
        day = MONDAY + timedelta(days=data.draw(st.integers(0, 6)))
        try:
            after = (
                move(of, "site", which, who, day, EARLY)
                if data.draw(st.booleans())
                else remove(of, "site", which, EARLY)
            )
        except Refused as refusal:
            assert refusal.why in {Refusal.DUTY_DOUBLED, Refusal.DUTY_SWAPPED}
            continue
        agreed = [s for s in of.shifts if s.origin is not Origin.FILE]
        assert [s for s in after.shifts if s.origin is not Origin.FILE] == agreed
        gone, come = set(of_week(of)) - set(of_week(after)), set(of_week(after)) - set(of_week(of))
        assert hours_of(after) - hours_of(of) in (timedelta(0), which.start - which.end)
        assert all(touches(one, which, day) for one in (*gone, *come))
        of = after


def hours_of(of: Office) -> timedelta:
    start, end = week_bounds(MONDAY, MOSCOW)
    spans = timeline(of.shifts, MOSCOW, start, end + timedelta(days=3))
    return sum(((span.end - span.start) * len(span.who) for span in spans), timedelta(0))


def touches(one: Held, which: Held, day: date) -> bool:
    """Whether a duty lies where one was changed: at its own hours, or at those of the day to which it went."""
    later = day - which.start.astimezone(MOSCOW).date()
    return any(
        one.start <= end + d and start + d <= one.end
        for start, end in [(which.start, which.end)]
        for d in (timedelta(0), later)
    )
