"""The history of a lead, page by page: everything that was said and done, newest first, then the client's other leads.

Whatever was written is there to the last word: long words go on over the next page, and no page is longer than Telegram
takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from leads.client import TouchKind
from leads.lead import Outcome, State
from screens.buttons.of_sight import History
from screens.content import GAP, Button, Keyboard, Screen, page, seen
from screens.format import amount, was
from screens.status import title
from screens.story import MOST_WORDS, file_list, words_of
from screens.texts import Html, Texts, units
from screens.views.history import EarlierLead, HistoryView
from screens.views.lead import LeadView, Menu, TouchView

PAGE = 3000  # UTF-16 units of 4096: the rest is for the title
PIECE = 1500  # of one person's words in a row
SHORT = 600  # words of this length stand on the card whole
MOST_BLOCKS = 20  # a page: its words may bring entities, of which Telegram shows a hundred

Block = tuple[Html, str]
"""What it is, and the words themselves."""


def has_more(view: LeadView, texts: Texts) -> bool:
    """Tells whether there is more to be read than the card shows, for whoever sees the client."""
    if view.client.masked or view.lead.erased or view.menu is not Menu.NONE or view.asked:
        return False
    if view.lead.state is State.WITHDRAWN:
        return False
    is_long = units(words_of(view, texts)) > SHORT
    return view.has_other_leads or len(view.touches) > MOST_WORDS or is_long


def history_row(view: LeadView, texts: Texts) -> Keyboard:
    if not has_more(view, texts):
        return ()
    return ((Button(texts.plain("button-history"), History(lead=view.lead.id, page=1)),),)


def history_screen(view: LeadView, history: HistoryView, texts: Texts) -> Screen:
    pages = list(_pages(_blocks(view, history, texts)))
    here = max(1, min(history.page, len(pages)))
    lines = (line for block in pages[here - 1] for line in _lines(*block))
    above = (title(view, texts), texts("history", page=here, pages=len(pages)), GAP)
    return Screen(page(*above, *lines), _keyboard(view, here, len(pages), texts))


def _lines(head: Html, words: str) -> tuple[Html, ...]:
    """Words have air around them; what has none is a line among others."""
    return (GAP, head, Html(escape(words.strip(), quote=False)), GAP) if words.strip() else (head,)


def _keyboard(view: LeadView, here: int, pages: int, texts: Texts) -> Keyboard:
    def turn(words: str, to: int) -> Button:
        return Button(texts.plain(words), History(lead=view.lead.id, page=to))

    newer = (turn("button-newer", here - 1),) if here > 1 else ()
    older = (turn("button-older", here + 1),) if here < pages else ()
    rows = ((*newer, *older), (turn("button-history-close", 0),))
    return tuple(row for row in rows if row)


def _blocks(view: LeadView, history: HistoryView, texts: Texts) -> Iterator[Block]:
    for one in reversed(history.touches):
        yield (
            _head(one, view, texts),
            "\n".join(filter(None, [one.said.text, file_list(one.said.attachments, texts)])),
        )
    if history.leads:
        yield GAP, ""
        yield texts("history-leads"), ""
    for other in history.leads:
        yield _lead(other, view, texts), ""


def _head(one: TouchView, view: LeadView, texts: Texts) -> Html:
    """`📝 14:20, 23 нояб., Пётр Петров`."""
    at = was(one.at, view.timezone, texts)
    when = texts.plain("history-by", at=at, who=one.who) if one.who else at
    if one.mark:
        return texts(f"history-{one.kind}", mark=texts.plain(f"progress-{one.mark}"), when=when)
    if one.kind is TouchKind.CORRECTION and one.corrected:
        return texts("history-correction", what=texts.plain(f"corrected-{one.corrected}"), when=when)
    return texts(f"history-{one.kind}", when=when)


def _lead(other: EarlierLead, view: LeadView, texts: Texts) -> Html:
    """`№12 · 14:20, 3 окт. · Пётр Петров · 💰 Продажа`."""
    parts = [f"№{other.number}"]
    parts += [was(other.at, view.timezone, texts)] if other.at else []
    parts += [other.who] if other.who else []
    return Html(escape(" · ".join([*parts, _became(other, texts)]), quote=False))


def _became(other: EarlierLead, texts: Texts) -> str:
    if other.outcome is Outcome.WON and other.amount is not None:
        return texts.plain("outcome-won-amount", amount=amount(other.amount, texts))
    return texts.plain(f"outcome-{other.outcome}" if other.outcome else f"state-{other.state}")


def _pages(blocks: Iterator[Block]) -> Iterator[Sequence[Block]]:
    """At least one, each short enough; words that do not fit go on, with a mark, on the next."""
    found: list[Block] = []
    room = PAGE
    for head, words in blocks:
        for n, piece in enumerate(pieces(words, PIECE)):
            block = (Html("…") if n else head, piece)
            size = seen(block[0]) + units(piece) + 3
            if found and (size > room or len(found) == MOST_BLOCKS):
                yield found
                found, room = [], PAGE
            found.append(block)
            room -= size
    yield found


def pieces(text: str, most: int) -> Iterator[str]:
    """The whole of a text in parts of so many UTF-16 units at most, parted between words where that is possible."""
    start, end, used, gap = 0, 0, 0, 0
    for end, char in enumerate(text):
        size = units(char)
        if used + size > most:
            cut = gap if gap > start + (end - start) // 2 else end
            yield text[start:cut]
            used = units(text[cut:end])
            start = cut
        used += size
        if char.isspace():
            gap = end + 1
    yield text[start:]
