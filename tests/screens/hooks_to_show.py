"""The panes of where the office tells of its leads, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from leads.hooks import EventKind
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
from tests.screens.leads_to_show import MOSCOW, NOW

ID = "0123456789ab"
LONG = "hooks.a-very-long-name-of-a-program-of-somebody-elses.example:8443"
WORKS = HookLine(ID, LONG, HookState.WORKS, None, 1200)
LINES = tuple(HookLine(ID, "crm.example", state, NOW, 3) for state in HookState) * 4
ONE = HookView(
    MOSCOW, WORKS, f"https://{LONG}/in?key=<b>&{'a' * 400}", tuple(EventKind), personal=True, private=True
)
SECRET = "whsec_" + "A" * 88
WHY = (500, "timeout", "name", "connection", "certificate", "forbidden", "secret", "entry", "error", 410)
ROWS = (
    SentLine(1, 128, "lead.reassigned", NOW, SentState("given_up"), WHY * 2),
    SentLine(2, 129, "lead.claimed", NOW, SentState("delivered"), (200,)),
    SentLine(3, 130, "lead.handed", NOW, SentState("pending"), ()),
    SentLine(4, 131, "lead.progress", NOW, SentState("pending", NOW), ("timeout",)),
    SentLine(6, None, "test", NOW, SentState("delivered"), (200,)),
    SentLine(5, 132, "lead.lapsed", NOW, SentState("off"), (410,)),
)
SENT = SentView(MOSCOW, WORKS, ROWS, 1, 3)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "hooks", screens.hooks_screen(HooksView(MOSCOW, LINES), texts)
    yield "hooks, none", screens.hooks_screen(HooksView(MOSCOW, ()), texts)
    asking = HooksView(MOSCOW, LINES[:1], may_add=False, asks=True, refused=True)
    yield "hooks, a new one", screens.hooks_screen(asking, texts)
    yield "a hook", screens.hook_screen(ONE, texts)
    thin = replace(ONE, personal=False, private=False, events=(EventKind.CLOSED, EventKind.HANDED))
    yield "a hook, thin", screens.hook_screen(replace(thin, both_until=NOW), texts)
    yield "a hook, in clear", screens.hook_screen(replace(thin, in_clear=True, env="CRM_SECRET"), texts)
    for state in HookState:
        line = replace(WORKS, state=state, since=NOW, waiting=0)
        yield f"a hook that {state}", screens.hook_screen(replace(thin, line=line), texts)
    yield "a hook, of what", screens.events_screen(thin, texts)
    for deed in screens.ASKED_TWICE:
        yield f"a hook, {deed}?", screens.sure_screen(ONE, deed, texts)
    yield "a hook, its secret", screens.secret_screen(replace(ONE, both_until=NOW), SECRET, texts)
    yield "a hook, what was sent", screens.sent_screen(SENT, texts)
    off = replace(SENT, line=replace(WORKS, state=HookState.GONE, since=NOW), rows=())
    yield "a hook, nothing was sent", screens.sent_screen(off, texts)
