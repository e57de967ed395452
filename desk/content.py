"""What a card shows, drawn at the moment when it is sent: the courier asks, the screens answer.

What takes a moment to draw is drawn when the transaction is over: then the answer is what is still to be done.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk import answers, duty_views, seals
from desk.asides import aside_view
from desk.draw_views import draw_view
from desk.invitations import Links, moving_view
from desk.me import me_view
from desk.queue import queue_view
from desk.reports import READERS
from desk.rule_views import rule_view
from desk.rules import MAY_SWITCH
from desk.views import Reader, lead_view
from desk.whatif import whatif_content
from desk.why import why_view
from desk.work import Work
from desk.workbooks import workbook
from leads.figures.periods import Period, Span, period_of
from leads.office import Role
from reports.taking import taken
from reports.views import picture_of, report_view, shows_hours
from screens.aside import aside_screen
from screens.content import Content, Copies, Picture
from screens.draw import draw_screen
from screens.help import command_menu, help_screen
from screens.lead import lead_screen
from screens.leads import leads_screen
from screens.me import me_screen
from screens.moving import moving_screen
from screens.notice import notice_screen
from screens.office import office_screen
from screens.pictures.drawing import draw_roster, draw_sales
from screens.proposal import proposal_screen, roster_news_screen
from screens.queue import queue_screen
from screens.report import report_caption, report_keyboard, report_screen
from screens.roster import roster_screen, week_caption
from screens.rules import rule_screen
from screens.seal import seal_screen
from screens.swap import swap_screen
from screens.texts import Texts, texts_for
from screens.views.lead import Menu
from screens.views.pictures import RosterPicture, RosterSpan
from screens.views.report import Pane
from screens.why import why_screen
from storage import drafts
from storage.cards import CardRow
from storage.people import PersonRow
from storage.scenes import NoLeadError


@dataclass(frozen=True, slots=True)
class Page:
    """One card to draw, for whom and in which words."""

    card: CardRow
    work: Work
    person: PersonRow | None
    texts: Texts
    links: Links
    repeat: bool

    @property
    def args(self) -> Mapping[str, Any]:
        args: Mapping[str, Any] = self.card.payload.get("args", {})
        return args


Later = Callable[[], Awaitable[Content]]
"""To be called with no transaction open."""


def draw(card: CardRow, work: Work, links: Links, *, repeat: bool) -> Content | Later | None:
    """None where there is nothing to show any more: the lead was thrown away, the person has left."""
    person = work.at(card.chat)
    spoken = card.payload.get("args", {}).get("locale", work.office.locale)  # a stranger's, where it is known
    texts = texts_for(person.locale if person else spoken)
    page = Page(card, work, person, texts, links, repeat)
    if card.kind == "note":
        return notice_screen(card.payload["key"], card.payload["args"], texts)
    if person is None:
        return None
    return _KINDS[card.kind](page, person)


def _lead(page: Page, person: PersonRow) -> Content | None:
    lead = int(page.card.subject)
    try:
        loaded = page.work.load(lead)
    except NoLeadError:
        return None
    is_secretary = drafts.secretary_of(page.work.conn, lead) == person.id
    menu = Menu(page.card.payload.get("menu", ""))
    view = lead_view(page.work, loaded.scene, Reader(person, is_secretary, menu, page.repeat))
    return lead_screen(view, page.texts)


def _files(page: Page, person: PersonRow) -> Content | None:
    """For whoever has the lead; from somebody who has lost it they are taken away."""
    lead = int(page.card.subject)
    client = drafts.client_of(page.work.conn, lead)
    is_his = page.work.load(lead).scene.lead.holder == person.id
    if not is_his or client.source_chat is None or not client.source_messages:
        return None
    return Copies(client.source_chat, tuple(client.source_messages))


def _seal(page: Page, _: PersonRow) -> Content:
    return seal_screen(date.fromisoformat(page.args["day"]), page.args["head"], page.texts)


def _weekly_draw(page: Page, person: PersonRow) -> Content | None:
    view = draw_view(page.work, person, page.card.subject)
    return draw_screen(view, page.texts) if view else None


def _menu(page: Page, person: PersonRow) -> Content:
    return command_menu(person.roles, page.texts)


def _answer(page: Page, person: PersonRow) -> Content | Later | None:
    return _ANSWERS[page.card.payload["screen"]](page, person)


def _help(page: Page, person: PersonRow) -> Content:
    return help_screen(person.name, person.roles, page.texts)


def _me(page: Page, person: PersonRow) -> Content:
    return me_screen(me_view(page.work, person), page.texts)


def _queue(page: Page, person: PersonRow) -> Content:
    return queue_screen(queue_view(page.work, person), page.texts)


def _why(page: Page, person: PersonRow) -> Content | None:
    view = why_view(page.work, person, int(page.args["number"]))
    return why_screen(view, page.texts) if view else None


def _leads(page: Page, _: PersonRow) -> Content:
    return leads_screen(answers.leads_view(page.work), page.texts)


def _office(page: Page, person: PersonRow) -> Content | None:
    if not set(person.roles) & set(MAY_SWITCH):
        return None
    if rule := rule_view(page.work.office, page.args.get("segment", "")):
        return rule_screen(rule, page.texts)
    if page.args.get("aside"):
        return aside_screen(aside_view(page.work), page.texts)
    invited = page.args.get("invited", "")
    link = {}
    if page.args.get("nonce") and Role.ADMIN in person.roles:  # he may have been one when he asked
        name = answers.invited_name(page.work.office, invited, page.texts)
        link = {name: page.links.address(page.args["nonce"])}
    return office_screen(answers.office_view(page.work, person, link), page.texts)


def _moving(page: Page, person: PersonRow) -> Content | None:
    """Nothing once the administrator has thought better of it, or is none any more."""
    if Role.ADMIN not in person.roles:
        return None
    nonce = page.args.get("nonce")
    view = moving_view(page.work, page.args.get("who", ""), page.links.address(nonce) if nonce else None)
    return moving_screen(view, page.texts) if view else None


def _report(page: Page, person: PersonRow) -> Content | Later | None:
    """A picture where there is something to see, with the summary under it; otherwise a list."""
    if not set(person.roles) & set(READERS):
        return None
    span, pane = Span(page.args["span"]), Pane(page.args["pane"])
    conn, office, today = page.work.conn, page.work.office, page.work.today
    period = period_of(span, date.fromisoformat(page.args["first"]))
    found = taken(conn, office, period, by_the_clock=shows_hours(period, pane))
    view = report_view(found, span, today)
    is_record = page.card.kind == "summary"  # what was told in the evening stays as it was told
    if pane is not Pane.SUMMARY or not view.summary.handed:
        return report_screen(view, pane, page.texts, fresh=is_record)
    picture = picture_of(conn, office, view, page.texts)
    name, caption = f"report-{period.first.isoformat()}.png", report_caption(view, page.texts)
    keyboard = report_keyboard(view, pane, page.texts, fresh=is_record)

    async def drawn() -> Content:
        return Picture(await draw_sales(picture, page.texts), name, caption, keyboard)

    return drawn


def _workbook(page: Page, person: PersonRow) -> Content | None:
    """Without its days it is taken away: somebody in it was erased since, or the reader has another role."""
    if not page.args:
        return None
    return workbook(page.work, person, _days(page), page.texts)


def _days(page: Page) -> Period:
    return Period(date.fromisoformat(page.args["first"]), date.fromisoformat(page.args["last"]))


def _roster(page: Page, person: PersonRow) -> Content:
    view = duty_views.roster_view(page.work, person, page.card.payload.get("menu", ""))
    return roster_screen(view, page.texts)


def _whatif(page: Page, person: PersonRow) -> Later | None:
    if not set(person.roles) & set(READERS):  # he may have been one when he asked
        return None
    return whatif_content(page.work, _days(page), page.texts)


def _week(page: Page, person: PersonRow) -> Later | None:
    """Next week as a picture. It takes a moment to draw, so the text goes first, as a card of its own."""
    view = duty_views.roster_view(page.work, person, "")
    segment = next((s for s in view.segments if s.id == page.card.subject), None)
    if segment is None:
        return None
    following = segment.weeks[1]
    spans = tuple(RosterSpan(*span) for span in following.spans(view.timezone))
    roster = RosterPicture(segment.name, following.first, spans, segment.people)
    name, caption = f"roster-{following.first.isoformat()}.png", week_caption(segment, page.texts)

    async def drawn() -> Content:
        return Picture(await draw_roster(roster, page.texts), name, caption)

    return drawn


def _swap(page: Page, person: PersonRow) -> Content | None:
    view = duty_views.swap_view(page.work, person, int(page.card.subject))
    return swap_screen(view, page.texts) if view else None


def _proposal(page: Page, person: PersonRow) -> Content | None:
    view = duty_views.proposal_view(page.work, person, int(page.card.subject))
    return proposal_screen(view, page.texts) if view else None


def _roster_news(page: Page, person: PersonRow) -> Content | None:
    view = duty_views.proposal_view(page.work, person, int(page.args["roster"]))
    return roster_news_screen(view, page.texts) if view else None


Draw = Callable[[Page, PersonRow], Content | Later | None]

_ANSWERS: Mapping[str, Draw] = {
    "help": _help,
    "me": _me,
    "queue": _queue,
    "why": _why,
    "leads": _leads,
    "office": _office,
    "moving": _moving,
    "report": _report,
    "workbook": _workbook,
    "roster_news": _roster_news,
    "whatif": _whatif,
}

_KINDS: Mapping[str, Draw] = {
    "lead": _lead,
    "files": _files,
    "draw": _weekly_draw,
    "menu": _menu,
    "answer": _answer,
    "summary": _answer,
    seals.CARD: _seal,
    "roster": _roster,
    "week": _week,
    "swap": _swap,
    "proposal": _proposal,
}

KINDS = frozenset({"note", *_KINDS, *_ANSWERS} - {"answer"})
"""Whatever can stand in a chat: answers go by their screens."""


def kind_of(card: CardRow) -> str:
    """One of KINDS."""
    return str(card.payload.get("screen", card.kind)) if card.kind == "answer" else card.kind
