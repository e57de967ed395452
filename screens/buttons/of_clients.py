"""Buttons about who is one client."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from screens.buttons.base import CallbackData, Number


class SameClient(CallbackData, prefix="same"):
    """The client of the lead `other` is the same one. 0: show the list; -1: put it away. `sure`: they are one now."""

    lead: Number
    other: Annotated[int, Field(ge=-1, lt=2**40)] = 0
    sure: bool = False


class PartClients(CallbackData, prefix="part"):
    """What was joined by this number are two clients after all. 0: show the list."""

    lead: Number
    join: Number = 0


class AddTo(CallbackData, prefix="addto"):
    """A lead that nobody has had is added to the lead `to` of the same client."""

    lead: Number
    to: Number
