"""The office's settings as JSON, and back. Durations are seconds, clock times and hours are text."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from leads.hours import Hours
from leads.office import (
    LadderStep,
    Match,
    Office,
    OwnerRule,
    Policy,
    Presence,
    Role,
    Segment,
    Shift,
    ShiftKind,
)
from leads.sources import Source, SourceKind
from leads.wall_clock import format_weekly, parse_weekly

Settings = dict[str, Any]


def office_settings(office: Office) -> Settings:
    return {
        "timezone": office.timezone.key,
        "locale": office.locale,
        "hours": [format_weekly(rule) for rule in office.hours.rules],
        "holidays": office.hours.holidays,
        "presence": office.presence,
        "policy": _policy_settings(office.policy),
        "decline_costs_turn": office.decline_costs_turn,
        "free_reasons": sorted(office.free_reasons),
        "pause_after_lapses": office.pause_after_lapses,
        "offers_at_once": office.offers_at_once,
        "owner_wait": office.owner_wait.total_seconds(),
        "summary_at": office.summary_at.isoformat("minutes"),
        "outcome_reminders": [r.total_seconds() for r in office.outcome_reminders],
        "seal_to": list(office.seal_to),
        "retention_months": office.retention_months,
        "own_phones": list(office.own_phones),
        "sources": [_source_settings(source) for source in office.sources],
    }


def office_from(name: str, settings: Settings) -> Office:
    """The office without its people, segments and shifts, which have rows of their own."""
    return Office(
        name=name,
        timezone=ZoneInfo(settings["timezone"]),
        locale=settings["locale"],
        hours=Hours(tuple(parse_weekly(rule) for rule in settings["hours"]), settings["holidays"]),
        presence=Presence(settings["presence"]),
        policy=_policy_from(settings["policy"]),
        decline_costs_turn=settings["decline_costs_turn"],
        free_reasons=frozenset(settings["free_reasons"]),
        pause_after_lapses=settings["pause_after_lapses"],
        offers_at_once=settings.get("offers_at_once", Office.offers_at_once),
        owner_wait=timedelta(seconds=settings["owner_wait"]),
        summary_at=time.fromisoformat(settings["summary_at"]),
        outcome_reminders=tuple(timedelta(seconds=r) for r in settings["outcome_reminders"]),
        seal_to=tuple(Role(role) for role in settings.get("seal_to", [Role.DIRECTOR])),
        retention_months=settings.get("retention_months"),
        own_phones=tuple(settings.get("own_phones", ())),
        sources=tuple(_source_from(source) for source in settings.get("sources", [])),
    )


def segment_settings(segment: Segment) -> Settings:
    return {
        "scheme": segment.scheme,
        "match": _match_settings(segment.match) if segment.match else None,
        "policy": _policy_settings(segment.policy),
        "overrides": sorted(segment.overrides),
        "wrap_up": segment.wrap_up.total_seconds(),
        "floor": segment.floor,
        "min_sample": segment.min_sample,
        "reserve": segment.reserve,
    }


def segment_from(id: str, name: str, settings: Settings, members: tuple[str, ...], active: bool) -> Segment:
    return Segment(
        id=id,
        name=name,
        scheme=settings["scheme"],
        members=members,
        match=_match_from(settings["match"]) if settings["match"] else None,
        policy=_policy_from(settings["policy"]),
        overrides=frozenset(settings["overrides"]),
        wrap_up=timedelta(seconds=settings["wrap_up"]),
        floor=settings["floor"],
        min_sample=settings["min_sample"],
        reserve=settings.get("reserve"),
        retired=not active,
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


def _policy_settings(policy: Policy) -> Settings:
    return {
        "ack_timeout": policy.ack_timeout.total_seconds(),
        "offers": policy.offers,
        "ladder": list(policy.ladder),
        "step_timeout": policy.step_timeout.total_seconds(),
        "owner": policy.owner,
    }


def _policy_from(settings: Settings) -> Policy:
    return Policy(
        ack_timeout=timedelta(seconds=settings["ack_timeout"]),
        offers=settings["offers"],
        ladder=tuple(LadderStep(step) for step in settings["ladder"]),
        step_timeout=timedelta(seconds=settings["step_timeout"]),
        owner=OwnerRule(settings["owner"]),
    )


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
