"""What all tables have in common: the names of keys and indexes, whose row it is, and who is meant in it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, Text

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

RowId = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows only in an INTEGER key


def office_key(primary_key: bool = False) -> Column[int]:
    return Column("office", ForeignKey("offices.id"), primary_key=primary_key, nullable=False)


def person_key(name: str, nullable: bool = True) -> tuple[Column[str], ForeignKeyConstraint]:
    return Column(name, Text, nullable=nullable), ForeignKeyConstraint(
        ["office", name], ["people.office", "people.id"]
    )
