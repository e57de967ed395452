"""Where a mailbox is from which leads come, as it is typed in one line."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Final
from urllib.parse import unquote, urlsplit

PLAIN: Final = 143
ENCRYPTED: Final = 993
"""The ports of IMAP: https://www.rfc-editor.org/rfc/rfc8314"""


@dataclass(frozen=True, slots=True)
class MailboxAddress:
    """Where a mailbox is. The secret is not shown."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    is_plain: bool = False

    @classmethod
    def of(cls, written: str) -> MailboxAddress | None:
        """Reads `imaps://user:password@host[:port][/folder]`; None where it is none. Unencrypted, `imap://`, it may be
        on this machine alone.
        """
        try:
            parts = urlsplit(written.strip())
            port = parts.port
        except ValueError:
            return None
        is_plain = parts.scheme == "imap"
        is_whole = parts.hostname and parts.username and parts.password
        if (
            parts.scheme not in {"imap", "imaps"}
            or not is_whole
            or (is_plain and not _is_here(parts.hostname))
        ):
            return None
        user, password, folder = (unquote(one or "") for one in (parts.username, parts.password, parts.path))
        where = parts.hostname or "", port or (PLAIN if is_plain else ENCRYPTED)
        return cls(*where, user, password, folder.strip("/") or "INBOX", is_plain)


def _is_here(host: str | None) -> bool:
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False
