"""The people of the office: their list, and those who have left."""

from __future__ import annotations

from leads.office import Role
from screens.assigning import LABEL
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_people import Deed, OfPerson
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import listing, long_date
from screens.leafing import leaf_words, leaves, on_page
from screens.office.paging import back_button
from screens.texts import Html, Texts, cut
from screens.views.lead import Choice
from screens.views.leafing import On
from screens.views.people import FormerView, PeopleView, PersonLine


def people_screen(view: PeopleView, texts: Texts) -> Screen:
    text = page(
        texts("people-title"),
        GAP,
        *(person_line(row, texts) for row in on_page(view.rows, view.leafed)),
        GAP,
        leaf_words(view.rows, view.leafed, texts),
    )

    def button(row: PersonLine) -> Button:
        return Button(cut(row.name, LABEL), Go(pane=OfficePane.PERSON, about=row.id))

    rows = leaves(view.rows, view.leafed, On.OFFICE, "", button, texts)
    return Screen(text, (*rows, *_below(view, texts)))


def _below(view: PeopleView, texts: Texts) -> Keyboard:
    inviting = Button(texts.plain("button-inviting"), Go(pane=OfficePane.INVITING))
    first = (inviting,) if view.may_invite else ()
    former = Button(texts.plain("button-former", count=view.former), Go(pane=OfficePane.FORMER))
    back = back_button(OfficePane.FRONT, texts)
    last = (former, back) if view.former and view.may_set_up else (back,)
    return tuple(row for row in (first, last) if row)


def person_line(row: PersonLine, texts: Texts) -> Html:
    """Says who it is, and how they stand."""
    roles = listing(texts.plain(f"role-{role}") for role in row.roles)
    if row.absence:
        return texts("office-absent", name=row.name, roles=roles, why=state_words(row, texts))
    if Role.MANAGER in row.roles:
        return texts("person-here", name=row.name, roles=roles, load=row.load)
    return texts("person-there", name=row.name, roles=roles)


def state_words(row: PersonLine, texts: Texts) -> str:
    """`на месте`, `пауза`, `отпуск до 10 декабря`."""
    if row.absence is None:
        return texts.plain("person-present")
    words = texts.plain(f"absent-{row.absence}")
    return texts.plain("absent-until", words=words, day=long_date(row.until, texts)) if row.until else words


def former_screen(view: FormerView, texts: Texts) -> Screen:
    text = page(
        texts("former-title"),
        texts("former-about") if view.rows else texts("former-none"),
        leaf_words(view.rows, view.leafed, texts),
    )

    def button(one: Choice) -> Button:
        words = texts.plain("button-rehire", name=one.name)
        return Button(cut(words, LABEL), OfPerson(deed=Deed.REHIRE, who=one.id))

    rows = leaves(view.rows, view.leafed, On.OFFICE, "", button, texts)
    return Screen(text, (*rows, (back_button(OfficePane.PEOPLE, texts),)))
