"""Google Forms: there is no webhook, so the form's owner pastes a script of ours (docs/sources/google_forms.md)."""

from __future__ import annotations

from collections.abc import Iterable

from leads.inquiries import Inquiry
from leads.sources import SourceKind
from sources.adapter import JSON_OK, Adapter, Example, every_field, form_of
from sources.bodies import Body
from sources.trees import Tree, branch, field


def fields_of(tree: Tree) -> Iterable[tuple[str, str]]:
    """The answers by their questions."""
    return every_field(branch(tree, "response", "payload"))


ADAPTER = Adapter(
    SourceKind.GOOGLE_FORMS,
    form_of(fields_of),
    lambda tree: field(branch(tree, "response"), "id") or None,
    answer=JSON_OK,
    fields=fields_of,
    examples=(
        Example(
            "what the script sends",
            Body(
                "",
                "application/json",
                '{"form": {"id": "1AbC", "title": "Заявка"}, "response": {"id": "2_ABa", '
                '"timestamp": "2026-11-29T07:15:00.000Z", "payload": {"Ваше имя": "Ирина", "Телефон": "89600000001", '
                '"Что нужно": ["Балкон"]}}}'.encode(),
            ),
            Inquiry(name="Ирина", phones=("89600000001",), text="Что нужно: Балкон", source="site"),
            key="2_ABa",
        ),
    ),
)
