"""What the rules say as keys and values, said in words: names, numbers and times as the reader writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction

from leads.schemes.telling import Aside, Hundredths, Sentence, Value, Who
from screens.format import hundredths, listing, percent
from screens.texts import Html, Texts


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
        """Without markup, to stand in another text."""
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
            case Fraction():
                return percent(float(value), self.texts)
            case datetime():
                return self.time(value)
            case tuple():
                return listing(str(self._word(one)) for one in value)
        return value
