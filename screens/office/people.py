"""The people of the office: their list, and those who have left."""

from __future__ import annotations

from leads.office import Role
from screens.assigning import LABEL
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_people import Deed, FindPerson, OfPerson
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import listing, long_date
from screens.office.paging import back_button, pager
from screens.texts import Html, Texts, cut
from screens.views.people import FormerView, PeopleView, PersonLine


def people_screen(view: PeopleView, texts: Texts) -> Screen:
    title = texts("people-found", words=view.searched) if view.searched else texts("people-title")
    more = view.total - len(view.rows)
    text = page(
        title,
        GAP,
        *(person_line(row, texts) for row in view.rows),
        texts("people-none") if not view.rows else None,
        texts("people-more", count=more) if view.searched and more else None,
        GAP,
        texts("people-asked") if view.asked else None,
    )
    rows: Keyboard = tuple(
        (Button(cut(row.name, LABEL), Go(pane=OfficePane.PERSON, about=row.id)),) for row in view.rows
    )
    turning = () if view.searched else pager(OfficePane.PEOPLE, "", view.page, view.pages, texts)
    return Screen(text, (*rows, *turning, *_below(view, texts)))


def _below(view: PeopleView, texts: Texts) -> Keyboard:
    find = Button(texts.plain("button-find-person"), FindPerson())
    first: tuple[Button, ...] = () if view.asked else (find,)
    if view.may_invite:
        first = (*first, Button(texts.plain("button-inviting"), Go(pane=OfficePane.INVITING)))
    if view.searched:
        first = (*first, Button(texts.plain("button-everybody"), Go(pane=OfficePane.PEOPLE)))
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
        texts("former-more", count=view.more) if view.more else None,
    )
    rows: Keyboard = tuple(
        (Button(cut(texts.plain("button-rehire", name=name), LABEL), OfPerson(deed=Deed.REHIRE, who=id)),)
        for id, name in view.rows
    )
    return Screen(text, (*rows, (back_button(OfficePane.PEOPLE, texts),)))
