"""What a card shows, drawn at the moment when it is sent: the courier asks, the screens answer.

What takes a moment to draw is drawn when the transaction is over: then the answer is what is still to be done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from desk import card_contents
from desk.invitations import Links
from desk.office.erasing import erasing_card, protocol_card
from desk.office.file_views import file_card
from desk.office.past import past_card, rejects_card
from desk.office.setup import setup_card
from desk.office.trying import trial_card
from desk.own_account import move_card
from desk.page import Draw, Page, Shown
from desk.work import Work
from leads.rights import Right, headed_by, may
from screens.content import Content
from screens.texts import texts_for
from storage.cards import CardRow
from storage.kinds import KINDS, CardKind
from storage.people import PersonRow

FOR_ANYBODY: Mapping[CardKind, Callable[[Page], Content]] = {CardKind.NOTE: card_contents.note_card}
"""What a stranger may see, too."""


@dataclass(frozen=True, slots=True)
class ForPeople:
    """Says how a kind is drawn, and for whom.

    `right`: who may see it when it is drawn, whoever has asked; None: for each what the view shows to them.
    """

    draw: Draw
    right: Right | None
    of_segments: bool = False  # also whoever heads one, for its leads


FOR_PEOPLE: Mapping[CardKind, ForPeople] = {
    CardKind.LEAD: ForPeople(card_contents.lead_card, None),
    CardKind.FILES: ForPeople(card_contents.files_card, None),
    CardKind.PULL: ForPeople(card_contents.pull_card, Right.HOLD),
    CardKind.MENU: ForPeople(card_contents.menu_card, Right.BE_HELPED),
    CardKind.SUMMARY: ForPeople(card_contents.summary_card, Right.SEE_FIGURES),
    CardKind.SEAL: ForPeople(card_contents.seal_card, None),
    CardKind.SAMPLE: ForPeople(card_contents.sample_card, Right.ASSIGN, of_segments=True),
    CardKind.DRAW: ForPeople(card_contents.draw_card, None),
    CardKind.ROSTER: ForPeople(card_contents.roster_card, None),
    CardKind.WEEK: ForPeople(card_contents.week_card, None),
    CardKind.SWAP: ForPeople(card_contents.swap_card, None),
    CardKind.PROPOSAL: ForPeople(card_contents.proposal_card, None),
    CardKind.OFFICE: ForPeople(card_contents.office_card, Right.SEE_OFFICE),
    CardKind.SET_UP: ForPeople(setup_card, Right.SET_UP),
    CardKind.REPORT: ForPeople(card_contents.report_card, Right.SEE_FIGURES),
    CardKind.WORKBOOK: ForPeople(card_contents.workbook_card, Right.SEE_FIGURES),
    CardKind.BUNDLE: ForPeople(card_contents.bundle_card, Right.SEE_FIGURES),
    CardKind.OFFICE_FILE: ForPeople(file_card, Right.SET_UP),
    CardKind.TRIAL: ForPeople(trial_card, Right.SEE_OFFICE),
    CardKind.ERASING: ForPeople(erasing_card, Right.SET_UP),
    CardKind.PAST: ForPeople(past_card, Right.SET_UP),
    CardKind.REJECTS: ForPeople(rejects_card, Right.SET_UP),
    CardKind.PROTOCOL: ForPeople(protocol_card, Right.SET_UP),
    CardKind.HELP: ForPeople(card_contents.help_card, Right.BE_HELPED),
    CardKind.LEFT: ForPeople(card_contents.left_card, Right.ASSIGN),
    CardKind.ME: ForPeople(card_contents.me_card, Right.SEE_SELF),
    CardKind.QUEUE: ForPeople(card_contents.queue_card, Right.SEE_QUEUE),
    CardKind.WHY: ForPeople(card_contents.why_card, Right.ASK_WHY),
    CardKind.LEADS: ForPeople(card_contents.leads_card, Right.SEE_OPEN_LEADS, of_segments=True),
    CardKind.MINE: ForPeople(card_contents.mine_card, Right.HOLD),
    CardKind.TAKEN: ForPeople(card_contents.taken_card, Right.TAKE_IN),
    CardKind.KEPT: ForPeople(card_contents.kept_card, None),
    CardKind.FOUND: ForPeople(card_contents.found_card, Right.FIND),
    CardKind.WHATIF: ForPeople(card_contents.whatif_card, Right.SEE_FIGURES),
    CardKind.INVITE: ForPeople(card_contents.invite_card, Right.INVITE),
    CardKind.INVITES: ForPeople(card_contents.invites_card, Right.INVITE),
    CardKind.MOVING: ForPeople(card_contents.moving_card, Right.INVITE),
    CardKind.MOVE: ForPeople(move_card, Right.MOVE),
    CardKind.ROSTER_NEWS: ForPeople(card_contents.roster_news_card, None),
}


class UndrawnError(Exception):
    """Nothing here draws a kind of card, or two functions draw it."""


def check_total(kinds: Collection[CardKind], *drawn: Collection[CardKind]) -> None:
    """Raises UndrawnError unless each of these kinds is drawn by one function."""
    those = [kind for each in drawn for kind in each]
    if wrong := [kind.name for kind in kinds if those.count(kind) != 1]:
        raise UndrawnError(f"these kinds of cards are not drawn by one function each: {', '.join(wrong)}")


check_total(KINDS.values(), FOR_ANYBODY, FOR_PEOPLE)


def draw(card: CardRow, work: Work, links: Links, *, repeat: bool) -> Shown:
    """Draws a card. None where there is nothing to show any more: the lead was thrown away, the person has left,
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
    if person is None or not _may_see(work, person, its):
        return None
    return its.draw(page, person)


def _may_see(work: Work, person: PersonRow, its: ForPeople) -> bool:
    is_theirs = its.right is None or may(person.roles, its.right)
    return is_theirs or (its.of_segments and bool(headed_by(work.office, person.id)))
