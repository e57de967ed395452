"""How a segment shares its leads, as /office shows it."""

from __future__ import annotations

from leads.office import Office, Segment
from leads.picking import asks_head
from screens.views.office import RuleView, SegmentRow


def segment_row(office: Office, segment: Segment) -> SegmentRow:
    members = tuple(office.person(member).name for member in segment.members)
    reserve = segment.reserve if asks_head(segment) else None
    return SegmentRow(segment.id, segment.name, segment.scheme, members, reserve)


def rule_view(office: Office, id: str) -> RuleView | None:
    """None for a segment that is no more."""
    found = next((s for s in office.segments if s.id == id and not s.retired), None)
    if found is None:
        return None
    has_roster = any(shift.segment == id for shift in office.shifts)
    return RuleView(segment_row(office, found), asks_head(found), has_roster)
