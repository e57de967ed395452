"""/office: who works here and how leads are shared; invitations, for those who may give them; updates set aside."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from leads.office import Role
from leads.presence import Absence
from screens.assigning import LABEL
from screens.buttons.of_office import Aside, AsideDeed, Invite, Replace
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_past import PastFile, PastStep
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.duty import today_line
from screens.format import date_and_clock, listing, some_of
from screens.office.schemes import scheme_buttons, scheme_words
from screens.texts import Html, Texts, cut
from screens.views.office import AsideRow, AsideView, Kind, MovingView, OfficeView, PersonRow, SegmentRow

MOST_NAMED = 12
"""Of more people the front tells how many they are: each of them stands in their list."""
MOST_SCHEMES = 12
"""Of more segments each has its scheme in its own pane alone."""
MOST_SEGMENTS = 30
"""Of more segments the others stand in their list alone, lest they push the people out of the message."""
MOST_ROSTERS = 6

HOUR = timedelta(hours=1)


def office_screen(view: OfficeView, texts: Texts, calendar: str | None = None) -> Screen:
    """`calendar`: the address of the Mini App; None where there is none."""
    text = page(
        texts("office-title", name=view.name),
        _hours(view, texts),
        texts(f"office-presence-{view.presence}"),
        texts("office-aside", count=view.set_aside) if view.set_aside else None,
        GAP,
        *_segments(view.segments, texts),
        GAP,
        *_duty(view, texts),
        GAP,
        *_people(view, texts),
        GAP,
        texts("office-invite" if len(view.people) <= MOST_NAMED else "office-invite-new")
        if view.may_invite
        else None,
    )
    few = view.segments if len(view.segments) <= MOST_SCHEMES else ()
    schemes = (*aside_button(view.set_aside, texts), *scheme_buttons(few, texts))
    invitations = _invitations(view, texts) if view.may_invite else ()
    ask = Button(texts.plain("button-past-ask"), PastFile(step=PastStep.ASK))
    past = ((ask,),) if view.may_invite else ()
    month = Button(texts.plain("button-calendar"), app=calendar)
    return Screen(
        text,
        (*schemes, *invitations, *_panes(view, texts), *past, *(((month,),) if calendar else ())),
    )


def _duty(view: OfficeView, texts: Texts) -> tuple[Html, ...]:
    """Who is on duty today, a line for each segment that goes by a roster."""
    if view.duty is None or not view.duty.rows:
        return ()
    zone, duty = view.timezone, view.duty
    lines = (today_line(one.name, one.lines, duty.now, zone, texts) for one in duty.rows[:MOST_ROSTERS])
    return texts("office-duty"), *lines


def _people(view: OfficeView, texts: Texts) -> tuple[Html, ...]:
    """Each of them; of many, how many are there, and how many are not for which reason."""
    if not view.people:
        return (texts("office-nobody"),)
    if len(view.people) <= MOST_NAMED:
        return (texts("office-people"), *(_person(person, texts) for person in view.people))
    away = Counter(person.absence for person in view.people if person.absence)
    here = len(view.people) - away.total()
    counts = (
        texts("office-count-away", why=texts.plain(f"absent-{why}"), count=count)
        for why, count in away.most_common()
    )
    return texts("office-count", count=len(view.people)), texts("office-count-here", count=here), *counts


def _panes(view: OfficeView, texts: Texts) -> Keyboard:
    people = Button(texts.plain("button-people"), Go(pane=OfficePane.PEOPLE))
    segments = Button(texts.plain("button-segments"), Go(pane=OfficePane.SEGMENTS))
    settings = Button(texts.plain("button-settings"), Go(pane=OfficePane.SETTINGS))
    changes = Button(texts.plain("button-changes"), Go(pane=OfficePane.CHANGES))
    upkeep = Button(texts.plain("button-upkeep"), Go(pane=OfficePane.UPKEEP))
    privacy = Button(texts.plain("button-privacy"), Go(pane=OfficePane.PRIVACY))
    duties = Button(texts.plain("button-duties"), Go(pane=OfficePane.DUTIES))
    file = Button(texts.plain("button-office-file"), Go(pane=OfficePane.FILE))
    sources = Button(texts.plain("button-sources"), Go(pane=OfficePane.SOURCES))
    crm = Button(texts.plain("button-crm"), Go(pane=OfficePane.CRM))
    hooks = Button(texts.plain("button-hooks"), Go(pane=OfficePane.HOOKS))
    own = ((sources, hooks), (crm, file)) if view.may_invite else ()
    return (people, segments), (duties,), (settings, changes), (privacy, upkeep), *own


def _link(name: str, link: str, lives: timedelta, texts: Texts) -> tuple[Html, Html]:
    return texts("office-link", name=name, link=link), texts("office-link-life", hours=lives // HOUR)


def _hours(view: OfficeView, texts: Texts) -> Html:
    if view.open_now:
        return texts("office-open")
    if view.opens_at is None:
        return texts("office-closed")
    return texts("office-opens", at=date_and_clock(view.opens_at, view.timezone, texts))


def _segments(segments: tuple[SegmentRow, ...], texts: Texts) -> tuple[Html, ...]:
    """Each with its people; of many, how many people are in each, and of very many, how many more there are."""
    if not segments:
        return (texts("office-no-segments"),)
    is_brief, more = len(segments) > MOST_SCHEMES, len(segments) - MOST_SEGMENTS
    rows = (_segment(segment, texts, is_brief=is_brief) for segment in segments[:MOST_SEGMENTS])
    rest = (texts("office-segments-more", count=more),) if more > 0 else ()
    return texts("office-segments"), *rows, *rest


def _segment(segment: SegmentRow, texts: Texts, *, is_brief: bool) -> Html:
    """`is_brief`: how many people, and not who."""
    of = scheme_words(segment, texts)
    if not segment.members:
        return texts("office-segment-empty", name=segment.name, scheme=of)
    if is_brief:
        return texts("office-segment-count", name=segment.name, scheme=of, count=len(segment.members))
    return texts("office-segment", name=segment.name, scheme=of, members=some_of(segment.members, texts))


def _person(person: PersonRow, texts: Texts) -> Html:
    roles = role_names(person.roles, texts)
    if person.absence:
        return texts(
            "office-absent", name=person.name, roles=roles, why=texts.plain(f"absent-{person.absence}")
        )
    if Role.MANAGER in person.roles:
        return texts("office-manager", name=person.name, roles=roles, load=person.load)
    return texts("office-person", name=person.name, roles=roles)


def role_names(roles: tuple[Role, ...], texts: Texts) -> str:
    return listing(texts.plain(f"role-{role}") for role in roles)


def _invitations(view: OfficeView, texts: Texts) -> Keyboard:
    """A link for everybody who is not connected yet, and for a new person in each role."""
    waiting = [person for person in view.people if person.absence is Absence.NO_TELEGRAM]
    if len(view.people) > MOST_NAMED:
        waiting = []
    people = tuple(
        (Button(cut(texts.plain("button-invite", name=person.name), LABEL), Invite(person=person.id)),)
        for person in waiting
    )
    new = [Button(texts.plain(f"button-invite-{role}"), Invite(person=f"+{role}")) for role in Role]
    return (*people, *(tuple(new[n : n + 2]) for n in range(0, len(new), 2)))


def aside_screen(view: AsideView, texts: Texts) -> Screen:
    back = (Button(texts.plain("button-put-away"), Aside(deed=AsideDeed.HIDE)),)
    if not view.rows:
        return Screen(texts("aside-none"), (back,))
    text = page(
        texts("aside-title", count=len(view.rows) + view.more),
        texts("aside-about"),
        GAP,
        *(_row(place, row, view, texts) for place, row in enumerate(view.rows, 1)),
        texts("aside-more", count=view.more) if view.more else None,
    )
    return Screen(text, (*(_buttons(place, row, texts) for place, row in enumerate(view.rows, 1)), back))


def aside_button(count: int, texts: Texts) -> Keyboard:
    """Returns the way in; nothing where nothing is set aside."""
    if not count:
        return ()
    return ((Button(texts.plain("button-aside", count=count), Aside(deed=AsideDeed.SHOW)),),)


def _row(place: int, row: AsideRow, view: AsideView, texts: Texts) -> Html:
    when, kind = date_and_clock(row.at, view.timezone, texts), texts.plain(f"aside-kind-{row.kind}")
    return texts("aside-row", place=place, at=when, kind=kind, error=row.error)


def _buttons(place: int, row: AsideRow, texts: Texts) -> tuple[Button, ...]:
    again = Aside(deed=AsideDeed.RETRY, update=row.update)
    gone = Aside(deed=AsideDeed.LET_GO, update=row.update)
    let_go = Button(texts.plain("button-aside-let-go", place=place), gone)
    if row.kind is Kind.UNREADABLE:
        return (let_go,)
    return Button(texts.plain("button-aside-retry", place=place), again), let_go


def moving_screen(view: MovingView, texts: Texts) -> Screen:
    if view.link:
        return Screen(page(*_link(view.name, view.link, view.link_lives, texts), texts("moving-made")))
    words = page(
        texts("moving-question", name=view.name, account=str(view.account)), GAP, texts("moving-effect")
    )
    yes = Button(texts.plain("button-moving-yes"), Replace(person=view.who, sure=True))
    no = Button(texts.plain("button-moving-no"), Replace(person=view.who, sure=False))
    return Screen(words, ((yes,), (no,)))
