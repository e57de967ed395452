"""What the card of /report is drawn from: the figures of one period, and which of its lists is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leads.figures.part import Part
from leads.figures.periods import Period, Span
from screens.views.summary import SummaryView


class Pane(StrEnum):
    """Which list is open instead of the summary."""

    SUMMARY = "all"
    PEOPLE = "people"
    PARTS = "parts"  # segments and sources
    CLOCK = "clock"  # hours and weekdays


@dataclass(frozen=True, slots=True)
class ReportView:
    """Parts by their names; a source that is not known has an empty one. Hours from 0, weekdays from 0 for Monday."""

    period: Period
    span: Span
    today: date
    summary: SummaryView
    segments: tuple[tuple[str, Part], ...] = ()
    sources: tuple[tuple[str, Part], ...] = ()
    hours: tuple[tuple[int, Part], ...] = ()
    weekdays: tuple[tuple[int, Part], ...] = ()
