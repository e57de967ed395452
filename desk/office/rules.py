"""Which leads are a segment's, put together with taps: places, words, sources, languages, known clients."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from contacts.gazetteer import ids_named, names_like, place_of
from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.changing import Edit, change
from desk.door import Door
from desk.office import segment_edits as edits
from desk.office.asking import Said
from desk.office.extras import extras, show_with
from desk.office.segments import new_id
from desk.work import Work
from files.office_file.ids import id_of
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.words import are_alike
from screens.buttons.base import short
from screens.buttons.of_panes import OfficePane
from screens.views.segments import Part

KEYS: Final = {
    Part.REGION: "region",
    Part.KEYWORDS: "keywords",
    Part.SOURCE: "source",
    Part.LANGUAGE: "language",
    Part.KNOWN: "known_client",
}
"""As an office file calls them."""

TYPED: Final = frozenset({Part.REGION, Part.KEYWORDS})
MOST_TYPED: Final = 30  # words of one message


@dataclass(frozen=True, slots=True)
class Rules:
    door: Door

    async def ask(self, actor: Actor, segment: str, part: Part) -> Reply:
        """Opens a part of the rule; where it is typed, places or words are asked for."""

        def case(work: Work) -> Reply:
            if part in TYPED:
                _ask(work, actor, {"topic": "rule", "segment": segment, "part": part.value})
            else:
                questions.stop_asking(work, actor.person or "")
                new = extras(work, actor).get("new", "")
                show_with(work, actor, OfficePane.RULE, about_part(segment, part), new=new)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def ask_source(self, actor: Actor, segment: str) -> Reply:
        """Asks for the name of a source."""

        def case(work: Work) -> Reply:
            about = {"topic": "source-new", "segment": segment, "part": Part.SOURCE.value}
            _ask(work, actor, about)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def put(self, actor: Actor, segment: str, part: Part, value: str, *, on: bool) -> Reply:
        """One value of a part is in the rule from now on, or is not."""

        def case(work: Work) -> Reply:
            questions.stop_asking(work, actor.person or "")
            if part is Part.KNOWN:
                known = None if not on else value == "known"
                id = _put(work, actor, segment, {"known_client": known}, edits.put_known(segment, known))
            else:
                id = _tick(work, actor, segment, part, value, on=on)
            pane = OfficePane.RULE if segment else OfficePane.SEGMENT
            show_office(work, actor, pane, about_part(id, part) if segment else id)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)


def about_part(segment: str, part: Part) -> str:
    """Returns what the pane of a part of a rule is about; `part_about` reads it."""
    return f"{segment}.{part}"


def part_about(about: str) -> tuple[str, Part] | None:
    segment, _, part = about.partition(".")
    return (segment, Part(part)) if part in set(Part) else None


def hear(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes the places or words that were typed, with commas between them."""
    part, segment = Part(about["part"]), about["segment"]
    words = [" ".join(word.split()) for word in said.text.replace("\n", ",").split(",")]
    words = edits.distinct(word for word in words if word)[:MOST_TYPED]
    unknown = ""
    if part is Part.REGION:
        unknown = next((word for word in words if not ids_named(word)), "")
        words = edits.distinct(as_called(word) for word in words if ids_named(word))
    try:
        if words:
            segment = _put_words(work, actor, segment, part, words)
    except Refused:
        _ask(work, actor, {**about, "refused": True}, fresh=True)
        return
    if unknown or not words:
        _ask(work, actor, {**about, "segment": segment}, fresh=True, unknown=unknown)
        return
    questions.stop_asking(work, actor.person or "")
    is_new = not about["segment"]
    pane = OfficePane.SEGMENT if is_new else OfficePane.RULE
    show_office(work, actor, pane, segment if is_new else about_part(segment, part), fresh=True)


def hear_source(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes the name of a source that is picked by hand; the rule names it, too. One of that name is taken as it is."""
    name, segment = " ".join(said.text.split()), about["segment"]
    known = next((s for s in work.office.sources if are_alike(s.name, name)), None)
    id = known.id if known else id_of(name, [source.id for source in work.office.sources], "source")
    try:
        if not known:
            change(work, actor.person or "", edits.add_source(id, name))
        segment = _put_words(work, actor, segment, Part.SOURCE, [id])
    except Refused:
        _ask(work, actor, {**about, "refused": True}, fresh=True)
        return
    questions.stop_asking(work, actor.person or "")
    is_new = not about["segment"]
    pane = OfficePane.SEGMENT if is_new else OfficePane.RULE
    show_office(work, actor, pane, segment if is_new else about_part(segment, Part.SOURCE), fresh=True)


def as_called(word: str) -> str:
    """Returns a place as it is called, `Татарстан` for `РТ`, where the other name means nothing else."""
    largest = max((place for id in ids_named(word) if (place := place_of(id))), key=lambda p: p.people)
    return largest.ru if ids_named(largest.ru) == ids_named(word) else word


def near(word: str) -> list[str]:
    """Returns the names of places that may be meant by one that there is not, and the word itself."""
    return [*names_like(word), word]


def _ask(
    work: Work, actor: Actor, about: Mapping[str, Any], *, fresh: bool = False, unknown: str = ""
) -> None:
    """Asks on the pane of the part; what is just being made goes along."""
    new = extras(work, actor).get("new", "")
    questions.ask_of_office(work, actor.person or "", about)
    where = about_part(about["segment"], Part(about["part"]))
    show_with(work, actor, OfficePane.RULE, where, fresh=fresh, new=new, unknown=unknown)


def _tick(work: Work, actor: Actor, segment: str, part: Part, value: str, *, on: bool) -> str:
    """Raises Refused for a value that is none, or not any more."""
    key = KEYS[part]
    if on:
        word = next((word for word in _offered(work, actor, part) if short(word) == value), None)
        if word is None:
            raise Refused(Refusal.CHANGED_SINCE)
        return _put_words(work, actor, segment, part, [word])
    held = next((s.match for s in work.office.segments if s.id == segment and not s.retired), None)
    words = getattr(held, key) if held else ()
    gone = [word for word in words if value in {short(word), short(_by_id(work, part, word))}]
    change(work, actor.person or "", edits.both(*(edits.drop_word(segment, key, word) for word in gone)))
    return segment


def _offered(work: Work, actor: Actor, part: Part) -> list[str]:
    """What may be ticked there now."""
    if part is Part.SOURCE:
        return [source.id for source in work.office.sources]
    if part is Part.LANGUAGE:
        return list(LANGUAGES)
    return near(extras(work, actor).get("unknown", ""))


LANGUAGES: Final = ("ru", "tt", "en")


def _by_id(work: Work, part: Part, word: str) -> str:
    """A source that a file names by its name is ticked by its id."""
    source = work.office.source(word) if part is Part.SOURCE else None
    return source.id if source else word


def _put_words(work: Work, actor: Actor, segment: str, part: Part, words: list[str]) -> str:
    key = KEYS[part]
    return _put(work, actor, segment, {key: words}, edits.put_words(segment, key, words))


def _put(work: Work, actor: Actor, segment: str, match: Mapping[str, Any], edit: Edit) -> str:
    """Changes the rule of a segment, or makes the one that was just named, with this rule; returns its id."""
    if segment:
        change(work, actor.person or "", edit)
        return segment
    name = extras(work, actor).get("new", "")
    if not name:
        raise Refused(Refusal.CHANGED_SINCE)
    id = new_id(work, name)
    change(work, actor.person or "", edits.create(id, name, dict(match)))
    return id
