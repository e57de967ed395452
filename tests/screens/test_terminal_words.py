"""What is wrong with an office file or a ledger is told by the form of the terminal's sentence."""

from __future__ import annotations

import pytest

from files.office_file import OfficeFileError, parse_office
from screens.office.terminal_words import FINDINGS, PROBLEMS, finding_words, problem_words
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
    found = [
        next((key for key, form in PROBLEMS.items() if form.fullmatch(one)), "other") for one in messages
    ]
    assert form in found, messages
    assert all(said(BROKEN[form], locale) for locale in LOCALES)


def test_each_form_has_an_example() -> None:
    assert BROKEN.keys() == PROBLEMS.keys()


def test_what_is_meant_is_said_too() -> None:
    assert said(BROKEN["unknown-key"]) == ["такого ключа нет. Может быть, «ack_timeout»?"]
    assert said(BROKEN["unknown-name"], "en") == ["there is no “kueue”. Did you mean “queue”?"]


def test_nothing_of_the_terminal_s_own_words_is_left_in_a_list() -> None:
    (one,) = said(BROKEN["one-of"])
    assert one == "одно из этих: 'off', 'leave_message', 'deputise'"


def test_what_has_no_form_is_said_all_the_same() -> None:
    assert problem_words("is as nobody has foreseen", texts_for("ru")) == "такое значение сюда не подходит"


FOUND = {
    "entry-missing": "ledger entry 12: is missing",
    "entry-altered": "ledger entry 12: does not match its seal",
    "entry": "ledger entry 12: the balance of petrov is 1, by the entries before 2",
    "lead-gone": "lead 7: it is in the ledger, but not stored",
    "lead-unknown": "lead 7: the ledger knows nothing of it",
    "lead-asleep": "lead 7: it sleeps until 2030-01-01T00:00:00+00:00, but 2026-01-01T00:00:00+00:00 is the latest",
    "lead-client": "lead 7: its client is said to be nobody's, by the ledger petrov's since 2026-01-01T00:00:00+00:00",
    "lead": "lead 7, offer 2: its scheme is lots, by the ledger queue",
    "lead-row": "offer in row 4, of the lead in row 3: its people cannot be read as it was written",
    "joined": "leads [1, 2] and [3]: that their clients are one, the ledger does not say",
    "draw": "draw of 2026-01-05 in segment all: it is in the ledger, but not stored",
    "segment": "segment vip-1, member petrov: its credit cannot be read as it was written",
    "roster": "swap 3: its state is taken, by the ledger open",
    "table": "contacts: a client cannot be read as it was written",
    "invitation": "invitations: one for whoever is to be admin, of which the ledger knows nothing",
    "clients": "clients: one has a manager since no time, or since a time no manager",
    "evenings": "summaries: 2030-01-01 is said to be told already",
    "database": "the database: the trigger helpful is not one of this program",
    "head": "the head 12:abcd: there is no entry 12 in the ledger",
    "office": "the office: its ledger had 12 entries, and has 11",
    "person": "petrov: its weight is 2.0, by the ledger 1.0",
}


@pytest.mark.parametrize("form", FOUND)
def test_where_a_ledger_does_not_hold_is_said_by_the_form_of_the_finding(form: str) -> None:
    found = next(key for key, one in FINDINGS.items() if one.fullmatch(FOUND[form]))
    assert found == form
    assert all(finding_words(FOUND[form], texts_for(locale)) for locale in LOCALES)


def test_each_form_of_a_finding_has_an_example() -> None:
    assert FOUND.keys() == FINDINGS.keys()


def test_a_finding_is_told_by_where_it_is() -> None:
    ru = texts_for("ru")
    assert finding_words(FOUND["lead"], ru) == "лид № 7 в базе не такой, как по журналу"
    assert finding_words(FOUND["segment"], ru) == "в сегменте vip-1 записано не то, что по журналу"
    assert finding_words(FOUND["joined"], ru) == "клиенты лидов 1, 2 сведены в одного не так, как по журналу"
    assert finding_words("balances", ru) == "в базе не то, что по журналу"
