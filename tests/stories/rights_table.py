"""Who may do what in the office of `rights_office.busy`. Whoever is not named may not."""

from __future__ import annotations

from collections.abc import Set
from datetime import UTC, datetime

from leads.appointments import When
from leads.crm import CrmKind, CrmStage
from leads.figures.periods import Span
from leads.hooks import EventKind
from leads.lead import Outcome, Progress, Promised
from leads.office import Role
from leads.reasons import BadLeadReason, DeclineReason, RefusalReason
from leads.rights import Right
from leads.sources import SourceKind
from screens.buttons.base import short
from screens.buttons.of_account import MoveMe, MoveStep
from screens.buttons.of_care import EraseClient, EraseStep, VerifyNow
from screens.buttons.of_clients import AddTo, PartClients, SameClient
from screens.buttons.of_crm import ConnectCrm, CrmDeed, OfCrm, PutCrmPerson, PutCrmStage, PutPipeline
from screens.buttons.of_duty import (
    DrawDetails,
    EditRoster,
    ProposeRoster,
    SeekSwap,
    SettleRoster,
    ShowRoster,
    ShowWeek,
    TakeSwap,
    ThrowLot,
    WithdrawSwap,
)
from screens.buttons.of_file import LoadFile, SendFile, TurnPlan
from screens.buttons.of_hooks import HookDeed, MakeHook, OfHook, SendAgain, TickEvent
from screens.buttons.of_intake import (
    AgreeSegment,
    Apart,
    BringIn,
    ChoosePhone,
    Correct,
    Discard,
    FileUnder,
    HandOver,
    Join,
    Pick,
    PickSegment,
    PickSource,
    Resegment,
)
from screens.buttons.of_lead import (
    Appoint,
    Assign,
    BadReason,
    Claim,
    ClaimLate,
    Close,
    Decline,
    DropAppointment,
    Explain,
    GiveUp,
    JudgeSegment,
    LostReason,
    MarkAgain,
    Note,
    OwnWords,
    Pull,
    PutAmount,
    Record,
    Reopen,
    Settle,
    Skip,
    Withdraw,
)
from screens.buttons.of_office import (
    Aside,
    AsideDeed,
    BringBack,
    Invite,
    Language,
    PassOn,
    PickScheme,
    Replace,
    Reserve,
)
from screens.buttons.of_panes import Go, OfficePane, TakeBack
from screens.buttons.of_past import PastFile, PastStep
from screens.buttons.of_people import AskList, Deed, MakeListed, OfPerson, PickPeople, Revoke
from screens.buttons.of_segments import (
    AskPart,
    NewSegment,
    NewSource,
    OfSegment,
    PutPart,
    SegmentDeed,
    Tick,
    TickHead,
    TryIt,
)
from screens.buttons.of_setup import Choose, MoveOn, SetUpMove, ToOffice
from screens.buttons.of_sight import (
    Bundle,
    Detailed,
    Details,
    History,
    Leaf,
    Narrow,
    OpenLead,
    Report,
    Seek,
    TurnPage,
    WhatIf,
    Why,
    Workbook,
)
from screens.buttons.of_sources import (
    FieldIs,
    MakeSource,
    OfSource,
    PassOver,
    PutSegment,
    SayField,
    SourceDeed,
)
from screens.views.duty import RosterPart
from screens.views.leafing import On
from screens.views.lists import ListKind, Part
from screens.views.report import Pane
from screens.views.segments import Part as RulePart
from screens.views.setup import SetUpStep
from tests.stories import rights_of_duty, rights_of_settings
from tests.stories.rights_office import (
    ADDED,
    ASKED,
    CHANGED,
    DECLINED,
    DISPUTED,
    DRAFT,
    HELD,
    HOOK,
    JOINED,
    LOST,
    LYING,
    MANAGERS,
    MEMBERS,
    NONE,
    OFFERED,
    OWN,
    PICK,
    REVOKED,
    ROSTER,
    SAME,
    SENT,
    SOLD,
    SWAP,
    UNREAD,
)
from tests.stories.rights_row import Row

