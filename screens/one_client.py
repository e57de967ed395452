"""Two clients who are one: who it may be, whether the reader is sure, and how they are parted again."""

from __future__ import annotations

from screens.buttons.of_clients import AddTo, PartClients, SameClient
from screens.buttons.of_intake import Correct
from screens.content import Button, Keyboard, page
from screens.format import listing, was
from screens.texts import Html, Texts, cut
from screens.views.lead import LeadView, Menu, Seat
from screens.views.one_client import JoinView, OtherLead

LABEL = 60
SEE_LEADS = frozenset({Seat.SECRETARY, Seat.OFFERED, Seat.HOLDER, Seat.HEAD})
MOST_LINES = 3
MOST_NUMBERS = 5
MOST_PHONES = 3


def other_leads(view: LeadView, texts: Texts) -> list[Html]:
    """Returns the other open leads of the same client; the one that the card calls its twin already is left out."""
    if view.seat not in SEE_LEADS:
        return []
    shown = [one for one in view.kin.leads if one.number != view.lead.duplicate_of]
    return [
        texts("client-same-holder", number=one.number, name=one.holder)
        if one.holder
        else texts("client-same", number=one.number)
        for one in shown[:MOST_LINES]
    ]


def join_row(view: LeadView, texts: Texts) -> Keyboard:
    """Returns the buttons for whoever may say who is one client."""
    if not view.kin.may_join:
        return ()
    same = Button(texts.plain("button-same-client"), SameClient(lead=view.lead.id))
    part = Button(texts.plain("button-part"), PartClients(lead=view.lead.id))
    return ((same, *((part,) if view.kin.joins else ())),)


def add_row(view: LeadView, texts: Texts) -> Keyboard:
    """One tap adds a lead that nobody has to another one of its client's."""
    to = view.kin.add_to
    if to is None or not view.may_withdraw:
        return ()
    words = texts.plain("button-add-to", number=to.number)
    return ((Button(words, AddTo(lead=view.lead.id, to=to.id)),),)


def one_client_list(view: LeadView, texts: Texts) -> Keyboard | None:
    """Returns the open list; None where none of these is."""
    match view.menu:
        case Menu.SAME_CLIENT if view.kin.choices is not None:
            return _choices(view, view.kin.choices, texts)
        case Menu.SURE if view.kin.sure is not None:
            return _sure(view, view.kin.sure, texts)
        case Menu.PART if view.kin.joins:
            return _parts(view, texts)
    return None


def one_client_question(view: LeadView, texts: Texts) -> Html:
    """Tells what the open list is about."""
    match view.menu:
        case Menu.SAME_CLIENT if view.kin.choices is not None:
            if view.kin.was_sought:
                return texts("ask-same-found" if view.kin.choices else "ask-same-none")
            return texts("ask-same")
        case Menu.SURE if view.kin.sure is not None:
            client = view.client
            mine = OtherLead(view.lead.id, view.lead.number or 0, view.holder, client.said.name, client.phone)
            one, other = (client_of(each, texts, with_phone=True) for each in (mine, view.kin.sure))
            return texts("ask-sure", one=one, other=other)
        case Menu.PART if view.kin.joins:
            return page(*(_joined(one, view, texts) for one in view.kin.joins))
    return page()


def client_of(one: OtherLead, texts: Texts, *, with_phone: bool = False) -> str:
    """`Виктор (№22, ведёт Пётр Петров)`; where two may be called alike, with the phone."""
    name = cut(one.client, LABEL // 2) if one.client else texts.plain("client-nameless")
    if with_phone and one.phone:
        name = texts.plain("client-with-phone", name=name, phone=one.phone)
    if one.holder:
        return texts.plain("client-of-held", name=name, number=one.number, holder=cut(one.holder, LABEL // 2))
    return texts.plain("client-of", name=name, number=one.number)


def numbers_in_words(numbers: tuple[int, ...]) -> str:
    """`№22, №25…`."""
    shown = listing(f"№{number}" for number in numbers[:MOST_NUMBERS])
    return f"{shown}…" if len(numbers) > MOST_NUMBERS else shown


def _choices(view: LeadView, choices: tuple[OtherLead, ...], texts: Texts) -> Keyboard:
    lead = view.lead.id
    rows = tuple(
        (Button(cut(client_of(one, texts), LABEL), SameClient(lead=lead, other=one.id)),) for one in choices
    )
    return (*rows, (Button(texts.plain("button-put-away"), SameClient(lead=lead, other=-1)),))


def _sure(view: LeadView, other: OtherLead, texts: Texts) -> Keyboard:
    lead = view.lead.id
    yes = Button(texts.plain("button-same-yes"), SameClient(lead=lead, other=other.id, sure=True))
    return ((yes,), (Button(texts.plain("button-same-no"), SameClient(lead=lead, other=-1)),))


def _joined(one: JoinView, view: LeadView, texts: Texts) -> Html:
    phones = listing(one.phones[:MOST_PHONES])
    words = {"numbers": numbers_in_words(one.numbers), "others": numbers_in_words(one.others)}
    at = was(one.at, view.timezone, texts)
    if phones:
        return texts("joined-with-phones", at=at, phones=phones, **words)
    return texts("joined", at=at, **words)


def _parts(view: LeadView, texts: Texts) -> Keyboard:
    lead = view.lead.id
    rows = tuple(
        (
            Button(
                texts.plain("button-part-from", numbers=numbers_in_words(one.numbers)),
                PartClients(lead=lead, join=one.id),
            ),
        )
        for one in view.kin.joins
    )
    return (*rows, (Button(texts.plain("button-put-away"), Correct(lead=lead, what="-")),))
