"""The steps of /setup on a telephone: one question, what happens if nothing is said, what a lead would do now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Final

from leads.office import Role
from leads.ways import WAYS
from screens.assigning import LABEL
from screens.buttons.of_office import Invite
from screens.buttons.of_setup import Choose, MoveOn, SetUpMove, ToOffice
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import clock, date_and_clock, listing
from screens.office.front import role_names
from screens.office.values import hours_words, zone_words
from screens.texts import Html, Texts, cut
from screens.views.setup import Fate, SetUpStep, SetUpView, TrialScreen, Would

STEPS: Final = tuple(SetUpStep)

ZONES: Final = (
    *("Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk"),
    *("Asia/Novosibirsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok"),
)
HOURS: Final = ("weekdays", "saturday", "daily", "always")
OWN: Final = (Role.SECRETARY, Role.MANAGER, Role.HEAD, Role.DIRECTOR)

Lines = tuple[Html | None, ...]
Drawn = tuple[Lines, Keyboard]


def setup_screen(view: SetUpView, texts: Texts) -> Screen:
    if view.is_over:
        return _over(view, texts)
    if view.is_put_off:
        resume = Button(texts.plain("button-setup-resume"), MoveOn(step=view.step, move=SetUpMove.RESUME))
        return Screen(page(texts("setup-put-off"), _would(view, texts)), ((resume,),))
    lines, keyboard = STEP[view.step](view, texts)
    place = STEPS.index(view.step) + 1
    text = page(
        texts("setup-title", place=place, of=len(STEPS), what=texts.plain(f"setup-step-{view.step}")),
        GAP,
        texts("setup-refused") if view.refused else None,
        _taken(view, texts),
        GAP if view.taken else None,
        *lines,
        GAP,
        _would(view, texts),
    )
    return Screen(text, (*keyboard, *_moves(view, texts)))


def _moves(view: SetUpView, texts: Texts) -> Keyboard:
    on = Button(texts.plain("button-setup-on"), MoveOn(step=view.step, move=SetUpMove.ON), style="success")
    later = Button(texts.plain("button-setup-later"), MoveOn(step=view.step, move=SetUpMove.LATER))
    if view.step is STEPS[0]:
        return (on,), (later,)
    back = Button(texts.plain("button-setup-back"), MoveOn(step=view.step, move=SetUpMove.BACK))
    return (on,), (back, later)


def _would(view: SetUpView, texts: Texts) -> Html:
    """One sentence: what a lead would do now."""
    would: Would = view.would
    names = cut(listing(would.names), LABEL)
    match would.fate:
        case Fate.WAITS if would.until:
            return texts("would-waits", at=date_and_clock(would.until, view.timezone, texts))
        case Fate.WAITS | Fate.NOBODY:
            return texts("would-nobody")
    return texts(f"would-{would.fate}", names=names)


def _taken(view: SetUpView, texts: Texts) -> Html | None:
    """What was understood of the answer to the step before."""
    if view.taken not in ANSWER:
        return None
    return texts("setup-taken", value=ANSWER[view.taken](view, texts))


def _named(view: SetUpView, _: Texts) -> str:
    return view.name


def _zoned(view: SetUpView, texts: Texts) -> str:
    zone, time = zone_words(view.timezone.key, texts), clock(view.now, view.timezone)
    return texts.plain("setup-zone-now", zone=zone, time=time)


def _opened(view: SetUpView, texts: Texts) -> str:
    return hours_words(view.hours, texts)


ANSWER: Final[Mapping[SetUpStep | None, Callable[[SetUpView, Texts], str]]] = {
    SetUpStep.NAME: _named,
    SetUpStep.ZONE: _zoned,
    SetUpStep.HOURS: _opened,
}
"""How the answer to a step that asks is said."""


def _name(view: SetUpView, texts: Texts) -> Drawn:
    return (texts("setup-name"), texts("setup-now", value=_named(view, texts))), ()


def _zone(view: SetUpView, texts: Texts) -> Drawn:
    buttons = [Button(zone_words(zone, texts), Choose(step=view.step, value=zone)) for zone in ZONES]
    return (texts("setup-zone"), texts("setup-now", value=_zoned(view, texts))), _in_rows(buttons, 2)


def _hours(view: SetUpView, texts: Texts) -> Drawn:
    buttons = [Button(texts.plain(f"setup-hours-{one}"), Choose(step=view.step, value=one)) for one in HOURS]
    return (texts("setup-hours"), texts("setup-now", value=_opened(view, texts))), _in_rows(buttons, 1)


def _sharing(view: SetUpView, texts: Texts) -> Drawn:
    scheme = texts.plain(f"scheme-{view.scheme}") if view.scheme else ""
    hint = texts(f"way-hint-{view.way}") if view.way in {"territory", "known", "prime_time", "duty"} else None
    lines = (
        texts("setup-sharing"),
        texts("setup-now", value=scheme),
        texts(f"scheme-about-{view.scheme}") if view.scheme else None,
        texts(f"scheme-suits-{view.scheme}") if view.scheme else None,
        hint,
    )
    buttons = [
        Button(_marked(texts.plain(f"way-{way.id}"), texts, is_chosen=way.id == view.way), _way(view, way.id))
        for way in WAYS
    ]
    return lines, _in_rows(buttons, 1)


def _way(view: SetUpView, way: str) -> Choose:
    return Choose(step=view.step, value=way)


def _people(view: SetUpView, texts: Texts) -> Drawn:
    rows = [texts("setup-person", name=name, roles=role_names(roles, texts)) for name, roles in view.people]
    left = texts("setup-left-over", roles=role_names(view.left_over, texts)) if view.left_over else None
    own = [
        Button(
            _marked(texts.plain(f"setup-i-am-{role}"), texts, is_chosen=role in view.own_roles),
            _own(view, role),
        )
        for role in OWN
    ]
    new = [Button(texts.plain(f"button-invite-{role}"), Invite(person=f"+{role}")) for role in OWN]
    lines = (texts("setup-people"), GAP if rows else None, *rows, GAP, left)
    return lines, (*_in_rows(own, 2), *_in_rows(new, 2))


def _own(view: SetUpView, role: Role) -> Choose:
    return Choose(step=view.step, value=role.value)


def _trial(view: SetUpView, texts: Texts) -> Drawn:
    blocks = [line for one in view.trial for line in (GAP, *_seen(one, texts))]
    return (texts("setup-trial"), *blocks), ()


def _seen(one: TrialScreen, texts: Texts) -> Lines:
    """A screen within the screen: its words quoted, its buttons as words."""
    rows = (" ".join(f"[{escape(word, quote=False)}]" for word in row) for row in one.buttons)
    text = Html(f"<blockquote>{_unquoted(one.text)}\n\n{chr(10).join(rows)}</blockquote>")
    return texts(f"setup-seen-{one.part}", name=one.name), text


def _unquoted(html: str) -> str:
    """A quotation cannot stand in another one."""
    return (
        html.replace("<blockquote expandable>", "«")
        .replace("<blockquote>", "«")
        .replace("</blockquote>", "»")
    )


def _over(view: SetUpView, texts: Texts) -> Screen:
    text = page(texts("setup-over", name=view.name), GAP, _would(view, texts), GAP, texts("setup-next"))
    office = Button(texts.plain("button-setup-office"), ToOffice())
    return Screen(text, ((office,),))


def _marked(words: str, texts: Texts, *, is_chosen: bool) -> str:
    return texts.plain("button-marked", words=words) if is_chosen else words


def _in_rows(buttons: list[Button], most: int) -> Keyboard:
    return tuple(tuple(buttons[n : n + most]) for n in range(0, len(buttons), most))


STEP: Final[Mapping[SetUpStep, Callable[[SetUpView, Texts], Drawn]]] = {
    SetUpStep.NAME: _name,
    SetUpStep.ZONE: _zone,
    SetUpStep.HOURS: _hours,
    SetUpStep.SHARING: _sharing,
    SetUpStep.PEOPLE: _people,
    SetUpStep.TRIAL: _trial,
}

assert STEP.keys() == set(SetUpStep), "each step is drawn"
