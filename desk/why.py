"""The values behind /why: what the ledger says of a lead, for anybody of the office who asks."""

from __future__ import annotations

from desk.work import Work
from leads.office import Role
from leads.proof.story import tell
from screens.views.why import WhyView
from storage import cases, ledger, people
from storage.people import PersonRow


def why_view(work: Work, person: PersonRow, number: int) -> WhyView | None:
    """None for a number that does not exist."""
    lead = cases.id_of(work.store, number)
    if lead is None:
        return None
    story = tell(ledger.of_lead(work.store, number))
    segment = story.segment or work.load(lead).scene.lead.segment
    return WhyView(
        number=number,
        timezone=work.office.timezone,
        segment=work.office.segment(segment).name,
        story=story,
        names=people.names(work.store),
        reader=person.id,
        reader_sells=Role.MANAGER in person.roles,
    )
