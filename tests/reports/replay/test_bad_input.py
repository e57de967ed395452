"""Mistakes in the file: a line for each, which names the file, the line and the field; nothing is written."""

from __future__ import annotations

import pytest

from tests.offices import one_team
from tests.reports.replay.conftest import Past

HEADER = "at,event,who,lead,segment,phone,source,text,value\n"


def row(
    event: str, who: str = "", lead: str = "", value: str = "", *, segment: str = "", phone: str = ""
) -> str:
    return f"2026-11-23T09:00:00,{event},{who},{lead},{segment},{phone},,,{value}\n"


@pytest.mark.parametrize(
    ("bad", "field", "words"),
    [
        (",lead,,L1", "at", '"" is not a time'),
        ("soon,lead,,L1", "at", '"soon" is not a time; write it like 2026-11-23T09:00:00'),
        ("23.11.2026 09:00,lead,,L1", "at", '"23.11.2026 09:00" is not a time'),
        ("2026-02-30T09:00:00,lead,,L1", "at", "is not a time"),
        ("2026-11-23T08:59:59,lead,,L1", "at", "2026-11-23T08:59:59 is earlier than the row before"),
        ("2026-11-23T05:59:59Z,lead,,L1", "at", "2026-11-23T05:59:59Z is earlier than the row before"),
        ("9999-12-31T23:59:59,lead,,L1", "at", "years 2000 to 2100"),
        ("0001-01-01T00:00:00,lead,,L1", "at", "years 2000 to 2100"),
        (row("", "a"), "event", "is missing"),
        (row("ON", "a"), "event", 'unknown event "ON"; there are on, off, leave, join,'),
        (row("on"), "who", "is missing"),
        (row("on", "zoe"), "who", 'nobody has the id "zoe"'),
        (row("off", "A"), "who", 'nobody has the id "A"'),
        (row("leave", "a"), "value", '"" is not a time'),
        (row("leave", "a", value="7d"), "value", '"7d" is not a time'),
        (row("leave", "a", value="9999-12-31"), "value", "years 2000 to 2100"),
        (row("join", "d", segment="nowhere"), "segment", 'no segment has the id "nowhere"'),
        (row("join", "d"), "segment", "is missing"),
        (row("join", "a", segment="all"), "who", "a is a member of all already"),
        (row("join", "d", value="0", segment="all"), "value", '"0" is not a weight from 0.001 to 1000'),
        (row("quit", "d", segment="all"), "who", "d is not a member of all"),
        (row("quit", "a"), "segment", "is missing"),
        (row("weight", "a"), "value", '"" is not a weight'),
        (row("weight", "a", value="heavy"), "value", '"heavy" is not a weight'),
        (row("weight", "a", value="nan"), "value", '"nan" is not a weight'),
        (row("weight", "a", value="-1"), "value", '"-1" is not a weight'),
        (row("weight", "a", value="1001"), "value", '"1001" is not a weight'),
        (row("weight", "a", value="0.0005"), "value", '"0.0005" is not a weight'),
        (row("weight", "a", value="1.0005"), "value", "at most three decimals"),
        (row("lead"), "lead", "is missing"),
        (row("lead", lead="L0"), "lead", "L0 is handed over already"),
        (row("lead", lead="L1", segment="nowhere"), "segment", 'no segment has the id "nowhere"'),
        (row("lead", lead="L1", phone="ring me"), "phone", "is not a phone number"),
        (row("lead", "zoe", "L1"), "who", 'nobody has the id "zoe"'),
        (row("lead", "head", "L1"), "who", '"head" is no manager'),
        (row("lead", lead="L1", value="a"), "value", '"" is no answer'),
        (row("lead", lead="L1", value="claim"), "value", 'nobody has the id "claim"'),
        (row("lead", lead="L1", value="zoe=claim"), "value", 'nobody has the id "zoe"'),
        (row("lead", lead="L1", value="a=take"), "value", '"take" is no answer; there are claim, claim+45s'),
        (row("lead", lead="L1", value="a=claim a=silent"), "value", "a answers twice"),
        (row("lead", lead="L1", value="a=silent+5s"), "value", '"silent+5s" is no answer'),
        (row("lead", lead="L1", value="a=claim+"), "value", "is not a length of time"),
        (row("lead", lead="L1", value="a=claim+45"), "value", "is not a length of time"),
        (row("lead", lead="L1", value="a=claim+-5s"), "value", "is not a length of time"),
        (row("assign", "a"), "lead", "is missing"),
        (row("assign", "a", "L9"), "lead", "L9 was not handed over before"),
        (row("assign", lead="L0"), "who", "is missing"),
        (row("assign", "head", "L0"), "who", '"head" is no manager'),
        (row("outcome", lead="L9", value="won"), "lead", "L9 was not handed over before"),
        (row("outcome", lead="L0"), "value", '"" is no outcome; there are won, won:12000, lost, bad'),
        (row("outcome", lead="L0", value="sold"), "value", '"sold" is no outcome'),
        (row("outcome", lead="L0", value="won:"), "value", '"" is not a sum of money'),
        (row("outcome", lead="L0", value="won:much"), "value", '"much" is not a sum of money'),
        (row("outcome", lead="L0", value="won:-5"), "value", '"-5" is not a sum of money'),
        (row("outcome", lead="L0", value="lost:5"), "value", '"lost:5" is no outcome'),
        (row("on", "a").replace("\n", ",,surplus\n"), "column 11", "has no name in the header"),
    ],
)
def test_one_line_names_the_file_the_line_and_the_field(past: Past, bad: str, field: str, words: str) -> None:
    under = one_team(others="d", segments={"doors": {"match": {"keywords": ["двер"]}, "members": ["b"]}})
    [line] = past.problems(HEADER + row("lead", lead="L0") + bad, under=under)
    assert line.startswith(f"events.csv:3: {field}: ")
    assert words in line


