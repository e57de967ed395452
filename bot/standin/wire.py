"""What crosses the wire between a bot and the stand-in: calls, uploads, answers, errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came along in a multipart form."""

    name: str
    data: bytes
    mime_type: str = "application/octet-stream"


Uploads = Mapping[str, Upload]  # by the name of the form field


@dataclass(frozen=True, slots=True)
class Call:
    """One request as it arrived: raw parameters, before any validation."""

    method: str
    params: Mapping[str, Any]
    uploads: Uploads = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: the HTTP status and the JSON object."""

    status: int
    body: JSON

    @classmethod
    def of(cls, result: object) -> Answer:
        return cls(200, {"ok": True, "result": result})


class ApiError(Exception):
    """Telegram refuses a request; `code` is both the HTTP status and `error_code`."""

    def __init__(self, code: int, description: str, parameters: JSON | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> Answer:
        body: JSON = {"ok": False, "error_code": self.code, "description": self.description}
        return Answer(self.code, body | ({"parameters": self.parameters} if self.parameters else {}))


class ConnectionCutError(Exception):
    """The connection drops instead of an answer: the client cannot know whether the request was applied."""


def bad_request(words: str, parameters: JSON | None = None) -> ApiError:
    """Returns a 400. Telegram lower-cases the first letter, except in its server's own SHOUTED errors."""
    return ApiError(400, f"Bad Request: {_lowered(words)}", parameters)


def forbidden(words: str) -> ApiError:
    return ApiError(403, f"Forbidden: {words}")


def too_many_requests(retry_after: int) -> ApiError:
    """Returns a 429; `retry_after` is in whole seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def _lowered(words: str) -> str:
    shouted = len(words) > 1 and (words[1] == "_" or words[1].isupper())
    return words if shouted else words[:1].lower() + words[1:]
