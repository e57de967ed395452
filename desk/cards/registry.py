"""What a card shows, drawn at the moment when it is sent: the courier asks, the screens answer.

What takes a moment to draw is drawn when the transaction is over: then the answer is what is still to be done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from desk.cards import duty, figures, lead, office, questions
from desk.cards.page import Draw, Page, Shown
from desk.invitations import Links
from desk.work import Work
from screens.content import Content
from screens.texts import texts_for
from storage.cards import CardRow
from storage.kinds import KINDS, CardKind

FOR_ANYBODY: Mapping[CardKind, Callable[[Page], Content]] = {CardKind.NOTE: questions.note_card}
"""What a stranger may see, too."""

FOR_PEOPLE: Mapping[CardKind, Draw] = {
    CardKind.LEAD: lead.lead_card,
    CardKind.FILES: lead.files_card,
    CardKind.MENU: questions.menu_card,
    CardKind.SUMMARY: figures.summary_card,
    CardKind.SEAL: figures.seal_card,
    CardKind.DRAW: duty.draw_card,
    CardKind.ROSTER: duty.roster_card,
    CardKind.WEEK: duty.week_card,
    CardKind.SWAP: duty.swap_card,
    CardKind.PROPOSAL: duty.proposal_card,
    CardKind.OFFICE: office.office_card,
    CardKind.REPORT: figures.report_card,
    CardKind.WORKBOOK: figures.workbook_card,
    CardKind.HELP: questions.help_card,
    CardKind.ME: questions.me_card,
    CardKind.QUEUE: questions.queue_card,
    CardKind.WHY: questions.why_card,
    CardKind.LEADS: questions.leads_card,
    CardKind.WHATIF: figures.whatif_card,
    CardKind.INVITE: office.invite_card,
    CardKind.MOVING: office.moving_card,
    CardKind.ROSTER_NEWS: duty.roster_news_card,
}


class UndrawnError(Exception):
    """A kind of card that nothing here draws, or that two functions draw."""


def check_total(kinds: Collection[CardKind], *drawn: Collection[CardKind]) -> None:
    """Raises UndrawnError unless each of these kinds is drawn by one function."""
    those = [kind for each in drawn for kind in each]
    if wrong := [kind.name for kind in kinds if those.count(kind) != 1]:
        raise UndrawnError(f"these kinds of cards are not drawn by one function each: {', '.join(wrong)}")


check_total(KINDS.values(), FOR_ANYBODY, FOR_PEOPLE)


def draw(card: CardRow, work: Work, links: Links, *, repeat: bool) -> Shown:
    """None where there is nothing to show any more: the lead was thrown away, the person has left.

    Raises UndrawnError for a card that another version has left behind.
    """
    if card.kind is None:
        raise UndrawnError("nothing here draws it")
    person = work.at(card.chat)
    spoken = card.payload.get("args", {}).get("locale", work.office.locale)  # a stranger's, where it is known
    page = Page(card, work, texts_for(person.locale if person else spoken), links, repeat)
    if card.kind in FOR_ANYBODY:
        return FOR_ANYBODY[card.kind](page)
    return FOR_PEOPLE[card.kind](page, person) if person else None
