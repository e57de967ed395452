"""What may not happen, politely: a refusal is shown to the person as a short toast and changes nothing."""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    HANDED_ALREADY = "handed_already"  # the secretary taps twice
    TAKEN = "taken"  # somebody else has the lead
    CLIENT_TAKEN = "client_taken"  # the client has an open lead, of somebody else
    YOURS_ALREADY = "yours_already"
    CLOSED = "closed"  # a terminal state stays terminal
    THERE_ALREADY = "there_already"  # on pause no more
    WITHDRAWN = "withdrawn"  # its secretary has taken it back
    NOT_CLOSED = "not_closed"  # it is open, or was opened again meanwhile
    TOO_LATE = "too_late"  # for taking it back without the head
    HEADS_WORD = "heads_word"  # the head has said so, and only the head takes it back
    OPEN_BESIDE = "open_beside"  # the client has another open lead by now
    SAME_ALREADY = "same_already"  # they are one client already
    TWO_ALREADY = "two_already"  # they have been parted meanwhile, or were never joined
    NOT_BOTH_OPEN = "not_both_open"  # nothing is added to a lead that is over
    ERASED = "erased"  # of somebody who is forgotten nothing is written down
    NOT_YOURS = "not_yours"  # it was never offered to this person, or is not theirs to move
    NOT_OFFERED_NOW = "not_offered_now"  # it was, but the time is over
    ASK_FOR_IT = "ask_for_it"  # it waits for whoever asks, and is nobody's to pick out
    NOTHING_WAITS = "nothing_waits"  # there is no lead to ask for
    PULLED_ALREADY = "pulled_already"  # they have tapped twice, and have the lead
    DAY_LIMIT = "day_limit"  # they have asked for as many as they may in a day
    NOBODY_THERE = "nobody_there"  # the rule finds nobody to hand a lead on to
    CUT_SHORT = "cut_short"  # they had ceased to be there, so it was taken back at no cost
    CAPACITY = "capacity"
    LAST_RUNG = "last_rung"  # nobody stands behind the end of the ladder
    IN_THE_LIST = "in_the_list"  # they have tapped already, and it is not decided yet
    EXPLAINED_ALREADY = "explained_already"
    PAST = "past"  # a time to call again that is over
    TOO_FAR = "too_far"  # one that lies too far ahead
    NOT_MARKED = "not_marked"  # it was taken back already, or something else was marked since
    NOTHING_PROMISED = "nothing_promised"
    NOT_A_MANAGER = "not_a_manager"
    UNREACHABLE = "unreachable"  # a lead cannot be put into hands that Telegram does not reach
    NOT_DISPUTED = "not_disputed"
    DISPUTED = "disputed"  # waits for the head's word
    NOT_IN_THE_DRAW = "not_in_the_draw"  # not a member of the segment whose week is drawn
    DRAWN_ALREADY = "drawn_already"
    LOT_THROWN = "lot_thrown"  # the first counts
    NO_PICK = "no_pick"  # here the rule chooses, not the secretary
    LEFT_SEGMENT = "left_segment"  # whoever was picked is no member, or not any more
    AWAY = "away"  # cannot take a lead now
    NO_SEGMENT = "no_segment"  # it has been taken out of the office
    LAST_SEGMENT = "last_segment"  # without one nobody would get a lead
    RULE_NEEDED = "rule_needed"  # only the last segment takes whatever comes
    REST_IS_LAST = "rest_is_last"  # what takes everything else stands behind all others
    REST_IS_THERE = "rest_is_there"  # a segment takes everything else already
    NO_DRAW = "no_draw"  # there is none, or it will not be held any more
    NOT_FOR_YOU = "not_for_you"  # another role's button
    NOT_A_MEMBER = "not_a_member"  # of the segment whose roster it is
    NOT_YOUR_DUTY = "not_your_duty"  # they are not on duty then, or no longer
    SWAP_OPEN_ALREADY = "swap_open_already"
    SWAP_OWN = "swap_own"  # nobody takes their own
    SWAP_NOT_YOURS = "swap_not_yours"  # only its owner withdraws it
    SWAP_TAKEN = "swap_taken"
    SWAP_YOURS_ALREADY = "swap_yours_already"
    SWAP_WITHDRAWN = "swap_withdrawn"
    SWAP_PAST = "swap_past"
    SWAP_SUPERSEDED = "swap_superseded"  # the duty that it was about is no more
    ON_DUTY_THEN = "on_duty_then"  # nobody is on duty twice
    DUTY_GONE = "duty_gone"  # it is another one meanwhile
    DUTY_OVER = "duty_over"  # nothing that is past is changed
    DUTY_BEGUN = "duty_begun"  # what runs already is not moved to another day
    DUTY_RUNS = "duty_runs"  # of one that runs only the end is changed
    DUTY_DOUBLED = "duty_doubled"  # they are on duty then already
    DUTY_SWAPPED = "duty_swapped"  # a swap that people agreed on stands in the way
    ROSTER_SETTLED = "roster_settled"  # approved or put away already
    ROSTER_LATE = "roster_late"  # its week has begun
    ROSTER_STALE = "roster_stale"  # somebody in it is no longer a member
    UNFIT = "unfit"  # the office would not be one: what was said cannot stand there
    CHANGED_SINCE = "changed_since"  # somebody has changed it again meanwhile
    LAST_ADMIN = "last_admin"  # somebody has to answer for the office
    NOBODY_TO_PLAN = "nobody_to_plan"  # no slots, or nobody who could take one


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """The rules do not allow an action now; `people` are those who have the lead instead."""

    def __init__(self, why: Refusal, people: tuple[str, ...] = ()) -> None:
        super().__init__(why.value)
        self.why = why
        self.people = people
