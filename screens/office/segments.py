"""The segments of the office: their order, one of them, its team; taking one out asks twice."""

from __future__ import annotations

from screens.assigning import LABEL
from screens.buttons.base import short
from screens.buttons.of_office import PickScheme
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_segments import NewSegment, OfSegment, SegmentDeed, Tick, TickHead, TryIt
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import some_of
from screens.leafing import leaf_words, leaves, on_page
from screens.office.paging import back_button
from screens.office.rules import doubt_lines, rule_lines, rule_summary
from screens.office.schemes import scheme_words
from screens.office.values import setting_name, value_words
from screens.texts import Html, Texts, cut
from screens.views.lead import Choice
from screens.views.leafing import On
from screens.views.office_settings import SettingRow
from screens.views.segments import (
    MemberRow,
    MembersView,
    RetiredView,
    SegmentLine,
    SegmentsView,
    SegmentView,
)


def segments_screen(view: SegmentsView, texts: Texts) -> Screen:
    text = page(
        texts("segments-title"),
        texts("segments-about"),
        GAP,
        *(line for row in on_page(view.rows, view.leafed) for line in _line(row, texts)),
        None if view.rows else texts("office-no-segments"),
        GAP,
        texts("segments-ask-new") if view.asked else leaf_words(view.rows, view.leafed, texts),
    )

    def button(row: SegmentLine) -> Button:
        return Button(cut(f"{row.place}. {row.name}", LABEL), Go(pane=OfficePane.SEGMENT, about=row.id))

    rows = leaves(view.rows, view.leafed, On.OFFICE, "", button, texts)
    return Screen(text, (*rows, *_below_segments(view, texts)))


def _below_segments(view: SegmentsView, texts: Texts) -> Keyboard:
    new = Button(texts.plain("button-new-segment"), NewSegment())
    rest = Button(texts.plain("button-new-rest"), NewSegment(rest=True))
    retired = Button(texts.plain("button-retired", count=view.retired), Go(pane=OfficePane.RETIRED))
    return (
        *([(new,)] if view.sets_up else []),
        *([(rest,)] if view.sets_up and not view.rest else []),
        (Button(texts.plain("button-try"), TryIt()),),
        *([(retired,)] if view.retired else []),
        (back_button(OfficePane.FRONT, texts),),
    )


def _line(row: SegmentLine, texts: Texts) -> tuple[Html, ...]:
    head = texts("segments-row", place=row.place, name=row.name, rule=rule_summary(row.rule, texts))
    scheme = texts.plain(f"scheme-{row.scheme}")
    below = texts("segments-row-more", scheme=scheme, members=row.members)
    return (head, texts("segments-row-doubted", words=below) if row.doubted else below)


def retired_screen(view: RetiredView, texts: Texts) -> Screen:
    """One tap takes a segment up again, of whoever may."""
    shown = () if view.sets_up else on_page(view.rows, view.leafed)
    text = page(
        texts("retired-title"),
        texts("retired-about" if view.rows else "retired-none"),
        GAP,
        *(texts("retired-row", name=one.name) for one in shown),
        leaf_words(view.rows, view.leafed, texts),
    )

    def button(one: Choice) -> Button:
        words = cut(texts.plain("button-take-up", name=one.name), LABEL)
        return Button(words, _of(SegmentDeed.TAKE_UP, one.id))

    rows = leaves(view.rows, view.leafed, On.OFFICE, "", button, texts) if view.sets_up else ()
    return Screen(text, (*rows, (back_button(OfficePane.SEGMENTS, texts),)))


def segment_screen(view: SegmentView, texts: Texts) -> Screen:
    row = view.segment
    text = page(
        texts("segment-title", name=row.name),
        texts("segment-place", place=view.place, of=view.of),
        GAP,
        texts("segment-takes"),
        *rule_lines(view.rule, texts, is_last=view.place == view.of),
        *doubt_lines(view.doubts, texts),
        GAP,
        texts("segment-members", count=len(row.members), names=some_of(row.members, texts))
        if row.members
        else texts("segment-nobody"),
        texts("segment-heads", names=some_of(view.heads, texts)) if view.heads else None,
        texts("segment-scheme", scheme=scheme_words(row, texts)),
        GAP,
        texts("segment-own") if view.own else texts("segment-as-office"),
        *(_own(one, texts) for one in view.own),
        GAP,
        texts("setting-refused") if view.refused else None,
        texts("segment-ask-name") if view.asked else None,
    )
    return Screen(text, _of_segment(view, texts))


