"""One person of the office: what they do, when, in which teams; and what of it the reader may change."""

from __future__ import annotations

from datetime import datetime

from leads.office import Role
from screens.assigning import LABEL
from screens.buttons.base import short
from screens.buttons.of_office import Invite, PassOn
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_people import Deed, OfPerson
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import decimal, full_date, listing, some_of
from screens.leafing import leaf_words, leaves
from screens.office.paging import back_button
from screens.office.people import state_words
from screens.office.schedule import schedule_words
from screens.texts import LOCALES, Html, Texts, cut, texts_for
from screens.views.leafing import On
from screens.views.people import Field, PersonView, TeamRow

CLEARS = {Field.CAPACITY: "capacity", Field.HOURS: "hours", Field.LEAVE: "leave"}


def person_screen(view: PersonView, texts: Texts) -> Screen:
    text = page(
        texts("person-title", name=view.line.name),
        texts("person-roles", roles=listing(texts.plain(f"role-{role}") for role in view.line.roles)),
        texts("person-state", state=state_words(view.line, texts), here="no" if view.line.absence else "yes"),
        _leave(view, texts),
        GAP,
        *_work(view, texts),
        _before(view, texts),
        GAP,
        texts("person-language", locale=view.locale),
        texts("person-account", connected="yes" if view.connected else "no"),
        GAP,
        *_question(view, texts),
    )
    return Screen(text, _asked(view, texts) if view.asked else _buttons(view, texts))


def _leave(view: PersonView, texts: Texts) -> Html | None:
    if view.leave is None:
        return None
    begins, back = view.leave
    day = _day(back, view, texts)
    if begins is None:
        return texts("person-leave", back=day)
    return texts("person-leave-ahead", first=_day(begins, view, texts), back=day)


def _day(moment: datetime, view: PersonView, texts: Texts) -> str:
    return full_date(moment.astimezone(view.timezone).date(), view.year, texts)


def _work(view: PersonView, texts: Texts) -> tuple[Html | None, ...]:
    sells = Role.MANAGER in view.line.roles
    load = {"load": view.line.load}
    of = texts("person-load-of", **load, capacity=view.capacity) if view.capacity else None
    teams = some_of((team.name for team in view.teams if team.is_in), texts)
    hours = schedule_words(view.schedule, texts) if view.schedule else None
    return (
        (of or texts("person-load", **load)) if sells or view.line.load else None,
        texts("person-weight", weight=decimal(view.weight, texts)) if sells else None,
        texts("person-teams", teams=teams) if teams else texts("person-no-teams") if sells else None,
        texts("person-hours", hours=hours) if hours else texts("person-hours-office"),
    )


def _before(view: PersonView, texts: Texts) -> Html | None:
    if view.before is None:
        return None
    hours = schedule_words(view.before.schedule, texts) if view.before.schedule else ""
    was = (hours, some_of(view.before.teams, texts))
    return texts("person-before", was=" · ".join(part for part in was if part))


def _question(view: PersonView, texts: Texts) -> tuple[Html | None, ...]:
    if view.asked is None:
        return ()
    return (
        texts("person-meanwhile") if view.meanwhile else None,
        texts("person-refused") if view.refused else None,
        texts(f"ask-person-{view.asked}"),
    )


def _asked(view: PersonView, texts: Texts) -> Keyboard:
    who, field = view.line.id, view.asked
    away = Button(texts.plain("button-person-no"), Go(pane=OfficePane.PERSON, about=who))
    if field not in CLEARS or (field is Field.LEAVE and view.leave is None):
        return ((away,),)
    clear = OfPerson(deed=Deed.CLEAR, who=who, value=str(field))
    return ((Button(texts.plain(f"button-clear-{CLEARS[field]}"), clear),), (away,))


def _buttons(view: PersonView, texts: Texts) -> Keyboard:
    rows: list[tuple[Button, ...]] = []
    if view.may_run and view.before:
        again = OfPerson(deed=Deed.AS_BEFORE, who=view.line.id)
        rows.append((Button(texts.plain("button-as-before"), again, style="primary"),))
    if view.may_run:
        rows += [
            tuple(_ask(field, view, texts) for field in pair)
            for pair in ((Field.NAME, Field.WEIGHT), (Field.CAPACITY, Field.HOURS))
        ]
        rows.append((_ask(Field.LEAVE, view, texts), _pause(view, texts)))
    rows.append((*_panes(view, texts),))
    if view.may_run:
        rows.append(tuple(_language(locale, view, texts) for locale in LOCALES))
    rows += [(button,) for button in _rare(view, texts)]
    return (*(row for row in rows if row), (back_button(OfficePane.PEOPLE, texts),))


