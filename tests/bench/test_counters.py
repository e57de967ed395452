"""What counts as a statement, and which transactions write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text

from bench.cost import counters
from bench.cost.counters import Counting, Counts


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = create_engine("sqlite://")
    with engine.begin() as conn:
        conn.execute(text("CREATE TABLE marks (id INTEGER PRIMARY KEY, word TEXT)"))
    yield engine
    engine.dispose()


@pytest.fixture
def counting() -> Iterator[Counting]:
    counting = Counting()
    counting.start()
    yield counting
    counting.stop()


def test_a_transaction_that_only_reads_is_no_commit(engine: Engine, counting: Counting) -> None:
    with engine.begin() as conn:
        conn.execute(text("SELECT 1"))
        conn.execute(text("SELECT 2"))
    assert counting.counts == Counts(statements=2, reading=1)


def test_one_that_changes_something_is(engine: Engine, counting: Counting) -> None:
    with engine.begin() as conn:
        conn.execute(text("SELECT 1"))
        conn.execute(text("INSERT INTO marks (word) VALUES ('met')"))
    assert counting.counts == Counts(statements=2, writing=1, commits=1)


def test_what_is_rolled_back_is_a_transaction_and_no_commit(engine: Engine, counting: Counting) -> None:
    with engine.connect() as conn:
        conn.execute(text("UPDATE marks SET word = 'met'"))
        conn.rollback()
    assert counting.counts == Counts(statements=1, writing=1)


def test_many_rows_at_once_are_one_statement_and_brackets_are_none(
    engine: Engine, counting: Counting
) -> None:
    with engine.connect() as conn:
        conn.exec_driver_sql("BEGIN IMMEDIATE")
        conn.execute(text("INSERT INTO marks (word) VALUES (:word)"), [{"word": "a"}, {"word": "b"}])
        conn.commit()
    assert counting.counts.statements == 1


def test_a_transaction_that_is_ended_in_words_counts_once(counting: Counting, tmp_path: Path) -> None:
    by_hand = create_engine(f"sqlite:///{tmp_path}/marks.db", isolation_level="AUTOCOMMIT")
    with by_hand.connect() as conn:
        conn.exec_driver_sql("BEGIN")
        conn.exec_driver_sql("CREATE TABLE marks (word TEXT)")
        conn.exec_driver_sql("INSERT INTO marks VALUES ('met')")
        conn.exec_driver_sql("COMMIT")
    by_hand.dispose()
    assert counting.counts == Counts(statements=2, writing=1, commits=1)


def test_nothing_is_counted_after_the_end(engine: Engine, counting: Counting) -> None:
    counting.stop()
    with engine.begin() as conn:
        conn.execute(text("SELECT 1"))
    counting.start()
    assert counting.counts == Counts()


def test_another_process_reads_the_newest_counts_in_the_file(engine: Engine, tmp_path: Path) -> None:
    file = counters.empty(tmp_path / "counts")
    before = counters.read(file)
    with file.open("r+b", buffering=0) as kept:
        counting = Counting(counters.written_to(kept))
        counting.start()
        with engine.begin() as conn:
            conn.execute(text("SELECT 1"))
        counting.stop()
    assert counters.read(file) - before == Counts(statements=1, reading=1)
