"""The office's settings as JSON, and back, as their declarations say; and what is stored with them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from leads.office import (
    OF_OFFICE,
    OF_POLICY,
    OF_SEGMENT,
    Match,
    Office,
    Policy,
    Segment,
    Shift,
    ShiftKind,
    Source,
    SourceKind,
)
from leads.settings import restored, stored
from leads.wall_clock import format_weekly, parse_weekly

Settings = dict[str, Any]


def office_settings(office: Office) -> Settings:
    return {
        **stored(OF_OFFICE, office),
        "policy": stored(OF_POLICY, office.policy),
        "sources": [_source_settings(source) for source in office.sources],
    }


def office_from(name: str, settings: Settings) -> Office:
    """Returns the office without its people, segments and shifts, which have rows of their own."""
    return Office(
        name=name,
        policy=_policy_from(settings["policy"]),
        sources=tuple(_source_from(source) for source in settings.get("sources", [])),
        **restored(OF_OFFICE, settings),
    )


def segment_settings(segment: Segment) -> Settings:
    return {
        **stored(OF_SEGMENT, segment),
        "match": _match_settings(segment.match) if segment.match else None,
        "policy": stored(OF_POLICY, segment.policy),
        "overrides": sorted(segment.overrides),
    }


def segment_from(id: str, name: str, settings: Settings, members: tuple[str, ...], active: bool) -> Segment:
    return Segment(
        id=id,
        name=name,
        members=members,
        match=_match_from(settings["match"]) if settings["match"] else None,
        policy=_policy_from(settings["policy"]),
        overrides=frozenset(settings["overrides"]),
        retired=not active,
        **restored(OF_SEGMENT, settings),
    )


def shift_settings(shift: Shift) -> Settings:
    return {
        "weekly": format_weekly(shift.weekly) if shift.weekly else None,
        "start": shift.start.isoformat() if shift.start else None,
        "end": shift.end.isoformat() if shift.end else None,
        "kind": shift.kind,
        "instead_of": shift.instead_of,
    }


def shift_from(segment: str, who: str, settings: Settings) -> Shift:
    return Shift(
        segment=segment,
        who=who,
        weekly=parse_weekly(settings["weekly"]) if settings["weekly"] else None,
        start=datetime.fromisoformat(settings["start"]) if settings["start"] else None,
        end=datetime.fromisoformat(settings["end"]) if settings["end"] else None,
        kind=ShiftKind(settings["kind"]),
        instead_of=settings["instead_of"],
    )


def _policy_from(settings: Settings) -> Policy:
    return Policy(**restored(OF_POLICY, settings))


def _source_settings(source: Source) -> Settings:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "segment": source.segment,
        "secret_env": source.secret_env,
        "straight_on": source.straight_on,
    }


def _source_from(settings: Settings) -> Source:
    return Source(**{**settings, "kind": SourceKind(settings["kind"])})


def _match_settings(match: Match) -> Settings:
    return {
        "region": list(match.region),
        "keywords": list(match.keywords),
        "source": list(match.source),
        "language": list(match.language),
        "known_client": match.known_client,
    }


def _match_from(settings: Settings) -> Match:
    return Match(
        region=tuple(settings["region"]),
        keywords=tuple(settings["keywords"]),
        source=tuple(settings["source"]),
        language=tuple(settings["language"]),
        known_client=settings["known_client"],
    )
