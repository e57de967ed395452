"""Telegram names and e-mail addresses are read where they can be nothing else; whatever is read, masking hides."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts.masking import mask_text
from contacts.reading import Author, Letter, join, read_client
from contacts.written import written_contacts
from files.office_file import parse_office
from leads.client import Client, ContactKind, known_by
from tests import offices

PHONE, ACCOUNT, TELEGRAM, EMAIL = ContactKind
OFFICE = parse_office(offices.OFFICE, "office.toml")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("пишите @Ivan_Okna, жду", ["ivan_okna"]),
        ("https://t.me/ivan_okna?start=1.", ["ivan_okna"]),
        ("telegram.me/ivan_okna/", ["ivan_okna"]),
        ("мой тг: ivan_okna", ["ivan_okna"]),
        ("tg ivan2000, после шести", ["ivan2000"]),
        ("@ivan_okna или @IVAN_OKNA", ["ivan_okna"]),
        ("почта Ivan.Petrov@Mail.ru, @ivan", ["ivan", "ivan.petrov@mail.ru"]),
        ("ivan собака mail точка ru", ["ivan@mail.ru"]),
        ("ivan @ mail.ru", ["ivan@mail.ru"]),
    ],
)
def test_a_contact_is_read(text: str, found: list[str]) -> None:
    assert [value for _, value in written_contacts(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "напишите @okna_bot",
        "инста @okna_kazan",
        "instagram: @okna_kazan",
        "https://t.me/joinchat/AAAAAEkk2Wd",
        "https://t.me/okna_news/123",
        "t.me/+79171234567",
        "10 шт @ 500 р",
        "телеграм есть, звоните",
        "письмо с no-reply@tilda.ws, robot@site.ru",
        "@ива_окна и @abc",
        "просто слова",
    ],
)
def test_what_may_be_something_else_is_not(text: str) -> None:
    assert written_contacts(text) == ()


LATIN = "abcdefghijklmnopqrstuvwxyz"
NAMES = st.builds(
    lambda first, rest: first + rest,
    st.sampled_from(LATIN),
    st.text(alphabet=LATIN + "0123456789_", min_size=4, max_size=20),
)
MAILS = st.builds("{}@{}.{}".format, NAMES, NAMES, st.sampled_from(["ru", "com", "рф"]))
SPELT = st.one_of(
    NAMES.map("@{}".format),
    NAMES.map("t.me/{}".format),
    NAMES.map("https://telegram.me/{}".format),
    NAMES.map("тг {}".format),
    MAILS,
    MAILS.map(lambda mail: mail.replace("@", " собака ").replace(".", " точка ")),
    MAILS.map(str.upper),
    MAILS.map("{}.example".format),
)
WORDS = st.sampled_from(
    ["", "Окна на балкон", "пишите", "почта:", "или", "8 917 224-18-34", "\n", "(", ").", "Азат"]
)


def test_a_name_that_is_said_once_more_is_hidden_there_too() -> None:
    text = "@petrushka @vasya_01 тг petrushka, или Petrushka"
    assert mask_text(text) == "••• тг •••, или •••"


@settings(deadline=None)
@given(st.lists(st.tuples(WORDS, SPELT, WORDS), min_size=1, max_size=3))
def test_whatever_is_read_is_hidden_by_masking(parts: list[tuple[str, str, str]]) -> None:
    text = " ".join(word for part in parts for word in part)
    hidden = mask_text(text).casefold()
    for _, value in written_contacts(text):
        assert value not in hidden


@settings(deadline=None)
@given(st.text(max_size=300), SPELT, st.text(max_size=300))
def test_so_it_is_between_any_other_signs(before: str, contact: str, behind: str) -> None:
    text = before + contact + behind
    hidden = written_contacts(mask_text(text))
    assert not {value for _, value in written_contacts(text)} & {value for _, value in hidden}


def letter(text: str = "", **more: object) -> Letter:
    return Letter(1, 7, text, **more)  # type: ignore[arg-type]


def test_whoever_wrote_what_is_forwarded_comes_first() -> None:
    client = read_client(letter("я же @second_one", author=Author("Марат", 77, "Marat_G")), OFFICE)
    assert client.contacts == ((ACCOUNT, "77"), (TELEGRAM, "marat_g"), (TELEGRAM, "second_one"))
    assert known_by(client) == ((ACCOUNT, "77"), (TELEGRAM, "marat_g"))


def test_a_contact_brings_its_account_and_the_addresses_of_its_card() -> None:
    vcard = "BEGIN:VCARD\nEMAIL;TYPE=HOME:ivan@mail.ru\nTEL:+79172241834\nEND:VCARD"
    sent = letter(kind="contact", name="Иван", phone="79172241834", account=77, vcard=vcard)
    client = read_client(sent, OFFICE)
    assert client.contacts == ((ACCOUNT, "77"), (EMAIL, "ivan@mail.ru"))
    assert known_by(client)[0] == (PHONE, "+79172241834")


def test_nobody_of_the_office_is_a_client() -> None:
    petrov = 201
    forwarded = letter("звонил Рустам, пишите @petrov_sales", author=Author("П. П.", petrov, "petrov_sales"))
    assert read_client(forwarded, OFFICE).contacts == ()
    assert read_client(letter(kind="contact", phone="79172241834", account=petrov), OFFICE).contacts == ()
    assert read_client(letter("ответ сюда: @anna_office", sender="Anna_Office"), OFFICE).contacts == ()


def test_of_several_messages_each_contact_is_there_once() -> None:
    one, two = (Client(contacts=((EMAIL, mail), (TELEGRAM, "ivan"))) for mail in ("a@b.ru", "c@b.ru"))
    assert join(one, two).contacts == ((EMAIL, "a@b.ru"), (TELEGRAM, "ivan"), (EMAIL, "c@b.ru"))
