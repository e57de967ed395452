"""Letters of aggregators and of people: whoever leaves a phone in one is a lead.

Most of them can at least send a letter (Cian, 2GIS, Profi, Zoon). What stands in it as `Телефон: …` is read as a form
is, else the first number in the subject, or in the text, is the client's; free numbers (8 800) and all further ones are
the sender's own. What is quoted was said before, and is left out.
Without a number or an address of the client's it is a letter like any other, and nobody's lead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from contacts.phones import read_phones
from contacts.written import written_contacts
from leads.inquiries import Inquiry
from leads.sources import Source, SourceKind
from sources.adapter import Adapter, Example, Request
from sources.bodies import Body
from sources.fields import Is, gather, kind_of
from sources.letters import LETTER
from sources.trees import Tree, field

LONGEST: Final = 2000
FREE: Final = "+7800"
_LINE: Final = re.compile(r"^\W{0,3}([^\W\d][^:\n]{0,40}?)\s*[:：]\s*(\S.*)$", re.MULTILINE)
_SIGNED: Final = re.compile(r"^-- ?$", re.MULTILINE)


def fields(tree: Tree) -> Iterator[tuple[str, str]]:
    """What stands in it as `name: value`, then its words as they are."""
    yield from ((called.strip(), said.strip()) for called, said in _LINE.findall(_words(tree)))


def read(tree: Tree, source: Source) -> Inquiry | None:
    """None where it leaves no number and no address of a client's, or where a machine has answered."""
    if field(tree, "auto"):
        return None
    said = [one for one in fields(tree) if _is_of_client(one[0], source)]
    found = gather(said, source)
    subject = field(tree, "subject")
    phone = next(filter(None, map(_first, (*found.phones, subject, _words(tree)))), None)
    if phone is None and not found.contacts:
        return None
    text = "\n".join(filter(None, (subject, _of_client(_words(tree), phone, found.contacts))))
    return replace(found, phones=(phone,) if phone else (), text=text[:LONGEST])


def _is_of_client(called: str, source: Source) -> bool:
    named = called in {source.phone_field, source.name_field}
    return named or kind_of(called) in {Is.PHONE, Is.NAME, Is.SURNAME, Is.CONTACT}


def _words(tree: Tree) -> str:
    """Without what stands below the line with two dashes, and without what is quoted, unless it is all there is."""
    said = _SIGNED.split(field(tree, "text"), maxsplit=1)[0].strip()
    return "\n".join(line for line in said.splitlines() if not line.startswith(">")).strip() or said


def _first(words: str) -> str | None:
    """The first number that is somebody's own."""
    found = sorted(read_phones(words).by_rank, key=lambda one: one.start)
    return next((words[one.start : one.end] for one in found if not one.phone.startswith(FREE)), None)


def _of_client(words: str, phone: str | None, contacts: Sequence[str]) -> str:
    """The lines in which no other number or address stands: the sender's own would make all of its clients one."""
    own = {_digits(phone or ""), *(whose for _, whose in written_contacts("\n".join(contacts)))}
    return "\n".join(line for line in words.splitlines() if line.strip() and _reached_by(line) <= own)


def _reached_by(line: str) -> set[str]:
    numbers = {_digits(one.phone) for one in read_phones(line).by_rank}
    return numbers | {whose for _, whose in written_contacts(line)}


def _digits(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isdigit())[-10:]


def never(_: Request, __: Tree, ___: str) -> bool:
    """It comes by letter, and by no address of ours."""
    return False


def _letter(*lines: str, subject: str, charset: str = "utf-8", kind: str = "plain") -> Body:
    head = (
        f"From: leads@aggregator.example\r\nMessage-ID: <17@aggregator.example>\r\nSubject: {subject}\r\n"
        f"MIME-Version: 1.0\r\nContent-Type: text/{kind}; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return Body("", LETTER, head.encode() + "\r\n".join(lines).encode(charset))


ADAPTER = Adapter(
    SourceKind.EMAIL,
    read,
    lambda tree: field(tree, "message_id") or None,
    proves=never,
    fields=fields,
    examples=(
        Example(
            "a letter with names and values",
            _letter(
                "Новая заявка",
                "Имя: Ирина",
                "Телефон: +7 960 000-00-01",
                "Поддержка: 8 800 100-00-00, help@ag.example",
                subject="=?utf-8?b?0JfQsNGP0LLQutCw?=",
            ),
            Inquiry(
                name="Ирина",
                phones=("+7 960 000-00-01",),
                text="Заявка\nНовая заявка\nИмя: Ирина\nТелефон: +7 960 000-00-01",
                source="site",
            ),
            key="17@aggregator.example",
            surely=False,
        ),
        Example(
            "a letter in somebody's own words",
            _letter(
                "Здравствуйте, нужны окна.", "Ирина, 89600000001", subject="Windows", charset="windows-1251"
            ),
            Inquiry(
                phones=("89600000001",),
                text="Windows\nЗдравствуйте, нужны окна.\nИрина, 89600000001",
                source="site",
            ),
            key="17@aggregator.example",
            surely=False,
        ),
        Example(
            "a page",
            _letter(
                "<style>p{}</style><table><tr><td>Телефон:</td><td>+7 960 000-00-01</td></tr></table>",
                subject="Lead",
                kind="html",
            ),
            Inquiry(phones=("+7 960 000-00-01",), text="Lead\nТелефон: +7 960 000-00-01", source="site"),
            key="17@aggregator.example",
            surely=False,
        ),
        Example(
            "a letter without a number",
            _letter("Ваш счёт за ноябрь", subject="Bill"),
            None,
            key="17@aggregator.example",
            surely=False,
        ),
    ),
)
