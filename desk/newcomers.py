"""/start, what a link opens, languages: how people come into the office. Who makes links: `desk.invitations`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.invitations import hashed, is_known
from desk.menus import send_keyboard, set_menu
from desk.office import setup
from desk.office.first_words import speak
from desk.work import Work
from leads.entries.people import Joined
from leads.office import Role
from leads.rights import Right, may
from screens.texts import LOCALES
from storage import cards, people
from storage.kinds import CardKind, Urgency
from storage.moving import Move, moved
from storage.people import Invitation, PersonRow
from storage.set_up import join_segment


@dataclass(frozen=True, slots=True)
class Newcomers:
    door: Door

    async def start(self, actor: Actor, token: str) -> Reply:
        """An invitation lets a stranger in or gives a role, whoever ADMIN_IDS names becomes somebody; all are greeted.

        A link for somebody else moves nobody who is here already, and is not used up by them.
        """

        def case(work: Work) -> Reply:
            people.reached(work.store, actor.chat)
            person, invitation = work.at(actor.chat), _invitation(work, token)
            if (
                person is None
            ):  # whatever their chat still shows of somebody's time in the office is taken away
                cards.redraw_chat(work.store, actor.chat)
            if person and invitation and invitation.person:
                is_theirs = invitation.person == person.id
                (_greet(work, actor, person) if is_theirs else _refuse(work, actor, person, invitation))
                return NOTHING
            if invitation and invitation.asks:
                ask_back(work, actor, invitation, hashed(token))
                return NOTHING
            if invitation:
                people.use_invitation(work.store, hashed(token), work.now)
                _take_up(work, actor, person, invitation)
            elif person is None and actor.chat in work.admins:
                _come(work, actor, ())
            person = work.at(actor.chat)
            (_greet(work, actor, person) if person else _turn_away(work, actor, token))
            return NOTHING

        return await self.door.do(actor, Right.COME_IN, case)

    async def language(self, actor: Actor, locale: str, shown: int | None) -> Reply:
        """Each person has their own; every card they have is drawn again, and the message on which they chose it."""

        def case(work: Work) -> Reply:
            if actor.person is None or locale not in LOCALES:
                return NOTHING
            people.change(work.store, actor.person, locale=locale)
            people.touch_setup(work.store)
            speak(work, actor, locale)
            cards.redraw(work.store, actor.person)
            if shown:
                cards.touch_shown(work.store, actor.chat, shown)
            if person := work.at(actor.chat):
                set_menu(work, person)
            work.note(actor.chat, f"lang:{actor.update}", "language-changed", Urgency.ANSWER)
            return NOTHING

        return await self.door.do(actor, Right.CHOOSE_LANGUAGE, case)


def _invitation(work: Work, token: str) -> Invitation | None:
    """What the link gives; nothing where the person has left, or has another account than when it was made."""
    found = people.find_invitation(work.store, hashed(token), work.now) if token else None
    if found is None or found.person is None:
        return found
    if not is_known(work, found):
        return None
    person = people.by_ids(work.store, [found.person])[found.person]
    return found if person.chat == found.replaces else None


def ask_back(work: Work, actor: Actor, invitation: Invitation, link: str) -> None:
    """Whose account it will take is asked there; whoever has opened the link waits."""
    args = {"account": actor.chat, "name": actor.name, "locale": actor.locale, "link": link}
    old = invitation.replaces or 0
    cards.want(work.store, old, CardKind.MOVE, None, invitation.person, payload={"args": args})
    work.note(actor.chat, f"start:{actor.update}", "move-asked", Urgency.ANSWER, locale=actor.locale)


def move_over(work: Work, actor: Actor, account: int, link: str) -> bool:
    """Somebody has said in their old chat that the other account is theirs. False where the link is good no more."""
    invitation = people.find_invitation(work.store, link, work.now)
    if invitation is None or invitation.replaces != actor.chat or work.at(account):
        return False
    people.use_invitation(work.store, link, work.now)
    there = replace(actor, chat=account)
    _take_up(work, there, None, invitation)
    if person := work.at(account):
        _greet(work, there, person)
    return True


def _take_up(work: Work, actor: Actor, person: PersonRow | None, invitation: Invitation) -> None:
    """Connects a stranger's account with whom the link is for, or gives the role."""
    if invitation.person is None:
        role = Role(invitation.role or Role.MANAGER)
        (_give(work, person, role) if person else _come(work, actor, (role,)))
        return
    people.connect(work.store, invitation.person, actor.chat)
    # whoever was connected already joins nothing: they have another account, that is all
    work.log(Joined(invitation.person, None if invitation.replaces is None else ()))
    moved(work.store, Move(invitation.person, invitation.replaces, work.now, work.admins))


def _give(work: Work, person: PersonRow, role: Role) -> None:
    """One role more."""
    given = people.by_ids(work.store, [person.id])[person.id].roles
    people.change(work.store, person.id, roles=list(dict.fromkeys([*given, role])))
    people.touch_setup(work.store)
    _share(work, person.id, (role,))


def _come(work: Work, actor: Actor, roles: Collection[Role]) -> None:
    """A stranger becomes a person; without a role for whom ADMIN_IDS names, whose role is not stored."""
    who, is_there = people.own_id(work.store, actor.chat)
    if is_there:
        people.connect(work.store, who, actor.chat)
        people.change(work.store, who, roles=list(roles), name=actor.name)
    else:
        people.add(work.store, who, actor.name, actor.chat, list(roles), actor.locale)
    _share(work, who, roles)


def _share(work: Work, who: str, roles: Collection[Role]) -> None:
    """A manager of no segment joins the one for everything else."""
    active = [segment for segment in work.office.segments if not segment.retired]
    if Role.MANAGER in roles and active and not any(who in segment.members for segment in active):
        join_segment(work.store, active[-1], who, work.now)
        people.touch_setup(work.store)
    work.log(Joined(who, tuple(roles)))


def _greet(work: Work, actor: Actor, person: PersonRow) -> None:
    """A welcome and the command menu; whoever had blocked the bot is reachable again."""
    people.change(work.store, person.id, reachable=True)
    sets_up = may(person.roles, Right.SET_UP) and setup.is_pending(work)
    key = "welcome-to-set-up" if sets_up else "welcome"
    args = (
        {"name": person.name} if sets_up else {"name": person.name, "roles": [r.value for r in person.roles]}
    )
    work.note(actor.chat, f"start:{actor.update}", key, Urgency.ANSWER, **args)
    set_menu(work, person)
    send_keyboard(work, actor.chat, f"start:{actor.update}")
    if sets_up:
        speak(work, actor, person.locale)
        setup.begin(work, replace(actor, person=person.id, locale=person.locale))


def _refuse(work: Work, actor: Actor, person: PersonRow, invitation: Invitation) -> None:
    """Whoever tries a colleague's link stays who they are, and the link stays good."""
    names = people.names(work.store)
    roles = [role.value for role in person.roles]
    args = {"name": person.name, "roles": roles, "other": names[invitation.person or ""]}
    work.note(actor.chat, f"start:{actor.update}", "link-is-anothers", Urgency.ANSWER, **args)


def _turn_away(work: Work, actor: Actor, token: str) -> None:
    """A stranger."""
    key = "invitation-invalid" if token else "stranger"
    work.note(actor.chat, f"start:{actor.update}", key, Urgency.ANSWER, locale=actor.locale)
