"""Each kind of source: its documented body, what varies of it, and what is no body of anybody's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.inquiries import Happened, Inquiry
from leads.sources import Source, SourceKind
from sources.adapter import Adapter, Example
from sources.bodies import Body, UnreadableError, tree_of
from sources.kinds import ADAPTERS

EXAMPLES = [(adapter, one) for adapter in ADAPTERS.values() for one in adapter.examples]
TYPES = ("", "application/json", "multipart/form-data", "multipart/form-data; boundary=a", "x; charset=y")
NAMES = [f"{adapter.kind}-{one.title}" for adapter, one in EXAMPLES]


def source(kind: SourceKind) -> Source:
    return Source("site", "Сайт", kind)


@pytest.mark.parametrize(("adapter", "example"), EXAMPLES, ids=NAMES)
def test_the_documented_body_is_read(adapter: Adapter, example: Example) -> None:
    assert adapter.read_body(example.body, source(adapter.kind)) == example.lead
    assert adapter.key(tree_of(example.body)) == example.key


@pytest.mark.parametrize(("adapter", "example"), EXAMPLES, ids=NAMES)
def test_a_body_that_is_cut_anywhere_is_read_or_refused_and_nothing_else(
    adapter: Adapter, example: Example
) -> None:
    content = example.body.content
    for end in range(0, len(content), 7):
        read(adapter, Body(example.body.query, example.body.content_type, content[:end]))


@pytest.mark.parametrize("kind", ADAPTERS)
@given(content=st.binary(max_size=200), content_type=st.sampled_from(TYPES))
def test_rubbish_is_refused(kind: SourceKind, content: bytes, content_type: str) -> None:
    read(ADAPTERS[kind], Body("", content_type, content))


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
KEYS = st.sampled_from(
    "contacts answers extra form response user_column_data object fields meta params jsonrpc json phone".split()  # noqa: SIM905
)


@pytest.mark.parametrize("kind", ADAPTERS)
@given(tree=st.dictionaries(KEYS | st.text(max_size=8), TREES, max_size=6))
def test_whatever_stands_where_something_else_should_is_refused(
    kind: SourceKind, tree: dict[str, object]
) -> None:
    adapter = ADAPTERS[kind]
    adapter.key(tree)
    try:
        adapter.read(tree, source(kind))
    except UnreadableError:
        return


def read(adapter: Adapter, body: Body) -> Inquiry | None:
    try:
        return adapter.read_body(body, source(adapter.kind))
    except UnreadableError:
        return None


@pytest.mark.parametrize("said", ["true", "1", True, 1, "да"])
def test_a_yes_is_one_however_it_is_sent(said: object) -> None:
    called = {"callerphone": "79600000001", "callphase": "callcompleted", "successful": said}
    answered = ADAPTERS[SourceKind.CALLTOUCH].read(called, source(SourceKind.CALLTOUCH))
    assert answered and answered.happened is Happened.ANSWERED
    ended = {"contact_phone_number": "79600000001", "notification_name": "Завершён", "is_lost": said}
    lost = ADAPTERS[SourceKind.UIS].read(ended, source(SourceKind.UIS))
    assert lost and lost.happened is Happened.MISSED


def test_a_tick_in_a_form_is_a_tick_in_every_language() -> None:
    body = Body("", "application/json", '{"phone": "+79600000001", "Балкон": true, "Дача": false}'.encode())
    form = read(ADAPTERS[SourceKind.FORM], body)
    assert form and form.text == "Балкон: ✓\nДача: ✗"
