"""The panes of segments, and an example tried, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from desk.office.spots import spelled_default
from leads.lead import Due, Step
from leads.office import OF_POLICY, Segment
from leads.presence import Absence
from leads.proof.story import Chapter
from leads.routing import Wait
from leads.schemes import SCHEMES, settings_counting
from leads.segments import Because, KnownBy
from screens.content import Screen
from screens.office.own_settings import own_settings_screen
from screens.office.rules import part_screen, rules_screen
from screens.office.segments import (
    heads_screen,
    members_screen,
    retired_screen,
    retiring_screen,
    segment_screen,
    segments_screen,
)
from screens.texts import Texts
from screens.trial import trial_screen
from screens.views.lead import Choice
from screens.views.leafing import Leafed
from screens.views.office import SegmentRow
from screens.views.office_settings import SettingRow
from screens.views.segments import (
    Doubt,
    MemberRow,
    MembersView,
    OwnRow,
    OwnView,
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
from screens.views.trial import ReadView, TrialView
from tests.screens.leads_to_show import HEAD, MOSCOW, NOW, PETROV, SIDOROVA

KAZAN, ID = "Казань и Татарстан", "a-segment-with-an-id-of-32-signs"
RULE = RuleWords(("Татарстан", "Казань"), ("okn", "loggia"), ("Avito",), ("tt", "de"), known=False)
DOUBTS = (
    Doubt("no-place", "Татарстан"),
    Doubt("no-place", "Татарстан", ("Казань", "Татарстан")),
    Doubt("no-source", "site"),
    Doubt("no-language", "de"),
    Doubt("never", "Казань"),
    Doubt("nobody"),
)
LINE = SegmentLine(ID, KAZAN, 1, "queue", 2, RULE, doubted=True)
LIST = SegmentsView((LINE, replace(LINE, rule=RuleWords(), doubted=False)) * 9, True, 2, False, Leafed(1))
OFFICE_S = tuple(OwnRow(s, spelled_default(s), is_office_s=n > 0) for n, s in enumerate(OF_POLICY))
OWN = tuple(
    SettingRow(s, {"ack_timeout": "2m", "ladder": ["everyone", "head"]}[s.key])
    for s in OF_POLICY
    if s.key in {"ack_timeout", "ladder"}
)
SEGMENT = SegmentView(
    SegmentRow(ID, KAZAN, "queue", (PETROV, SIDOROVA)),
    *(2, 5, replace(RULE, always=("Avito",)), DOUBTS, OWN),
    sets_up=True,
    runs=True,
    goes_up=True,
    goes_down=True,
)
BARE = replace(
    SEGMENT,
    segment=SegmentRow(ID, KAZAN, "queue", ()),
    rule=RuleWords(),
    own=(),
    doubts=(),
    sets_up=False,
    runs=False,
)
MEMBERS = MembersView(ID, KAZAN, (MemberRow("p", PETROV, True), MemberRow("s", SIDOROVA, False)) * 9, 1)
PLACE = PartValue("0123456789ab", "Казань", on=True, more="Казань, Татарстан")
PART = PartView(ID, KAZAN, Part.REGION, (PLACE,))
NEAR = (replace(PLACE, on=False), PartValue("0123456789ac", "Новый", on=False))
READ = ReadView(
    PETROV, ("+7 843 200-00-00",), (("email", "a@b.ru"),), "Казань", KnownBy.TEXT, "ru", True, HEAD, 7
)
CHAPTERS = tuple(
    Chapter(NOW, step, "queue", reason, ("petrov",))
    for step, reason in (
        (Step.CHOOSE, "asks_head"),
        (Step.OWNER, "own_client"),
        (Step.OFFER, "first_in_line"),
        (Step.PULL, "asked_for"),
        (Step.EVERYONE, "ladder_everyone"),
        (Step.HEAD, "ladder_head"),
        (Step.DIRECTOR, "ladder_director"),
    )
)
TRIAL = TrialView(
    *(NOW, MOSCOW, READ, KAZAN, Because.RULE, RULE, True, CHAPTERS, ()),
    (*((SIDOROVA, Absence.PAUSED),) * 17,),
    (("Avito", "Новый"),),
    {"petrov": PETROV},
    "smirnov",
)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "segments", segments_screen(LIST, texts)
    yield "segments, asked", segments_screen(replace(LIST, asked=True, rest=True), texts)
    yield "segments, sought", segments_screen(replace(LIST, leafed=Leafed(sought="Казань")), texts)
    yield "segments, none", segments_screen(SegmentsView((), False, 0, rest=False), texts)
    yield "segments, retired", retired_screen(RetiredView((Choice(ID, KAZAN),), sets_up=True), texts)
    yield "segments, none retired", retired_screen(RetiredView((), sets_up=True), texts)
    yield "segment", segment_screen(SEGMENT, texts)
    yield "segment, bare", segment_screen(BARE, texts)
    yield "segment, asked", segment_screen(replace(SEGMENT, asked=True, refused=True, place=5), texts)
    yield "segment, retiring", retiring_screen(SEGMENT, texts)
    yield "members", members_screen(MEMBERS, texts)
    yield "members, sought", members_screen(replace(MEMBERS, leafed=Leafed(sought=PETROV)), texts)
    yield "members, none", members_screen(replace(MEMBERS, rows=(), members=0), texts)
    yield "members, asked", members_screen(replace(MEMBERS, leafed=Leafed(asked=True)), texts)
    yield "segment, headed", segment_screen(replace(SEGMENT, heads=(HEAD, PETROV)), texts)
    yield "heads", heads_screen(replace(MEMBERS, everywhere=(HEAD,)), texts)
    yield "heads, sought", heads_screen(replace(MEMBERS, leafed=Leafed(sought=PETROV)), texts)
    yield "heads, none", heads_screen(replace(MEMBERS, rows=()), texts)
    for scheme in SCHEMES:
        reads = settings_counting(Segment("a", "", scheme, reserve="conversion"))
        rows = (*OFFICE_S, *(OwnRow(s, spelled_default(s), is_office_s=False) for s in reads))
        yield f"own settings, {scheme}", own_settings_screen(OwnView(ID, KAZAN, scheme, rows), texts)
    yield "rules", rules_screen(RulesView(ID, KAZAN, RULE, DOUBTS), texts)
    yield "rules, new", rules_screen(RulesView("", KAZAN, RuleWords()), texts)
    yield from _parts(texts)
    yield from _trials(texts)


def _parts(texts: Texts) -> Iterator[tuple[str, Screen]]:
    for part in Part:
        words = {Part.LANGUAGE: "tt", Part.KNOWN: "new"}.get(part, "Казань")
        values = (PartValue("0123456789ab", words, on=True), PartValue("x", words, on=False))
        yield f"part {part}", part_screen(replace(PART, part=part, values=values, asked=part in "rk"), texts)
    yield "part, unknown", part_screen(replace(PART, unknown="Новый", near=NEAR, refused=True), texts)
    yield (
        "part, known",
        part_screen(PartView(ID, KAZAN, Part.KNOWN, (PartValue("known", "known", on=False),)), texts),
    )
    yield "part, source named", part_screen(PartView("", KAZAN, Part.SOURCE, (), names_source=True), texts)


def _trials(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "trial", trial_screen(TRIAL, texts)
    nothing = ReadView(None, (), (), None, None, None, known=False, owner=None)
    for because in Because:
        yield f"trial, {because}", trial_screen(replace(TRIAL, because=because, read=nothing, out=()), texts)
    for by in KnownBy:
        yield f"trial, by {by}", trial_screen(replace(TRIAL, read=replace(READ, region_by=by)), texts)
    for n in range(len(CHAPTERS)):
        yield f"trial, first {n}", trial_screen(replace(TRIAL, chapters=CHAPTERS[n:]), texts)
    for kind in (Due.OPENING, Due.OWNER, Due.RINGING, Due.RETRY):
        waits = (Wait(kind, NOW + timedelta(hours=3)),)
        yield f"trial, waits {kind}", trial_screen(replace(TRIAL, waits=waits, chapters=()), texts)
