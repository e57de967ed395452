"""The client on a lead's card: as much as the reader may see, the numbers of the message among it."""

from __future__ import annotations

from leads.client import are_files
from leads.lead import State, Step
from screens.buttons.of_intake import ChoosePhone
from screens.contacts import contact_lines
from screens.content import Button, page
from screens.one_client import other_leads
from screens.story import came_again, file_list
from screens.texts import Html, Texts, cut
from screens.views.lead import ClientView, LeadView, Seat

LABEL = 40  # UTF-16 units of a button: a number and its extension
MOST_OTHERS = 6  # a whole telephone book is no lead


def client_lines(view: LeadView, texts: Texts) -> Html:
    """Tells who called, from where, and what is known of them; the contact only where it is not masked.

    Of a lead that was taken back nothing: that stands on its draft.
    """
    if view.lead.state is State.WITHDRAWN:
        return page()
    return page(
        _name(view, texts),
        _phone(view, texts),
        *other_phones(view, texts),
        *slips(view, texts),
        *contact_lines(view, texts),
        _region(view, texts),
        texts("client-source", source=view.source) if view.source else None,
        _known(view, texts),
        _duplicate(view, texts),
        *other_leads(view, texts),
        _attachments(view, texts),
        came_again(view, texts),
    )


def _name(view: LeadView, texts: Texts) -> Html | None:
    client = view.client
    if view.lead.erased:
        return texts(f"client-erased-{view.lead.erased}")
    if client.masked and _is_theirs_already(view):
        return None
    if client.masked:
        return texts(f"client-{'hidden' if view.seat is Seat.OFFERED else 'not-for-you'}-{_stored(client)}")
    return texts("client-name", name=client.said.name) if client.said.name else None


def _stored(client: ClientView) -> str:
    """What there is to be seen by whoever may: nobody is promised more."""
    with_name, without = ("both", "phone") if client.phone else ("name", "nothing")
    found = with_name if client.said.name else without
    return f"{found}-written" if client.is_written else found


def is_within_reach(client: ClientView) -> bool:
    """Tells whether there is anything by which somebody may be reached: a contact, something that looks like one, or
    a file that may hold it.
    """
    return bool(client.phone or client.contacts or client.slips or are_files(client.said.attachments))


def _phone(view: LeadView, texts: Texts) -> Html | None:
    client = view.client
    if client.phone is None:
        if client.masked or view.lead.erased or client.slips or client.contacts:
            return None
        return texts("client-no-phone" if file_list(client.said.attachments, texts) else "client-no-contact")
    return texts("client-phone", phone=phone_words(client.phone, client.extension, texts))


def _region(view: LeadView, texts: Texts) -> Html | None:
    """Where the client is and how that is known; on a draft also that nothing tells, where the rules ask for it."""
    client = view.client
    if client.said.region is None:
        return texts("client-region-unknown") if view.by_region else None
    how = f"client-region-{client.said.region_by}" if client.said.region_by else "client-region"
    return texts(how, region=client.said.region)


def _known(view: LeadView, texts: Texts) -> Html | None:
    if _is_theirs_already(view):
        return None
    if view.step is Step.OWNER and view.seat is Seat.OFFERED:
        return texts("client-yours")
    if not view.lead.known:
        return None
    return texts("client-known-owner", name=view.owner) if view.owner else texts("client-known")


def _is_theirs_already(view: LeadView) -> bool:
    """Whether the client is offered to whoever has another lead of theirs: one line says it all."""
    is_owners = view.step is Step.OWNER and view.seat is Seat.OFFERED
    return is_owners and view.lead.duplicate_of is not None and view.lead.state is not State.DRAFT


def _duplicate(view: LeadView, texts: Texts) -> Html | None:
    number = view.lead.duplicate_of
    if number is None:
        return None
    if view.lead.state is State.DRAFT:
        who = {"name": view.duplicate_holder} if view.duplicate_holder else {}
        return texts("draft-repeat-holder" if who else "draft-repeat", number=number, **who)
    if _is_theirs_already(view):
        return texts("client-duplicate-yours", number=number)
    if view.duplicate_holder:
        return texts("client-duplicate-holder", number=number, name=view.duplicate_holder)
    return texts("client-duplicate", number=number)


def _attachments(view: LeadView, texts: Texts) -> Html | None:
    client = view.client
    files = file_list(client.said.attachments, texts)
    if not files:
        return None
    if view.seat is Seat.OFFERED and client.masked:
        return texts("attachments-hidden", files=files, count=sum(client.said.attachments.values()))
    return texts("attachments", files=files)


def phone_words(phone: str, extension: str, texts: Texts) -> str:
    """`+7 843 292-44-44 доб. 101`."""
    return texts.plain("phone-with-extension", phone=phone, extension=extension) if extension else phone


def other_phones(view: LeadView, texts: Texts) -> list[Html]:
    """Returns the further numbers of the message, for whoever sees the client."""
    others = view.client.others
    lines = [
        texts("client-other-phone", phone=phone_words(one.phone, one.extension, texts))
        for one in others[:MOST_OTHERS]
    ]
    if len(others) > MOST_OTHERS:
        lines.append(texts("client-more-phones", count=len(others) - MOST_OTHERS))
    if others and view.lead.state is State.DRAFT:
        lines.append(texts("client-choose-phone"))
    return lines


def slips(view: LeadView, texts: Texts) -> list[Html]:
    """Shows them as they were written, with what seems to be wrong; while it is a draft they are asked for."""
    shown = view.client.slips[:MOST_OTHERS]
    lines = [texts(f"client-slip-{one.flaw}", written=one.written) for one in shown]
    if shown and view.lead.state is State.DRAFT:
        lines.append(texts("client-ask-phone"))
    return lines


def choose_phone(view: LeadView, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """Returns a draft's buttons: which of the numbers is the client's. Their data say which, not what it is."""
    return tuple(
        (
            Button(
                texts.plain(
                    "button-choose-phone", phone=cut(phone_words(one.phone, one.extension, texts), LABEL)
                ),
                ChoosePhone(lead=view.lead.id, index=one.index),
            ),
        )
        for one in view.client.others[:MOST_OTHERS]
    )
