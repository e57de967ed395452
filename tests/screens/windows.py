"""Every window of the bot, drawn; and what must be true of any of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.standin.html_text import parse_html, utf16
from leads.figures.periods import Period, Span, period_of
from leads.office import Presence, Role
from leads.presence import Absence
from screens import content
from screens.content import Screen
from screens.draw import draw_screen
from screens.help import help_screen
from screens.lead import lead_screen
from screens.lists import list_screen
from screens.me import me_screen
from screens.notice import notice_screen
from screens.office.front import aside_screen, moving_screen, office_screen
from screens.office.inviting import invitation_words
from screens.office.schemes import scheme_screen
from screens.pull import pull_screen
from screens.queue import queue_screen
from screens.report import report_caption, report_keyboard, report_screen
from screens.sample import sample_screen
from screens.summary import LONGEST_CAPTION, seal_screen
from screens.texts import Texts
from screens.views.duties import TodayView
from screens.views.inviting import InvitedView
from screens.views.office import MovingView, OfficeView
from screens.views.queue import Waiting
from screens.views.report import MomentsRow, Pane, SummaryView
from screens.views.sample import SampledSale, SampleView, Striking
from screens.why import why_screen
from tests.screens import (
    care_to_show,
    crm_to_show,
    duties_to_show,
    duty_to_show,
    files_to_show,
    history_to_show,
    hooks_to_show,
    leads_to_show,
    leaving_to_show,
    panes_to_show,
    people_to_show,
    segments_to_show,
    settings_to_show,
    setup_to_show,
    sources_to_show,
    whatifs_to_show,
)
from tests.screens import hands_to_show as hands
from tests.screens import lists_to_show as shown
from tests.screens.accounts_to_show import COMPARISONS, ME, NEW
from tests.screens.clients_to_show import CLIENTS
from tests.screens.draws_to_show import DRAWS
from tests.screens.lead_lists_to_show import LISTS
from tests.screens.queues_to_show import QUEUE, QUEUES
from tests.screens.whys_to_show import every_why


def every_window(texts: Texts) -> Iterator[tuple[str, Screen]]:
    for name, lead in leads_to_show.LEADS.items():
        yield name, lead_screen(lead, texts)
    for name, lead in CLIENTS.items():
        yield name, lead_screen(lead, texts)
    for key, args in shown.NOTICES.items():
        yield f"notice {key}", notice_screen(key, args, texts)
    for name, draw in DRAWS.items():
        yield name, draw_screen(draw, texts)
        yield f"{name}, details", draw_screen(draw, texts, details=True)
    yield from _hands(texts)
    yield from _own_windows(texts)
    yield from _office_windows(texts)
    yield from _summaries(texts)
    yield from duty_to_show.windows(texts)
    yield from leaving_to_show.windows(texts)
    yield from history_to_show.windows(texts)
    yield from whatifs_to_show.windows(texts)


def _hands(texts: Texts) -> Iterator[tuple[str, Screen]]:
    for name, lead in hands.HANDS.items():
        yield name, lead_screen(lead, texts)
    for name, scheme in hands.SCHEMES_TO_SHOW.items():
        yield name, scheme_screen(scheme, texts)
    for name, discretion in hands.DISCRETIONS.items():
        yield name, _report(replace(shown.SUMMARY, discretion=discretion), texts)
    for name, favour in (("moments", None), ("moments, a favour", (leads_to_show.PETROV, 5, 7, 0.25))):
        row = MomentsRow(leads_to_show.SIDOROVA, 40, 430, 9, favour)
        yield name, _report(replace(shown.SUMMARY, moments=(row,)), texts)
    rich = ((leads_to_show.PETROV, 34), (leads_to_show.SIDOROVA, -34))
    yield "swaps into rich hours", _report(replace(shown.SUMMARY, swapped=rich), texts)
    yield "queue, by hand", queue_screen(hands.QUEUE_BY_HAND, texts)


def _own_windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "me", me_screen(ME, texts)
    for found in COMPARISONS:
        yield f"me, {found}", me_screen(replace(ME, accounts=(), comparison=found), texts)
    yield "me, new", me_screen(NEW, texts)
    yield "me, no limit", me_screen(replace(ME, capacity=None), texts)
    yield (
        "me, back on a day",
        me_screen(replace(NEW, absence=Absence.LEAVE, leave_until=leads_to_show.SOON), texts),
    )
    planned = replace(ME, leave_from=leads_to_show.SOON, leave_until=leads_to_show.SOON)
    yield "me, a leave ahead", me_screen(planned, texts)
    for absence in Absence:
        yield f"me, {absence}", me_screen(replace(NEW, absence=absence), texts)
    yield "queue", queue_screen(QUEUE, texts)
    for name, queue in QUEUES.items():
        yield f"queue: {name}", queue_screen(replace(QUEUE, segments=(queue,)), texts)
    yield "queue, places alone", queue_screen(replace(QUEUE, names=False), texts)
    for name, waiting in (
        ("", Waiting(2, 7)),
        (", none", Waiting(0, None)),
        (", no more today", Waiting(0, None, 5)),
    ):
        yield f"pull{name}", pull_screen(waiting, texts)
    yield (
        "queue, to ask",
        queue_screen(replace(QUEUE, segments=(QUEUES["next"],), waiting=Waiting(2, 7)), texts),
    )
    yield "queue, nowhere", queue_screen(replace(QUEUE, segments=()), texts)
    for name, why in every_why():
        yield f"why: {name}", why_screen(why, texts)
        yield f"why: {name}, details", why_screen(why, texts, details=True)
    headed = help_screen(leads_to_show.PETROV, [Role.MANAGER], texts, asks=True, headed=["Kazan", "Ufa"])
    yield "help, head of segments", headed
    for role in Role:
        yield f"help, {role}", help_screen(leads_to_show.PETROV, [role], texts, asks=True)
    yield "help, all roles", help_screen(leads_to_show.PETROV, list(Role), texts, asks=False)


def _office_windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    for name, leads in LISTS.items():
        yield f"list: {name}", list_screen(leads, texts)
    yield "office", office_screen(shown.OFFICE, texts)
    link = "https://t.me/okna_bot?start=i_0123456789abcdef"
    until = leads_to_show.NOW + timedelta(hours=72)
    invited = InvitedView("Окна Казань", leads_to_show.SIDOROVA, link, until, leads_to_show.MOSCOW)
    yield "office, invitation", invitation_words(invited, texts)
    closed = replace(shown.OFFICE, open_now=False, may_invite=False, presence=Presence.CHECK_IN)
    yield "office, closed", office_screen(closed, texts)
    opens = leads_to_show.NOW + timedelta(hours=18, minutes=30)
    yield "office, opens", office_screen(replace(closed, opens_at=opens), texts)
    empty = OfficeView("Новый", leads_to_show.MOSCOW, Presence.HOURS, True, None, (), (), True)
    yield "office, empty", office_screen(empty, texts)
    yield "office, with a calendar", office_screen(shown.OFFICE, texts, "https://office.example/app")
    on_duty = TodayView(leads_to_show.NOW, (duties_to_show.TODAY, duties_to_show.NOBODY))
    yield "office, with duty", office_screen(replace(shown.OFFICE, duty=on_duty), texts)
    yield "office, set aside", office_screen(replace(shown.OFFICE, set_aside=5), texts)
    moving = MovingView("petrov", leads_to_show.SIDOROVA, 2**52 - 1, None, timedelta(hours=72))
    yield "moving", moving_screen(moving, texts)
    yield "moving, made", moving_screen(replace(moving, link=link), texts)
    many = tuple(replace(shown.OFFICE.people[n % 3], id=f"p{n}") for n in range(50))
    yield "office, many people", office_screen(replace(shown.OFFICE, people=many), texts)
    yield from panes_to_show.windows(texts)
    yield from setup_to_show.windows(texts)
    yield from people_to_show.windows(texts)
    yield from segments_to_show.windows(texts)
    yield from settings_to_show.windows(texts)
    yield from files_to_show.windows(texts)
    yield from care_to_show.windows(texts)
    yield from sources_to_show.windows(texts)
    yield from crm_to_show.windows(texts)
    yield from hooks_to_show.windows(texts)
    yield from duties_to_show.windows(texts)
    yield "aside", aside_screen(shown.ASIDE, texts)
    yield "aside, none", aside_screen(replace(shown.ASIDE, rows=(), more=0), texts)


def _summaries(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "seal", seal_screen(shown.DAY, f"123456:{'0f' * 16}", texts, to_check=False)
    yield "seal with the ledger", seal_screen(shown.DAY, f"123456:{'0f' * 16}", texts, to_check=True)
    month = Period(date(2026, 11, 1), date(2026, 11, 30))
    sales = tuple(
        SampledSale(n, n, leads_to_show.SIDOROVA, None if n == 7 else n * 1_200_000) for n in (7, 12, 31)
    )
    for count in (1, 3):
        if screen := sample_screen(SampleView(month, sales[:count]), texts):
            yield f"sample, {count}", screen
    week = Period(date(2026, 11, 23), date(2026, 11, 29))
    odd = (Striking(leads_to_show.SIDOROVA, 12, 30, 20, 121),)
    if screen := sample_screen(SampleView(week, sales[:2], odd), texts):
        yield "sample, of a week", screen
    yield "summary", _report(shown.SUMMARY, texts)
    yield (
        "summary, a week",
        _report(replace(shown.SUMMARY, first=shown.DAY - timedelta(days=6)), texts),
    )
    few = replace(shown.SUMMARY, claimed=2, managers=(), conversion=None, claim_p90=None, amount=0)
    yield "summary, few", _report(few, texts)
    yield "summary, nothing", _report(shown.NOTHING, texts)
    yield (
        "summary, nothing new",
        _report(replace(shown.NOTHING, unclaimed=(14,), in_work=(5,)), texts),
    )

    for pane in Pane:
        yield f"report, {pane}", report_screen(shown.REPORT, pane, texts)
        yield f"report of a head, {pane}", report_screen(shown.HABITS, pane, texts)
    week = period_of(Span.WEEK, shown.DAY)
    yield "report, hours of a week", report_screen(replace(shown.REPORT, period=week), Pane.CLOCK, texts)


def _report(summary: SummaryView, texts: Texts) -> Screen:
    """What stands under the picture."""
    view = replace(shown.REPORT, summary=summary)
    caption = report_caption(view, texts)
    assert content.seen(caption) <= LONGEST_CAPTION
    return Screen(caption, report_keyboard(view, Pane.SUMMARY, texts))


def seen(screen: Screen) -> str:
    """The text without its markup. Raises what Telegram would refuse it with."""
    return parse_html(screen.text)[0]


def check(screen: Screen) -> None:
    """Telegram would take it, and a person could read it."""
    text = seen(screen)
    assert 0 < utf16(text) <= 4096
    assert "\n\n\n" not in text
    assert text == text.strip()
    assert "None" not in text
    assert sum(len(row) for row in screen.keyboard) <= 100
    for button in (button for row in screen.keyboard for button in row):
        assert 0 < len(button.text) <= 64
        assert not {"<", "&lt;", "&amp;"} & {button.text}
        assert [button.data, button.copy, button.url, button.app].count(None) == 3
        assert len((button.data.pack() if button.data else "").encode()) <= 64
