"""Events as spreadsheets and other people's programs write them."""

from __future__ import annotations

import pytest

from tests.offices import one_team
from tests.reports.replay.conftest import Past, takers, way

PLAIN = """
at,event,who,lead,value
2026-11-23T09:00:00,off,a
2026-11-23T09:01:00,lead,,L1,b=decline
2026-11-23T09:02:00,lead,,L2
"""
ALL_QUOTED = """\
"at","event","who","lead","value"
"2026-11-23T09:00:00","off","a","",""
"2026-11-23T09:01:00","lead","","L1","b=decline"
"2026-11-23T09:02:00","lead","","L2",""
"""
EXPECTED = "c c"


def test_the_plain_file_for_comparison(past: Past) -> None:
    assert takers(past.decisions(PLAIN)) == EXPECTED


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.lstrip().replace("\n", "\r\n"),
        PLAIN.lstrip().replace("\n", "\r"),
        "\ufeff" + PLAIN.lstrip(),
        "\n\n" + PLAIN,
        PLAIN.lstrip().replace("\n", "\n\n") + "\n\n",
        PLAIN.lstrip().rstrip("\n"),
        PLAIN.lstrip().replace("off,a\n", "off,a,,\n").replace("L2\n", "L2,\n"),
        PLAIN.lstrip() + ",,,,\n   ,\n",
        PLAIN.lstrip().replace(",value\n", ",value,,\n").replace("off,a\n", "off,a,,,,,,\n"),
        ALL_QUOTED,
        PLAIN.lstrip().replace(",", " , "),
    ],
    ids=[
        "Windows line ends",
        "old Mac line ends",
        "byte order mark",
        "blank lines before",
        "blank lines between",
        "no line end at the end",
        "empty fields at the end",
        "rows of empty fields",
        "columns without a name",
        "all quoted",
        "spaces around",
    ],
)
def test_it_reads_the_same(past: Past, text: str) -> None:
    assert takers(past.decisions(text.encode())) == EXPECTED


def test_columns_may_stand_in_any_order_and_be_left_out(past: Past) -> None:
    found = past.decisions("""
lead,value,at,event
L1,a=decline,2026-11-23T09:01:00,lead
L2,,2026-11-23T09:02:00,lead
""")
    assert takers(found) == "b c"


def test_a_quoted_text_may_hold_commas_quotes_and_new_lines(past: Past) -> None:
    doors = {"match": {"keywords": ["двер"]}, "members": ["c"]}
    found = past.decisions(
        """
at,event,lead,text,value
2026-11-23T09:00:00,lead,L1,"Окна, ""как у соседа"",
и двери",c=claim+1m
2026-11-23T09:01:00,lead,L2,"Окна, просто
окна"
""",
        under=one_team(segments={"doors": doors}),
    )
    assert [(d["lead"], d["segment"]) for d in found] == [("L1", "doors"), ("L2", "all")]


def test_events_of_the_same_moment_happen_in_the_order_of_the_file(past: Past) -> None:
    found = past.decisions("""
at,event,who,lead,value
2026-11-23T09:00:00,lead,,L1
2026-11-23T09:00:00,off,b
2026-11-23T09:00:00,lead,,L2
2026-11-23T09:00:00,on,b
2026-11-23T09:00:00,lead,,L3
2026-11-23T09:00:00,weight,a,,1000
2026-11-23T09:00:00,lead,,L4
2026-11-23T09:00:00,assign,c,L4
""")
    assert takers(found) == "a c b a c"


def test_what_is_due_at_the_moment_of_an_event_comes_before_it(past: Past) -> None:
    found = past.decisions("""
at,event,who,lead,value
2026-11-23T09:00:00,lead,,L1,a=silent
2026-11-23T09:05:00,off,b
""")
    assert way(found) == "offer a lapsed, offer b claimed"


def test_times_with_an_offset_and_without_mean_the_same_moment(past: Past) -> None:
    found = past.decisions("""
at,event,lead
2026-11-23T09:00:00,lead,L1
2026-11-23T06:01:00Z,lead,L2
2026-11-23T11:02:00+05:00,lead,L3
2026-11-23 09:03,lead,L4
2026-11-23T09:04:00.250000,lead,L5
20261123T090500,lead,L6
""")
    assert [d["at"] for d in found] == [
        "2026-11-23T09:00:00+03:00",
        "2026-11-23T09:01:00+03:00",
        "2026-11-23T09:02:00+03:00",
        "2026-11-23T09:03:00+03:00",
        "2026-11-23T09:04:00.250000+03:00",
        "2026-11-23T09:05:00+03:00",
    ]


CHICAGO = one_team(timezone="America/Chicago")


def test_an_hour_that_happens_twice_is_read_in_the_order_of_the_rows(past: Past) -> None:
    """In the night of 1 November 2026 clocks in Chicago go back from 2:00 to 1:00."""
    found = past.decisions(
        """
at,event,lead
2026-11-01T00:50:00,lead,L1
2026-11-01T01:10:00,lead,L2
2026-11-01T01:50:00,lead,L3
2026-11-01T01:10:00,lead,L4
2026-11-01T01:50:00,lead,L5
2026-11-01T02:00:00,lead,L6
""",
        under=CHICAGO,
    )
    assert [d["at"][11:] for d in found] == [
        "00:50:00-05:00",
        "01:10:00-05:00",
        "01:50:00-05:00",
        "01:10:00-06:00",
        "01:50:00-06:00",
        "02:00:00-06:00",
    ]


def test_a_time_that_never_happens_is_the_first_moment_after_it(past: Past) -> None:
    """On 8 March 2026 clocks in Chicago go from 2:00 to 3:00."""
    found = past.decisions(
        """
at,event,lead
2026-03-08T01:59:59,lead,L1
2026-03-08T02:30:00,lead,L2
2026-03-08T03:00:00,lead,L3
""",
        under=CHICAGO,
    )
    assert [d["at"][11:] for d in found] == ["01:59:59-06:00", "03:00:00-05:00", "03:00:00-05:00"]


def test_deadlines_count_real_minutes_over_the_change_of_the_clocks(past: Past) -> None:
    found = past.decisions("at,event,lead,value\n2026-03-08T01:58:00,lead,L1,a=silent\n", under=CHICAGO)
    assert [d["at"][11:16] for d in found] == ["01:58", "03:03"]


def test_a_text_as_long_as_a_page_is_read(past: Past) -> None:
    words = "окна и двери, " * 20_000
    found = past.decisions(f'at,event,lead,text\n2026-11-23T09:00:00,lead,L1,"{words}"\n')
    assert takers(found) == "a"
