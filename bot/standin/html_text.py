"""Telegram's HTML, as strictly as Telegram reads it: https://core.telegram.org/bots/api#html-style

The standard library splits the tags; the rules and the words of the errors are TDLib's (its
`test/message_entities.cpp`).
Stricter than TDLib in one thing: the short end tag `</>` closes nothing here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import NoReturn
from urllib.parse import urlsplit

from bot.standin.wire import JSON, bad_request

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
}
OTHERS = frozenset({"a", "span", "tg-emoji", "tg-time", "blockquote"})
DECODED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
TIME_FORMAT = re.compile(r"r|[wWdDtT]*")
LANGUAGE = "language-"

Attributes = dict[str, str]


def utf16(text: str) -> int:
    """Returns the length in UTF-16 code units, which is how Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> tuple[str, list[JSON]]:
    """Returns plain text and its entities, by offset. Raises 400 "can't parse entities: …"."""
    parser = _Parser(source)
    parser.feed(source)
    parser.close()
    return parser.finished()


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: Attributes
    start: int  # in UTF-16 code units of the plain text
    begins: int  # in characters of the plain text


class _Parser(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        self._lines = [0, *(at.end() for at in re.finditer("\n", source))]
        self._plain = ""
        self._stack: list[_Open] = []
        self._entities: list[JSON] = []
        if source.rfind("<") > source.rfind(">"):
            self._fail("Unclosed start tag", at=source.rfind("<"))

    def finished(self) -> tuple[str, list[JSON]]:
        if self._stack:
            raise _wrong(f'Can\'t find end tag corresponding to start tag "{self._stack[-1].tag}"')
        return self._plain, _merged(self._entities)

    def handle_data(self, data: str) -> None:
        if "<" in data:
            self._fail('Unsupported start tag ""', at=self._at() + data.index("<"))
        self._plain += data

    def handle_entityref(self, name: str) -> None:
        end = self._at() + 1 + len(name)
        semicolon = self._source[end : end + 1] == ";"
        self._plain += DECODED.get(name) or f"&{name}{';' * semicolon}"

    def handle_charref(self, name: str) -> None:
        code = int(name[1:], 16) if name[:1] in "xX" else int(name)
        if 0xD800 <= code <= 0xDFFF:
            raise _wrong(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        self._plain += chr(code) if 0 < code < 0x110000 else f"&#{name};"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in SIMPLE and tag not in OTHERS:
            self._fail(f'Unsupported start tag "{tag}"')
        attributes = {name: value or "" for name, value in attrs}
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            self._fail('Tag "span" must have class "tg-spoiler"')
        self._stack.append(_Open(tag, attributes, utf16(self._plain), len(self._plain)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._fail(f'Unsupported start tag "{tag}/"')

    def handle_endtag(self, tag: str) -> None:
        if not self._stack:
            self._fail("Unexpected end tag")
        opened = self._stack.pop()
        if opened.tag != tag:
            self._fail("Unmatched end tag", f', expected "</{opened.tag}>", found "</{tag}>"')
        length = utf16(self._plain) - opened.start
        entity = _entity(opened, self._plain[opened.begins :])
        if entity is not None and length > 0:
            self._entities.append(entity | {"offset": opened.start, "length": length})

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - the base class's signature
        self._fail('Unsupported start tag "!--"')

    def handle_decl(self, decl: str) -> None:
        self._fail(f'Unsupported start tag "!{_first_word(decl)}"')

    def unknown_decl(self, data: str) -> None:
        self._fail(f'Unsupported start tag "![{_first_word(data)}"')

    def handle_pi(self, data: str) -> None:
        self._fail(f'Unsupported start tag "?{_first_word(data)}"')

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _fail(self, words: str, detail: str = "", *, at: int | None = None) -> NoReturn:
        begins = self._at() if at is None else at
        offset = len(self._source[:begins].encode("utf-8", "surrogatepass"))
        raise _wrong(f"{words} at byte offset {offset}{detail}")


def _first_word(text: str) -> str:
    return text.partition(" ")[0]


def _wrong(words: str) -> Exception:
    return bad_request(f"can't parse entities: {words}")


def _entity(opened: _Open, inside: str) -> JSON | None:
    attributes = opened.attributes
    match opened.tag:
        case "a":
            return _link(attributes.get("href") or inside)
        case "span":
            return {"type": "spoiler"}
        case "blockquote":
            return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
        case "tg-emoji":
            return _custom_emoji(attributes.get("emoji-id", ""))
        case "tg-time":
            return _date_time(attributes.get("unix", ""), attributes.get("format", ""))
        case "code" if attributes.get("class", "").startswith(LANGUAGE):
            return {"type": "code", "language": attributes["class"].removeprefix(LANGUAGE)}
        case tag:
            return {"type": SIMPLE[tag]}


def _link(href: str) -> JSON | None:
    """Telegram drops a link that it does not understand, and says nothing."""
    user = re.fullmatch(r"tg://user\?id=(\d+)", href)
    if user:
        return {"type": "text_mention", "user": {"id": int(user[1])}}
    url = href if "://" in href else f"http://{href}"
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https", "tg", "ton", "tonsite") or " " in url:
        return None
    if parts.scheme.startswith("http"):
        if "." not in parts.netloc:
            return None
        url = parts._replace(path=parts.path or "/").geturl()
    return {"type": "text_link", "url": url}


def _custom_emoji(number: str) -> JSON:
    if not number.isdecimal():
        raise _wrong("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": number}


def _date_time(unix: str, form: str) -> JSON:
    if not unix.isdecimal():
        raise _wrong("Invalid date-time specified")
    if not TIME_FORMAT.fullmatch(form):
        raise _wrong("Invalid date format used")
    entity: JSON = {"type": "date_time", "unix_time": int(unix)}
    return entity | ({"date_time_format": form} if form else {})


def _merged(entities: list[JSON]) -> list[JSON]:
    """By offset, the longer first; `pre` takes the language of a `code` that fills it exactly."""
    languages = {_span(entity): entity.pop("language") for entity in entities if "language" in entity}
    filled = {_span(entity) for entity in entities if entity["type"] == "pre"} & languages.keys()
    kept = [entity for entity in entities if not (entity["type"] == "code" and _span(entity) in filled)]
    for entity in kept:
        if entity["type"] == "pre" and _span(entity) in filled:
            entity["language"] = languages[_span(entity)]
    return sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _span(entity: JSON) -> tuple[int, int]:
    return entity["offset"], entity["length"]
