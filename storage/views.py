"""Views for whoever draws their own figures (docs/views.md): no client is in them, and no name of anybody.

They belong to the program, not to the schema: whoever climbs (`storage.revisions`) takes them down first, for a table
under a view cannot be altered, and puts up those of this program. A change of a view so needs a revision, an empty one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, text

from storage.database import undone
from storage.store import Store

_JSON: Final[Mapping[str, Mapping[str, str]]] = {
    "sqlite": {
        "asked": "json_each(o.people) AS asked",
        "person": "asked.value",
        "answer": "json_extract(o.answers, '$.\"' || asked.value || '\"')",
        "reason": "json_extract(o.reasons, '$.\"' || asked.value || '\"')",
        "is_manager": "EXISTS (SELECT 1 FROM json_each(p.roles) AS r WHERE r.value = 'manager')",
    },
    "postgresql": {
        "asked": "json_array_elements_text(CAST(o.people AS json)) AS asked(person)",
        "person": "asked.person",
        "answer": "CAST(o.answers AS json) ->> asked.person",
        "reason": "CAST(o.reasons AS json) ->> asked.person",
        "is_manager": "CAST(p.roles AS jsonb) ? 'manager'",
    },
}

VIEWS: Final[Mapping[str, str]] = {
    "v_leads": """
        SELECT l.office, l.number AS lead, l.state, l.outcome, l.segment, s.name AS segment_name, l.source,
            l.known AS known_client, l.own AS own_client, l.duplicate_of, l.created_at AS came_at,
            l.waited AS draft_seconds, l.handed_at, l.by_itself AS handed_by_itself,
            l.taken_by AS first_holder, l.taken_after AS claim_seconds,
            l.contacted_by, l.contacted_after AS contact_seconds, l.holder, l.held_at, l.progress,
            l.closed_at, l.amount / 100.0 AS amount, l.lost_reason, l.bad_reason,
            l.imported IS NOT NULL AS imported
        FROM leads AS l JOIN segments AS s ON s.office = l.office AND s.id = l.segment
        WHERE l.number IS NOT NULL
    """,
    "v_offers": """
        SELECT o.office, l.number AS lead, o.id AS offer, l.segment, o.scheme, o.step, o.at AS offered_at,
            o.delivered_at, o.closed_at, {person} AS manager,
            CASE
                WHEN o.claimed_by = {person} THEN 'claimed'
                WHEN {answer} IS NOT NULL THEN {answer}
                WHEN o.result = 'claimed' THEN 'missed'
                ELSE o.result
            END AS answer,
            {reason} AS reason, o.chosen_by, o.fair AS rule_would_choose
        FROM offers AS o JOIN leads AS l ON l.id = o.lead CROSS JOIN {asked}
        WHERE l.number IS NOT NULL
    """,
    "v_managers": """
        SELECT p.office, p.id AS manager, p.active, p.weight, p.capacity, p.paused IS NOT NULL AS paused,
            p.leave_until,
            (SELECT count(*) FROM leads AS l WHERE l.office = p.office AND l.holder = p.id
                AND l.state IN ('held', 'disputed')) AS open_leads,
            (SELECT count(*) FROM leads AS l WHERE l.office = p.office AND l.holder = p.id) AS leads,
            (SELECT count(*) FROM leads AS l WHERE l.office = p.office AND l.holder = p.id
                AND l.outcome = 'won') AS won,
            (SELECT count(*) FROM leads AS l WHERE l.office = p.office AND l.holder = p.id
                AND l.outcome = 'lost') AS lost,
            (SELECT count(*) FROM leads AS l WHERE l.office = p.office AND l.holder = p.id
                AND l.outcome = 'bad') AS bad,
            (SELECT sum(l.amount) / 100.0 FROM leads AS l WHERE l.office = p.office AND l.holder = p.id
                AND l.outcome = 'won') AS amount
        FROM people AS p
        WHERE {is_manager} OR EXISTS (SELECT 1 FROM leads AS l WHERE l.office = p.office AND l.holder = p.id)
    """,
}


def take_down(conn: Connection) -> None:
    """Drops them, as far as they are there."""
    for name in VIEWS:
        conn.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")


def put_up(conn: Connection) -> None:
    """Makes them anew. They have been taken down."""
    for name in VIEWS:
        conn.exec_driver_sql(_making(conn, name, name))


def altered(store: Store) -> list[str]:
    """Names those that are not there, or say something else than this program's."""
    conn = store.conn
    if conn.dialect.name == "sqlite":
        made = {row.name: row.sql for row in conn.execute(_MADE_ON_SQLITE)}
        return [name for name in VIEWS if made.get(name) != _making(conn, name, name)]
    there = {name for name in VIEWS if conn.scalar(_IS_THERE, {"name": name})}
    with undone(
        store
    ):  # PostgreSQL keeps what it has understood, not what was written: another one is put beside
        return [name for name in VIEWS if name not in there or not _is_ours(conn, name)]


def _is_ours(conn: Connection, name: str) -> bool:
    conn.exec_driver_sql(_making(conn, name, f"{name}_beside"))
    its, ours = (conn.scalar(_UNDERSTOOD, {"name": one}) for one in (name, f"{name}_beside"))
    return bool(its == ours)


def _making(conn: Connection, name: str, called: str) -> str:
    query = VIEWS[name].format(**_JSON[conn.dialect.name])
    return f"CREATE VIEW {called} AS {query.strip()}"


_MADE_ON_SQLITE = text("SELECT name, sql FROM sqlite_master WHERE type = 'view'")
_IS_THERE = text("SELECT to_regclass(:name)")
_UNDERSTOOD = text("SELECT pg_get_viewdef(CAST(:name AS regclass))")
