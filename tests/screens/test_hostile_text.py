"""Whatever people type, a message stays within Telegram's limits and keeps its markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.standin.html_text import utf16
from leads.client import Client, Correction, TouchKind
from leads.figures.part import Part as Figures
from leads.presence import Absence
from screens.lead import lead_screen
from screens.lists import list_screen
from screens.me import me_screen
from screens.office.front import office_screen
from screens.office.inviting import invitation_words
from screens.queue import queue_screen
from screens.report import report_screen
from screens.texts import texts_for
from screens.views.inviting import InvitedView
from screens.views.lead import Choice, LeadView, TouchView
from screens.views.lists import Narrowing, Part
from screens.views.report import Pane
from screens.why import why_screen
from tests.screens.accounts_to_show import ME
from tests.screens.lead_lists_to_show import LISTS
from tests.screens.leads_to_show import LEADS, MOSCOW, NOW, but
from tests.screens.lists_to_show import OFFICE, REPORT, SUMMARY
from tests.screens.queues_to_show import QUEUE, QUEUES
from tests.screens.whys_to_show import every_why
from tests.screens.windows import check, seen

RU = texts_for("ru")
HOSTILE = (
    "😀" * 10_000,
    "<&>" * 4_000,
    "&amp;" * 3_000,
    "</blockquote><b>" * 700,
    "я\n" * 6_000,
    "👩‍👩‍👧‍👦" * 1_000,
)


def filled(view: LeadView, words: str) -> LeadView:
    """The same card with these words wherever people type something."""
    said = Client(text=words)
    touches = tuple(TouchView(kind, view.now, words, said) for kind in (TouchKind.REPEAT, TouchKind.NOTE)) * 3
    touches += (TouchView(TouchKind.CORRECTION, view.now, words, said, corrected=Correction.NAME),)
    client = but(view.client, name=words, region=words, text=words, phone=words)
    return but(
        view,
        client=client,
        touches=touches,
        segment=words,
        known=True,
        owner=words,
        duplicate_of=5,
        duplicate_holder=words,
        holder=words,
        offered_to=(words,) * 9,
    )


@pytest.mark.parametrize("words", HOSTILE, ids=[words[:8] for words in HOSTILE])
def test_ten_thousand_characters_fit_into_every_card(words: str) -> None:
    for view in LEADS.values():
        check(lead_screen(filled(view, words), RU))


@given(st.text(min_size=1))
@settings(max_examples=50, deadline=None)
def test_any_text_is_shown_as_it_was_typed(words: str) -> None:
    shown = "x" + words.strip() + "x"
    holder = LEADS["holder"]
    screen = lead_screen(replace(holder, client=but(holder.client, text=shown)), RU)
    if "\r" not in shown:  # the parser of the stand-in reads lines as Telegram does
        assert shown in seen(screen)


def test_the_holder_reads_as_much_as_a_message_holds() -> None:
    holder = LEADS["holder"]
    text = seen(lead_screen(replace(holder, client=but(holder.client, text="я" * 10_000)), RU))
    assert 4000 < utf16(text) <= 4096


@pytest.mark.parametrize("words", HOSTILE, ids=[words[:8] for words in HOSTILE])
def test_long_lists_of_long_names_fit(words: str) -> None:
    for leads in LISTS.values():
        rows = tuple(replace(row, client=words, who=(words,) * len(row.who)) for row in leads.rows * 2)
        check(list_screen(replace(leads, rows=rows), RU))
    choices = tuple(Choice(f"p{n}", words) for n in range(300))
    narrowing = Narrowing(who=words, segment=words, menu=Part.WHO, choices=choices)
    check(list_screen(replace(LISTS["leads"], narrowing=narrowing), RU))
    people = tuple(replace(OFFICE.people[0], name=words, absence=Absence.NO_TELEGRAM) for _ in range(300))
    check(office_screen(replace(OFFICE, people=people), RU))
    check(invitation_words(InvitedView(words, words, "https://t.me/x?start=y", NOW, MOSCOW), RU))
    for queue in QUEUES.values():
        line = tuple(replace(row, name=words) for row in queue.rows * 100)
        crowd = replace(queue, segment=words, rows=line, coming=(words,) * 12)
        check(queue_screen(replace(QUEUE, segments=(crowd,) * 3), RU))
    crowded = tuple(replace(a, queue=replace(a.queue, segment=words)) for a in ME.accounts * 9)
    check(me_screen(replace(ME, name=words, names={"sidorova": words}, accounts=crowded), RU))
    for _, view in every_why():
        check(why_screen(replace(view, segment=words, names=dict.fromkeys(view.names, words)), RU))
    team = tuple(replace(SUMMARY.managers[0], name=words) for _ in range(300))
    summary = replace(SUMMARY, managers=team, in_work=tuple(range(2000)))
    parts = ((words, Figures(handed=3, claimed=2, won=1, lost=1)),) * 300
    for pane in Pane:
        check(report_screen(replace(REPORT, summary=summary, segments=parts, sources=parts), pane, RU))
