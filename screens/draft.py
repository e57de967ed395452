"""The secretary's card of one lead: a draft to hand over, then a status that stays true."""

from __future__ import annotations

from collections.abc import Iterator

from leads.lead import State, Step
from leads.questions import Asked
from screens.assigning import assignee_list, legend
from screens.buttons.of_intake import (
    Apart,
    Correct,
    Discard,
    FileUnder,
    HandOver,
    Join,
    Pick,
    PickSegment,
    PickSource,
)
from screens.client import choose_phone, client_lines, is_within_reach
from screens.contacts import contact_rows
from screens.content import GAP, Button, Keyboard, Screen, page, with_quote
from screens.correcting import correct_button, correcting
from screens.filing import filing_screen, lead_list
from screens.format import span, was
from screens.status import status, title
from screens.story import words_of
from screens.texts import Html, Texts, cut
from screens.views.lead import DraftChoice, LeadView, Menu
from screens.writing import note_row, question, skip_row, undo_row

EXCERPT = 800  # UTF-16 units: they have just written the whole of it themselves
LABEL = 40
MOST_BY_REGION = 4
MOST_TWINS = 3


def secretary_screen(view: LeadView, texts: Texts) -> Screen:
    above = page(
        title(view, texts),
        status(view, texts),
        _went_by_itself(view, texts),
        GAP,
        client_lines(view, texts),
        *_twin_lines(view, texts),
    )
    if view.lead.state is not State.DRAFT:
        asked = question(view, texts)
        text = with_quote(above, words_of(view, texts), asked, most=EXCERPT)
        return Screen(text, _handed_keyboard(view, texts))
    if not view.takes_in:
        return filing_screen(view, texts)
    below = question(view, texts)
    if not view.asked:
        below = page(_ask_contact(view, texts), pick_lines(view, texts), below)
    return Screen(with_quote(above, words_of(view, texts), below, most=EXCERPT), _draft_keyboard(view, texts))


def _went_by_itself(view: LeadView, texts: Texts) -> Html | None:
    """Said while it is on its way, to whoever finds a lead where their draft was."""
    lead = view.lead
    if not lead.by_itself or lead.state not in {State.WAITING, State.OFFERED, State.HELD}:
        return None
    return texts("lead-by-itself", span=span(lead.waited, texts)) if lead.waited else None


def _twin_lines(view: LeadView, texts: Texts) -> Iterator[Html]:
    """The same client was written down twice: by the reader, or by a colleague."""
    for one in view.twins[:MOST_TWINS]:
        at = was(one.at, view.timezone, texts)
        yield texts("draft-twin-of", at=at, name=one.name) if one.name else texts("draft-twin", at=at)


def _join_twins(view: LeadView, texts: Texts) -> Keyboard:
    """One tap for each that the reader took, too."""
    own = [one for one in view.twins[:MOST_TWINS] if one.name is None]
    words = [texts.plain("button-join-twin", at=was(one.at, view.timezone, texts)) for one in own]
    return tuple(
        (Button(w, Join(lead=view.lead.id, other=one.id)),) for w, one in zip(words, own, strict=True)
    )


def _handed_keyboard(view: LeadView, texts: Texts) -> Keyboard:
    if opened := correcting(view, texts):
        return opened
    below = (skip_row(view, texts),) if view.asked else (*note_row(view, texts), *undo_row(view, texts))
    return (*contact_rows(view, texts), *below)


