"""Past leads out of a file: what is asked, which columns are which, what would come in, what has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from csv import writer
from io import StringIO
from typing import Final

from screens.assigning import LABEL
from screens.buttons.of_past import PastFile, PastStep
from screens.content import GAP, Button, Document, Keyboard, Screen, page
from screens.format import dated
from screens.texts import Html, Texts, cut
from screens.views.past import PastFound, PastState, PastView

FIELDS: Final = (
    *("at", "phone", "name", "manager", "outcome", "closed_at", "amount"),
    *("source", "text", "segment", "claimed_at"),
)
"""In the order in which they are asked."""
ON_A_PAGE: Final = 24  # columns
MOST_NAMED: Final = 10
LONGEST_NAME: Final = 60


def past_screen(view: PastView, texts: Texts) -> Screen:
    title = texts("past-title-of", name=cut(view.name, LONGEST_NAME)) if view.name else texts("past-title")
    match view.state:
        case PastState.COLUMNS:
            return Screen(page(title, GAP, *_columns(view, texts)), _fields(view, texts))
        case PastState.FIELD:
            words = texts("past-which", field=texts.plain(f"past-field-{view.field}"))
            return Screen(page(title, GAP, words), _choice(view, texts))
        case PastState.FOUND if view.found:
            return Screen(page(title, GAP, *_found(view.found, texts)), _verdict(view.found, texts))
        case PastState.DONE if view.found:
            return Screen(page(title, GAP, *_done(view.found, texts)), _again(texts))
        case PastState.CHECKING | PastState.WORKING if view.rows:
            words = texts(f"past-{view.state}-so-far", rows=view.rows)
            return Screen(
                page(title, GAP, words), ((_leave(texts),),) if view.state is PastState.CHECKING else ()
            )
    return Screen(page(title, GAP, texts(f"past-{view.state}")), _of_state(view.state, texts))


def _of_state(state: PastState, texts: Texts) -> Keyboard:
    match state:
        case PastState.UNCLEAR:
            return (_row(texts, PastStep.AS_PAST), _row(texts, PastStep.AS_PEOPLE), (_leave(texts),))
        case PastState.DISTURBED:
            return (_row(texts, PastStep.CHECK), (_leave(texts),))
        case (
            PastState.READING
            | PastState.CHECKING
            | PastState.ASKED
            | PastState.TOO_LARGE
            | PastState.NO_TABLE
        ):
            return ((_leave(texts),),)
        case PastState.LEFT:
            return _again(texts)
    return ()


def _row(texts: Texts, step: PastStep) -> tuple[Button, ...]:
    return (Button(texts.plain(f"button-past-{step}"), PastFile(step=step)),)


def _leave(texts: Texts) -> Button:
    return Button(texts.plain("button-past-leave"), PastFile(step=PastStep.LEAVE))


def _again(texts: Texts) -> Keyboard:
    return (_row(texts, PastStep.ASK),)


def _columns(view: PastView, texts: Texts) -> Iterable[Html]:
    yield texts("past-columns")
    for field in FIELDS:
        if field in view.places:
            named = " + ".join(view.header[place] for place in view.places[field])
            yield texts("past-column", field=texts.plain(f"past-field-{field}"), column=named)
    if "at" not in view.places:
        yield GAP
        yield texts("past-no-at")


def _fields(view: PastView, texts: Texts) -> Keyboard:
    """A button for each field; on with it only where it is known when leads came."""
    ask = [
        Button(
            texts.plain(
                "button-past-field", mark="✅" if field in view.places else "▫️", field=_name(field, texts)
            ),
            PastFile(step=PastStep.FIELD, field=field),
        )
        for field in FIELDS
    ]
    rows = tuple(tuple(ask[n : n + 2]) for n in range(0, len(ask), 2))
    check = Button(texts.plain("button-past-check"), PastFile(step=PastStep.CHECK), style="primary")
    return (*rows, *(((check,),) if "at" in view.places else ()), (_leave(texts),))


def _name(field: str, texts: Texts) -> str:
    return texts.plain(f"past-field-{field}")


def _choice(view: PastView, texts: Texts) -> Keyboard:
    """The columns of the file, a page of them."""
    first = view.page * ON_A_PAGE
    columns = [
        Button(
            cut(name, LABEL) if place not in view.places.get(view.field, ()) else cut(f"✅ {name}", LABEL),
            PastFile(step=PastStep.PICK, field=view.field, column=place),
        )
        for place, name in enumerate(view.header)
        if name and first <= place < first + ON_A_PAGE
    ]
    more = view.page + 1 if first + ON_A_PAGE < len(view.header) else 0
    turn = Button(texts.plain("button-on"), PastFile(step=PastStep.FIELD, field=view.field, column=more))
    none = Button(texts.plain("button-past-none"), PastFile(step=PastStep.NONE, field=view.field))
    back = Button(texts.plain("button-go-back"), PastFile(step=PastStep.COLUMNS))
    rows = tuple((button,) for button in columns)
    return (*rows, *(((turn,),) if len(view.header) > ON_A_PAGE else ()), (none,), (back,))


def _found(found: PastFound, texts: Texts) -> Iterable[Html | None]:
    yield texts("past-leads", count=found.leads)
    if found.first and found.last:
        yield texts("past-period", period=dated(found.first, found.last, texts))
    yield texts("past-outcomes", won=found.won, lost=found.lost, bad=found.bad, open=_open(found))
    yield texts("past-there", count=found.there) if found.there else None
    yield GAP
    if found.people:
        yield texts("past-people", names=_some(found.people, texts))
    if found.segments:
        yield texts("past-segments", names=_some(found.segments, texts))
    if found.unknown:
        yield texts("past-unknown")
    yield from _wrong(found, texts)
    if found.stages:
        words = _some([f"{word} ({count})" for word, count in found.stages], texts)
        yield texts("past-stages", words=words)
    yield GAP
    yield texts("past-sure") if found.leads else texts("past-nothing-new")


def _open(found: PastFound) -> int:
    return found.leads - found.won - found.lost - found.bad


def _wrong(found: PastFound, texts: Texts) -> Iterable[Html]:
    if found.rejected:
        yield texts("past-rejected", count=sum(found.rejected.values()))
        for field, count in found.rejected.items():
            known = field in FIELDS
            yield texts("past-wrong", field=_name(field, texts) if known else field, count=count)


def _some(names: Sequence[str], texts: Texts) -> str:
    shown = [cut(name, LONGEST_NAME // 2) for name in names[:MOST_NAMED]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (texts.plain("past-more", count=more) if more else "")


def _verdict(found: PastFound, texts: Texts) -> Keyboard:
    every = Button(
        texts.plain("button-past-all", count=found.leads), PastFile(step=PastStep.ALL), style="primary"
    )
    known = found.leads - found.unknown
    others = Button(texts.plain("button-past-known", count=known), PastFile(step=PastStep.KNOWN))
    columns = Button(texts.plain("button-past-columns"), PastFile(step=PastStep.COLUMNS))
    bad = sum(found.rejected.values())
    lines = Button(texts.plain("button-past-rejects", count=bad), PastFile(step=PastStep.ALL))
    rows: Keyboard = ((every,),) if found.leads else ((lines,),) if bad else ()
    rows = (*rows, (others,)) if found.unknown and known else rows
    return (*rows, (columns,), (_leave(texts),))


def _done(found: PastFound, texts: Texts) -> Iterable[Html | None]:
    yield texts("past-done", count=found.leads)
    if found.first and found.last:
        yield texts("past-period", period=dated(found.first, found.last, texts))
    yield texts("past-outcomes", won=found.won, lost=found.lost, bad=found.bad, open=_open(found))
    yield texts("past-there", count=found.there) if found.there else None
    if found.rejected:
        yield texts("past-rejects-below", count=sum(found.rejected.values()))


def rejects_document(header: Sequence[str], rows: Iterable[Sequence[str]], texts: Texts) -> Document:
    """The rows that could not be taken, as they stand in the file, the reason behind each; for Excel, and for us."""
    out = StringIO()
    sheet = writer(out, delimiter=";", lineterminator="\r\n")
    sheet.writerow([*header, "reason"])
    count = 0
    for *cells, why in rows:
        padded = [*cells, *[""] * (len(header) - len(cells))][: len(header)]
        sheet.writerow([*padded, why])
        count += 1
    return Document(out.getvalue().encode("utf-8-sig"), "rejected.csv", texts("rejects-caption", count=count))
