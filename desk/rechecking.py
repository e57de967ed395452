"""Offers bind whoever is there: looked at anew when people come and go, and when the office is set up otherwise."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial

from desk.door import Door
from desk.places import places
from desk.work import Work
from leads.cutting import recheck
from storage import due
from storage.ailments import DatabaseAilsError, DBAPIError

log = logging.getLogger(__name__)

PAGE = 200  # leads looked at in one tick: a deadline that comes meanwhile is not kept waiting


def recheck_offers(work: Work, who: str) -> None:
    """Looks at every offer after somebody has gone, or has said when they will."""
    for lead in due.offered_to_anybody(work.store):
        loaded = work.load(lead)
        is_theirs = loaded.scene.live is not None and who in loaded.scene.live.people
        if is_theirs and recheck(loaded.scene, work.now):
            work.save(loaded)


class Recheck:
    """Knows by which set-up of the office it looks, and how far it has come; after a start it looks once."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._version: int | None = None
        self._left: list[int] = []  # leads still to be looked at, by that set-up

    async def look(self) -> None:
        """Looks at one page of what is left: hours, rosters and teams may be others now, by a file, a tap,
        another program.
        """
        set_up = self._door.set_up
        if set_up is None:
            return
        if set_up.version != self._version:
            self._left = list(await self._door.read(lambda work: due.by_the_clock(work.store)))
            self._version = set_up.version
        page = self._left[:PAGE]
        for lead in await self._door.read(lambda work: _moved(work, page)) if page else ():
            await self._try(lead)
        del self._left[: len(page)]

    async def _try(self, lead: int) -> None:
        try:
            await self._door.write(partial(_recheck, lead))
        except DatabaseAilsError:
            raise
        except Exception as error:  # noqa: BLE001 - one lead that fails must not hold up the others
            _complain(lead, error)


def _moved(work: Work, page: Sequence[int]) -> Sequence[int]:
    """Those for which something is different by the set-up of today; nothing is written."""
    return [lead for lead in page if _is_moved(work, lead)]


def _is_moved(work: Work, lead: int) -> bool:
    try:
        return recheck(work.load(lead).scene, work.now)
    except (DBAPIError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - one lead that fails must not hold up the others
        _complain(lead, error)
        return False


def _complain(lead: int, error: Exception) -> None:
    log.error("lead row %s: the look at its offer failed: %s", lead, next(places(error)))


def _recheck(lead: int, work: Work) -> None:
    loaded = work.load(lead)
    if recheck(loaded.scene, work.now):
        work.save(loaded)
