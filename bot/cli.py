"""The command line. Exit codes: 0 done, 1 it failed, 2 bad input; never a traceback for either."""

from __future__ import annotations

import asyncio
import gc
import os
import secrets
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rich.progress import Progress

from bot.clock import SystemClock
from bot.commands import offices
from bot.commands.loading import Voice
from bot.late_models import build_named, import_aiogram
from bot.logs import set_up_logs
from bot.settings import Settings, check_env_file, open_to_others
from bot.terminal import console
from desk.places import places
from files.failure import Failure
from storage.ailments import DatabaseAilsError, DBAPIError
from storage.offices import NoOfficeError

FAILED, BAD_INPUT = 1, 2
MADE = 10_000  # objects, before the youngest are looked through; a tap makes some thousands, and leaves few
USERS_OF_AIOGRAM = ("bot", "handlers", "screens")

errors = console(stderr=True)
out = console()

app = typer.Typer(add_completion=False, no_args_is_help=False, pretty_exceptions_enable=False)
office = typer.Typer(no_args_is_help=True, help="Set up, compare, export, check an office.")
app.add_typer(office, name="office")
ledger = typer.Typer(no_args_is_help=True, help="The ledger, for whoever checks it elsewhere.")
app.add_typer(ledger, name="ledger")


@contextmanager
def _loading() -> Iterator[None]:
    """Loads aiogram and whatever stands on it, which takes seconds that `office` need not wait for.

    Garbage, of which there is none, is not looked for: neither meanwhile, nor in what is loaded later on. What comes
    after that lives for a tap and seldom in circles, so it is looked through less often than Python's usual.
    """
    gc.disable()
    try:
        import_aiogram()
        yield
        build_named(USERS_OF_AIOGRAM)
    finally:
        gc.freeze()
        gc.set_threshold(MADE, 20, 20)
        gc.enable()


@app.callback(invoke_without_command=True)
def default(context: typer.Context) -> None:
    """Fairlead shares a company's leads between its managers, fairly and provably.

    Without a command: the bot if BOT_TOKEN is set, else the demo office.
    """
    if context.invoked_subcommand is None:
        run() if settings().bot_token else demo()


@app.command()
def run() -> None:
    """The bot on Telegram. SIGTERM stops it cleanly."""
    chosen = settings()
    if not chosen.bot_token:
        errors.print("BOT_TOKEN is not set: put it into .env, or try `python -m bot demo`")
        raise typer.Exit(BAD_INPUT)
    with _loading():
        from bot.run import run_bot

    set_up_logs(chosen.log_level, chosen.log_format)
    for words in open_to_others(chosen.database_url):
        errors.print(words)
    asyncio.run(run_bot(chosen))


@app.command()
def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any free one")] = 8080,
    speed: Annotated[float, typer.Option(min=0.1, max=3600, help="How fast the office's clock runs")] = 1.0,
    empty: Annotated[bool, typer.Option("--empty", help="An office that is still to be set up")] = False,
) -> None:
    """The whole office in a browser, on a stand-in for Telegram. No token, no network."""
    with _loading():
        from bot.demo.run import run_demo

    set_up_logs("WARNING", "text")
    asyncio.run(run_demo(port, speed, empty=empty, say=out.print))


@app.command()
def verify(
    head: Annotated[
        str | None, typer.Option(help="A head that was published once, NUMBER:SEAL: must be in the chain")
    ] = None,
) -> None:
    """The ledger's chain, every decision made again, every balance folded again, every draw. Changes nothing."""
    from bot.commands.verify import verify as run_verify

    out.print(asyncio.run(run_verify(settings().database_url, _progress, SystemClock().now(), head)))


@ledger.command("export")
def export(
    file: Path,
    until: Annotated[
        int | None, typer.Option(min=1, metavar="NUMBER", help="Up to this entry; without it, all")
    ] = None,
) -> None:
    """A ZIP for whoever checks the past without this program: the ledger, nothing personal in it, and check.py."""
    from bot.commands.ledger import export as run_export

    out.print(asyncio.run(run_export(settings().database_url, file, _progress, SystemClock().now(), until)))


