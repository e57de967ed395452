"""An office that is still to be set up speaks the language of whoever begins, and so do the names that it came with."""

from __future__ import annotations

from functools import cache
from typing import Final

from desk.actor import Actor
from desk.changing import change
from desk.office import setup
from desk.work import Work
from files.office_file.dumping import Document
from files.office_file.editing import put
from leads.rights import Right, may
from screens.texts import LOCALES, texts_for

OFFICE: Final = "office-new"
SEGMENT: Final = "segment-new"


def speak(work: Work, actor: Actor, locale: str) -> None:
    """Lets it speak this language. Nothing where others are in it already: theirs is not for one to change."""
    person = work.at(actor.chat)
    if person is None or not may(person.roles, Right.SET_UP) or not setup.is_pending(work):
        return
    if work.office.locale == locale or any(one.id != person.id for one in work.office.people):
        return
    words = texts_for(locale).plain

    def edit(document: Document) -> None:
        put(document, ("office", "locale"), locale)
        if document["office"]["name"] in _came_with(OFFICE):
            document["office"]["name"] = words(OFFICE)
        for segment in document["segments"]:
            if segment["name"] in _came_with(SEGMENT):
                segment["name"] = words(SEGMENT)

    change(work, person.id, edit)


@cache
def _came_with(key: str) -> frozenset[str]:
    """What it is called in any language while nobody has named it."""
    return frozenset(texts_for(locale).plain(key) for locale in LOCALES)
