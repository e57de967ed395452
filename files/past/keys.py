"""What a line is known by once it is imported, so that the same file again brings nothing."""

from __future__ import annotations

import hmac
import json
from collections import Counter

from files.past.lines import Line


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
        """The next line of a file."""
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
