"""What is tapped of the office file in the chat."""

from __future__ import annotations

from screens.buttons.base import CallbackData, Number


class SendFile(CallbackData, prefix="file-get"):
    """Sends the office as a file."""


class LoadFile(CallbackData, prefix="file-put"):
    """Makes the office be what the file says that is shown, if it would still do what is shown."""


class TurnPlan(CallbackData, prefix="file-plan"):
    """Another page of what the file would change, from 0."""

    page: Number
