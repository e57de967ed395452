"""Somebody moves to another account of theirs: a link, opened there, and a question in the old chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.invitations import OWN_LINK_LIVES, Invitations
from desk.newcomers import move_over
from desk.page import Page
from desk.work import Work
from leads.entries.people import InvitationRevoked
from leads.refusals import Refusal, Refused
from leads.rights import Right
from screens.buttons.of_account import MoveStep
from screens.content import Content
from screens.office.account import move_screen
from screens.views.account import MoveView
from storage import cards, invited
from storage.kinds import CardKind, Urgency
from storage.people import PersonRow


@dataclass(frozen=True, slots=True)
class OwnAccount:
    door: Door
    invitations: Invitations

    async def step(self, actor: Actor, step: MoveStep) -> Reply:
        """Makes the link; or takes the answer to who has opened it."""

        def case(work: Work) -> Reply:
            if step is MoveStep.ASK:
                return self._link(work, actor)
            args = _asked(work, actor)
            return _yes(work, actor, args) if step is MoveStep.YES else _no(work, actor, args)

        return await self.door.do(actor, Right.MOVE, case)

    def _link(self, work: Work, actor: Actor) -> Reply:
        made = self.invitations.own(work, actor.person or "", actor.chat)
        if made is None:
            return Reply(done="invited-already")
        args = {"nonce": made[0], "until": made[1].isoformat()}
        cards.want(work.store, actor.chat, CardKind.MOVE, None, actor.person, payload={"args": args})
        return NOTHING


def _asked(work: Work, actor: Actor) -> Mapping[str, Any]:
    """Who has opened the link. Raises Refused where nobody has, or it is answered."""
    card = cards.of(work.store, actor.chat, CardKind.MOVE, None)
    args: Mapping[str, Any] = card.payload.get("args", {}) if card else {}
    if "link" not in args:
        raise Refused(Refusal.CHANGED_SINCE)
    return args


def _yes(work: Work, actor: Actor, args: Mapping[str, Any]) -> Reply:
    if not move_over(work, actor, args["account"], args["link"]):
        raise Refused(Refusal.CHANGED_SINCE)
    return NOTHING


def _no(work: Work, actor: Actor, args: Mapping[str, Any]) -> Reply:
    """The link is good for nothing any more, whoever has it."""
    if any(one.link == args["link"] for one in invited.open_ones(work.store, work.now)):
        invited.revoke(work.store, args["link"])
        work.log(InvitationRevoked(actor.person or "", args["link"]))
    said = {"args": {"refused": True}}
    cards.want(work.store, actor.chat, CardKind.MOVE, None, actor.person, fresh=False, payload=said)
    where = (args["account"], f"moved:{actor.update}", "move-refused", Urgency.ANSWER)
    work.note(*where, locale=args["locale"])
    return NOTHING


def move_card(page: Page, _: PersonRow) -> Content:
    """The link; then who has opened it; then that it was refused."""
    args = page.args
    nonce = args.get("nonce")
    view = MoveView(
        link=page.links.address(nonce) if nonce else None,
        hours=int(OWN_LINK_LIVES.total_seconds() // 3600),
        name=args.get("name"),
        account=args.get("account"),
    )
    return move_screen(view, page.texts)
