"""Masking on whole messages: nothing to reach a client by may be seen, hardly a name, and what remains tells enough."""

from __future__ import annotations

import pytest
from rich.console import Console

from tests.contacts.corpus.reading import PARTS, messages
from tests.contacts.corpus.scores import scores


def test_there_are_two_hundred_messages() -> None:
    assert sum(len(messages(part)) for part in PARTS) >= 200
    assert len(messages("held")) >= 60


@pytest.mark.parametrize("part", PARTS)
def test_no_phone_and_no_address_is_seen(part: str) -> None:
    found = scores(messages(part))
    assert found["phones"].missed == []
    assert found["addresses"].missed == []


@pytest.mark.parametrize("part", PARTS)
def test_hardly_a_name_is_seen_and_hardly_a_word_is_hidden_that_is_none(part: str) -> None:
    found = scores(messages(part))
    for kind, score in found.items():
        Console().print(f"{part} {kind}: recall {score.recall:.3f}, precision {score.precision:.3f}")
    assert found["names"].recall >= 0.97, found["names"].missed
    assert found["names"].precision >= 0.93, found["names"].needless
    assert found["phones"].precision >= 0.97, found["phones"].needless
