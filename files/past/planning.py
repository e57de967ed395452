"""What of a file is new, in the order of time, and what follows from it for clients and records."""

from __future__ import annotations

import hmac
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from contacts.reading import facts_of
from files.past.lines import Line
from leads.lead import Outcome
from leads.office import Office, Person, Role, Segment
from leads.past import Past, lead_of
from leads.rates import NO_RECORD, Record
from leads.segments import segment_for
from leads.track import Closing, Track
from storage.past import Before, Brought, News, prepare


def brought(lines: Sequence[Line], salt: str, before: Before) -> list[Brought]:
    """Returns the leads that are not there yet; of those at the same time first which stands first in the file."""
    keys = Keys(salt)
    keyed = [(keys.of(line), line) for line in lines]
    keyed.sort(key=lambda pair: pair[1].past.at)
    known = _known([line for _, line in keyed], before)
    return [
        Brought(key, _settled(line, is_known, before.office), line.client)
        for (key, line), is_known in zip(keyed, known, strict=True)
        if key not in before.keys
    ]


def news_of(
    before: Before,
    leads: Sequence[Brought],
    salt: str,
    people: Mapping[str, str],
    segments: Mapping[str, str],
) -> News:
    """Returns all that is to be stored. `people`, `segments`: names by id, of whom and what is made.

    `salt`: a new one, in hex, for an office that has none yet.
    """
    office = before.office
    return News(
        before.salt or salt,
        prepare(before, leads),
        [Person(id, name, (Role.MANAGER,), locale=office.locale) for id, name in people.items()],
        [Segment(id, name, policy=office.policy) for id, name in segments.items()],
        owners(leads),
        records(leads),
        closings(leads),
    )


def _known(lines: Sequence[Line], before: Before) -> Iterator[bool]:
    """Of each in order, whether somebody had taken a lead of the same client by then, as of a lead that comes today."""
    taken = dict(before.taken)
    for line in lines:
        phone, past = line.client.phone, line.past
        yield phone is not None and phone in taken and taken[phone] <= past.at
        if phone and past.taken_at:
            taken[phone] = min(past.taken_at, taken.get(phone, past.taken_at))


def _settled(line: Line, known: bool, office: Office) -> Past:
    client = line.client
    by_rule = line.past.segment or segment_for(office, facts_of(office, client, known)).id
    return replace(line.past, known=known, segment=by_rule)


def owners(leads: Sequence[Brought]) -> dict[str, tuple[str, datetime]]:
    """Tells by phone who took the client last, and when."""
    found: dict[str, tuple[str, datetime]] = {}
    for lead in leads:
        phone, who, at = lead.client.phone, lead.past.who, lead.past.taken_at
        if phone and who and at and (phone not in found or found[phone][1] <= at):
            found[phone] = who, at
    return found


def records(leads: Sequence[Brought]) -> dict[tuple[str, str], Record]:
    """Tells what the leads add to everybody's won and lost, by segment and person."""
    found: dict[tuple[str, str], Record] = {}
    for past in (lead.past for lead in leads if lead.past.counts):
        whose, won = (past.segment, past.who or ""), past.outcome is Outcome.WON
        sum_ = found.get(whose, NO_RECORD)
        found[whose] = Record(sum_.won + won, sum_.lost + (not won))
    return found


def closings(leads: Sequence[Brought]) -> dict[tuple[str, Closing], Record]:
    """Tells the same week by week, as far as it decides."""
    tracks: dict[str, Track] = {}
    for past in (lead.past for lead in leads):
        tracks.setdefault(past.segment, Track()).count(lead_of(past))
    return {(s, closing): record for s, track in tracks.items() for closing, record in track.closings.items()}


class Keys:
    """HMAC-SHA256 of a line's values and of how often it has been there already, by the office's own salt.

    Of k lines that are alike each has a key of its own, the same in every file: what is new in a longer one is found.
    Whoever does not have the salt cannot tell from a key whose line it was.
    """

    def __init__(self, salt: str) -> None:
        """`salt`: hex."""
        self._salt = bytes.fromhex(salt)
        self._seen: Counter[bytes] = Counter()

    def of(self, line: Line) -> str:
        """Returns the next line of a file."""
        plain = _spelt(line)
        first = hmac.digest(self._salt, plain, "sha256")
        self._seen[first] += 1
        time = self._seen[first]
        return (first if time == 1 else hmac.digest(self._salt, b"%s\n%d" % (plain, time), "sha256")).hex()


def _spelt(line: Line) -> bytes:
    """As the file says it: what only follows from that, such as a segment by the office's rules, may change."""
    client, past = line.client, line.past
    times = (past.at, past.claimed_at, past.closed_at)
    who = (client.phone, client.name, past.segment, client.source, client.text)
    said = [*times, *who, past.who, past.outcome, past.amount]
    return json.dumps(said, ensure_ascii=False, default=str).encode()
