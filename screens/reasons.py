"""The reasons of a choice in plain words, and what kept the one who asks from being chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from leads.proof.story import Chapter
from leads.scene import Step
from leads.schemes.conversion import Part, explained
from leads.shares import in_hundredths
from screens.format import clock, date_and_clock, hundredths, listing, percent
from screens.texts import Html, Texts
from screens.views.why import WhyView

Sentences = list[Html | None]
Tells = Callable[[Chapter, WhyView, Texts], Sentences]

PLAIN = frozenset({"all_at_once", "on_duty", "own_client", "duplicate"})
LADDER = frozenset({"ladder_everyone", "ladder_head", "ladder_director"})


def reason_sentences(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    """Why it went to those it went to."""
    if chapter.reason in LADDER:
        return [texts(f"why-{chapter.reason}", before=view.story.before(chapter))]
    if tells := _REASONS.get(chapter.reason):
        return [_reserve(chapter, view, texts), *tells(chapter, view, texts)]
    if chapter.reason in PLAIN:
        return [_reserve(chapter, view, texts), texts(f"why-{chapter.reason}")]
    return [texts("why-scheme", scheme=texts.plain(f"scheme-{chapter.scheme}"))]


def reader_sentences(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    """What kept the one who asks from having it."""
    if out := chapter.out.get(view.reader):
        return [texts(f"were-{out}")]
    tells = _READERS.get(chapter.reason)
    if tells is None or view.reader in chapter.offered or chapter.candidate(view.reader) is None:
        return []
    return tells(chapter, view, texts)


def share_sentence(id: str, part: Part, texts: Texts) -> Html:
    """`Доля 45 %: конверсия 31 %, потому что продаж 12 из 40.`"""
    id = f"{id}-floor" if part.is_lifted else id
    return texts(id, share=percent(float(part.share), texts), rate=rate_words(part, texts))


def rate_words(part: Part, texts: Texts) -> str:
    """`31 %, потому что продаж 12 из 40`"""
    rate = percent(float(part.rate), texts)
    if part.is_average:
        return texts.plain("rate-average", percent=rate, of=part.record.closed)
    return texts.plain("rate-own", percent=rate, won=part.record.won, of=part.record.closed)


def _reserve(chapter: Chapter, view: WhyView, texts: Texts) -> Html | None:
    """The head was asked to choose and did not."""
    place = next(n for n, c in enumerate(view.story.chapters) if c is chapter)
    if not place or view.story.chapters[place - 1].step is not Step.CHOOSE or chapter.step is not Step.OFFER:
        return None
    return texts("why-reserve", scheme=texts.plain(f"scheme-{chapter.scheme}"))


def _most_behind(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    return [_not_picked(chapter, view, texts), _furthest(chapter, texts)]


def _not_drawn(chapter: Chapter, _: WhyView, texts: Texts) -> Sentences:
    return [texts("why-not_drawn"), _furthest(chapter, texts)]


def _by_conversion(chapter: Chapter, _: WhyView, texts: Texts) -> Sentences:
    parts = explained(chapter.situation) if chapter.situation else {}
    if not parts:
        return [texts("why-no-sales"), _furthest(chapter, texts)]
    return [share_sentence("why-share", parts[chapter.offered[0]], texts), _furthest(chapter, texts)]


def _furthest(chapter: Chapter, texts: Texts) -> Html:
    """That nobody was further behind his share, or ahead of it by less."""
    if _is_only_one(chapter):
        return texts("why-only")
    behind = in_hundredths(chapter.figures[chapter.offered[0]])
    return texts("why-most_behind" if behind > 0 else "why-least_ahead", figure=hundredths(behind, texts))


def _not_picked(chapter: Chapter, view: WhyView, texts: Texts) -> Html | None:
    """Why the secretary's word did not count, where she has one."""
    if chapter.scheme != "secretary":
        return None
    picked = chapter.situation.picked or "" if chapter.situation else ""
    if picked in chapter.out:
        why = texts.plain(f"absent-{chapter.out[picked]}")
        return texts("why-picked-away", name=view.names[picked], why=why)
    return texts("why-not_picked")


