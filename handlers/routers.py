"""All routers in the order in which they are asked: the first that knows what to do answers."""

from __future__ import annotations

from aiogram import Router

from handlers import (
    administrator,
    asking,
    care,
    correcting,
    crm,
    duties,
    duty,
    head,
    hooks,
    lists,
    manager,
    office,
    office_file,
    one_client,
    people,
    secretary,
    segments,
    settings,
    setup,
    sources,
    undoing,
    writing,
)


def build_router() -> Router:
    """Makes a fresh tree of routers; aiogram lets each be included only once."""
    root = Router(name="fairlead")
    root.include_routers(
        administrator.router(),
        asking.router(),
        lists.router(),
        manager.router(),
        head.router(),
        duty.router(),
        undoing.router(),
        writing.router(),
        correcting.router(),
        one_client.router(),
        office_file.router(),
        office.router(),
        people.router(),
        segments.router(),
        settings.router(),
        care.router(),
        duties.router(),
        setup.router(),
        sources.router(),
        crm.router(),
        hooks.router(),
        secretary.router(),
    )
    return root
