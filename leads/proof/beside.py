"""What is worked out beside the ledger: who may come in, what wakes a lead, whose a client is, when evening is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from leads.binding import DELIVERY_GRACE, RUNNING, may_be_cut, timeout
from leads.entries.kinds import Said
from leads.entries.people import InvitationRevoked, Invited, Joined
from leads.lead import OVER, Due, Lead, State
from leads.office import Role
from leads.proof.audit import Broken
from leads.proof.told import Told
from leads.routing import RETRY

Whom = tuple[str | None, str | None]  # for whom, or for which role
Taking = tuple[datetime, str]  # when a lead was taken last, and by whom

LONGEST: Final = timedelta(days=62)  # holidays, leave, a client's own manager: nothing is waited for longer
ROUNDING: Final = timedelta(seconds=2)
MUST_WAKE: Final = frozenset({State.WAITING, State.OFFERED})

A_DAY: Final = timedelta(hours=26)  # and the hour that a day may have more


class Gate:
    """Fed in turn: `apply` every entry. An invitation lets one in, once."""

    def __init__(self) -> None:
        self._open: Counter[Whom] = Counter()
        self._links: dict[str, Whom] = {}  # by the hash of the link
        self._of_old: Counter[Whom] = Counter()  # made when entries did not tell of the link

    def apply(self, said: Said, *, is_old: bool) -> None:
        """The next entry comes by.

        Raises Broken. `is_old`: no set-up was sealed before; then whom ADMIN_IDS named became administrator.
        """
        match said:
            case Invited():
                invited: Whom = (said.who, said.role)
                self._open[invited] += 1
                if said.link is not None:
                    self._links[said.link] = invited
                else:
                    self._of_old[invited] += 1
            case InvitationRevoked(link=link):
                self._revoke(link)
            case Joined():
                self._let_in(said.who, said.roles, is_old=is_old)

    def _revoke(self, link: str) -> None:
        whom = self._links.get(link)
        if whom is None or self._open[whom] < 1:
            raise Broken("an invitation is revoked that was never made, or was used before")
        self._open[whom] -= 1

    def _let_in(self, who: str, roles: tuple[Role, ...] | None, *, is_old: bool) -> None:
        """Without a role comes whom ADMIN_IDS names, and who has another account: neither gets anything by that."""
        invited: Whom = (None, roles[0]) if roles else (who, None)
        if self._open[invited] > 0:
            self._open[invited] -= 1
        elif roles != () and not (is_old and roles == (Role.ADMIN,)):
            raise Broken(f"{who} comes in by an invitation that was never made, or was used before")

    def unexplained(self, stored: Iterable[tuple[str, Whom]]) -> Iterator[str]:
        """Names, of the invitations that lie in the database, with the hash of their link,
        those that nobody made.
        """
        left = Counter(self._of_old)
        for link, invited in stored:
            if self._links.get(link) == invited:
                continue
            left[invited] -= 1
            if left[invited] < 0:
                whom = invited[0] or f"whoever is to be {invited[1]}"
                yield f"invitations: one for {whom}, of which the ledger knows nothing"


def asleep(told: Told | None, lead: Lead, now: datetime, reminders: tuple[timedelta, ...]) -> Iterator[str]:
    """Finds a lead that nothing will wake in time.

    `told`: the same lead by the ledger; `now`: aware; `reminders`: of the office, after which they come.
    """
    if lead.state in OVER or lead.state is State.DRAFT:
        return
    if lead.deadline is None or not lead.deadline.at:  # as it lies in the database, which may be half of one
        if lead.state in MUST_WAKE:
            yield f"lead {lead.number}: it is {lead.state}, and nothing will ever wake it"
        return
    latest = _latest(told, lead, now, max((LONGEST, *reminders)))
    if lead.deadline.at > latest + ROUNDING:
        at = lead.deadline.at.isoformat()
        yield f"lead {lead.number}: it sleeps until {at}, but {latest.isoformat()} is the latest that can be"


def _latest(told: Told | None, lead: Lead, now: datetime, longest: timedelta) -> datetime:
    """An offer to managers ends when it said, or sooner; the time of a head stands still while the office is closed."""
    kind = lead.deadline.kind if lead.deadline else None
    if told and told.lead.appointment and told.holder:
        return max(now, told.lead.appointment.at) + longest
    if told and told.live and kind in RUNNING and may_be_cut(told.lead, told.live):
        since = max(told.live.at, told.put_back_at or told.live.at)
        return since + timeout(lead, told.live) + DELIVERY_GRACE
    return now + (RETRY if kind is Due.RETRY else longest)


def wrong_owners(
    leads: Mapping[int, Told],
    clients: Iterable[tuple[int, str | None, datetime | None]],
    of_leads: Iterable[tuple[int, int]],
    recognised: Collection[int],
) -> Iterator[str]:
    """Names clients whose manager is another than the ledger says, or none although somebody has had them.

    `clients`: row, manager, since when; `of_leads`: the row of each lead's client, by number; `recognised`: the rows of
    those who have a contact. A client without one cannot come again, and from older versions and files has no manager.
    The lead by which a client became somebody's may have been erased since, for another client's sake: then any that
    was erased may have been it, and a client without any lead is one of whom nothing can be said.
    """
    of: dict[int, list[int]] = {}
    for number, client in of_leads:
        of.setdefault(client, []).append(number)
    erased = {told.taken for told in leads.values() if told.lead.erased}
    for client, owner, since in clients:
        if (owner is None) != (since is None):
            yield "clients: one has a manager since no time, or since a time no manager"
            continue
        stored = (since, owner) if since and owner else None
        if stored is None and client not in recognised:
            continue
        known = [(told.taken, n) for n in of.get(client, ()) if (told := leads.get(n)) and told.taken]
        if known and not (stored and _follows(stored, [taken for taken, _ in known], erased)):
            yield _sentence(stored, max(known))


def _follows(stored: Taking, known: Collection[Taking], erased: Collection[Taking | None]) -> bool:
    """Whether the last of these takings, or of the erased ones a later one, has made the client theirs."""
    last = max(known)[0]
    at_once = {taken for taken in known if taken[0] == last}  # lines of a file that have the same time
    return stored in at_once or (stored in erased and stored[0] > last)


def _sentence(stored: Taking | None, last: tuple[Taking, int]) -> str:
    (at, who), number = last
    said = f"{stored[1]}'s since {stored[0].isoformat()}" if stored else "nobody's"
    return f"lead {number}: its client is said to be {said}, by the ledger {who}'s since {at.isoformat()}"


def wrong_evenings(
    due: datetime | None, told: Iterable[str], now: datetime, timezone: ZoneInfo
) -> Iterator[str]:
    """Looks at the evening messages.

    `due`: when the next one is planned; `told`: the days of which one was sent, ISO, on the office's calendar.
    """
    if due and due > now + A_DAY:
        yield f"the office: its next evening message, with the seal, is put off until {due.isoformat()}"
    today = now.astimezone(timezone).date()
    for day in told:
        if not _is_past(day, today):
            yield f"summaries: {day} is said to be told already"


def _is_past(day: str, today: date) -> bool:
    try:
        return date.fromisoformat(day) <= today
    except ValueError:
        return False
