"""Taking people on: by a link, which is a picture too, or by Telegram's own list; links that are still open."""

from __future__ import annotations

from io import BytesIO

from leads.office import Role
from screens.assigning import LABEL
from screens.buttons.of_office import Invite
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_people import AskList, PickPeople, Revoke
from screens.content import GAP, Button, Keyboard, Picture, Screen, page
from screens.format import date_and_clock
from screens.leafing import leaf_words, leaves
from screens.office.paging import back_button
from screens.texts import Texts, cut
from screens.views.inviting import InvitedView, OpenLink, OpenLinksView
from screens.views.lead import Choice
from screens.views.leafing import On


def invitation(view: InvitedView, texts: Texts) -> Picture:
    """Shows a link and nothing of the office but its name: people pass the whole message on."""
    return Picture(qr_code(view.link), "invitation.png", invitation_words(view, texts).text)


def invitation_words(view: InvitedView, texts: Texts) -> Screen:
    until = date_and_clock(view.until, view.timezone, texts)
    return Screen(
        page(
            texts("invitation-title", office=view.office),
            texts("invitation-for", name=view.name),
            GAP,
            texts("invitation-link", link=view.link),
            GAP,
            texts("invitation-life", until=until),
        )
    )


def qr_code(link: str) -> bytes:
    """Draws it as PNG, large enough for a camera that looks at a screen."""
    import segno  # here, because few starts of the program ever draw one

    out = BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="png", scale=12, border=4)
    return out.getvalue()


def inviting_screen(open_links: int, texts: Texts) -> Screen:
    """Says the ways of taking people on."""
    text = page(texts("inviting-title"), GAP, texts("inviting-about"))
    links = [Button(texts.plain(f"button-invite-{role}"), Invite(person=f"+{role}")) for role in Role]
    pick = Button(texts.plain("button-pick-people"), Go(pane=OfficePane.PICKING))
    still = Button(texts.plain("button-open-links", count=open_links), Go(pane=OfficePane.INVITED))
    rows: Keyboard = (
        *(tuple(links[n : n + 2]) for n in range(0, len(links), 2)),
        (pick,),
        (Button(texts.plain("button-ask-list"), AskList()),),
        *(((still,),) if open_links else ()),
        (back_button(OfficePane.PEOPLE, texts),),
    )
    return Screen(text, rows)


def picking_screen(texts: Texts) -> Screen:
    """Asks which role those have who are picked next."""
    rows = tuple((Button(texts.plain(f"role-{role}"), PickPeople(role=role)),) for role in Role)
    return Screen(texts("picking-title"), (*rows, (back_button(OfficePane.INVITING, texts),)))


def open_links_screen(view: OpenLinksView, texts: Texts) -> Screen:
    def button(one: Choice) -> Button:
        return Button(cut(texts.plain("button-revoke", words=one.name), LABEL), Revoke(link=one.id))

    links = [Choice(row.link, _words(row, view, texts)) for row in view.rows]
    rows = leaves(links, view.leafed, On.OFFICE, "", button, texts)
    text = page(
        texts("open-links-title"),
        texts("open-links-about") if links else texts("open-links-none"),
        leaf_words(links, view.leafed, texts),
    )
    return Screen(text, (*rows, (back_button(OfficePane.INVITING, texts),)))


def _words(row: OpenLink, view: OpenLinksView, texts: Texts) -> str:
    whom = row.name or texts.plain(f"role-{row.role or Role.MANAGER}")
    return f"{whom} · {date_and_clock(row.until, view.timezone, texts)}"