def _own(row: SettingRow, texts: Texts) -> Html:
    what = setting_name(row.setting, texts)
    return texts("segment-own-row", what=what, value=value_words(row.setting, row.value, texts))


def _of_segment(view: SegmentView, texts: Texts) -> Keyboard:
    id = view.segment.id
    rules = Button(texts.plain("button-rules"), Go(pane=OfficePane.RULES, about=id))
    members = Button(texts.plain("button-members"), Go(pane=OfficePane.MEMBERS, about=id))
    scheme = Button(texts.plain("button-segment-scheme"), PickScheme(segment=id))
    heads = Button(texts.plain("button-heads"), Go(pane=OfficePane.HEADS, about=id))
    own = Button(texts.plain("button-own"), Go(pane=OfficePane.OWN, about=id))
    up = Button(texts.plain("button-up"), _of(SegmentDeed.UP, id))
    down = Button(texts.plain("button-down"), _of(SegmentDeed.DOWN, id))
    rename = Button(texts.plain("button-rename"), _of(SegmentDeed.RENAME, id))
    retire = Button(texts.plain("button-retire"), Go(pane=OfficePane.RETIRING, about=id))
    moves = tuple(
        button for button, may in ((up, view.goes_up), (down, view.goes_down)) if may and view.sets_up
    )
    team = tuple(b for b, may in ((rules, view.sets_up), (members, view.runs)) if may)
    return (
        *((team,) if team else ()),
        (scheme, own),
        *(((heads,),) if view.sets_up else ()),
        *((moves,) if moves else ()),
        *(((rename, retire),) if view.sets_up else ()),
        (back_button(OfficePane.SEGMENTS, texts),),
    )


def retiring_screen(view: SegmentView, texts: Texts) -> Screen:
    id, name = view.segment.id, view.segment.name
    text = page(texts("retiring-question", name=name), GAP, texts("retiring-effect"))
    yes = Button(texts.plain("button-retire-yes"), _of(SegmentDeed.RETIRE, id), style="danger")
    no = Button(texts.plain("button-retire-no"), Go(pane=OfficePane.SEGMENT, about=id))
    return Screen(text, ((yes,), (no,)))


def members_screen(view: MembersView, texts: Texts) -> Screen:
    text = page(
        texts("members-title", name=view.name),
        texts("members-count", count=view.members) if view.members else texts("segment-nobody"),
        texts("members-about"),
        GAP,
        leaf_words(view.rows, view.leafed, texts),
    )
    return Screen(text, _to_tick(view, Tick, texts))


def heads_screen(view: MembersView, texts: Texts) -> Screen:
    text = page(
        texts("heads-title", name=view.name),
        texts("heads-about"),
        texts("heads-everywhere", names=some_of(view.everywhere, texts)) if view.everywhere else None,
        GAP,
        leaf_words(view.rows, view.leafed, texts),
    )
    return Screen(text, _to_tick(view, TickHead, texts))


def _to_tick(view: MembersView, tick: type[Tick | TickHead], texts: Texts) -> Keyboard:
    """People with a tick each."""

    def button(row: MemberRow) -> Button:
        words = texts.plain("tick-on" if row.is_in else "tick-off", words=row.name)
        return Button(cut(words, LABEL), tick(segment=view.segment, who=short(row.id), on=not row.is_in))

    rows = leaves(view.rows, view.leafed, On.OFFICE, "", button, texts)
    return (*rows, (back_button(OfficePane.SEGMENT, texts, view.segment),))


def _of(deed: SegmentDeed, segment: str) -> OfSegment:
    return OfSegment(deed=deed, segment=segment)
