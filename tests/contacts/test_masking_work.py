"""Masking takes work in proportion to the text, whatever it is made of: steps are counted, not seconds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any, SupportsIndex, overload

import pytest

from contacts import masking, tokens
from contacts.dictionary import look_up
from contacts.name_classes import sense_of
from contacts.tokens import Token

LENGTH = 1024
SHAPES = [
    *(
        "a.a.a.",
        "1-1-1-",
        "\n",
        "@@@",
        "собака ",
        "точка ",
        "девять ",
        "АБВГ",
        "я",
        "я\u0301",
        "(((",
        "(1",
        "_",
    ),
    *(
        "Иван ",
        "И.О. ",
        "тел ",
        "тг ",
        "x:",
        "/",
        "8 916 ",
        "100 ",
        "1.1.",
        "12:30 ",
        "клиент ",
        "ул. ",
        "имя: ",
    ),
    *(
        "А ",
        "mail ru ",
        "., ",
        "а-",
        "①",
        "\u200b",
        "@ ",
        "руб 1",
        "1*1",
        "100 руб ",
        "ИП ",
        "Ли ",
        "x1",
        "89161234567",
    ),
]


class Read(list[Token]):
    """The tokens of a text, which count how often one of them is looked at."""

    looks = 0

    @overload
    def __getitem__(self, place: SupportsIndex) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Read: ...
    def __getitem__(self, place: SupportsIndex | slice) -> Token | Read:
        if isinstance(place, slice):
            part = Read(list.__getitem__(self, place))
            Read.looks += len(part)
            return part
        Read.looks += 1
        return list.__getitem__(self, place)

    def __iter__(self) -> Iterator[Token]:
        Read.looks += len(self)
        return list.__iter__(self)


def steps(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many tokens were looked at, and functions called, to mask it; what the caches know is forgotten."""
    monkeypatch.setattr(masking, "tokens", lambda text: Read(tokens.tokens(text)))
    masking.masked.cache_clear()
    sense_of.cache_clear()
    Read.looks = calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        masking.mask_text(text, ["Иван Петров"], ["+79161234567"])
    finally:
        sys.setprofile(None)
    return calls + Read.looks


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_is_twice_the_work(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    look_up("иван")  # the dictionary is there
    steps(shape * 3, monkeypatch)
    once = steps((shape * LENGTH)[:LENGTH], monkeypatch)
    twice = steps((shape * LENGTH * 2)[: 2 * LENGTH], monkeypatch)
    assert twice < 2.2 * once + 500


@pytest.mark.parametrize("shape", SHAPES)
def test_every_character_is_read_once(shape: str) -> None:
    """The only pattern that reads a text of any length leaves nothing out, and so never begins again."""
    text = (shape * LENGTH)[:LENGTH]
    assert "".join(token.text for token in tokens.tokens(text)) == text


def test_a_text_is_masked_once_however_many_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(text: str) -> list[Token]:
        read.append(text)
        return tokens.tokens(text)

    monkeypatch.setattr(masking, "tokens", noted)
    masking.masked.cache_clear()
    for _ in range(8):
        masking.mask_text("Пётр, 8 916 123-45-67", {"Пётр"}, ["+79161234567"])
    assert len(read) == 1
    masking.mask_text("Пётр, 8 916 123-45-68", {"Пётр"}, ["+79161234567"])
    assert len(read) == 2