NOBODY: frozenset[str] = frozenset()
A_DAY = "2026-11-23"
HANDS = frozenset({"smirnov", "orlova"})
FINDERS = MANAGERS | HANDS | {"anna", "vera"}
ON_DUTY = frozenset({"petrov", "sidorova", "ivanov"}) | HANDS
SETS_UP = frozenset({"smirnov", "admin"})
THURSDAY_SIX = int(datetime(2026, 11, 26, 15, tzinfo=UTC).timestamp())  # Sidorova's duty ends
NEXT_DAY = int(datetime(2026, 11, 24, 9, tzinfo=UTC).timestamp())
OF_ONES_OWN = frozenset(
    {
        Right.WITHDRAW,
        Right.TAKE_IN,
        Right.WRITE_DOWN,
        Right.BRING_IN,
        Right.FIND,
        Right.HOLD,
        Right.SWAP,
        Right.THROW_LOT,
        Right.SEE_DUTY,
    }
)
"""Of those who have such a right, only whose the draft, the lead or the team is may use it."""


OF_CRM = (
    OfficePane.CRM_PEOPLE,
    OfficePane.CRM_STAGES,
    OfficePane.CRM_PIPELINE,
    OfficePane.CRM_OFF,
    OfficePane.CRM_RENEWING,
)

