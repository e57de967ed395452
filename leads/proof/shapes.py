"""What an entry of each kind holds: nothing can be slipped into the ledger that nobody looks at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from leads.proof.audit import Broken, same
from leads.proof.forms import check_forms

OF_A_LEAD: Final[Mapping[str, str]] = {
    "handed": "segment scheme path known owner duplicate_of source ack_timeout step_timeout wait_for_owner",
    "waiting": "reason until",
    "offered": "step scheme rung offered reason figures out turn",
    "claimed": "who step seconds charged turn",
    "declined": "who step charged",
    "explained": "who reason free",
    "undelivered": "who step",
    "lapsed": "who step charged",
    "paused": "who lapses",
    "cut_short": "who step why",
    "repeated": "times",
    "given_back": "who cause",
    "assigned": "by who was fair charged turn",
    "returned": "who",
    "progress": "who progress",
    "closed": "who outcome",
    "disputed": "who",
    "settled": "by who bad",
    "amount": "who amount",
    "lost_reason": "who reason",
    "reminded": "who times",
    "clock_put_back": "reason",
    "imported": "segment source known who at claimed_at closed_at outcome amount",
}
OF_THE_OFFICE: Final[Mapping[str, str]] = {
    "on": "who",
    "off": "who until",
    "leave_dropped": "who",
    "unreachable": "who why",
    "invited": "by who role",
    "joined": "who roles",
    "weight_changed": "who before after",
    "member_joined": "segment who",
    "member_left": "segment who",
    "members_ordered": "segment order",
    "scheme_switched": "segment before after drawn_in by",
    "reserve_changed": "segment before after by",
    "draw_announced": "segment monday commitment draw_at",
    "lot_thrown": "segment monday who lot",
    "draw_opened": "segment monday secret lots members order",
    "erased": "leads cause",
    "swap_opened": "swap segment who from to",
    "swap_taken": "swap segment who from to by at",
    "swap_withdrawn": "swap segment who from to",
    "roster_proposed": "roster segment week plan by shares shifts",
    "roster_approved": "roster segment week by shifts replaced superseded",
    "roster_dismissed": "roster by",
    "set_up": "office people segments order shifts agreed",
}
SOMETIMES: Final[Mapping[str, str]] = {
    "handed": "picked by",
    "invited": "link",
    "off": "from",
    "offered": "by fair candidates records floor min_sample drawn picked heads",
}
KINDS: Final = {kind: frozenset(keys.split()) for kind, keys in {**OF_A_LEAD, **OF_THE_OFFICE}.items()}
_MORE: Final = {kind: frozenset(keys.split()) for kind, keys in SOMETIMES.items()}


def check_shape(kind: str, lead: int | None, body: Mapping[str, Any], *, is_old: bool = False) -> None:
    """There is such a kind, about a lead or about none, and the entry holds what it holds. Raises Broken.

    `is_old`: as of `check_forms`.
    """
    if kind not in KINDS:
        raise Broken(f"there is no entry of the kind {kind!r}")
    same("whether it is about a lead", lead is not None, kind in OF_A_LEAD)
    same("what is missing in it", sorted(KINDS[kind] - body.keys()), [])
    same("what it holds beside", sorted(body.keys() - KINDS[kind] - _MORE.get(kind, frozenset())), [])
    check_forms(kind, body, is_old=is_old)
