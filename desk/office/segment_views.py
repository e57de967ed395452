"""The values behind the panes of segments: their list, one of them, its team, its rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from contacts.gazetteer import ids_named, label, place_of
from desk.answers import segment_row
from desk.changing import document_of
from desk.leafing import leafed
from desk.office.rules import LANGUAGES, near, part_about
from desk.page import Page
from desk.work import Work
from files.office_file.doubts import Doubt as Found
from files.office_file.doubts import Odd, of_segment
from leads.office import OF_POLICY, Match, Office, Role, Segment
from leads.rights import CAN_HEAD, Right, may
from leads.schemes import settings_counting
from leads.words import folded
from screens.buttons.base import short
from screens.views.lead import Choice
from screens.views.office_settings import SettingRow
from screens.views.segments import (
    Doubt,
    MemberRow,
    MembersView,
    Part,
    PartValue,
    PartView,
    RetiredView,
    RulesView,
    RuleWords,
    SegmentLine,
    SegmentsView,
    SegmentView,
)
from storage.people import PersonRow

MOST_NAMESAKES: Final = 4
RESERVE: Final = "reserve"  # the words of the scheme name it


def segments_view(page: Page, person: PersonRow) -> SegmentsView:
    office, active = page.work.office, _active(page.work.office)
    return SegmentsView(
        rows=tuple(_line(office, n, s) for n, s in enumerate(active)),
        sets_up=may(person.roles, Right.SET_UP),
        retired=len(office.segments) - len(active),
        rest=any(s.match is None for s in active),
        leafed=leafed(page, person),
        asked=asked(person).get("topic") == "segment-new",
    )


def retired_view(page: Page, person: PersonRow) -> RetiredView:
    gone = tuple(Choice(s.id, s.name) for s in page.work.office.segments if s.retired)
    return RetiredView(gone, may(person.roles, Right.SET_UP), leafed(page, person))


def segment_view(page: Page, person: PersonRow) -> SegmentView | None:
    """None for one that is no more."""
    office = page.work.office
    active, segment = _active(office), _find(office, page.args["about"])
    if segment is None:
        return None
    place, question = active.index(segment), asked(person)
    is_asked = question.get("topic") == "segment-name" and question.get("segment") == segment.id
    with_rule = [one.match is not None for one in active]
    return SegmentView(
        segment=segment_row(office, segment),
        place=place + 1,
        of=len(active),
        rule=rule_words(office, segment),
        doubts=doubts_of(office, segment),
        own=_own(office, segment),
        sets_up=may(person.roles, Right.SET_UP),
        runs=may(person.roles, Right.RUN),
        heads=tuple(office.person(who).name for who in segment.heads),
        goes_up=place > 0 and with_rule[place],
        goes_down=place + 1 < len(active) and with_rule[place] and with_rule[place + 1],
        asked=is_asked,
        refused=is_asked and bool(question.get("refused")),
    )


def members_view(page: Page, person: PersonRow) -> MembersView | None:
    office, segment = page.work.office, _find(page.work.office, page.args["about"])
    if segment is None:
        return None
    members = [office.person(who) for who in segment.members]
    others = [p for p in office.people if p.id not in segment.members and Role.MANAGER in p.roles]
    rows = tuple(MemberRow(p.id, p.name, p.id in segment.members) for p in (*members, *others))
    return MembersView(segment.id, segment.name, rows, len(members), leafed(page, person))


def heads_view(page: Page, person: PersonRow) -> MembersView | None:
    """Shows who heads a segment, then whoever else could; the heads of the whole office stand beside."""
    office, segment = page.work.office, _find(page.work.office, page.args["about"])
    if segment is None:
        return None
    everywhere = [p for p in office.people if Role.HEAD in p.roles and p.id not in segment.heads]
    could = (p for p in office.people if p not in everywhere and not CAN_HEAD.isdisjoint(p.roles))
    people = sorted(could, key=lambda p: p.id not in segment.heads)
    rows = tuple(MemberRow(p.id, p.name, p.id in segment.heads) for p in people)
    count, names = len(segment.heads), tuple(p.name for p in everywhere)
    return MembersView(segment.id, segment.name, rows, count, leafed(page, person), names)


def rules_view(page: Page) -> RulesView | None:
    """Shows the rule of a segment; without one what the one that is just being made may have."""
    id, new = page.args["about"], page.args.get("new", "")
    if not id:
        return RulesView("", new, RuleWords()) if new else None
    segment = _find(page.work.office, id)
    if segment is None:
        return None
    office = page.work.office
    doubts = tuple(one for one in doubts_of(office, segment) if one.odd != Odd.NOBODY)
    return RulesView(segment.id, segment.name, rule_words(office, segment), doubts)


def part_view(page: Page, person: PersonRow) -> PartView | None:
    found = part_about(page.args["about"])
    if found is None:
        return None
    id, part = found
    segment, new = _find(page.work.office, id), page.args.get("new", "")
    if segment is None and not (new and not id):
        return None
    question, unknown = asked(person), page.args.get("unknown", "")
    is_asked = question.get("part") == part.value and question.get("segment") == id
    match = (segment.match if segment else None) or Match()
    return PartView(
        segment=id,
        name=segment.name if segment else new,
        part=part,
        values=_values(page.work, part, match, page.texts.locale),
        asked=is_asked and question.get("topic") == "rule",
        refused=is_asked and bool(question.get("refused")),
        unknown=unknown,
        near=tuple(_place(word, page.texts.locale, on=False) for word in near(unknown)) if unknown else (),
        names_source=is_asked and question.get("topic") == "source-new",
    )


def asked(person: PersonRow) -> Mapping[str, Any]:
    """Returns what they are asked of the office."""
    return (person.question and person.question.about) or {}


def rule_words(office: Office, segment: Segment) -> RuleWords:
    match = segment.match or Match()
    return RuleWords(
        match.region,
        match.keywords,
        tuple(office.source_name(source) for source in match.source),
        match.language,
        match.known_client,
        tuple(source.name for source in office.sources if source.segment == segment.id),
    )


def doubts_of(office: Office, segment: Segment) -> tuple[Doubt, ...]:
    """Returns what of it is hardly meant, in the order of an office file."""
    return tuple(_doubt(office, one) for one in of_segment(office, office.segments.index(segment)))


def _doubt(office: Office, found: Found) -> Doubt:
    if found.odd is Odd.NEVER:
        return Doubt(found.odd, office.segment(found.what).name)
    near_words = found.near if found.odd is Odd.NO_PLACE else ()
    return Doubt(found.odd, found.what, near_words)


def _values(work: Work, part: Part, match: Match, locale: str) -> tuple[PartValue, ...]:
    match part:
        case Part.REGION:
            return tuple(_place(word, locale, on=True) for word in match.region)
        case Part.KEYWORDS:
            return tuple(PartValue(short(word), word, on=True) for word in match.keywords)
        case Part.LANGUAGE:
            spoken = {folded(word) for word in match.language}
            return tuple(PartValue(short(one), one, on=one in spoken) for one in LANGUAGES)
        case Part.KNOWN:
            held = match.known_client
            return PartValue("known", "known", held is True), PartValue("new", "new", held is False)
    ids = {known.id if (known := work.office.source(word)) else word for word in match.source}
    named = [PartValue(short(s.id), s.name, on=s.id in ids) for s in work.office.sources]
    loose = [word for word in match.source if work.office.source(word) is None]
    return (*named, *(PartValue(short(word), word, on=True) for word in loose))


def _place(word: str, locale: str, *, on: bool) -> PartValue:
    """With all places of this name, where there are several, or one that is called more fully."""
    places = sorted((p for id in ids_named(word) if (p := place_of(id))), key=lambda p: -p.people)
    labels = list(dict.fromkeys(label(place, locale) for place in places))
    more = "; ".join(labels[:MOST_NAMESAKES]) if labels != [word] else ""
    return PartValue(short(word), word, on, more)


def _own(office: Office, segment: Segment) -> tuple[SettingRow, ...]:
    """What counts in this segment alone: its own times and offers, and what its scheme reads."""
    table = next(t for t in document_of(office)["segments"] if t["id"] == segment.id)
    counting = (*OF_POLICY, *settings_counting(segment))
    return tuple(SettingRow(s, table[s.key]) for s in counting if s.key in table and s.key != RESERVE)


def _line(office: Office, n: int, segment: Segment) -> SegmentLine:
    odd = any(True for _ in of_segment(office, n))
    words = rule_words(office, segment)
    return SegmentLine(segment.id, segment.name, n + 1, segment.scheme, len(segment.members), words, odd)


def _active(office: Office) -> list[Segment]:
    return [segment for segment in office.segments if not segment.retired]


def _find(office: Office, id: str) -> Segment | None:
    return next((s for s in office.segments if s.id == id and not s.retired), None)
