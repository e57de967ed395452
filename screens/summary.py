"""The summary of a period, for the evening's message and /report, read in twenty seconds; and the evening's seal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from screens.buttons.of_sight import Bundle
from screens.content import GAP, Button, Screen, page
from screens.discretion import NAME, discretion_lines
from screens.format import (
    amount,
    balance,
    figure,
    listing,
    long_date,
    numbers,
    percent,
    percent_of,
    period_words,
    span,
)
from screens.texts import Html, Texts, cut
from screens.views.report import SummaryView

MOST_SELLERS = 5
LONGEST_CAPTION = 1024  # https://core.telegram.org/bots/api#sendphoto, after the entities are parsed


def summary_lines(view: SummaryView, texts: Texts) -> tuple[Html | None, ...]:
    """Tells what is read in twenty seconds: what came, who sold, what waits, and one warning, if there is one."""
    if not view.handed:
        return _nothing(view, texts)
    return (
        texts("summary-title", period=period_words(view.first, view.last, texts)),
        texts("summary-in", handed=view.handed, claimed=view.claimed),
        _sold(view, texts),
        texts("summary-open-count", count=len(view.in_work)) if view.in_work else None,
        _warning(view, texts),
    )


def detail_lines(view: SummaryView, texts: Texts) -> tuple[Html | None, ...]:
    """Returns all of it, as it stands behind a tap."""
    if not view.handed:
        return _nothing(view, texts)
    return (
        texts("summary-title", period=period_words(view.first, view.last, texts)),
        texts("summary-in", handed=view.handed, claimed=view.claimed),
        *_open_leads(view, texts),
        GAP,
        _outcomes(view, texts),
        _conversion(view, texts),
        _funnel(view, texts),
        _speed(view, texts),
        _contact(view, texts),
        _lapses(view, texts),
        GAP,
        *_origins(view, texts),
        GAP,
        *_fairness(view, texts),
        *discretion_lines(view.discretion, texts),
        _swapped(view, texts),
        *_moments(view, texts),
    )


def _nothing(view: SummaryView, texts: Texts) -> tuple[Html | None, ...]:
    """Of a period in which nothing came in, one line; and what is open all the same."""
    period = period_words(view.first, view.last, texts)
    return (texts("summary-nothing", period=period), *_open_leads(view, texts))


def _sold(view: SummaryView, texts: Texts) -> Html:
    sellers = sorted((row for row in view.managers if row.won), key=lambda row: -row.won)
    names = [texts("summary-seller", name=row.name, count=row.won) for row in sellers[:MOST_SELLERS]]
    more = [Html("…")] if len(sellers) > MOST_SELLERS else []
    who = [Html(", ".join([*names, *more]))] if names else []
    return Html(" · ".join([_won(view, texts), *who]))


def _warning(view: SummaryView, texts: Texts) -> Html | None:
    """The gravest: leads that nobody has, choices against the scheme, offers that nobody answered."""
    if view.unclaimed:
        return texts("summary-unclaimed", count=len(view.unclaimed), numbers=numbers(view.unclaimed))
    if view.drafts:
        return texts("summary-drafts", count=view.drafts)
    if view.discretion and view.discretion.against_the_rule:
        return discretion_lines(view.discretion, texts)[0]
    return _lapses(view, texts)


def _open_leads(view: SummaryView, texts: Texts) -> list[Html]:
    """Never left out: a lead that nobody has is told every day until somebody has it."""
    both = (("summary-unclaimed", view.unclaimed), ("summary-open", view.in_work))
    found = [texts(key, count=len(them), numbers=numbers(them)) for key, them in both if them]
    return [*found, texts("summary-drafts", count=view.drafts)] if view.drafts else found


def _outcomes(view: SummaryView, texts: Texts) -> Html:
    parts = [_won(view, texts)]
    parts += [texts("summary-lost", count=view.lost)] if view.lost else []
    parts += [texts("summary-bad", count=view.bad)] if view.bad else []
    return Html(" · ".join(parts))


def _won(view: SummaryView, texts: Texts) -> Html:
    if view.amount:
        return texts("summary-won-amount", count=view.won, amount=amount(view.amount, texts))
    return texts("summary-won", count=view.won)


def _conversion(view: SummaryView, texts: Texts) -> Html | None:
    if view.conversion is None:
        return None
    of = view.won + view.lost
    return texts("summary-conversion", share=percent_of(view.won, of, texts), won=view.won, of=of)


def _funnel(view: SummaryView, texts: Texts) -> Html | None:
    reached, met, invoiced = view.funnel
    if not any(view.funnel):
        return None
    return texts("summary-funnel", reached=reached, met=met, invoiced=invoiced)


def _speed(view: SummaryView, texts: Texts) -> Html | None:
    if view.claim_median is None:
        return None
    median = span(view.claim_median, texts)
    few = view.claim_p90 is None or view.claimed < 10  # the slowest of a few is no ninth of ten
    most = median if few else span(view.claim_p90 or 0, texts)
    if most == median:
        return texts("summary-speed", median=median)
    return texts("summary-speed-most", median=median, most=most)


def _contact(view: SummaryView, texts: Texts) -> Html | None:
    """How soon a client is called who was taken: a claim is not a call."""
    if view.contact_median is None:
        return None
    return texts("summary-contact", median=span(view.contact_median, texts))


def _lapses(view: SummaryView, texts: Texts) -> Html | None:
    """Offers that nobody answered: the phone lay in a drawer."""
    lapsed = sum(manager.lapsed for manager in view.managers)
    return texts("summary-lapsed", count=lapsed) if lapsed else None


def _origins(view: SummaryView, texts: Texts) -> list[Html]:
    """Known and unknown clients, which is what the management doubts."""
    lines = []
    for kind, (came, won, conversion) in (("known", view.known), ("unknown", view.unknown)):
        if came and conversion is not None:
            lines.append(
                texts(f"summary-{kind}-share", count=came, won=won, share=percent(conversion, texts))
            )
        elif came:
            lines.append(texts(f"summary-{kind}", count=came))
    return lines


def _fairness(view: SummaryView, texts: Texts) -> Iterator[Html]:
    """How evenly all was shared, where there is enough to tell, and who has had the least of what was due."""
    if len(view.managers) < 2 or not view.claimed:
        return
    if view.jain is not None:
        yield texts("summary-fairness", jain=percent(view.jain, texts))
    if view.furthest:
        name, leads = view.furthest
        yield texts("summary-furthest", name=name, leads=figure(leads, texts))


def _swapped(view: SummaryView, texts: Texts) -> Html | None:
    """Who has come by richer hours by swaps, and who by poorer ones."""
    if not view.swapped:
        return None
    told = (f"{cut(name, NAME)} {balance(tenths / 10, texts)}" for name, tenths in view.swapped)
    return texts("summary-swapped", names=listing(told))


def _moments(view: SummaryView, texts: Texts) -> Iterator[Html]:
    """How leads were handed over by those of whom it is to be asked."""
    for row in view.moments:
        wait = span(row.wait, texts)
        yield texts("moments", name=row.name, wait=wait, before=row.before_older, count=row.count)
        if row.favour:
            name, leads, of, share = row.favour
            yield texts("moments-favour", name=name, count=leads, of=of, share=percent(share, texts))


def seal_screen(day: date, head: str, texts: Texts, *, to_check: bool) -> Screen:
    """`head`: `NUMBER:SEAL` as it is published; a tap on it copies it, `verify --head` takes it.

    `to_check`: the reader may have the whole ledger, to check it.
    """
    text = page(
        texts("seal-title", day=long_date(day, texts)),
        texts("seal-head", head=head),
        texts("seal-keep"),
    )
    return Screen(text, ((Button(texts.plain("button-bundle"), Bundle()),),) if to_check else ())
