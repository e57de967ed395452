"""No entry holds anything that somebody typed: wherever a text stands in one, another text is refused and named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leads.proof.audit import Broken
from leads.proof.forms import CODES, FORMS, KINDS, check_forms, check_shape
from tests.tampering.forger import Forger, Line
from tests.tampering.test_sealed_anew import put

WORDS = st.text(min_size=1).filter(lambda text: not any(form.fullmatch(text) for form in FORMS))


def texts_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, str):
        yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield from texts_in(each, (*path, key))


def refused(line: Line, body: dict[str, Any]) -> bool:
    try:
        check_shape(line.kind, line.lead, body)
    except Broken:
        return True
    return False


@given(data=st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_words_in_any_place_are_refused(forger: Forger, data: st.DataObject) -> None:
    line = data.draw(st.sampled_from([each for each in _lines(forger) if list(texts_in(each.body))]))
    path = data.draw(st.sampled_from(list(texts_in(line.body))))
    words = data.draw(WORDS)
    assert refused(line, put(line.body, path, words)), f"{line.kind} {path}: {words!r}"


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_code_of_a_closed_list_is_no_other_code(forger: Forger, data: st.DataObject) -> None:
    """Where one of a few words may stand, an id or a digest may not: it could be ground."""
    line = data.draw(st.sampled_from([each for each in _lines(forger) if _coded(each)]))
    path = data.draw(st.sampled_from(_coded(line)))
    assert refused(line, put(line.body, path, data.draw(st.from_regex("[0-9a-f]{32}", fullmatch=True))))


@pytest.mark.parametrize("kind", KINDS)
def test_verify_names_the_place(forger: Forger, kind: str) -> None:
    seq = forger.first(kind)
    line = forger.lines()[seq - 1]
    path = next(iter(texts_in(line.body)), None)
    if path is None:
        return
    forger.puts(seq, line.but(**put(line.body, path, "подобрано №123456")))
    (said,) = forger.caught()
    assert said.startswith(f"ledger entry {seq}: "), said
    forger.back()


def test_a_source_of_an_older_ledger_may_be_what_a_file_called_it() -> None:
    check_forms("imported", {"source": "Авито / Яндекс"}, is_old=True)
    with pytest.raises(Broken, match=r"imported\.source holds"):
        check_forms("imported", {"source": "Авито / Яндекс"})
    with pytest.raises(Broken, match=r"unreachable\.why holds"):
        check_forms("unreachable", {"why": "Авито / Яндекс"}, is_old=True)


def test_every_key_that_has_a_closed_list_is_one_of_an_entry() -> None:
    assert {place.partition(".")[0] for place in CODES} <= set(KINDS)


_KEPT: dict[str, list[Line]] = {}


def _lines(forger: Forger) -> list[Line]:
    """Of each kind the first few."""
    if not _KEPT:
        for line in forger.lines():
            of_kind = _KEPT.setdefault(line.kind, [])
            if len(of_kind) < 5:
                of_kind.append(line)
    return [line for lines in _KEPT.values() for line in lines]


def _coded(line: Line) -> list[tuple[Any, ...]]:
    return [path for path in texts_in(line.body) if f"{line.kind}.{path[0]}" in CODES]
