"""What is done with one person of the office: values typed, teams, roles, pauses and leave, going and coming back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from contacts.absences import read_absence
from contacts.days import Unread
from desk import presence, questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.changing import change
from desk.door import Door
from desk.leafing import show_again
from desk.menus import send_keyboard
from desk.office import people_edits as edits
from desk.office.as_before import as_before
from desk.office.asking import Said
from desk.office.people_views import TOPIC
from desk.office.typed_values import OWN_HOURS, Values, read_value
from desk.work import Work
from leads.office import Person, Role
from leads.refusals import Refusal, Refused
from leads.rights import Right
from screens.buttons.base import short
from screens.buttons.of_panes import OfficePane
from screens.buttons.of_people import Deed
from screens.texts import LOCALES
from screens.views.people import Field
from storage import people, scenes

Case = Callable[[Work, Actor, str, str], Reply]
"""Does it with a person, by their id; the last is the value that the button says. Raises Refused."""


@dataclass(frozen=True, slots=True)
class Persons:
    door: Door

    async def do(self, actor: Actor, deed: Deed, who: str, value: str) -> Reply:
        right, case = DEEDS[deed]
        return await self.door.do(actor, right, lambda work: case(work, actor, who, value))


def hear_value(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes what was typed for a value; where it is none, or has become another meanwhile, the pane asks on."""
    who, field = about["who"], Field(about["field"])
    person, was = _person(work, who), about["was"]
    asked = {"topic": TOPIC, "who": who, "field": field.value, "was": _now(work, person, field)}
    if asked["was"] != was:
        questions.ask_of_office(work, actor.person or "", {**asked, "meanwhile": True})
    elif not _take(work, actor, person, field, said.text):
        questions.ask_of_office(work, actor.person or "", {**asked, "refused": True})
    else:
        questions.stop_asking(work, actor.person or "")
    show_office(work, actor, OfficePane.PERSON, who, fresh=True)


def _take(work: Work, actor: Actor, person: Person, field: Field, text: str) -> bool:
    """Whether it was a value."""
    if field is Field.LEAVE:
        away = read_absence(text, work.now, work.office.timezone) if text.strip() else Unread.NO_DAY
        if isinstance(away, Unread):
            return False
        presence.take_leave(work, person.id, away, actor.person)
        again = presence.back_again(work, person.id, away.back)
        _tell(work, actor, person, "told-leave", again=again)
        return True
    values = read_value(field, text, work.today)
    if values is None:
        return False
    try:
        change(work, actor.person or "", edits.set_value(person.id, values))
    except Refused:
        return False
    return True


def _ask(work: Work, actor: Actor, who: str, value: str) -> Reply:
    if value not in set(Field):
        return NOTHING
    person, field = _person(work, who), Field(value)
    about = {"topic": TOPIC, "who": who, "field": value, "was": _now(work, person, field)}
    questions.ask_of_office(work, actor.person or "", about)
    show_office(work, actor, OfficePane.PERSON, who)
    return NOTHING


def _now(work: Work, person: Person, field: Field) -> str:
    """What stands there, to be compared with what will stand there when the answer comes."""
    match field:
        case Field.NAME:
            return person.name
        case Field.WEIGHT:
            return str(person.weight)
        case Field.CAPACITY:
            return str(person.capacity)
        case Field.HOURS:
            return repr(person.rota or person.hours)
        case Field.LEAVE:
            worker = scenes.read_workers(work.store)[person.id]
            return f"{worker.leave_from} {worker.leave_until}"


def _clear(work: Work, actor: Actor, who: str, value: str) -> Reply:
    person = _person(work, who)
    if value == Field.LEAVE:
        if scenes.read_workers(work.store)[who].leave_until is None:
            raise Refused(Refusal.CHANGED_SINCE)
        presence.drop_leave(work, who, actor.person)
        _tell(work, actor, person, "told-no-leave")
    elif value in NOTHING_OF_ITS_OWN:
        change(work, actor.person or "", edits.set_value(who, NOTHING_OF_ITS_OWN[value]))
    questions.stop_asking(work, actor.person or "")
    show_office(work, actor, OfficePane.PERSON, who)
    return NOTHING


NOTHING_OF_ITS_OWN: Final[Mapping[str, Values]] = {
    Field.CAPACITY: {"capacity": None},
    Field.HOURS: OWN_HOURS,
}


def _team(work: Work, actor: Actor, who: str, value: str, *, joins: bool) -> Reply:
    active = (segment for segment in work.office.segments if not segment.retired)
    segment = next((one.id for one in active if short(one.id) == value), None)
    if segment is None:
        raise Refused(Refusal.NO_SEGMENT)
    edit = edits.join_team(who, segment) if joins else edits.leave_team(who, segment)
    change(work, actor.person or "", edit)
    show_again(work, actor, OfficePane.TEAMS, who)
    return NOTHING


