"""What the fields of a form are: by what they are called, in whatever language, else by what stands in them.

Whoever builds a form calls its fields as they like (`your-tel`, `Телефон`, `input_3`): so a phone is found by its shape
where no field says that it is one. What nobody has to read (keys, marks of robots, cookies) is left out of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from contacts.addresses import mails_in
from contacts.normal import normal_text
from contacts.phones import read_phones
from leads.inquiries import Inquiry
from leads.sources import Source
from leads.words import folded

LONGEST_ANSWER: Final = 2000
UTM: Final = ("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")


class Is(Enum):
    """What a field is for."""

    PHONE = auto()
    NAME = auto()
    SURNAME = auto()
    CONTACT = auto()
    TEXT = auto()
    PAGE = auto()
    UTM = auto()
    NOTHING = auto()  # nobody has to read it
    ANSWER = auto()  # to a question, which is what it is called


_PHONE: Final = re.compile(
    r"(?:^|[^a-zа-я])(?:phone|phones|telephone|tel|mobile|whatsapp|тел|телефон\w*|моб\w*|сотовый|ватсап|вотсап)(?:$|[^a-zа-я])"
    r"|phone(?:[_-]?number)?$|^номер для связи"
)
_NAME: Final = re.compile(
    r"^(?:(?:your|client|contact|full|first|user|customer|ваше|полное)[ _-]?)?(?:name|fio|имя|фио)$"
    r"|^(?:как (?:вас|к вам) (?:зовут|обращаться)|представьтесь|контактное лицо|имя (?:и|,)? ?фамилия|ф\. ?и\. ?о\.?)"
    r"|^имя\b|^фио\b|^ваше имя"
)
_SURNAME: Final = re.compile(
    r"^(?:(?:your|last|family)[ _-]?)?(?:surname|lastname|last[ _-]name|фамилия|отчество)$"
)
_CONTACT: Final = re.compile(r"e-?mail|почт|telegram|телеграм|^tg$|^vk$")
_TEXT: Final = re.compile(
    r"^(?:your[ _-]?)?(?:message|text|textarea|comment\w*|сообщение|комментари\w*|текст|вопрос|question|note|notes)$"
)
_PAGE: Final = re.compile(
    r"^(?:page(?:[ _-]?url)?|url|href|referr?er|страница|адрес страницы|form_page|landing\w*)$"
)
_NOTHING: Final = re.compile(
    r"^_|^(?:cookies?|request_?id|tran_?id|form[ _]?(?:id|name)|form|token|secret|api_?key|key|test|is_test|nonce"
    r"|action|ip|user_?agent|remote_ip|client_?id|_?ga|_?ym_\w+|roistat\w*|g-recaptcha\w*|h-captcha\w*|gclid|yclid"
    r"|fbclid|gcl_id|calltouch\w*|post_?id|queried_id|id|timestamp|at|version|value_?type|api_version|credit"
    r"|powered_?by|lang|locale|source|utm)$"
)


_NUMBERED: Final = re.compile(r"[ _-]\d{1,3}$")
"""What builders put behind the name of a field that stands there twice."""


def kind_of(called: str) -> Is:
    """Tells what a field is for by what it is called."""
    name = _NUMBERED.sub("", folded(called).strip(" :*?."))
    if name.startswith("utm"):
        return Is.UTM
    for pattern, found in _BY_NAME:
        if pattern.search(name):
            return found
    return Is.ANSWER


_BY_NAME: Final = (
    (_NOTHING, Is.NOTHING),
    (_SURNAME, Is.SURNAME),
    (_PHONE, Is.PHONE),
    (_NAME, Is.NAME),
    (_CONTACT, Is.CONTACT),
    (_TEXT, Is.TEXT),
    (_PAGE, Is.PAGE),
)


@dataclass(slots=True)
class Gathered:
    """What the fields of one form say, as it is gathered field by field."""

    names: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    page: str | None = None
    utm: dict[str, str] = field(default_factory=dict)

    def put(self, called: str, said: str, kind: Is) -> None:
        """Takes one field; what is called a phone and holds none is an answer all the same."""
        said = said[:LONGEST_ANSWER]
        if kind is Is.PHONE and _digits(said):
            self.phones.append(said)
        elif kind in {Is.NAME, Is.SURNAME} and not _digits(said, 6) and not self._is_another(called):
            self.names.append(said)
        elif kind is Is.CONTACT:
            self.contacts.append(said)
        elif kind is Is.TEXT:
            self.lines.append(said)
        elif kind is Is.PAGE:
            self.page = self.page or said
        elif kind is Is.UTM:
            self.utm["utm_" + called.casefold().removeprefix("utm").lstrip("_")] = said
        elif kind is not Is.NOTHING:
            self._guess(called, said)

    def _is_another(self, called: str) -> bool:
        """Whether it is the second field of a name, and the first one was filled in: somebody else's."""
        return bool(self.names) and _NUMBERED.search(folded(called)) is not None

    def _guess(self, called: str, said: str) -> None:
        """By its shape: a number alone, or an address alone; else it is the answer to what it is called."""
        spelt = normal_text(said).strip()
        if _BARE_PHONE.fullmatch(spelt) and read_phones(said, is_field=True).found:
            self.phones.append(said)
        elif mails_in(spelt) == (spelt.casefold(),):
            self.contacts.append(said)
        else:
            self.lines.append(f"{called}: {said}")

    def inquiry(self, source: str | None) -> Inquiry:
        marks = {**utm_in(self.page), **self.utm}
        return Inquiry(
            name=" ".join(self.names) or None,
            phones=tuple(self.phones),
            contacts=tuple(self.contacts),
            text="\n".join(self.lines),
            page=self.page or None,
            advert=advert_of(marks),
            source=source,
        )


