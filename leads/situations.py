"""What a scheme is shown of a scene, which scheme is asked, and how the ledger keeps what it was shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final

from leads import presence
from leads.draws import days_order, week_of
from leads.entries.asking import Evidence, Shown
from leads.lead import Step
from leads.office import FAIR, OF_OFFICE, OF_SEGMENT, Segment
from leads.presence import Absence, reachable, reads_of
from leads.rates import MILLION, NOTHING_WEIGHED, Record, Weighed, expected_of
from leads.rights import heads_of
from leads.scene import Scene
from leads.schemes import SCHEMES
from leads.schemes.base import OF_RECORDS, Candidate, Choice, Read, Situation
from leads.track import Came, Sort, Track
from leads.turns import Standing
from leads.worth import NOTHING_SOLD, Sold

OF_CANDIDATES = frozenset({Read.IDLE, Read.ROSTER})
BESIDE_RECORDS: Final = frozenset(OF_RECORDS)
"""Settings that old entries hold nowhere but beside plain records, if at all."""

_BY_THEMSELVES: Final = frozenset({"floor", "min_sample"})  # in entries from before there could be others

_KINDS: Final = {one.name: one.kind for one in (*OF_OFFICE, *OF_SEGMENT)}
_OF_OFFICE: Final = frozenset(one.name for one in OF_OFFICE)


def observe(scene: Scene, out: Collection[str], now: datetime) -> Situation:
    """Returns the situation of the segment's members who are not left out.

    Only what its schemes look at is gathered.
    """
    reads = reads_of(scene.segment)
    candidates = _candidates(scene, out, idle=Read.IDLE in reads)
    if reads <= OF_CANDIDATES:
        return Situation(candidates)
    more: dict[str, Any] = {}
    if Read.SETTINGS in reads:
        more["settings"] = _settings(scene)
    if Read.RECORDS in reads:
        more["weighed"] = weighed(scene.track, scene.segment, scene.office.stale_after, now)
    if Read.WORTH in reads:
        more["sold"] = scene.track.sold(scene.lead, now)
    if Read.DRAW in reads:
        more["drawn"] = _drawn(scene, now)
    if Read.PICK in reads:
        more["picked"] = scene.lead.picked
    if Read.HEADS in reads:
        more["heads"] = _heads(scene)
    return Situation(candidates, **more)


def plain(situation: Situation) -> Situation:
    """Shows it without what is owed in other segments."""
    if not any(c.elsewhere for c in situation.candidates):
        return situation
    return replace(situation, candidates=tuple([c._replace(elsewhere=0) for c in situation.candidates]))


def to_keep(segment: Segment, situation: Situation, choice: Choice) -> Situation:
    """Leaves out what is owed in other segments where that has not decided."""
    bare, figures = plain(situation), choice.figures
    if bare is situation or sum(units == max(figures.values()) for units in figures.values()) < 2:
        return bare
    return bare if choose_for(segment, bare)[1] == choice else situation


def choose_for(segment: Segment, situation: Situation) -> tuple[str, Choice | None]:
    """Returns the name of the scheme that decides, and its choice; None where neither it nor the reserve has one."""
    if not situation.candidates and not situation.heads:
        return segment.scheme, None
    choice = SCHEMES[segment.scheme].choose(situation)
    if choice or segment.reserve is None or not situation.candidates:
        return segment.scheme, choice
    return segment.reserve, SCHEMES[segment.reserve].choose(situation)


def fair_choice(scene: Scene, now: datetime, from_whom: Collection[str] = ()) -> Choice | None:
    """Tells whom the segment's own rule would offer this lead now if no hand did:
    what every choice by hand is measured by.

    Nobody who has had it already, but whoever it is taken from just now (`from_whom`) counts in.
    """
    return rule_choice(scene, absences(scene, now).keys() | (scene.tried - set(from_whom)), now)


def rule_choice(scene: Scene, out: Collection[str], now: datetime) -> Choice | None:
    """Tells what the segment's own rule would choose now if no hand did,
    among the members who are not left out.
    """
    return choose_for(ruled(scene.segment), without_hands(observe(scene, out, now)))[1]


def without_hands(situation: Situation) -> Situation:
    """Shows it where no hand is to choose."""
    return replace(situation, picked=None, heads=())


def ruled(segment: Segment) -> Segment:
    """Returns the segment under the rule that its hand is measured by."""
    if SCHEMES[segment.scheme].asks_head:
        return replace(segment, scheme=segment.reserve or FAIR, reserve=None)
    return segment


def shares_among(scene: Scene, people: Collection[str], now: datetime) -> dict[str, int]:
    """Returns the weights by which the segment's own rule shares out a turn among these members."""
    members = [who for who in scene.standings if who in people]
    choice = rule_choice(scene, set(scene.standings) - set(members), now)
    if choice and choice.shares is not None:
        return dict(choice.shares)
    return scene.office.weights(members)


def price_now(scene: Scene, now: datetime) -> int | None:
    """Returns what a turn of this lead costs now, in millionths of an ordinary one; None where all cost the same."""
    segment = ruled(scene.segment)
    scheme = SCHEMES[segment.scheme]
    if Read.WORTH not in scheme.reads:
        return None
    settings = {name: getattr(segment, name) for name in scheme.settings}
    return scheme.price(Situation((), sold=scene.track.sold(scene.lead, now), settings=settings))


