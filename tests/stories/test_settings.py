"""`.env`, the token's own file, and who may read what the program writes."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.settings import Settings, open_to_others
from tests.stories.command_line import Fairlead
from tests.stories.test_office_command import EXAMPLE

TOKEN = "123456:ABC-DEF_ghi"
FOR_US_ALONE = 0o600


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (f"BOT_TOKEN={TOKEN}\nLOG_LEVEL=INFO\n".encode("utf-16"), 1),
        (f"BOT_TOKEN={TOKEN}\n".encode("utf-16-le"), 1),
        ("LOG_LEVEL=INFO\n# для Казани\n".encode("cp1251"), 2),
        (b"LOG_LEVEL=INFO\n\nHTTP_HOST=\xff\xfe\n", 3),
    ],
)
def test_a_file_of_settings_that_is_no_text_is_named_by_its_line(
    fairlead: Fairlead, raw: bytes, line: int
) -> None:
    Path(".env").write_bytes(raw)
    ended = fairlead("run")
    assert (ended.code, ended.errors) == (2, f".env:{line}: is not UTF-8 text\n")
    assert TOKEN not in ended.errors


def test_a_line_that_is_no_setting_is_named_and_not_repeated(fairlead: Fairlead) -> None:
    Path(".env").write_text(f"LOG_LEVEL=INFO\n'{TOKEN}\n")
    ended = fairlead("run")
    assert (ended.code, ended.errors) == (2, ".env:2: is no setting; one looks like NAME=value\n")


def test_a_file_as_notepad_writes_it_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(f"BOT_TOKEN={TOKEN}\r\n".encode("utf-8-sig"))
    token = Settings(_env_file=tmp_path / ".env").bot_token
    assert token and token.get_secret_value() == TOKEN


def test_the_token_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    token = Settings(_env_file=None, bot_token_file=tmp_path / "token").bot_token
    assert token and token.get_secret_value() == TOKEN


@pytest.mark.parametrize(
    ("content", "more", "words"),
    [
        (b"my-token", {}, "BOT_TOKEN_FILE: token holds no token"),
        (b"\xff\xfe", {}, "BOT_TOKEN_FILE: token holds no token"),
        (None, {}, "BOT_TOKEN_FILE: token: No such file"),
        (TOKEN.encode(), {"BOT_TOKEN": TOKEN}, "BOT_TOKEN and BOT_TOKEN_FILE: give one of them"),
    ],
)
def test_a_file_without_a_token_is_named(
    fairlead: Fairlead,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes | None,
    more: dict[str, str],
    words: str,
) -> None:
    if content is not None:
        Path("token").write_bytes(content)
    for name, value in {"BOT_TOKEN_FILE": "token", **more}.items():
        monkeypatch.setenv(name, value)
    ended = fairlead("run")
    assert ended.code == 2
    assert words in ended.errors and len(ended.errors.splitlines()) == 1
    assert "my-token" not in ended.errors


def test_what_the_program_writes_is_for_its_owner_alone(fairlead: Fairlead, tmp_path: Path) -> None:
    assert fairlead("office", "load", str(EXAMPLE)).code == 0
    assert fairlead("office", "dump", "office.toml").code == 0
    for name in ("fairlead.db", "office.toml"):
        assert mode(tmp_path / name) == FOR_US_ALONE


def test_files_that_others_may_read_are_named(tmp_path: Path) -> None:
    env, database = tmp_path / ".env", tmp_path / "fairlead.db"
    address = f"sqlite+aiosqlite:///{database}"
    assert list(open_to_others(address, env)) == [], "there are none yet"
    for file in (env, database):
        file.touch()
        file.chmod(0o644)
    assert [words.partition(" ")[0] for words in open_to_others(address, env)] == [str(env), str(database)]
    for file in (env, database):
        file.chmod(FOR_US_ALONE)
    assert list(open_to_others(address, env)) == []
    assert list(open_to_others("postgresql+asyncpg://bot@db/leads", env)) == []
