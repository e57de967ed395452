"""What is wrong with an office file is said in the reader's language, by the form of the terminal's sentence."""

from __future__ import annotations

import pytest

from files.office_file import OfficeFileError, parse_office
from screens.office.problem_words import FORMS, problem_words
from screens.texts import LOCALES, texts_for

OFFICE = '[office]\nname = "A"\ntimezone = "Europe/Moscow"\n'
PERSON = '[[people]]\nid = "a"\nname = "A"\nroles = ["secretary"]\n'
SEGMENT = '[[segments]]\nid = "all"\nname = "All"\n'
SHIFT = '[[shifts]]\nsegment = "all"\nwho = "a"\nweekly = "mon 09:00-18:00"\n'
BROKEN = {
    "unknown-key": OFFICE + "ack_timeaut = 1\n",
    "unknown-name": OFFICE + SEGMENT + 'scheme = "kueue"\n',
    "missing": "[office]\n",
    "no-such": OFFICE + SEGMENT + 'members = ["nobody"]\n',
    "taken": OFFICE + PERSON + PERSON,
    "twice": OFFICE + PERSON + SEGMENT + 'members = ["a", "a"]\n',
    "rest-is-last": OFFICE + SEGMENT + SEGMENT.replace('"all"', '"b"'),
    "not-toml": "[office\n",
    "write-like": OFFICE + 'ack_timeout = "soon"\n',
    "text": OFFICE.replace('"A"', "7"),
    "number": OFFICE + 'offers = "two"\n',
    "at-least": OFFICE + "offers = -1\n",
    "at-most": OFFICE + "offers = 1000001\n",
    "above-zero": OFFICE + PERSON + "weight = 0.0\n",
    "yes-or-no": OFFICE + "decline_costs_turn = 1\n",
    "list": OFFICE + SEGMENT + "members = 1\n",
    "table": OFFICE + SEGMENT + "match = 1\n",
    "one-of": OFFICE + 'owner = "nobody"\n',
    "not-member": OFFICE + PERSON + SEGMENT + "members = []\n" + SHIFT,
    "cannot-head": OFFICE + PERSON + SEGMENT + 'heads = ["a"]\n',
    "empty": OFFICE + SEGMENT + "match = { region = [] }\n",
}


def said(text: str, locale: str = "ru") -> list[str]:
    with pytest.raises(OfficeFileError) as error:
        parse_office(text, "f.toml")
    return [problem_words(problem.message, texts_for(locale)) for problem in error.value.problems]


@pytest.mark.parametrize("form", BROKEN)
def test_each_form_is_met_and_said_in_its_own_words(form: str) -> None:
    with pytest.raises(OfficeFileError) as error:
        parse_office(BROKEN[form], "f.toml")
    messages = [problem.message for problem in error.value.problems]
    found = [next((key for key, form in FORMS.items() if form.fullmatch(one)), "other") for one in messages]
    assert form in found, messages
    assert all(said(BROKEN[form], locale) for locale in LOCALES)


def test_each_form_has_an_example() -> None:
    assert BROKEN.keys() == FORMS.keys()


def test_what_is_meant_is_said_too() -> None:
    assert said(BROKEN["unknown-key"]) == ["такого ключа нет. Может быть, «ack_timeout»?"]
    assert said(BROKEN["unknown-name"], "en") == ["there is no “kueue”. Did you mean “queue”?"]


def test_nothing_of_the_terminal_s_own_words_is_left_in_a_list() -> None:
    (one,) = said(BROKEN["one-of"])
    assert one == "одно из этих: 'off', 'leave_message', 'deputise'"


def test_what_has_no_form_is_said_all_the_same() -> None:
    assert problem_words("is as nobody has foreseen", texts_for("ru")) == "такое значение сюда не подходит"