def test_every_mistake_has_its_line(past: Past) -> None:
    lines = past.problems(HEADER + row("on", "zoe") + row("lead") + row("on", "a") + row("weight", "a"))
    assert [line.split(": ")[:2] for line in lines] == [
        ["events.csv:2", "who"],
        ["events.csv:3", "lead"],
        ["events.csv:5", "value"],
    ]


def test_the_number_is_the_line_on_which_the_row_begins(past: Past) -> None:
    text = f"""{HEADER}
2026-11-23T09:00:00,lead,,L1,,,,"Окна,
двери
и всё"
2026-11-23T09:00:00,lead,,L2,,,,"Окна
",zoe=claim
"""
    [line] = past.problems(text)
    assert line.startswith("events.csv:6: value: ")


def test_hundreds_of_mistakes_are_told_in_twenty_lines_and_one(past: Past) -> None:
    lines = past.problems(HEADER + row("on", "zoe") * 300)
    assert len(lines) == 21
    assert lines[-1] == "… and 280 more"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("event,lead", ["events.csv:1: at: the column is missing"]),
        ("lead", ["events.csv:1: at: the column is missing", "events.csv:1: event: the column is missing"]),
        ("at,event,manager", ["events.csv:1: manager: unknown column; there are at, event, who, "]),
        ("at,event,AT", ["events.csv:1: AT: unknown column; there are at, "]),
        ("at,event,lead,at", ["events.csv:1: at: the column is there twice"]),
        ("at,event,,lead", ["events.csv:1: column 3: has no name"]),
        (
            "at;event;lead",
            ["events.csv:1: at;event;lead: fields are parted by semicolons; in CSV it is commas"],
        ),
    ],
)
def test_a_header_that_cannot_be_is_all_that_is_told(past: Past, header: str, expected: list[str]) -> None:
    lines = past.problems(f"{header}\n" + row("on", "zoe") * 3)
    assert len(lines) == len(expected)
    assert all(line.startswith(words) for line, words in zip(lines, expected, strict=True))


def test_a_file_that_is_empty_has_no_header(past: Past) -> None:
    assert past.problems("")[0] == "events.csv:1: at: the column is missing"


def test_a_quote_that_is_never_closed(past: Past) -> None:
    [line] = past.problems(f'{HEADER}{row("on", "a")}2026-11-23T09:00:00,lead,,L1,,,,"Окна\n{row("on", "a")}')
    assert line.startswith("events.csv:3: is not CSV: ")


def test_words_behind_a_closing_quote(past: Past) -> None:
    [line] = past.problems(f'{HEADER}{row("on", "a")}2026-11-23T09:00:00,lead,,L1,,,,"Окна" и двери\n')
    assert line.startswith("events.csv:3: is not CSV: ")


@pytest.mark.parametrize("raw", [HEADER.encode() + "окна".encode("cp1251"), b"\xff\xfea\x00t\x00"])
def test_another_encoding_is_named_as_such(past: Past, raw: bytes) -> None:
    [line] = past.problems(raw)
    assert line.startswith("events.csv:")
    assert line.endswith(": is not UTF-8 text")


def test_a_file_that_is_not_there(past: Past) -> None:
    ended = past.run(None)
    assert (ended.code, ended.errors) == (2, "events.csv: No such file or directory\n")


def test_an_office_file_that_is_not_there(past: Past) -> None:
    [line] = past.problems("at,event\n", "--office", "nowhere.toml")
    assert line.startswith("nowhere.toml:1: No such file")


def test_an_unknown_scheme_is_named_with_those_that_exist(past: Past) -> None:
    [line] = past.problems("at,event\n", "--scheme", "fair")
    assert line.startswith('--scheme: unknown scheme "fair"; there are balance, ')


def test_a_mistake_in_the_office_file_is_a_line_of_that_file(past: Past) -> None:
    [line] = past.problems("at,event\n", under=one_team(scheme="fair"))
    assert line.startswith("office.toml:")
    assert "scheme" in line


def test_an_office_without_segments_can_share_nothing(past: Past) -> None:
    alone = '[office]\nname = "x"\ntimezone = "Europe/Moscow"\n'
    [line] = past.problems(HEADER + row("lead", lead="L1"), under=alone)
    assert line == "events.csv:2: segment: the office has no segments"


@pytest.mark.parametrize("place", ["nowhere/out.jsonl", "."])
def test_decisions_that_cannot_be_written_are_told_before_anything_is_played(past: Past, place: str) -> None:
    ended = past.run("at,event\n", "--decisions", place)
    assert ended.code == 2
    assert ended.errors.startswith(f"--decisions: {place}: ")
    assert not ended.out


@pytest.mark.parametrize("name", ["events.csv", "office.toml", "../{folder}/office.toml"])
def test_decisions_never_overwrite_what_they_are_made_from(past: Past, name: str) -> None:
    name = name.format(folder=past.folder.name)
    ended = past.run("at,event\n", "--decisions", name)
    assert ended.code == 2
    assert ended.errors == f"--decisions: {name}: is read by this very run\n"
    assert (past.folder / "events.csv").read_text("utf-8") == "at,event\n"


def test_earlier_decisions_stay_where_the_new_ones_cannot_be_made(past: Past) -> None:
    past.decisions("at,event,lead\n2026-11-23T09:00:00,lead,L1\n")
    before = (past.folder / "out.jsonl").read_text("utf-8")
    ended = past.run("at,event\nsoon,on\n", "--decisions", "out.jsonl")
    assert ended.code == 2
    assert (past.folder / "out.jsonl").read_text("utf-8") == before
