"""Which column of somebody's table says what of a past lead: recognised by the words in its header.

The words are those of exports as people have them: of Bitrix24 (leads, deals), amoCRM, and what offices keep in Excel.
A header that is not here is passed over; whoever imports may say which column it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from leads.words import folded

Places = Mapping[str, tuple[int, ...]]
"""By field: the columns, from 0, whose cells it is made of, in their order."""

FIELDS: Final = (
    *("at", "phone", "name", "segment", "source", "text"),
    *("manager", "claimed_at", "outcome", "closed_at", "amount"),
)
JOINED: Final = frozenset({"phone", "name", "text"})
"""These may be made of several columns."""

_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "at": (
        *("at", "дата создания", "дата создания сделки", "дата создания лида", "дата и время создания"),
        *("создан", "создана", "создано", "когда создан", "когда создана", "date created", "created at"),
        *("created", "created on", "creation date", "create date", "date_create", "deal created at"),
        *("дата обращения", "дата заявки", "дата лида", "дата поступления", "дата звонка", "поступил"),
        *("дата и время", "дата", "date", "date and time", "дата начала", "start date", "начало"),
    ),
    "claimed_at": (
        *("claimed_at", "claimed at", "взят в работу", "взято в работу", "дата взятия в работу"),
        *("дата взятия", "дата принятия", "accepted at", "assigned at"),
    ),
    "closed_at": (
        *("closed_at", "closed at", "дата закрытия", "дата закрытия сделки", "закрыт", "закрыта", "закрыто"),
        *("дата завершения", "дата завершения сделки", "дата продажи", "дата оплаты", "дата сделки"),
        *("close date", "closing date", "closed", "closed on", "date closed", "closedate", "дата отказа"),
        *("предполагаемая дата закрытия", "expected close date"),
    ),
    "manager": (
        *("manager", "менеджер", "ответственный", "ответственный менеджер", "ответственный за сделку"),
        *("ответственный сотрудник", "ответственный за лид", "продавец", "менеджер по продажам", "сотрудник"),
        *("responsible", "responsible person", "responsible user", "assigned to", "assigned_by", "owner"),
        *("deal owner", "lead owner", "sales agent", "salesperson", "чей лид", "кто взял"),
    ),
    "outcome": (
        *(
            "outcome",
            "result",
            "исход",
            "результат",
            "итог",
            "этап сделки",
            "стадия сделки",
            "стадия",
            "этап",
        ),
        *("статус сделки", "статус лида", "стадия лида", "статус", "deal stage", "lead stage", "stage"),
        *("pipeline stage", "status", "lead status", "stage_id", "status_id"),
    ),
    "amount": (
        *("amount", "сумма", "сумма сделки", "сумма продажи", "бюджет", "бюджет сделки", "сумма договора"),
        *("сумма заказа", "стоимость", "цена", "выручка", "оплачено", "opportunity", "budget", "sale"),
        *("deal value", "deal amount", "value", "price", "sum", "total", "revenue"),
    ),
    "source": (
        *("source", "источник", "источник лида", "источник сделки", "источник обращения"),
        *("источник заявки", "источник клиента", "рекламный источник", "откуда", "откуда узнали", "канал"),
        *("lead source", "source_id", "channel", "utm_source"),
    ),
    "segment": ("segment", "сегмент"),
}
"""Of each field the headers that say it, those first that say it best."""

_PHONE: Final = re.compile(
    r"(?:рабочий |мобильный |домашний |контактный |другой |рабочий прямой |номер |основной )*"
    r"(?:телефон|тел\.?|номер)(?: клиента| контакта| для рассылок| \d)?"
    r"|(?:work |mobile |home |other |work direct |client |contact )*(?:phone|mobile|telephone|cell)"
    r"(?: number)?(?: \d)?"
)
_NAMES: Final = (
    ("фамилия", "имя", "отчество"),
    ("last name", "first name", "second name", "middle name"),
)
"""A name in parts, as it is put together; of one part alone, too."""
_WHOLE_NAME: Final = (
    *("name", "фио", "ф.и.о.", "фио клиента", "имя клиента", "имя и фамилия", "полное имя"),
    *("полное имя контакта", "основной контакт", "контактное лицо", "контакт", "клиент", "заказчик"),
    *("покупатель", "full name", "contact name", "contact", "client", "client name", "customer", "account"),
)
_FIRM: Final = ("компания", "название компании", "организация", "company", "company name", "firm")
_TEXT: Final = (
    re.compile(r"text|текст|название (?:сделки|лида)|тема|обращение|заявка|запрос|сообщение|что нужно"),
    re.compile(r"товар|продукт|услуга|описание|комментари[йи]|примечани[ея](?: \d)?|deal name|lead name"),
    re.compile(r"title|deal title|lead title|request|message|description|comments?|notes?(?: \d)?|product"),
)
_OF_CONTACT: Final = re.compile(r"^(?:контакт|contact): | ?\((?:контакт|contact)\)$")
_UNIT: Final = re.compile(r"[,(]? *(?:руб(?:лей|\.)?|₽|р\.|rub|rur)\)?$")


def recognised(header: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Tells which columns say what; of a field that none says there is nothing.

    One column says one thing: what stands for itself comes before what is put together of several.
    """
    said = [header_words(cell) for cell in header]
    found: dict[str, tuple[int, ...]] = {}
    found |= {field: (place,) for field in _WORDS if (place := _first(said, _WORDS[field])) is not None}
    taken = {place for places in found.values() for place in places}
    for field, places in (("phone", _phones(said)), ("name", _name(said)), ("text", _texts(said))):
        if own := tuple(place for place in places if place not in taken):
            found[field] = own
            taken |= {*own}
    return {field: found[field] for field in FIELDS if field in found}


def header_words(cell: str) -> str:
    """Returns a header as it is compared: without whose it is, in which currency, or a mark that it is needed."""
    plain = _OF_CONTACT.sub("", folded(cell).strip(" *:"))
    return _UNIT.sub("", plain).strip(" *:") or plain


def is_past(header: Sequence[str]) -> bool:
    """Tells whether these look like the columns of past leads: when each came, and something else of it."""
    found = recognised(header)
    return "at" in found and not found.keys().isdisjoint({"phone", "outcome", "amount", "source", "manager"})


def likeness(header: Sequence[str]) -> int:
    """Tells how many fields are recognised: of the first lines of a sheet the header has the most."""
    return len(recognised(header))


def _first(said: Sequence[str], words: Collection[str]) -> int | None:
    return next((said.index(word) for word in words if word in said), None)


def _phones(said: Sequence[str]) -> Iterator[int]:
    return (place for place, words in enumerate(said) if _PHONE.fullmatch(words))


def _name(said: Sequence[str]) -> tuple[int, ...]:
    """A name in parts where there are at least two of them; else one that is whole, a first name, or a firm's."""
    for parts in _NAMES:
        places = tuple(said.index(part) for part in parts if part in said)
        if len(places) > 1:
            return places
    whole = _first(said, (*_WHOLE_NAME, "имя", "first name", *_FIRM))
    return () if whole is None else (whole,)


def _texts(said: Sequence[str]) -> Iterator[int]:
    return (place for kind in _TEXT for place, words in enumerate(said) if kind.fullmatch(words))
