"""What of each lead the office's CRM shows, and is to show; of the client there are but marks."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, false, text

from storage.columns import Json, UtcDateTime
from storage.tables.base import metadata, office_key

crm_leads = Table(
    "crm_leads",
    metadata,
    Column("lead", ForeignKey("leads.id"), primary_key=True),
    office_key(),
    Column("wanted", Integer, nullable=False, server_default="1"),  # grows with each change of the lead
    Column("pushed", Integer, nullable=False, server_default="0"),  # the last of these that is there
    Column("remote", Text),  # its number there; NULL: it is not there yet
    Column("handle", Text),  # by which it is there until somebody has taken it in
    Column("shown", Json, nullable=False, server_default="{}"),  # what was there when somebody looked last
    Column("sending", Json),  # what was on its way when the program ended; NULL: nothing
    # marks of the client as the CRM was told of them; NULL: nobody knows, or wants to any more
    Column("told", Json),
    Column("telling", Json),  # and as it may have been told besides, by a program that has ended
    Column("begun_at", UtcDateTime),  # since when it may be there without our knowing; NULL: that is known
    Column("heard", Integer, nullable=False, server_default="0"),  # how often it was said to be changed there
    Column("looked", Integer, nullable=False, server_default="0"),  # up to which of these somebody has looked
    Column("gone", Boolean, nullable=False, server_default=false()),  # it was there, and is deleted
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("retry_at", UtcDateTime),
    Column("code", Text),  # what the CRM had against it
)
CRM_IS_DUE = text("(wanted > pushed OR heard > looked)")
Index(
    "ix_crm_leads_due",
    crm_leads.c.office,
    crm_leads.c.lead,
    sqlite_where=CRM_IS_DUE,
    postgresql_where=CRM_IS_DUE,
)
Index("ix_crm_leads_remote", crm_leads.c.office, crm_leads.c.remote)

crms = Table(
    "crms",
    metadata,
    office_key(primary_key=True),
    Column("account", Text, nullable=False),  # whose: of another one nothing that is stored is true
    Column("state", Text, nullable=False),  # as of `storage.crm.CrmState`
    Column("since", UtcDateTime, nullable=False),
    Column("code", Text),  # what it has answered last that was none
    Column("told_at", UtcDateTime),  # when the administrator was told of it; NULL: nobody was
    Column("last_at", UtcDateTime),  # when it has answered last
    Column("retry_at", UtcDateTime),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("known", Json, nullable=False, server_default="{}"),  # its people and stages, as they were last
)