def _picked(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    return [texts("why-picked", name=view.names.get(chapter.by or "", "")), _fair(chapter, view, texts)]


def _by_hand(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    by = view.names.get(chapter.by or "")
    return [texts("why-by", name=by) if by else None, _fair(chapter, view, texts)]


def _fair(chapter: Chapter, view: WhyView, texts: Texts) -> Html | None:
    """Whom the rule would have chosen where somebody chose by hand."""
    if chapter.fair is None:
        return None
    if chapter.fair in chapter.offered:
        return texts("why-fair-same")
    if chapter.fair == view.reader:
        return texts("why-fair-you")
    return texts("why-fair-other", name=view.names[chapter.fair])


def _first_in_line(chapter: Chapter, _: WhyView, texts: Texts) -> Sentences:
    return [texts("why-only") if _is_only_one(chapter) else texts("why-first_in_line")]


def _drawn(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    """The first of the drawn order, or the next one, and why those before him could not."""
    drawn = chapter.situation.drawn if chapter.situation else ()
    before = [who for who in drawn[: chapter.figures[chapter.offered[0]] - 1] if who in chapter.out]
    if not before:
        return [texts("why-drawn")]
    words = [f"{view.names[who]} ({texts.plain(f'absent-{chapter.out[who]}')})" for who in before]
    return [texts("why-drawn-next", names=listing(words))]


def _longest_idle(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    chosen = chapter.candidate(chapter.offered[0])
    if _is_only_one(chapter):
        return [texts("why-only")]
    if chosen is None or chosen.idle_since is None:
        return [texts("why-longest_idle")]
    return [texts("why-longest_idle-since", time=_time(chosen.idle_since, chapter, view, texts))]


def _your_behind(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    mine, his = chapter.figures[view.reader], chapter.figures[chapter.offered[0]]
    if mine == his:
        return [texts("why-your-tie")]
    shown = in_hundredths(mine)
    if shown == in_hundredths(his):
        return [texts("why-your-close")]
    if not shown:
        return [texts("why-your-level")]
    return [texts("why-your-behind" if shown > 0 else "why-your-ahead", figure=hundredths(shown, texts))]


def _your_share(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    parts = explained(chapter.situation) if chapter.situation else {}
    share = share_sentence("why-your-share", parts[view.reader], texts) if parts else None
    return [share, *_your_behind(chapter, view, texts)]


def _your_place(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    return [texts("why-your-place", place=chapter.figures[view.reader])]


def _your_draw(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    return [texts("why-your-draw", place=chapter.figures[view.reader])]


def _your_idle(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    mine, his = chapter.candidate(view.reader), chapter.candidate(chapter.offered[0])
    if mine is None or his is None:
        return []
    if mine.ringing > his.ringing:
        return [texts("why-your-ringing")]
    if mine.idle_since is None or mine.idle_since == his.idle_since:
        return [texts("why-your-arrival")]
    return [texts("why-your-idle", time=_time(mine.idle_since, chapter, view, texts))]


def _is_only_one(chapter: Chapter) -> bool:
    return chapter.situation is not None and len(chapter.situation.candidates) == 1


def _time(moment: datetime, chapter: Chapter, view: WhyView, texts: Texts) -> str:
    """On the same day as the choice the clock is enough."""
    zone = view.timezone
    same_day = moment.astimezone(zone).date() == chapter.at.astimezone(zone).date()
    return clock(moment, zone) if same_day else date_and_clock(moment, zone, texts)


_REASONS: Final[Mapping[str, Tells]] = {
    "most_behind": _most_behind,
    "not_drawn": _not_drawn,
    "by_conversion": _by_conversion,
    "picked": _picked,
    "by_hand": _by_hand,
    "first_in_line": _first_in_line,
    "drawn": _drawn,
    "longest_idle": _longest_idle,
    "head_chooses": lambda *_: [],  # said with the names
}

_READERS: Final[Mapping[str, Tells]] = {
    "most_behind": _your_behind,
    "not_drawn": _your_behind,
    "by_conversion": _your_share,
    "first_in_line": _your_place,
    "drawn": _your_draw,
    "longest_idle": _your_idle,
}
