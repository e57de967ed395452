"""What a walk has to come by: every class of buttons with each of its words, every pane, every kind of card."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from typing import Final, get_args

from screens.buttons.of_panes import OfficePane
from screens.views.leafing import On
from screens.views.setup import SetUpStep
from storage.kinds import CardKind
from tests.crawl.kinds import CLASSES

CRM: Final = ("OfCrm", "PutCrmPerson", "PutCrmStage", "PutPipeline", "Go pane=crm-")
"""How those begin that need a CRM which answers: tests/crm/test_chat.py."""

CONNECTED: Final = ("office/crm",)
"""Panes of what is to be connected first, by how they begin."""

UNPRESSED: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (f"{kind} reason=other" for kind in ("Explain", "LostReason", "BadReason")),
        "`OwnWords` asks for them instead",
    ),
    **dict.fromkeys(
        (f"Go pane={pane}" for pane in ("scheme", "aside", "rule", "listed", "duty-plan")),
        "is opened by what is done there: `PickScheme`, `Aside`, `AskPart`, a list that is sent, `BeginShift`",
    ),
    **dict.fromkeys(("Choose step=name", "Choose step=trial"), "there is nothing to choose"),
    "SendAgain": "takes something that was sent: tests/stories/office/test_hooks.py",
    "Go pane=hook-key": "stands beside a secret that was made in the chat: tests/stories/office/test_hooks.py",
    **dict.fromkeys(
        ("SameClient", "PartClients"), "take two leads that are out: tests/stories/test_one_client.py"
    ),
    **dict.fromkeys(
        ("PastFile step=as-past", "PastFile step=as-people"),
        "take a list that may be either: tests/stories/office/test_past.py",
    ),
    "Resegment": "is asked of a lead that is out, once its segment is picked: tests/stories/test_resegmenting.py",
    "ShowRoster part=day": "takes three duties in one day: tests/stories/test_swaps.py",
    "ShowRoster part=plans": "takes two plans: tests/stories/test_rosters.py",
}
"""Buttons, by class or class and word, that no walk presses, each with the reason."""

LARGE: Final = (
    *(f"{kind} on={on}" for kind in ("Leaf", "Seek") for on in (On.LEFT, On.LEADS, On.ROSTER, On.PROPOSAL)),
)
"""Buttons that only a large office has."""

UNSEEN: Final[Mapping[str, str]] = {
    "menu": "is no message, but the list of commands beside the line for writing",
    "sample": "comes on the first evening of a month: tests/stories/test_sample.py",
}
"""Kinds of cards that stand in no chat, each with the reason."""


def unpressed(kinds: Collection[str]) -> list[str]:
    """Lists the buttons that were not pressed. `kinds`: of those that were, as of `kinds.kind_of`."""
    known = {*UNPRESSED, *LARGE}
    missing = [words for words in _buttons() if words not in known and not is_there(words, kinds)]
    return [words for words in missing if not words.startswith(CRM)]


def _buttons() -> Iterator[str]:
    """Each class by its name; each word of the program that it carries beside that: `Go pane=people`."""
    for kind in CLASSES.values():
        yield kind.__name__
        for name, field in kind.model_fields.items():
            for type_ in (field.annotation, *get_args(field.annotation)):
                if isinstance(type_, type) and issubclass(type_, Enum):
                    yield from (f"{kind.__name__} {name}={word.value}" for word in type_)


def is_there(words: str, kinds: Collection[str]) -> bool:
    name, _, said = words.partition(" ")
    return any(kind.split()[0] == name and (not said or said in kind.split()) for kind in kinds)


def unseen(cards: Collection[str]) -> list[str]:
    """Lists the kinds of cards, the panes and the steps that were not shown. `cards`: as of `kinds.card_word`."""
    words = {card.split("/")[0] for card in cards}
    wanted = [kind.word for kind in CardKind if kind.word not in UNSEEN]
    panes = [f"office/{pane}" for pane in OfficePane if pane is not OfficePane.FRONT]
    steps = [f"setup/{step}" for step in SetUpStep]
    shown = {"/".join(card.split("/")[:2]) for card in cards}
    wanted += [one for one in (*panes, *steps) if not one.startswith(CONNECTED)]
    return [one for one in wanted if one not in words | shown]
