"""Every scheme can say why it chose as it did, with no other reasons and texts than those that it names."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from leads.lead import Step
from leads.presence import Absence
from leads.proof.story import Chapter
from leads.schemes import SCHEMES
from leads.schemes.base import Situation
from leads.schemes.telling import Aside, Sentence, Value
from tests.leads.office import wall
from tests.leads.test_situations import NAMES, situations

NOON = wall("2026-11-23 12:00")
OUT = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(Absence))


def keys(value: Value) -> Iterator[str]:
    """Of all texts in a sentence, but for those that say why somebody is absent."""
    match value:
        case Sentence(key, args):
            yield from () if key.startswith("absent-") else (key,)
            for one in args.values():
                yield from keys(one)
        case Aside(_, remark):
            yield from keys(remark)
        case tuple():
            for one in value:
                yield from keys(one)


@settings(max_examples=400, deadline=None)
@given(st.data(), situations(), st.sampled_from(sorted(SCHEMES)), OUT)
def test_a_scheme_explains_every_choice_with_what_it_names(
    data: st.DataObject, situation: Situation, name: str, out: dict[str, Absence]
) -> None:
    scheme = SCHEMES[name]
    choice = scheme.choose(situation)
    if choice is None:
        return
    reason = scheme.reason(choice.reason)
    assert reason, f"{name} gives {choice.reason!r}, and names no such reason"
    chapter = Chapter(
        NOON, Step.OFFER, name, choice.reason, choice.offered, dict(choice.figures), situation, out
    )
    chapter.fair = choice.fair
    said = list(reason.told.sentences(chapter, "anna"))
    reader = data.draw(st.sampled_from([c.id for c in situation.candidates]))
    if reader not in choice.offered:
        said += reason.yours.sentences(chapter, reader)
    assert {key for sentence in said for key in keys(sentence)} <= scheme.texts
