"""Which words of a text are an address in the net: sites, e-mail, names in messengers, whatever disguises them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from contacts import networks, sites
from contacts.dictionary import look_up
from contacts.sites import CLOSING, OPENING, chunks, labels_from, labels_until
from contacts.tokens import Token

Span = tuple[int, int]

_MOST_FILLERS: Final = 3  # words between the name of a messenger and the name in it
_REACH: Final = 12  # tokens
_NAMED: Final = networks.NETWORKS | networks.ACCOUNTS | networks.MAILS | networks.SITES
_MONEY_TOO: Final = frozenset({"тг"})  # tenge


def hide_addresses(read: Sequence[Token]) -> Iterator[Span]:
    """Places of tokens, from and to (excluded); some may overlap."""
    for start, end in chunks(read):
        if sites.is_address(read[start:end]):
            yield start, end
    for place, token in enumerate(read):
        if token.text == "@":
            yield _around_at(read, place)
        elif token.word in networks.ATS or (token.word in {"a", "а"} and _is_in_brackets(read, place)):
            yield from _spoken_mail(read, place)
        elif token.text == "." or token.word in networks.DOTS:
            yield from _spaced_site(read, place)
        elif token.word in _NAMED:
            yield from _name_in(read, place)


def _around_at(read: Sequence[Token], place: int) -> Span:
    """`ivan@mail.ru`, `ivan @ mail . ru`, `@ivan`, `@ ivan`."""
    end = labels_from(read, _skip(read, place + 1))
    before = read[place - 1] if place else None
    is_mail = any(token.text == "." for token in read[place:end]) or _is_host(read, place + 1)
    if before is None or (before.is_space and not is_mail):
        return place, end
    start = labels_until(read, place)
    is_word = before.is_space and not any(t.is_latin or t.is_digits for t in read[start:place])
    return (place if is_word else start), end


def _spoken_mail(read: Sequence[Token], place: int) -> Iterator[Span]:
    """`ivan собака mail точка ru`, `ivan[at]mail.ru`, `ivan (a) mail . ru`; a dog is no address."""
    host = _skip(read, place + 1)
    end = labels_from(read, host)
    labels = [token for token in read[host:end] if token.is_word]
    if _is_host(read, host) or (len(labels) > 1 and labels[-1].word in networks.ZONES):
        yield labels_until(read, place), end


def _is_host(read: Sequence[Token], place: int) -> bool:
    at = _skip(read, place)
    return at < len(read) and read[at].word in networks.MAIL_HOSTS


def _is_in_brackets(read: Sequence[Token], place: int) -> bool:
    inside = 0 < place < len(read) - 1
    return inside and read[place - 1].text in OPENING and read[place + 1].text in CLOSING


def _spaced_site(read: Sequence[Token], place: int) -> Iterator[Span]:
    """`ромашка точка рф`, `petrov . ru`, `petrov .ru`."""
    at = _skip(read, place + 1)
    if at >= len(read) or at - place > 3:
        return
    zone, said = read[at], read[place].is_word
    is_latin_zone = zone.is_latin and zone.word in networks.ZONES
    if (
        is_latin_zone
        or zone.word in networks.SPOKEN_ZONES
        or (said and zone.is_latin and _latin_before(read, place))
    ):
        yield labels_until(read, place), labels_from(read, at)


def _latin_before(read: Sequence[Token], place: int) -> bool:
    return any(token.is_latin for token in read[max(place - 2, 0) : place])


def _name_in(read: Sequence[Token], place: int) -> Iterator[Span]:
    """What somebody is called in the messenger that is named at `place`; what follows as plain words stays."""
    named = read[place].word
    if named in _MONEY_TOO and any(token.is_digits for token in read[max(place - 2, 0) : place]):
        return
    words, is_label = 0, False
    for at in range(place + 1, min(place + 1 + _REACH, len(read))):
        token = read[at]
        if token.is_digits or token.text in {"\n", ",", ";"} or words > _MOST_FILLERS:
            return
        is_label = is_label or token.text in {":", "=", "-", "–", "—"}
        if not token.is_word or token.word in networks.NETWORKS:
            continue
        if _is_account(named, token, words, is_label):
            yield at, _with_second(read, labels_from(read, at))
            return
        words += 1
        if token.word not in networks.FILLERS and not is_filler(token):
            return


def _is_account(named: str, token: Token, words: int, is_label: bool) -> bool:
    if token.is_latin:
        return named not in networks.SITES or not token.is_capital
    if token.word in networks.FILLERS or named in networks.SITES:
        return False
    known = look_up(token.word)
    if named in networks.ACCOUNTS or not known.known:
        return True
    is_noun = any(r.part == "NOUN" and r.case == "nomn" for r in known.readings)
    return is_noun and (is_label or (not words and named not in networks.MAILS)) and not is_filler(token)


def is_filler(token: Token) -> bool:
    """Tells whether it is a word that names nothing: a verb, an adverb, a preposition."""
    readings = look_up(token.word).readings
    return any(r.part in {"VERB", "INFN", "ADVB", "PREP", "CONJ", "PRCL", "NPRO", "GRND"} for r in readings)


def _with_second(read: Sequence[Token], end: int) -> int:
    """`skype ivan petrov`: a second word in Latin letters belongs to it."""
    is_next = end + 1 < len(read) and read[end].is_space and read[end + 1].is_latin
    return labels_from(read, end + 1) if is_next else end


def _skip(read: Sequence[Token], place: int) -> int:
    """Past a space and brackets."""
    last = min(place + 3, len(read))
    while place < last and (read[place].is_space or read[place].text in OPENING | CLOSING):
        place += 1
    return place
