"""A walk through all screens: every kind of button of every screen is pressed, whatever is asked is answered."""

from __future__ import annotations

import json
import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.standin.people import Seen, seen
from tests.crawl import typed
from tests.crawl.deeds import Came, Deed, Place, Shown
from tests.crawl.kinds import ScreenKind, kind_of, screen_kind, shape, tapped
from tests.crawl.observing import Observer
from tests.crawl.people import PETROV, ROLES, STRANGER, role_of
from tests.crawl.world import Moment, World

LINK: Final = re.compile(r"\?start=([A-Za-z0-9_-]+)")
ROLES_FOR_A_BUTTON = 2
ANSWERS = 4
EVERY = 6
"""A walk that is not fine has a button pressed by two roles, says every sixth piece of nonsense to a question, and is
content with four answers to it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A screen that was reached, as it stood there first. `path`: how, from the beginning."""

    number: int
    place: Place
    kind: ScreenKind
    seen: Seen
    moment: Moment
    path: tuple[Deed, ...]

    @property
    def role(self) -> str:
        return role_of(self.place[0])


@dataclass(frozen=True, slots=True)
class Way:
    """From a screen by a button to what was shown then; `toast`: what was answered."""

    deed: Deed
    to: tuple[int, ...]
    toast: str


@dataclass(slots=True)
class Map:
    """What a walk has found. `shown`: by role and kind of button, where it was first pressed."""

    nodes: list[Node] = field(default_factory=list)
    ways: dict[tuple[int, str], Way] = field(default_factory=dict)
    shown: dict[tuple[str, str], tuple[Deed, Moment]] = field(default_factory=dict)
    questions: set[str] = field(default_factory=set)


