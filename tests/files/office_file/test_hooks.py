"""Where an office tells of its leads, as the office file says it."""

from __future__ import annotations

import pytest

from files.office_file import OfficeFileError, dump_office, parse_office
from leads.hooks import MOST_HOOKS, EventKind, Hook
from tests.files.office_file.whole import WHOLE

LINES = """
[[hooks]]
url = "https://crm.example/in?key=a"
secret_env = "CRM_SECRET"
events = ["lead.closed", "lead.claimed"]
personal = true

[[hooks]]
url = "http://10.0.0.7:8080/leads"
private = true
"""
OFFICE = WHOLE + LINES
FIRST = OFFICE.count("\n") - LINES.count("\n") + 1  # the line above `[[hooks]]`


def test_every_key_reaches_its_place() -> None:
    assert parse_office(OFFICE, "office.toml").hooks == (
        Hook("https://crm.example/in?key=a", "CRM_SECRET", ("lead.claimed", "lead.closed"), personal=True),
        Hook("http://10.0.0.7:8080/leads", private=True),
    )


def test_what_it_says_is_said_again() -> None:
    office = parse_office(OFFICE, "office.toml")
    assert parse_office(dump_office(office), "again.toml") == office


def test_all_events_one_by_one_are_all_events() -> None:
    names = ", ".join(f'"{kind}"' for kind in EventKind)
    text = OFFICE.replace('"lead.closed", "lead.claimed"', names)
    assert parse_office(text, "office.toml").hooks[0].events == ("lead.*",)


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ('url = "https://crm.example/in?key=a"\n', "", 2, "hooks[0].url: is missing"),
        (
            '"https://crm.example/in?key=a"',
            '"http://10.0.0.7:8080/leads"',
            9,
            'hooks[1].url: "http://10.0.0.7:8080/leads" is taken already',
        ),
        ('"lead.closed"', '"lead.close"', 5, 'hooks[0].events[0]: unknown event "lead.close"; did you mean'),
        ('"lead.closed"', '"lead.claimed"', 5, 'hooks[0].events: names "lead.claimed" twice'),
        ('["lead.closed", "lead.claimed"]', "[]", 5, "hooks[0].events: must not be empty"),
        ("personal = true", 'personal = "yes"', 6, "hooks[0].personal: must be true or false"),
        ("personal = true", "secret = true", 6, "hooks[0].secret: unknown key"),
        (
            '"https://crm',
            '"http://crm',
            6,
            "hooks[0].personal: needs an address that begins with https://",
        ),
        (
            '"CRM_SECRET"',
            '"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"',
            4,
            "hooks[0].secret_env: is the secret itself; name the variable that holds it",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, line: int, problem: str) -> None:
    text = OFFICE.replace(old, new, 1)
    with pytest.raises(OfficeFileError) as error:
        parse_office(text, "office.toml")
    said = [(p.line, f"{p.field}: {p.message}") for p in error.value.problems]
    assert any(at == FIRST + line - 1 and words.startswith(problem) for at, words in said), said


@pytest.mark.parametrize(
    "url",
    [
        "crm.example/in",
        "ftp://crm.example/in",
        "https://",
        "https:///in",
        "https://user:password@crm.example/in",
        "https://crm.example/in#part",
        "https://crm.example/a b",
        "https://crm.example:99999/in",
        "https://crm.example:0/in",
        "https://[::1/in",
        "https://crm.example\\\\@evil.example/",
        "https://crm.example/" + "a" * 500,
    ],
)
def test_no_other_address_is_one(url: str) -> None:
    with pytest.raises(OfficeFileError, match="is no web address; write it like"):
        parse_office(OFFICE.replace("https://crm.example/in?key=a", url), "office.toml")


@pytest.mark.parametrize(
    "url", ["https://окна.рф/лиды", "https://[2a02:6b8::1]:8443/", "https://a.example?x"]
)
def test_these_are(url: str) -> None:
    office = parse_office(OFFICE.replace("https://crm.example/in?key=a", url), "office.toml")
    assert office.hooks[0].url == url


def test_there_are_not_too_many() -> None:
    many = "".join(f'\n[[hooks]]\nurl = "https://{n}.example/"\n' for n in range(MOST_HOOKS + 1))
    with pytest.raises(OfficeFileError, match=f"must have at most {MOST_HOOKS}"):
        parse_office(WHOLE + many, "office.toml")
