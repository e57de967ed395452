"""Every text exists in every locale, says the same things, and is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

import locales
from bot.watchdog.rule import Trouble
from leads.lead import Due, Outcome, Progress, Result, State, Step
from leads.office import SETTINGS, Presence, Role
from leads.presence import Absence
from leads.proof.audit import Cause
from leads.reasons import DeclineReason, RefusalReason
from leads.refusals import Refusal
from leads.schemes import SCHEMES
from leads.schemes.scheme import Scheme
from screens.texts import LOCALES, LONGEST_ARGUMENT, Html, Texts, cut, texts_for, units
from screens.views.office import Kind

LOCALES_FOLDER = Path(str(locales.__file__)).parent
ROOMS = ("bot", "handlers", "desk", "reports", "files", "screens")
SOURCES = [file for room in ROOMS for file in (Path(__file__).parents[2] / room).rglob("*.py")]
COUNTED = {"zero", "one", "two", "few", "many"}
FAMILIES: dict[str, type[StrEnum]] = {
    "refusal": Refusal,
    "absent": Absence,
    "you": Absence,
    "were": Absence,
    "decline": DeclineReason,
    "lost": RefusalReason,
    "state": State,
    "lead-offered": Step,
    "why-waiting": Due,
    "outcome": Outcome,
    "progress": Progress,
    "workbook-step": Step,
    "workbook-result": Result,
    "workbook-outcome": Outcome,
    "workbook-progress": Progress,
    "role": Role,
    "help": Role,
    "button-invite": Role,
    "result": Result,
    "office-presence": Presence,
    "line": Cause,
    "aside-kind": Kind,
    "notice-trouble-over": Trouble,
}


class _Reader(Visitor):
    """The arguments of a message, and the keys of each choice that it makes by one."""

    def __init__(self) -> None:
        self.arguments: set[str] = set()
        self.choices: list[set[str]] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the visitor's names
        self.arguments.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        keys = [v.key for v in node.variants]
        self.choices.append({k.name if isinstance(k, ftl.Identifier) else k.value for k in keys})
        self.generic_visit(node)


def messages(locale: str) -> Iterator[tuple[str, _Reader]]:
    for file in sorted((LOCALES_FOLDER / locale).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file}: {entry.content}"
            if isinstance(entry, ftl.Message):
                reader = _Reader()
                reader.visit(entry)
                yield entry.id.name, reader


@cache
def ids() -> frozenset[str]:
    return frozenset(name for name, _ in messages("ru"))


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_is_written_twice(locale: str) -> None:
    names = [name for name, _ in messages(locale)]
    assert sorted(names) == sorted(set(names))


def test_every_text_exists_in_every_locale_with_the_same_arguments() -> None:
    russian, english = ({name: reader.arguments for name, reader in messages(locale)} for locale in LOCALES)
    assert russian == english


def test_whatever_russian_counts_it_counts_in_all_its_forms() -> None:
    counting = [(name, keys) for name, reader in messages("ru") for keys in reader.choices if keys & COUNTED]
    assert counting
    for name, keys in counting:
        assert {"one", "few", "many", "other"} <= keys, name


@pytest.mark.parametrize(("family", "members"), FAMILIES.items(), ids=str)
def test_every_member_of_an_enum_has_its_text(family: str, members: type[StrEnum]) -> None:
    assert {f"{family}-{member}" for member in members} <= ids()


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=lambda scheme: scheme.name)
def test_every_scheme_has_its_name_and_all_that_it_explains_itself_with(scheme: Scheme) -> None:
    assert scheme.texts <= ids()


def test_every_setting_has_its_name_and_its_meaning() -> None:
    assert {text for setting in SETTINGS for text in (setting.text, setting.title)} <= ids()


def test_every_text_that_the_code_asks_for_exists_and_every_text_is_asked_for() -> None:
    asked, mentioned = _asked_for()
    for pattern in asked:
        assert any(re.fullmatch(pattern, name) for name in ids()), pattern
    unused = {name for name in ids() if not any(re.fullmatch(pattern, name) for pattern in asked)} - mentioned
    assert unused == set()


def _asked_for() -> tuple[set[str], set[str]]:
    """Patterns of the ids in calls of `texts(…)` and `texts.plain(…)`, and every other string in the code."""
    asked, mentioned = set(), {text for setting in SETTINGS for text in (setting.text, setting.title)}
    mentioned.update(*(scheme.texts for scheme in SCHEMES.values()))
    for node in (node for file in SOURCES for node in ast.walk(ast.parse(file.read_text("utf-8")))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            mentioned.add(node.value)
        if isinstance(node, ast.Call) and node.args and _is_lookup(node.func):
            asked.add(_pattern(node.args[0]))
    return asked - {""}, mentioned


def _is_lookup(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        return function.attr == "plain"
    return isinstance(function, ast.Name) and function.id == "texts"


def _pattern(id: ast.expr) -> str:
    if isinstance(id, ast.Constant):
        return re.escape(str(id.value))
    if isinstance(id, ast.JoinedStr):
        return "".join(_pattern(p) if isinstance(p, ast.Constant) else "[a-z0-9_-]+" for p in id.values)
    return ""


def test_what_people_type_is_escaped_and_cannot_bring_markup() -> None:
    texts = texts_for("ru")
    assert texts("me-title", name="<b>Иван</b> & Ко") == "<b>&lt;b&gt;Иван&lt;/b&gt; &amp; Ко</b>"
    assert texts("me-title", name=Html("<i>Иван</i>")) == "<b><i>Иван</i></b>"
    assert texts.plain("button-invite", name="Иван & Ко") == "🔗 Иван & Ко"


def test_a_long_name_cannot_fill_a_message() -> None:
    assert units(texts_for("ru").plain("button-invite", name="😀" * 10_000)) < LONGEST_ARGUMENT + 5


def test_a_wrong_id_a_missing_argument_and_an_unknown_locale_are_noticed() -> None:
    with pytest.raises(LookupError, match="no text 'nothing'"):
        texts_for("ru")("nothing")
    with pytest.raises(LookupError, match="number"):
        texts_for("ru")("bystander-closed")
    with pytest.raises(LookupError, match="xx"):
        Texts("xx")


def test_lead_numbers_are_never_grouped() -> None:
    assert texts_for("ru").plain("notice-why-unknown", number=1234567) == "Лида №1234567 нет."


@given(st.text(), st.integers(0, 50))
def test_cutting_keeps_the_limit_and_the_beginning(text: str, most: int) -> None:
    short = cut(text, most)
    assert units(short) <= most
    assert short == text or text.startswith(short.removesuffix("…"))
    assert (short == text) == (units(text) <= most)


def test_cutting_never_splits_an_emoji() -> None:
    assert cut("😀😀😀", 5) == "😀😀…"
    assert cut("😀😀😀", 4) == "😀…"
    assert cut("😀", 1) == "…"
    assert cut("😀", 0) == ""