@app.command()
def replay(
    events: Annotated[Path | None, typer.Argument(help="Recorded events")] = None,
    office: Annotated[Path | None, typer.Option(help="The office file whose rules apply")] = None,
    scheme: Annotated[list[str] | None, typer.Option(help="Under this scheme; may be repeated")] = None,
    decisions: Annotated[Path | None, typer.Option(help="Write each offer as a line of JSON")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the reports as one JSON object")] = False,
    history: Annotated[
        bool, typer.Option("--history", help="The office's own leads instead of events")
    ] = False,
    first: Annotated[str | None, typer.Option("--from", help="--history: from this day on")] = None,
    last: Annotated[str | None, typer.Option("--to", help="--history: up to this day, included")] = None,
    png: Annotated[Path | None, typer.Option(help="--history: draw the schemes into this file")] = None,
) -> None:
    """The same rules over recorded events, in virtual time. Several schemes stand side by side.

    With --history: over the office's own last four weeks, from its database.
    """
    from bot.commands.options import BadOptionError
    from bot.commands.replay import Voice
    from bot.commands.replay import replay as run_replay

    voice = Voice(out.print, typer.echo, _progress)
    if history:
        why = "--history takes the office and its leads from the database"
        _refuse(why, {"EVENTS.csv": events, "--office": office, "--decisions": decisions})
        from bot.commands.what_if import Asked, what_if

        asked = Asked(scheme or [], first, last, as_json=as_json, png=png)
        asyncio.run(what_if(asked, settings().database_url, SystemClock(), voice))
        return
    _refuse("goes with --history only", {"--from": first, "--to": last, "--png": png})
    if events is None or office is None:
        missing = "EVENTS.csv" if events is None else "--office FILE.toml"
        raise BadOptionError(f"replay: {missing} is missing; for the office's own history there is --history")
    run_replay(events, office, scheme or [], decisions, as_json=as_json, voice=voice)


@app.command("import")
def import_(
    file: Path,
    create: Annotated[
        bool, typer.Option("--create", help="Make managers and segments that are not there")
    ] = False,
    rejects: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Take the good rows, write the others there")
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN",
            help="Read a field from this column; may be repeated; FIELD= from none",
        ),
    ] = None,
) -> None:
    """Past leads with what came of them: our own CSV, or CSV and XLSX of Excel, Bitrix24, amoCRM.

    The same file twice changes nothing.
    """
    from bot.commands.imports import import_leads
    from bot.commands.options import mapping

    salt = secrets.token_hex(32)
    out.print(
        asyncio.run(
            import_leads(
                file,
                settings().database_url,
                SystemClock(),
                salt,
                _progress,
                create=create,
                rejects=rejects,
                named=mapping(columns or []),
            )
        )
    )


@app.command()
def report(
    since: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day")] = "",
    until: Annotated[str, typer.Option("--to", metavar="DATE", help="The last day")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print it as one JSON object")] = False,
    png: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw the summary's chart")] = None,
    xlsx: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write an Excel file, with every lead in it")
    ] = None,
    csv: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write every lead as CSV, for any sheet")
    ] = None,
) -> None:
    """The statistics of a period: all that was handed over in these days. Without them, of everything."""
    from bot.commands.report import Voice, Wanted
    from bot.commands.report import report as run_report

    wanted = Wanted(since, until, as_json=as_json, xlsx=xlsx, csv=csv, png=png)
    voice = Voice(out.print, typer.echo, _progress)
    asyncio.run(run_report(settings().database_url, wanted, SystemClock(), voice))


def _refuse(why: str, given: Mapping[str, object]) -> None:
    """Options that mean nothing here are a mistake, not to be passed over. Raises BadOptionError."""
    from bot.commands.options import BadOptionError

    for name, value in given.items():
        if value is not None:
            raise BadOptionError(f"{name}: {why}")


@app.command()
def backup(file: Path) -> None:
    """A consistent copy of the database, also while the bot runs. An earlier backup of that name is replaced."""
    from bot.commands.backup import backup as run_backup

    out.print(run_backup(settings().database_url, file, _progress, SystemClock().now()))


