"""What managers do with leads beside one another, and the questions that follow: behind the head's report."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from leads.figures.habits import Compared
from screens.format import percent, period_words, span, whole
from screens.texts import Html, Texts, cut
from screens.views.report import HabitsOf, HabitsView, HandOversOf

MOST_ODD = 3
MOST = 12  # people
NAME = 30  # UTF-16 units
WORTH_TELLING = Fraction(1, 20)  # a chance that is larger says nothing
LEAST_TOLD = 1_000_000  # one in more than so many is not counted out


def odd_lines(view: HabitsView | None, texts: Texts) -> tuple[Html, ...]:
    """Asks about what is odd, the least likely first; nothing where nothing is."""
    if view is None:
        return ()
    odd = [(one.chance, of.name, one) for of in view.people for one in of.compared if one.is_odd]
    odd.sort(key=lambda found: found[:2])
    return tuple(texts("odd", name=cut(name, NAME), **_counts(one, texts)) for _, name, one in odd[:MOST_ODD])


def habit_lines(view: HabitsView | None, texts: Texts) -> tuple[Html, ...]:
    """Everybody, with their mix and whatever they have done at all."""
    if view is None or not (view.people or view.hand_overs):
        return (texts("habits-none"),)
    lines = [line for of in view.people[:MOST] for line in _of(of, texts)]
    more = (Html("…"),) if len(view.people) > MOST else ()
    title = texts("habits-title", period=period_words(view.period.first, view.period.last, texts))
    about = (texts("habits-about"),) if any(of.mix is not None for of in view.people) else ()
    hand_overs = [line for of in view.hand_overs[:MOST] for line in _hands_over(of, texts)]
    return (title, *lines, *more, *hand_overs, *about)


def _of(of: HabitsOf, texts: Texts) -> Iterator[Html]:
    name = cut(of.name, NAME)
    if of.mix is None:
        yield texts("habits-of", name=name)
    else:
        yield texts("habits-of-mix", name=name, mix=of.mix)
    for one in of.compared:
        counts = _counts(one, texts)
        if one.of_others and one.chance < WORTH_TELLING:
            yield _rare(one, counts, texts)
        else:
            yield texts("habit", **counts)

    yield from _asks(of, texts)


def _asks(of: HabitsOf, texts: Texts) -> Iterator[Html]:
    """How often they asked for a lead; that they never did, where leads waited for them, is a fact to be told."""
    mine, others = of.asking, of.others_ask
    if mine is None or not mine.waited:
        return
    if mine.is_never:
        yield texts("habit-asked-never", count=mine.waited)
        return
    what = texts.plain("habit-asked")
    yield texts("habit", what=what, hits=mine.had, of=mine.waited, others=others.had, all=others.waited)


def _hands_over(of: HandOversOf, texts: Texts) -> Iterator[Html]:
    yield texts("habits-of", name=cut(of.name, NAME))
    wait, (hits, count), (others, all_) = span(of.wait, texts), of.before, of.others_before
    if of.others_wait is None:
        yield texts("habit-lay-alone", wait=wait)
        yield texts("habit-before-alone", hits=hits, of=count)
    else:
        yield texts("habit-lay", wait=wait, others=span(of.others_wait, texts))
        what = texts.plain("habit-before")
        yield texts("habit", what=what, hits=hits, of=count, others=others, all=all_)
    if of.favour:
        name, leads, before, share = of.favour
        name = cut(name, NAME)
        yield texts("habit-favour", name=name, count=leads, of=before, share=percent(share, texts))


def _rare(one: Compared, counts: dict[str, str | int], texts: Texts) -> Html:
    if one.chance * LEAST_TOLD < 1:
        return texts("habit-never", **counts)
    return texts("habit-rare", **counts, times=whole(int(1 / one.chance), texts))


def _counts(one: Compared, texts: Texts) -> dict[str, str | int]:
    what = texts.plain(f"habit-{one.habit}")
    return {"what": what, "hits": one.hits, "of": one.of, "others": one.others_hits, "all": one.of_others}
