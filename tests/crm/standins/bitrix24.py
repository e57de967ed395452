"""A strict stand-in for Bitrix24's REST, written from its documentation: leads, people, stages, webhooks both ways.

Stricter than the real one, which passes over a field that it does not know: here it is an error of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web

from tests.crm.standins.faults import Weather

SECRET = "1/abcdef0123456789"
TOKEN = "51856fefc120afa4b628cc82d3935cce"
LEAKS, HOLDS = 2.0, 50
STRINGS = frozenset(
    {"title", "name", "secondName", "lastName", "companyTitle", "sourceId", "sourceDescription", "comments"}
    | {"statusDescription", "originatorId", "originId", "utmSource", "utmMedium", "utmCampaign", "currencyId"}
)
USERS = (
    {"ID": "1", "NAME": "Админ", "LAST_NAME": "", "EMAIL": "admin@okna.example", "ACTIVE": True},
    {"ID": "7", "NAME": "Пётр", "LAST_NAME": "Петров", "EMAIL": "petrov@okna.example", "ACTIVE": True},
    {"ID": "8", "NAME": "Ольга", "LAST_NAME": "Сидорова", "EMAIL": "s@okna.example", "ACTIVE": True},
    {"ID": "9", "NAME": "Чужой", "LAST_NAME": "Человек", "EMAIL": "x@okna.example", "ACTIVE": True},
)
STAGES = (
    ("NEW", "Не обработан", None),
    ("IN_PROCESS", "В работе", None),
    ("PROCESSED", "Обработан", None),
    ("CONVERTED", "Качественный лид", "S"),
    ("JUNK", "Некачественный лид", "F"),
)


class WrongError(Exception):
    """An answer that is an error: its status, its code, and what it says."""

    def __init__(self, status: int, code: str, words: str = "") -> None:
        super().__init__(code)
        self.status, self.code, self.words = status, code, words


@dataclass
class Bitrix24:
    """`asked`: every request that was let in, by its method; `told`: the leads of which its webhook is to tell."""

    monotonic: Callable[[], float]
    now: Callable[[], datetime]
    weather: Weather = field(default_factory=Weather)
    leads: dict[int, dict[str, Any]] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    refused: int = 0  # requests beyond the limit
    _used: float = 0.0
    _at: float = 0.0

    def site(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/rest/{user}/{code}/{method}.json", self._answer)
        return app

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        if (broken := await self.weather.before()) is not None:
            return broken
        try:
            self._let_in(f"{request.match_info['user']}/{request.match_info['code']}")
            method, body = request.match_info["method"], await request.json()
            known = METHODS.get(method)
            if known is None:
                raise WrongError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!")
            self.asked.append((method, body))
            answer = known(self, body)
        except WrongError as wrong:
            said = {"error": wrong.code, "error_description": wrong.words}
            return web.json_response(said, status=wrong.status)
        self.weather.after(request)
        return web.json_response(answer | {"time": {"operating": 0}})

    def _let_in(self, secret: str) -> None:
        now = self.monotonic()
        self._used = max(0.0, self._used - (now - self._at) * LEAKS) + 1
        self._at = now
        if self._used > HOLDS:
            self.refused += 1
            raise WrongError(503, "QUERY_LIMIT_EXCEEDED", "Too many requests")
        if secret != SECRET or self.weather.revoked:
            raise WrongError(401, "INVALID_CREDENTIALS", "Invalid request credentials")
        if self.weather.blocked:
            raise WrongError(401, "ACCESS_DENIED", "REST is available only by subscription")

    # what people do there by hand

    def edited(self, lead: int, **fields: Any) -> None:
        """Somebody of the office changes a lead in its pages."""
        self.leads[lead] |= fields
        self.told.append(lead)

    def deleted(self, lead: int) -> None:
        del self.leads[lead]
        self.told.append(lead)

    def events(self) -> list[dict[str, str]]:
        """Returns, once, what its outgoing webhook sends."""
        lead, self.told = self.told, []
        return [
            {
                "event": "ONCRMLEADUPDATE",
                "event_handler_id": "709",
                "data[FIELDS][ID]": str(id),
                "ts": "1764400500",
                "auth[domain]": "okna.bitrix24.ru",
                "auth[member_id]": "a223c6b3710f85df22e9377d6c4f7553",
                "auth[application_token]": TOKEN,
            }
            for id in lead
        ]

    def of(self, number: int) -> list[dict[str, Any]]:
        """Returns its leads that are this one of ours."""
        return [one for one in self.leads.values() if one["originId"] == str(number)]


def _add(crm: Bitrix24, body: Mapping[str, Any]) -> dict[str, Any]:
    _only(body, {"entityTypeId", "fields"})
    fields = _fields(body)
    id = 341 + len(crm.leads) + 1
    item = {"id": id, "stageId": "NEW", "assignedById": 1, "opportunity": 0, "isManualOpportunity": "N"}
    usual = dict.fromkeys(("originatorId", "originId", "name", "comments", "statusDescription", "fm"))
    crm.leads[id] = item | usual | {"createdTime": crm.now().isoformat()} | fields
    if any("id" in one for one in fields.get("fm") or ()):
        raise WrongError(400, "CRM_FIELD_ERROR_VALUE_NOT_VALID", "fm of a new one has no id")
    crm.leads[id]["fm"] = _multifields([], fields.get("fm") or [])
    crm.told.append(id)
    return {"result": {"item": crm.leads[id]}}


def _update(crm: Bitrix24, body: Mapping[str, Any]) -> dict[str, Any]:
    _only(body, {"entityTypeId", "id", "fields"})
    item = _item(crm, body)
    fields = _fields(body)
    if any(item.get(key) != value for key, value in fields.items()):
        item |= {**fields, "fm": _multifields(item["fm"], fields.get("fm", []))}
        crm.told.append(item["id"])
    return {"result": {"item": item}}


def _multifields(there: list[dict[str, Any]], said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each has an id: by that it is changed, or goes where nothing is its value; without one it is another."""
    found = {one["id"]: one for one in there}
    for one in said:
        if "id" in one and one["id"] not in found:
            raise WrongError(400, "CRM_FIELD_ERROR_VALUE_NOT_VALID", "no such value")
        id = one.get("id", max(found, default=700) + 1)
        found[id] = {**one, "id": id}
    return [one for one in found.values() if one["value"]]


