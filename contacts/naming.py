"""Whose name a draft gets: the contact's, one that the words announce, the forward's author, or one in the words."""

from __future__ import annotations

from collections.abc import Sequence

from contacts.letter import Author, Letter
from contacts.name_looks import Own, own_of
from contacts.names import announced_name, find_name
from leads.office import Office
from leads.words import are_alike


def name_of(letter: Letter, text: str, phones: Sequence[tuple[int, int]], office: Office) -> str | None:
    """The client's name. `phones`: their places in the text, the client's first."""
    own = own_words(office)
    if name := letter.name or announced_name(text, own):
        return name
    author = letter.author
    if author is None or _is_colleague(author, office):
        return find_name(text, phones, own)
    return author.name if author.account else find_name(text, phones, own) or author.name


def own_words(office: Office) -> Own:
    """What the office calls its own: no client is called so."""
    active = [segment for segment in office.segments if not segment.retired]
    matches = [segment.match for segment in active if segment.match]
    names = [segment.name for segment in active]
    names += [word for match in matches for word in (*match.region, *match.source)]
    names += [word for source in office.sources for word in (source.id, source.name)]
    stems = [word for match in matches for word in match.keywords]
    return own_of(
        (office.name, *names),
        tuple(stems),
        tuple(person.name for person in office.people),
    )


def _is_colleague(author: Author, office: Office) -> bool:
    """By his account or by his name: people hide the one, and have several."""
    return any(
        (author.account is not None and person.telegram_id == author.account)
        or are_alike(person.name, author.name)
        for person in office.people
    ) or own_words(office).is_person(author.name)
