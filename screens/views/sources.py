"""Where an office's leads come from, as whoever sets it up sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceLine:
    """`segment`: the name of the one that takes its leads; None: the rules decide."""

    id: str
    name: str
    kind: str
    segment: str | None


@dataclass(frozen=True, slots=True)
class SourcesView:
    """`asked`: the reader is to type the name of a new one; `refused`: what they have typed is none."""

    rows: tuple[SourceLine, ...]
    page: int
    pages: int
    asked: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True)
class SourceView:
    """`named`: segments whose rules name it; `asked`: for another name."""

    line: SourceLine
    named: tuple[str, ...] = ()
    asked: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True)
class SourceSegmentsView:
    """`rows`: ids, names, and whether it is the one."""

    line: SourceLine
    rows: tuple[tuple[str, str, bool], ...]
    page: int
    pages: int