def _draft_keyboard(view: LeadView, texts: Texts) -> Keyboard:
    lead = view.lead.id
    hand = Button(texts.plain("button-hand-over"), HandOver(lead=lead), style="primary")
    drop = Button(texts.plain("button-discard"), Discard(lead=lead))
    if view.asked:
        return ((hand,), skip_row(view, texts))
    if opened := correcting(view, texts):
        return ((hand,), *opened)
    if view.menu is Menu.DRAFTS:
        return ((hand,), *_draft_list(view, texts))
    if view.menu is Menu.LEADS:
        put_away = Button(texts.plain("button-put-away"), FileUnder(lead=lead, to=-1))
        return ((hand,), *lead_list(view, texts), (put_away,))
    segment = Button(texts.plain("button-segment", name=cut(view.segment, LABEL)), PickSegment(lead=lead))
    is_repeat = view.lead.duplicate_of is not None
    first = ((hand,), (Button(texts.plain("button-apart"), Apart(lead=lead)),)) if is_repeat else ((hand,),)
    below = (
        *_say_phone(view, texts),
        *_join_twins(view, texts),
        *(() if is_repeat else pick_list(view, texts)),
        *choose_phone(view, texts),
        (segment,),
        *_by_region(view, texts),
        *_source(view, texts),
        (*correct_button(view, texts), Button(texts.plain("button-join"), Join(lead=lead))),
        (Button(texts.plain("button-file-under"), FileUnder(lead=lead)), drop),
    )
    return (*first, *below)


def _ask_contact(view: LeadView, texts: Texts) -> Html | None:
    """Nobody could call: the secretary is asked before it goes."""
    return None if is_within_reach(view.client) or view.menu is not Menu.NONE else texts("ask-no-contact")


def _say_phone(view: LeadView, texts: Texts) -> Keyboard:
    is_mistyped = view.client.slips and not view.client.phone
    if is_within_reach(view.client) and not is_mistyped:
        return ()
    return ((Button(texts.plain("button-say-phone"), Correct(lead=view.lead.id, what=Asked.PHONE)),),)


def _draft_list(view: LeadView, texts: Texts) -> Keyboard:
    rows = tuple(
        (Button(_draft_words(one, view, texts), Join(lead=view.lead.id, other=one.id)),)
        for one in view.drafts
    )
    return (*rows, (Button(texts.plain("button-put-away"), Join(lead=view.lead.id, other=-1)),))


def _draft_words(one: DraftChoice, view: LeadView, texts: Texts) -> str:
    """`10:04 · Рустам`."""
    when = was(one.at, view.timezone, texts)
    return texts.plain("button-join-with", at=when, words=cut(" ".join(one.words.split()), LABEL))


def _source(view: LeadView, texts: Texts) -> Keyboard:
    """Where the office has named any."""
    if not view.sources:
        return ()
    name = cut(view.source, LABEL) if view.source else None
    words = texts.plain("button-source-is", name=name) if name else texts.plain("button-source")
    return ((Button(words, PickSource(lead=view.lead.id)),),)


def _by_region(view: LeadView, texts: Texts) -> Keyboard:
    """One tap for each segment that the client may belong to, for all that is known of them."""
    return tuple(
        (
            Button(
                texts.plain("button-by-region", name=cut(one.name, LABEL)),
                PickSegment(lead=view.lead.id, segment=one.id),
            ),
        )
        for one in view.by_region[:MOST_BY_REGION]
    )


def pick_lines(view: LeadView, texts: Texts) -> Html:
    """Tells what a name does, what the first button does, and who is asked before."""
    if not view.picks or view.menu is not Menu.NONE or view.lead.duplicate_of is not None:
        return page()
    if not any(person.absence is None for person in view.assignees):
        return page(texts("pick-nobody"), _before(view, texts))
    fair = any(person.fair for person in view.assignees)
    return page(texts("pick-or-scheme" if fair else "pick"), legend(view, texts), _before(view, texts))


def _before(view: LeadView, texts: Texts) -> Html | None:
    if view.first is Step.OWNER and view.owner:
        return texts("pick-after-owner", name=view.owner)
    return texts("pick-after-head") if view.first is Step.CHOOSE else None


def pick_list(view: LeadView, texts: Texts) -> Keyboard:
    """One tap hands the lead over to a name; who is away is shown, and refused politely."""
    return assignee_list(view, lambda who: Pick(lead=view.lead.id, who=who), texts)
