"""The panes of where the office tells of its leads, as `desk.office.panes` has them in its table."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Final

from desk.office.source_views import asked_of
from desk.page import Page
from desk.work import Work
from leads.hooks import MOST_HOOKS, Hook
from screens.buttons.base import short
from screens.buttons.of_hooks import HookDeed
from screens.content import Screen
from screens.office import hooks as screens
from screens.texts import Texts
from screens.views.hooks import (
    HookLine,
    HookState,
    HooksView,
    HookView,
    SentLine,
    SentState,
    SentView,
)
from storage import deliveries, hooks, secrets
from storage.deliveries import DeliveryRow, DeliveryState
from storage.hooks import HookRow, Off
from storage.people import PersonRow
from storage.secrets import SecretOf

MAKE: Final = "hook-make"
PAGE: Final = 6


def named(work: Work, id: str) -> Hook | None:
    """Finds one by `short`."""
    return next((hook for hook in work.office.hooks if short(hook.url) == id), None)


def overview(page: Page, person: PersonRow) -> Screen:
    work = page.work
    waiting = deliveries.waiting(work.store)
    rows = [_line(work, hook, hooks.at(work.store, hook.url), waiting) for hook in work.office.hooks]
    asked = asked_of(work, person.id)
    asks = asked.get("topic") == MAKE
    view = HooksView(
        work.office.timezone,
        rows,
        may_add=len(rows) < MOST_HOOKS,
        asks=asks,
        refused=asks and bool(asked.get("refused")),
    )
    return screens.hooks_screen(view, page.texts)


def _of_hook(draw: Callable[[HookView, Texts], Screen]) -> Callable[[Page, PersonRow], Screen | None]:
    def drawn(page: Page, _: PersonRow) -> Screen | None:
        view = _view(page.work, page.args["about"])
        return draw(view, page.texts) if view else None

    return drawn


hook = _of_hook(screens.hook_screen)
events = _of_hook(screens.events_screen)


def sure(page: Page, _: PersonRow) -> Screen | None:
    id, _dot, deed = page.args["about"].partition(".")
    view = _view(page.work, id)
    if view is None or deed not in set(screens.ASKED_TWICE):
        return None
    return screens.sure_screen(view, HookDeed(deed), page.texts)


def secret(page: Page, _: PersonRow) -> Screen | None:
    """Only who has just made it knows the mark of a secret: no button opens this pane again."""
    id, _dot, mark = page.args["about"].partition(".")
    view, found = _view(page.work, id), named(page.work, id)
    known = secrets.current(page.work.store, SecretOf.HOOK, found.url) if found else None
    if view is None or known is None or mark_of(known) != mark:
        return None
    return screens.secret_screen(view, known, page.texts)


def mark_of(secret: str) -> str:
    """Stands for a secret, and tells nothing of it."""
    return sha256(b"shown " + secret.encode()).hexdigest()[:16]


def sent(page: Page, _: PersonRow) -> Screen | None:
    work = page.work
    view, found = _view(work, page.args["about"]), named(work, page.args["about"])
    row = hooks.at(work.store, found.url) if found else None
    if view is None or row is None:
        return None
    pages = max(1, -(-deliveries.count_of(work.store, row.id) // PAGE))
    turned = min(page.args["page"], pages - 1)
    rows = [_sent(one) for one in deliveries.last_of(work.store, row.id, PAGE, turned * PAGE)]
    return screens.sent_screen(SentView(view.timezone, view.line, rows, turned, pages), page.texts)


def _sent(row: DeliveryRow) -> SentLine:
    tries = [tried["status"] or tried["why"] for tried in row.log]
    again = row.due_at if row.state is DeliveryState.PENDING and row.tries else None
    return SentLine(row.id, row.lead, row.event, row.at, SentState(row.state.value, again), tries)


def _view(work: Work, id: str) -> HookView | None:
    found = named(work, id)
    if found is None:
        return None
    kept = secrets.accepted(work.store, SecretOf.HOOK, found.url, work.now)
    until = secrets.before_until(work.store, SecretOf.HOOK, found.url) if len(kept) > 1 else None
    row = hooks.at(work.store, found.url)
    return HookView(
        work.office.timezone,
        _line(work, found, row, deliveries.waiting(work.store)),
        found.url,
        found.heard,
        found.personal,
        found.private,
        found.secret_env,
        until,
        in_clear=found.url.startswith("http://"),
    )


def _line(work: Work, hook: Hook, row: HookRow | None, waiting: dict[int, int]) -> HookLine:
    id, host = short(hook.url), hook.host
    if row is None:
        return HookLine(id, host, HookState.ON)
    count = waiting.get(row.id, 0)
    if row.off is not None:
        return HookLine(id, host, HookState.GONE if row.off is Off.GONE else HookState.OFF, row.off_at, count)
    if not hook.secret_env and secrets.current(work.store, SecretOf.HOOK, hook.url) is None:
        return HookLine(id, host, HookState.UNSIGNED, None, count)
    return HookLine(id, host, _state(work, row), row.failing_since, count)


def _state(work: Work, row: HookRow) -> HookState:
    if row.failing_since:
        return HookState.FAILS
    last = next(iter(deliveries.last_of(work.store, row.id, 1)), None)
    if last is None:
        return HookState.ON
    return HookState.TRIED if last.is_test and last.state is DeliveryState.GIVEN_UP else HookState.WORKS
