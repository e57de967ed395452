"""The office's settings as JSON, and back, as their declarations say; and what is stored with them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Final

from leads.crm import Crm, CrmKind
from leads.hooks import Hook
from leads.hours import Hours, Rota
from leads.office import (
    OF_OFFICE,
    OF_POLICY,
    OF_SEGMENT,
    Match,
    Office,
    Person,
    Policy,
    Segment,
    Shift,
    ShiftKind,
)
from leads.settings import restored, stored
from leads.sources import Source, SourceKind
from leads.wall_clock import format_hours, format_weekly, parse_hours, parse_weekly

Settings = dict[str, Any]


def office_settings(office: Office) -> Settings:
    return {
        **stored(OF_OFFICE, office),
        "policy": stored(OF_POLICY, office.policy),
        "sources": [_source_settings(source) for source in office.sources],
        **({"crm": _crm_settings(office.crm)} if office.crm else {}),
        "hooks": [asdict(hook) for hook in office.hooks],
    }


def office_from(name: str, settings: Settings) -> Office:
    """Returns the office without its people, segments and shifts, which have rows of their own."""
    return Office(
        name=name,
        policy=_policy_from(settings["policy"]),
        sources=tuple(_source_from(source) for source in settings.get("sources", [])),
        crm=_crm_from(settings["crm"]) if settings.get("crm") else None,
        hooks=tuple(_hook_from(hook) for hook in settings.get("hooks", [])),
        **restored(OF_OFFICE, settings),
    )


def segment_settings(segment: Segment) -> Settings:
    return {
        **stored(OF_SEGMENT, segment),
        "match": _match_settings(segment.match) if segment.match else None,
        "policy": stored(OF_POLICY, segment.policy),
        "overrides": sorted(segment.overrides),
        **({"heads": list(segment.heads)} if segment.heads else {}),
    }


def segment_from(id: str, name: str, settings: Settings, members: tuple[str, ...], active: bool) -> Segment:
    return Segment(
        id=id,
        name=name,
        members=members,
        heads=tuple(settings.get("heads", ())),
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


def own_hours(person: Person) -> Settings | None:
    """Returns somebody's own hours as they are stored; None where they have the office's."""
    if rota := person.rota:
        spans = [format_hours(*span) for span in rota.spans]
        return {"start": rota.start.isoformat(), "on": rota.on, "off": rota.off, "spans": spans}
    return {"weekly": [format_weekly(rule) for rule in person.hours.rules]} if person.hours else None


def own_hours_from(kept: Settings | None) -> tuple[Hours | None, Rota | None]:
    """Reads what `own_hours` has made."""
    if kept is None:
        return None, None
    if "weekly" in kept:
        return Hours(tuple(parse_weekly(rule) for rule in kept["weekly"])), None
    spans = tuple(parse_hours(span) for span in kept["spans"])
    return None, Rota(date.fromisoformat(kept["start"]), kept["on"], kept["off"], spans)


def _policy_from(settings: Settings) -> Policy:
    return Policy(**restored(OF_POLICY, settings))


SAID_SINCE: Final = ("phone_field", "name_field", "extensions")
"""Set-ups from before these were sealed without them: what is not said is not stored."""


def _source_settings(source: Source) -> Settings:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "segment": source.segment,
        "secret_env": source.secret_env,
        "straight_on": source.straight_on,
        **{name: said for name in SAID_SINCE if (said := getattr(source, name))},
    }


def _source_from(settings: Settings) -> Source:
    return Source(**{**settings, "kind": SourceKind(settings["kind"])})


def _crm_settings(crm: Crm) -> Settings:
    mapped = {"people": dict(crm.people), "stages": dict(crm.stages)}
    return {
        "kind": crm.kind,
        "url": crm.url,
        "secret_env": crm.secret_env,
        "pipeline": crm.pipeline,
        **mapped,
    }


def _crm_from(settings: Settings) -> Crm:
    return Crm(**{**settings, "kind": CrmKind(settings["kind"])})


def _hook_from(settings: Settings) -> Hook:
    return Hook(**{**settings, "events": tuple(settings["events"])})


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
