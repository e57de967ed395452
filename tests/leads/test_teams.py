"""Members who join and leave, schemes that take over: every change is an entry, and nobody loses his turn."""

from __future__ import annotations

from leads.entries.kinds import Entry
from leads.entries.people import MemberJoined, MemberLeft
from leads.shares import LEAD
from leads.teams import Standings, join, leave, set_members, switch, to_the_end
from leads.turns import Standing


def team(**owed: int) -> Standings:
    """In hundredths of a lead, in the order of the line."""
    return {who: Standing(part * LEAD // 100, place) for place, (who, part) in enumerate(owed.items(), 1)}


def told(entries: list[Entry]) -> list[str]:
    return [f"{e.kind} {e.body['who'] if 'who' in e.body else ' '.join(e.body['order'])}" for e in entries]


def line(standings: Standings) -> str:
    return " ".join(sorted(standings, key=lambda who: standings[who].ticket))


def test_a_member_who_joins_is_level_with_the_team_and_last_in_line() -> None:
    standings = team(anna=50, boris=-50)
    entry = join("kazan", standings, "clara")
    assert entry == Entry(None, MemberJoined("kazan", "clara"))
    assert standings == team(anna=50, boris=-50, clara=0)


def test_a_member_who_leaves_takes_nothing_along() -> None:
    standings = team(anna=50, boris=-50, clara=0)
    entry = leave("kazan", standings, "anna")
    assert entry == Entry(None, MemberLeft("kazan", "anna", LEAD // 2))
    assert {who: s.credit * 4 // LEAD for who, s in standings.items()} == {"boris": -1, "clara": 1}
    assert line(standings) == "boris clara"


def test_first_the_others_leave_and_then_the_new_ones_join_in_the_order_given() -> None:
    standings = team(anna=50, boris=-50, clara=0)
    entries = set_members("kazan", standings, ["egor", "boris", "denis"])
    assert told(entries) == [
        "member_left anna",
        "member_left clara",
        "member_joined egor",
        "member_joined denis",
        "members_ordered egor boris denis",
    ]
    assert line(standings) == "boris egor denis"
    assert not any(s.credit for s in standings.values()), (
        "what was left behind is shared out before they join"
    )


def test_the_same_members_in_another_order_change_how_ties_are_decided_and_nothing_else() -> None:
    standings = team(anna=50, boris=-50)
    assert told(set_members("kazan", standings, iter(["boris", "anna"]))) == ["members_ordered boris anna"]
    assert standings == team(anna=50, boris=-50)
    assert list(standings) == ["boris", "anna"]


def test_the_same_members_in_the_same_order_are_no_change() -> None:
    standings = team(anna=50, boris=-50)
    assert set_members("kazan", standings, iter(["anna", "boris"])) == []


def test_all_may_leave_and_others_begin_anew() -> None:
    standings = team(anna=50, boris=-50)
    assert told(set_members("kazan", standings, [])) == ["member_left anna", "member_left boris"]
    assert standings == {}
    set_members("kazan", standings, ["clara", "denis"])
    assert standings == team(clara=0, denis=0)


def test_a_scheme_that_takes_over_inherits_every_balance_and_every_place() -> None:
    standings = team(anna=100, boris=-60, clara=-40)
    [entry] = switch("kazan", standings, "queue", "balance")
    assert (entry.kind, entry.lead) == ("scheme_switched", None)
    told_of = {"segment": "kazan", "before": "queue", "after": "balance", "drawn_in": False}
    assert {key: entry.body[key] for key in told_of} == told_of
    assert standings == team(anna=100, boris=-60, clara=-40)


def test_what_grab_has_heaped_up_is_drawn_in_when_another_scheme_takes_over() -> None:
    standings = team(anna=1000, boris=-600, clara=-400)
    [entry] = switch("kazan", standings, "grab", "balance")
    assert entry.body["drawn_in"] is True
    assert standings == team(anna=100, boris=-60, clara=-40)


def test_the_same_scheme_again_changes_nothing() -> None:
    standings = team(anna=1000, boris=-1000)
    assert switch("kazan", standings, "balance", "balance") == []
    assert standings == team(anna=1000, boris=-1000)


def test_a_new_segment_says_which_scheme_it_begins_with() -> None:
    [entry] = switch("kazan", {}, None, "lottery")
    assert (entry.body["before"], entry.body["after"]) == (None, "lottery")


def test_who_checks_in_stands_at_the_end_of_the_line_with_his_balance() -> None:
    standings = team(anna=50, boris=-50)
    to_the_end(standings, "anna")
    assert line(standings) == "boris anna"
    assert standings["anna"].credit == LEAD // 2
    to_the_end(standings, "anna")
    assert line(standings) == "boris anna"


def test_who_is_no_member_stands_in_no_line() -> None:
    standings = team(anna=0)
    to_the_end(standings, "stranger")
    assert standings == team(anna=0)
