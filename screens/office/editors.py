"""How a setting is changed by tapping: the buttons that fit its kind, with what is chosen now marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from leads.schemes import ORDER, SCHEMES
from leads.settings import (
    Addresses,
    AnyOf,
    Flag,
    Lengths,
    Locale,
    OneOf,
    OpeningHours,
    Phones,
    SchemeName,
    Setting,
    Several,
)
from screens.assigning import LABEL
from screens.buttons.base import CallbackData, short
from screens.buttons.of_settings import NOTHING, AskSetting, PutSetting, TickSetting, mark_of
from screens.content import Button, Keyboard
from screens.office.hours_editor import hours_editor
from screens.office.values import length_words, one_choice, value_words
from screens.texts import Texts, cut, units

NARROW, MIDDLE = 8, 15  # letters of a button that stands in a row of four, of two
MOST_LISTED = 30

SUGGESTED: Final[Mapping[str, Sequence[Any]]] = {
    "timezone": (
        "Europe/Kaliningrad",
        "Europe/Moscow",
        "Europe/Samara",
        "Asia/Yekaterinburg",
        "Asia/Omsk",
        "Asia/Novosibirsk",
        "Asia/Krasnoyarsk",
        "Asia/Irkutsk",
        "Asia/Yakutsk",
        "Asia/Vladivostok",
    ),
    "ack_timeout": ("1m", "2m", "5m", "10m", "15m", "30m"),
    "offers": (0, 1, 2, 3, 5, 10),
    "step_timeout": ("5m", "10m", "15m", "30m", "1h"),
    "owner_wait": ("2h", "1d", "2d", "7d"),
    "pause_after_lapses": (0, 1, 2, 3, 5),
    "offers_at_once": (1, 2, 3, 5),
    "hand_over_after": ("off", "1m", "2m", "5m", "10m"),
    "callback_grace": ("0s", "30s", "1m", "2m", "5m"),
    "first_contact": ("off", "15m", "30m", "1h", "2h"),
    "unattended": ("off", "15m", "30m", "1h", "2h"),
    "undo": ("0s", "1h", "1d", "3d", "7d"),
    "stale_after": ("off", "7d", "14d", "30d", "60d"),
    "summary_at": ("17:00", "18:00", "18:30", "19:00", "20:00", "21:00"),
    "outcome_reminders": ("1d", "3d", "7d", "14d", "21d", "30d"),
    "free_declines": ("0%", "5%", "10%", "20%", "50%", "100%"),
    "leave_buffer": ("0s", "2h", "4h", "8h"),
    "rest": ("8h", "10h", "11h", "12h"),
    "week_hours": ("20h", "36h", "40h", "48h", "60h"),
    "retention_months": (None, 6, 12, 24, 36, 60),
    "wrap_up": ("0s", "30s", "1m", "5m"),
    "floor": (0.0, 0.25, 0.5, 0.75),
    "ceiling": (1.25, 1.5, 2.0, 3.0),
    "min_sample": (10, 20, 50),
    "half_life": ("never", "30d", "90d", "180d"),
    "window": ("0s", "15s", "30s", "1m"),
    "day_limit": (0, 5, 10, 20),
}
"""What is offered by one tap; anything else is typed."""


def editor(setting: Setting, value: Any, at: str, texts: Texts, seen: str = "") -> Keyboard:
    """Returns the buttons that change it.

    `value`: what counts now; `at`: `short` of a segment's id, or nothing; `seen`: the mark of what stands there, where
    that is not the value itself.
    """
    seen = seen or mark_of(value)
    match setting.kind:
        case OpeningHours():
            return hours_editor(setting.key, value, at, seen, texts)
        case Several(of) | AnyOf(of):
            return _ticks(setting, value or (), [one.value for one in of], at, seen, texts)
        case Lengths():
            return _ticks(setting, value or (), _with_own(setting, value or ()), at, seen, texts)
        case Phones() | Addresses():
            return _listed(setting, value or (), at, seen, texts)
    choices = _choices(setting, value)
    buttons = [_put(setting, one, value, at, seen, texts) for one in choices]
    return _rows(buttons)


def alternatives(setting: Setting, value: Any) -> list[Any]:
    """Returns the other values that are one tap away, each as a file spells it."""
    match setting.kind:
        case Several(of) | AnyOf(of):
            every = [one.value for one in of]
            toggled = [[one for one in every if (one in value) != (one == which)] for which in every]
            if isinstance(setting.kind, AnyOf):
                return [sorted(one) for one in toggled]
            return [one for one in toggled if one]
    return [one for one in _choices(setting, value) if one != value]


def to_put(setting: Setting, now: Any, values: Sequence[Any], at: str, seen: str, texts: Texts) -> Keyboard:
    """Returns a button for each of these values, which are alternatives to what it is now."""
    if isinstance(setting.kind, Several | AnyOf):
        return editor(setting, now, at, texts, seen=seen)
    return _rows([_put(setting, one, now, at, seen, texts) for one in values])


def ask_button(setting: Setting, at: str, texts: Texts) -> Keyboard:
    """Returns the way to type a value; none where there is nothing to type."""
    if isinstance(setting.kind, Flag | OneOf | Several | AnyOf | Locale | SchemeName):
        return ()
    key = "button-add-value" if isinstance(setting.kind, Phones | Addresses) else "button-ask-setting"
    return ((Button(texts.plain(key), AskSetting(key=setting.key, at=at)),),)


def _choices(setting: Setting, value: Any) -> Sequence[Any]:
    """Of what is suggested, and what it is now."""
    match setting.kind:
        case Flag():
            return (True, False)
        case Locale():
            return ("ru", "en")
        case OneOf(of):
            return [one.value for one in of]
        case SchemeName():
            return (None, *(name for name in ORDER if SCHEMES[name].can_be_reserve))
    found = SUGGESTED.get(setting.key, ())
    return found if value in found or value is None else [*found, value]


def _with_own(setting: Setting, value: Sequence[str]) -> list[str]:
    suggested = SUGGESTED.get(setting.key, ())
    return [*suggested, *(one for one in value if one not in suggested)]


def _put(setting: Setting, one: Any, value: Any, at: str, seen: str, texts: Texts) -> Button:
    words = value_words(setting, one, texts)
    data = PutSetting(key=setting.key, at=at, to=spelled(one), seen=seen)
    return _marked(words, data, is_on=one == value, texts=texts)


def spelled(value: Any) -> str:
    """Spells a value of one word for a button."""
    match value:
        case None:
            return NOTHING
        case bool():
            return "true" if value else "false"
    return str(value).replace(":", ".")


def _ticks(
    setting: Setting, value: Sequence[str], every: Sequence[str], at: str, seen: str, texts: Texts
) -> Keyboard:
    buttons = []
    for one in every:
        is_length = isinstance(setting.kind, Lengths)
        words = length_words(one, texts) if is_length else one_choice(setting, one, texts)
        data = TickSetting(key=setting.key, at=at, one=one, seen=seen)
        buttons.append(_marked(words, data, is_on=one in value, texts=texts, box=True))
    return _rows(buttons)


def _listed(setting: Setting, value: Sequence[str], at: str, seen: str, texts: Texts) -> Keyboard:
    """Each goes by a tap; more are typed."""
    return tuple(
        (
            Button(
                cut(texts.plain("button-take-out", value=one), LABEL),
                TickSetting(key=setting.key, at=at, one=short(one), seen=seen),
            ),
        )
        for one in value[:MOST_LISTED]
    )


def _marked(words: str, data: CallbackData, *, is_on: bool, texts: Texts, box: bool = False) -> Button:
    if is_on:
        return Button(texts.plain("button-marked", words=words), data)
    return Button(texts.plain("button-unticked", words=words) if box else words, data)


def _rows(buttons: Iterable[Button]) -> Keyboard:
    """As many in a row as can be read on a phone."""
    several = list(buttons)
    longest = max((units(button.text) for button in several), default=0)
    in_row = 4 if longest <= NARROW else 2 if longest <= MIDDLE else 1
    return tuple(tuple(several[n : n + in_row]) for n in range(0, len(several), in_row))
