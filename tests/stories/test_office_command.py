"""The administrator at the terminal: `office check`, `load`, `dump`, and what a mistake looks like."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.commands import offices
from bot.settings import Settings
from tests.stories.command_line import Fairlead

EXAMPLE = Path(__file__).parents[2] / "office.example.toml"


def test_the_example_is_checked_loaded_twice_and_dumped_the_same(fairlead: Fairlead, tmp_path: Path) -> None:
    assert fairlead("office", "check", str(EXAMPLE)).code == 0
    assert fairlead("office", "load", str(EXAMPLE)).code == 0
    first = fairlead("office", "dump")
    assert "Окна Казань" in first.out
    assert fairlead("office", "load", str(EXAMPLE)).code == 0
    assert fairlead("office", "dump", "again.toml").code == 0
    assert (tmp_path / "again.toml").read_text("utf-8") == first.out
    assert fairlead("office", "load", "again.toml").code == 0
    assert fairlead("office", "dump").out == first.out


def test_the_office_s_own_phones_are_read_in_any_spelling(fairlead: Fairlead, tmp_path: Path) -> None:
    text = EXAMPLE.read_text("utf-8")
    line = '# own_phones = ["+7 843 200-00-00"]'
    assert line in text
    own = 'own_phones = ["8 (843) 2000000", "8 843 2000001 доб. 5", "998 90 123 45 67"]'
    (tmp_path / "own.toml").write_text(text.replace(line, own), "utf-8")
    assert fairlead("office", "load", "own.toml").code == 0
    said = 'own_phones = ["+7 843 200-00-00", "+7 843 200-00-01 ext. 5", "+998 90 123 45 67"]'
    assert said in fairlead("office", "dump").out
    place = next(n for n, words in enumerate(text.splitlines(), 1) if words == line)
    for wrong, why in (
        ('["8 843 200-00"]', '[0]: "8 843 200-00" is not a telephone number; write it like +7 843 200-00-00'),
        ("[78432000000]", "[0]: must be text in quotes"),
        ('["8 843 200-00-00", "+78432000000"]', ': names "+78432000000" twice'),
    ):
        (tmp_path / "bad.toml").write_text(text.replace(line, f"own_phones = {wrong}"), "utf-8")
        ended = fairlead("office", "load", "bad.toml")
        assert ended.code == 2 and ended.errors.startswith(f"bad.toml:{place}: office.own_phones{why}")


def test_a_bad_file_is_one_line_that_names_the_place_and_loads_nothing(
    fairlead: Fairlead, tmp_path: Path
) -> None:
    fairlead("office", "load", str(EXAMPLE))
    before = fairlead("office", "dump").out
    text = (
        EXAMPLE.read_text("utf-8")
        .replace("Окна Казань", "Другое имя")
        .replace('scheme = "queue"', 'scheme = "que"')
    )
    (tmp_path / "bad.toml").write_text(text, "utf-8")
    line = next(n for n, words in enumerate(text.splitlines(), 1) if 'scheme = "que"' in words)

    ended = fairlead("office", "load", "bad.toml")

    assert ended.code == 2
    assert ended.errors.startswith(f"bad.toml:{line}: segments[")
    assert "scheme" in ended.errors
    assert "Traceback" not in ended.errors
    assert fairlead("office", "dump").out == before


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("", "missing.toml:1"),
        ("[office\n", "office.toml:1"),
        ('[office]\nname = "A"\ntimezone = "Mars/Base"\n', "office.toml:3: office.timezone"),
        (
            '[office]\nname = "A"\ntimezone = "UTC"\nfree_decline_reasons = ["wrong_segmnt"]\n',
            "office.toml:4: office.free_decline_reasons[0]: must be 'busy', 'away', 'wrong_segment', ",
        ),
    ],
    ids=["no such file", "not TOML", "no such time zone", "no such reason"],
)
def test_whatever_is_wrong_with_a_file_has_its_place(
    fairlead: Fairlead, tmp_path: Path, content: str, place: str
) -> None:
    if content:
        (tmp_path / "office.toml").write_text(content, "utf-8")
    ended = fairlead("office", "check", place.partition(":")[0])
    assert ended.code == 2
    assert place in ended.errors


def test_without_an_office_there_is_nothing_to_dump(fairlead: Fairlead) -> None:
    ended = fairlead("office", "dump")
    assert ended.code == 1
    assert "office load" in ended.errors


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("DATABASE_URL", "mysql://somewhere", "DATABASE_URL: begins with"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL: "),
        ("BOT_TOKEN", "my-token", "BOT_TOKEN: is not a token"),
        ("TELEGRAM_PROXY", "127.0.0.1:1080", "TELEGRAM_PROXY: begins with"),
        ("TELEGRAM_API_URL", "api.example.org", "TELEGRAM_API_URL: begins with"),
        ("ADMIN_IDS", "1001, me", "ADMIN_IDS: "),
        ("WEBHOOK_URL", "https://example.org/hook", "WEBHOOK_SECRET"),
        ("WEBHOOK_SECRET", "with spaces", "WEBHOOK_SECRET: is made of"),
        ("DATABASE_URL", "postgresql+asyncpg://bot:pass@hunter2:x/leads", "DATABASE_URL: cannot be read"),
    ],
)
def test_a_wrong_setting_is_named(
    fairlead: Fairlead, monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    monkeypatch.setenv(name, value)
    ended = fairlead("run")
    assert ended.code == 2
    assert words in ended.errors
    assert len(ended.errors.splitlines()) == 1


def test_run_without_a_token_says_what_to_do(fairlead: Fairlead) -> None:
    ended = fairlead("run")
    assert ended.code == 2
    assert "BOT_TOKEN" in ended.errors


@pytest.mark.parametrize("path", ["nowhere/fairlead.db", "notes.txt"])
def test_a_database_that_cannot_be_one_is_named(
    fairlead: Fairlead, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    (tmp_path / "notes.txt").write_text("these are notes, long enough to look like a database header" * 10)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/{path}")
    ended = fairlead("office", "load", str(EXAMPLE))
    assert ended.code == 1
    assert path in ended.errors
    assert "Traceback" not in ended.errors


def test_loading_again_keeps_balances_and_telegram_accounts(fairlead: Fairlead, tmp_path: Path) -> None:
    fairlead("office", "load", str(EXAMPLE))
    with sqlite3.connect(tmp_path / "fairlead.db") as file:
        file.execute("UPDATE members SET credit = '7', ticket = 40 WHERE person = 'petrov'")
        file.execute("UPDATE people SET telegram_id = 555 WHERE id = 'anna'")
    file.close()
    fairlead("office", "load", str(EXAMPLE))
    with sqlite3.connect(tmp_path / "fairlead.db") as file:
        kept = set(file.execute("SELECT credit, ticket FROM members WHERE person = 'petrov'"))
        connected = file.execute("SELECT telegram_id FROM people WHERE id = 'anna'").fetchone()
    file.close()
    assert kept == {("7", 40)}
    assert connected == (555,)


PASSWORD = "hunter2"
WITH_PASSWORD = "postgresql+asyncpg://bot:{}@127.0.0.1:{}/leads"


@pytest.mark.parametrize(
    "address", [WITH_PASSWORD.format(PASSWORD, 1), WITH_PASSWORD.format("a@b:" + PASSWORD, "x")]
)
@pytest.mark.parametrize("command", [("office", "dump"), ("office", "load", str(EXAMPLE)), ("verify",)])
def test_what_fails_does_not_tell_the_database_s_password(
    fairlead: Fairlead, monkeypatch: pytest.MonkeyPatch, address: str, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    ended = fairlead(*command)
    assert ended.code in {1, 2}
    assert ended.errors and PASSWORD not in ended.errors + ended.out
    assert "Traceback" not in ended.errors


def test_a_fault_of_ours_is_told_by_its_place_alone(
    fairlead: Fairlead, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Path) -> str:
        raise RuntimeError(f"Рустам {PASSWORD}")

    monkeypatch.setattr(offices, "check", fails)
    ended = fairlead("office", "check", str(EXAMPLE))
    assert ended.code == 1
    assert "RuntimeError at test_office_command.py" in ended.errors
    assert PASSWORD not in ended.errors and "Рустам" not in ended.errors and "Traceback" not in ended.errors


def test_settings_keep_their_secrets_to_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = {
        "BOT_TOKEN": f"123456:{PASSWORD}",
        "DATABASE_URL": WITH_PASSWORD.format(PASSWORD, 5432),
        "TELEGRAM_PROXY": f"socks5://bot:{PASSWORD}@127.0.0.1:1080",
        "WEBHOOK_SECRET": PASSWORD,
    }
    for name, value in secrets.items():
        monkeypatch.setenv(name, value)
    settings = Settings(_env_file=None)
    assert PASSWORD not in repr(settings) and PASSWORD not in str(settings)
    monkeypatch.setenv("WEBHOOK_URL", "https://okna.example/hook")
    with pytest.raises(ValidationError) as refused:
        Settings(_env_file=None)
    assert PASSWORD not in str(refused.value)


@pytest.mark.parametrize(
    ("phone", "code", "words"),
    [
        ("8 960 123-45-67", 1, "nothing is stored about this number"),
        ("Рустам", 2, "is not a telephone number"),
    ],
)
def test_an_erasure_that_finds_nobody_is_one_clear_line(
    fairlead: Fairlead, phone: str, code: int, words: str
) -> None:
    assert fairlead("erase", phone).code == code, "without an office too"
    fairlead("office", "load", str(EXAMPLE))
    ended = fairlead("erase", phone)
    assert (ended.code, ended.out) == (code, "") and words in ended.errors
    assert len(ended.errors.splitlines()) == 1


@pytest.mark.parametrize(
    ("value", "words"),
    [("0", "must be at least 1"), ('"36mo"', "must be a whole number"), ("1201", "must be at most 1200")],
)
def test_how_long_clients_are_kept_is_a_number_of_months(
    fairlead: Fairlead, tmp_path: Path, value: str, words: str
) -> None:
    text = EXAMPLE.read_text("utf-8")
    line = "# retention_months = 36"
    (tmp_path / "office.toml").write_text(text.replace(line, f"retention_months = {value}"), "utf-8")
    ended = fairlead("office", "check", "office.toml")
    assert ended.code == 2 and f"office.retention_months: {words}" in ended.errors
    (tmp_path / "office.toml").write_text(text.replace(line, "retention_months = 36"), "utf-8")
    fairlead("office", "load", "office.toml")
    assert "retention_months = 36" in fairlead("office", "dump").out
