"""Erasing a client from the chat: asked for, shown, asked once more, done; and the protocol of it."""

from __future__ import annotations

from screens.buttons.of_care import EraseClient, EraseStep
from screens.content import GAP, Button, Document, Keyboard, Screen, page
from screens.format import date_and_clock, numbers
from screens.texts import Html, Texts
from screens.views.erasing import ErasingState, ErasingView, ProtocolView

COUNTED = ("drafts", "touches", "files", "messages", "cards", "set_aside", "requests")
"""What is counted of what will go, in the order in which it is told."""
TABLES = ("touches", "clients", "cards", "set_aside", "requests")
MOST_OPEN = 10  # named

STILL_ASKED = frozenset({ErasingState.ASKED, ErasingState.UNREAD, ErasingState.NONE, ErasingState.SEVERAL})


def erasing_screen(view: ErasingView, texts: Texts) -> Screen:
    if view.state in {ErasingState.FOUND, ErasingState.SURE}:
        return _found(view, texts)
    if view.state is ErasingState.SEVERAL:
        words = texts("erasing-several", leads=numbers(view.leads))
    else:
        words = texts(f"erasing-{view.state}")
    ask = texts("erasing-ask") if view.state in STILL_ASKED else None
    return Screen(page(texts("erasing-title"), words, GAP, ask), _buttons(view, texts))


def _found(view: ErasingView, texts: Texts) -> Screen:
    counts = view.counts or {}
    text = page(
        texts("erasing-title"),
        texts("erasing-found"),
        GAP,
        texts("erasing-leads", leads=numbers(view.leads)) if view.leads else None,
        *_open(view, texts),
        *(texts(f"erasing-{what}", count=counts[what]) for what in COUNTED if counts.get(what)),
        texts("erasing-workbooks"),
        GAP,
        texts("erasing-extensions", extensions=", ".join(view.extensions)) if view.extensions else None,
        texts("erasing-stays"),
        texts("erasing-telegram"),
        GAP,
        texts("erasing-sure") if view.state is ErasingState.SURE else None,
    )
    return Screen(text, _buttons(view, texts))


def _open(view: ErasingView, texts: Texts) -> tuple[Html, ...]:
    if not view.open:
        return ()
    rows = (
        texts("erasing-held", lead=one.number, who=one.holder)
        if one.holder
        else texts("erasing-unheld", lead=one.number)
        for one in view.open[:MOST_OPEN]
    )
    return texts("erasing-open"), *rows


def _buttons(view: ErasingView, texts: Texts) -> Keyboard:
    leave = (Button(texts.plain("button-erase-leave"), EraseClient(step=EraseStep.LEAVE)),)
    match view.state:
        case ErasingState.FOUND:
            go = Button(texts.plain("button-erase-go"), EraseClient(step=EraseStep.GO), style="danger")
            every = Button(texts.plain("button-erase-all"), EraseClient(step=EraseStep.ALL))
            return ((go,), *(((every,),) if view.extensions else ()), leave)
        case ErasingState.SURE:
            sure = EraseClient(step=EraseStep.SURE)
            return (Button(texts.plain("button-erase-sure"), sure, style="danger"),), leave
        case ErasingState.WORKING | ErasingState.SCRUBBING | ErasingState.DONE:
            return ()
        case ErasingState.LEFT:
            return ((Button(texts.plain("button-erase-client"), EraseClient(step=EraseStep.ASK)),),)
    return (leave,)


def protocol_document(view: ProtocolView, texts: Texts) -> Document:
    """Says what was removed where, when and by whom, and no word of it: to be kept."""
    at = view.at.astimezone(view.timezone)
    rows = [
        texts.plain(f"protocol-{table}", count=view.rows.get(table, 0))
        for table in TABLES
        if view.rows.get(table)
    ]
    lines = [
        texts.plain("protocol-title"),
        texts.plain("protocol-office", name=view.office),
        texts.plain("protocol-at", at=f"{at:%Y-%m-%d %H:%M:%S} ({view.timezone.key})"),
        texts.plain("protocol-by", name=view.by),
        texts.plain("protocol-sought", what=texts.plain(f"sought-{view.sought}")),
        "",
        texts.plain("protocol-removed"),
        *rows,
        texts.plain("protocol-clean" if view.clean else "protocol-not-clean"),
        "",
        texts.plain("protocol-leads", leads=numbers(view.leads) if view.leads else "—"),
        *([texts.plain("protocol-drafts", count=view.drafts)] if view.drafts else []),
        texts.plain("protocol-stays"),
        texts.plain("protocol-copies"),
        *([texts.plain("protocol-crm", leads=", ".join(view.in_crm))] if view.in_crm else []),
    ]
    name = f"erased-{at:%Y-%m-%d-%H%M}.txt"
    caption = texts("protocol-caption", at=date_and_clock(view.at, view.timezone, texts))
    return Document("\n".join(lines).encode() + b"\n", name, caption)
