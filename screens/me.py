"""/me: what a manager has to do, and how they stand; behind a tap their accounts as a bank would state them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import Final

from leads.presence import Absence
from leads.proof.audit import Cause
from leads.proof.statement import Line, Statement
from leads.schemes.telling import part_words
from leads.shares import in_hundredths
from screens.buttons.of_sight import Detailed, OpenLead
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.details import details_button
from screens.format import full_date, leads_in_tenths, numbers, percent, short_date, signed
from screens.queue import own_place, queue_title
from screens.reasons import Speech
from screens.texts import Html, Texts
from screens.views.queue import Account, Comparison, MeView

MOST_WAYS_IN: Final = 6
IN_A_ROW: Final = 3


def me_screen(view: MeView, texts: Texts) -> Screen:
    today, week = view.today, view.week
    above = (
        texts("me-title", name=view.name),
        _presence(view, texts),
        _planned(view, texts),
        *_to_do(view, texts),
        _open(view, texts),
        GAP,
        texts("me-today", offered=today.offered, claimed=today.claimed, won=today.won),
        texts("me-week", offered=week.offered, claimed=week.claimed, won=week.won),
        _conversion(view, texts),
        _free_declines(view, texts),
        _comparison(view.comparison, texts) if view.comparison else None,
    )
    if not view.segments:
        return Screen(page(*above, texts("me-no-segments")), _ways_in(view, texts))
    more = (*_ways_in(view, texts), (details_button(Detailed.ME, texts, opened=bool(view.accounts)),))
    if not view.accounts:
        return Screen(page(*above), more)
    accounts = [line for account in view.accounts for line in _account(account, view, texts)]
    several = len(view.accounts) > 1
    total = (GAP, texts("me-total", balance=signed(view.total, texts))) if several else ()
    legend = texts("balance-legend")
    return Screen(page(*above, GAP, texts("me-accounts"), *accounts, *total, GAP, legend), more)


def _to_do(view: MeView, texts: Texts) -> Iterator[Html]:
    """What waits for the reader, the most pressing first."""
    for words, those in (("me-answer", view.to_answer), ("me-unmarked", view.unmarked)):
        if those:
            yield texts(words, numbers=numbers([one.number for one in those]))


def _ways_in(view: MeView, texts: Texts) -> Keyboard:
    """One tap each opens what waits; the rest is in the list of their leads."""
    waits = [("button-me-answer", one) for one in view.to_answer]
    waits += [("button-me-unmarked", one) for one in view.unmarked]
    buttons = [
        Button(texts.plain(words, number=one.number), OpenLead(lead=one.id))
        for words, one in waits[:MOST_WAYS_IN]
    ]
    return tuple(tuple(buttons[n : n + IN_A_ROW]) for n in range(0, len(buttons), IN_A_ROW))


def _comparison(found: Comparison, texts: Texts) -> Html:
    """One sentence: with the others, or with what was due."""
    kind = "others" if found.than_others else "due"
    tenths = (abs(found.fewer) + 5) // 10
    if not tenths:
        return texts(f"me-level-{kind}")
    leads = leads_in_tenths(tenths, texts)
    return texts(f"me-{'fewer' if found.fewer > 0 else 'more'}-{kind}", leads=leads)


def _presence(view: MeView, texts: Texts) -> Html:
    if view.absence is None:
        return texts("you-present")
    if view.absence is Absence.LEAVE and view.leave_until:
        return texts("you-leave-until", until=_day(view.leave_until, view, texts))
    return texts(f"you-{view.absence}")


def _planned(view: MeView, texts: Texts) -> Html | None:
    """A leave that is still ahead."""
    if view.leave_from is None or view.leave_until is None:
        return None
    first, back = _day(view.leave_from, view, texts), _day(view.leave_until, view, texts)
    return texts("you-leave-planned", first=first, back=back)


def _day(moment: datetime, view: MeView, texts: Texts) -> str:
    local = moment.astimezone(view.timezone)
    day = full_date(local.date(), view.year, texts)
    return texts.plain("day-at", day=day, time=f"{local:%H:%M}") if local.time() != time() else day


def _open(view: MeView, texts: Texts) -> Html:
    if not view.open_leads:
        return texts("me-open-none")
    count, word = view.open_leads, texts.plain("word-mine")
    if view.capacity is None:
        return texts("me-open", count=count, word=word)
    return texts("me-open-of", count=count, capacity=view.capacity, word=word)


def _conversion(view: MeView, texts: Texts) -> Html | None:
    won, closed = view.record.won, view.record.closed
    return texts("me-conversion", share=percent(won / closed, texts), won=won, of=closed) if closed else None


def _free_declines(view: MeView, texts: Texts) -> Html | None:
    if view.free_left is None:
        return None
    return texts("me-free-declines", left=view.free_left, count=view.free_norm)


def _account(account: Account, view: MeView, texts: Texts) -> Iterator[Html | None]:
    queue = account.queue
    yield GAP
    yield queue_title(queue, texts)
    mine = next(row for row in queue.rows if row.is_reader)
    if mine.absence is None or mine.absence is not view.absence:  # said once, at the top
        yield own_place(queue, texts)
    if mine.part:
        yield Speech(texts)(part_words("me-share", mine.part))
    if account.statement:
        yield from _statement(account.statement, view, texts)
    else:
        yield texts("me-no-statement")
    yield texts("me-balance", balance=signed(account.balance, texts))


def _statement(statement: Statement, view: MeView, texts: Texts) -> Iterator[Html]:
    """Line by line; each is rounded so that all of them add up to the balance that is shown."""
    balance = statement.opening
    opening = signed(in_hundredths(balance), texts)
    if statement.since is None:
        yield texts("me-opening-before", balance=opening)
    elif statement.lines:
        yield texts("me-opening", day=short_date(statement.since, texts), balance=opening)
    else:
        yield texts("me-opening-quiet", day=short_date(statement.since, texts))
    for line in statement.lines:
        amount = in_hundredths(balance + line.units) - in_hundredths(balance)
        balance += line.units
        yield texts(
            "me-line",
            day=short_date(line.day, texts),
            what=_what(line, view, texts),
            amount=signed(amount, texts),
        )


def _what(line: Line, view: MeView, texts: Texts) -> str:
    """The cause in plain words."""
    number, detail = line.leads[0] if line.leads else 0, line.detail or ""
    match line.cause:
        case Cause.OFFERED | Cause.CLAIMED | Cause.CLAIMED_LATE | Cause.ASSIGNED | Cause.REOPENED:
            return texts.plain(f"line-{line.cause}", number=number)
        case Cause.SHARE | Cause.SHARE_BACK if len(line.leads) > 1:
            return texts.plain(f"line-{line.cause}-many", count=len(line.leads))
        case Cause.SHARE | Cause.SHARE_BACK:
            return texts.plain(f"line-{line.cause}", number=number)
        case Cause.GIVEN_BACK:
            cause = texts.plain(f"cause-{detail}")
            return texts.plain("line-given_back", number=number, cause=cause)
        case Cause.SHARED_OUT:
            return texts.plain("line-shared_out", name=view.names.get(detail, detail))
        case Cause.DRAWN_IN:
            return texts.plain("line-drawn_in", scheme=texts.plain(f"scheme-{detail}"))
        case Cause.JOINED | Cause.LEFT:
            return texts.plain(f"line-{line.cause}")
