"""The place that somebody's words name: `Звонил из Казани`, `дом в Зеленодольском районе`, `СПб, 2 окна`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from contacts.gazetteer import DISTRICT, districts, named
from contacts.languages import language_of
from contacts.normal import normal_text
from contacts.place_context import Around, Token
from contacts.place_data import TOKEN, Place, gazetteer, territories
from leads.words import folded

_PIECE: Final = re.compile(r"[^\s,;()<>]+")
_DOMAIN: Final = re.compile(
    r"(?<![a-z0-9-])[a-z0-9-]{2,}\.[a-z]{2}|(?<![\w-])[\w-]{3,}\.(?:москва|рф|рус|онлайн|сайт|дети)\b"
)
_JOINS: Final = re.compile(r"[ \t.–-]{1,3}")  # what may stand between the words of one name
_LONGEST: Final = 6  # words of a name
_DOMINANT: Final = (
    10  # times as many people: whoever says the name means the larger one, wherever they call from
)
_LARGER: Final = 4  # times as many: means the larger one where nothing else tells
_CITY: Final = 100_000


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, and the places that it may mean, the largest first."""

    places: tuple[Place, ...]
    is_origin: bool


def find_place(text: str, near: Collection[str] = ()) -> Place | None:
    """Returns the place that the text names; None where it names none, or one of several and nothing tells which.

    `near`: ids of the territories that the client's number is from; they tell between places of one name. The first
    place that is named counts, a city before the region that it lies in, `в Казани` before `из Москвы`. Takes time in
    proportion to the length of the text.
    """
    mentions = sorted(_mentions(normal_text(text)), key=lambda one: one.is_origin)
    territory_ids = {territory.id for territory in territories()}
    said = {place.id for one in mentions for place in one.places if place.id in territory_ids}
    meant = [place for one in mentions if (place := _meant(one.places, said, near))]
    if not meant:
        return None
    return next((place for place in meant if place is not meant[0] and meant[0].id in place.within), meant[0])


def _meant(places: Sequence[Place], said: Collection[str], near: Collection[str]) -> Place | None:
    """Of several of one name the one in a territory that is named, too; or the far largest; or the one that is near."""
    if len(places) == 1:
        return places[0]
    largest, next_one = places[0], places[1]
    if named_too := next((place for place in places if not set(place.within[1:]).isdisjoint(said)), None):
        return named_too
    if largest.people >= max(_CITY, _DOMINANT * next_one.people):
        return largest
    if close := next((place for place in places if not set(place.within).isdisjoint(near)), None):
        return close
    return largest if largest.people and largest.people >= _LARGER * next_one.people else None


def _mentions(text: str) -> Iterator[Mention]:
    tokens = [Token(folded(m.group()), m.group(), m.start(), m.end()) for m in _tokens(text)]
    in_tatar = language_of(text) == "tt"
    n = 0
    while n < len(tokens):
        length, mention = _mention(text, tokens, n, in_tatar)
        if mention:
            yield mention
        n += length or 1


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """The words; none of addresses in the web, in which a place is somebody's name."""
    for piece in _PIECE.finditer(text):
        written = piece.group()
        if "@" not in written and "://" not in written and not _DOMAIN.search(written):
            yield from TOKEN.finditer(text, piece.start(), piece.end())


def _mention(text: str, tokens: Sequence[Token], n: int, in_tatar: bool) -> tuple[int, Mention | None]:
    """How many tokens from the n-th on make a name, and what it means; the longest name counts."""
    for length in range(_reach(text, tokens, n), 0, -1):
        words = [token.word for token in tokens[n : n + length]]
        around = Around(text, tokens, n, n + length)
        if words[-1] in DISTRICT:
            places = list(districts(words))
        else:
            uses = named(" ".join(words))
            places = [one.place for one in uses if around.means(one.use, in_tatar=in_tatar)]
        if places and around.is_refused:
            return length, None
        if places:
            ranked = sorted(places, key=lambda place: -place.people)
            return length, Mention(tuple(ranked), around.is_origin)
    return 0, None


def _reach(text: str, tokens: Sequence[Token], n: int) -> int:
    """How many tokens may make one name with the n-th, and nothing parts them; 0: none does."""
    most = min(
        max(gazetteer().longest.get(tokens[n].word, 0), _of_district(tokens, n)), _LONGEST, len(tokens) - n
    )
    reach = min(most, 1)
    while reach < most and _JOINS.fullmatch(text, tokens[n + reach - 1].end, tokens[n + reach].start):
        reach += 1
    return reach


def _of_district(tokens: Sequence[Token], n: int) -> int:
    """How many tokens `зеленодольский район` has, or `зеленодольский муниципальный район`; 0: it is none."""
    return next(
        (
            length
            for length in (2, 3)
            if n + length <= len(tokens) and tokens[n + length - 1].word in DISTRICT
        ),
        0,
    )
