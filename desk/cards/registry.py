"""What a card shows, drawn at the moment when it is sent: the courier asks, the screens answer.

What takes a moment to draw is drawn when the transaction is over: then the answer is what is still to be done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from desk.cards import duty, figures, lead, office, questions
from desk.cards.page import Draw, Page, Shown
from desk.invitations import Links
from desk.work import Work
from leads.rights import Right, may
from screens.content import Content
from screens.texts import texts_for
from storage.cards import CardRow
from storage.kinds import KINDS, CardKind

FOR_ANYBODY: Mapping[CardKind, Callable[[Page], Content]] = {CardKind.NOTE: questions.note_card}
"""What a stranger may see, too."""


@dataclass(frozen=True, slots=True)
class ForPeople:
    """`right`: who may see it when it is drawn, whoever has asked; None: for each what the view shows to them."""

    draw: Draw
    right: Right | None


FOR_PEOPLE: Mapping[CardKind, ForPeople] = {
    CardKind.LEAD: ForPeople(lead.lead_card, None),
    CardKind.FILES: ForPeople(lead.files_card, None),
    CardKind.MENU: ForPeople(questions.menu_card, Right.BE_HELPED),
    CardKind.SUMMARY: ForPeople(figures.summary_card, Right.SEE_FIGURES),
    CardKind.SEAL: ForPeople(figures.seal_card, None),
    CardKind.DRAW: ForPeople(duty.draw_card, None),
    CardKind.ROSTER: ForPeople(duty.roster_card, None),
    CardKind.WEEK: ForPeople(duty.week_card, None),
    CardKind.SWAP: ForPeople(duty.swap_card, None),
    CardKind.PROPOSAL: ForPeople(duty.proposal_card, None),
    CardKind.OFFICE: ForPeople(office.office_card, Right.SEE_OFFICE),
    CardKind.REPORT: ForPeople(figures.report_card, Right.SEE_FIGURES),
    CardKind.WORKBOOK: ForPeople(figures.workbook_card, Right.SEE_FIGURES),
    CardKind.HELP: ForPeople(questions.help_card, Right.BE_HELPED),
    CardKind.ME: ForPeople(questions.me_card, Right.SEE_SELF),
    CardKind.QUEUE: ForPeople(questions.queue_card, Right.SEE_QUEUE),
    CardKind.WHY: ForPeople(questions.why_card, Right.ASK_WHY),
    CardKind.LEADS: ForPeople(questions.leads_card, Right.SEE_OPEN_LEADS),
    CardKind.WHATIF: ForPeople(figures.whatif_card, Right.SEE_FIGURES),
    CardKind.INVITE: ForPeople(office.invite_card, Right.INVITE),
    CardKind.MOVING: ForPeople(office.moving_card, Right.INVITE),
    CardKind.ROSTER_NEWS: ForPeople(duty.roster_news_card, None),
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
    """None where there is nothing to show any more: the lead was thrown away, the person has left,
    or may not see it any more.

    Raises UndrawnError for a card that another version has left behind.
    """
    if card.kind is None:
        raise UndrawnError("nothing here draws it")
    person = work.at(card.chat)
    spoken = card.payload.get("args", {}).get("locale", work.office.locale)  # a stranger's, where it is known
    page = Page(card, work, texts_for(person.locale if person else spoken), links, repeat)
    if card.kind in FOR_ANYBODY:
        return FOR_ANYBODY[card.kind](page)
    its = FOR_PEOPLE[card.kind]
    if person is None or (its.right and not may(person.roles, its.right)):
        return None
    return its.draw(page, person)
