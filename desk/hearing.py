"""What somebody sends that is no command: a reply to a card, the answer to a question, a lead, or a note for one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from contacts.amounts import is_rather_a_phone, read_amount
from contacts.reading import Letter
from desk import appointments, leafing, one_client, questions
from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.intake import Intake, take
from desk.notes import Heard, write_down
from desk.one_draft import goes_on, joins
from desk.typed_corrections import add_comment, correct_name, correct_phone
from desk.undoing import at_any_time
from desk.work import Work
from leads import answers, holding
from leads.client import TouchKind
from leads.lead import MOST_HUNDREDTHS, Outcome, Promised
from leads.questions import Asked, Question
from leads.reasons import BadLeadReason, DeclineReason, RefusalReason
from leads.refusals import Refused
from leads.rights import Right, may
from storage import cards, people, touches
from storage.kinds import Urgency
from storage.scenes import NoLeadError
from storage.touches import Touch

MOST_OF_AN_AMOUNT = 3  # words: `сто тысяч рублей`


@dataclass(frozen=True, slots=True)
class Hearing:
    door: Door
    intake: Intake

    async def hear(self, actor: Actor, letter: Letter, replied_to: int | None) -> Reply:
        """Takes a message of somebody who belongs to the office. `replied_to`: a message that it answers."""
        read = await self.intake.read(letter)

        def case(work: Work) -> Reply:
            heard = Heard(actor, letter, read)
            if goes_on(work, heard) or _replies(work, heard, replied_to) or _answers(work, heard):
                return NOTHING
            if joins(work, heard):
                return NOTHING
            take(work, actor, letter, read(work.office))
            return Reply(done="draft")

        return await self.door.do(actor, Right.WRITE_DOWN, case)


def _replies(work: Work, heard: Heard, replied_to: int | None) -> bool:
    """Whether it answers the card of a lead on which they may write something down."""
    lead = cards.lead_shown_by(work.store, heard.actor.chat, replied_to) if replied_to else None
    if lead is None:
        return False
    try:
        write_down(work, heard, lead)
    except (Refused, NoLeadError):
        return False
    return True


def _answers(work: Work, heard: Heard) -> bool:
    """Whether it is what they were asked for; of a lead that is not theirs any more nothing is asked."""
    question = questions.asked(work, heard.who)
    if question is None or question.what not in ANSWERS:
        return False
    if may(heard.actor.roles, Right.TAKE_IN) and questions.is_late(work, heard.who):
        questions.stop_asking(work, heard.who)
        return False
    try:
        if not _still_stands(work, heard, question):
            questions.stop_asking(work, heard.who)
            return False
        return ANSWERS[question.what](work, heard, question.lead)
    except (Refused, NoLeadError):
        questions.stop_asking(work, heard.who)
        return False


def _still_stands(work: Work, heard: Heard, question: Question) -> bool:
    """Whether an answer is still waited for; what is a note is welcome whatever has become of the lead meanwhile."""
    if question.about is not None or ANSWERS[question.what] is _note:
        return True
    return questions.stands(question.what, work.load(question.lead).scene, heard.who)


def _amount(work: Work, heard: Heard, lead: int, *, sells: bool = False) -> bool:
    """Writes the amount down, or says why not. For a telephone number nobody waits any longer.

    `sells`: the lead is closed with it.
    """
    text, who, takes_in = heard.letter.text, heard.who, may(heard.actor.roles, Right.TAKE_IN)
    is_phone, amount = is_rather_a_phone(text), read_amount(text)
    is_of_a_client = is_phone and any(sign.isalpha() for sign in text)
    if heard.letter.kind or is_of_a_client or ((is_phone or amount is None) and takes_in):
        return False
    if is_phone:
        questions.stop_asking(work, who)
        why = "is-a-phone"
    elif amount is None:
        if len(text.split()) > MOST_OF_AN_AMOUNT:  # a sentence is about something else
            return False
        why = "not-understood"
    elif amount > MOST_HUNDREDTHS:
        why = "too-large"
    else:
        _put_amount(work, heard, lead, amount, sells=sells)
        return True
    work.note(heard.actor.chat, f"amount:{heard.actor.update}", f"amount-{why}", Urgency.ANSWER)
    return True


def _put_amount(work: Work, heard: Heard, lead: int, amount: int, *, sells: bool) -> None:
    loaded = work.load(lead)
    if sells:
        holding.close(loaded.scene, heard.who, Outcome.WON, work.now)
    holding.put_amount(loaded.scene, heard.who, amount, work.now, always=at_any_time(loaded, heard.actor))
    people.change(work.store, heard.who, **questions.NOTHING_ASKED)
    number, actor = loaded.scene.lead.number, heard.actor
    work.save(loaded)
    said = {"number": number, "amount": amount}
    work.note(actor.chat, f"amount:{actor.update}", "amount-saved", Urgency.ANSWER, **said)


def _note(work: Work, heard: Heard, lead: int) -> bool:
    """A contact is a new client's, whoever sends it."""
    if heard.letter.kind == "contact" and may(heard.actor.roles, Right.TAKE_IN):
        return False
    questions.stop_asking(work, heard.who)
    write_down(work, heard, lead)
    return True


def _reason(work: Work, heard: Heard, lead: int) -> bool:
    """Writes the words down; the ledger is told that there are some."""
    if heard.letter.kind == "contact" and may(heard.actor.roles, Right.TAKE_IN):
        return False
    loaded, who = work.load(lead), heard.who
    questions.stop_asking(work, who)
    client = loaded.stored.lead.client
    if client is not None:
        touches.add(work.store, lead, client, Touch(TouchKind.REASON, work.now, who, heard.read(work.office)))
        loaded = work.load(lead)  # with what is written down now
    if holding.bad_for_no_reason(loaded.scene, who):
        holding.put_bad_reason(loaded.scene, who, BadLeadReason.OTHER, work.now)
    elif holding.lost_for_no_reason(loaded.scene, who):
        holding.put_lost_reason(loaded.scene, who, RefusalReason.OTHER, work.now)
    elif answers.unexplained(loaded.scene, who):
        answers.explain(loaded.scene, who, DeclineReason.OTHER, work.now)
    number, actor = loaded.scene.lead.number, heard.actor
    work.save(loaded)
    work.note(actor.chat, f"reason:{actor.update}", "reason-noted", Urgency.ANSWER, number=number)
    return True


Answer = Callable[[Work, Heard, int], bool]
"""Takes it for what was asked of this lead, or says that it is something else. Raises Refused."""

ANSWERS: Mapping[Asked, Answer] = {
    Asked.AMOUNT: _amount,
    Asked.SALE: partial(_amount, sells=True),
    Asked.NOTE: _note,
    Asked.VERDICT: _note,
    Asked.REASON: _reason,
    Asked.CALL_BACK: partial(appointments.hear, what=Promised.CALL_BACK),
    Asked.MEETING: partial(appointments.hear, what=Promised.MEETING),
    Asked.NAME: correct_name,
    Asked.PHONE: correct_phone,
    Asked.COMMENT: add_comment,
    Asked.SAME_CLIENT: one_client.look,
    Asked.LIST: leafing.hear,
}

assert ANSWERS.keys() | {Asked.OFFICE} == set(Asked), "each question of a lead has its answer"
