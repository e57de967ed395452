"""The office file in the chat: sent, and taken; what one would change, and what it would undo."""

from __future__ import annotations

from screens.buttons.of_file import LoadFile, SendFile, TurnPlan
from screens.buttons.of_panes import Go, OfficePane
from screens.content import GAP, Button, Document, Screen, Style, page
from screens.leafing import turning
from screens.office.changes import difference_words
from screens.office.paging import back_button
from screens.office.terminal_words import problem_words
from screens.texts import Html, Texts
from screens.views.office_file import FileView, PlanLine, ProblemLine


def file_screen(view: FileView, texts: Texts) -> Screen:
    if view.name is None:
        send = Button(texts.plain("button-send-file"), SendFile())
        return Screen(
            page(texts("file-title"), texts("file-about")),
            ((send,), (back_button(OfficePane.FRONT, texts),)),
        )
    if view.problems:
        return _problems_screen(view, texts)
    return _plan_screen(view, texts) if view.lines else _same_screen(view, texts)


def _problems_screen(view: FileView, texts: Texts) -> Screen:
    text = page(
        texts("file-named", name=view.name or ""),
        texts("file-broken"),
        GAP,
        *(_problem(one, texts) for one in view.problems),
        texts("file-more-problems", count=view.more_problems) if view.more_problems else None,
    )
    return Screen(text, ((back_button(OfficePane.FILE, texts),),))


def _problem(one: ProblemLine, texts: Texts) -> Html:
    what = problem_words(one.message, texts)
    key = "file-problem" if one.field else "file-problem-whole"
    args = {"field": one.field} if one.field else {}
    return texts(key, line=one.line, what=what, **args)


def _same_screen(view: FileView, texts: Texts) -> Screen:
    text = page(texts("file-named", name=view.name or ""), texts("file-same"))
    return Screen(text, ((back_button(OfficePane.FILE, texts),),))


def _plan_screen(view: FileView, texts: Texts) -> Screen:
    text = page(
        texts("file-named", name=view.name or ""),
        texts("file-is-old") if view.is_old else None,
        texts("file-would"),
        GAP,
        *(_line(one, view, texts) for one in view.lines),
        GAP,
        texts("file-asks", count=view.asking) if view.asking else None,
        texts("file-sure"),
    )
    style: Style = "danger" if view.asking else "primary"
    yes = Button(texts.plain("button-load-file"), LoadFile(), style=style)
    no = Button(texts.plain("button-leave-file"), Go(pane=OfficePane.FILE))
    return Screen(
        text, (*turning(view.page, view.pages, lambda page: TurnPlan(page=page), texts), (yes,), (no,))
    )


def _line(one: PlanLine, view: FileView, texts: Texts) -> Html:
    words = difference_words(one.row, view.names, texts)
    if one.asks is None:
        return texts("file-line", words=words)
    return texts("file-line-asks", words=words, why=texts.plain(f"file-{one.asks}"))


def file_document(text: str, texts: Texts) -> Document:
    """The whole office, as `office dump` writes it."""
    return Document(text.encode(), texts.plain("office-file"), texts("office-file-caption"))
