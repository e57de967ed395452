"""What is stored: tables, queries, migrations. SQLite by default, PostgreSQL when outgrown; one set of statements."""
