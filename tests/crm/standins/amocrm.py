"""A strict stand-in for amoCRM's API v4, written from its documentation: unsorted leads, leads, people, pipelines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.crm.standins.faults import Weather

TOKEN = "long-lived-token-of-nobody"
MOST_A_SECOND = 7
UNSORTED_STAGE, FIRST, TALKS, WON, LOST = 61, 62, 63, 142, 143
PIPELINE = 60
STAGES = (
    (UNSORTED_STAGE, "Неразобранное", 1),
    (FIRST, "Первичный контакт", 0),
    (TALKS, "Переговоры", 0),
    (WON, "Успешно реализовано", 0),
    (LOST, "Закрыто и не реализовано", 0),
)
USERS = (
    {"id": 501, "name": "Пётр Петров", "email": "petrov@okna.example"},
    {"id": 502, "name": "Сидорова Ольга", "email": "s@okna.example"},
)
REASONS = ({"id": 31, "name": "Дорого"}, {"id": 32, "name": "Пропал"})
FORM = {"request_id", "source_name", "source_uid", "created_at", "pipeline_id", "_embedded", "metadata"}
METADATA = {"form_id", "form_name", "form_page", "form_sent_at", "ip", "referer"}
LEAD = {"status_id", "pipeline_id", "responsible_user_id", "price", "loss_reason_id", "name"}


@dataclass
class AmoCrm:
    """`asked`: every request that was let in. `told`: what its webhook is to tell: an event, and of which lead."""

    monotonic: Callable[[], float]
    weather: Weather = field(default_factory=Weather)
    leads: dict[int, dict[str, Any]] = field(default_factory=dict)
    contacts: dict[int, dict[str, Any]] = field(default_factory=dict)
    unsorted: dict[str, dict[str, Any]] = field(default_factory=dict)
    notes: list[tuple[int, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    told: list[tuple[str, int]] = field(default_factory=list)
    refused: int = 0
    _seconds: dict[int, int] = field(default_factory=dict)

    def site(self) -> web.Application:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        return app

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        if (broken := await self.weather.before()) is not None:
            return broken
        if (closed := self._closed(request)) is not None:
            return closed
        name = f"{request.method} {request.path}"
        self.asked.append(name)
        body = await request.json() if request.can_read_body else None
        answer = self._route(request, body)
        self.weather.after(request)
        return answer

    def _closed(self, request: web.Request) -> web.Response | None:
        second = int(self.monotonic())
        self._seconds[second] = self._seconds.get(second, 0) + 1
        if self._seconds[second] > MOST_A_SECOND:
            self.refused += 1
            return _problem(429, "Too Many Requests")
        if request.headers.get("Authorization") != f"Bearer {TOKEN}" or self.weather.revoked:
            return _problem(401, "Unauthorized")
        return _problem(402, "Payment Required") if self.weather.blocked else None

    def _route(self, request: web.Request, body: Any) -> web.Response:  # noqa: C901 - one line an address
        match request.method, request.path.removeprefix("/api/v4/").split("/"):
            case "POST", ["leads", "unsorted", "forms"]:
                return self._form(body)
            case "POST", ["leads", "unsorted", uid, "accept"]:
                return self._accept(uid, body)
            case "GET", ["leads", "unsorted"]:
                return _list("unsorted", list(self.unsorted.values()))
            case "GET", ["leads", "pipelines"]:
                stages = [{"id": id, "name": name, "type": kind} for id, name, kind in STAGES]
                found = {
                    "id": PIPELINE,
                    "name": "Воронка",
                    "is_main": True,
                    "_embedded": {"statuses": stages},
                }
                return _list("pipelines", [found])
            case "GET", ["leads", "loss_reasons"]:
                return _list("loss_reasons", list(REASONS))
            case "GET", ["leads"]:
                named = request.query.get("filter[name]")
                return _list("leads", [one for one in self.leads.values() if one["name"] == named])
            case "POST", ["leads", id, "notes"]:
                self.notes.append((int(id), body[0]["params"]["text"]))
                return _list("notes", [{"id": len(self.notes)}])
            case "GET", ["leads", id]:
                lead = self.leads.get(int(id))
                more = {"contacts": [{"id": lead["contact"]["id"], "is_main": True}]} if lead else {}
                asked = {"_embedded": more} if request.query.get("with") == "contacts" else {"_embedded": {}}
                return web.json_response(lead | asked) if lead else web.Response(status=204)
            case "GET", ["contacts", id]:
                contact = self.contacts.get(int(id))
                return web.json_response(contact) if contact else web.Response(status=204)
            case "PATCH", ["contacts", id]:
                return self._patch_contact(int(id), body)
            case "PATCH", ["leads", id]:
                return self._patch(int(id), body)
            case "GET", ["users"]:
                return _list("users", list(USERS))
        return _problem(404, "Not found")

    def _form(self, body: Any) -> web.Response:
        if not isinstance(body, list) or len(body) != 1:
            return _problem(400, "Bad Request")
        form = body[0]
        whole = form.keys() <= FORM and form["metadata"].keys() == METADATA
        if not whole or not all(isinstance(form[key], str) for key in ("request_id", "source_uid")):
            return _problem(400, "Bad Request")
        if any(one["source_uid"] == form["source_uid"] for one in self.unsorted.values()):
            return _problem(400, "Bad Request")
        id, uid = 9000 + len(self.leads) + 1, f"uid{len(self.leads):04}"
        self.leads[id] = {
            "id": id,
            "name": form["_embedded"]["leads"][0]["name"],
            "status_id": UNSORTED_STAGE,
            "responsible_user_id": 0,
            "price": 0,
            "loss_reason_id": None,
            "created_at": form["created_at"],
            "is_deleted": False,
            "contact": {"id": 100 + id, **form["_embedded"]["contacts"][0]},
        }
        self.contacts[100 + id] = self.leads[id]["contact"]
        links = {"leads": [{"id": id}], "contacts": [{"id": 1}]}
        self.unsorted[uid] = {"uid": uid, "source_uid": form["source_uid"], "_embedded": links}
        return _list("unsorted", [{"uid": uid, "request_id": form["request_id"], "_embedded": links}])

    def _accept(self, uid: str, body: Any) -> web.Response:
        if body.keys() - {"user_id", "status_id"} or not self._knows(
            body.get("user_id"), body.get("status_id")
        ):
            return _problem(400, "Bad Request")
        if (found := self.unsorted.pop(uid, None)) is None:
            return _problem(404, "Not found")
        lead = self.leads[found["_embedded"]["leads"][0]["id"]]
        lead["status_id"] = body.get("status_id", FIRST)
        lead["responsible_user_id"] = body.get("user_id", USERS[0]["id"])
        self.told.append(("status", lead["id"]))
        return web.json_response({"uid": uid, "_embedded": found["_embedded"]})

    def _patch(self, id: int, body: Any) -> web.Response:
        if id not in self.leads:
            return _problem(404, "Not found")
        wrong = body.keys() - LEAD or any(not isinstance(value, int) for value in body.values())
        if wrong or not self._knows(body.get("responsible_user_id"), body.get("status_id")):
            return _problem(400, "Bad Request")
        self.leads[id] |= body
        self.told.append(("update", id))
        return web.json_response({"id": id})

    def _patch_contact(self, id: int, body: Any) -> web.Response:
        """A field is told with all of its values."""
        if id not in self.contacts:
            return _problem(404, "Not found")
        fields = body.get("custom_fields_values", [])
        if body.keys() - {"name", "custom_fields_values"} or not all(map(_is_field, fields)):
            return _problem(400, "Bad Request")
        before = self.contacts[id].get("custom_fields_values") or []
        codes = {one["field_code"] for one in fields}
        others = [one for one in before if one["field_code"] not in codes]
        self.contacts[id] |= {**body, "custom_fields_values": [*others, *fields]}
        return web.json_response({"id": id})

    def _knows(self, who: int | None, stage: int | None) -> bool:
        people, stages = {one["id"] for one in USERS}, {id for id, _, _ in STAGES}
        return (who is None or who in people) and (stage is None or stage in stages)

    def of(self, title: str) -> list[dict[str, Any]]:
        return [one for one in self.leads.values() if title in one["name"]]

    def edited(self, lead: int, event: str, **fields: Any) -> None:
        """Somebody changes a lead in its pages."""
        self.leads[lead] |= fields
        self.told.append((event, lead))

    def events(self) -> list[dict[str, str]]:
        """Returns, once, what its webhook sends."""
        told, self.told = self.told, []
        return [
            {
                f"leads[{event}][0][id]": str(id),
                f"leads[{event}][0][status_id]": str(self.leads[id]["status_id"]),
                f"leads[{event}][0][pipeline_id]": str(PIPELINE),
                f"leads[{event}][0][old_status_id]": str(FIRST),
                "account[subdomain]": "okna",
                "account[id]": "77",
            }
            for event, id in told
        ]


def _is_field(one: Any) -> bool:
    values = one["values"] if one.keys() == {"field_code", "values"} else []
    is_known = one.get("field_code") in {"PHONE", "EMAIL"}
    return is_known and all(v.keys() == {"value", "enum_code"} for v in values) and bool(values)


def _list(what: str, rows: list[Any]) -> web.Response:
    if not rows:
        return web.Response(status=204)
    return web.json_response({"_total_items": len(rows), "_embedded": {what: rows}})


def _problem(status: int, title: str) -> web.Response:
    said = {"title": title, "type": "https://httpstatus.es/", "status": status, "detail": title}
    return web.json_response(said, status=status, content_type="application/problem+json")