def absences(scene: Scene, now: datetime) -> dict[str, Absence]:
    """Returns the members of the segment who cannot be offered anything now, and why."""
    workers = scene.workers
    members = [workers[who] for who in scene.standings]
    return presence.absences(scene.office, scene.segment, members, now, scene.is_holiday)


def _candidates(scene: Scene, out: Collection[str], *, idle: bool) -> tuple[Candidate, ...]:
    here = {who: standing for who, standing in scene.standings.items() if who not in out}
    weights = scene.office.weights(here)
    owed = scene.elsewhere
    if not idle:
        return tuple([Candidate(who, weights[who], s, elsewhere=owed(who)) for who, s in here.items()])
    workers = [scene.workers[who] for who in here]
    return tuple(
        [
            Candidate(w.id, weights[w.id], here[w.id], w.idle_since, w.ringing, w.arrival, owed(w.id))
            for w in workers
        ]
    )


def weighed(track: Track, segment: Segment, stale_after: timedelta, now: datetime) -> dict[str, Weighed]:
    """Returns what came of a segment's leads as it counts now, by holder, in alphabetical order."""
    return weigh(track.came(now, segment.half_life, stale_after), segment.min_sample)


def weigh(came: Mapping[Sort, Came], min_sample: int) -> dict[str, Weighed]:
    """Adds up what came of leads of every sort, and tells what was expected of them."""
    rows = [(sort.who, sort[1:], one.won, one.lost) for sort, one in came.items()]
    expected = expected_of(rows, min_sample)
    found = dict.fromkeys(sorted(expected), NOTHING_WEIGHED)
    for sort, one in came.items():
        if sort.who in found:
            won, lost, _, stale = found[sort.who]
            found[sort.who] = Weighed(won + one.won, lost + one.lost, 0, stale + one.stale)
    return {who: record._replace(expected=round(expected[who] * MILLION)) for who, record in found.items()}


def _settings(scene: Scene) -> dict[str, Any]:
    """Those of the segment that its schemes are shown; a few are the office's."""
    shown = settings_shown(scene.segment.scheme, scene.segment.reserve)
    return {name: getattr(scene.office if name in _OF_OFFICE else scene.segment, name) for name in shown}


@cache
def settings_shown(scheme: str, reserve: str | None) -> tuple[str, ...]:
    """Returns the names of the segment's settings that its scheme or its reserve looks at."""
    asked = [SCHEMES[name] for name in (scheme, reserve) if name]
    return tuple({name: None for one in asked if Read.SETTINGS in one.reads for name in one.settings})


def _drawn(scene: Scene, now: datetime) -> tuple[str, ...]:
    """The drawn order that counts today; empty where none has been drawn yet."""
    tz = scene.office.timezone
    order = scene.draws.get(week_of(now, tz))
    members: Mapping[str, object] = scene.standings
    return days_order(order, tuple(members), now.astimezone(tz).weekday()) if order else ()


def _heads(scene: Scene) -> tuple[str, ...]:
    """The heads who can be asked to choose; nobody if they have been, since the lead was last in somebody's hands."""
    for offer in reversed(scene.offers):
        if offer.claimed_by:
            break
        if offer.step is Step.CHOOSE:
            return ()
    heads = heads_of(scene.office, scene.segment)
    return tuple(who for who in heads if not reachable(scene.workers[who]))


def recorded(situation: Situation) -> Evidence:
    """Keeps what a scheme was shown; what it does not look at is left out."""
    records = {who: (r.won, r.lost) for who, r in situation.records.items()} or None
    settings = stored_settings(situation)
    guards = {name: value for name, value in settings.items() if records and name in _BY_THEMSELVES}
    left_out = BESIDE_RECORDS if records else frozenset()
    return Evidence(
        tuple(map(_as_recorded, situation.candidates)),
        records,
        weighed={who: tuple(one) for who, one in situation.weighed.items()} or None,
        drawn=situation.drawn,
        picked=situation.picked or None,
        heads=situation.heads,
        sold=() if situation.sold == NOTHING_SOLD else tuple(situation.sold),
        settings={n: v for n, v in settings.items() if n not in left_out} or None,
        **guards,
    )


def stored_settings(situation: Situation) -> dict[str, Any]:
    """Returns the settings that it shows as the office stores them."""
    return {name: _KINDS[name].stored(value) for name, value in situation.settings.items()}


def situation_of(evidence: Evidence) -> Situation:
    """Returns the situation that was recorded. Raises KeyError for a setting that there is not."""
    guards = {"floor": evidence.floor, "min_sample": evidence.min_sample} if evidence.records else {}
    return Situation(
        candidates=tuple(map(_candidate, evidence.candidates)),
        records={who: Record(won, lost) for who, (won, lost) in (evidence.records or {}).items()},
        weighed={who: Weighed(*figures) for who, figures in (evidence.weighed or {}).items()},
        settings=_restored({**guards, **(evidence.settings or {})}),
        drawn=evidence.drawn,
        picked=evidence.picked,
        heads=evidence.heads,
        sold=Sold(*evidence.sold),
    )


def _restored(settings: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _KINDS[name].restored(value) for name, value in settings.items()}


def _as_recorded(c: Candidate) -> Shown:
    place = c.standing.credit, c.standing.ticket, c.idle_since, c.ringing, c.arrival
    return Shown(c.id, c.weight, *place, c.elsewhere)


def _candidate(shown: Shown) -> Candidate:
    standing = Standing(shown.credit, shown.ticket)
    waits = shown.idle_since, shown.ringing, shown.arrival
    return Candidate(shown.id, shown.weight, standing, *waits, shown.elsewhere)
