"""Where leads come from, as the office file says it."""

from __future__ import annotations

import pytest

from files.office_file import OfficeFileError, parse_office
from leads.sources import Source, SourceKind
from tests.files.office_file.whole import WHOLE

LINES = """
[[sources]]
id = "site"
name = "Сайт"
kind = "tilda"
secret_env = "SITE_SECRET"
straight_on = true

[[sources]]
id = "avito"
name = "Авито"
kind = "hand"
segment = "kazan"
"""
OFFICE = WHOLE + LINES
FIRST = OFFICE.count("\n") - LINES.count("\n") + 1  # the line above `[[sources]]`


def test_every_key_reaches_its_place() -> None:
    assert parse_office(OFFICE, "office.toml").sources == (
        Source("site", "Сайт", SourceKind.TILDA, secret_env="SITE_SECRET", straight_on=True),
        Source("avito", "Авито", segment="kazan"),
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        (
            'kind = "hand"',
            'kind = "handy"',
            11,
            "sources[1].kind: must be 'hand', 'tilda', 'marquiz', 'yandex_forms'",
        ),
        ('kind = "hand"\n', "", 8, "sources[1].kind: is missing"),
        ('id = "avito"', 'id = "site"', 9, 'sources[1].id: "site" is taken already'),
        (
            'id = "avito"',
            'id = "Авито"',
            9,
            "sources[1].id: must be 1 to 32 of the characters a-z, 0-9, - and _",
        ),
        ('"Авито"', '" "', 10, "sources[1].name: must not be blank"),
        ("straight_on = true", 'straight_on = "yes"', 6, "sources[0].straight_on: must be true or false"),
        (
            '"SITE_SECRET"',
            '"SITE SECRET"',
            5,
            "sources[0].secret_env: must be the name of a variable of the environment, like AVITO_SECRET",
        ),
        (
            'segment = "kazan"\n',
            'segment = "kasan"\n',
            12,
            'sources[1].segment: no segment has the id "kasan"; did you mean "kazan"?',
        ),
        ("secret_env", "secret", 5, 'sources[0].secret: unknown key; did you mean "secret_env"?'),
    ],
)
def test_one_mistake_is_one_problem_with_its_line(old: str, new: str, line: int, problem: str) -> None:
    assert old in LINES
    wrong = OFFICE.removesuffix(LINES) + LINES.replace(old, new, 1)
    with pytest.raises(OfficeFileError) as raised:
        parse_office(wrong, "o.toml")
    (found,) = raised.value.problems
    assert str(found).startswith(f"o.toml:{FIRST + line}: {problem}")
