"""Marquiz and quizzes like it: contacts, and the questions with their answers.

The format is of a program that works with it, no document of the vendor's; no signature was seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from leads.inquiries import Inquiry
from leads.sources import SourceKind
from sources.adapter import Adapter, Example, form_of
from sources.bodies import Body
from sources.fields import named
from sources.trees import Tree, branch, field, leaves


def fields_of(tree: Tree) -> Iterator[tuple[str, str]]:
    yield from named(leaves({part: tree.get(part) for part in ("contacts", "answers")}))
    extra = branch(tree, "extra")
    yield "page", field(extra, "href", "referrer")
    yield from named(leaves(branch(extra, "utm")))


ADAPTER = Adapter(
    SourceKind.MARQUIZ,
    form_of(fields_of),
    lambda tree: field(branch(tree, "result"), "id") or field(tree, "id") or None,
    fields=fields_of,
    examples=(
        Example(
            "a quiz",
            Body(
                "",
                "application/json",
                '{"quiz": {"id": "q1", "name": "Подбор окна"}, "contacts": {"name": "Ирина", "phone": "+79600000001", '
                '"email": "i@example.test"}, "answers": [{"q": "Сколько окон?", "a": "3"}, '
                '{"q": "Что нужно?", "a": ["Балкон", "Сетка"]}], '
                '"extra": {"href": "https://example.test/?utm_source=vk", "ip": "192.0.2.7"}}'.encode(),
            ),
            Inquiry(
                name="Ирина",
                phones=("+79600000001",),
                contacts=("i@example.test",),
                text="Сколько окон?: 3\nЧто нужно?: Балкон, Сетка",
                page="https://example.test/?utm_source=vk",
                advert=("vk",),
                source="site",
            ),
            surely=False,
        ),
    ),
)
