"""Where the office tells of its leads, set up with taps: what an address hears of, its secret, what was sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.changing import Edit, change
from desk.door import Door
from desk.office import hook_views as views
from desk.office.asking import Said, change_or_ask_again
from desk.work import Work
from files.office_file.editing import put
from leads.hooks import EventKind, Hook, said
from leads.refusals import Refusal, Refused
from leads.rights import Right
from screens.buttons.base import short
from screens.buttons.of_hooks import HookDeed
from screens.buttons.of_panes import OfficePane
from storage import deliveries, hooks, secrets
from storage.deliveries import DeliveryState
from storage.hooks import HookRow, Off
from storage.secrets import SecretOf

HOOKS: Final = "hooks"
BOTH_SIGN: Final = timedelta(days=1)
"""So long after another secret was made the one before signs, too."""
PUTS: Final[Mapping[HookDeed, tuple[str, bool]]] = {
    HookDeed.PERSONAL: ("personal", True),
    HookDeed.THIN: ("personal", False),
    HookDeed.PRIVATE: ("private", True),
    HookDeed.PUBLIC: ("private", False),
}


@dataclass(frozen=True, slots=True)
class Hooks:
    """`secret` makes a new one of Standard Webhooks."""

    door: Door
    secret: Callable[[], str]

    async def ask_new(self, actor: Actor) -> Reply:
        """Asks for the address of a new one."""

        def case(work: Work) -> Reply:
            about = {"topic": views.MAKE, "secret": self.secret()}
            questions.ask_of_office(work, actor.person or "", about)
            show_office(work, actor, OfficePane.HOOKS)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def do(self, actor: Actor, deed: HookDeed, id: str) -> Reply:
        def case(work: Work) -> Reply:
            hook, row = _named(work, id)
            match deed:
                case HookDeed.TEST:
                    return _test(work, actor, row)
                case HookDeed.ON:
                    hooks.switch_on(work.store, row.id)
                case HookDeed.OFF:
                    hooks.switch_off(work.store, row.id, Off.HAND, work.now)
                    deliveries.drop_pending(work.store, row.id)
                case HookDeed.ROTATE:
                    return _rotate(work, actor, hook, self.secret())
                case HookDeed.REMOVE:
                    return _remove(work, actor, hook)
                case _:
                    _put(work, actor, hook, *PUTS[deed])
            show_office(work, actor, OfficePane.HOOK, id)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def tick(self, actor: Actor, id: str, event: EventKind, *, on: bool) -> Reply:
        """It hears of this, or does not; of one it hears in any case."""

        def case(work: Work) -> Reply:
            hook, _ = _named(work, id)
            change(work, actor.person or "", hears(hook, event, on=on))
            show_office(work, actor, OfficePane.HOOK_EVENTS, id)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def send_again(self, actor: Actor, delivery: int) -> Reply:
        """What has arrived, or was given up, is sent once more under its name."""

        def case(work: Work) -> Reply:
            row = deliveries.find(work.store, delivery)
            place = hooks.find(work.store, row.hook) if row else None
            if row is None or place is None or place.off or row.state is DeliveryState.PENDING:
                raise Refused(Refusal.CHANGED_SINCE)
            deliveries.send_again(work.store, row, work.now)
            show_office(work, actor, OfficePane.HOOK_SENT, short(place.url))
            return Reply(done="hook-sent-again")

        return await self.door.do(actor, Right.SET_UP, case)


def hear_new(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes the address of a new one; its secret is shown then, once."""
    url, secret = said.text.strip(), about["secret"]
    if named := [hook for hook in work.office.hooks if hook.url == url]:
        questions.stop_asking(work, actor.person or "")
        show_office(work, actor, OfficePane.HOOK, short(named[0].url), fresh=True)
    elif change_or_ask_again(work, actor, about, make(url)):
        secrets.put(work.store, SecretOf.HOOK, url, secret)
        _show_secret(work, actor, url, secret, fresh=True)
    else:
        show_office(work, actor, OfficePane.HOOKS, fresh=True)


def make(url: str) -> Edit:
    """Adds an address, which hears of everything and of no client."""
    return lambda document: put(document, (HOOKS, url), {"url": url})


def hears(hook: Hook, event: EventKind, *, on: bool) -> Edit:
    """Lets it hear of an event, or not. Raises Refused where it would hear of nothing."""
    kinds = frozenset(hook.heard) | {event} if on else frozenset(hook.heard) - {event}
    if not kinds:
        raise Refused(Refusal.UNFIT)
    everything = kinds == frozenset(EventKind)
    return lambda document: put(document, (HOOKS, hook.url, "events"), None if everything else said(kinds))


def sets(hook: Hook, key: str, *, on: bool) -> Edit:
    return lambda document: put(document, (HOOKS, hook.url, key), on or None)


def _put(work: Work, actor: Actor, hook: Hook, key: str, on: bool) -> None:
    change(work, actor.person or "", sets(hook, key, on=on))


def _test(work: Work, actor: Actor, row: HookRow) -> Reply:
    """What comes of it is seen among what was sent. Raises Refused where nothing is sent there."""
    if row.off:
        raise Refused(Refusal.CHANGED_SINCE)
    deliveries.add_test(work.store, row.id, work.now)
    show_office(work, actor, OfficePane.HOOK_SENT, short(row.url))
    return Reply(done="hook-tested")


def _rotate(work: Work, actor: Actor, hook: Hook, secret: str) -> Reply:
    secrets.rotate(work.store, SecretOf.HOOK, hook.url, secret, work.now + BOTH_SIGN)
    _show_secret(work, actor, hook.url, secret)
    return NOTHING


def _show_secret(work: Work, actor: Actor, url: str, secret: str, *, fresh: bool = False) -> None:
    about = f"{short(url)}.{views.mark_of(secret)}"
    show_office(work, actor, OfficePane.HOOK_KEY, about, fresh=fresh)


def _remove(work: Work, actor: Actor, hook: Hook) -> Reply:
    change(work, actor.person or "", lambda document: put(document, (HOOKS, hook.url), None))
    show_office(work, actor, OfficePane.HOOKS)
    return Reply(done="hook-removed")


def _named(work: Work, id: str) -> tuple[Hook, HookRow]:
    """Raises Refused."""
    hook = views.named(work, id)
    row = hooks.at(work.store, hook.url) if hook else None
    if hook is None or row is None:
        raise Refused(Refusal.CHANGED_SINCE)
    return hook, row
