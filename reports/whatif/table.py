"""The schemes side by side, for a terminal, and in plain words what such a table cannot show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from leads.office import FAIR, Role
from leads.schemes import SCHEMES
from leads.wall_clock import ONE_DAY
from reports.replay.runs import AS_SET_UP
from reports.table import NOTHING, number, plain_table
from reports.whatif.past import Past
from reports.whatif.trying import FACT, Tried

SHARED = ("claimed", "unclaimed", "median sec.", "Jain", "max. dev.")
SOLD = ("expected sales", "expected conversion", "more than office")
ABREAST = 4  # schemes: so many fit on a narrow terminal

CAVEATS = """\
fact: what happened. office: the same leads played anew under today's rules. Who was asked answers as they did; \
who was not, as they answered other leads. Balances began level, and nobody had a lead in hand.
Expected sales: the leads that were not bad, times what each kind of lead (source, known client) brings and what \
each manager makes of it. In brackets the 90 % interval: the uncertainty of the rates. The luck of so many leads comes \
on top of it.
What this cannot show: it takes a manager to be as much better or worse with every kind of lead, and a quick claim to \
sell no better than a slow one. A difference whose interval holds 0 means nothing."""


def side_by_side(past: Past, found: Sequence[Tried], period: str) -> Group:
    title = f"{len(past.cases):,} leads handed over {period}"
    slices = (found[n : n + ABREAST] for n in range(0, len(found), ABREAST))
    people = (_people(past, several) for several in slices)
    return Group(Text(title), _shared(found), _sold(found), *people, *_notes(past, found))


def _shared(found: Sequence[Tried]) -> Table:
    """How many, how quickly, how evenly: each scheme measured by the shares that are due under it."""
    table = plain_table("Schemes side by side", "scheme", SHARED)
    for one in found:
        report = one.report
        table.add_row(
            one.name,
            str(report.total.claimed),
            str(report.total.unclaimed),
            number(report.total.times.median),
            NOTHING if report.jain is None else f"{report.jain:.4f}",
            f"{report.max_deviation:.2f}",
        )
    return table


def _sold(found: Sequence[Tried]) -> Table:
    table = plain_table("What could be expected of it", "scheme", SOLD)
    for one in found:
        sales = one.expected
        told = f"{sales.sales:.1f} ({sales.low:.1f}–{sales.high:.1f})" if sales else NOTHING
        table.add_row(one.name, told, _conversion(one), _gain(one))
    return table


def _conversion(one: Tried) -> str:
    rate = one.expected.conversion if one.expected else None
    return f"{rate[0]:.1%} ({rate[1]:.1%}–{rate[2]:.1%})" if rate else NOTHING


def _gain(one: Tried) -> str:
    if one.gain is None or one.name == AS_SET_UP:
        return NOTHING
    mean, low, high = (round(figure, 1) or 0.0 for figure in one.gain)
    return f"{mean:+.1f} ({low:+.1f}…{high:+.1f})"


def _people(past: Past, found: Sequence[Tried]) -> Table:
    """How many leads each would hold in the end."""
    table = plain_table("Leads", "manager", [one.name for one in found])
    managers = {p.id for p in past.office.with_role(Role.MANAGER)}
    everybody = [p.id for p in past.office.people if any(p.id in one.leads for one in found)]
    for who in sorted(everybody, key=lambda who: who not in managers):
        table.add_row(who, *(str(one.leads.get(who, 0)) for one in found))
    return table


def _notes(past: Past, found: Sequence[Tried]) -> Iterator[Text]:
    fact = next(one for one in found if one.name == FACT)
    total = fact.report.total
    yield Text(f"In fact so far: won {total.won}, lost {total.lost}, bad {total.bad}.")
    if past.is_cut:
        yield Text(f"There were more leads: these are the newest {len(past.cases):,}.")
    yield _counted(past)
    tried = {one.name for one in found}
    by_hand = [n for n in SCHEMES if n in tried and SCHEMES[n].hand]
    if by_hand:
        yield Text(
            f"{', '.join(by_hand)}: whom a hand would choose nobody knows; where it did not, {FAIR} does."
        )
    by_roster = [n for n in SCHEMES if n in tried and SCHEMES[n].by_roster]
    if by_roster and not past.office.shifts:
        yield Text(f"{', '.join(by_roster)}: there is no roster, so every lead went down its ladder at once.")
    yield Text(CAVEATS)


def _counted(past: Past) -> Text:
    day = past.counted_until.astimezone(past.office.timezone).date()
    days = past.losing_takes / ONE_DAY
    return Text(f"Rates are of leads handed over until {day}: nine losses of ten take up to {days:.1f} days.")
