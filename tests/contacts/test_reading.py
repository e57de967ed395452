"""What is read out of the messages of an album together."""

from __future__ import annotations

import pytest

from contacts.reading import Letter, join, read_client
from files.office_file import parse_office
from tests.offices import OFFICE


@pytest.mark.parametrize(
    ("first", "more", "found"),
    [
        ("8 843 200-00-01", "8 843 200-00-02", 2),
        ("8 843 200-00-01", "+78432000001", 1),
        ("окна", "8 843 200-00-02", 1),
        ("окна", "балкон", 0),
        ("8 843 200-00-01, 8 843 200-00-02", "8 843 200-00-01", 2),
    ],
)
def test_an_album_has_the_numbers_of_all_its_messages(first: str, more: str, found: int) -> None:
    """Where a second number stands, an erasure looks for a second client."""
    office = parse_office(OFFICE, "office.toml")
    letters = [Letter(1, n, text, "photo", album="7") for n, text in enumerate((first, more))]
    clients = [read_client(letter, office) for letter in letters]
    assert len(join(*clients).phones) == found
