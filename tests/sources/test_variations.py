"""What senders make of a form: other encodings, JSON in a field, fields that are trees, names that are of things."""

from __future__ import annotations

import json
from email.message import EmailMessage
from typing import Any
from urllib.parse import quote_plus

import pytest

from leads.inquiries import Inquiry
from leads.sources import Source, SourceKind
from sources.bodies import Body, UnreadableError
from sources.kinds import ADAPTERS
from sources.kinds.form import FORM
from sources.letters import LETTER

PHONE = "89600000001"


def of_json(
    said: Any, kind: SourceKind = SourceKind.FORM, content_type: str = "application/json"
) -> Inquiry | None:
    content = json.dumps(said, ensure_ascii=False).encode()
    return read(Body("", content_type, content), kind)


def of_form(said: str, kind: SourceKind = SourceKind.FORM, content_type: str = FORM) -> Inquiry | None:
    return read(Body("", content_type, said.encode()), kind)


def read(body: Body, kind: SourceKind = SourceKind.FORM) -> Inquiry | None:
    return ADAPTERS[kind].read_body(body, Source("site", "Сайт", kind))


def client(name: str | None = "Ирина", text: str = "", **more: Any) -> Inquiry:
    return Inquiry(name=name, phones=(PHONE,), text=text, source="site", **more)


