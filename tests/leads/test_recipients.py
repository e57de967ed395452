"""The table of who is told: it leaves nothing out, nothing in it is idle, and somebody is told where anybody can be."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from leads.office import Role
from leads.recipients import RECIPIENTS, News, recipients
from leads.rights import Right, may
from tests.leads.test_rights import sources


@dataclass(frozen=True)
class Somebody:
    name: str
    roles: tuple[Role, ...]
    reachable: bool = True


HEAD, SECOND = Somebody("head", (Role.HEAD,)), Somebody("second", (Role.HEAD, Role.MANAGER))
AWAY = Somebody("away", (Role.HEAD,), reachable=False)
DIRECTOR, ADMIN = Somebody("director", (Role.DIRECTOR,)), Somebody("admin", (Role.ADMIN,))
MANAGER = Somebody("manager", (Role.MANAGER,))


def test_somebody_is_told_of_every_kind_of_news() -> None:
    told = {name for _, text in sources() for name in re.findall(r"\bNews\.([A-Z_]+)", text)}
    assert told == {news.name for news in News}


@pytest.mark.parametrize("news", News, ids=lambda news: news.name)
def test_no_role_is_told_of_something_twice(news: News) -> None:
    circles = RECIPIENTS[news]
    assert all(circles) and sum(map(len, circles)) == len(frozenset().union(*circles))


def test_whoever_is_told_may_see_or_do_what_it_is_about() -> None:
    for news, right in (
        (News.DISPUTED, Right.SETTLE),
        (News.DRAW, Right.SEE_EVERY_DUTY),
        (News.ROSTER, Right.SEE_EVERY_DUTY),
        (News.FIGURES, Right.SEE_FIGURES),
    ):
        assert all(may([role], right) for roles in RECIPIENTS[news] for role in roles), news


def test_all_of_a_circle_are_told_in_the_order_of_the_office() -> None:
    assert recipients(News.SWAP, [MANAGER, SECOND, DIRECTOR, HEAD]) == [SECOND, HEAD]
    assert recipients(News.DRAW, [DIRECTOR, SECOND]) == [DIRECTOR, SECOND]
    assert recipients(News.SWAP, [MANAGER, DIRECTOR]) == []


def test_the_next_circle_is_told_too_where_nobody_can_be_reached() -> None:
    assert recipients(News.DISPUTED, [DIRECTOR, HEAD, AWAY]) == [HEAD, AWAY]
    assert recipients(News.DISPUTED, [DIRECTOR, AWAY]) == [AWAY, DIRECTOR]
    assert recipients(News.DISPUTED, [DIRECTOR, MANAGER]) == [DIRECTOR]
    assert recipients(News.TROUBLE, [HEAD, ADMIN]) == [ADMIN]


def test_nobody_is_told_twice() -> None:
    both = Somebody("both", (Role.HEAD, Role.DIRECTOR), reachable=False)
    assert recipients(News.DISPUTED, [both, DIRECTOR]) == [both, DIRECTOR]
