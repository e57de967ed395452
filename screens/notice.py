"""What is said once and briefly: a note that something happened, and the toast that answers a tap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from leads.office import Role
from leads.refusals import Refusal
from screens.against import against_words
from screens.buttons.of_intake import AgreeSegment
from screens.buttons.of_lead import JudgeSegment
from screens.buttons.of_office import BringBack
from screens.commands import language_buttons
from screens.content import AskPeople, Button, Keyboard, Screen, Words
from screens.duty import wall_duty
from screens.format import amount, decimal, full_date, listing, long_date, span
from screens.office.front import role_names
from screens.office.schedule import kept_words
from screens.office.terminal_words import finding_words
from screens.texts import Html, Texts, cut

GREETINGS = frozenset({"welcome", "welcome-to-set-up"})

PAUSED, WRONG_SEGMENT, WRONG_SEGMENT_WORD = "person-paused", "wrong-segment", "wrong-segment-word"

LEDGER_BROKEN = "ledger-broken"

ASKING = frozenset({PAUSED, WRONG_SEGMENT, WRONG_SEGMENT_WORD})
"""Notes that wait for a tap: they had better come twice than not at all."""

NAMED = {"before": "scheme", "after": "scheme", "refusal": "refusal", "outcome": "crm-outcome"}
"""Arguments that stand for words, and what the names of those begin with."""
PICK, PICK_REQUEST = "pick-people", 1

LABEL = 40  # of a segment on a button

BRINGS_KEYBOARD = frozenset(
    {"keyboard", "keyboard-in", "keyboard-asks", "keyboard-out", "keyboard-pull", "keyboard-no-pull"}
    | {"language-changed", "paused-by-lapses"}
    | {"on", "on-by", "on-already", "on-rests", "on-stays", "off", "off-until", "off-from", "off-until-later"}
    | {"off-from-later", "off-until-hour", "off-hours", "off-span", "off-rest"}
)
"""Notes that come when the keyboard of words below the chat has changed, or is missed."""

LONGEST = 200  # https://core.telegram.org/bots/api#answercallbackquery


def notice_screen(key: str, args: Mapping[str, object], texts: Texts, below: Words = ()) -> Screen:
    """Returns the note, with the keyboard of words `below` where it brings that.

    `args` are plain JSON values, named as the text of the note names them.

    `roles` is a list of roles, `hours` somebody's own as they are stored, `amount` is in hundredths, `day` an ISO
    date, `back`, `first` and `last` one with the present year beside it, `again` with a time besides, `buffer`
    seconds, `duty` its start and end by the clock on the office's wall, `before` and `after` are schemes, `refusal` is
    one of `Refusal`, `cards` are kinds of cards, each with the roles of whoever should have seen one.
    An unknown key or a missing argument raises LookupError.
    """
    words = {name: _word(name, value, texts) for name, value in args.items()}
    if key == WRONG_SEGMENT_WORD:
        against = against_words("wrong-segments-against", args["against"], texts)
        words["against"] = Html(f"\n{against}") if against else against
    if key == LEDGER_BROKEN:
        words["where"] = finding_words(str(args["problem"]), texts)
    keyboard = _below(key, args, texts)
    return Screen(texts(f"notice-{key}", **words), keyboard, below=below)


def _below(key: str, args: Mapping[str, object], texts: Texts) -> Keyboard:
    """The buttons under a note, of the few that have any."""
    if key in GREETINGS:
        return language_buttons(texts)
    if key == WRONG_SEGMENT:
        return _elsewhere(args, texts)
    if key == WRONG_SEGMENT_WORD:
        return (*_elsewhere(args, texts), *_verdicts(args, texts))
    if key == PAUSED:
        return ((Button(texts.plain("button-bring-back"), BringBack(who=str(args["who"]))),),)
    return ()


def _elsewhere(args: Mapping[str, object], texts: Texts) -> Keyboard:
    """One tap for each segment that the lead may belong to."""
    lead, segments = args["lead"], args["elsewhere"]
    assert isinstance(lead, int) and isinstance(segments, list | tuple)
    return tuple(
        (
            Button(
                texts.plain("button-wrong-segment", name=cut(str(name), LABEL)),
                AgreeSegment(lead=lead, segment=str(id)),
            ),
        )
        for id, name in segments
    )


def _verdicts(args: Mapping[str, object], texts: Texts) -> Keyboard:
    """What the head says where no other segment is the right one."""
    lead, who = args["lead"], str(args["who"])
    assert isinstance(lead, int)
    return tuple(
        (
            Button(
                texts.plain(f"button-segment-{'agree' if agreed else 'refuse'}"),
                JudgeSegment(lead=lead, who=who, agreed=agreed),
            ),
        )
        for agreed in (True, False)
    )


def picking_keys(key: str, texts: Texts) -> Words:
    """Returns the keys below a note that asks whom to pick in Telegram's own list; none below any other."""
    if key != PICK:
        return ()
    ask = AskPeople(texts.plain("key-pick-people"), PICK_REQUEST)
    return (ask,), (texts.plain("key-pick-nobody"),)


def _word(name: str, value: object, texts: Texts) -> str | int:
    if name == "roles" and isinstance(value, list | tuple):
        return role_names(tuple(Role(role) for role in value), texts)
    if name == "amount" and isinstance(value, int):
        return amount(value, texts)
    if name in NAMED:
        return texts.plain(f"{NAMED[name]}-{value}")
    if name == "day":
        return long_date(date.fromisoformat(str(value)), texts)
    if name == "buffer" and isinstance(value, int):
        return texts.plain("off-buffer", span=span(value, texts)) if value else ""
    if name == "again" and isinstance(value, list | tuple):
        day = full_date(date.fromisoformat(str(value[0])), int(value[1]), texts)
        return texts.plain("day-at", day=day, time=str(value[2]))
    if name in {"back", "first", "last"} and isinstance(value, list | tuple):
        return full_date(date.fromisoformat(str(value[0])), int(value[1]), texts)
    if name == "duty" and isinstance(value, list | tuple):
        start, end = (datetime.fromisoformat(str(wall)) for wall in value)
        return wall_duty(start, end, texts)
    if name == "cards" and isinstance(value, list | tuple):
        return listing(_card(str(kind), roles, texts) for kind, roles in value)
    return _set_for_them(name, value, texts)


def _set_for_them(name: str, value: object, texts: Texts) -> str | int:
    """A value of the set-up that somebody is told of."""
    if name == "role":
        return texts.plain(f"role-{Role(str(value))}")
    if name == "hours" and isinstance(value, Mapping):
        return kept_words(value, texts)
    if name == "weight" and isinstance(value, int | float):
        return decimal(value, texts)
    return value if isinstance(value, int) else str(value)


def _card(kind: str, roles: Sequence[str], texts: Texts) -> str:
    what = texts.plain("card-kind", kind=kind)
    return f"{what} ({role_names(tuple(Role(role) for role in roles), texts)})" if roles else what


def refusal_toast(refusal: Refusal, names: Sequence[str], texts: Texts) -> str:
    """Tells why not, and who has the lead instead."""
    words = texts.plain(f"refusal-{refusal}")
    return cut(texts.plain("refusal-names", words=words, names=listing(names)) if names else words, LONGEST)


def done_toast(done: str, texts: Texts, **args: str | int) -> str:
    """Tells what was done, e.g. `claimed`, or `assigned` with a `name`. Raises LookupError for anything else."""
    return cut(texts.plain(f"done-{done}", **args), LONGEST)
