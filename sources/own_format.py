"""The body of `POST /leads`: checked field by field, so that each mistake is named where it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    WithJsonSchema,
    model_validator,
)

from leads.inquiries import Inquiry
from leads.office import Office
from sources.fields import UTM
from sources.trees import text_of

Line = Annotated[str, Field(max_length=500), AfterValidator(str.strip)]
"""Measured as it was sent, as the description says it; then without the blanks around it."""
Number = Annotated[
    str,
    BeforeValidator(lambda raw: str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw),
    Field(max_length=500),
    AfterValidator(str.strip),
    WithJsonSchema({"type": ["string", "integer"], "maxLength": 500}),
]
"""Programs that keep a phone as a number send it so."""
Words = Annotated[str, Field(max_length=8192), AfterValidator(str.strip)]
MARKS: Final = tuple(name.removeprefix("utm_") for name in UTM)
MOST_MARKS: Final = 20


class WrongFieldsError(Exception):
    """Says what is wrong with a body, by JSON pointer (RFC 6901); `/` alone: with the whole of it."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


class Sent(BaseModel):
    """A lead as another program tells of it. All but one of `phone`, `email` and `text` may be left out."""

    model_config = ConfigDict(extra="ignore")

    id: Annotated[
        Number | None, Field(description="What the sender calls it: sent again, it is the same")
    ] = None
    source: Annotated[Line | None, Field(description="The id of a source of the office, or any name")] = None
    name: Annotated[Line | None, Field(description="The client's name")] = None
    phone: Annotated[Number | None, Field(description="The client's number, however it is written")] = None
    email: Annotated[Line | None, Field(description="The client's address")] = None
    text: Annotated[Words | None, Field(description="What the client wants, in their words")] = None
    page: Annotated[
        Annotated[str, Field(max_length=2000), AfterValidator(str.strip)] | None,
        Field(description="Where they wrote it"),
    ] = None
    utm: Annotated[
        dict[Annotated[str, Field(max_length=50)], Line | None] | None,
        Field(
            max_length=MOST_MARKS,
            description="What had led them there: source, medium, campaign, content, term",
        ),
    ] = None
    at: Annotated[AwareDatetime | None, Field(description="When it was, with an offset")] = None
    region: Annotated[Line | None, Field(description="Where the client is")] = None
    segment: Annotated[Line | None, Field(description="The id of a segment: before the rules")] = None
    owner: Annotated[Line | None, Field(description="The id of the manager who looks after the client")] = (
        None
    )

    @model_validator(mode="after")
    def _somebody_is_meant(self) -> Self:
        if not (self.phone or self.email or self.text):
            raise ValueError("give one of phone, email, text")
        return self

    @classmethod
    def of(cls, body: Any) -> Self:
        """Raises WrongFieldsError."""
        try:
            return cls.model_validate(body)
        except ValidationError as error:
            raise WrongFieldsError(
                {_pointer(one["loc"]): _said(one["msg"]) for one in error.errors()}
            ) from None


def wrong_in_office(sent: Sent, office: Office) -> dict[str, str]:
    """Returns what this office knows nothing of, by JSON pointer."""
    wrong = {}
    if sent.segment and not any(one.id == sent.segment and not one.retired for one in office.segments):
        wrong["/segment"] = "no segment has this id"
    if sent.owner and not office.has(sent.owner):
        wrong["/owner"] = "nobody has this id"
    if sent.phone and not any(sign.isdigit() for sign in sent.phone) and not (sent.email or sent.text):
        wrong["/phone"] = "this is no telephone number"
    return wrong


def inquiry_of(sent: Sent, source: str | None) -> Inquiry:
    """`source`: by which it came."""
    marks = {key.removeprefix("utm_"): said for key, said in (sent.utm or {}).items() if said}
    return Inquiry(
        name=sent.name or None,
        phones=(sent.phone,) if sent.phone else (),
        contacts=(sent.email,) if sent.email else (),
        text=sent.text or "",
        page=sent.page or None,
        advert=tuple(text_of(marks[name]) for name in MARKS if marks.get(name)),
        source=source,
        region=sent.region or None,
        segment=sent.segment or None,
        owner=sent.owner or None,
        at=sent.at,
    )


def _pointer(path: Iterable[str | int]) -> str:
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in path)
    return "/" + "/".join(steps)


def _said(message: str) -> str:
    return message.removeprefix("Value error, ")
