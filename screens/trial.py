"""/try: what is read of an example, which segment it falls to and by which rule, who would be asked, and who not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from leads.lead import Due, Step
from leads.proof.story import Chapter, Story
from leads.segments import Because
from screens.content import GAP, Screen, page
from screens.format import at, listing
from screens.office.rules import rule_lines
from screens.reasons import reason_sentences
from screens.texts import Html, Texts
from screens.views.lead import WhyView
from screens.views.trial import ReadView, TrialView

LANGUAGES: Final = frozenset({"ru", "tt", "en"})
MOST_OUT: Final = 15


def trial_screen(view: TrialView, texts: Texts) -> Screen:
    return Screen(
        page(
            texts("trial-title"),
            GAP,
            texts("trial-read"),
            *_read(view.read, texts),
            GAP,
            texts("trial-segment", name=view.segment),
            *_why(view, texts),
            *(texts("trial-by-source", source=one, segment=to) for one, to in view.by_source),
            GAP,
            *_asked(view, texts),
            GAP,
            *_out(view, texts),
        )
    )


def _read(read: ReadView, texts: Texts) -> Iterator[Html]:
    yield texts("trial-name", name=read.name) if read.name else texts("trial-no-name")
    if read.phones or read.contacts:
        yield texts("trial-contacts", words=listing([*read.phones, *(value for _, value in read.contacts)]))
    else:
        yield texts("trial-no-contacts")
    if read.region:
        how = texts.plain(f"trial-region-{read.region_by}") if read.region_by else ""
        yield texts("trial-region", region=read.region, how=how)
    else:
        yield texts("trial-no-region")
    if read.language in LANGUAGES:
        yield texts("rule-language", words=texts.plain(f"language-{read.language}"))
    yield texts("trial-no-source")
    yield texts("rule-known" if read.known else "rule-unknown")
    if read.owner:
        yield texts("trial-owner", name=read.owner)
    if read.twin:
        yield texts("trial-twin", number=read.twin)


def _why(view: TrialView, texts: Texts) -> tuple[Html, ...]:
    if view.because is Because.RULE:
        return rule_lines(view.rule, texts)
    return (texts(f"trial-because-{view.because}"),)


def _asked(view: TrialView, texts: Texts) -> Iterator[Html]:
    for wait in view.waits[:1]:
        moment = at(wait.until, view.now, view.timezone, texts)
        yield texts(f"trial-waits-{wait.kind}" if wait.kind in WAITS else "trial-waits", at=moment)
    if not view.chapters:
        yield texts("trial-nobody")
        return
    if view.picks:
        yield texts("trial-picks")
    why = _as_why(view)
    for n, chapter in enumerate(view.chapters):
        yield _step(n, chapter, view, why, texts)


WAITS: Final = frozenset({Due.OPENING, Due.OWNER, Due.RINGING})


def _step(n: int, chapter: Chapter, view: TrialView, why: WhyView, texts: Texts) -> Html:
    """The first with all its reasons; of the later ones who, and on which step of the ladder."""
    names = listing(view.names[who] for who in chapter.offered)
    if n == 0:
        head = texts("trial-first-pull" if chapter.step is Step.PULL else "trial-first", names=names)
        reasons = [one for one in reason_sentences(chapter, why, texts) if one]
        return Html(" ".join([head, *reasons]))
    return texts(f"trial-then-{chapter.step}", names=names)


def _out(view: TrialView, texts: Texts) -> Iterator[Html]:
    if view.out:
        yield texts("trial-out")
    for name, absence in view.out[:MOST_OUT]:
        yield texts("trial-out-row", name=name, why=texts.plain(f"absent-{absence}"))
    if len(view.out) > MOST_OUT:
        yield texts("trial-out-more", count=len(view.out) - MOST_OUT)


def _as_why(view: TrialView) -> WhyView:
    """So that the reasons are those of /why, to the letter."""
    story = Story(chapters=list(view.chapters))
    return WhyView(0, view.timezone, view.segment, story, view.names, view.reader, reader_sells=False)
