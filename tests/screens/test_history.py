"""A lead's history is there to the last word, on pages that Telegram takes, whatever was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.standin.html_text import parse_html, utf16
from leads.client import Client, TouchKind
from screens.content import Screen
from screens.history import has_more, history_screen, pieces
from screens.lead import lead_screen
from screens.texts import texts_for, units
from screens.views.history import HistoryView
from screens.views.lead import Seat, TouchView
from tests.screens.history_to_show import HISTORIES, OTHERS, VIEW
from tests.screens.leads_to_show import HELD, LEADS, NOW, PETROV, STORY, but

RU = texts_for("ru")
MOST_ENTITIES = 100
WORDS = st.one_of(
    st.text(max_size=200),
    st.builds(lambda part, times: part * times, st.text(min_size=1, max_size=40), st.integers(1, 400)),
    st.sampled_from(["<b>&</blockquote>" * 300, "🎄" * 5000, "@ivan " * 1000, "https://t.me/ivan\n" * 400]),
)


def noted(words: str) -> TouchView:
    return TouchView(TouchKind.NOTE, NOW - timedelta(hours=1), PETROV, Client(text=words))


def all_pages(history: HistoryView) -> list[Screen]:
    found = [history_screen(VIEW, history, RU)]
    while any(button.text == "Старше ▶️" for row in found[-1].keyboard for button in row):
        found.append(history_screen(VIEW, replace(history, page=len(found) + 1), RU))
    return found


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=6), st.integers(0, 100))
@example(["🎄" * 5000], 100)
def test_every_page_is_one_that_telegram_takes(notes: list[str], others: int) -> None:
    history = HistoryView(tuple(map(noted, notes)), (OTHERS * 20)[:others], 1)
    shown = ""
    for screen in all_pages(history):
        text, entities = parse_html(screen.text)
        assert 0 < utf16(text) <= 4096 and len(entities) <= MOST_ENTITIES
        shown += text
    said = "".join("".join(note.split()) for note in reversed(notes))
    left = iter("".join(shown.split()))
    assert all(sign in left for sign in said), "every word is there, in its order"


@settings(deadline=None)
@given(WORDS, st.integers(2, 300))
def test_words_are_parted_and_none_is_lost(text: str, most: int) -> None:
    found = list(pieces(text, most))
    assert "".join(found) == text
    assert all(units(piece) <= most for piece in found)


def test_words_are_parted_between_words() -> None:
    assert list(pieces("окна и двери на балкон", 12)) == ["окна и ", "двери на ", "балкон"]


def test_the_newest_comes_first_and_the_other_leads_last() -> None:
    text = history_screen(VIEW, HISTORIES["of a known client"], RU).text
    order = ["too far", "draught", "windows", "Ещё лиды", "№12", "№11", "№3"]
    assert sorted(order, key=text.index) == order
    assert "№12 · 14:30, 25 авг. · Пётр Петров · 💰 Продажа: 120 000 ₽" in text.replace(
        "\u202f", " "
    ).replace("\xa0", " ")


def test_it_is_offered_where_there_is_more_than_the_card_shows() -> None:
    held = LEADS["holder"]
    more = [
        but(held, has_other_leads=True),
        but(held, touches=STORY),
        but(held, client=but(held.client, text="окна " * 400)),
    ]
    for view in more:
        assert has_more(view, RU) and "📜 История" in _words(lead_screen(view, RU))
    assert "📜 История" not in _words(lead_screen(held, RU))
    masked = but(HELD, seat=Seat.HEAD, client=but(held.client, masked=True), has_other_leads=True)
    assert "📜 История" not in _words(lead_screen(masked, RU))


def _words(screen: Screen) -> list[str]:
    return [button.text for row in screen.keyboard for button in row]
