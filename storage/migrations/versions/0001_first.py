"""The first schema.

Types are spelled out here and not taken from `storage.columns`, so that this revision stays what it was:
durations are BIGINT milliseconds, exact integers and JSON are TEXT.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create_office()
    _create_teams()
    _create_newcomers()
    _create_leads()
    _create_offers()
    _create_ledger()
    _create_cards()
    _create_bookkeeping()


def downgrade() -> None:
    newest_first = "summaries set_aside updates cards ledger offers leads clients invitations shifts members"
    for table in [*newest_first.split(), "segments", "people", "offices"]:
        op.drop_table(table)


def _create_office() -> None:
    op.create_table(
        "offices",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("name", "settings"),
        _count("version", "1"),
        _count("next_number", "1"),
        sa.Column("summary_due", INSTANT),
        _key("offices", "id"),
    )
    op.create_table(
        "people",
        _whole("office"),
        _text("id"),
        _whole("position"),
        _text("name"),
        sa.Column("telegram_id", sa.BigInteger()),
        _text("roles"),
        sa.Column("weight", sa.Float(), nullable=False, server_default="1"),
        sa.Column("capacity", sa.Integer()),
        _text("locale"),
        _flag("active", sa.true()),
        _flag("reachable", sa.true()),
        sa.Column("paused", sa.Text()),
        _flag("checked_in", sa.false()),
        sa.Column("leave_until", INSTANT),
        _count("lapses", "0"),
        sa.Column("asked", sa.BigInteger()),
        _key("people", "office", "id"),
        _office("people"),
        _unique("people", "office", "telegram_id"),
    )


def _create_teams() -> None:
    op.create_table(
        "segments",
        _whole("office"),
        _text("id"),
        _whole("position"),
        *_texts("name", "settings"),
        _flag("active", sa.true()),
        _key("segments", "office", "id"),
        _office("segments"),
    )
    op.create_table(
        "members",
        _whole("office"),
        *_texts("segment", "person"),
        _whole("position"),
        _text("credit"),
        sa.Column("ticket", sa.BigInteger(), nullable=False),
        _key("members", "office", "segment", "person"),
        _office("members"),
        _of_office("members", "segment", "segments"),
        _of_office("members", "person", "people"),
    )
    op.create_table(
        "shifts",
        sa.Column("id", ROW_ID, nullable=False),
        _whole("office"),
        *_texts("segment", "person", "settings"),
        _key("shifts", "id"),
        _office("shifts"),
        _of_office("shifts", "segment", "segments"),
        _of_office("shifts", "person", "people"),
    )


def _create_newcomers() -> None:
    op.create_table(
        "invitations",
        _text("token"),
        _whole("office"),
        *_perhaps(sa.Text(), "person", "role"),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("used_at", INSTANT),
        _key("invitations", "token"),
        _office("invitations"),
        _of_office("invitations", "person", "people"),
    )
    op.create_table(
        "clients",
        _whole("office"),
        _text("phone"),
        sa.Column("owner", sa.Text()),
        sa.Column("last_at", INSTANT, nullable=False),
        _key("clients", "office", "phone"),
        _office("clients"),
        _of_office("clients", "owner", "people"),
    )


def _create_leads() -> None:
    op.create_table(
        "leads",
        *_lead_path(),
        *_lead_end(),
        *_lead_client(),
        _key("leads", "id"),
        _office("leads"),
        *(_of_office("leads", who, "people") for who in ("owner", "holder", "secretary")),
        _of_office("leads", "segment", "segments"),
        _unique("leads", "office", "number"),
    )
    op.create_index("ix_leads_due", "leads", ["office", "due_at"])
    op.create_index("ix_leads_state", "leads", ["office", "state", "holder"])
    op.create_index("ix_leads_phone", "leads", ["office", "phone", "number"])
    op.create_index("ix_leads_handed", "leads", ["office", "handed_at"])
    op.create_index("ix_leads_album", "leads", ["office", "album"])


def _lead_path() -> list[sa.Column[object]]:
    return [
        sa.Column("id", ROW_ID, nullable=False),
        _whole("office"),
        sa.Column("number", sa.Integer()),
        *_texts("state", "segment"),
        _flag("known", sa.false()),
        sa.Column("owner", sa.Text()),
        sa.Column("duplicate_of", sa.Integer()),
        _text("path"),
        _count("rung", "0"),
        sa.Column("ack_timeout", sa.BigInteger(), nullable=False),
        sa.Column("step_timeout", sa.BigInteger(), nullable=False),
        _flag("wait_for_owner", sa.false()),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("handed_at", INSTANT),
    ]


def _lead_end() -> list[sa.Column[object]]:
    return [
        sa.Column("holder", sa.Text()),
        *_perhaps(INSTANT, "held_at", "closed_at"),
        sa.Column("outcome", sa.Text()),
        sa.Column("amount", sa.BigInteger()),
        *_perhaps(sa.Text(), "lost_reason", "progress"),
        *(_count(name, "0") for name in ("reminders", "repeats")),
        sa.Column("due_kind", sa.Text()),
        sa.Column("due_at", INSTANT),
    ]


def _lead_client() -> list[sa.Column[object]]:
    return [
        *_perhaps(sa.Text(), "secretary", "client_name", "phone"),
        _count("phones_found", "0"),
        *_perhaps(sa.Text(), "region", "source", "language"),
        sa.Column("text", sa.Text(), nullable=False, server_default=""),
        _text("attachments"),
        sa.Column("source_chat", sa.BigInteger()),
        _text("source_messages"),
        sa.Column("album", sa.Text()),
    ]


def _create_offers() -> None:
    op.create_table(
        "offers",
        sa.Column("id", ROW_ID, nullable=False),
        _whole("office"),
        sa.Column("lead", ROW_ID, nullable=False),
        *_texts("step", "scheme"),
        sa.Column("at", INSTANT, nullable=False),
        _text("people"),
        sa.Column("sole", sa.Text()),
        *_texts("result", "answers", "reasons"),
        sa.Column("claimed_by", sa.Text()),
        *_perhaps(INSTANT, "delivered_at", "closed_at"),
        sa.Column("turn", sa.Text()),
        _key("offers", "id"),
        _office("offers"),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name=op.f("fk_offers_lead")),
    )
    op.create_index("ix_offers_lead", "offers", ["lead"])
    op.create_index("ix_offers_sole", "offers", ["office", "sole"])


def _create_ledger() -> None:
    op.create_table(
        "ledger",
        _whole("office"),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        _text("kind"),
        sa.Column("lead", sa.Integer()),
        *_texts("body", "seal"),
        _key("ledger", "office", "seq"),
        _office("ledger"),
    )
    op.create_index("ix_ledger_lead", "ledger", ["office", "lead", "seq"])


def _create_cards() -> None:
    op.create_table(
        "cards",
        sa.Column("id", ROW_ID, nullable=False),
        _whole("office"),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        *_texts("kind", "subject"),
        sa.Column("person", sa.Text()),
        _whole("urgency"),
        _text("payload"),
        _count("wanted", "1"),
        _count("shown", "0"),
        _count("anew", "1"),
        _count("begun", "0"),
        *_texts("stale", "message_ids"),
        _key("cards", "id"),
        _office("cards"),
        _of_office("cards", "person", "people"),
        _unique("cards", "office", "chat", "kind", "subject"),
    )
    due = sa.text("(wanted <> shown OR stale <> '[]')")
    op.create_index("ix_cards_due", "cards", ["urgency", "id"], sqlite_where=due, postgresql_where=due)
    op.create_index("ix_cards_subject", "cards", ["office", "kind", "subject"])


def _create_bookkeeping() -> None:
    op.create_table(
        "updates",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        _key("updates", "id"),
    )
    op.create_table(
        "set_aside",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        *_texts("error", "body"),
        _key("set_aside", "id"),
    )
    op.create_table(
        "summaries",
        _whole("office"),
        _text("day"),
        sa.Column("at", INSTANT, nullable=False),
        _key("summaries", "office", "day"),
        _office("summaries"),
    )


def _text(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), nullable=False)


def _texts(*names: str) -> list[sa.Column[object]]:
    return [_text(name) for name in names]


def _perhaps(kind: sa.types.TypeEngine[Any], *names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, kind) for name in names]


def _whole(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _count(name: str, start: str) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default=start)


def _flag(name: str, start: sa.ColumnElement[bool]) -> sa.Column[object]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=start)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _office(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["office"], ["offices.id"], name=op.f(f"fk_{table}_office"))


def _of_office(table: str, column: str, of: str) -> sa.ForeignKeyConstraint:
    """Somebody or something of the same office, by its short id."""
    return sa.ForeignKeyConstraint(
        ["office", column], [f"{of}.office", f"{of}.id"], name=op.f(f"fk_{table}_office_{column}")
    )
