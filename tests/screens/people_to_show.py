"""The people of the office, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

from leads.hours import Hours, Rota
from leads.office import Role
from leads.presence import Absence
from leads.wall_clock import WeeklyRule
from screens.content import Screen
from screens.office.inviting import inviting_screen, open_links_screen, picking_screen
from screens.office.listed import listed_screen
from screens.office.people import former_screen, people_screen
from screens.office.person import dismissing_screen, person_screen, roles_screen, teams_screen
from screens.texts import Texts
from screens.views.inviting import ListedRow, ListedView, OpenLink, OpenLinksView, Problem
from screens.views.lead import Choice
from screens.views.leafing import Leafed
from screens.views.people import BeforeView, Field, FormerView, PeopleView, PersonLine, PersonView, TeamRow
from tests.screens.leads_to_show import HEAD, MOSCOW, NOW, PETROV, SIDOROVA

ASKED = Leafed(asked=True)
LINE = PersonLine("petrov", PETROV, (Role.MANAGER, Role.HEAD), None, 3)
ON_LEAVE = PersonLine(
    "sidorova", SIDOROVA, (Role.MANAGER,), Absence.LEAVE, 0, NOW.date() + timedelta(days=17)
)
NEW = PersonLine("kim", HEAD, (Role.DIRECTOR,), Absence.NO_TELEGRAM, 0)
DIRECTOR = PersonLine("d" * 32, HEAD, (Role.DIRECTOR,), None, 0)
PEOPLE = PeopleView((LINE, ON_LEAVE, NEW, DIRECTOR) * 6, Leafed(1), 4, True, True)
TEAMS = (TeamRow("kazan", "Казань и Татарстан", True), TeamRow("r" * 32, "Остальные", False))
WEEK = Hours(
    (
        WeeklyRule((0, 1, 2, 3, 4), time(9), time(13)),
        WeeklyRule((0, 1, 2, 3, 4), time(14), time(18)),
        WeeklyRule((6,), time(10), time(0)),
    )
)
PERSON = PersonView(
    line=LINE,
    timezone=MOSCOW,
    year=2026,
    weight=0.5,
    capacity=5,
    schedule=WEEK,
    locale="ru",
    teams=TEAMS,
    leave=(NOW + timedelta(days=3), NOW + timedelta(days=10)),
    connected=True,
    paused=False,
    may_run=True,
    may_set_up=True,
    may_invite=True,
    may_assign=True,
)
BARE = replace(PERSON, line=ON_LEAVE, capacity=None, teams=(), leave=(None, NOW), paused=True)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "people", people_screen(PEOPLE, texts)
    yield "people, asked", people_screen(replace(PEOPLE, leafed=ASKED, may_set_up=False), texts)
    yield "people, found", people_screen(replace(PEOPLE, leafed=Leafed(sought=PETROV)), texts)
    yield "people, none", people_screen(replace(PEOPLE, leafed=Leafed(sought="ov <b>")), texts)
    yield "person", person_screen(PERSON, texts)
    yield "person, of the head", person_screen(replace(PERSON, may_set_up=False, may_invite=False), texts)
    yield "person, bare", person_screen(replace(BARE, schedule=None, connected=False), texts)
    before = replace(PERSON, teams=(), before=BeforeView(WEEK, ("Казань", "Остальные")))
    yield "person, as before", person_screen(before, texts)
    rota = Rota(date(2026, 12, 1), 2, 2, ((time(9), time(21)),))
    yield "person, by rota", person_screen(replace(BARE, line=DIRECTOR, schedule=rota), texts)
    for field in Field:
        asked = replace(PERSON, asked=field)
        yield f"person, asked for {field}", person_screen(asked, texts)
        yield f"person, refused {field}", person_screen(replace(asked, refused=True), texts)
    yield "person, meanwhile", person_screen(replace(PERSON, asked=Field.WEIGHT, meanwhile=True), texts)
    yield "roles", roles_screen(PERSON, texts)
    yield "teams", teams_screen(replace(PERSON, line=DIRECTOR), texts)
    yield "dismissing", dismissing_screen(PERSON, texts)
    yield "inviting", inviting_screen(3, texts)
    yield "inviting, none open", inviting_screen(0, texts)
    rows = (
        ListedRow(HEAD, Role.SECRETARY, ()),
        ListedRow(SIDOROVA, Role.MANAGER, ("Казань и Татарстан",)),
        *(ListedRow(PETROV, None, (), problem, "Kazan & <b>") for problem in Problem),
    )
    yield "listed", listed_screen(ListedView(rows, refused=False), texts)
    yield "listed, none will do", listed_screen(ListedView(rows[2:], refused=False), texts)
    yield "listed, to send", listed_screen(ListedView((), refused=False), texts)
    yield "listed, refused", listed_screen(ListedView((), refused=True), texts)
    yield "picking", picking_screen(texts)
    links = (
        OpenLink("0f" * 6, None, Role.MANAGER, NOW),
        OpenLink("1f" * 6, SIDOROVA, None, NOW + timedelta(days=2)),
    )
    yield "open links", open_links_screen(OpenLinksView(MOSCOW, links * 9), texts)
    yield "open links, none", open_links_screen(OpenLinksView(MOSCOW, ()), texts)
    yield "former", former_screen(FormerView((Choice("kim", HEAD), Choice("d" * 32, SIDOROVA)) * 9), texts)
    yield "former, none", former_screen(FormerView(()), texts)
