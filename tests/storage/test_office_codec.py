"""An office's settings come back from their JSON as they were."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from leads.office import Office
from storage.office_codec import office_from, office_settings, segment_from, segment_settings
from tests.any_office import offices


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(offices())
def test_any_office_s_settings_come_back_from_the_database(office: Office) -> None:
    kept = json.loads(json.dumps(office_settings(office)))
    back = office_from(office.name, kept)
    assert replace(back, people=office.people, segments=office.segments, shifts=office.shifts) == office
    for one in office.segments:
        kept = json.loads(json.dumps(segment_settings(one)))
        assert segment_from(one.id, one.name, kept, one.members, active=True) == one