@app.command()
def move(
    source: Annotated[str, typer.Argument(metavar="FROM_URL", help="The database as it is; it is only read")],
    target: Annotated[str, typer.Argument(metavar="TO_URL", help="An empty one")],
) -> None:
    """The whole office from SQLite to PostgreSQL or back, counted, compared and verified on both sides.

    Stop the bot before. All of it moves, or nothing.
    """
    from bot.commands.move import move as run_move

    out.print(run_move(source, target, _progress, SystemClock().now()))


@app.command()
def erase(
    phone: Annotated[str | None, typer.Argument(help="In any spelling, in quotes if it has spaces")] = None,
    lead: Annotated[int | None, typer.Option(min=1, metavar="N", help="Whose lead this is")] = None,
    contact: Annotated[
        str | None, typer.Option(metavar="TEXT", help="A mail address, a Telegram name, any other contact")
    ] = None,
    all_extensions: Annotated[
        bool, typer.Option("--all-extensions", help="PHONE whatever extension stands behind it")
    ] = False,
) -> None:
    """Removes a client's name, phone, text and files from everywhere, and tells what was destroyed and when."""
    from bot.commands.erase import Whom
    from bot.commands.erase import erase as run_erase

    whom = Whom(phone, lead, contact, all_extensions)
    asyncio.run(run_erase(whom, settings().database_url, SystemClock(), out.print))


@office.command("load")
def load(
    file: Path,
    yes: Annotated[bool, typer.Option("--yes", help="Do without a question what takes people away")] = False,
) -> None:
    """Sets the office up as the file says, and tells what that changes. History is never deleted.

    What dismisses people or undoes what was changed in the chat is asked about first.
    """
    chosen = settings()
    voice = Voice(out.print, typer.confirm if sys.stdin.isatty() and sys.stdout.isatty() else None)
    way = (file, chosen.database_url, SystemClock(), voice, chosen.admin_ids)
    out.print(asyncio.run(offices.load(*way, yes=yes)))


@office.command("diff")
def diff(file: Path) -> None:
    """Tells what loading the file would change, and changes nothing."""
    asyncio.run(offices.diff(file, settings().database_url, SystemClock(), Voice(out.print)))


@office.command("check")
def check(file: Path) -> None:
    """Reads the file and says what is wrong with it, line by line."""
    out.print(offices.check(file))


@office.command("dump")
def dump(file: Annotated[Path | None, typer.Argument()] = None) -> None:
    """Writes the stored office as a file, or to the terminal."""
    text = asyncio.run(offices.dump(settings().database_url))
    if file:
        file.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


def settings() -> Settings:
    """Raises ValidationError, which `main` turns into a line for each wrong setting, and EnvFileError."""
    check_env_file()
    return Settings()


def main() -> None:
    """Every known failure ends in a plain line or a few, on standard error.

    What is written (the database, dumps, reports) is for whoever runs the program, and for nobody else.
    """
    os.umask(0o077)
    try:
        app()
    except Failure as error:
        _fail(error.code, str(error))
    except ValidationError as error:
        _fail(BAD_INPUT, *map(_setting, error.errors()))
    except NoOfficeError:
        _fail(FAILED, "there is no office in this database yet: python -m bot office load FILE.toml")
    except DatabaseAilsError as error:
        _fail(FAILED, str(error))
    except DBAPIError as error:
        _fail(FAILED, f"the database at DATABASE_URL: {str(error.orig).splitlines()[0]}")
    except OSError as error:
        _fail(FAILED, str(error))
    except KeyboardInterrupt:
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - a fault of ours; its words may hold a secret or a client's name
        _fail(
            FAILED,
            "Fairlead has failed. These lines hold nothing personal, please report them:",
            *places(error),
        )


def _progress() -> Progress:
    return Progress(console=errors, transient=True, disable=not errors.is_terminal)


def _fail(code: int, *lines: str) -> None:
    for line in lines:
        errors.print(line)
    sys.exit(code)


def _setting(error: ErrorDetails) -> str:
    """`ADMIN_IDS: Input should be a valid integer`"""
    name = ".".join(str(part).upper() for part in error["loc"][:1])
    words = error["msg"].removeprefix("Value error, ")
    return f"{name}: {words}" if name else words
