"""What managers do with leads beside one another, and the questions that follow: behind the head's report."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from leads.figures.habits import Compared
from screens.format import period_words, whole
from screens.texts import Html, Texts, cut
from screens.views.report import HabitsOf, HabitsView

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
    if view is None or not view.people:
        return (texts("habits-none"),)
    lines = [line for of in view.people[:MOST] for line in _of(of, texts)]
    more = (Html("…"),) if len(view.people) > MOST else ()
    title = texts("habits-title", period=period_words(view.period.first, view.period.last, texts))
    about = (texts("habits-about"),) if any(of.mix is not None for of in view.people) else ()
    return (title, *lines, *more, *about)


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


def _rare(one: Compared, counts: dict[str, str | int], texts: Texts) -> Html:
    if one.chance * LEAST_TOLD < 1:
        return texts("habit-never", **counts)
    return texts("habit-rare", **counts, times=whole(int(1 / one.chance), texts))


def _counts(one: Compared, texts: Texts) -> dict[str, str | int]:
    what = texts.plain(f"habit-{one.habit}")
    return {"what": what, "hits": one.hits, "of": one.of, "others": one.others_hits, "all": one.of_others}