BUTTONS = (
    Row(HandOver(lead=DRAFT), {"anna"}),
    Row(HandOver(lead=HELD), NOBODY),
    Row(Apart(lead=DRAFT), {"anna"}),
    Row(Apart(lead=HELD), NOBODY),
    Row(PickSegment(lead=DRAFT, segment="rest"), {"anna"}),
    Row(PickSegment(lead=DRAFT), {"anna"}, looks=True),
    Row(ChoosePhone(lead=DRAFT, index=1), {"anna"}),
    Row(ChoosePhone(lead=OFFERED, index=1), NOBODY),
    Row(PickSegment(lead=OFFERED, segment="rest"), NOBODY),
    Row(PickSource(lead=DRAFT), {"anna"}, looks=True),
    Row(PickSource(lead=OFFERED, source="avito"), NOBODY),
    Row(PickSource(lead=HELD), {"anna", "petrov", "smirnov"}, looks=True),
    Row(PickSegment(lead=HELD), {"anna", "petrov", "smirnov"}, looks=True),
    Row(PickSegment(lead=HELD, segment="rest"), {"anna", "petrov", "smirnov"}, looks=True),
    *(
        Row(Resegment(lead=HELD, segment="watch", on=on), {"anna", "petrov", "smirnov"})
        for on in (True, False)
    ),
    *(Row(Resegment(lead=lead, segment="watch", on=True), NOBODY) for lead in (DRAFT, SOLD, DISPUTED, NONE)),
    Row(Resegment(lead=HELD, segment="nowhere", on=True), NOBODY),
    Row(AgreeSegment(lead=OFFERED, segment="watch"), {"anna", "smirnov"}),
    Row(AgreeSegment(lead=HELD, segment="watch"), {"anna", "petrov", "smirnov"}),
    *(Row(AgreeSegment(lead=lead, segment="watch"), NOBODY) for lead in (DRAFT, SOLD, DISPUTED, NONE)),
    Row(AgreeSegment(lead=HELD, segment="nowhere"), NOBODY),
    Row(Correct(lead=DRAFT), {"anna"}, looks=True),
    Row(Correct(lead=DRAFT, what="name"), {"anna"}),
    Row(Correct(lead=HELD), {"anna", "petrov", "smirnov"}, looks=True),
    *(
        Row(Correct(lead=HELD, what=what), {"anna", "petrov", "smirnov"})
        for what in ("name", "phone", "comment")
    ),
    *(Row(Correct(lead=HELD, what=what), NOBODY) for what in ("amount", "nonsense")),
    Row(Correct(lead=NONE), NOBODY),
    Row(Pick(lead=PICK, who="petrov"), {"anna"}),
    Row(Pick(lead=DRAFT, who="petrov"), NOBODY),
    Row(Pick(lead=HELD, who="ivanov"), NOBODY),
    Row(Discard(lead=DRAFT), {"anna"}),
    Row(Discard(lead=HELD), NOBODY),
    Row(Claim(lead=OFFERED), {"sidorova"}),
    Row(Claim(lead=DECLINED), {"ivanov"}),  # everybody is asked now, and he is all that are there
    *(Row(Claim(lead=lead), NOBODY) for lead in (HELD, DRAFT, SOLD, LOST, DISPUTED, NONE)),
    Row(ClaimLate(lead=OFFERED), {"sidorova"}),  # she is asked just now
    Row(ClaimLate(lead=DECLINED), {"ivanov"}),  # he has said no before, and is asked once more
    *(Row(ClaimLate(lead=lead), NOBODY) for lead in (HELD, DRAFT, SOLD, LOST, DISPUTED, NONE)),
    Row(Decline(lead=OFFERED), {"sidorova"}),
    Row(Decline(lead=DECLINED), {"ivanov"}),
    Row(Decline(lead=HELD), NOBODY),
    Row(Explain(lead=DECLINED, reason=DeclineReason.CONFLICT), {"ivanov"}),
    Row(Explain(lead=OFFERED, reason=DeclineReason.BUSY), NOBODY),
    *(Row(OwnWords(lead=lead), {"ivanov"}) for lead in (DECLINED, LOST)),
    *(Row(OwnWords(lead=lead), NOBODY) for lead in (OFFERED, HELD, SOLD, NONE)),
    Row(Record(lead=HELD, progress=Progress.MET), {"petrov"}),
    *(Row(Record(lead=lead, progress=Progress.MET), NOBODY) for lead in (OFFERED, SOLD, DRAFT, NONE)),
    Row(MarkAgain(lead=HELD, progress=Progress.REACHED), {"petrov"}),
    *(Row(MarkAgain(lead=lead, progress=Progress.REACHED), NOBODY) for lead in (OFFERED, SOLD, DRAFT, NONE)),
    Row(MarkAgain(lead=HELD, progress=Progress.MET), NOBODY),  # which was not marked
    *(Row(Appoint(lead=HELD, what=what, at=NEXT_DAY), {"petrov"}) for what in Promised),
    *(Row(Appoint(lead=HELD, what=what), {"petrov"}) for what in Promised),
    Row(Appoint(lead=HELD, what=Promised.CALL_BACK, when=When.TOMORROW), {"petrov"}),
    Row(Appoint(lead=SOLD, what=Promised.CALL_BACK, when=When.TOMORROW), NOBODY),
    *(Row(Appoint(lead=lead, what=Promised.MEETING), NOBODY) for lead in (OFFERED, SOLD, DRAFT, NONE)),
    Row(Appoint(lead=HELD, what=Promised.CALL_BACK, at=1), NOBODY),  # a time that is over
    Row(DropAppointment(lead=HELD), {"petrov"}),
    Row(DropAppointment(lead=SOLD), NOBODY),
    *(Row(Close(lead=HELD, outcome=outcome), {"petrov"}) for outcome in Outcome),
    *(Row(Close(lead=lead, outcome=Outcome.LOST), NOBODY) for lead in (OFFERED, SOLD, DRAFT)),
    Row(LostReason(lead=LOST, reason=RefusalReason.PRICE), {"ivanov"}),
    Row(LostReason(lead=HELD, reason=RefusalReason.PRICE), NOBODY),
    Row(BadReason(lead=DISPUTED, reason=BadLeadReason.SPAM), {"ivanov"}),
    *(Row(BadReason(lead=lead, reason=BadLeadReason.SPAM), NOBODY) for lead in (HELD, LOST, DRAFT, NONE)),
    *(Row(Withdraw(lead=lead), {"anna", *HANDS}) for lead in (OFFERED, DECLINED)),
    *(Row(Withdraw(lead=lead), NOBODY) for lead in (HELD, DISPUTED, SOLD, DRAFT, NONE)),
    Row(BringBack(who="lena"), HANDS),
    Row(BringBack(who="petrov"), NOBODY),  # who is at work
    Row(BringBack(who="nobody"), NOBODY),
    Row(Reopen(lead=SOLD), {"petrov", *HANDS}),
    Row(Reopen(lead=LOST), {"ivanov", *HANDS}),
    *(Row(Reopen(lead=lead), NOBODY) for lead in (HELD, OFFERED, DISPUTED, DRAFT, NONE)),
    Row(PutAmount(lead=SOLD), {"petrov", *HANDS}),
    *(Row(PutAmount(lead=lead), NOBODY) for lead in (HELD, LOST, DRAFT, NONE)),
    Row(Skip(lead=SOLD), {"petrov"}),
    Row(Skip(lead=HELD), NOBODY),
    *(Row(Note(lead=lead), {"anna", "petrov", *HANDS}) for lead in (HELD, SOLD)),
    Row(Note(lead=NONE), NOBODY),
    Row(BringIn(lead=OWN), {"petrov"}),
    Row(BringIn(lead=DRAFT), NOBODY),
    Row(BringIn(lead=HELD), NOBODY),
    Row(FileUnder(lead=DRAFT), {"anna"}, looks=True),
    Row(Join(lead=DRAFT), {"anna"}, looks=True),
    *(Row(Join(lead=DRAFT, other=other), NOBODY) for other in (DRAFT, HELD, NONE)),
    Row(Join(lead=HELD, other=DRAFT), NOBODY),
    Row(FileUnder(lead=DRAFT, to=HELD), {"anna"}),
    Row(FileUnder(lead=DRAFT, to=DRAFT), NOBODY),
    Row(FileUnder(lead=OFFERED, to=HELD), NOBODY),
    Row(SameClient(lead=HELD), {"smirnov"}),
    Row(SameClient(lead=HELD, other=-1), {"smirnov"}, looks=True),
    Row(SameClient(lead=HELD, other=OFFERED), {"smirnov"}, looks=True),
    *(Row(SameClient(lead=HELD, other=other, sure=True), {"smirnov"}) for other in (OFFERED, SOLD)),
    *(Row(SameClient(lead=HELD, other=other, sure=True), NOBODY) for other in (HELD, DRAFT, NONE)),
    Row(SameClient(lead=SAME, other=ADDED, sure=True), NOBODY),
    *(Row(SameClient(lead=lead), NOBODY) for lead in (DRAFT, NONE)),
    Row(PartClients(lead=SAME), {"smirnov"}, looks=True),
    *(Row(PartClients(lead=lead, join=JOINED), {"smirnov"}) for lead in (SAME, ADDED)),
    Row(PartClients(lead=SAME, join=NONE), NOBODY),
    *(Row(PartClients(lead=HELD, join=join), NOBODY) for join in (0, JOINED)),
    Row(AddTo(lead=ADDED, to=SAME), {"anna", *HANDS}),
    *(Row(AddTo(lead=ADDED, to=to), NOBODY) for to in (ADDED, HELD, DRAFT, NONE)),
    Row(AddTo(lead=SAME, to=ADDED), NOBODY),
    Row(GiveUp(lead=HELD), {"petrov"}),
    Row(GiveUp(lead=SOLD), NOBODY),
    Row(Assign(lead=HELD, who="ivanov"), HANDS),
    Row(Assign(lead=HELD), HANDS, looks=True),
    *(Row(Assign(lead=HELD, who=who), NOBODY) for who in ("anna", "nobody", "kuznetsov", "novak")),
    *(Row(Assign(lead=lead, who="ivanov"), NOBODY) for lead in (DRAFT, SOLD, NONE)),
    Row(PassOn(person="petrov"), HANDS, looks=True),
    Row(PassOn(person="petrov", to="-"), HANDS, looks=True),
    Row(PassOn(person="petrov", to=short("sidorova")), HANDS),
    Row(PassOn(person="petrov", to="nobody"), NOBODY),
    Row(PassOn(person="lena", to="+"), NOBODY),  # who has nothing in hand
    *(Row(Settle(lead=DISPUTED, bad=bad), HANDS) for bad in (True, False)),
    Row(Settle(lead=HELD, bad=True), NOBODY),
    *(Row(JudgeSegment(lead=ASKED, who="sidorova", agreed=agreed), HANDS) for agreed in (True, False)),
    Row(JudgeSegment(lead=ASKED, who="ivanov", agreed=True), NOBODY),
    Row(JudgeSegment(lead=DECLINED, who="ivanov", agreed=True), NOBODY),
    Row(ThrowLot(segment="lots", monday="2026-11-23", lot=7), {"petrov", "sidorova"}),
    Row(ThrowLot(segment="lots", monday="2026-11-23", lot=0), NOBODY),
    *(
        Row(
            DrawDetails(segment="lots", monday="2026-11-23", opened=opened),
            {"petrov", "sidorova"} | HANDS,
            looks=True,
        )
        for opened in (True, False)
    ),
    Row(DrawDetails(segment="rest", monday="2026-11-23", opened=True), NOBODY),
    Row(DrawDetails(segment="lots", monday="never", opened=True), NOBODY),
    Row(Details(card=Detailed.ME, opened=True), MANAGERS, looks=True),
    Row(Details(card=Detailed.WHY, number=1, opened=True), MEMBERS, looks=True),
    Row(Details(card=Detailed.WHY, number=NONE, opened=True), NOBODY),
    Row(ThrowLot(segment="rest", monday="2026-11-23", lot=7), NOBODY),
    Row(ThrowLot(segment="lots", monday="never", lot=7), NOBODY),
    Row(
        Invite(person="ivanov"), {"admin"}, looks=True
    ),  # he is connected, so the administrator is asked first
    Row(Replace(person="ivanov", sure=True), {"admin"}),
    Row(Replace(person="ivanov", sure=False), NOBODY),
    *(
        Row(Replace(person=person, sure=True), NOBODY)
        for person in ("nobody", "kuznetsov", "stranger", "+admin")
    ),
    Row(Invite(person="+admin"), {"admin"}),
    *(Row(Invite(person=person), NOBODY) for person in ("nobody", "kuznetsov", "+nonsense", "+")),
    Row(PickScheme(segment="tatarstan"), SETS_UP, looks=True),
    Row(PickScheme(segment="tatarstan", scheme="-"), SETS_UP, looks=True),
    Row(PickScheme(segment="tatarstan", scheme="balance"), SETS_UP),
    Row(PickScheme(segment="nowhere", scheme="balance"), NOBODY),
    Row(PickScheme(segment="tatarstan", scheme="nonsense"), NOBODY),
    Row(Reserve(segment="tatarstan", on=True), SETS_UP),
    Row(Reserve(segment="nowhere", on=True), NOBODY),
    Row(Go(pane=OfficePane.SCHEME, about="rest"), SETS_UP, looks=True),
    Row(Go(pane=OfficePane.ASIDE), SETS_UP, looks=True),
    Row(Go(pane=OfficePane.CHANGES), SETS_UP, looks=True),
    Row(Go(pane=OfficePane.CHANGE, about="1"), SETS_UP, looks=True),
    Row(Go(pane=OfficePane.PEOPLE), SETS_UP, looks=True),
    Row(Go(pane=OfficePane.PERSON, about="petrov"), SETS_UP, looks=True),
    Row(Go(pane=OfficePane.TEAMS, about="petrov"), SETS_UP, looks=True),
    Row(Go(pane=OfficePane.ROLES, about="petrov"), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.DISMISSING, about="petrov"), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.FORMER), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.UPKEEP), SETS_UP, looks=True),
    Row(VerifyNow(), SETS_UP),
    Row(Go(pane=OfficePane.PRIVACY), SETS_UP, looks=True),
    Row(Go(pane=OfficePane.SOURCES), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.SOURCE, about="site"), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.SOURCE_KINDS), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.SOURCE_SEGMENT, about="site"), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.SOURCE_RENEWING, about="site"), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.SOURCE_GOING, about="site"), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.UNREAD, about="site"), {"admin"}, looks=True),
    *(Row(Go(pane=pane), {"admin"}, looks=True) for pane in (OfficePane.CRM, *OF_CRM)),
    Row(Go(pane=OfficePane.CRM_PERSON, about="petrov"), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.CRM_STAGE, about="won"), {"admin"}, looks=True),
    Row(ConnectCrm(kind=CrmKind.BITRIX24), {"admin"}),
    Row(OfCrm(deed=CrmDeed.CHECK), {"admin"}, looks=True),
    *(Row(OfCrm(deed=deed), {"admin"}) for deed in CrmDeed if deed is not CrmDeed.CHECK),
    Row(PutCrmPerson(person="petrov", place=0), {"admin"}),
    Row(PutCrmStage(stage=CrmStage.WON, place=0), {"admin"}),
    Row(PutPipeline(pipeline=1), {"admin"}),
    Row(MakeSource(kind=SourceKind.TILDA), {"admin"}),
    *(Row(OfSource(deed=deed, source="site"), {"admin"}) for deed in SourceDeed),
    Row(PutSegment(source="site"), {"admin"}),
    Row(SayField(request=UNREAD, place=0, means=FieldIs.PHONE), {"admin"}),
    Row(PassOver(request=UNREAD), {"admin"}),
    Row(Go(pane=OfficePane.HOOKS), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.HOOK, about=HOOK), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.HOOK_EVENTS, about=HOOK), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.HOOK_SURE, about=f"{HOOK}.remove"), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.HOOK_SENT, about=HOOK), {"admin"}, looks=True),
    Row(MakeHook(), {"admin"}),
    *(Row(OfHook(deed=deed, hook=HOOK), {"admin"}, looks=deed is HookDeed.ON) for deed in HookDeed),
    Row(TickEvent(hook=HOOK, event=EventKind.CLOSED, on=False), {"admin"}),
    Row(SendAgain(delivery=SENT), {"admin"}),
    Row(MoveMe(step=MoveStep.ASK), MEMBERS),
    *(Row(MoveMe(step=step), NOBODY) for step in (MoveStep.YES, MoveStep.NO)),
    Row(PastFile(step=PastStep.ASK), {"admin"}),
    *(Row(PastFile(step=step), NOBODY) for step in PastStep if step not in {PastStep.ASK, PastStep.LEAVE}),
    Row(EraseClient(step=EraseStep.ASK), {"admin"}),
    *(Row(EraseClient(step=step), NOBODY) for step in (EraseStep.ALL, EraseStep.GO, EraseStep.SURE)),
    Row(Go(pane=OfficePane.INVITING), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.INVITED), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.PICKING), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.FILE), {"admin"}, looks=True),
    Row(Go(pane=OfficePane.LISTED), {"admin"}, looks=True),
    Row(TurnPlan(page=1), {"admin"}, looks=True),
    Row(AskList(), {"admin"}),
    Row(MakeListed(), {"admin"}),
    Row(PickPeople(role=Role.MANAGER), {"admin"}),
    Row(Revoke(link=REVOKED), {"admin"}),
    Row(Revoke(link=""), NOBODY),
    Row(Revoke(link="nothing"), NOBODY),
    Row(OfPerson(deed=Deed.ASK, who="petrov", value="weight"), SETS_UP),
    Row(OfPerson(deed=Deed.ASK, who="nobody", value="weight"), NOBODY),
    Row(OfPerson(deed=Deed.CLEAR, who="lena", value="leave"), NOBODY),
    Row(OfPerson(deed=Deed.TEAM_IN, who="petrov", value=short("solo")), SETS_UP),
    Row(OfPerson(deed=Deed.TEAM_OUT, who="petrov", value=short("rest")), SETS_UP),
    Row(OfPerson(deed=Deed.TEAM_OUT, who="petrov", value=short("solo")), NOBODY),
    Row(OfPerson(deed=Deed.ROLE_IN, who="petrov", value="head"), {"admin"}),
    Row(OfPerson(deed=Deed.ROLE_OUT, who="petrov", value="manager"), NOBODY),
    Row(OfPerson(deed=Deed.ROLE_OUT, who="admin", value="admin"), NOBODY),
    Row(OfPerson(deed=Deed.SPEAK, who="petrov", value="en"), SETS_UP),
    Row(OfPerson(deed=Deed.PAUSE, who="petrov"), SETS_UP),
    Row(OfPerson(deed=Deed.BACK, who="lena"), SETS_UP),
    Row(OfPerson(deed=Deed.BACK, who="novak"), NOBODY),
    Row(OfPerson(deed=Deed.DISMISS, who="petrov"), {"admin"}),
    Row(OfPerson(deed=Deed.DISMISS, who="admin"), NOBODY),
    Row(OfPerson(deed=Deed.REHIRE, who="kuznetsov"), {"admin"}),
    Row(OfPerson(deed=Deed.REHIRE, who="petrov"), NOBODY),
    Row(OfPerson(deed=Deed.AS_BEFORE, who="petrov"), NOBODY),
    Row(Go(pane=OfficePane.SETTINGS), SETS_UP, looks=True),
    Row(Go(pane=OfficePane.SETTING, about="unattended"), SETS_UP, looks=True),
    Row(Go(pane=OfficePane.GROUP, about="waiting"), SETS_UP, looks=True),
    *rights_of_settings.BUTTONS,
    *rights_of_duty.BUTTONS,
    Row(TakeBack(change=CHANGED), {"admin"}),
    Row(TakeBack(change=NONE), NOBODY),
    *(
        Row(Go(pane=pane, about=about), SETS_UP, looks=True)
        for pane, about in (
            (OfficePane.SEGMENTS, ""),
            (OfficePane.RETIRED, ""),
            (OfficePane.SEGMENT, "solo"),
            (OfficePane.MEMBERS, "solo"),
            (OfficePane.OWN, "solo"),
            (OfficePane.TRIED, "ack_timeout"),
            (OfficePane.TRIED, "nothing"),
            (OfficePane.SETTING, f"owner@{short('solo')}"),
        )
    ),
    *(
        Row(Go(pane=pane, about=about), {"admin"}, looks=True)
        for pane, about in (
            (OfficePane.RETIRING, "solo"),
            (OfficePane.HEADS, "solo"),
            (OfficePane.RULES, "solo"),
            (OfficePane.RULE, "solo.k"),
        )
    ),
    *(
        Row(OfSegment(deed=deed, segment="quiet"), {"admin"})
        for deed in (SegmentDeed.UP, SegmentDeed.DOWN, SegmentDeed.RETIRE, SegmentDeed.RENAME)
    ),
    *(Row(OfSegment(deed=deed, segment="nowhere"), NOBODY) for deed in (SegmentDeed.UP, SegmentDeed.TAKE_UP)),
    Row(NewSegment(), {"admin"}),
    Row(Tick(segment="tatarstan", who=short("ivanov"), on=True), SETS_UP),
    Row(Tick(segment="tatarstan", who=short("nobody"), on=True), NOBODY),
    Row(TickHead(segment="tatarstan", who=short("ivanov"), on=True), {"admin"}),
    Row(TickHead(segment="tatarstan", who=short("anna"), on=True), NOBODY),
    Row(TickHead(segment="nowhere", who=short("ivanov"), on=True), NOBODY),
    Row(AskPart(part=RulePart.KEYWORDS, segment="solo"), {"admin"}),
    Row(PutPart(part=RulePart.LANGUAGE, value=short("tt"), on=True, segment="solo"), {"admin"}),
    Row(PutPart(part=RulePart.LANGUAGE, value=short("de"), on=True, segment="solo"), NOBODY),
    Row(PutPart(part=RulePart.KNOWN, value="new", on=True), NOBODY),
    Row(NewSource(segment="solo"), {"admin"}),
    Row(TryIt(), SETS_UP),
    Row(Aside(deed=AsideDeed.SHOW), SETS_UP, looks=True),
    Row(Aside(deed=AsideDeed.HIDE), SETS_UP, looks=True),
    *(Row(Aside(deed=deed, update=NONE), NOBODY) for deed in (AsideDeed.RETRY, AsideDeed.LET_GO)),
    *(Row(Report(pane=pane, span=Span.DAY, day=A_DAY), HANDS, looks=True) for pane in Pane),
    Row(Report(pane=Pane.PEOPLE, span=Span.MONTH, day=A_DAY, fresh=True), HANDS, looks=True),
    Row(Why(lead=HELD), MEMBERS, looks=True),
    Row(Why(lead=DRAFT), NOBODY),
    Row(Why(lead=NONE), NOBODY),
    *(
        Row(ShowRoster(part=part, about=about), may, looks=True)
        for part, about, may in (
            (RosterPart.OWN, "", ON_DUTY),
            (RosterPart.SEGMENT, "watch", ON_DUTY),
            (RosterPart.SWAP, "", ON_DUTY - HANDS),
        )
    ),
    Row(ShowWeek(segment="watch"), ON_DUTY, looks=True),
    Row(ShowWeek(segment="rest"), NOBODY),
    Row(OpenLead(lead=HELD), {"anna", "petrov"} | HANDS, looks=True),
    Row(OpenLead(lead=SOLD), {"anna", "petrov"} | HANDS, looks=True),
    Row(OpenLead(lead=OFFERED), {"anna", "sidorova"} | HANDS, looks=True),
    Row(OpenLead(lead=DRAFT), {"anna"} | HANDS, looks=True),
    Row(OpenLead(lead=NONE), NOBODY),
    Row(History(lead=HELD, page=1), {"anna", "petrov", "smirnov"}, looks=True),
    Row(History(lead=HELD, page=0), {"anna", "petrov", "smirnov"}, looks=True),
    Row(History(lead=OFFERED, page=1), {"anna", "smirnov"}, looks=True),
    Row(History(lead=DRAFT, page=1), {"anna", "smirnov"}, looks=True),
    Row(History(lead=NONE, page=1), NOBODY),
    Row(TurnPage(kind=ListKind.MINE, page=7), MANAGERS | HANDS, looks=True),
    Row(TurnPage(kind=ListKind.TAKEN, page=0), {"anna", "vera"}, looks=True),
    Row(TurnPage(kind=ListKind.FOUND, page=0), FINDERS, looks=True),
    Row(TurnPage(kind=ListKind.KEPT, page=0), NOBODY),
    Row(TurnPage(kind=ListKind.LEADS, page=0), HANDS, looks=True),
    Row(Narrow(by=Part.WHO, value="petrov"), HANDS, looks=True),
    Row(Narrow(by=Part.SEGMENT, value="nowhere"), HANDS, looks=True),
    Row(Leaf(on=On.LEAD, about=str(DRAFT), page=1), {"anna"}, looks=True, is_short=True),
    Row(Leaf(on=On.LEAD, about=str(NONE), page=1), NOBODY),
    Row(Leaf(on=On.LEAD, about="x", page=0), NOBODY),
    Row(Seek(on=On.LEAD, about=str(DRAFT)), {"anna"}),
    Row(Seek(on=On.LEFT, about="nobody"), NOBODY),
    Row(Seek(on=On.OFFICE, about=""), SETS_UP),
    Row(SeekSwap(segment="watch", end=THURSDAY_SIX), {"sidorova"}),
    Row(SeekSwap(segment="rest", end=THURSDAY_SIX), NOBODY),
    Row(TakeSwap(swap=SWAP), {"sidorova", "ivanov"}),
    Row(TakeSwap(swap=NONE), NOBODY),
    Row(WithdrawSwap(swap=SWAP), {"petrov"}),
    Row(WithdrawSwap(swap=NONE), NOBODY),
    Row(ProposeRoster(segment="watch", plan="equal"), {"smirnov"}),
    Row(ProposeRoster(segment="watch"), {"smirnov"}, looks=True),
    Row(ProposeRoster(segment="rest", plan="equal"), NOBODY),
    *(Row(SettleRoster(roster=ROSTER, approve=approve), {"smirnov"}) for approve in (True, False)),
    Row(SettleRoster(roster=NONE, approve=True), NOBODY),
    Row(EditRoster(roster=ROSTER, menu="d0"), {"smirnov"}, looks=True),
    Row(EditRoster(roster=ROSTER, menu="s0", who=short("petrov")), {"smirnov"}),
    Row(EditRoster(roster=ROSTER, menu="s0", who="nobody"), NOBODY),
    Row(EditRoster(roster=NONE, menu="d0"), NOBODY),
    Row(Workbook(first="2026-11-23", last="2026-11-23"), HANDS, looks=True),
    Row(Bundle(), HANDS, looks=True),
    Row(LoadFile(), {"admin"}, looks=True),
    Row(SendFile(), {"admin"}, looks=True),
    Row(WhatIf(), HANDS, looks=True),
    Row(MoveOn(step=SetUpStep.SHARING, move=SetUpMove.ON), {"admin"}),
    Row(MoveOn(step=SetUpStep.NAME, move=SetUpMove.ON), {"admin"}, looks=True),
    Row(Choose(step=SetUpStep.SHARING, value="taxi"), {"admin"}),
    Row(ToOffice(), SETS_UP, looks=True),
    Row(Choose(step=SetUpStep.NAME, value="Asia/Omsk"), NOBODY),
    Row(Language(locale="en"), MEMBERS),
    Row(Language(locale="xx"), NOBODY),
    Row(Pull(lead=LYING), {"petrov", "sidorova"}),
)

COMMANDS: dict[str, Set[str]] = {
    "start": MEMBERS,
    "help": MEMBERS,
    "why": MEMBERS,
    "me": MANAGERS,
    "mine": MANAGERS | HANDS,
    "pull": MANAGERS | HANDS,
    "today": {"anna", "vera"},
    "find": FINDERS,
    "on": MANAGERS,
    "off": MANAGERS,
    "queue": MANAGERS | {"smirnov"},
    "draw": MANAGERS | HANDS,
    "roster": MANAGERS | HANDS,
    "leads": HANDS,
    "report": HANDS,
    "office": SETS_UP,
    "people": SETS_UP,
    "try": SETS_UP,
    "sources": {"admin"},
    "setup": {"admin"},
}
WHO_ASK = {"petrov", "sidorova"}  # of a team whose leads are asked for: they alone are shown that
ARGUMENTS = (" 99999999999", " <b>٣&\x00", " -1")