class Walk:
    """`fine`: a button is pressed on each kind of screen that has it; else on each sort of card, where it was first.

    `talks`: whatever is asked is answered with nonsense, too. `files`: answers that only this office knows.
    """

    def __init__(
        self, observer: Observer, *, fine: bool = False, talks: bool = True, files: Sequence[typed.Said] = ()
    ) -> None:
        self.observer = observer
        self.sayings = (*files, *typed.SAYINGS)
        self.world: World = observer.world
        self.fine = self.world.fine = fine
        self.talks = talks
        self.found = Map()
        self._numbers: dict[tuple[str, ScreenKind], int] = {}
        self._opened: set[tuple[str, str]] = set()
        self._by: dict[object, set[str]] = defaultdict(set)  # who has pressed what
        self._next: deque[Node] = deque()

    async def everything(self) -> Map:
        """Walks from what everybody sees, and from what every command shows, until nothing is new."""
        start = self.world.moment()
        self._look(self.world.shown(), (), list(self.world.shown()))
        await self._commands(start)
        await self._words(start)
        await self._time(start)
        while self._next:
            node = self._next.popleft()
            for deed in self._unpressed(node):
                await self.world.back_to(node.moment)
                await self._presses(deed, node)
        return self.found

    async def _commands(self, start: Moment) -> None:
        """What people begin with: commands, also those of others, and the keys below the line for writing."""
        one_of_each = {role: who for who, role in ROLES.items()}.values()
        for who in ROLES:
            said = typed.commands(self.world.client) if who in {PETROV, *one_of_each} else ()
            for words in (*said, *typed.keys(self.world, who)):
                await self.world.back_to(start)
                await self._says(who, words, ())

    async def _words(self, start: Moment) -> None:
        """What nobody has asked for."""
        for who in {role: who for who, role in ROLES.items()}.values() if self.talks else ():
            await self.world.back_to(start)
            for words in (*self.sayings, *typed.NONSENSE):
                await self._says(who, words, ())

    async def _time(self, start: Moment) -> None:
        for minutes in typed.LATER:
            await self.world.back_to(start)
            deed = Deed(STRANGER, f"{minutes} minutes pass", "time")

            async def passes(minutes: int = minutes) -> None:
                await self.world.passes(minutes=minutes)

            came = await self.observer.of(deed, passes)
            self._look(came.after, (deed,), came.changed)

    def _unpressed(self, node: Node) -> Iterator[Deed]:
        for button in tapped(node.seen):
            kind = kind_of(button.value, self.world.names)
            if self._is_to_be_pressed(node, kind):
                yield Deed(node.place[0], button.text, kind, button.value, node.place[1])

    def _is_to_be_pressed(self, node: Node, kind: str) -> bool:
        if self.fine:
            by, most = self._by[node.role, node.kind, kind], 1
        else:
            by, most = self._by[node.kind.card.split("/")[0], kind], ROLES_FOR_A_BUTTON
        if node.role in by or len(by) >= most:
            return False
        by.add(node.role)
        return True

    async def _presses(self, deed: Deed, node: Node) -> None:
        self.found.shown.setdefault((node.role, deed.kind), (deed, node.moment))
        came = await self.observer.tap(deed, node.path)
        path = (*node.path, deed)
        to = self._look(came.after, path, came.changed)
        self.found.ways[node.number, deed.kind] = Way(deed, to, "".join(came.toasts))
        await self._answers(came, path)
        await self._opens(came, path)

    async def _opens(self, came: Came, path: tuple[Deed, ...]) -> None:
        """A link is opened by a stranger, and by somebody of the office."""
        shown = {
            word: payload for word, payload in self._links(came) if (came.deed.role, word) not in self._opened
        }
        if not shown:
            return
        moment = self.world.moment()
        for word, payload in shown.items():
            self._opened.add((came.deed.role, word))
            for who in (STRANGER, PETROV):
                await self.world.back_to(moment)

                async def start(who: int = who, payload: str = payload) -> None:
                    self.world.telegram.start(who, payload)
                    await self.world.settle()

                deed = Deed(who, "opens the link", "link")
                opened = await self.observer.of(deed, start, path)
                self._look(opened.after, (*path, deed), opened.changed)

    def _links(self, came: Came) -> Iterator[tuple[str, str]]:
        """Those that have just come, each with the card that brings it."""
        cards = self.world.cards()
        for at in came.changed:
            for payload in LINK.findall(came.after[at]):
                yield cards.get(at, ("?", {}))[0], payload

    async def _says(self, who: int, words: typed.Said, path: tuple[Deed, ...]) -> Came:
        async def say() -> None:
            words.send(self.world, who)
            await self.world.settle()

        deed = Deed(who, str(words)[:30], "says")
        came = await self.observer.of(deed, say, path)
        self._look(came.after, (*path, deed), came.changed)
        await self._answers(came, (*path, deed))
        return came

    async def _answers(self, came: Came, path: tuple[Deed, ...]) -> None:
        """Where a question is asked that was not asked before, everything is said to it."""
        who, question = came.deed.who, self._question(came.deed.who)
        key = f"{came.deed.role if self.fine else ''}: {question}"
        if question is None or key in self.found.questions:
            return
        self.found.questions.add(key)
        moment = self.world.moment()
        every = 1 if self.fine else EVERY
        nonsense = typed.NONSENSE[len(self.found.questions) % every :: every] if self.talks else ()
        for words in nonsense:
            await self._says(who, words, path)
            if self._question(who) != question:
                await self.world.back_to(moment)
        answers = 0
        for words in self.sayings if self.fine or not path or path[-1].kind != "says" else ():
            await self._says(who, words, path)
            if self._question(who) == question:
                continue
            await self.world.back_to(moment)
            answers += 1
            if not self.fine and answers == ANSWERS:
                return

    def _question(self, who: int) -> str | None:
        """What somebody is being asked, whatever it is about."""
        query = "SELECT asked_what, asked_about FROM people WHERE telegram_id = ? AND asked_what IS NOT NULL"
        found = self.world.rows(query, who)
        return shape(typed.told(found[0]), self.world.names) if found else None

    def _look(self, shown: Shown, path: tuple[Deed, ...], places: Sequence[Place]) -> tuple[int, ...]:
        """Notes the screens that are new. Returns the numbers of all that were looked at."""
        cards, names = self.world.cards(), self.world.names
        moment: Moment | None = None
        numbers = []
        for place in places:
            message, role = seen(json.loads(shown[place])), role_of(place[0])
            kind = screen_kind(message, cards.get(place), names)
            if (role, kind) not in self._numbers:
                moment = moment or self.world.moment()
                number = self._numbers[role, kind] = len(self.found.nodes)
                node = Node(number, place, kind, message, moment, path)
                self.found.nodes.append(node)
                if all(
                    deed.kind != "link" or deed.who != place[0] for deed in path
                ):  # they are like others by now
                    self._next.append(node)
            numbers.append(self._numbers[role, kind])
        return tuple(numbers)
