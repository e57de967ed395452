"""A week day by day: what opens when, as people say it and as it is edited, and as the rules of opening hours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from leads.wall_clock import EVERY_DAY, WeeklyRule

Spans = tuple[tuple[time, time], ...]
Week = tuple[Spans, ...]
"""Seven days, Monday first; the spans of each in order, none where nothing opens."""


def week_of(rules: Iterable[WeeklyRule]) -> Week:
    """Returns what the rules say of each day."""
    found: list[set[tuple[time, time]]] = [set() for _ in EVERY_DAY]
    for rule in rules:
        for day in rule.days:
            found[day].add((rule.start, rule.end))
    return tuple(tuple(sorted(spans)) for spans in found)


def rules_of(week: Week) -> tuple[WeeklyRule, ...]:
    """Returns the rules that say the same, days that are alike together; in the order that an office file has."""
    alike: dict[Spans, list[int]] = {}
    for day, spans in enumerate(week):
        if spans:
            alike.setdefault(spans, []).append(day)
    rules = [WeeklyRule(tuple(days), *span) for spans, days in alike.items() for span in spans]
    return tuple(sorted(rules, key=lambda rule: (rule.days, rule.start, rule.end)))
