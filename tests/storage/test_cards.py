"""Cards: what is wanted, what is shown, and what the courier is given to do."""

from __future__ import annotations

from typing import Any

from leads.office import Office
from storage import cards, people, sending, showing
from storage.cards import CardRow
from storage.database import Database
from storage.kinds import CardKind, Change, Urgency
from storage.store import Store

PETROV, SIDOROVA, IVANOV = 201, 202, 203


def _want(store: Store, chat: int = PETROV, lead: int = 1, **more: Any) -> CardRow:
    person = more.pop("person", "petrov")
    cards.want(store, chat, CardKind.LEAD, lead, person, more.pop("urgency", Urgency.OFFER), **more)
    card = cards.of(store, chat, CardKind.LEAD, lead)
    assert card
    return card


def _shown(store: Store, card: CardRow, *messages: int) -> None:
    showing.change(store, card.id, shown=card.wanted, message_ids=list(messages))


async def test_a_new_card_is_due_until_it_is_shown(database: Database, office: Office) -> None:
    async with database.writing() as store:
        card = _want(store, payload={"text": "привет"})
        assert sending.due(store) == [card]
        assert (card.wanted, card.shown, card.anew, card.payload) == (1, 0, 1, {"text": "привет"})
        _shown(store, card, 77)
        assert sending.due(store) == []
        shown = showing.find(store, card.id)
        assert shown
        assert shown.message_ids == (77,)


async def test_wanting_a_card_again_is_the_same_card_brought_up_to_date(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        first = _want(store, payload={"menu": "open"})
        _shown(store, first, 77)
        again = _want(store, fresh=False, urgency=Urgency.ANSWER)
        assert again.id == first.id
        assert (again.wanted, again.anew) == (2, 1), "edited in its place"
        assert again.payload == {"menu": "open"}, "what is not said stays"
        assert sending.due(store) == [again]


async def test_a_fresh_card_is_sent_anew_and_says_what_is_new(database: Database, office: Office) -> None:
    async with database.writing() as store:
        _shown(store, _want(store, payload={"menu": "open"}), 77)
        again = _want(store, fresh=True, payload={})
        assert (again.wanted, again.anew, again.payload) == (2, 2, {})
        later = _want(store, fresh=False)
        assert (later.wanted, later.anew) == (3, 2), "still anew, for it was never shown"


async def test_each_chat_is_given_its_most_urgent_card_then_its_oldest(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        for chat, lead, urgency in (
            (PETROV, 1, Urgency.NOTE),
            (PETROV, 2, Urgency.OFFER),
            (IVANOV, 3, Urgency.ANSWER),
            (PETROV, 4, Urgency.OFFER),
        ):
            _want(store, chat, lead, urgency=urgency, person="ivanov" if chat == IVANOV else "petrov")
        assert [(card.subject, card.chat) for card in sending.due(store)] == [("2", PETROV), ("3", IVANOV)]


async def test_the_backlog_of_one_chat_hides_no_other(database: Database, office: Office) -> None:
    async with database.writing() as store:
        for number in range(300):
            _want(store, PETROV, number, urgency=Urgency.ANSWER)
        _want(store, IVANOV, 300, urgency=Urgency.SUMMARY, person="ivanov")
        assert [card.subject for card in sending.due(store)] == ["0", "300"]


async def test_replaced_messages_keep_a_card_due_until_they_are_removed(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        card = _want(store)
        _shown(store, card, 78)
        showing.change(store, card.id, stale=[76, 77])
        [due] = sending.due(store)
        assert due.stale == (76, 77)
        showing.change(store, card.id, stale=[])
        assert sending.due(store) == []


async def test_a_change_of_a_lead_touches_all_its_cards_and_no_others(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        for chat, lead in ((PETROV, 1), (SIDOROVA, 1), (PETROV, 2)):
            _shown(store, _want(store, chat, lead), 5)
        cards.changed(store, Change.LEAD, 1)
        due = sending.due(store)
        assert {(c.chat, c.subject) for c in due} == {(PETROV, "1"), (SIDOROVA, "1")}
        assert {c.anew for c in due} == {1}, "edited, not sent anew"


async def test_nothing_is_due_for_a_chat_that_cannot_be_reached(database: Database, office: Office) -> None:
    async with database.writing() as store:
        _want(store)
        _want(store, IVANOV, person="ivanov")
        people.change(store, "petrov", reachable=False)
        assert [c.chat for c in sending.due(store)] == [IVANOV]
        people.change(store, "petrov", reachable=True)
        assert [c.chat for c in sending.due(store)] == [PETROV, IVANOV], "it comes when he is back"


async def test_a_language_change_draws_a_persons_leads_again_and_repeats_no_note(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        _shown(store, _want(store), 5)
        _shown(store, _want(store, IVANOV, person="ivanov"), 5)
        cards.want(store, PETROV, CardKind.NOTE, "n1", "petrov")
        note = cards.of(store, PETROV, CardKind.NOTE, "n1")
        assert note
        _shown(store, note, 6)
        cards.redraw(store, "petrov")
        assert [(c.chat, c.kind) for c in sending.due(store)] == [(PETROV, CardKind.LEAD)]


async def test_a_card_follows_the_account_to_whoever_has_it_now(database: Database, office: Office) -> None:
    async with database.writing() as store:
        _want(store, person="petrov")
        people.connect(store, "ivanov", PETROV)
        assert _want(store, person="ivanov").person == "ivanov"


async def test_a_group_that_moves_takes_its_cards_along_also_a_second_time(
    database: Database, office: Office
) -> None:
    old, new = -4001, -1001234567890
    async with database.writing() as store:
        card = _want(store, old, person=None)
        showing.move(store, old, new)
        moved = cards.of(store, new, CardKind.LEAD, 1)
        assert moved
        assert moved.id == card.id
        _want(store, old, person=None)
        showing.move(store, old, new)
        assert cards.of(store, old, CardKind.LEAD, 1) is None
        assert len(sending.due(store)) == 1
