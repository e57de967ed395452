"""The panes of /office: which there are, how one is opened, what is changed there with a tap."""

from __future__ import annotations

from enum import StrEnum

from screens.buttons.base import CallbackData, Number


class OfficePane(StrEnum):
    """Says what the card of the office shows."""

    FRONT = "front"
    SCHEME = "scheme"  # of a segment
    ASIDE = "aside"  # what could not be handled
    CHANGES = "changes"  # what was changed of the set-up, and by whom
    CHANGE = "change"  # one of these
    SETTINGS = "settings"
    PEOPLE = "people"
    PERSON = "person"  # one of these
    ROLES = "roles"  # of one of these
    TEAMS = "teams"  # the segments that they are in
    DISMISSING = "dismissing"  # one of these, before they are taken away
    FORMER = "former"  # who has left, to be taken on again
    SEGMENTS = "segments"
    RETIRED = "retired"  # segments that have been taken out
    SEGMENT = "segment"  # one of these
    RETIRING = "retiring"  # one of these, before it is taken out
    MEMBERS = "members"  # of one of these
    HEADS = "heads"  # of one of these alone
    OWN = "own"  # the settings of one of these
    RULES = "rules"  # which leads are its
    RULE = "rule"  # one part of that: the segment, a point, the letter of the part
    GROUP = "group"  # the settings of one
    SETTING = "setting"  # one of these, by its key, and whose it is
    FILE = "file"  # the office as a file: to be sent, or taken
    TRIED = "tried"  # what other values of it would have changed last week
    INVITING = "inviting"  # the ways of taking people on
    INVITED = "invited"  # links that nobody has opened yet
    LISTED = "listed"  # people of a list that was sent, before they are made
    DUTIES = "duties"  # which segments have a roster, and who is on duty today
    DUTY_WEEK = "duty-week"  # of one of these; the page is the week, from this one on
    DUTY_DAY = "duty-day"  # the segment, a point, the day
    SHIFT = "shift"  # one of that day
    DUTY_WEEKLY = "duty-weekly"  # the plan of a segment that comes every week
    DUTY_PLAN = "duty-plan"  # a change of it that is being put together
    PICKING = "picking"  # which role those have who are picked in Telegram's list
    UPKEEP = "upkeep"  # copies of the database, the ledger verified
    SOURCES = "sources"  # where leads come from
    SOURCE = "source"  # one of these
    SOURCE_KINDS = "source-kinds"  # of which a new one may be
    SOURCE_SEGMENT = "source-segment"  # whose its leads are
    SOURCE_RENEWING = "source-renewing"  # before it has another address
    SOURCE_GOING = "source-going"  # before it is taken out
    UNREAD = "unread"  # what one has sent of which nothing could be read
    CRM = "crm"  # where leads are shown besides
    CRM_PEOPLE = "crm-people"  # who is who there
    CRM_PERSON = "crm-person"  # one of these
    CRM_STAGES = "crm-stages"  # which stage means what
    CRM_STAGE = "crm-stage"  # one of these
    CRM_PIPELINE = "crm-pipeline"  # in which leads are
    CRM_RENEWING = "crm-renewing"  # before it has another address for what it tells us
    CRM_OFF = "crm-off"  # before it is told nothing any more
    HOOKS = "hooks"  # where the office tells of its leads
    HOOK = "hook"  # one of these
    HOOK_EVENTS = "hook-events"  # of what it hears
    HOOK_SURE = "hook-sure"  # one of these, and what is to be done with it that is asked about first
    HOOK_KEY = "hook-key"  # a new one, shown once
    HOOK_SENT = "hook-sent"  # what was sent there last
    PRIVACY = "privacy"  # who sees what of clients, and for how long


class Go(CallbackData, prefix="go"):
    """Opens a pane. `about`: which person, segment, setting it is about; `page`: of a list, from 0."""

    pane: OfficePane
    about: str = ""
    page: Number = 0


class TakeBack(CallbackData, prefix="undo-set"):
    """Puts back what was there before a change of the set-up."""

    change: Number
