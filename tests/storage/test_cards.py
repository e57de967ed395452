"""Cards: what is wanted, what is shown, and what the courier is given to do."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from leads.office import Office
from storage import cards, people, sending
from storage.cards import CardRow
from storage.database import Database
from storage.kinds import CardKind, Change, Urgency

PETROV, SIDOROVA, IVANOV = 1001, 1002, 1003


def _want(conn: Connection, chat: int = PETROV, lead: int = 1, **more: Any) -> CardRow:
    person = more.pop("person", "petrov")
    cards.want(conn, chat, CardKind.LEAD, lead, person, more.pop("urgency", Urgency.OFFER), **more)
    card = cards.of(conn, chat, CardKind.LEAD, lead)
    assert card
    return card


def _shown(conn: Connection, card: CardRow, *messages: int) -> None:
    cards.change(conn, card.id, shown=card.wanted, message_ids=list(messages))


async def test_a_new_card_is_due_until_it_is_shown(database: Database, office: Office) -> None:
    async with database.writing() as conn:
        card = _want(conn, payload={"text": "привет"})
        assert sending.due(conn) == [card]
        assert (card.wanted, card.shown, card.anew, card.payload) == (1, 0, 1, {"text": "привет"})
        _shown(conn, card, 77)
        assert sending.due(conn) == []
        shown = cards.find(conn, card.id)
        assert shown
        assert shown.message_ids == (77,)


async def test_wanting_a_card_again_is_the_same_card_brought_up_to_date(
    database: Database, office: Office
) -> None:
    async with database.writing() as conn:
        first = _want(conn, payload={"menu": "open"})
        _shown(conn, first, 77)
        again = _want(conn, fresh=False, urgency=Urgency.ANSWER)
        assert again.id == first.id
        assert (again.wanted, again.anew) == (2, 1), "edited in its place"
        assert again.payload == {"menu": "open"}, "what is not said stays"
        assert sending.due(conn) == [again]


async def test_a_fresh_card_is_sent_anew_and_says_what_is_new(database: Database, office: Office) -> None:
    async with database.writing() as conn:
        _shown(conn, _want(conn, payload={"menu": "open"}), 77)
        again = _want(conn, fresh=True, payload={})
        assert (again.wanted, again.anew, again.payload) == (2, 2, {})
        later = _want(conn, fresh=False)
        assert (later.wanted, later.anew) == (3, 2), "still anew, for it was never shown"


async def test_each_chat_is_given_its_most_urgent_card_then_its_oldest(
    database: Database, office: Office
) -> None:
    async with database.writing() as conn:
        for chat, lead, urgency in (
            (PETROV, 1, Urgency.NOTE),
            (PETROV, 2, Urgency.OFFER),
            (IVANOV, 3, Urgency.ANSWER),
            (PETROV, 4, Urgency.OFFER),
        ):
            _want(conn, chat, lead, urgency=urgency, person="ivanov" if chat == IVANOV else "petrov")
        assert [(card.subject, card.chat) for card in sending.due(conn)] == [("2", PETROV), ("3", IVANOV)]


async def test_the_backlog_of_one_chat_hides_no_other(database: Database, office: Office) -> None:
    async with database.writing() as conn:
        for number in range(300):
            _want(conn, PETROV, number, urgency=Urgency.ANSWER)
        _want(conn, IVANOV, 300, urgency=Urgency.SUMMARY, person="ivanov")
        assert [card.subject for card in sending.due(conn)] == ["0", "300"]


async def test_replaced_messages_keep_a_card_due_until_they_are_removed(
    database: Database, office: Office
) -> None:
    async with database.writing() as conn:
        card = _want(conn)
        _shown(conn, card, 78)
        cards.change(conn, card.id, stale=[76, 77])
        [due] = sending.due(conn)
        assert due.stale == (76, 77)
        cards.change(conn, card.id, stale=[])
        assert sending.due(conn) == []


async def test_a_change_of_a_lead_touches_all_its_cards_and_no_others(
    database: Database, office: Office
) -> None:
    async with database.writing() as conn:
        for chat, lead in ((PETROV, 1), (SIDOROVA, 1), (PETROV, 2)):
            _shown(conn, _want(conn, chat, lead), 5)
        cards.changed(conn, Change.LEAD, 1)
        due = sending.due(conn)
        assert {(c.chat, c.subject) for c in due} == {(PETROV, "1"), (SIDOROVA, "1")}
        assert {c.anew for c in due} == {1}, "edited, not sent anew"


async def test_nothing_is_due_for_a_chat_that_cannot_be_reached(database: Database, office: Office) -> None:
    async with database.writing() as conn:
        _want(conn)
        _want(conn, IVANOV, person="ivanov")
        people.change(conn, "petrov", reachable=False)
        assert [c.chat for c in sending.due(conn)] == [IVANOV]
        people.change(conn, "petrov", reachable=True)
        assert [c.chat for c in sending.due(conn)] == [PETROV, IVANOV], "it comes when he is back"


async def test_a_language_change_draws_a_persons_leads_again_and_repeats_no_note(
    database: Database, office: Office
) -> None:
    async with database.writing() as conn:
        _shown(conn, _want(conn), 5)
        _shown(conn, _want(conn, IVANOV, person="ivanov"), 5)
        cards.want(conn, PETROV, CardKind.NOTE, "n1", "petrov")
        note = cards.of(conn, PETROV, CardKind.NOTE, "n1")
        assert note
        _shown(conn, note, 6)
        cards.redraw(conn, "petrov")
        assert [(c.chat, c.kind) for c in sending.due(conn)] == [(PETROV, CardKind.LEAD)]


async def test_a_card_follows_the_account_to_whoever_has_it_now(database: Database, office: Office) -> None:
    async with database.writing() as conn:
        _want(conn, person="petrov")
        people.connect(conn, "ivanov", PETROV)
        assert _want(conn, person="ivanov").person == "ivanov"


async def test_a_group_that_moves_takes_its_cards_along_also_a_second_time(
    database: Database, office: Office
) -> None:
    old, new = -4001, -1001234567890
    async with database.writing() as conn:
        card = _want(conn, old, person=None)
        cards.move(conn, old, new)
        moved = cards.of(conn, new, CardKind.LEAD, 1)
        assert moved
        assert moved.id == card.id
        _want(conn, old, person=None)
        cards.move(conn, old, new)
        assert cards.of(conn, old, CardKind.LEAD, 1) is None
        assert len(sending.due(conn)) == 1
