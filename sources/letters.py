"""What a letter says: who has sent it, what about, and its words as they are read by a person."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from html.parser import HTMLParser
from typing import Any, Final

from sources.texts import decoded

LETTER: Final = "message/rfc822"
BLOCKS: Final = frozenset({"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote", "hr"})
UNSEEN: Final = frozenset({"style", "script", "head", "title"})
BY_MACHINES: Final = ("auto-replied", "auto-generated-reply", "auto-notified")
"""Answers that nobody has written: https://www.rfc-editor.org/rfc/rfc3834"""


def tree_of_letter(content: bytes) -> dict[str, Any]:
    """Returns `subject`, `from`, `reply_to`, `text`, `message_id` and whether a machine has answered (`auto`).

    Whatever a header cannot be read as is left empty; a letter that is cut off is read as far as it goes.
    """
    letter = message_from_bytes(content, policy=default)
    assert isinstance(letter, EmailMessage)
    return {
        "subject": _header(letter, "Subject"),
        "from": parseaddr(_header(letter, "From"))[1],
        "reply_to": parseaddr(_header(letter, "Reply-To"))[1],
        "text": _text(letter),
        "message_id": _header(letter, "Message-ID").strip("<> "),
        "auto": "yes" if _is_auto(letter) else "",
    }


def _header(letter: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(letter.get(name, "")).split())
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):  # as its writer pleased
        return ""


def _is_auto(letter: EmailMessage) -> bool:
    is_bounce = letter.get_content_type() == "multipart/report"
    return is_bounce or _header(letter, "Auto-Submitted").lower().startswith(BY_MACHINES)


def _text(letter: EmailMessage) -> str:
    """The plain words where there are any, else those of the page."""
    parts = [part for part in letter.walk() if not part.is_multipart() and not part.get_filename()]
    for kind in ("text/plain", "text/html"):
        words = "\n".join(_words(part) for part in parts if part.get_content_type() == kind).strip()
        if words:
            return plain(words) if kind == "text/html" else words
    return ""


def _words(part: Any) -> str:
    content = part.get_payload(decode=True)
    return decoded(content, part.get_content_charset()) if isinstance(content, bytes) else ""


def plain(html: str) -> str:
    """Returns what somebody sees who reads the page: a line for each block, nothing of its looks."""
    page = _Page()
    page.feed(html)
    page.close()
    lines = (" ".join(line.split()) for line in "".join(page.said).split("\n"))
    return "\n".join(filter(None, lines))


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        if tag in UNSEEN:
            self._hidden += 1
        elif tag in BLOCKS:
            self.said.append("\n")
        elif tag in {"td", "th"}:
            self.said.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in BLOCKS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.said.append(data.replace("\n", " "))
