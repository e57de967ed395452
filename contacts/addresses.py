"""Contacts that are no telephone numbers: mail addresses, Telegram names, and whatever else leads to a client."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from contacts.normal import normal_text

FEWEST: Final = 4  # letters and digits of a contact: less stands everywhere

_DOT: Final = re.compile(r" ?(?:\[dot\]|\(dot\)|(?<!\w)точка(?!\w)) ?")
_AT: Final = re.compile(
    r" ?(?:@|\[at\]|\(at\)|(?<!\w)собак[аи](?!\w)|(?<!\w)собачка(?!\w)) ?(?=[\w-]{1,63}\.\w)"
)
_FAR: Final = re.compile(r"@ (?=\w)")
_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])")
_NAME: Final = re.compile(r"(?:(?<![\w.+@-])@|(?<!\w)(?:t|telegram)\.me/)([a-z]\w{3,31})(?!\w|\.\w|@)")
_PREFIX: Final = re.compile(r"^(?:https?://)?(?:www\.)?(?:(?:t|telegram)\.me/)?@?")
_BOT: Final = "bot"  # every bot's name ends so: it is no client's


def contacts_in(text: str) -> tuple[str, ...]:
    """Returns the mail addresses and Telegram names in a text, as `Contacts` looks for them."""
    plain = _plain(text)
    names = (name for name in _NAME.findall(plain) if not name.endswith(_BOT))
    return tuple(dict.fromkeys((*_MAIL.findall(plain), *names)))


def mails_in(text: str) -> tuple[str, ...]:
    """Returns the mail addresses in a text, however they are spelt, as they are compared."""
    found = (mail.strip(".-+") for mail in _MAIL.findall(_plain(text)))
    return tuple(dict.fromkeys(mail for mail in found if not mail.startswith("@")))


def as_compared(contact: str) -> str:
    """Returns a contact without what people write around it: `https://t.me/Ivan/` and `@ivan` are `ivan`."""
    return _PREFIX.sub("", _plain(contact).strip()).rstrip("/")


def is_contact(text: str) -> bool:
    """Whether there is enough of it to be looked for."""
    return sum(character.isalnum() for character in _plain(text)) >= FEWEST


def is_an_address(text: str) -> bool:
    """Whether it can be but one person's: an address, a name in Latin letters, digits; no words of every day."""
    plain = as_compared(text)
    return bool(re.fullmatch(r"[!-~]+", plain)) or any(character.isdigit() for character in plain)


class Contacts:
    """Finds these contacts in texts, however they are spelt: `Ivan @ mail.ru`, `ivan собака mail точка ru`."""

    def __init__(self, contacts: Collection[str]) -> None:
        parts = [_pattern(contact) for contact in contacts]
        self._pattern = re.compile("|".join(parts)) if parts else None

    def are_in(self, text: str) -> bool:
        return self._pattern is not None and self._pattern.search(_plain(text)) is not None


def _pattern(contact: str) -> str:
    """Alone, as a word of its own; digits also with whatever people set between them."""
    plain = as_compared(contact)
    if not re.search(r"[^\W\d_]", plain):
        return r"(?<!\d)" + r"[\W_]{0,4}".join(re.findall(r"\d", plain)) + r"(?!\d)"
    return rf"(?<![\w.+-]){re.escape(plain)}(?!\w|[.@-]\w)"


def _plain(text: str) -> str:
    """One spelling: small letters, single spaces, signs for their words."""
    spelt = " ".join(normal_text(text).casefold().replace("ё", "е").split())
    return _FAR.sub("@", _AT.sub("@", _DOT.sub(".", spelt)))
