"""The director's evening message and /report: what came in, who took it, what it brought, in twenty seconds."""

from __future__ import annotations

from handlers.screen import Screen
from handlers.screens.discretion import discretion_lines
from handlers.screens.format import amount, figure, listing, long_date, percent, short_seal, span
from handlers.screens.page import GAP, page
from handlers.screens.team import team_lines
from handlers.texts import Html, Texts
from handlers.views import SummaryView


def summary_screen(view: SummaryView, texts: Texts) -> Screen:
    if not view.handed:
        return Screen(page(texts("summary-nothing", period=_period(view, texts)), *_open_leads(view, texts)))
    return Screen(
        page(
            texts("summary-title", period=_period(view, texts)),
            texts("summary-in", handed=view.handed, claimed=view.claimed),
            *_open_leads(view, texts),
            GAP,
            _outcomes(view, texts),
            _conversion(view, texts),
            _speed(view, texts),
            _lapses(view, texts),
            GAP,
            *_origins(view, texts),
            GAP,
            *team_lines(view.managers, texts),
            GAP,
            _fairness(view, texts),
            *discretion_lines(view.discretion, texts),
            texts("summary-seal", seal=short_seal(view.ledger_head)),
        )
    )


def _period(view: SummaryView, texts: Texts) -> str:
    last = long_date(view.last, texts)
    return last if view.first == view.last else f"{long_date(view.first, texts)} – {last}"


def _open_leads(view: SummaryView, texts: Texts) -> list[Html]:
    """Never left out: a lead that nobody has is told every day until somebody has it."""
    nobody = set(view.unclaimed)
    held = [number for number in view.still_open if number not in nobody]
    lines = []
    if view.unclaimed:
        lines.append(texts("summary-unclaimed", count=len(nobody), numbers=_numbers(view.unclaimed)))
    if held:
        lines.append(texts("summary-open", count=len(held), numbers=_numbers(held)))
    return lines


def _numbers(numbers: tuple[int, ...] | list[int]) -> str:
    return listing(f"№{number}" for number in numbers)


def _outcomes(view: SummaryView, texts: Texts) -> Html:
    parts = [texts("summary-won", count=view.won)]
    if view.amount:
        parts = [texts("summary-won-amount", count=view.won, amount=amount(view.amount, texts))]
    parts += [texts("summary-lost", count=view.lost)] if view.lost else []
    parts += [texts("summary-bad", count=view.bad)] if view.bad else []
    return Html(" · ".join(parts))


def _conversion(view: SummaryView, texts: Texts) -> Html | None:
    if view.conversion is None:
        return None
    share = percent(view.conversion, texts)
    return texts("summary-conversion", share=share, won=view.won, of=view.won + view.lost)


def _speed(view: SummaryView, texts: Texts) -> Html | None:
    if view.claim_median is None:
        return None
    median = span(view.claim_median, texts)
    if view.claim_p90 is None or view.claimed < 10:  # the slowest of a few is no ninth of ten
        return texts("summary-speed", median=median)
    return texts("summary-speed-most", median=median, most=span(view.claim_p90, texts))


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


def _fairness(view: SummaryView, texts: Texts) -> Html | None:
    if len(view.managers) < 2 or not view.claimed:
        return None
    deviation = figure(view.max_deviation, texts)
    if view.jain is None:
        return texts("summary-deviation", deviation=deviation)
    return texts("summary-fairness", jain=percent(view.jain, texts), deviation=deviation)