def _get(crm: Bitrix24, body: Mapping[str, Any]) -> dict[str, Any]:
    _only(body, {"entityTypeId", "id"})
    return {"result": {"item": _item(crm, body)}}


def _list(crm: Bitrix24, body: Mapping[str, Any]) -> dict[str, Any]:
    _only(body, {"entityTypeId", "select", "filter", "order", "start"})
    _is_lead(body)
    found = list(crm.leads.values())
    for key, value in body.get("filter", {}).items():
        name = key.lstrip("=")
        if name not in {"id", "originatorId", "originId", "stageId", "assignedById"}:
            raise WrongError(
                400, "INVALID_ARG_VALUE", f"Invalid filter: field '{name}' is not allowed in filter"
            )
        found = [one for one in found if one.get(name) == value]
    for key, way in body.get("order", {}).items():
        if way not in {"ASC", "DESC"}:
            raise WrongError(400, "INVALID_ARG_VALUE", "Invalid order")
        found.sort(key=lambda one: one[key], reverse=way == "DESC")
    picked = [{key: one[key] for key in body.get("select", one)} for one in found[:50]]
    return {"result": {"items": picked}, "total": len(found)}


def _users(_: Bitrix24, body: Mapping[str, Any]) -> dict[str, Any]:
    _only(body, {"FILTER", "start", "SORT", "ORDER"})
    start = int(body.get("start", 0))
    page = USERS[start : start + 2]  # fifty there; the next page is asked for all the same
    more = {"next": start + 2} if start + 2 < len(USERS) else {}
    return {"result": list(page), "total": len(USERS), **more}


def _stages(_: Bitrix24, body: Mapping[str, Any]) -> dict[str, Any]:
    _only(body, {"filter", "order"})
    if body["filter"] != {"ENTITY_ID": "STATUS"}:
        return {"result": [], "total": 0}
    rows = [
        {"ID": str(n), "ENTITY_ID": "STATUS", "STATUS_ID": id, "NAME": name, "SEMANTICS": ends}
        for n, (id, name, ends) in enumerate(STAGES)
    ]
    return {"result": rows, "total": len(rows)}


def _item(crm: Bitrix24, body: Mapping[str, Any]) -> dict[str, Any]:
    _is_lead(body)
    if not isinstance(body["id"], int):
        raise WrongError(400, "100", "id is no integer")
    if body["id"] not in crm.leads:
        raise WrongError(400, "NOT_FOUND", "Element not found")
    return crm.leads[body["id"]]


def _is_lead(body: Mapping[str, Any]) -> None:
    if body.get("entityTypeId") != 1:
        raise WrongError(400, "NOT_FOUND", "Smart process not found")


def _only(body: Mapping[str, Any], known: set[str]) -> None:
    if unknown := body.keys() - known:
        raise WrongError(400, "100", f"unknown parameters {sorted(unknown)}")


def _fields(body: Mapping[str, Any]) -> dict[str, Any]:
    """As they are stored, if each may be."""
    _is_lead(body)
    fields: dict[str, Any] = body["fields"]
    for key, value in fields.items():
        if not _fits(key, value):
            raise WrongError(400, "CRM_FIELD_ERROR_VALUE_NOT_VALID", f'Invalid value for field "{key}"')
    return dict(fields)


def _fits(key: str, value: Any) -> bool:
    match key:
        case "stageId":
            return value in {id for id, _, _ in STAGES}
        case "assignedById":
            return isinstance(value, int) and str(value) in {one["ID"] for one in USERS}
        case "opportunity":
            return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
        case "isManualOpportunity":
            return value in {"Y", "N"}
        case "fm":
            return isinstance(value, list) and all(_is_multifield(one) for one in value)
    return key in STRINGS and isinstance(value, str)


def _is_multifield(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and one.keys() - {"id"} == {"typeId", "valueType", "value"}
        and isinstance(one.get("id", 0), int)
        and one["typeId"] in {"PHONE", "EMAIL"}
        and one["valueType"] in {"WORK", "HOME", "MOBILE"}
        and isinstance(one["value"], str)
    )


METHODS: dict[str, Callable[[Bitrix24, Mapping[str, Any]], dict[str, Any]]] = {
    "crm.item.add": _add,
    "crm.item.update": _update,
    "crm.item.get": _get,
    "crm.item.list": _list,
    "crm.status.list": _stages,
    "user.get": _users,
}
