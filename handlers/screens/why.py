"""/why: how a lead was given out, as the ledger tells it, to anybody who was there or might have been."""

from __future__ import annotations

from handlers.screen import Screen
from handlers.screens.format import clock, date_and_clock, figure, listing, long_date, short_seal
from handlers.screens.page import GAP, page
from handlers.texts import Html, Texts
from handlers.views import WhyStep, WhyView
from leads.scene import Result, Step

PLAIN_REASONS = frozenset(
    {
        "first_in_line",
        "on_duty",
        "own_client",
        "duplicate",
        "ladder_everyone",
        "ladder_head",
        "ladder_director",
    }
)


def why_screen(view: WhyView, texts: Texts) -> Screen:
    steps = [part for step in view.steps for part in (GAP, _step(step, view, texts))]
    outside = not view.reader_is_member and not any(step.reader_offered for step in view.steps)
    return Screen(
        page(
            _title(view, texts),
            *(steps or [texts("why-no-steps")]),
            GAP,
            texts("why-outside", segment=view.segment) if outside else None,
            _now(view, texts),
            texts("why-seal", entry=view.entry, seal=short_seal(view.seal)),
        )
    )


def _title(view: WhyView, texts: Texts) -> Html:
    if not view.steps:
        return texts("why-title", number=view.number, segment=view.segment)
    day = long_date(view.steps[0].at.astimezone(view.timezone).date(), texts)
    return texts("why-title-day", number=view.number, segment=view.segment, day=day)


def _step(step: WhyStep, view: WhyView, texts: Texts) -> Html:
    """One or two plain sentences: to whom and why, what about the reader, how it ended."""
    sentences = (
        _offer(step, view, texts),
        _you(step, texts),
        _reason(step, texts),
        _reader(step, texts),
        _end(step, texts),
    )
    return Html(" ".join(sentence for sentence in sentences if sentence))


def _offer(step: WhyStep, view: WhyView, texts: Texts) -> Html:
    zone = view.timezone
    same_day = step.at.astimezone(zone).date() == view.steps[0].at.astimezone(zone).date()
    time = clock(step.at, zone) if same_day else date_and_clock(step.at, zone, texts)
    words = "why-assigned" if step.step is Step.ASSIGN else "why-offered"
    return texts(words, time=time, names=listing(step.offered))


def _you(step: WhyStep, texts: Texts) -> Html | None:
    if not step.reader_offered:
        return None
    return texts("why-you-too") if len(step.offered) > 1 else texts("why-you")


def _reason(step: WhyStep, texts: Texts) -> Html | None:
    if step.step is Step.ASSIGN:
        return texts("why-by", name=step.by) if step.by else None
    if step.reason == "most_behind" and step.figure is not None:
        return texts("why-most_behind", figure=figure(step.figure, texts))
    if step.reason in PLAIN_REASONS:
        return texts(f"why-{step.reason}")
    return texts("why-scheme", scheme=texts.plain(f"scheme-{step.scheme}"))


def _reader(step: WhyStep, texts: Texts) -> Html | None:
    """What kept the one who asks from having it."""
    if step.reader_out:
        return texts(f"were-{step.reader_out}")
    if step.reader_offered or step.reader_figure is None:
        return None
    if step.reason == "first_in_line":
        return texts("why-your-place", place=round(step.reader_figure))
    return texts("why-your-figure", figure=figure(step.reader_figure, texts))


def _end(step: WhyStep, texts: Texts) -> Html | None:
    return None if step.step is Step.ASSIGN else texts(f"result-{Result(step.result)}")


def _now(view: WhyView, texts: Texts) -> Html | None:
    if view.holder:
        return texts("why-holder", name=view.holder)
    return texts(f"why-waiting-{view.waiting}") if view.waiting else None
