"""Fairlead's own format, as of `POST /leads`: for whoever can say in which form they send."""

from __future__ import annotations

from leads.inquiries import Inquiry
from leads.sources import Source, SourceKind
from sources.adapter import JSON_OK, Adapter, Example
from sources.bodies import Body, UnreadableError
from sources.own_format import Sent, WrongFieldsError, inquiry_of
from sources.trees import Tree, field


def read(tree: Tree, source: Source) -> Inquiry:
    """Reads our own format; without a source of its own, what is sent says from where it is. Raises UnreadableError."""
    try:
        sent = Sent.of(tree)
    except WrongFieldsError as error:
        raise UnreadableError(", ".join(sorted(error.fields))) from None
    return inquiry_of(sent, source.id or sent.source or None)


def key(tree: Tree) -> str | None:
    return field(tree, "id") or None


ADAPTER = Adapter(
    SourceKind.JSON,
    read,
    key,
    answer=JSON_OK,
    examples=(
        Example(
            "our own format",
            Body(
                "",
                "application/json",
                '{"id": "17", "name": "Ирина", "phone": "+79600000001", "text": "Остекление балкона", '
                '"page": "https://example.test/balkon", "utm": {"source": "yandex", "campaign": "okna"}}'.encode(),
            ),
            Inquiry(
                name="Ирина",
                phones=("+79600000001",),
                text="Остекление балкона",
                page="https://example.test/balkon",
                advert=("yandex", "okna"),
                source="site",
            ),
            key="17",
        ),
    ),
)
