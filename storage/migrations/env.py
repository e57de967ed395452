"""Run by Alembic, on the connection that `storage.migrate` hands over and inside its transaction.

Nothing is configured for logging: that belongs to the program.
"""

from __future__ import annotations

from alembic import context

from storage.tables.base import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter a column in place
)
with context.begin_transaction():
    context.run_migrations()