@pytest.mark.parametrize("content_type", [FORM, f"{FORM}; charset=windows-1251", f"{FORM}; charset=nonsense"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_a_form_is_read_in_whatever_it_is_written(encoding: str, content_type: str) -> None:
    said = f"name={quote_plus('Ирина', encoding=encoding)}&tel={PHONE}"
    assert of_form(said, content_type=content_type) == client()
    assert read(Body(said, "", b"")) == client(), "in the address, too"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_json_is_read_in_whatever_it_is_written(encoding: str) -> None:
    content = json.dumps({"name": "Ирина", "tel": PHONE}, ensure_ascii=False).encode(encoding)
    assert read(Body("", "application/json", content)) == client()


def test_json_in_a_field_of_a_form_is_read_like_any() -> None:
    inside = json.dumps({"name": "Ирина", "tel": PHONE, "items": [{"label": "Окон", "value": 3}]})
    assert of_form("payload=" + quote_plus(inside)) == client(text="Окон: 3")


def test_words_that_begin_like_json_stay_words() -> None:
    assert of_json({"name": "Ирина", "tel": PHONE, "comment": "{окна} [2 шт."}) == client(
        text="{окна} [2 шт."
    )


@pytest.mark.parametrize(
    "fields",
    [
        [{"label": "Имя", "value": "Ирина"}, {"label": "Телефон", "value": PHONE}],
        [{"name": "name", "value": "Ирина"}, {"name": "phone", "value": PHONE}],
        {
            "1": {"id": 1, "title": "Имя", "type": "text", "value": "Ирина"},
            "2": {"id": 2, "title": "Телефон", "type": "tel", "value": PHONE, "raw_value": PHONE},
        },
        {
            "0": {"name": "Имя", "value": "Ирина", "id": 0, "type": "name", "first": "Ирина", "last": ""},
            "1": {"name": "Телефон", "value": PHONE, "id": 1, "type": "phone"},
        },
        [{"q": "Ваше имя", "a": "Ирина"}, {"q": "Телефон", "a": PHONE}, {"q": "Сколько?", "a": None}],
    ],
)
def test_fields_that_are_trees_of_their_own_are_read_by_their_labels(fields: Any) -> None:
    assert of_json({"form": {"fields": fields}}) == client()
    assert of_json(fields) == client()


def test_a_tree_with_more_than_a_question_and_its_answer_is_none() -> None:
    assert of_json({"lead": {"name": "Ирина", "phone": PHONE, "value": "Окна"}}) == client(text="lead: Окна")


@pytest.mark.parametrize(
    ("beside", "text"),
    [
        ({"payment": {"products": [{"name": "Окно", "quantity": "2"}]}}, "products name: Окно\nquantity: 2"),
        ({"quiz": {"id": "1", "name": "Подбор окна"}}, "quiz name: Подбор окна"),
        ({"site": {"name": "Окна Казань"}}, "site name: Окна Казань"),
        ({"form": {"id": "f1", "name": "Заявка"}}, ""),
        ({"agents": [{"name": "Пётр", "phone": "+78432000001"}]}, ""),
        ({"Name_2": "Окно"}, "Name_2: Окно"),
    ],
)
def test_a_name_is_the_clients_and_not_that_of_a_thing_or_of_whoever_works_there(
    beside: Any, text: str
) -> None:
    assert of_json({"name": "Ирина", "phone": PHONE, **beside}) == client(text=text)
    assert of_json({"client": {"name": "Ирина", "phone": PHONE}, **beside}) == client(text=text)


@pytest.mark.parametrize(
    "said",
    [
        {"data": {"name": "Ирина"}, "phone": PHONE},
        {"visitor": {"name": "Ирина", "phone": PHONE}},
        {"fields": {"NAME": "Ирина", "PHONE": [{"VALUE": PHONE, "VALUE_TYPE": "WORK"}]}},
        {"Name": "", "Name_2": "Ирина", "Phone_2": PHONE},
    ],
)
def test_a_name_that_stands_deeper_is_found(said: Any) -> None:
    assert of_json(said) == client()


def test_ticks_of_one_question_are_one_answer() -> None:
    said = f"your-name=Ирина&tel-1={PHONE}&menu-4[]=Балкон&menu-4[]=Окна&date=05-12-2026"
    assert of_form(said, SourceKind.CF7) == client(text="menu-4: Балкон, Окна\ndate: 05-12-2026")


def test_a_quiz_may_tell_its_answers_by_name() -> None:
    said = {"contacts": [{"name": "Ирина", "phone": PHONE}], "answers": {"Сколько?": "3"}}
    assert of_json(said, SourceKind.MARQUIZ) == client(text="Сколько?: 3")


@pytest.mark.parametrize("words", [f"звоните {PHONE} после шести", "пишите irina@example.test, жду"])
def test_whoever_is_named_in_the_words_alone_is_somebody(words: str) -> None:
    assert of_form(f"name=Ирина&comment={words}") == Inquiry(name="Ирина", text=words, source="site")


@pytest.mark.parametrize("words", ["ИНН 770708389312", "счёт 40702810900000000001", "окна"])
def test_whoever_is_named_nowhere_is_nobody(words: str) -> None:
    with pytest.raises(UnreadableError):
        of_form(f"name=Ирина&comment={words}")


def of_letter(subject: str, text: str) -> Inquiry | None:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "leads@aggregator.example", subject
    letter.set_content(text)
    return read(Body("", LETTER, letter.as_bytes()), SourceKind.EMAIL)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (f"Звонок с номера {PHONE}", "Подробности в кабинете, поддержка 8 495 111-22-33"),
        ("Заявка №4512345678", f"Клиент ждёт звонка: {PHONE}"),
        ("Звонок", f"Телефон: {PHONE}\nНа номер 8 843 200-00-00"),
        ("Re: Заявка", f"Да, звоните завтра {PHONE}\n\n> Имя: Пётр\n> Телефон: 8 843 200-00-00"),
        ("Fwd: Заявка", f"> Имя: Ирина\n> Телефон: {PHONE}"),
    ],
)
def test_the_number_of_a_letter_is_the_clients(subject: str, text: str) -> None:
    found = of_letter(subject, text)
    assert found and found.phones == (PHONE,)
    assert "Пётр" not in (found.name or "") + found.text


@pytest.mark.parametrize(
    ("said", "is_test"),
    [("test=test", True), ("test=test&tranid=0", True), (f"test=test&name=Ирина&phone={PHONE}", False)],
)
def test_a_test_of_the_address_names_nobody(said: str, is_test: bool) -> None:
    assert (of_form(said) is None) is is_test


@pytest.mark.parametrize(
    "number", ["anonymous", "Unknown", "private number", "101", "номер скрыт", "Restricted", "unavailable"]
)
def test_nobody_can_call_a_hidden_number_back(number: str) -> None:
    assert read(Body(f"phone={quote_plus(number)}&id=1.2", "", b""), SourceKind.ASTERISK) is None


@pytest.mark.parametrize("query", ["id=1.2", "phone=&id=1.2", "phone=${CALLERID(num)}&id=1.2"])
def test_an_exchange_that_is_set_up_wrongly_is_told_of(query: str) -> None:
    with pytest.raises(UnreadableError):
        read(Body(query, "", b""), SourceKind.ASTERISK)
