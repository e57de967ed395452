"""Who sees what of clients, and for how long: as the reader of /office is shown it."""

from __future__ import annotations

from dataclasses import dataclass

from leads.office import Role
from screens.views.office_settings import SettingRow


@dataclass(frozen=True, slots=True)
class PrivacyView:
    """`clients`, `amounts`: the roles that see them of every lead, in the order of `Role`.

    `in_files`: the director finds every client in the Excel file, as the head does. `amounts_taken`: the secretary sees
    what the leads have brought that they took in. `months`: after which a client is erased; None: never.
    `settings`: those that change any of it.
    """

    clients: tuple[Role, ...]
    in_files: bool
    amounts: tuple[Role, ...]
    amounts_taken: bool
    months: int | None
    settings: tuple[SettingRow, ...]
    may_change: bool