def _ask(field: Field, view: PersonView, texts: Texts) -> Button:
    words = texts.plain(f"button-person-{field}")
    return Button(words, OfPerson(deed=Deed.ASK, who=view.line.id, value=field.value))


def _pause(view: PersonView, texts: Texts) -> Button:
    if view.paused:
        return Button(texts.plain("button-person-back"), OfPerson(deed=Deed.BACK, who=view.line.id))
    return Button(texts.plain("button-person-pause"), OfPerson(deed=Deed.PAUSE, who=view.line.id))


def _panes(view: PersonView, texts: Texts) -> tuple[Button, ...]:
    who = view.line.id
    teams = Button(texts.plain("button-person-teams"), Go(pane=OfficePane.TEAMS, about=who))
    roles = Button(texts.plain("button-person-roles"), Go(pane=OfficePane.ROLES, about=who))
    return (*((teams,) if view.may_run else ()), *((roles,) if view.may_set_up else ()))


def _language(locale: str, view: PersonView, texts: Texts) -> Button:
    words = texts_for(locale).plain("language-name")
    if locale == view.locale:
        words = texts.plain("button-marked", words=words)
    return Button(words, OfPerson(deed=Deed.SPEAK, who=view.line.id, value=locale))


def _rare(view: PersonView, texts: Texts) -> list[Button]:
    who, found = view.line.id, []
    if view.may_assign and view.line.load:
        words = texts.plain("button-person-leads", count=view.line.load)
        found.append(Button(words, PassOn(person=who)))
    if view.may_invite and view.line.roles:
        key = "button-person-account" if view.connected else "button-person-link"
        found.append(Button(texts.plain(key), Invite(person=who)))
    if view.may_set_up:
        words = texts.plain("button-person-dismiss")
        found.append(Button(words, Go(pane=OfficePane.DISMISSING, about=who), style="danger"))
    return found


def roles_screen(view: PersonView, texts: Texts) -> Screen:
    """One tap gives a role or takes it."""
    rows = tuple((_role(role, view, texts),) for role in Role)
    text = page(texts("roles-title", name=view.line.name), texts("roles-about"))
    return Screen(text, (*rows, (back_button(OfficePane.PERSON, texts, view.line.id),)))


def _role(role: Role, view: PersonView, texts: Texts) -> Button:
    words, has_it = texts.plain(f"role-{role}"), role in view.line.roles
    deed = Deed.ROLE_OUT if has_it else Deed.ROLE_IN
    words = texts.plain("button-ticked" if has_it else "button-unticked", words=words)
    return Button(words, OfPerson(deed=deed, who=view.line.id, value=role.value))


def teams_screen(view: PersonView, texts: Texts) -> Screen:
    """One tap makes somebody a member of a segment, or takes them out of it."""

    def button(team: TeamRow) -> Button:
        deed = Deed.TEAM_OUT if team.is_in else Deed.TEAM_IN
        words = texts.plain("button-ticked" if team.is_in else "button-unticked", words=team.name)
        return Button(cut(words, LABEL), OfPerson(deed=deed, who=view.line.id, value=short(team.id)))

    rows = leaves(view.teams, view.leafed, On.OFFICE, "", button, texts)
    sought = leaf_words(view.teams, view.leafed, texts)
    text = page(texts("teams-title", name=view.line.name), texts("teams-about"), GAP, sought)
    return Screen(text, (*rows, (back_button(OfficePane.PERSON, texts, view.line.id),)))


def dismissing_screen(view: PersonView, texts: Texts) -> Screen:
    """Asks before somebody is taken away."""
    load = view.line.load
    text = page(
        texts("dismiss-question", name=view.line.name),
        texts("dismiss-leads", count=load) if load else None,
        texts("dismiss-effect"),
    )
    yes = OfPerson(deed=Deed.DISMISS, who=view.line.id)
    return Screen(
        text,
        (
            (Button(texts.plain("button-dismiss-yes"), yes, style="danger"),),
            (Button(texts.plain("button-dismiss-no"), Go(pane=OfficePane.PERSON, about=view.line.id)),),
        ),
    )
