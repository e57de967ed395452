"""Where the demo office tells of its leads: nowhere. Nothing leaves the machine; whatever address is given takes it."""

from __future__ import annotations

from datetime import datetime

from desk.hooks import Answer


async def taken(
    url: str,  # noqa: ARG001 - the protocol's signature
    headers: dict[str, str],  # noqa: ARG001
    body: str,  # noqa: ARG001
    *,
    private: bool,  # noqa: ARG001
    now: datetime,  # noqa: ARG001
) -> Answer:
    """Stands in for `sources.hooks.posting.post`."""
    return Answer(200)
