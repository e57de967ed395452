"""The client on a lead's card: as much as the reader may see."""

from __future__ import annotations

from leads.lead import Step
from screens.format import listing
from screens.numbers import other_phones, phone_words, slips
from screens.page import page
from screens.texts import Html, Texts
from screens.views.lead import ClientView, LeadView, Seat

KINDS = ("voice", "photo", "video", "document", "contact", "other")


def client_lines(view: LeadView, texts: Texts) -> Html:
    """Who called, from where, and what is known of him; the contact only where it is not masked."""
    return page(
        _name(view, texts),
        _phone(view, texts),
        *other_phones(view, texts),
        *slips(view, texts),
        _region(view, texts),
        texts("client-source", source=view.source) if view.source else None,
        _known(view, texts),
        _duplicate(view, texts),
        _attachments(view, texts),
    )


def _name(view: LeadView, texts: Texts) -> Html | None:
    client = view.client
    if view.lead.erased:
        return texts(f"client-erased-{view.lead.erased}")
    if client.masked:
        return texts(f"client-{'hidden' if view.seat is Seat.OFFERED else 'not-for-you'}-{_stored(client)}")
    return texts("client-name", name=client.said.name) if client.said.name else None


def _stored(client: ClientView) -> str:
    """What there is to be seen by whoever may: nobody is promised more."""
    if client.said.name:
        return "both" if client.phone else "name"
    return "phone" if client.phone else "nothing"


def _phone(view: LeadView, texts: Texts) -> Html | None:
    client = view.client
    if client.phone is None:
        return None if client.masked or view.lead.erased or client.slips else texts("client-no-phone")
    return texts("client-phone", phone=phone_words(client.phone, client.extension, texts))


def _region(view: LeadView, texts: Texts) -> Html | None:
    """Where the client is and how that is known; on a draft also that nothing tells, where the rules ask for it."""
    client = view.client
    if client.said.region is None:
        return texts("client-region-unknown") if view.by_region else None
    how = f"client-region-{client.said.region_by}" if client.said.region_by else "client-region"
    return texts(how, region=client.said.region)


def _known(view: LeadView, texts: Texts) -> Html | None:
    if view.step is Step.OWNER and view.seat is Seat.OFFERED and not view.lead.duplicate_of:
        return texts("client-yours")
    if not view.lead.known:
        return None
    return texts("client-known-owner", name=view.owner) if view.owner else texts("client-known")


def _duplicate(view: LeadView, texts: Texts) -> Html | None:
    number = view.lead.duplicate_of
    if number is None:
        return None
    if view.step is Step.OWNER and view.seat is Seat.OFFERED:
        return texts("client-duplicate-yours", number=number)
    if view.duplicate_holder:
        return texts("client-duplicate-holder", number=number, name=view.duplicate_holder)
    return texts("client-duplicate", number=number)


def _attachments(view: LeadView, texts: Texts) -> Html | None:
    client = view.client
    counts = {kind: client.said.attachments[kind] for kind in KINDS if client.said.attachments.get(kind)}
    if not counts:
        return None
    files = listing(texts.plain(f"attachment-{kind}", count=n) for kind, n in counts.items())
    if view.seat is Seat.OFFERED and client.masked:
        return texts("attachments-hidden", files=files, count=sum(counts.values()))
    return texts("attachments", files=files)
