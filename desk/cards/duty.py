"""The roster and the coming week as a picture, swaps, what the head proposes, the weekly draw."""

from __future__ import annotations

from desk.cards.page import Page
from desk.draw_views import draw_view
from desk.duty_views import proposal_view, roster_view, swap_view
from desk.outgoing import Later
from screens.content import Content, Picture
from screens.draw import draw_screen
from screens.pictures.drawing import draw_roster
from screens.proposal import proposal_screen, roster_news_screen
from screens.roster import roster_screen, week_caption
from screens.swap import swap_screen
from screens.views.pictures import RosterPicture, RosterSpan
from storage.people import PersonRow
from storage.subjects import A_ROSTER, A_SEGMENT, A_SWAP, A_WEEK


def roster_card(page: Page, person: PersonRow) -> Content:
    view = roster_view(page.work, person, page.card.payload.get("menu", ""))
    return roster_screen(view, page.texts)


def week_card(page: Page, person: PersonRow) -> Later | None:
    """Next week as a picture. It takes a moment to draw, so the text goes first, as a card of its own."""
    view = roster_view(page.work, person, "")
    id = A_SEGMENT.read(page.card.subject)
    segment = next((s for s in view.segments if s.id == id), None)
    if segment is None:
        return None
    following = segment.weeks[1]
    spans = tuple(RosterSpan(*span) for span in following.spans(view.timezone))
    roster = RosterPicture(segment.name, following.first, spans, segment.people)
    name, caption = f"roster-{following.first.isoformat()}.png", week_caption(segment, page.texts)

    async def drawn() -> Content:
        return Picture(await draw_roster(roster, page.texts), name, caption)

    return drawn


def swap_card(page: Page, person: PersonRow) -> Content | None:
    view = swap_view(page.work, person, A_SWAP.read(page.card.subject))
    return swap_screen(view, page.texts) if view else None


def proposal_card(page: Page, person: PersonRow) -> Content | None:
    view = proposal_view(page.work, person, A_ROSTER.read(page.card.subject))
    return proposal_screen(view, page.texts) if view else None


def roster_news_card(page: Page, person: PersonRow) -> Content | None:
    view = proposal_view(page.work, person, int(page.args["roster"]))
    return roster_news_screen(view, page.texts) if view else None


def draw_card(page: Page, person: PersonRow) -> Content | None:
    view = draw_view(page.work, person, *A_WEEK.read(page.card.subject))
    return draw_screen(view, page.texts) if view else None
