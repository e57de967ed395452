"""Who sees what of clients, for how long it is kept: told by the very tables that cards and erasure go by."""

from __future__ import annotations

from desk.office.settings import group_view
from desk.work import Work
from leads.office import Office, Role
from leads.rights import Right, may
from leads.settings import Group
from screens.views.privacy import PrivacyView
from storage.people import PersonRow


def privacy_view(work: Work, reader: PersonRow) -> PrivacyView:
    """Shows it as the office stands now."""
    group = group_view(work, reader, Group.PRIVACY)
    return PrivacyView(
        clients=_who(Right.SEE_CLIENTS, work.office),
        in_files=may([Role.DIRECTOR], Right.SEE_CLIENTS, work.office),
        amounts=_who(Right.SEE_AMOUNTS, work.office, but=Role.SECRETARY),
        amounts_taken=may([Role.SECRETARY], Right.SEE_AMOUNTS, work.office),
        months=work.office.retention_months,
        settings=group.rows if group else (),
        may_change=bool(group and group.may_change),
    )


def _who(right: Right, office: Office, but: Role | None = None) -> tuple[Role, ...]:
    return tuple(role for role in Role if role is not but and may([role], right, office))
