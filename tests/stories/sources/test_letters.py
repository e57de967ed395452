"""Leads by letter: each once, from the moment when the mailbox is set up, whatever the server and the program do."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from leads.mailboxes import MailboxAddress
from sources.mailbox import Mailbox, MailboxRefusedError
from sources.post import EVERY, REFUSED
from sources.reader import Reader
from storage import mailboxes
from storage.mailboxes import MailboxState
from tests.stories.desk import Desk
from tests.stories.sources.mail_server import MailServer, mail_server
from tests.stories.sources.outside import Outside, outside
from tests.stories.words import CLAIM

BOX = {"id": "box", "name": "Почта", "kind": "email", "secret_env": "BOX_SECRET", "straight_on": True}


def letter(number: int, phone: str = "+7 960 000-00-01", **more: str) -> bytes:
    headers = {"From": "leads@ag.example", "Message-ID": f"<{number}@ag.example>", "Subject": "Lead"} | more
    head = "".join(f"{name}: {said}\r\n" for name, said in headers.items())
    kind = (
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
    )
    return f"{head}{kind}\r\nИмя: Ирина {number}\r\nТелефон: {phone}\r\n".encode()


async def looks(world: Outside, server: MailServer) -> None:
    """The program looks into the mailbox once, and reads what it has found."""
    address = MailboxAddress.of(server.address)
    assert address
    box = await asyncio.to_thread(Mailbox.open, address)
    try:
        await world.desk.app.post.take_in("box", box)
    finally:
        box.cut()
    await world.read()


async def answers(world: Outside) -> MailboxState | None:
    async with world.desk.database.reading() as store:
        found = mailboxes.state(store, "box")
    return found[0] if found else None


class Soon:
    """A failure is over at once; nobody looks again which mailboxes there are."""

    async def sleep(self, seconds: float) -> None:
        if seconds in {EVERY, REFUSED}:
            await asyncio.Event().wait()
        await asyncio.sleep(0)


class Told(Reader):
    """Says when something is stored, and reads nothing by itself."""

    def __init__(self, world: Outside) -> None:
        super().__init__(world.desk.app.arrivals)
        self.stored: asyncio.Queue[None] = asyncio.Queue()

    def wake(self) -> None:
        self.stored.put_nowait(None)


def leads(desk: Desk) -> int:
    return sum(
        bool(m.button(CLAIM)) for who in (desk.petrov, desk.sidorova, desk.ivanov) for m in who.messages()
    )


@pytest.fixture(autouse=True)
def _secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOX_SECRET", "imap://somebody:something@127.0.0.1:1")


async def test_a_letter_is_a_lead_and_what_lay_in_the_box_before_is_none(tmp_path: Path) -> None:
    async with outside(tmp_path, BOX) as world, mail_server() as server:
        server.brings(letter(1))
        await looks(world, server)
        assert leads(world.desk) == 0 and not server.fetched
        server.brings(letter(2))
        await looks(world, server)
        await looks(world, server)
        assert server.fetched == [2]
        await world.desk.petrov.taps(CLAIM)
        assert world.desk.petrov.sees("+7 960 000-00-01") and world.desk.petrov.sees("Ирина 2")
        assert not server.refused, "nothing was asked that would change the box"


async def test_also_over_a_restart_and_when_the_box_counts_anew_it_is_one(tmp_path: Path) -> None:
    async with outside(tmp_path, BOX) as world, mail_server() as server:
        await looks(world, server)
        server.brings(letter(1))
        await looks(world, server)
        await world.desk.restarts()
        await looks(world, server)
        assert server.fetched == [1]
        server.validity, server.letters = 8, {40: letter(1), 41: letter(2, "+7 960 000-00-02")}
        await looks(world, server)
        assert len((await world.desk.stored())["requests"]) == 2
        assert len((await world.desk.stored())["leads"]) == 2


async def test_the_program_listens_and_hears_of_a_letter_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with outside(tmp_path, BOX) as world, mail_server() as server:
        monkeypatch.setenv("BOX_SECRET", server.address)
        monkeypatch.setattr("sources.post.WAITS", 1.0)
        post, told = world.desk.app.post, Told(world)
        post.clock, post.reader = Soon(), told
        async with asyncio.timeout(60), asyncio.TaskGroup() as group:
            at_work = group.create_task(post.run())
            await server.listens.wait()
            server.brings(letter(1))
            await told.stored.get()
            server.hangs_up()
            server.letters[5] = letter(2, "+7 960 000-00-02")
            await told.stored.get()
            assert await answers(world) is MailboxState.LISTENS, "a line that is cut is one like any other"
            at_work.cancel()
        await world.read()
        assert leads(world.desk) == 2


async def test_a_wrong_password_is_told_to_the_administrator_once_and_not_tried_at_once_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with outside(tmp_path, BOX, people={"orlova": {"roles": ["director", "admin"]}}) as world:
        async with mail_server(password="another") as server:
            monkeypatch.setenv("BOX_SECRET", server.address)
            slept: list[float] = []

            class Counting:
                async def sleep(self, seconds: float) -> None:
                    slept.append(seconds)
                    if len(slept) == 3:
                        raise asyncio.CancelledError
                    await asyncio.sleep(0)

            world.desk.app.post.clock = Counting()
            with pytest.raises(asyncio.CancelledError):
                await world.desk.app.post._listen("box", server.address)
            assert slept == [600.0] * 3 and server.logins == 3
            assert await answers(world) is MailboxState.REFUSES
        await world.desk.settle()
        assert world.desk.orlova.chat().count("Почтовый ящик источника «Почта» не пускает") == 1


async def test_how_a_mailbox_answers_is_seen_by_the_administrator(tmp_path: Path) -> None:
    people = {"orlova": {"roles": ["director", "admin"]}}
    async with outside(tmp_path, BOX, people=people) as world, mail_server() as server:
        orlova, post = world.desk.orlova, world.desk.app.post
        await orlova.sends("/sources")
        await orlova.taps("Почта")
        assert orlova.sees("Подключаюсь к ящику")

        class Once:
            async def sleep(self, _: float) -> None:
                raise asyncio.CancelledError

        post.clock = Once()
        with pytest.raises(asyncio.CancelledError):
            await post._listen("box", "imap://somebody:something@127.0.0.1:1")
        await world.desk.settle()
        assert orlova.sees("почтовый сервер не отвечает")
        async with asyncio.timeout(60):
            task = asyncio.get_running_loop().create_task(post._listen("box", server.address))
            await server.listens.wait()
            task.cancel()
        await world.desk.settle()
        assert orlova.sees("✅ Ящик открыт с")
        assert not orlova.sees("почтовый сервер не отвечает")


async def test_letters_of_people_and_machines_without_a_number_are_nobodys_lead(tmp_path: Path) -> None:
    async with outside(tmp_path, BOX) as world, mail_server() as server:
        await looks(world, server)
        bounce = letter(2, **{"Auto-Submitted": "auto-replied"})
        for one in (letter(1, "в профиле"), bounce, letter(3, "8 800 100-00-00"), b"rubbish", b"\xff" * 5000):
            server.brings(one)
        await looks(world, server)
        assert leads(world.desk) == 0
        assert len((await world.desk.stored())["requests"]) == 5, "they are kept for a while all the same"


async def test_two_clients_of_one_aggregator_are_two_whatever_stands_below_each_letter(
    tmp_path: Path,
) -> None:
    async with outside(tmp_path, BOX) as world, mail_server() as server:
        await looks(world, server)
        footer = "Ваш менеджер: +7 960 999-99-99, help@ag.example, 8 800 100-00-00\r\n".encode()
        for number in (1, 2):
            server.brings(letter(number, f"+7 960 000-00-0{number}") + footer)
        await looks(world, server)
        assert len((await world.desk.stored())["clients"]) == 2 and leads(world.desk) == 2


async def test_a_letter_of_many_megabytes_is_read_as_far_as_its_words_go(tmp_path: Path) -> None:
    async with outside(tmp_path, BOX) as world, mail_server() as server:
        await looks(world, server)
        server.brings(letter(1) + b"x" * 3_000_000)
        await looks(world, server)
        assert leads(world.desk) == 1


@pytest.mark.parametrize(
    "written",
    [
        "imaps://user@imap.yandex.ru",
        "imap://user:password@imap.yandex.ru",
        "https://user:password@imap.yandex.ru",
        "imaps://user:password@",
        "imaps://user:password@host:port",
        "user:password",
        "imaps://[::1",
    ],
)
def test_what_is_no_address_of_a_mailbox(written: str) -> None:
    assert MailboxAddress.of(written) is None


def test_an_address_says_all_of_it_and_shows_no_password() -> None:
    found = MailboxAddress.of("imaps://leads%40okna.ru:p%2Fw@imap.yandex.ru/Leads")
    assert found == MailboxAddress("imap.yandex.ru", 993, "leads@okna.ru", "p/w", "Leads")
    assert "p/w" not in repr(found)


async def test_a_folder_that_is_not_there_is_refused() -> None:
    async with mail_server() as server:
        address = MailboxAddress.of(f"{server.address}/Nowhere")
        assert address
        with pytest.raises(MailboxRefusedError):
            await asyncio.to_thread(Mailbox.open, address)
