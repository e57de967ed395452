"""What the rules say as keys and values, in plain words; the reasons of a choice, and what kept the reader from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Final

from leads.lead import Step
from leads.proof.story import Chapter
from leads.schemes import SCHEMES
from leads.schemes.telling import FAIR, Aside, Hundredths, Reason, Sentence, Tenths, Value, Who
from screens.format import clock, date_and_clock, hundredths, listing, percent, span, tenth_parts
from screens.texts import Html, Texts
from screens.views.lead import WhyView

Sentences = list[Html | None]

OWN: Final = frozenset({"own_client", "duplicate"})
LADDER: Final = frozenset({"ladder_everyone", "ladder_head", "ladder_director"})
BY_HAND: Final = "by_hand"
LATE: Final = "late"


@dataclass(frozen=True, slots=True)
class Speech:
    """Says sentences. `names`: by id; `time`: how a moment is written."""

    texts: Texts
    names: Mapping[str, str] = field(default_factory=dict)
    time: Callable[[datetime], str] = datetime.isoformat

    def __call__(self, sentence: Sentence) -> Html:
        """For the text of a message."""
        return self.texts(sentence.key, **self._words(sentence.args))

    def words(self, value: Value) -> str:
        """Says it without markup, to stand in another text."""
        return str(self._word(value))

    def _words(self, values: Mapping[str, Value]) -> dict[str, str | int]:
        return {name: self._word(value) for name, value in values.items()}

    def _word(self, value: Value) -> str | int:
        match value:
            case Sentence(key, args):
                return self.texts.plain(key, **self._words(args))
            case Aside(who, remark):
                return f"{self._word(who)} ({self._word(remark)})"
            case Who():
                return self.names.get(value, "")
            case Hundredths():
                return hundredths(value, self.texts)
            case Tenths():
                return tenth_parts(value, self.texts)
            case Fraction():
                return percent(float(value), self.texts)
            case datetime():
                return self.time(value)
            case tuple():
                return listing(str(self._word(one)) for one in value)
        return value


def reason_sentences(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    """Tells why it went to those it went to: by the ladder, to the client's own manager, by a hand, or by a scheme."""
    if chapter.reason in LADDER:
        return [texts(f"why-{chapter.reason}", before=view.story.before(chapter))]
    if chapter.reason == LATE:
        return [texts("why-late-who")]
    if chapter.reason in OWN:
        return [texts(f"why-{chapter.reason}")]
    if chapter.reason == BY_HAND:
        return _by_hand(chapter, view, texts)
    if chapter.window:
        return [texts("why-window", span=span(int(chapter.window), texts))]
    if reason := _reason(chapter):
        said = _speech(chapter, view, texts)
        sentences = reason.told.sentences(chapter, view.reader)
        return [_reserve(chapter, view, texts), *(said(sentence) for sentence in sentences)]
    return [texts("why-scheme", scheme=texts.plain(f"scheme-{chapter.scheme}"))]


def reader_sentences(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    """Tells what kept the one who asks from having it."""
    if out := chapter.out.get(view.reader):
        return [texts(f"were-{out}")]
    reason = _reason(chapter)
    if reason is None or view.reader in chapter.offered or chapter.candidate(view.reader) is None:
        return []
    said = _speech(chapter, view, texts)
    return [said(sentence) for sentence in reason.yours.sentences(chapter, view.reader)]


def _reason(chapter: Chapter) -> Reason | None:
    """The scheme's own; None where no scheme decided, or one that there is not any more."""
    scheme = SCHEMES.get(chapter.scheme)
    return scheme.reason(chapter.reason) if scheme else None


def _reserve(chapter: Chapter, view: WhyView, texts: Texts) -> Html | None:
    """The head was asked to choose and did not."""
    place = next(n for n, c in enumerate(view.story.chapters) if c is chapter)
    if not place or view.story.chapters[place - 1].step is not Step.CHOOSE or chapter.step is not Step.OFFER:
        return None
    return texts("why-reserve", scheme=texts.plain(f"scheme-{chapter.scheme}"))


def _by_hand(chapter: Chapter, view: WhyView, texts: Texts) -> Sentences:
    by, said = view.names.get(chapter.by or ""), _speech(chapter, view, texts)
    fair = FAIR.sentences(chapter, view.reader)
    return [texts("why-by", name=by) if by else None, *(said(sentence) for sentence in fair)]


def _speech(chapter: Chapter, view: WhyView, texts: Texts) -> Speech:
    return Speech(texts, view.names, lambda moment: _time(moment, chapter, view, texts))


def _time(moment: datetime, chapter: Chapter, view: WhyView, texts: Texts) -> str:
    """On the same day as the choice the clock is enough."""
    zone = view.timezone
    same_day = moment.astimezone(zone).date() == chapter.at.astimezone(zone).date()
    return clock(moment, zone) if same_day else date_and_clock(moment, zone, texts)
