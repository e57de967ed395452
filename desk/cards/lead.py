"""The card of a lead, and the client's own files beside it."""

from __future__ import annotations

from desk.cards.page import Page
from desk.views import Reader, lead_view
from screens.content import Content, Copies
from screens.lead import lead_screen
from screens.views.lead import Menu
from storage import drafts
from storage.people import PersonRow
from storage.scenes import NoLeadError
from storage.subjects import A_LEAD


def lead_card(page: Page, person: PersonRow) -> Content | None:
    """Nothing of a draft that was thrown away."""
    lead = A_LEAD.read(page.card.subject)
    try:
        loaded = page.work.load(lead)
    except NoLeadError:
        return None
    is_secretary = drafts.secretary_of(page.work.store, lead) == person.id
    menu = Menu(page.card.payload.get("menu", ""))
    view = lead_view(page.work, loaded.scene, Reader(person, is_secretary, menu, page.repeat))
    return lead_screen(view, page.texts)


def files_card(page: Page, person: PersonRow) -> Content | None:
    """For whoever has the lead; from somebody who has lost it they are taken away."""
    lead = A_LEAD.read(page.card.subject)
    client = drafts.client_of(page.work.store, lead)
    is_his = page.work.load(lead).scene.lead.holder == person.id
    if not is_his or client.source_chat is None or not client.source_messages:
        return None
    return Copies(client.source_chat, tuple(client.source_messages))
