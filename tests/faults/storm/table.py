"""What the storm has shown, as a table of two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storage.database import Database
from tests.faults.storm import inquest
from tests.faults.storm.lateness import lateness
from tests.faults.storm.storm import Scene


@dataclass(frozen=True, slots=True)
class Line:
    """`is_bad`: it must not be so."""

    words: str
    value: str
    is_bad: bool = False


def nothing(words: str, count: int) -> Line:
    """Something of which there must be none."""
    return Line(words, str(count), bool(count))


async def table(scene: Scene, *, is_settled: bool) -> Sequence[Line]:
    database = Database(scene.database)
    try:
        async with database.reading() as store:
            late = lateness(store, scene.program.lives)
            crowd, telegram = scene.crowd, scene.telegram
            wrong = inquest.what_does_not_hold(store)
            early = inquest.told_too_early(store, crowd.handing, scene.weather.told_handed)
            return [
                Line("kills", str(scene.program.kills), scene.program.kills < scene.weather.kills),
                Line("leads", str(len(crowd.clients)), not crowd.clients),
                nothing("leads lost", inquest.lost_leads(store, crowd.clients)),
                nothing("leads made twice", inquest.doubled_leads(store)),
                nothing("told “handed over” before it was stored", early),
                nothing("double owners", inquest.double_owners(store, telegram)),
                nothing("leads without a deadline or a holder", inquest.adrift(store)),
                *_repeats(scene),
                Line("slowest deadline, program up", f"{late.when_up.total_seconds():.1f} s"),
                Line("slowest deadline, after a restart", f"{late.restarted.total_seconds():.1f} s"),
                nothing("deadlines later than promised (5 s, 10 s)", late.late),
                nothing("requests beyond Telegram's limits", telegram.violations),
                nothing("updates set aside", inquest.set_aside(store)),
                nothing("summaries told twice", inquest.summaries_too_many(store, telegram)),
                nothing("programs that died by themselves", len(scene.program.died_by_itself)),
                Line("ledger verified", "\n".join(wrong) or "yes", bool(wrong)),
                nothing("personal data in logs", len(_leaks(scene))),
                Line("settled in the end", "yes" if is_settled else "no", not is_settled),
            ]
    finally:
        await database.close()


def _repeats(scene: Scene) -> Sequence[Line]:
    repeats = scene.weather.repeats
    in_one_chat = max(repeats.for_kill_in_chat.values(), default=0)
    total = repeats.for_kill.total()
    return [
        Line("offers repeated because of a kill", str(total), total > scene.program.kills),
        Line("… the most for one kill, in all chats", str(max(repeats.for_kill.values(), default=0))),
        Line("… the most for one kill, in one chat", str(in_one_chat), in_one_chat > 1),
        Line("offers repeated because of a cut connection", str(repeats.for_cut)),
        nothing("offers repeated without a reason", repeats.for_nothing),
    ]


def _leaks(scene: Scene) -> Sequence[str]:
    return inquest.found_in_logs(scene.program.logs(), scene.crowd.clients, scene.telegram.token)
