"""The panes of sources, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from leads.sources import SourceKind
from screens.content import Screen
from screens.office import sources as screens
from screens.texts import Texts
from screens.views.lead import Choice
from screens.views.leafing import Leafed
from screens.views.sources import (
    SegmentsOfSourceView,
    SourceLine,
    SourcesView,
    SourceView,
    UnreadView,
)
from storage.mailboxes import MailboxState
from tests.screens.leads_to_show import MOSCOW, NOW, PETROV

LONG = "Form <b>of the</b> landing page in spring, " * 3
SITE = SourceLine("site", LONG[:100], SourceKind.FORM, True, NOW, 12)
HAND = SourceLine("avito", "Avito", SourceKind.HAND, False, None, 0)
ADDRESS = "https://okna.example/in/site/0123456789abcdef0123456789abcdef"
LIST = SourcesView(MOSCOW, (SITE, HAND) * 10, leafed=Leafed(page=1))
ONE = SourceView(
    MOSCOW, SITE, "Kazan", ADDRESS, True, None, True, "Field <1>", "Field <2>", (("101", PETROV),)
)
UNREAD = UnreadView(
    MOSCOW, "site", "Site", 1, NOW, 3, (("Field <b>", "<i>8 960"), ("b", "x" * 200)) * 3, 0, 3, 0
)
CHOICE = SegmentsOfSourceView("site", "Site", "s1", tuple(Choice(f"s{n}", "Kazan") for n in range(20)))


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "sources", screens.sources_screen(LIST, texts)
    yield "sources, none", screens.sources_screen(SourcesView(MOSCOW, ()), texts)
    for what, how in (("looked for", Leafed(asked=True)), ("found", Leafed(sought="avito"))):
        yield f"sources, {what}", screens.sources_screen(replace(LIST, leafed=how), texts)
    asking = replace(LIST, asks_name=SourceKind.TILDA, refused=True)
    yield "sources, a new one", screens.sources_screen(asking, texts)
    yield "kinds of sources", screens.kinds_screen(texts)
    yield "a source", screens.source_screen(ONE, texts)
    by_hand = SourceView(MOSCOW, HAND, None, None, True, None, False, None, None, ())
    yield "a source by hand", screens.source_screen(by_hand, texts)
    keyed = replace(by_hand, line=replace(SITE, kind=SourceKind.MANGO, straight_on=False, unread=0))
    yield "a source without keys", screens.source_screen(keyed, texts)
    letters = replace(by_hand, line=replace(SITE, kind=SourceKind.EMAIL, unread=0))
    yield "letters without a mailbox", screens.source_screen(replace(letters, asked="keys"), texts)
    yield "letters", screens.source_screen(replace(letters, has_secret=True), texts)
    for state in MailboxState:
        listened = replace(letters, has_secret=True, mailbox=(state.value, NOW))
        yield f"letters, the mailbox {state}", screens.source_screen(listened, texts)
    yield "a source not reached", screens.source_screen(replace(ONE, address=None, is_public=False), texts)
    yield (
        "a source without an address",
        screens.source_screen(replace(ONE, address=None, has_secret=False), texts),
    )
    yield "a source of the server", screens.source_screen(replace(ONE, env="SITE_SECRET"), texts)
    for asked in ("rename", "keys", "speaker"):
        yield f"a source, {asked}", screens.source_screen(replace(ONE, asked=asked, refused=True), texts)
    yield "a source, another address", screens.renewing_screen(ONE, texts)
    yield "a source, taken out", screens.going_screen(ONE, texts)
    yield "a source, its segment", screens.segments_of_source_screen(CHOICE, texts)
    yield "unread", screens.unread_screen(UNREAD, texts)
    yield "unread, no form", screens.unread_screen(replace(UNREAD, fields=(), pages=1), texts)
