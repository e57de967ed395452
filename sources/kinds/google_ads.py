"""Google Ads: the form of an advertisement.

https://developers.google.com/google-ads/webhook/docs/implementation: the key that was put in there comes with every
lead, `is_test` with the button that sends an invented one; fields that are not known are to be ignored.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from leads.inquiries import Inquiry
from leads.sources import SourceKind
from sources.adapter import EMPTY, Adapter, Answer, Example, Request, also_in_body, form_of
from sources.bodies import Body
from sources.trees import Tree, field, says_yes

CALLED: Final = {
    "FULL_NAME": "name",
    "FIRST_NAME": "name",
    "LAST_NAME": "last name",
    "PHONE_NUMBER": "phone",
    "WORK_PHONE": "phone",
    "EMAIL": "email",
    "WORK_EMAIL": "email",
}


def greets(_: Request, tree: Tree, __: str) -> Answer | None:
    return EMPTY if says_yes(tree, "is_test") else None


def fields_of(tree: Tree) -> Iterator[tuple[str, str]]:
    columns = tree.get("user_column_data")
    for one in columns if isinstance(columns, list) else ():
        if isinstance(one, dict) and (said := field(one, "string_value")):
            id = field(one, "column_id")
            yield CALLED.get(id) or field(one, "column_name") or id, said


ADAPTER = Adapter(
    SourceKind.GOOGLE_ADS,
    form_of(fields_of),
    lambda tree: field(tree, "lead_id") or None,
    answer=EMPTY,
    proves=also_in_body("google_key"),
    greets=greets,
    fields=fields_of,
    examples=(
        Example(
            "a lead",
            Body(
                "",
                "application/json",
                '{"lead_id": "TeSter-1", "api_version": "1.0", "form_id": 1, "campaign_id": 2, "gcl_id": "x", '
                '"user_column_data": [{"column_id": "FULL_NAME", "column_name": "Full name", "string_value": "Ирина"}, '
                '{"column_id": "PHONE_NUMBER", "string_value": "+79600000001"}, '
                '{"column_id": "CITY", "column_name": "City", "string_value": "Казань"}]}'.encode(),
            ),
            Inquiry(name="Ирина", phones=("+79600000001",), text="City: Казань", source="site"),
            key="TeSter-1",
        ),
    ),
)
