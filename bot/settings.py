"""Settings from the environment or `.env`. What belongs to the office is not here: it is in the database."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Annotated, Literal, Self

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from files.failure import Failure
from storage.address import check, file_of

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
PROXIES = ("http://", "https://", "socks4://", "socks5://")
# psycopg is meant by all of the last three
DATABASES = (
    "sqlite+aiosqlite:///",
    "postgresql://",
    "postgresql+psycopg://",
    "postgresql+asyncpg://",
)

ENV_FILE = Path(".env")
ENCODING = "utf-8-sig"  # Notepad begins a file with a mark


class Settings(BaseSettings):
    """An empty value counts as not set, so that a copied `.env.example` works as it is."""

    # a value that is wrong may be a secret all the same: errors do not repeat it
    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
        env_file_encoding=ENCODING,
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
    )

    bot_token: SecretStr | None = None
    bot_token_file: Path | None = None  # holds the token, so that it is in nobody's environment
    database_url: str = Field(default="sqlite+aiosqlite:///fairlead.db", repr=False)  # may hold a password
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    telegram_api_url: str | None = None
    telegram_proxy: str | None = Field(default=None, repr=False)  # may hold a password
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    http_host: str = "127.0.0.1"
    http_port: int | None = Field(default=None, ge=1, le=65535)
    public_url: str | None = None
    intake_token: SecretStr | None = None
    metrics_token: SecretStr | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """`1001, 1002`"""
        return (
            tuple(part.strip() for part in value.split(",") if part.strip())
            if isinstance(value, str)
            else value
        )

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        """Without a secret anybody who finds the address could speak in Telegram's name."""
        if self.webhook_url and not (self.webhook_secret and self.http_port):
            raise ValueError("WEBHOOK_URL needs WEBHOOK_SECRET and HTTP_PORT")
        return self

    @model_validator(mode="after")
    def _somebody_listens_there(self) -> Self:
        if self.public_url and not self.http_port:
            raise ValueError("PUBLIC_URL needs HTTP_PORT")
        return self

    @field_validator("bot_token")
    @classmethod
    def _looks_like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("is not a token; BotFather gives one like 123456:ABC-DEF")
        return value

    @model_validator(mode="after")
    def _token_out_of_its_file(self) -> Self:
        if self.bot_token_file is None:
            return self
        if self.bot_token:
            raise ValueError("BOT_TOKEN and BOT_TOKEN_FILE: give one of them")
        try:
            said = self.bot_token_file.read_text(ENCODING).strip()
        except OSError as error:
            raise ValueError(f"BOT_TOKEN_FILE: {self.bot_token_file}: {error.strerror}") from None
        except UnicodeDecodeError:
            said = ""
        if not TOKEN.fullmatch(said):
            raise ValueError(f"BOT_TOKEN_FILE: {self.bot_token_file} holds no token like 123456:ABC-DEF")
        self.bot_token = SecretStr(said)
        return self

    @field_validator("webhook_secret")
    @classmethod
    def _telegram_takes_it(cls, value: SecretStr | None) -> SecretStr | None:
        """https://core.telegram.org/bots/api#setwebhook, `secret_token`"""
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("is made of A-Z a-z 0-9 _ -, at most 256 of them")
        return value

    @field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("begins with http:// or https://")
        return value

    @field_validator("public_url")
    @classmethod
    def _is_reached_safely(cls, value: str | None) -> str | None:
        """Telegram opens no page but by https, and an address with a secret in it goes over no open line."""
        if value and not value.startswith("https://"):
            raise ValueError("begins with https://")
        return value.rstrip("/") if value else None

    @field_validator("telegram_proxy")
    @classmethod
    def _is_a_proxy(cls, value: str | None) -> str | None:
        if value and not value.startswith(PROXIES):
            raise ValueError(f"begins with one of {', '.join(PROXIES)}")
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if not value.startswith(DATABASES):
            raise ValueError(f"begins with one of {', '.join(DATABASES)}")
        check(value)
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value


class EnvFileError(Failure):
    """A line of `.env` cannot be read. It is named, and not repeated: it may hold a secret."""

    code = 2


def check_env_file(file: Path = ENV_FILE) -> None:
    """Raises EnvFileError where a line of the file is no text, or no setting.

    One that is not there is all right.
    """
    if not file.is_file():
        return
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise EnvFileError(f"{file}: {error.strerror}") from None
    try:
        text = raw.decode(ENCODING)
    except UnicodeDecodeError as error:
        raise _not_text(file, raw[: error.start]) from None
    if "\0" in text:  # UTF-16 without a mark
        raise _not_text(file, raw[: raw.index(0)])
    for binding in parse_stream(StringIO(text)):
        if binding.error:
            raise EnvFileError(f"{file}:{binding.original.line}: is no setting; one looks like NAME=value")


def _not_text(file: Path, before: bytes) -> EnvFileError:
    return EnvFileError(f"{file}:{before.count(10) + 1}: is not UTF-8 text")


def open_to_others(database_url: str, env_file: Path = ENV_FILE) -> Iterator[str]:
    """Returns a warning for each file of the program's that other users of the machine may read."""
    kept = file_of(database_url)
    for file in (env_file, kept):
        if file and file.is_file() and stat.S_IMODE(file.stat().st_mode) & 0o077:
            yield f"{file} can be read by other users of this machine: chmod 600 {file}"


def variable(name: str) -> str | None:
    """Returns what stands in this environment variable, or in `.env`; None for nothing."""
    return os.environ.get(name) or (dotenv_values(ENV_FILE, encoding=ENCODING).get(name) or None)
