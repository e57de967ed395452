"""Small office files for recorded events."""

from __future__ import annotations

from collections.abc import Iterable

SETTINGS = {
    "name": '"Окна Казань"',
    "timezone": '"Europe/Moscow"',
    "hours": '"always"',
    "ack_timeout": '"5m"',
    "offers": "2",
    "step_timeout": '"10m"',
}


def office(
    team: str = "a b c",
    scheme: str = "balance",
    *,
    bosses: str = "head director",
    others: str = "",
    segment: str = "",
    more: str = "",
    **given: str,
) -> str:
    """One segment, `all`, with this team: `a:5` weighs 5, `b/2` holds two leads at most. `others` are of no segment.

    `given` are keys of `[office]`, `segment` lines of the segment, `more` the tables before it.
    """
    settings = [f"{key} = {value}" for key, value in (SETTINGS | given).items()]
    managers = [_person(person, "manager") for person in (*team.split(), *others.split())]
    lead_them = [_person(role, role) for role in bosses.split()]
    return "\n".join(
        [
            "[office]",
            *settings,
            *managers,
            *lead_them,
            more,
            one_segment("all", team.split(), f'scheme = "{scheme}"\n{segment}'),
        ]
    )


def one_segment(id: str, members: Iterable[str], more: str = "") -> str:
    ids = ", ".join(f'"{_split(member)[0]}"' for member in members)
    return f'[[segments]]\nid = "{id}"\nname = "{id}"\nmembers = [{ids}]\n{more}\n'


def _person(text: str, role: str) -> str:
    id, weight, capacity = _split(text)
    more = f"weight = {weight}\n" if weight else ""
    more += f"capacity = {capacity}\n" if capacity else ""
    return f'[[people]]\nid = "{id}"\nname = "{id.title()}"\nroles = ["{role}"]\n{more}'


def _split(text: str) -> tuple[str, str, str]:
    rest, _, capacity = text.partition("/")
    id, _, weight = rest.partition(":")
    return id, weight, capacity
