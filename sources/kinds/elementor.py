"""Elementor Pro's form, action Webhook: the fields by their labels, or with *Advanced data* each with its id and type.

https://elementor.com/help/form-widget-pro/: no secret but the address, nothing is sent twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from leads.inquiries import Inquiry
from leads.sources import SourceKind
from sources.adapter import Adapter, Example, every_field, form_of
from sources.bodies import Body
from sources.kinds import form
from sources.trees import Tree, branch, field

TYPES: Final = {"tel": "phone", "email": "email", "textarea": "message"}


def fields_of(tree: Tree) -> Iterator[tuple[str, str]]:
    """With *Advanced data* what is called `fields`, else everything."""
    yield from _fields(tree) if branch(tree, "fields") else every_field(tree)


def _fields(tree: Tree) -> Iterator[tuple[str, str]]:
    """The type of a field says more than its title."""
    for id, one in branch(tree, "fields").items():
        if isinstance(one, Mapping) and (said := field(one, "value", "raw_value")):
            yield TYPES.get(field(one, "type")) or field(one, "title") or str(id), said
    yield "page", field(branch(tree, "meta", "page_url"), "value")


ADAPTER = Adapter(
    SourceKind.ELEMENTOR,
    form_of(fields_of),
    fields=fields_of,
    examples=(
        Example(
            "the fields by their labels",
            Body(
                "",
                form.FORM,
                "Имя=Ирина&Телефон=89600000001&Вопрос=Цена&form_id=a1&form_name=Заявка".encode(),
            ),
            Inquiry(name="Ирина", phones=("89600000001",), text="Цена", source="site"),
            surely=False,
        ),
        Example(
            "advanced data",
            Body(
                "",
                form.FORM,
                "fields[name][id]=name&fields[name][type]=text&fields[name][title]=Имя&fields[name][value]=Ирина"
                "&fields[f2][id]=f2&fields[f2][type]=tel&fields[f2][title]=Связь&fields[f2][value]=89600000001"
                "&meta[page_url][title]=Page&meta[page_url][value]=https://example.test/&form[id]=a1"
                "&form[name]=Заявка".encode(),
            ),
            Inquiry(name="Ирина", phones=("89600000001",), page="https://example.test/", source="site"),
            surely=False,
        ),
    ),
)
