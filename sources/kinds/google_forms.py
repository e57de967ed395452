"""Google Forms: there is no webhook, so the form's owner pastes a script of ours (docs/sources/google_forms.md)."""

from __future__ import annotations

from leads.inquiries import Inquiry
from leads.sources import Source, SourceKind
from sources.adapter import JSON_OK, Adapter, Example
from sources.bodies import Body, Tree, branch, field
from sources.kinds import form


def read(tree: Tree, source: Source) -> Inquiry:
    """Reads the answers by their questions. Raises UnreadableError."""
    return form.read_form(branch(tree, "response", "payload"), source)


ADAPTER = Adapter(
    SourceKind.GOOGLE_FORMS,
    read,
    lambda tree: field(branch(tree, "response"), "id") or None,
    answer=JSON_OK,
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
