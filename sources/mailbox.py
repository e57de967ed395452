"""A mailbox over IMAP: what has come since the last look, and waiting for more. Nothing in it is changed or marked.

Everything here waits for the network, so it is called in a thread; `cut` may be called from any other.
"""

from __future__ import annotations

import imaplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

from imap_tools import AND, BaseMailBox, MailBox, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError, MailboxFolderSelectError, MailboxLoginError

from leads.mailboxes import MailboxAddress
from storage.mailboxes import Position

LARGEST: Final = 500_000  # bytes of a letter that are fetched: its words come before whatever hangs on it
TIMEOUT: Final = 20.0  # seconds for the network
BROKEN: Final = (OSError, imaplib.IMAP4.error, ImapToolsError)
_LITERAL_AT: Final = 1


class MailboxRefusedError(Exception):
    """Says that the server does not take the name, the password or the folder."""


@dataclass(frozen=True, slots=True)
class Letter:
    uid: int
    content: bytes


class Mailbox:
    """An open one. All but `cut` raise one of BROKEN when the connection is gone."""

    def __init__(self, box: BaseMailBox, validity: int, following: int) -> None:
        self._box = box
        self.now = Position(validity, following - 1)

    @classmethod
    def open(cls, address: MailboxAddress) -> Mailbox:
        """Raises MailboxRefusedError, or one of BROKEN."""
        where = {"host": address.host, "port": address.port, "timeout": TIMEOUT}
        box: BaseMailBox = (
            MailBoxUnencrypted(**where)
            if address.is_plain
            else MailBox(**where, ssl_context=ssl.create_default_context())
        )
        try:
            box.login(address.user, address.password, initial_folder=None)
            box.folder.set(address.folder, readonly=True)
            status = box.folder.status(address.folder, ["UIDVALIDITY", "UIDNEXT"])
        except (MailboxLoginError, MailboxFolderSelectError) as error:
            _cut(box)
            raise MailboxRefusedError(type(error).__name__) from None
        except BROKEN:
            _cut(box)
            raise
        return cls(box, status["UIDVALIDITY"], status["UIDNEXT"])

    def after(self, uid: int, since: date | None = None) -> Iterator[Letter]:
        """Fetches the letters that came after that one, in their order. `since`: older ones are left out."""
        self._box.client.noop()  # a server tells of what is new at a command
        asked = str(AND(uid=f"{uid + 1}:*", date_gte=since) if since else AND(uid=f"{uid + 1}:*"))
        for found in sorted(int(one) for one in self._box.uids(asked, charset=None)):
            if found > uid and (content := self._fetch(found)) is not None:
                yield Letter(found, content)

    def _fetch(self, uid: int) -> bytes | None:
        """None where somebody has deleted it meanwhile."""
        kind, answer = self._box.client.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{LARGEST}>)")
        if kind != "OK":
            raise imaplib.IMAP4.error(kind)
        return next((bytes(part[_LITERAL_AT]) for part in answer if isinstance(part, tuple)), None)

    def wait(self, seconds: float) -> None:
        """Waits until something comes, for so long at most; where the server cannot tell, it waits as long as that.

        What comes in one packet with the answer to IDLE is not seen to have come: whoever waits asks again then.
        """
        if "IDLE" in self._box.client.capabilities:
            self._box.idle.wait(timeout=seconds)
        else:
            self._box.client.sock.settimeout(seconds)
            with suppress(TimeoutError):
                self._box.client.sock.recv(1, socket.MSG_PEEK)
            self._box.client.sock.settimeout(TIMEOUT)

    def cut(self) -> None:
        """Ends the connection, and with it whatever waits for it."""
        _cut(self._box)


def _cut(box: BaseMailBox) -> None:
    """First whoever waits for the network is let go, then what they have used is closed."""
    with suppress(OSError):
        box.client.sock.shutdown(socket.SHUT_RDWR)
    with suppress(OSError, ValueError):
        box.client.shutdown()
