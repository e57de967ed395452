"""Tilda: a page's form by webhook (form-encoded) and by the marketplace (JSON).

https://help.tilda.cc/webhook: one POST `test=test` at the connection, 200 within five seconds, two more tries a minute
apart. The fields are called what the designer has called them; `tranid` is the form's own number.
"""

from __future__ import annotations

from leads.inquiries import Inquiry
from leads.sources import SourceKind
from sources.adapter import OK, Adapter, Answer, Example, Request
from sources.bodies import Body
from sources.kinds import form
from sources.trees import Tree, field


def greets(_: Request, tree: Tree, __: str) -> Answer | None:
    return OK if form.is_test(tree) else None


def key(tree: Tree) -> str | None:
    return field(tree, "tranid") or None


ADAPTER = Adapter(
    SourceKind.TILDA,
    form.read_form,
    key,
    greets=greets,
    examples=(
        Example(
            "a form of a page",
            Body(
                "",
                form.FORM,
                "Name=Ирина&Phone=%2B7+(960)+000-00-01&Textarea=Остекление+балкона"
                "&tranid=1111111:222222222&formid=form333333333&COOKIES=_ym_uid%3D1".encode(),
            ),
            Inquiry(name="Ирина", phones=("+7 (960) 000-00-01",), text="Остекление балкона", source="site"),
            key="1111111:222222222",
        ),
        Example(
            "the marketplace's JSON",
            Body(
                "",
                "application/json",
                '{"Name": "Ирина", "Phone": "+79600000001", "tranid": "1111111:222222222"}'.encode(),
            ),
            Inquiry(name="Ирина", phones=("+79600000001",), source="site"),
            key="1111111:222222222",
        ),
    ),
)
