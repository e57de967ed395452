"""The description of `POST /leads` in OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0), made of what is checked."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from leads.lead import State
from sources.own_format import Sent

_MISTAKES: Final = {
    "400": "This is no JSON object",
    "401": "The token is missing or wrong",
    "408": "The body took too long",
    "413": "The body is larger than 1 MB",
    "415": "Send application/json",
    "422": "A message for each field that is wrong, by its JSON pointer",
    "429": "Too many at once: `Retry-After` says in how many seconds",
    "503": "It could not be stored: send it again",
}


@cache
def description() -> dict[str, Any]:
    """Returns the whole document."""
    schema = Sent.model_json_schema(ref_template="#/components/schemas/{model}")
    schema["anyOf"] = [_says(name, pattern) for name, pattern in _ONE_OF.items()]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Fairlead", "version": "1", "summary": "Leads from other programs"},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Lead": schema, "Accepted": _accepted(), "Errors": _errors()},
        },
        "paths": {"/leads": {"post": _post()}},
    }


_ONE_OF: Final = {"phone": "[0-9]", "email": r"\S", "text": r"\S"}
"""One of these there must be, and what makes it one."""


def _says(name: str, pattern: str) -> dict[str, Any]:
    types = ["string", "integer"] if name == "phone" else "string"
    return {"required": [name], "properties": {name: {"type": types, "pattern": pattern}}}


def _post() -> dict[str, Any]:
    key = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "maxLength": 255}}
    taken = {"202": "It is taken in", "200": "It came before: nothing has changed"}
    return {
        "operationId": "handOver",
        "summary": "Takes in a lead, once for each Idempotency-Key",
        "security": [{"token": []}],
        "parameters": [key],
        "requestBody": {"required": True, "content": _content("Lead")},
        "responses": {
            **{code: {"description": said, "content": _content("Accepted")} for code, said in taken.items()},
            **{code: _mistake(code, said) for code, said in _MISTAKES.items()},
        },
    }


def _mistake(code: str, said: str) -> dict[str, Any]:
    is_told = code not in {"408", "413", "503"}
    return {"description": said, "content": _content("Errors")} if is_told else {"description": said}


def _content(schema: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _accepted() -> dict[str, Any]:
    states = [state.value for state in State]
    return {
        "type": "object",
        "required": ["lead", "state"],
        "properties": {
            "lead": {
                "type": ["integer", "null"],
                "description": "Its number; null while it is a draft, which somebody has to hand over, or not read yet",
            },
            "state": {"type": "string", "enum": [*states, "stored", "gone"]},
            "duplicate": {"type": "boolean"},
        },
    }


def _errors() -> dict[str, Any]:
    by_field = {"type": "object", "additionalProperties": {"type": "string"}}
    return {"type": "object", "required": ["errors"], "properties": {"errors": by_field}}
