"""A long list from which somebody chooses: its pages, and a search by a part of the name. All lists do it alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol, TypeVar

from leads.words import is_sought
from screens.buttons.base import CallbackData
from screens.buttons.of_sight import Leaf, Seek
from screens.content import Button, Keyboard
from screens.texts import Html, Texts
from screens.views.leafing import Leafed, On

ON_A_PAGE: Final = 10


class Named(Protocol):
    """Whatever is chosen by its name."""

    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=Named)


def on_page(rows: Sequence[T], leafed: Leafed) -> Sequence[T]:
    """Returns those of them that are shown now."""
    found = _found(rows, leafed)
    here = min(leafed.page, _pages(found) - 1)
    return found[here * ON_A_PAGE : (here + 1) * ON_A_PAGE]


def leaves(
    rows: Sequence[T],
    leafed: Leafed,
    on: On,
    about: str,
    button: Callable[[T], Button],
    texts: Texts,
) -> Keyboard:
    """Returns a button for each that is shown, and below them the pages and the search.

    `about`: what the card is about, as it is stored. There is a search where there is more than a page.
    """
    found = _found(rows, leafed)
    pages = _pages(found)
    buttons = [button(row) for row in on_page(rows, leafed)]
    below = turning(min(leafed.page, pages - 1), pages, lambda to: Leaf(on=on, about=about, page=to), texts)
    find = Button(texts.plain("button-leaf-find"), Seek(on=on, about=about))
    everybody = Button(texts.plain("button-leaf-all"), Seek(on=on, about=about, off=True))
    search = ((everybody,),) if leafed.sought else ((find,),) if pages > 1 and not leafed.asked else ()
    return (*in_rows(buttons, 1), *below, *search)


def leaf_words(rows: Sequence[T], leafed: Leafed, texts: Texts) -> Html | None:
    """Tells what is looked for, and what to type; nothing where nobody looks for anything."""
    if leafed.sought:
        return texts("leaf-found" if _found(rows, leafed) else "leaf-none", sought=leafed.sought)
    return texts("leaf-ask") if leafed.asked else None


def in_rows(buttons: Sequence[Button], in_a_row: int) -> Keyboard:
    return tuple(tuple(buttons[n : n + in_a_row]) for n in range(0, len(buttons), in_a_row))


def turning(page: int, pages: int, to: Callable[[int], CallbackData], texts: Texts) -> Keyboard:
    """Returns a row with the pages before and behind this one; none where there is only one. Pages count from 0.

    `to`: the button that shows a page. Whatever is tapped turns a page: there is no arrow at an end, and from the last
    the number leads to the first.
    """
    if pages < 2:
        return ()
    here = Button(texts.plain("button-page", page=page + 1, pages=pages), to((page + 1) % pages))
    back = (Button(texts.plain("button-back"), to(page - 1)),) if page > 0 else ()
    on = (Button(texts.plain("button-on"), to(page + 1)),) if page < pages - 1 else ()
    return ((*back, here, *on),)


def _found(rows: Sequence[T], leafed: Leafed) -> Sequence[T]:
    """However they are spelt."""
    return [row for row in rows if is_sought(row.name, leafed.sought)] if leafed.sought else rows


def _pages(rows: Sequence[T]) -> int:
    return max(1, -(-len(rows) // ON_A_PAGE))
