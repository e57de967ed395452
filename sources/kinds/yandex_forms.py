"""Yandex Forms: address, headers and body are the customer's, so our own format fits; JSON-RPC is there as well.

https://yandex.ru/support/forms/ru/api-requests: they call over IPv6 alone, so the server has to be reachable so.
"""

from __future__ import annotations

from leads.inquiries import Inquiry
from leads.sources import Source, SourceKind
from sources.adapter import JSON_OK, Adapter, Example
from sources.bodies import Body, UnreadableError
from sources.kinds import form, json
from sources.trees import Tree, branch, field


def read(tree: Tree, source: Source) -> Inquiry:
    """Reads our own format, else whatever fields the form has. Raises UnreadableError."""
    said = _said(tree)
    try:
        return json.read(said, source)
    except UnreadableError:
        return form.read_form(said, source)


def _said(tree: Tree) -> Tree:
    """What is in the envelope of JSON-RPC, where there is one."""
    return branch(tree, "params") if "jsonrpc" in tree else tree


ADAPTER = Adapter(
    SourceKind.YANDEX_FORMS,
    read,
    lambda tree: field(_said(tree), "id", "answer_id") or None,
    answer=JSON_OK,
    examples=(
        Example(
            "our own format, filled in by the form",
            Body(
                "",
                "application/json",
                '{"id": "5", "name": "Ирина", "phone": "+79600000001", "text": "Балкон"}'.encode(),
            ),
            Inquiry(name="Ирина", phones=("+79600000001",), text="Балкон", source="site"),
            key="5",
        ),
        Example(
            "JSON-RPC",
            Body(
                "",
                "application/json",
                '{"jsonrpc": "2.0", "method": "lead", "id": 1, '
                '"params": {"Имя": "Ирина", "Телефон": "89600000001"}}'.encode(),
            ),
            Inquiry(name="Ирина", phones=("89600000001",), source="site"),
        ),
    ),
)
