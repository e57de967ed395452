"""Anything with fields: a form of one's own, WebAsk, WPForms, Gravity Forms, whatever sends names and values."""

from __future__ import annotations

from typing import Final

from leads.inquiries import Inquiry
from leads.sources import Source, SourceKind
from sources.adapter import Adapter, Example, every_field, form_of
from sources.bodies import Body
from sources.fields import gather, tells_whom
from sources.trees import Tree, field, says_yes

KEYS = ("tranid", "lead_id", "entry_id", "submission_id", "request_id", "id")
"""By which of its fields a form is known, the surest first."""


_NO_SOURCE: Final = Source("", "", SourceKind.FORM)

read_form = form_of(every_field)


def read(tree: Tree, source: Source) -> Inquiry | None:
    return None if is_test(tree) else read_form(tree, source)


def is_test(tree: Tree) -> bool:
    """Tells whether it is but a test of the address, and nobody is named in it."""
    says_so = field(tree, "test").casefold() == "test" or says_yes(tree, "test")
    return says_so and not tells_whom(gather(every_field(tree), _NO_SOURCE))


def key(tree: Tree) -> str | None:
    return field(tree, *KEYS) or None


FORM = "application/x-www-form-urlencoded"

ADAPTER = Adapter(
    SourceKind.FORM,
    read,
    key,
    examples=(
        Example(
            "fields of a form",
            Body("", FORM, "name=Ирина&phone=%2B7+960+000-00-01&comment=Балкон&id=17".encode()),
            Inquiry(name="Ирина", phones=("+7 960 000-00-01",), text="Балкон", source="site"),
            key="17",
        ),
        Example(
            "the address alone",
            Body("name=Ирина&tel=89600000001", "", b""),
            Inquiry(name="Ирина", phones=("89600000001",), source="site"),
        ),
        Example("a test of the address", Body("", FORM, b"test=test"), None),
    ),
)
