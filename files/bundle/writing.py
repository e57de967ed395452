"""The bundle: the ledger as lines of JSON, with what a stranger needs to check it, in one ZIP.

No lot of a week that is not drawn yet may be known to anybody; where an older version has written one in clear, the
bundle ends before it. It cannot be left out alone: a seal vouches for the very text of its entry.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from leads.head import Head, head_of
from leads.ledger import Sealed
from storage import ledger
from storage.store import Store

LEDGER: Final = "ledger.jsonl"
BESIDE: Final = {"README.txt": "README.txt", "check.py": "check.py"}
"""What lies beside it: the name in the bundle, and here."""
HELD_WITHIN: Final = timedelta(days=8)
"""So long after its Monday a draw that was missed may still be held, whatever the time zone."""
LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)  # the same ledger gives the same file


@dataclass(frozen=True, slots=True)
class Bundled:
    """Says how far it goes: `head` is that of its last entry; `hidden`: the number of a lot before which it ends."""

    head: Head | None
    hidden: int | None = None


def write_bundle(store: Store, target: IO[bytes], now: datetime, until: int | None = None) -> Bundled:
    """Writes the bundle of the ledger up to the entry `until`, or of all of it. `now`: aware.

    Raises BrokenChainError.
    """
    hidden = ledger.first_hidden_lot(store, (now - HELD_WITHIN).date())
    ends = [end for end in (hidden and hidden - 1, until) if end is not None]
    last: Sealed | None = None
    with ZipFile(target, "w", ZIP_DEFLATED) as bundle:
        for name, file in BESIDE.items():
            bundle.writestr(_info(name), files(__package__).joinpath(file).read_bytes())
        with (
            bundle.open(_info(LEDGER), "w", force_zip64=True) as lines,
            closing(ledger.stream(store)) as all_,
        ):
            for last in _up_to(all_, min(ends, default=None)):
                lines.write(line_of(last).encode())
    is_hidden = hidden is not None and (until is None or until >= hidden)
    return Bundled(head_of(last), hidden if is_hidden else None)


def line_of(entry: Sealed) -> str:
    """Writes an entry as docs/ledger.md says; the time as it is sealed."""
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    values = {"seq": entry.seq, "at": at, "kind": entry.kind, "lead": entry.lead}
    return json.dumps(values | {"body": entry.body, "seal": entry.seal}, ensure_ascii=False) + "\n"


def _up_to(entries: Iterable[Sealed], end: int | None) -> Iterator[Sealed]:
    for entry in entries:
        if end is not None and entry.seq > end:
            return
        yield entry


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, LONG_AGO)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
