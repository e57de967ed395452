"""The accounts of all managers, kept in memory beside the ledger: only what is new in it is read.

Past leads that came out of a file move no balance, and may be very many: the database passes over them.
Nothing is stored, and nothing but speed is lost with the process: who asks next has it all folded again.
"""

from __future__ import annotations

import logging
from threading import Lock
from typing import Final

from leads.entries.hands import Imported
from leads.ledger import Sealed
from leads.proof.audit import Broken
from leads.proof.statement import Accounts
from storage import ledger
from storage.store import Store

PAGE: Final = 500  # entries

log = logging.getLogger(__name__)


class Bookkeeper:
    """Follows one office's ledger."""

    def __init__(self) -> None:
        self._accounts = Accounts()
        self._turn = Lock()  # several threads read
        self._broken: Sealed | None = None  # the first entry that does not hold

    def accounts(self, store: Store) -> Accounts | None:
        """Returns them as of what this transaction sees; None where the ledger does not hold,
        which `verify` tells more of.
        """
        with self._turn:
            head = ledger.head(store)
            if not self._is_continued(store, head):
                self._accounts, self._broken = Accounts(), None
            while self._broken is None and self._read_on(store):
                pass
            if self._broken:
                return None
            self._accounts.last = head  # behind the last entry that was read there may be past leads
            return self._accounts

    def _is_continued(self, store: Store, head: Sealed | None) -> bool:
        """Whether the entry read last is still there: no older transaction asks, no other database is behind it."""
        last = self._broken or self._accounts.last
        if last is None:
            return True
        if head is None or head.seq < last.seq:
            return False
        return list(ledger.after(store, last.seq - 1, 1)) == [last]

    def _read_on(self, store: Store) -> bool:
        """One page more; False at the end."""
        last = self._accounts.last
        page = ledger.after(store, last.seq if last else 0, PAGE, but=Imported.kind)
        for entry in page:
            try:
                self._accounts.write(entry)
            except Broken as broken:
                log.warning("ledger entry %d: %s", entry.seq, broken)
                self._broken = entry
                return False
        return len(page) == PAGE
