"""Long lists from which somebody chooses: turned where they stand, and narrowed by a part of a name that is typed.

How far they are stands with the card; a card that is asked for with something else on it begins at the first page.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Final

from contacts.amounts import is_rather_a_phone
from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.door import Door
from desk.notes import Heard
from desk.opened import opened
from desk.page import Page
from desk.questions import LIST_TOPIC
from desk.work import Work
from leads.lead import State, Step
from leads.office import Office
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from leads.words import is_sought
from screens.buttons.of_panes import OfficePane
from screens.views.lead import Menu
from screens.views.leafing import UNLEAFED, Leafed, On
from storage import cards
from storage.cards import CardRow
from storage.kinds import KINDS, CardKind, Urgency
from storage.people import PersonRow

LIST: Final = "list"  # what it is called in a card
LONGEST: Final = 40  # characters of a part of a name

LONG: Final = frozenset({Menu.ASSIGN, Menu.SEGMENTS, Menu.SOURCES})
"""Lists of buttons under a lead that may be long."""


@dataclass(frozen=True, slots=True)
class Leafing:
    door: Door

    async def turn(self, actor: Actor, on: On, about: str, page: int) -> Reply:
        """The list shows this page of itself."""

        def case(work: Work) -> Reply:
            card = _card(work, actor, on, about)
            _show(work, actor, card, replace(_kept(card), page=page))
            return NOTHING

        return await self.door.do(actor, _right(on), case, of_segments=True)

    async def seek(self, actor: Actor, on: On, about: str, *, off: bool) -> Reply:
        """Asks for a part of a name; `off`: the list is whole again, and what else is asked stays so."""

        def case(work: Work) -> Reply:
            card = _card(work, actor, on, about)
            if not off or _kept(card).asked:
                questions.stop_asking(work, actor.person or "")
            if not off:
                questions.ask_of_list(work, actor.person or "", on.value, about)
            _show(work, actor, card, Leafed(asked=not off))
            return NOTHING

        return await self.door.do(actor, _right(on), case, of_segments=True)


def hear(work: Work, heard: Heard, _: int) -> bool:
    """Takes what was sent for a part of a name, if it can be one and the list is still there.

    Of whoever takes leads in only what somebody or something of the office is called like: the rest is a client.
    """
    words = heard.letter.text.strip()
    is_name = not heard.letter.kind and 0 < len(words) <= LONGEST and not is_rather_a_phone(words)
    is_clients = may(heard.actor.roles, Right.TAKE_IN) and not _is_known(work.office, words)
    if not is_name or is_clients or questions.is_late(work, heard.who):
        questions.stop_asking(work, heard.who)
        return False
    return narrow(work, heard.actor, words)


def narrow(work: Work, actor: Actor, words: str) -> bool:
    """Narrows the list for which they were asked to type, at the end of the chat. False where that is gone."""
    question = questions.asked(work, actor.person or "")
    about = (question and question.about) or {}
    questions.stop_asking(work, actor.person or "")
    try:
        card = _card(work, actor, On(about["on"]), about["about"])
    except Refused:
        return False
    if not _kept(card).asked or not _is_open(work, card):
        return False
    _show(work, actor, card, Leafed(sought=words[:LONGEST]), fresh=True)
    return True


def leafed(page: Page, reader: PersonRow) -> Leafed:
    """Returns how far the reader of a card has leafed through the list on it."""
    kept = _kept(page.card)
    return replace(kept, asked=kept.asked and _is_asked(page.card, reader))


def show_again(work: Work, actor: Actor, pane: OfficePane, about: str) -> None:
    """Opens a pane of the office with its list as far as it is; another one than stands there, from the beginning."""
    card = cards.of(work.store, actor.chat, CardKind.OFFICE, None)
    args = {"pane": pane.value, "about": about, "page": 0}
    is_same = card is not None and card.payload.get("args", {}) == args
    kept = {LIST: card.payload[LIST]} if card and is_same and LIST in card.payload else {}
    where = (actor.chat, CardKind.OFFICE, None, actor.person)
    cards.want(work.store, *where, fresh=card is None, payload={"args": args, **kept})


def show_found(work: Work, actor: Actor, pane: OfficePane, sought: str) -> None:
    """Opens a pane of the office at the end of the chat, its list narrowed from the beginning."""
    args = {"pane": pane.value, "about": "", "page": 0}
    payload = {"args": args, LIST: asdict(Leafed(sought=sought[:LONGEST]))}
    cards.want(work.store, actor.chat, CardKind.OFFICE, None, actor.person, payload=payload)


def _right(on: On) -> Right:
    """Whoever has such a card may look through it; what it shows to whom, whoever draws it knows."""
    return Right.SEE_OFFICE if on is On.OFFICE else Right.FIND


def _card(work: Work, actor: Actor, on: On, about: str) -> CardRow:
    """Finds it; an office's whose card is gone is opened anew. Raises Refused."""
    kind = KINDS[on.value]
    if on is On.OFFICE and cards.of(work.store, actor.chat, kind, None) is None:
        show_office(work, actor)
    try:
        card = cards.of(work.store, actor.chat, kind, kind.facts.about.read(about))
    except ValueError:
        card = None
    if card is None:
        raise Refused(Refusal.CHANGED_SINCE)
    return card


def _kept(card: CardRow) -> Leafed:
    kept = card.payload.get(LIST)
    return Leafed(**kept) if kept else UNLEAFED


def _show(work: Work, actor: Actor, card: CardRow, leafed: Leafed, *, fresh: bool = False) -> None:
    kind = card.kind
    assert kind is not None, "it was found by its kind"
    about = kind.facts.about.read("" if kind.facts.is_answer else card.subject)
    payload = {**card.payload, LIST: asdict(leafed)}
    where = (actor.chat, kind, about, actor.person, Urgency.ANSWER)
    cards.want(work.store, *where, fresh=fresh, payload=payload)


def _is_known(office: Office, words: str) -> bool:
    """Whether somebody, or something that is chosen from a list, is called like this."""
    names = [one.name for one in office.people]
    names += [one.name for one in office.segments]
    names += [one.name for one in office.sources]
    return any(is_sought(name, words) for name in names)


def _is_open(work: Work, card: CardRow) -> bool:
    """Whether the list still stands under the lead; on other cards nothing else comes in its place unasked."""
    if card.kind is not CardKind.LEAD:
        return True
    scene = work.load(int(card.subject)).scene
    is_chosen = scene.live is not None and scene.live.step is Step.CHOOSE
    is_listed = opened(card.payload, scene.lead) in LONG
    return is_listed or is_chosen or scene.lead.state is State.DRAFT


def _is_asked(card: CardRow, reader: PersonRow) -> bool:
    said = (reader.question and reader.question.about) or {}
    if said.get("topic") != LIST_TOPIC or card.kind is None or said["on"] != card.kind.word:
        return False
    return card.kind.facts.is_answer or said["about"] == card.subject