_BARE_PHONE: Final = re.compile(r"\+?[\d\s().-]{7,25}")


def gather(fields: Iterable[tuple[str, str]], source: Source) -> Inquiry:
    """Reads a form out of its fields, called as people see them. What the office has said of its source comes first."""
    found = Gathered()
    for called, said in fields:
        found.put(called, said, _of_source(called, source) or kind_of(called))
    return found.inquiry(source.id)


def _of_source(called: str, source: Source) -> Is | None:
    if source.phone_field is not None and called == source.phone_field:
        return Is.PHONE
    if source.name_field is not None and called == source.name_field:
        return Is.NAME
    return None


def utm_in(page: str | None) -> dict[str, str]:
    """Returns the marks that stand in the address of a page."""
    try:
        asked = parse_qsl(urlsplit(page or "").query)
    except ValueError:
        return {}
    return {name: said for name, said in asked if name in UTM}


def advert_of(marks: dict[str, str]) -> tuple[str, ...]:
    """Returns the marks that say something, in their usual order."""
    return tuple(said for name in UTM if (said := marks.get(name, "").strip()))


_PERSON: Final = re.compile(
    r"client|contact|customer|user|person|lead|fields|data|params|payload|клиент|контакт"
)
"""What a tree is called whose name is a person's."""
_STAFF: Final = re.compile(
    r"^(?:agents?|managers?|operators?|employees?|staff|responsible\w*|assigned\w*|менеджер\w*|оператор\w*|ответственн\w*)$"
)
"""What stands in such a tree is of whoever works there, and not of the client."""


def named(leaves: Iterable[tuple[Sequence[str], str]]) -> Iterator[tuple[str, str]]:
    """Calls the leaves of a tree by their own names, and by what they are in where those alone say too little: a
    number, or the name of something that nobody can call, as of a quiz or of what is in the basket.
    """
    found = [
        (path, said) for path, said in leaves if not any(_STAFF.search(folded(one)) for one in path[:-1])
    ]
    people = {tuple(path[:-1]) for path, _ in found if kind_of(path[-1]) in {Is.PHONE, Is.CONTACT}}
    for path, said in found:
        yield called_as(path, is_whose=tuple(path[:-1]) in people), said


def called_as(path: Sequence[str], *, is_whose: bool = True) -> str:
    """Returns what a field in a tree is called. `is_whose`: somebody's phone or address stands beside it."""
    *above, own = path
    within = next((one for one in reversed(above) if not one.isdigit()), "")
    if within and folded(own) == "value":
        return within
    is_thing = kind_of(own) in {Is.NAME, Is.SURNAME} and not is_whose and not _PERSON.search(folded(within))
    return f"{within} {own}" if within and (own.isdigit() or is_thing) else own


def tells_whom(inquiry: Inquiry) -> bool:
    """Tells whether somebody could be called or written to by it, be it by what stands in their words."""
    words = inquiry.text
    return bool(
        inquiry.phones or inquiry.contacts or read_phones(words).found or mails_in(normal_text(words))
    )


def _digits(text: str, least: int = 3) -> bool:
    return sum(sign.isdigit() for sign in text) >= least
