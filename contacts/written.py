"""Telegram names and e-mail addresses as people write them for others to write to: `@ivan_okna`, `t.me/ivan_okna`.

What is read here is shown, and tells who a client is, so it errs the other way than masking does: only what can be
nothing else is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from contacts.addresses import mails_in
from contacts.networks import ZONES
from contacts.normal import normal_text
from leads.client import Contact, ContactKind

MOST: Final = 10  # contacts of one message; a whole address book is no client

_NAME: Final = r"([a-z][a-z0-9_]{3,31})"
_ENDS: Final = r"(?![\w@/]|[.-]\w)"
_NAMED: Final = re.compile(
    rf"(?<![\w.+@/-])@{_NAME}{_ENDS}"
    rf"|(?<![\w.@-])(?:t|telegram)\.me/{_NAME}(?:\?[\w=&%.-]{{0,100}})?/?(?![\w@/]|[.-]\w)"
    rf"|(?<!\w)(?:telegram\w?|телеграмм?\w?|тг|tg|телега)\W{{1,3}}(?=[a-z0-9_]{{0,31}}[0-9_]){_NAME}{_ENDS}",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"(?:инст\w{0,9}|insta\w{0,6}|вк|вконтакте|vk|скайп\w?|skype|twitter|твиттер\w?|tiktok|тикток\w?|youtube|ютуб\w?|"
    r"threads|facebook|фейсбук\w?)\W{0,3}$",
    re.IGNORECASE,
)
_ROOM: Final = 24  # characters before a name, in which another network may be named
_PAGES: Final = frozenset(
    {"joinchat", "addstickers", "addemoji", "addlist", "addtheme", "share", "proxy", "socks", "login"}
    | {"setlanguage", "invoice", "boost", "contact", "giftcode", "confirmphone", "iv"}
)
"""Telegram's own, which look like names in an address: https://core.telegram.org/api/links"""

_BOT: Final = "bot"  # every bot's name ends so: it is no client's
_ROBOTS: Final = re.compile(
    r"(?:no|do-?not|не)[._-]?reply|mailer-daemon|postmaster|robot|notifications?|notify|bounces?"
)
"""Nobody reads what is written there."""


def written_contacts(text: str) -> tuple[Contact, ...]:
    """Returns the Telegram names and the addresses in a text, each kind in the order in which they stand there."""
    spelt = normal_text(text)
    names = [(ContactKind.TELEGRAM.value, name) for name, _ in names_in(spelt)]
    mails = [(ContactKind.EMAIL.value, mail) for mail in mails_in(text) if _is_written_to(mail, spelt)]
    return tuple(dict.fromkeys((*names, *mails)))[:MOST]


def telegram_name(written: str | None) -> str | None:
    """Returns a name in Telegram as it is compared; None of a bot, or where there is none."""
    name = (written or "").casefold()
    return name if name and not name.endswith(_BOT) else None


def names_in(spelt: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Finds the names in Telegram in a text of one spelling (`contacts.normal`), and where each stands there."""
    for match in _NAMED.finditer(spelt):
        number = match.lastindex or 0
        name = match[number].casefold()
        before = spelt[max(0, match.start() - _ROOM) : match.start()]
        if name not in _PAGES and not name.endswith(_BOT) and not _ELSEWHERE.search(before):
            yield name, match.span(number)


def _is_written_to(mail: str, spelt: str) -> bool:
    """Not a robot's; one whose signs are said in words ends as addresses do."""
    is_said = mail not in spelt.casefold()
    zone = mail.rpartition(".")[2]
    return not _ROBOTS.fullmatch(mail.partition("@")[0]) and not (is_said and zone not in ZONES)
