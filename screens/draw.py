"""The card of a weekly draw: the promise and nine buttons before it, the plan and its proof after it."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape

from leads.draws import DICE, LOTS, NOT_THROWN
from screens.buttons.of_duty import DrawDetails, ThrowLot
from screens.content import GAP, LONGEST, Button, Keyboard, Screen, page, seen
from screens.format import clock, date_and_clock, day_and_date, listing, long_date
from screens.texts import Html, Texts
from screens.views.duty import DrawView, Opened, PlanDay, Stage

IN_A_ROW = 3
SOON = timedelta(days=1)  # what is drawn sooner is announced with a sound
LINE_ENDS = 6  # between the parts of a page, and the mark of what was left out


def draw_screen(view: DrawView, texts: Texts, *, details: bool = False) -> Screen:
    """`details`: with how to check it."""
    if view.opened:
        return Screen(_held(view, view.opened, texts, details=details), (_proving(view, texts, details),))
    text = page(
        texts("draw-title", segment=view.segment_name, day=long_date(view.monday, texts)),
        _when(view, texts),
        _thrower(view, texts),
        texts("draw-in-its-week") if view.in_its_week else None,
        GAP,
        texts("draw-invite") if view.may_throw else None,
        texts("draw-own", lot=view.own_lot) if view.own_lot else None,
        _names(texts("draw-thrown"), _thrown(view, texts)) if view.thrown else texts("draw-thrown-none"),
        *(_promise(view, texts) if details else ()),
    )
    keyboard = (*(_lots(view) if view.may_throw else ()), _proving(view, texts, details))
    return Screen(text, keyboard, silent=view.draw_at - view.now > SOON)


def _thrower(view: DrawView, texts: Texts) -> Html | None:
    """Who throws the dice after the lots are closed, and until when that is waited for."""
    if view.thrower is None or view.throw_until is None:
        return None
    if view.stage is Stage.ANNOUNCED:
        return texts("draw-thrower-you") if view.throws else texts("draw-thrower", name=view.thrower)
    if view.stage is not Stage.CLOSED:
        return None
    time = clock(view.throw_until, view.timezone)
    return texts("draw-throw-now" if view.throws else "draw-closed", name=view.thrower, time=time)


def _thrown(view: DrawView, texts: Texts) -> tuple[str, ...]:
    """`Пётр Петров (вт, 24 нояб., 14:02)`."""
    return tuple(
        f"{name} ({date_and_clock(at, view.timezone, texts)})" if at else name for name, at in view.thrown
    )


def _promise(view: DrawView, texts: Texts) -> tuple[Html | None, ...]:
    keep = texts("draw-keep") if view.stage is Stage.ANNOUNCED else None
    promise = texts("draw-promise" if view.thrower is None else "draw-promise-throw")
    return (GAP, promise, texts("draw-commitment", commitment=view.commitment), keep)


def _proving(view: DrawView, texts: Texts, details: bool) -> tuple[Button]:
    words = texts.plain("button-details-close" if details else "button-draw-details")
    week = view.monday.isoformat()
    return (Button(words, DrawDetails(segment=view.segment, monday=week, opened=not details)),)


def _when(view: DrawView, texts: Texts) -> Html:
    at = date_and_clock(view.draw_at, view.timezone, texts)
    if view.stage in {Stage.ANNOUNCED, Stage.CLOSED}:
        return texts("draw-when" if view.thrower is None else f"draw-when-{view.stage}", at=at)
    return texts("draw-missed") if view.stage is Stage.MISSED else texts("draw-set-aside")


def _lots(view: DrawView) -> Keyboard:
    week = view.monday.isoformat()
    buttons = [Button(str(lot), ThrowLot(segment=view.segment, monday=week, lot=lot)) for lot in LOTS]
    return tuple(tuple(buttons[n : n + IN_A_ROW]) for n in range(0, len(buttons), IN_A_ROW))


def _held(view: DrawView, opened: Opened, texts: Texts, *, details: bool) -> Html:
    """The plan, and the proof whole if it is asked for; the lists between give way where a team is very large."""
    plan = page(
        texts("draw-title-held", segment=view.segment_name, day=long_date(view.monday, texts)),
        GAP,
        *(_day(day, texts) for day in opened.plan),
    )
    proof = _proof(view, opened, texts) if details else Html("")
    lots = tuple(f"{name} {lot}" for name, lot in opened.lots)
    lists = page(
        _names(texts("draw-next"), opened.order, " → ") if len(opened.order) > 1 else None,
        _names(texts("draw-newcomers"), opened.newcomers) if opened.newcomers else None,
        _names(texts("draw-lots"), lots) if lots else texts("draw-lots-none"),
        _throw(view, opened, texts),
        most=LONGEST - seen(plan) - seen(proof) - LINE_ENDS,
    )
    return page(plan, lists, GAP, proof) if details else page(plan, lists)


def _throw(view: DrawView, opened: Opened, texts: Texts) -> Html | None:
    if opened.throw is None:
        return None
    if opened.throw == NOT_THROWN:
        return texts("draw-not-thrown", name=view.thrower or "")
    dice, _, value = opened.throw.partition("=")
    emoji = next((emoji for emoji, (name, _) in DICE.items() if name == dice), "")
    return texts("draw-throw", name=view.thrower or "", dice=emoji, value=value)


def _proof(view: DrawView, opened: Opened, texts: Texts) -> Html:
    seed = f"{opened.secret}|{view.segment}|{view.monday.isoformat()}|{opened.lots_text}|"
    seed += f"{opened.throw}|" if opened.throw else ""
    return page(
        texts("draw-secret", secret=opened.secret),
        texts("draw-commitment", commitment=view.commitment),
        texts("draw-check"),
        Html(f"<code>{escape(seed, quote=False)}</code>"),
        Html(f"{texts('draw-check-names')} <code>{escape(listing(opened.ids), quote=False)}</code>"),
    )


def _day(row: PlanDay, texts: Texts) -> Html:
    name = texts("queue-you", name=row.name) if row.is_reader else row.name
    return texts("draw-day", day=day_and_date(row.day, texts), name=name)


def _names(label: Html, names: tuple[str, ...], between: str = ", ") -> Html:
    """However many they are: Fluent takes no argument of more than a thousand characters."""
    return Html(f"{label} {escape(between.join(names), quote=False)}")


def turn_words(day: date, monday: date, name: str, texts: Texts, *, passed_over: bool) -> Html:
    """Tells, for /why, whose turn it is on this day by the draw of that week.

    `passed_over`: they did not get the lead.
    """
    whose = texts("draw-turn", weekday=day.isoweekday(), week=long_date(monday, texts), name=name)
    return Html(f"{whose} {texts('draw-turn-next')}") if passed_over else whose
