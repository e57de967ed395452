"""Every table, by subject. Each row knows its office; people and segments go by their short ids.

Personal data of clients is in `clients`, `contacts`, `touches`, in `terms`, the words of these by which a client is
found, and as it came in `set_aside` and `requests`; nowhere else (docs/decisions/0021-clients-and-touches.md).
How it is erased: `storage.personal`.

Whoever imports one subject has imported all: `base.metadata` knows every table.
"""

from __future__ import annotations

from storage.tables import (
    changes,
    chats,
    clients,
    crm,
    duty,
    feeds,
    hooks,
    leads,
    mailboxes,
    office,
    requests,
    secrets,
    upkeep,
    watches,
)

__all__ = [
    "changes",
    "chats",
    "clients",
    "crm",
    "duty",
    "feeds",
    "hooks",
    "leads",
    "mailboxes",
    "office",
    "requests",
    "secrets",
    "upkeep",
    "watches",
]
