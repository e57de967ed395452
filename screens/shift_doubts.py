"""What speaks against a shift, in words: limits, hours that nobody takes, people who are not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from leads.duty.doubts import Doubt, Doubtful
from screens.duty import duty
from screens.texts import Html, Texts

OVER = {Doubt.REST: "proposal-over-rest", Doubt.WEEK: "proposal-over-week"}


def doubt_lines(
    doubts: Iterable[Doubtful],
    names: Mapping[str, str],
    segments: Mapping[str, str],
    zone: ZoneInfo,
    texts: Texts,
) -> list[Html]:
    """Returns a line for each, none twice. `names`, `segments`: how people and segments are called, by id."""
    lines = (_line(one, names, segments, zone, texts) for one in doubts)
    return list(dict.fromkeys(lines))


def _line(
    one: Doubtful, names: Mapping[str, str], segments: Mapping[str, str], zone: ZoneInfo, texts: Texts
) -> Html:
    name = names.get(one.who, one.who)
    if one.what in OVER:
        return texts(OVER[one.what], name=name)
    words = duty(one.start, one.end, zone, texts)
    if one.what is Doubt.GAP:
        return texts("doubt-gap", duty=words)
    if one.what is Doubt.ELSEWHERE:
        segment = segments.get(one.segment, one.segment)
        return texts("doubt-elsewhere", name=name, duty=words, segment=segment)
    return texts(f"doubt-{one.what}", name=name, duty=words)
