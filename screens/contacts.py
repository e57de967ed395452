"""The contacts of a client that are no phones, and the buttons that copy a contact or write to it."""

from __future__ import annotations

from leads.client import ContactKind
from leads.lead import State
from screens.content import Button, Keyboard
from screens.texts import Html, Texts, cut
from screens.views.lead import LeadView

MOST_LINES = 6
MOST_ROWS = 3  # of buttons, phone first
LONGEST_COPY = 256  # https://core.telegram.org/bots/api#copytextbutton
LABEL = 40  # UTF-16 units of a button
TELEGRAM = "https://t.me/{}"


def contact_lines(view: LeadView, texts: Texts) -> list[Html]:
    """Lists them for whoever sees the client."""
    found = view.client.contacts
    lines = [texts(f"client-{kind}", contact=cut(value, LONGEST_COPY)) for kind, value in found[:MOST_LINES]]
    if len(found) > MOST_LINES:
        lines.append(texts("client-more-contacts", count=len(found) - MOST_LINES))
    return lines


def contact_rows(view: LeadView, texts: Texts) -> Keyboard:
    """Offers each contact to be copied, and to write to a name in Telegram, where the reader sees the client."""
    client = view.client
    if client.masked or view.lead.erased or view.lead.state in {State.DRAFT, State.WITHDRAWN}:
        return ()
    own = [(Button(texts.plain("button-copy-phone"), copy=client.dialled),)] if client.dialled else []
    others = [(_copy(one.phone, one.dialled, texts),) for one in client.others if one.dialled]
    written = [row for kind, value in client.contacts if (row := _row(kind, value, texts))]
    return (*own, *written, *others)[:MOST_ROWS]


def _row(kind: str, value: str, texts: Texts) -> tuple[Button, ...]:
    match kind:
        case ContactKind.TELEGRAM:
            write = Button(texts.plain("button-write"), url=TELEGRAM.format(value))
            return (write, _copy(f"@{value}", f"@{value}", texts))
        case ContactKind.EMAIL if len(value) <= LONGEST_COPY:
            return (_copy(value, value, texts),)
    return ()  # an account has no address: its line leads there


def _copy(words: str, copied: str, texts: Texts) -> Button:
    return Button(texts.plain("button-copy", contact=cut(words, LABEL)), copy=copied)
