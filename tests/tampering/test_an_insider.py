"""What somebody with the database can do during the day, without touching the ledger: each is named, or stands here."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.tampering.forger import Forger

OPEN = "(SELECT max(id) FROM leads WHERE state IN ('waiting', 'offered'))"
HELD = "(SELECT max(id) FROM leads WHERE state = 'held' AND due_at IS NOT NULL)"
A_PERSON = (
    "INSERT INTO people (office, id, position, name, telegram_id, roles, locale) "
    "VALUES (1, 'spy', 99, 'Новый', 99, '[\"head\"]', 'ru')"
)
AN_INVITATION = (
    "INSERT INTO invitations (token, office, person, role, expires_at) "
    "VALUES ('aa', 1, {}, '2030-01-01 00:00:00')"
)
ANOTHER_CLIENT = (
    "UPDATE leads SET client = (SELECT client FROM leads WHERE number = 3) "
    "WHERE number IS NOT NULL AND taken_by IS NULL AND erased IS NULL"
)
A_DUTY = "INSERT INTO shifts (office, segment, person, settings) SELECT 1, segment, 'kim', settings FROM shifts LIMIT 1"
A_JOIN = (
    "INSERT INTO joins (office, client, same_as, at, numbers, other_numbers) "
    "SELECT 1, min(id), max(id), '2026-11-23 07:00:00.000000', '[2]', '[3]' FROM clients"
)
A_DRAFT = (
    "INSERT INTO leads (office, state, segment, path, ack_timeout, step_timeout, created_at) "
    "VALUES (1, 'draft', 'rest', '[]', 0, 0, '2026-11-23 07:00:00.000000')"
)
TODAY = (
    "INSERT OR REPLACE INTO summaries (office, day, at) "
    "SELECT 1, substr(max(at), 1, 10), '2026-11-23 07:00:00.000000' FROM ledger"
)
FAR = "2099-01-01 00:00:00.000000"
THE_OFFICE, ORDER = (
    "the office: its name and settings are set up",
    "the office: its people and segments, in their",
)

NAMED: dict[str, tuple[Sequence[str], str]] = {
    "two managers change places": (
        (
            "UPDATE people SET telegram_id = -1 WHERE id = 'petrov'",
            "UPDATE people SET telegram_id = 201 WHERE id = 'sidorova'",
            "UPDATE people SET telegram_id = 202 WHERE id = 'petrov'",
        ),
        "petrov: set up otherwise",
    ),
    "somebody is head": (("UPDATE people SET roles = '[\"manager\", \"head\"]' WHERE id = 'kim'",), "kim: "),
    "somebody is administrator": (("UPDATE people SET roles = '[\"admin\"]' WHERE id = 'kim'",), "kim: "),
    "a new person with a role": ((A_PERSON,), "spy: set up otherwise"),
    "an invitation of his own, for a role": (
        (AN_INVITATION.format("NULL, 'admin'"),),
        "invitations: one for ",
    ),
    "an invitation of his own, for a person": (
        (AN_INVITATION.format("'smirnov', NULL"),),
        "invitations: one for ",
    ),
    "an invitation gives another role": (("UPDATE invitations SET role = 'admin'",), "invitations: one for "),
    "another link for an invitation": (
        ("UPDATE invitations SET token = 'x' WHERE token = (SELECT min(token) FROM invitations)",),
        "invitations: one for ",
    ),
    "a rival is full": (("UPDATE people SET capacity = 0 WHERE id = 'petrov'",), "petrov: set up otherwise"),
    "a rival has left": (("UPDATE people SET active = 0 WHERE id = 'petrov'",), "petrov: set up otherwise"),
    "a rival has another name": (("UPDATE people SET name = 'Иван' WHERE id = 'petrov'",), "petrov: set up"),
    "a rival stands last": (("UPDATE people SET position = 99 WHERE id = 'petrov'",), ORDER),
    "a rival has no duty": (("DELETE FROM shifts WHERE person = 'petrov'",), "the office: its shifts are"),
    "a duty more": (
        (A_DUTY,),
        "the office: its shifts are",
    ),
    "other hours": (("UPDATE offices SET settings = json_set(settings, '$.hours', json('[]'))",), THE_OFFICE),
    "turns are free": (
        ("UPDATE offices SET settings = json_set(settings, '$.decline_costs_turn', json('false'))",),
        THE_OFFICE,
    ),
    "clients are forgotten at night": (
        ("UPDATE offices SET settings = json_set(settings, '$.retention_months', 1)",),
        THE_OFFICE,
    ),
    "the office has another name": (("UPDATE offices SET name = 'Двери'",), THE_OFFICE),
    "the key of accounts": (("UPDATE offices SET account_key = 'x'",), "anna: set up otherwise"),
    "other keywords": (
        (
            "UPDATE segments SET settings = json_set(settings, '$.match.keywords', json('[\"x\"]')) WHERE id = 'queue'",
        ),
        "segment queue: set up otherwise",
    ),
    "another segment comes first": (("UPDATE segments SET position = -1 WHERE id = 'rest'",), ORDER),
    "a segment is retired": (("UPDATE segments SET active = 0 WHERE id = 'queue'",), "segment queue: set up"),
    "all clients are his": (("UPDATE clients SET owner = 'kim' WHERE owner <> 'kim'",), "lead "),
    "a client is his since the day before": (
        ("UPDATE clients SET last_at = '2026-11-01 00:00:00.000000' WHERE owner = 'petrov'",),
        "lead ",
    ),
    "a client of somebody else's is nobody's": (
        (
            "UPDATE clients SET owner = NULL, last_at = NULL WHERE id = (SELECT client FROM leads WHERE number = 3)",
        ),
        "lead ",
    ),
    "two clients are one by a row": (
        (A_JOIN,),
        "leads [2] and [3]: that their clients are one",
    ),
    "an open lead is never looked at": ((f"UPDATE leads SET due_at = NULL WHERE id = {OPEN}",), "lead "),
    "nor with its kind": ((f"UPDATE leads SET due_at = NULL, due_kind = NULL WHERE id = {OPEN}",), "lead "),
    "an open lead sleeps for long": (
        (f"UPDATE leads SET due_at = '{FAR}' WHERE id = {OPEN}",),
        "lead ",
    ),
    "an offer waits for a day": (
        (
            "UPDATE leads SET due_at = datetime(due_at, '+1 day') || '.000000' WHERE due_kind IN ('ack', 'step')",
        ),
        "lead ",
    ),
    "nobody is reminded": (
        (f"UPDATE leads SET due_at = '{FAR}' WHERE id = {HELD}",),
        "lead ",
    ),
    "no evening message": (
        ("UPDATE offices SET summary_due = '2099-01-01 00:00:00.000000'",),
        "the office: its next evening message",
    ),
    "tomorrow was told already": (
        ("INSERT INTO summaries (office, day, at) VALUES (1, '2030-01-01', '2026-11-23 00:00:00.000000')",),
        "summaries: 2030-01-01",
    ),
    "a trigger": (
        ("CREATE TRIGGER his AFTER INSERT ON leads BEGIN UPDATE people SET capacity = 0; END",),
        "the database: the trigger his",
    ),
    "a view": (("CREATE VIEW his AS SELECT value FROM contacts",), "the database: the view his"),
    "a table": (("CREATE TABLE his (phone TEXT)",), "the database: the table his"),
    "an index": (("CREATE INDEX his ON contacts (value)",), "the database: the index his"),
    "an index of ours is gone": (("DROP INDEX ix_leads_due",), "the database: the index ix_leads_due"),
    "the last entry is gone": (
        ("DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)",),
        "the office: its ledger had ",
    ),
    "the office counts fewer entries": (
        ("UPDATE offices SET ledger_length = ledger_length - 1",),
        "the office: its ledger had ",
    ),
    "an older set-up is called the last": (
        ("UPDATE offices SET set_up_entry = 1",),
        "the office: entry 1 is said",
    ),
}
"""What he does, and how it is named."""

NOT_NAMED: dict[str, tuple[str, str]] = {
    "the client's words": (
        "UPDATE touches SET text = 'x' WHERE lead = 3",
        "no entry holds what a client said",
    ),
    "the client's name": ("UPDATE touches SET name = 'x' WHERE lead = 3", "no entry holds who it is"),
    "a client comes as somebody new": (
        "DELETE FROM contacts WHERE client = (SELECT client FROM leads WHERE number = 3)",
        "no entry holds by what a client is recognised",
    ),
    "a lead is another client's": (
        ANOTHER_CLIENT,
        "no entry holds who the client of a lead is",
    ),
    "whose draft it was": (
        "UPDATE leads SET secretary = 'orlova' WHERE number = 3",
        "of it nothing is decided",
    ),
    "somebody reads English": (
        "UPDATE people SET locale = 'en' WHERE id = 'kim'",
        "of it nothing is decided",
    ),
    "somebody is not reached": (
        "UPDATE people SET reachable = 0 WHERE id = 'petrov'",
        "Telegram tells that, and may tell otherwise a moment later; his next /start puts it right",
    ),
    "an open lead is looked at too soon": (
        "UPDATE leads SET due_at = '2026-11-23 07:00:00.000000' WHERE due_at IS NOT NULL",
        "a lapse before its time is named, when there is one",
    ),
    "the next updates are heard already": (
        "INSERT INTO updates (id, at) VALUES (99999999, '2026-11-23 07:00:00.000000')",
        "only Telegram knows which there were",
    ),
    "a tap in the head's name waits": (
        "INSERT INTO set_aside (id, at, error, body) VALUES (9, '2026-11-23 07:00:00.000000', 'x', '{}')",
        "what Telegram has sent is sealed nowhere; the administrator sees it before he tries it again",
    ),
    "this day was told already": (
        TODAY,
        "an office may have changed the hour; whoever keeps the seals misses the day's",
    ),
    "a draft more": (
        A_DRAFT,
        "a draft is nobody's before it is handed over, which is an entry",
    ),
    "a note in somebody's chat": (
        "UPDATE cards SET payload = '{}' WHERE kind = 'note'",
        "what is shown is drawn from what is stored, and decides nothing",
    ),
}
"""What he does, and why nobody can tell; `docs/verify.md` says so."""


@pytest.mark.parametrize("deed", NAMED)
def test_it_is_named(forger: Forger, deed: str) -> None:
    statements, words = NAMED[deed]
    for statement in statements:
        forger.does(statement)
    said = forger.caught()
    assert any(line.startswith(words) for line in said), said


@pytest.mark.parametrize("deed", NOT_NAMED)
def test_of_this_nobody_can_tell(forger: Forger, deed: str) -> None:
    """Should one of these be named one day, it moves up, and the docs say so."""
    statement, _ = NOT_NAMED[deed]
    forger.write(statement)
    assert forger.caught() == []


def test_no_sentence_holds_a_clients_phone(forger: Forger) -> None:
    forger.write("UPDATE clients SET owner = 'anna'")
    caught = forger.caught()
    assert caught and not any("+7" in line for line in caught)