def _role(work: Work, actor: Actor, who: str, value: str, *, gives: bool) -> Reply:
    if value not in set(Role):
        return NOTHING
    person, role = _person(work, who), Role(value)
    table = {"id": who, "name": person.name, "telegram_id": person.telegram_id, "locale": person.locale}
    taken = edits.take_role(who, role, is_safe=_is_safe(work))
    change(work, actor.person or "", edits.give_role(table, role) if gives else taken)
    if person.telegram_id:
        send_keyboard(work, person.telegram_id, f"roles:{actor.update}")
    show_office(work, actor, OfficePane.ROLES, who)
    return NOTHING


def _is_safe(work: Work) -> bool:
    """Whether somebody of the office administers it by ADMIN_IDS."""
    return any(person.telegram_id in work.admins for person in work.office.people if person.telegram_id)


def _speak(work: Work, actor: Actor, who: str, value: str) -> Reply:
    if value not in LOCALES:
        return NOTHING
    person = _person(work, who)
    change(work, actor.person or "", edits.set_value(who, {"locale": value}))
    show_office(work, actor, OfficePane.PERSON, who)
    return Reply(done="setting-same") if person.locale == value else NOTHING


def _pause(work: Work, actor: Actor, who: str, _: str) -> Reply:
    person = _person(work, who)
    if scenes.read_workers(work.store)[who].paused:
        raise Refused(Refusal.CHANGED_SINCE)
    presence.pause(work, who, actor.person)
    _tell(work, actor, person, "told-pause")
    show_office(work, actor, OfficePane.PERSON, who)
    return NOTHING


def _back(work: Work, actor: Actor, who: str, _: str) -> Reply:
    presence.bring_back(work, actor, who)
    show_office(work, actor, OfficePane.PERSON, who)
    return NOTHING


def _dismiss(work: Work, actor: Actor, who: str, _: str) -> Reply:
    person = _person(work, who)
    change(work, actor.person or "", edits.dismiss(who, is_safe=_is_safe(work)))
    if person.telegram_id:
        work.note(person.telegram_id, f"dismissed:{actor.update}", "dismissed", locale=person.locale)
    show_office(work, actor, OfficePane.PEOPLE)
    return Reply(done="dismissed", names=(person.name,))


def _rehire(work: Work, actor: Actor, who: str, _: str) -> Reply:
    row = next((row for row in people.rows(work.store) if row.id == who), None)
    if row is None or row.active or not row.roles:
        raise Refused(Refusal.CHANGED_SINCE)
    table = {"id": who, "name": row.name, "roles": row.roles, "locale": row.locale, "weight": row.weight}
    change(work, actor.person or "", edits.take_on([table | {"capacity": row.capacity}], {}))
    show_office(work, actor, OfficePane.PERSON, who)
    return Reply(done="rehired", names=(row.name,))


def _as_before(work: Work, actor: Actor, who: str, _: str) -> Reply:
    edit = as_before(work, _person(work, who))
    if edit is None:
        raise Refused(Refusal.CHANGED_SINCE)
    change(work, actor.person or "", edit)
    show_office(work, actor, OfficePane.PERSON, who)
    return Reply(done="as-before")


def _person(work: Work, who: str) -> Person:
    """Raises Refused for whoever is nobody of the office any more."""
    found = next((person for person in work.office.people if person.id == who), None)
    if found is None:
        raise Refused(Refusal.CHANGED_SINCE)
    return found


def _tell(work: Work, actor: Actor, person: Person, key: str, **args: Any) -> None:
    """Tells the person concerned, by whom."""
    if person.telegram_id and person.id != actor.person:
        name = people.names(work.store)[actor.person or ""]
        work.note(person.telegram_id, f"{key}:{actor.update}", key, name=name, **args)


DEEDS: Final[Mapping[Deed, tuple[Right, Case]]] = {
    Deed.ASK: (Right.RUN, _ask),
    Deed.CLEAR: (Right.RUN, _clear),
    Deed.TEAM_IN: (Right.RUN, lambda *of: _team(*of, joins=True)),
    Deed.TEAM_OUT: (Right.RUN, lambda *of: _team(*of, joins=False)),
    Deed.ROLE_IN: (Right.SET_UP, lambda *of: _role(*of, gives=True)),
    Deed.ROLE_OUT: (Right.SET_UP, lambda *of: _role(*of, gives=False)),
    Deed.SPEAK: (Right.RUN, _speak),
    Deed.PAUSE: (Right.RUN, _pause),
    Deed.BACK: (Right.RUN, _back),
    Deed.DISMISS: (Right.SET_UP, _dismiss),
    Deed.REHIRE: (Right.SET_UP, _rehire),
    Deed.AS_BEFORE: (Right.RUN, _as_before),
}

assert DEEDS.keys() == set(Deed), "each deed is done by somebody"
