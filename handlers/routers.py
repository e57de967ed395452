"""All routers in the order in which they are asked: the first that knows what to do answers."""

from __future__ import annotations

from aiogram import Router

from handlers import (
    asking,
    claiming,
    drawing,
    heading,
    incoming,
    joining,
    minding,
    reporting,
    rostering,
    switching,
    weighing,
    working,
)


def build_router() -> Router:
    """A fresh tree of routers; aiogram lets each be included only once."""
    root = Router(name="fairlead")
    root.include_routers(
        joining.router(),
        asking.router(),
        working.router(),
        drawing.router(),
        claiming.router(),
        heading.router(),
        reporting.router(),
        rostering.router(),
        switching.router(),
        weighing.router(),
        minding.router(),
        incoming.router(),
    )
    return root
