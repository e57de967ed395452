"""Leads given out by every scheme, as each reader of /why sees them: real decisions, told by their entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from leads.answers import claim, decline, explain, unreachable
from leads.holding import assign, close, dispute, give_up, settle
from leads.lead import Due, Outcome
from leads.ledger import Sealed, canonical
from leads.norm import WINDOW
from leads.offering import hand_over
from leads.office import Shift
from leads.past import Past
from leads.presence import Absence
from leads.proof.story import Kinship, Story, tell
from leads.pulling import pull
from leads.rates import Record
from leads.scene import Scene
from leads.shares import LEAD
from leads.turns import Standing, Team
from leads.wall_clock import parse_weekly
from screens.views.lead import WhyView
from tests.leads.office import Floor, sales_floor, track_of
from tests.screens.leads_to_show import HEAD, MOSCOW, PETROV, SIDOROVA

IVANOV, ANNA = "Иван Иванов", "Анна Секретарёва"
NAMES: Mapping[str, str] = {
    "petrov": PETROV,
    "sidorova": SIDOROVA,
    "ivanov": IVANOV,
    "head": HEAD,
    "director": "Мария Орлова",
    "anna": ANNA,
}
TEAM = "petrov sidorova ivanov"
SEAL = "a1b2c3d4e5f60718"


def told(floor: Floor, scene: Scene, reader: str = "sidorova") -> WhyView:
    entries = (Sealed(n, floor.now, e.kind, 7, canonical(e.body), SEAL) for n, e in enumerate(scene.log, 121))
    return WhyView(7, MOSCOW, "Казань и Татарстан", tell(entries), NAMES, reader)


def every_why() -> Iterator[tuple[str, WhyView]]:
    """One view for every reason that there is, and for whatever may keep the reader from a lead."""
    yield from _by_balance()
    yield from _by_other_rules()
    yield from _by_hand()
    yield from _by_conversion()
    yield from _through_many_hands()
    yield from _now()


def _by_balance() -> Iterator[tuple[str, WhyView]]:
    floor = sales_floor(TEAM)
    yield "balance, tie", told(floor, floor.lead())
    floor = sales_floor(TEAM)
    floor.standings["other"] = Team({"ivanov": Standing(LEAD), "petrov": Standing(-LEAD)})
    scene = floor.lead()
    for reader in ("petrov", "ivanov"):
        yield f"balance, tie by all segments, {reader}", told(floor, scene, reader)
    floor = sales_floor(TEAM)
    for who, credit in (("petrov", 4), ("sidorova", 1), ("ivanov", -5)):
        floor.standings["all"][who].credit = credit * LEAD // 4
    scene = floor.lead()
    yield "balance", told(floor, scene)
    yield "balance, ahead", told(floor, scene, "ivanov")
    yield "balance, chosen", told(floor, scene, "petrov")
    yield "balance, a stranger", told(floor, scene, "anna")
    floor.workers["petrov"].paused = Absence.PAUSED
    yield "balance, away", told(floor, floor.lead(), "petrov")
    floor.workers["ivanov"].paused = Absence.PAUSED
    yield "balance, the only one", told(floor, floor.lead(), "petrov")
    floor.workers["ivanov"].paused = floor.workers["sidorova"].paused = None
    floor.workers["petrov"].paused = Absence.LEAVE
    floor.standings["all"]["petrov"].credit += 5 * LEAD
    for who in ("sidorova", "ivanov"):
        floor.standings["all"][who].credit -= 5 * LEAD // 2
    for worker in floor.workers.values():
        worker.ringing = 0  # by now they have answered
    scene = floor.lead()
    yield "balance, all ahead", told(floor, scene, "ivanov" if scene.lead.holder != "ivanov" else "sidorova")


def _by_other_rules() -> Iterator[tuple[str, WhyView]]:
    floor = sales_floor(TEAM, "queue")
    yield "queue", told(floor, floor.lead(), "ivanov")
    floor = sales_floor(TEAM, "grab")
    scene = floor.lead()
    claim(scene, "ivanov", floor.now)
    yield "grab", told(floor, scene)
    floor = sales_floor(TEAM, "next")
    scene = floor.lead()
    yield "next, waits", told(floor, scene)
    pull(scene, "ivanov", 0, floor.now)
    yield "next", told(floor, scene)
    for drawn in (("petrov", "ivanov", "sidorova"), ("ivanov", "sidorova", "petrov"), ()):
        floor = sales_floor(TEAM, "lottery")
        floor.workers["ivanov"].paused = Absence.PAUSED
        scene = floor.draft()
        scene.draws = {floor.now.date(): drawn} if drawn else {}
        _hand_over(floor, scene)
        yield f"lottery, {' '.join(drawn)}", told(floor, scene)
        yield f"lottery, {' '.join(drawn)}, away", told(floor, scene, "ivanov")
    floor = sales_floor(TEAM, "longest_idle")
    yield "idle, since ever", told(floor, floor.lead())
    for hours, who in enumerate(("ivanov", "sidorova", "petrov"), 1):
        floor.workers[who].idle_since = floor.now - timedelta(hours=hours * 9)
    yield "idle", told(floor, floor.lead())
    yield "idle, ringing", told(floor, floor.lead(), "petrov")
    floor = sales_floor(TEAM, "duty", shifts=(_shift("petrov"),))
    yield "duty", told(floor, floor.lead())
    floor.until("2026-11-23 19:00")
    yield "duty, nobody", told(floor, floor.lead())


def _by_hand() -> Iterator[tuple[str, WhyView]]:
    for picked, reader in (("ivanov", "petrov"), ("ivanov", "sidorova"), ("petrov", "sidorova")):
        floor = sales_floor(TEAM, "secretary")
        scene = floor.lead(picked=picked, picked_by="anna")
        yield f"secretary picks {picked}, {reader}", told(floor, scene, reader)
    floor = sales_floor(TEAM, "secretary")
    yield "secretary, no pick", told(floor, floor.lead())
    floor.workers["ivanov"].paused = Absence.CAPACITY
    yield "secretary, picked away", told(floor, floor.lead(picked="ivanov", picked_by="anna"))
    yield "secretary, picked away, himself", told(floor, floor.leads[-1], "ivanov")
    floor = sales_floor(TEAM, "manual")
    scene = floor.lead()
    yield "manual, open", told(floor, scene)
    assign(scene, "head", "ivanov", floor.now)
    yield "manual, assigned", told(floor, scene)
    yield "manual, fair", told(floor, scene, "petrov")
    floor = sales_floor(TEAM, "manual")
    segment = replace(floor.office.segments[0], reserve="queue")
    floor.office = replace(floor.office, segments=(segment,))
    scene = floor.lead()
    floor.wait("7m")
    yield "manual, silent", told(floor, scene)


def _by_conversion() -> Iterator[tuple[str, WhyView]]:
    floor = sales_floor(TEAM, "conversion")
    scene = floor.lead()
    yield "conversion, no sales", told(floor, scene)
    floor = sales_floor(TEAM, "conversion")
    scene = floor.draft()
    closed = {"petrov": Record(12, 28), "sidorova": Record(1, 39), "ivanov": Record(2, 1)}
    scene.track = track_of(closed, floor.now)
    _hand_over(floor, scene)
    for who in TEAM.split():
        yield f"conversion, {who}", told(floor, scene, who)
    floor = sales_floor(TEAM, "worth")
    yield "worth, ordinary", told(floor, floor.lead())
    floor = sales_floor(TEAM, "worth")
    scene = floor.draft()
    scene.lead.source = "site"
    scene.track.stored = {("site", False): (30, 70), (None, False): (10, 90)}
    _hand_over(floor, scene)
    for who in TEAM.split():
        yield f"worth, {who}", told(floor, scene, who)


def _through_many_hands() -> Iterator[tuple[str, WhyView]]:
    floor = sales_floor(TEAM, "queue")
    scene = floor.lead()
    decline(scene, "petrov", floor.now)
    explain(scene, "petrov", "conflict", floor.now)
    unreachable(scene, "sidorova", floor.now)
    floor.wait("5m")
    claim(scene, "sidorova", floor.now)
    give_up(scene, "sidorova", floor.now)
    claim(scene, "petrov", floor.now)
    yield "hands", told(floor, scene, "petrov")
    assign(scene, "head", "ivanov", floor.now + timedelta(days=1))
    yield "hands, by hand", told(floor, scene, "petrov")
    dispute(scene, "ivanov", floor.now)
    settle(scene, "head", True, floor.now)
    yield "hands, bad", told(floor, scene, "ivanov")
    for norm in (0, 3, 10):
        floor = sales_floor("petrov", offers=1, free_declines=norm)
        declines = [floor.lead(), floor.lead()]
        for scene in declines:
            decline(scene, "petrov", floor.now)
            explain(scene, "petrov", "conflict", floor.now)
        yield f"declined, a norm of {norm}", told(floor, declines[-1])
    scene = floor.lead()
    decline(scene, "petrov", floor.now)
    for _ in range(WINDOW):
        claim(floor.lead(), "petrov", floor.now)
    explain(scene, "petrov", "conflict", floor.now)
    yield "declined, told why too late", told(floor, scene)
    floor = sales_floor(TEAM, "queue", offers=1)
    scene = floor.lead()
    floor.wait("5h")
    yield "hands, up the ladder", told(floor, scene, "director")
    floor = sales_floor(TEAM, ladder="everyone", offers=3)
    scene = floor.lead()
    for _ in range(14):
        claim(scene, scene.live.people[-1] if scene.live else "", floor.now)
        give_up(scene, scene.lead.holder or "", floor.now)
    yield "hands, for days", told(floor, scene, "petrov")
    scene = floor.lead(owner="ivanov")
    claim(scene, "ivanov", floor.now)
    close(scene, "ivanov", Outcome.WON, floor.now)
    yield "hands, own client", told(floor, scene)
    yield "hands, duplicate", told(floor, floor.lead(owner="ivanov", duplicate_of=3, known=True))


def _now() -> Iterator[tuple[str, WhyView]]:
    floor = sales_floor(TEAM)
    view = told(floor, floor.lead())
    for due in Due:
        yield f"waiting, {due}", replace(view, story=Story(waiting=due))
    for out in Absence:
        chapter = replace(view.story.chapters[0], out={"sidorova": out})
        yield f"out, {out}", replace(view, story=Story(chapters=[chapter]))
    for who in ("petrov", None):
        for outcome in (None, *Outcome):
            past = Past(floor.now, "all", who=who, outcome=outcome)
            yield (
                f"past, {who}, {outcome}",
                replace(view, story=Story(past=past, holder=who, outcome=outcome)),
            )
    yield "added to another", replace(view, story=Story(withdrawn=True, added_to=5))
    for parted in (False, True):
        kin = Kinship(floor.now, "head", (view.number, 99), (5, 6, 7, 8, 9, 10), parted)
        yield f"one client, parted: {parted}", replace(view, story=replace(view.story, kin=[kin] * 6))
    unknown = replace(view.story.chapters[0], reason="by_the_stars")
    yield "an unknown reason", replace(view, story=Story(chapters=[unknown]))


def _shift(who: str) -> Shift:
    return Shift("all", who, parse_weekly("mon-sun 09:00-18:00"))


def _hand_over(floor: Floor, scene: Scene) -> None:
    hand_over(scene, scene.lead.id, floor.now)
