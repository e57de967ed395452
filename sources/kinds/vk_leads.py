"""VK: lead forms of a community, by its Callback API.

https://dev.vk.com/api/callback/getting-started: at the connection a code is asked for, each event is answered `ok`, and
comes again until it is. The secret of the source is `secret:code`: the key that is put in there, and the code that VK
shows. The newer lead forms of VK Реклама are another product, which was not tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from leads.inquiries import Inquiry
from leads.sources import SourceKind
from sources.adapter import OK, Adapter, Answer, Example, Request, are_same, form_of
from sources.bodies import Body
from sources.trees import Tree, branch, field

LEAD: Final = "lead_forms_new"
CALLED: Final = {
    "full_name": "name",
    "first_name": "name",
    "last_name": "last name",
    "patronymic_name": "surname",
    "phone_number": "phone",
    "email": "email",
}


def proves(_: Request, tree: Tree, secret: str) -> bool:
    said = field(tree, "secret")
    return not said or are_same(said, secret.partition(":")[0])


def greets(_: Request, tree: Tree, secret: str) -> Answer | None:
    """Answers the handshake with the code; of all other events there is nothing to be read."""
    kind = field(tree, "type")
    if kind == "confirmation":
        return Answer(secret.partition(":")[2])
    return None if kind in {LEAD, ""} else OK


def fields_of(tree: Tree) -> Iterator[tuple[str, str]]:
    answers = branch(tree, "object").get("answers")
    for one in answers if isinstance(answers, list) else ():
        if isinstance(one, dict) and (said := field(one, "answer")):
            key = field(one, "key")
            yield CALLED.get(key) or field(one, "question") or key, said


def key(tree: Tree) -> str | None:
    return field(branch(tree, "object"), "lead_id") or field(tree, "event_id") or None


ADAPTER = Adapter(
    SourceKind.VK_LEADS,
    form_of(fields_of),
    key,
    proves=proves,
    greets=greets,
    fields=fields_of,
    examples=(
        Example(
            "a lead",
            Body(
                "",
                "application/json",
                '{"type": "lead_forms_new", "event_id": "e1", "group_id": 1, "object": {"lead_id": 7, "group_id": 1, '
                '"user_id": 2, "form_id": 3, "form_name": "Замер", "ad_id": 4, "answers": ['
                '{"key": "first_name", "question": "Имя", "answer": "Ирина"}, '
                '{"key": "phone_number", "question": "Телефон", "answer": "+79600000001"}, '
                '{"key": "custom_0", "question": "Сколько окон", "answer": "3"}]}}'.encode(),
            ),
            Inquiry(name="Ирина", phones=("+79600000001",), text="Сколько окон: 3", source="site"),
            key="7",
        ),
    ),
)
