"""A strict IMAP server of one mailbox, on this machine: it takes what RFC 3501 and RFC 2177 allow, and says NO or BAD
to whatever else is asked. It counts what would change the box.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

LOGIN, PASSWORD = "leads@okna.example", 'pass "word"'


@dataclass
class MailServer:
    """`letters` by UID. `idles`: how many listen just now."""

    validity: int = 7
    letters: dict[int, bytes] = field(default_factory=dict)
    password: str = PASSWORD
    can_idle: bool = True
    port: int = 0
    logins: int = 0
    fetched: list[int] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    idles: set[asyncio.StreamWriter] = field(default_factory=set)
    listens: asyncio.Event = field(default_factory=asyncio.Event)
    writers: set[asyncio.StreamWriter] = field(default_factory=set)

    @property
    def next(self) -> int:
        return max(self.letters, default=0) + 1

    @property
    def address(self) -> str:
        return f"imap://leads%40okna.example:pass%20%22word%22@127.0.0.1:{self.port}"

    def brings(self, letter: bytes) -> int:
        """A letter arrives; whoever listens hears of it."""
        uid = self.next
        self.letters[uid] = letter
        for writer in self.idles:
            writer.write(f"* {len(self.letters)} EXISTS\r\n".encode())
        return uid

    def hangs_up(self) -> None:
        for writer in list(self.writers):
            writer.close()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writers.add(writer)
        try:
            await _Talk(self, reader, writer).run()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.writers.discard(writer)
            self.idles.discard(writer)
            writer.close()


@dataclass
class _Talk:
    server: MailServer
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    state: str = "not authenticated"

    async def run(self) -> None:
        self._say("* OK ready")
        while line := (await self.reader.readline()).decode().rstrip("\r\n"):
            tag, _, command = line.partition(" ")
            word = command.partition(" ")[0].upper()
            if word == "LOGOUT":
                self._say("* BYE bye", f"{tag} OK bye")
                return
            if word == "IDLE" and self.server.can_idle and self.state == "selected":
                await self._idle(tag)
                continue
            self._say(*self._answer(word, command.partition(" ")[2]), end=tag)

    def _answer(self, word: str, rest: str) -> list[str | bytes]:
        if word == "CAPABILITY":
            return [f"* CAPABILITY IMAP4rev1{' IDLE' if self.server.can_idle else ''}", "OK done"]
        if word == "NOOP":
            return ["OK done"]
        if word == "LOGIN" and self.state == "not authenticated":
            return self._login(rest)
        if word == "EXAMINE" and self.state != "not authenticated":
            if rest.strip('"') != "INBOX":
                return ["NO no such folder"]
            self.state = "selected"
            validity = f"* OK [UIDVALIDITY {self.server.validity}] ok"
            return [f"* {len(self.server.letters)} EXISTS", validity, "OK [READ-ONLY] done"]
        if word == "STATUS" and self.state != "not authenticated":
            where = f"UIDVALIDITY {self.server.validity} UIDNEXT {self.server.next}"
            return [f'* STATUS "INBOX" ({where})', "OK done"]
        if word == "UID" and self.state == "selected":
            return self._uid(rest)
        self.server.refused.append(f"{word} {rest}")
        return ["BAD not here"]

    def _login(self, rest: str) -> list[str | bytes]:
        self.server.logins += 1
        given = [re.sub(r"\\(.)", r"\1", one) for one in re.findall(r'"((?:[^"\\]|\\.)*)"', rest)]
        if given != [LOGIN, self.server.password]:
            return ["NO [AUTHENTICATIONFAILED] wrong"]
        self.state = "authenticated"
        return ["OK done"]

    def _uid(self, rest: str) -> list[str | bytes]:
        if found := re.fullmatch(r"SEARCH \((?:SINCE [\w-]+ )?UID (\d+):\*\)", rest):
            last = max(self.server.letters, default=0)
            first = min(int(found[1]), last)  # `*` is the last one, on whichever side it stands
            uids = [str(uid) for uid in self.server.letters if uid >= first]
            return [f"* SEARCH {' '.join(uids)}".rstrip(), "OK done"]
        if found := re.fullmatch(r"FETCH (\d+) \(BODY\.PEEK\[\]<0\.(\d+)>\)", rest):
            uid, most = int(found[1]), int(found[2])
            if (letter := self.server.letters.get(uid)) is None:
                return ["OK done"]
            self.server.fetched.append(uid)
            part = letter[:most]
            head = f"* 1 FETCH (UID {uid} BODY[]<0> {{{len(part)}}}\r\n".encode()
            return [head + part + b")", "OK done"]
        self.server.refused.append(f"UID {rest}")
        return ["BAD not so"]

    async def _idle(self, tag: str) -> None:
        self._say("+ idling")
        self.server.idles.add(self.writer)
        self.server.listens.set()
        said = await self.reader.readline()
        self.server.idles.discard(self.writer)
        self.server.listens.clear()
        self._say("OK done" if said.strip().upper() == b"DONE" else "BAD", end=tag)

    def _say(self, *lines: str | bytes, end: str = "") -> None:
        *first, last = lines
        for line in first:
            self.writer.write((line.encode() if isinstance(line, str) else line) + b"\r\n")
        tail = last.encode() if isinstance(last, str) else last
        self.writer.write((f"{end} ".encode() if end else b"") + tail + b"\r\n")


@asynccontextmanager
async def mail_server(**said: object) -> AsyncIterator[MailServer]:
    server = MailServer(**said)  # type: ignore[arg-type]
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        server.hangs_up()
        listening.close()
