"""What each kind of card shows, drawn out of what is stored. What else is to be known of a kind: `storage/kinds.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from desk.answers import invited_name, me_view, why_view
from desk.draws import draw_view
from desk.duty_views import proposal_view, roster_view, swap_view, week_shown
from desk.files import part_due
from desk.history import history_view
from desk.invitations import moving_view
from desk.leafing import leafed
from desk.leaving import left_view
from desk.list_views import found_view, kept_view, leads_view, mine_view, taken_view
from desk.menus import keyboard_at
from desk.office.panes import office_pane
from desk.opened import opened
from desk.outgoing import Later
from desk.page import Page
from desk.queue import queue_view
from desk.reports import bundle, workbook
from desk.sampling import sample_view
from desk.views import Reader, lead_view, took_in
from desk.waiting_leads import asks, waiting_view
from desk.whatif import whatif_content
from desk.work import Work
from leads.figures.periods import Period, Span, period_of
from leads.lead import State
from leads.rights import Right, headed_by, may, roles_in
from reports.habits import habits_view
from reports.taking import taken
from reports.views import picture_of, report_view, shows_hours
from screens.commands import command_menu
from screens.content import Content, Document, Picture, Screen
from screens.draw import draw_screen
from screens.format import date_and_clock
from screens.help import help_screen
from screens.history import history_screen
from screens.lead import lead_screen
from screens.leaving import left_screen
from screens.lists import list_screen
from screens.me import me_screen
from screens.notice import BRINGS_KEYBOARD, notice_screen, picking_keys
from screens.office.front import moving_screen
from screens.office.inviting import invitation
from screens.own_duty import roster_screen
from screens.pictures.drawing import draw_roster, draw_sales
from screens.pull import pull_screen
from screens.queue import queue_screen
from screens.report import report_caption, report_keyboard, report_screen
from screens.roster import proposal_screen, roster_news_screen, swap_screen, week_caption
from screens.sample import sample_screen
from screens.summary import seal_screen
from screens.views.inviting import InvitedView
from screens.views.lead import Menu
from screens.views.pictures import RosterPicture, RosterSpan
from screens.views.report import Pane, ReportView
from screens.why import why_screen
from storage import feeds
from storage.people import PersonRow
from storage.scenes import Loaded, NoLeadError
from storage.subjects import A_LEAD, A_PERSON, A_ROSTER, A_SEGMENT, A_SWAP, A_WEEK


def lead_card(page: Page, person: PersonRow) -> Content | None:
    """Shows nothing of a draft that was thrown away."""
    lead = A_LEAD.read(page.card.subject)
    try:
        loaded = page.work.seen(lead)
    except NoLeadError:
        return None
    is_secretary = took_in(loaded, person)
    if loaded.scene.lead.state is State.DRAFT and not (is_secretary or _assigns(page.work, person, loaded)):
        return None  # it came by itself, and somebody else has taken it in
    menu = opened(page.card.payload, loaded.scene.lead)
    typed = page.card.payload.get("moment")
    unsure = datetime.fromtimestamp(typed, UTC) if typed else None
    onward = page.card.payload.get("segment", "")
    if menu is Menu.HISTORY and page.card.payload["at"] != page.card.wanted:
        menu = Menu.NONE  # something has happened since: the card itself says what
    other, found = page.card.payload.get("other", 0), page.card.payload.get("found")
    at = leafed(page, person)
    reader = Reader(person, is_secretary, menu, page.repeat, unsure, onward, other, found, at)
    view = lead_view(page.work, loaded, reader)
    if menu is Menu.HISTORY and not view.client.masked and loaded.stored.touch:
        history = history_view(page.work, loaded.stored, person, view.touches, page.card.payload["page"])
        return history_screen(view, history, page.texts)
    return lead_screen(view, page.texts)


def _assigns(work: Work, person: PersonRow, loaded: Loaded) -> bool:
    """Whether they may give the lead to anybody: a head, also of its segment alone."""
    return may(roles_in(work.office, person.id, person.roles, loaded.scene.lead.segment), Right.ASSIGN)


def files_card(page: Page, _: PersonRow) -> Content | None:
    """Draws them for whoever has the lead; from somebody who has lost it they are taken away."""
    return part_due(page.work, page.card)


def note_card(page: Page) -> Content:
    """The words of a note are its own; it may be for a stranger."""
    key = page.card.payload["key"]
    below = (
        keyboard_at(page.work, page.card.chat) if key in BRINGS_KEYBOARD else picking_keys(key, page.texts)
    )
    return notice_screen(key, page.card.payload["args"], page.texts, below)


def menu_card(page: Page, person: PersonRow) -> Content:
    heads = bool(headed_by(page.work.office, person.id))
    return command_menu(person.roles, page.texts, asks=asks(page.work, person.id), heads=heads)


def help_card(page: Page, person: PersonRow) -> Content:
    office, is_asking = page.work.office, asks(page.work, person.id)
    ids = frozenset() if may(person.roles, Right.ASSIGN) else headed_by(office, person.id)
    headed = [s.name for s in office.segments if s.id in ids]
    return help_screen(person.name, person.roles, page.texts, asks=is_asking, headed=headed)


def me_card(page: Page, person: PersonRow) -> Content:
    return me_screen(me_view(page.work, person, details=page.details), page.texts)


def queue_card(page: Page, person: PersonRow) -> Content:
    return queue_screen(queue_view(page.work, person), page.texts)


def pull_card(page: Page, person: PersonRow) -> Content:
    return pull_screen(waiting_view(page.work, person.id), page.texts)


def why_card(page: Page, person: PersonRow) -> Content | None:
    view = why_view(page.work, person, int(page.args["number"]))
    return why_screen(view, page.texts, details=page.details) if view else None


def leads_card(page: Page, person: PersonRow) -> Content:
    view = leads_view(page.work, person, page.args)
    if view.narrowing:
        view = replace(view, narrowing=replace(view.narrowing, leafed=leafed(page, person)))
    return list_screen(view, page.texts)


def mine_card(page: Page, person: PersonRow) -> Content:
    return list_screen(mine_view(page.work, person, page.args), page.texts)


def taken_card(page: Page, person: PersonRow) -> Content:
    return list_screen(taken_view(page.work, person, page.args), page.texts)


def kept_card(page: Page, person: PersonRow) -> Content | None:
    """Shows nothing where somebody has each of them."""
    view = kept_view(page.work, person, page.args)
    return list_screen(view, page.texts) if view.total else None


def found_card(page: Page, person: PersonRow) -> Content:
    """Shows the question, while it is not answered."""
    if "until" in page.args:
        return Screen(page.texts("find-ask"))
    return list_screen(found_view(page.work, person, page.args), page.texts)


def left_card(page: Page, person: PersonRow) -> Content | None:
    view = left_view(page.work, person, A_PERSON.read(page.card.subject), page.card.payload.get("menu", ""))
    return left_screen(replace(view, leafed=leafed(page, person)), page.texts) if view else None


def office_card(page: Page, person: PersonRow) -> Content | Later:
    return office_pane(page, person)


def invite_card(page: Page, _: PersonRow) -> Content:
    office = page.work.office
    name = invited_name(office, page.args["invited"], page.texts)
    link, until = page.links.address(page.args["nonce"]), datetime.fromisoformat(page.args["until"])
    return invitation(InvitedView(office.name, name, link, until, office.timezone), page.texts)


def invites_card(page: Page, _: PersonRow) -> Content:
    """Everybody of a list who is still here, with a link each, as one file."""
    from reports.links import links_workbook  # XlsxWriter takes a moment to load

    office, nonces = page.work.office, page.args["nonces"]
    rows = [(p.name, page.links.address(nonces[p.id])) for p in office.people if p.id in nonces]
    until = date_and_clock(datetime.fromisoformat(page.args["until"]), office.timezone, page.texts)
    caption = page.texts("invites-caption", count=len(rows), until=until)
    return Document(links_workbook(rows, page.texts), "invitations.xlsx", caption)


def moving_card(page: Page, _: PersonRow) -> Content | None:
    """Shows nothing once the administrator has thought better of it."""
    nonce = page.args.get("nonce")
    view = moving_view(page.work, page.args.get("who", ""), page.links.address(nonce) if nonce else None)
    return moving_screen(view, page.texts) if view else None


def roster_card(page: Page, person: PersonRow) -> Content:
    view = replace(roster_view(page.work, person, page.args), leafed=leafed(page, person))
    if page.links.public and view.is_member:
        feed = feeds.of(page.work.store, person.id)
        view = replace(view, feeds=True, feed=page.links.feed(feed.nonce) if feed else None)
    return roster_screen(view, page.texts, page.links.calendar)


def week_card(page: Page, person: PersonRow) -> Later | None:
    """Returns a week as a picture, the next one unless it says another. It takes a moment to draw, so the text goes
    first, as a card of its own.
    """
    work, monday = page.work, page.args.get("monday")
    view = week_shown(work, person, A_SEGMENT.read(page.card.subject), monday)
    if view is None:
        return None
    week, zone = view.weeks[0], work.office.timezone
    spans = tuple(RosterSpan(*span) for span in week.spans(zone))
    roster = RosterPicture(view.name, week.first, spans, view.people)
    name = f"roster-{week.first.isoformat()}.png"
    caption = week_caption(view.name, week.first, page.texts, is_next=monday is None)

    async def drawn() -> Content:
        return Picture(await draw_roster(roster, page.texts), name, caption)

    return drawn


def swap_card(page: Page, person: PersonRow) -> Content | None:
    by = page.args.get("by")
    view = swap_view(page.work, person, A_SWAP.read(page.card.subject), by)
    return swap_screen(view, page.texts) if view else None


def proposal_card(page: Page, person: PersonRow) -> Content | None:
    menu = page.card.payload.get("menu", "")
    view = proposal_view(page.work, person, A_ROSTER.read(page.card.subject), menu)
    if view and view.editing:
        view = replace(view, editing=replace(view.editing, leafed=leafed(page, person)))
    return proposal_screen(view, page.texts) if view else None


def roster_news_card(page: Page, person: PersonRow) -> Content | None:
    view = proposal_view(page.work, person, int(page.args["roster"]))
    return roster_news_screen(view, page.texts) if view else None


def draw_card(page: Page, person: PersonRow) -> Content | None:
    view = draw_view(page.work, person, *A_WEEK.read(page.card.subject))
    return draw_screen(view, page.texts, details=page.details) if view else None


def report_card(page: Page, person: PersonRow) -> Content | Later:
    return _report(page, person, is_record=False)


def summary_card(page: Page, person: PersonRow) -> Content | Later:
    """What was told in the evening stays as it was told: its buttons open a report below."""
    return _report(page, person, is_record=True)


def _report(page: Page, person: PersonRow, *, is_record: bool) -> Content | Later:
    """A picture where there is something to see, with the summary under it; otherwise a list."""
    span, pane = Span(page.args["span"]), Pane(page.args["pane"])
    if pane is Pane.HABITS and not may(person.roles, Right.SEE_HABITS):
        pane = Pane.DETAILS
    store, office, today = page.work.store, page.work.office, page.work.today
    period = period_of(span, date.fromisoformat(page.args["first"]))
    found = taken(store, office, period, by_the_clock=shows_hours(period, pane))
    view = _with_habits(page, person, report_view(found, span, today), pane)
    if pane is not Pane.SUMMARY or not view.summary.handed:
        return report_screen(view, pane, page.texts, fresh=is_record)
    picture = picture_of(store, office, view, page.texts)
    name, caption = f"report-{period.first.isoformat()}.png", report_caption(view, page.texts)
    keyboard = report_keyboard(view, pane, page.texts, fresh=is_record)

    async def drawn() -> Content:
        return Picture(await draw_sales(picture, page.texts), name, caption, keyboard)

    return drawn


def _with_habits(page: Page, person: PersonRow, view: ReportView, pane: Pane) -> ReportView:
    """What everybody does is the head's to see: whole behind the details, and in a week's report if it is odd."""
    if not may(person.roles, Right.SEE_HABITS):
        return view
    store, office, now = page.work.store, page.work.office, page.work.now
    is_asked = pane is Pane.HABITS or (view.span is Span.WEEK and pane in {Pane.SUMMARY, Pane.DETAILS})
    habits = habits_view(store, office, min(view.period.last, view.today), now) if is_asked else None
    return replace(view, sees_habits=True, habits=habits)


def workbook_card(page: Page, person: PersonRow) -> Content | None:
    """Without its days the file is taken away: somebody in it was erased since."""
    if not page.args:
        return None
    return workbook(page.work, person, _days(page), page.texts)


def bundle_card(page: Page, _: PersonRow) -> Content:
    return bundle(page.work, page.texts)


def whatif_card(page: Page, _: PersonRow) -> Later:
    return whatif_content(page.work, _days(page), page.texts)


def _days(page: Page) -> Period:
    return Period(date.fromisoformat(page.args["first"]), date.fromisoformat(page.args["last"]))


def seal_card(page: Page, person: PersonRow) -> Content:
    day, head = date.fromisoformat(page.args["day"]), page.args["head"]
    return seal_screen(day, head, page.texts, to_check=may(person.roles, Right.SEE_FIGURES))


def sample_card(page: Page, _: PersonRow) -> Content | None:
    view = sample_view(page.work, page.args)
    return sample_screen(view, page.texts)
