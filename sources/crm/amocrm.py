"""amoCRM by a long-lived token: its API v4, as its documentation has it (2026).

A lead of ours comes into `Неразобранное` under a `source_uid` of its own; who takes it here accepts it there.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from desk.crm_remote import (
    CrmAwayError,
    CrmBusyError,
    CrmError,
    CrmGoneError,
    CrmRefusedError,
    CrmRejectedError,
    Follow,
    KnownThere,
    NewLead,
    Place,
    Somebody,
    StageThere,
)
from leads.crm_client import ClientThere
from leads.crm_shown import Shown
from leads.words import folded
from sources.crm.wire import Answered, Wire

EVERY, AT_ONCE = 0.2, 1
"""Five requests a second: it allows seven to all of a customer's programs together."""
LEADS: Final = "/api/v4/leads"
CONTACTS: Final = "/api/v4/contacts"
PHONE, WORK = "PHONE", "WORK"
UNSORTED: Final = f"{LEADS}/unsorted"
WON, LOST = 142, 143
ENDS: Final = {WON: "won", LOST: "lost"}
OF_UNSORTED: Final = 1  # the type of the stage in which nobody has accepted a lead
CLOSED_TO_US: Final = frozenset({401, 402, 403})
PAGE, MOST_PAGES = 250, 20
NOBODY_KNOWS: Final = "127.0.0.1"
"""The client's address in the net, which the API wants: a lead of ours has none."""


@dataclass(frozen=True, slots=True)
class AmoCrm:
    """`pipeline`: in which leads are; None: its main one. `words`: why a client refused."""

    wire: Wire
    pipeline: int | None
    words: Callable[[str], str]

    async def find(self, new: NewLead) -> Place | None:
        """Where somebody has accepted it meanwhile, it is found by its name."""
        async for one in self._pages(UNSORTED, "unsorted", {"filter[category][]": "forms"}):
            if one.get("source_uid") == _uid(new):
                return _place(one)
        async for one in self._pages(LEADS, "leads", {"filter[name]": new.title}):
            if one["name"] == new.title and one["created_at"] >= new.since.timestamp() - 86400:
                return Place(str(one["id"]))
        return None

    async def add(self, new: NewLead) -> Place:
        """It takes nothing twice under one `source_uid`: what it does not take may be there already."""
        try:
            found = await self._ask("POST", f"{UNSORTED}/forms", [self._form(new)])
        except CrmRejectedError:
            if (place := await self.find(new)) is None:
                raise
            return place
        place = _place(_embedded(found, "unsorted")[0])
        if new.words:
            await self._tell(place, new.words)
        return place

    def _form(self, new: NewLead) -> dict[str, Any]:
        contacts = [(PHONE, new.phones), ("EMAIL", new.emails)]
        fields = [
            {"field_code": code, "values": [{"value": one, "enum_code": WORK} for one in values]}
            for code, values in contacts
            if values
        ]
        contact = {"name": new.name or new.title, **({"custom_fields_values": fields} if fields else {})}
        at = int(new.since.timestamp())
        return {
            "request_id": str(new.number),
            "source_name": "Fairlead",
            "source_uid": _uid(new),
            "created_at": at,
            **({"pipeline_id": self.pipeline} if self.pipeline else {}),
            "_embedded": {"leads": [{"name": new.title}], "contacts": [contact]},
            "metadata": {
                "form_id": "fairlead",
                "form_name": new.source or "Fairlead",
                "form_page": "fairlead",
                "form_sent_at": at,
                "ip": NOBODY_KNOWS,
                "referer": "fairlead",
            },
        }

    async def _tell(self, place: Place, words: str) -> None:
        """The client's words are a note: once at most, for a lead is added once. The lead counts, not these."""
        note = {"note_type": "common", "params": {"text": words}}
        try:
            await self._ask("POST", f"{LEADS}/{place.id}/notes", [note])
        except CrmError:
            return

    async def put(self, place: Place, now: Shown, changes: Shown) -> Place:
        if place.handle is not None:
            await self._accept(place.handle, now)
            changes = now
        fields = await self._fields(changes)
        if fields:
            await self._ask("PATCH", f"{LEADS}/{place.id}", fields, of_one=True)
        return Place(place.id)

    async def _accept(self, uid: str, now: Shown) -> None:
        """Somebody may have done so there: then the rest is a change like any other."""
        stage = int(now.stage) if now.stage and int(now.stage) not in ENDS else None
        who = {"user_id": now.responsible} if now.responsible else {}
        try:
            accepted = {**who, **({"status_id": stage} if stage else {})}
            await self._ask("POST", f"{UNSORTED}/{uid}/accept", accepted, of_one=True)
        except (CrmRejectedError, CrmGoneError):
            return

    async def correct(self, place: Place, follow: Follow) -> None:
        """A client without a name is called there as the lead is; whoever was deleted there stays away."""
        lead = (await self._ask("GET", f"{LEADS}/{place.id}", query={"with": "contacts"}, of_one=True)).body
        ids = sorted(lead["_embedded"].get("contacts", ()), key=lambda one: not one.get("is_main"))
        if not ids:
            return
        address = f"{CONTACTS}/{ids[0]['id']}"
        try:
            contact = (await self._ask("GET", address, of_one=True)).body
        except CrmGoneError:
            return
        fields = contact.get("custom_fields_values") or ()
        values = [value for one in fields if one.get("field_code") == PHONE for value in one["values"]]
        name = contact.get("name") or None
        there = ClientThere(
            None if name == lead["name"] else name, tuple(str(one["value"]) for one in values)
        )
        if changes := _of_client(there, follow(there), values):
            await self._ask("PATCH", address, changes, of_one=True)

    async def look(self, place: Place) -> Shown | None:
        try:
            lead = (await self._ask("GET", f"{LEADS}/{place.id}", of_one=True)).body
        except CrmGoneError:
            return None
        if lead.get("is_deleted"):
            return None
        price = lead.get("price")
        return Shown(
            str(lead["status_id"]), lead.get("responsible_user_id") or None, price * 100 if price else None
        )

    async def known(self) -> KnownThere:
        people = [
            Somebody(one["id"], one["name"], one.get("email") or "")
            async for one in self._pages("/api/v4/users", "users", {})
        ]
        pipelines = _embedded(await self._ask("GET", f"{LEADS}/pipelines"), "pipelines")
        stages = [
            StageThere(str(one["id"]), one["name"], ENDS.get(one["id"]), pipeline["id"], pipeline["name"])
            for pipeline in sorted(pipelines, key=lambda one: (not one.get("is_main"), one.get("sort", 0)))
            for one in pipeline["_embedded"]["statuses"]
            if one.get("type") != OF_UNSORTED
        ]
        return KnownThere(tuple(people), tuple(stages))

    async def _fields(self, shown: Shown) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        if shown.stage is not None:
            fields["status_id"] = int(shown.stage)
            fields |= {"pipeline_id": self.pipeline} if self.pipeline else {}
        if shown.responsible is not None:
            fields["responsible_user_id"] = shown.responsible
        if shown.amount is not None:
            fields["price"] = round(shown.amount / 100)
        if shown.reason is not None and (reason := await self._reason(shown.reason)) is not None:
            fields["loss_reason_id"] = reason
        return fields

    async def _reason(self, code: str) -> int | None:
        """Returns the reason there that is called as ours is; None where none is."""
        named = folded(self.words(code))
        known = _embedded(await self._ask("GET", f"{LEADS}/loss_reasons"), "loss_reasons")
        return next((int(one["id"]) for one in known if folded(one["name"]) == named), None)

    async def _pages(
        self, path: str, what: str, query: Mapping[str, str]
    ) -> AsyncIterator[Mapping[str, Any]]:
        for number in range(1, MOST_PAGES + 1):
            asked = {**query, "page": str(number), "limit": str(PAGE)}
            found = _embedded(await self._ask("GET", path, query=asked), what)
            for one in found:
                yield one
            if len(found) < PAGE:
                return

    async def _ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        query: Mapping[str, str] | None = None,
        *,
        of_one: bool = False,
    ) -> Answered:
        found = await self.wire.ask(method, path, body, query)
        if found.status in {200, 201, 202, 204}:
            return _whole(found, of_one=of_one)
        code = found.code("detail", "title")
        if found.status == 429:
            raise CrmBusyError("HTTP 429", 2.0)
        if found.status in CLOSED_TO_US:
            raise CrmRefusedError(code)
        if found.status == 404 and of_one:
            raise CrmGoneError(code)
        if 400 <= found.status < 500:
            raise CrmRejectedError(code)
        raise CrmAwayError(code)


def _whole(found: Answered, *, of_one: bool) -> Answered:
    """Nothing is what it answers where there is none of what is asked for."""
    if found.status == 204 and of_one:
        raise CrmGoneError("HTTP 204")
    if found.status != 204 and not isinstance(found.body, dict):
        raise CrmAwayError("unexpected answer")
    return found


def _embedded(found: Answered, what: str) -> list[Any]:
    said = (found.body or {}).get("_embedded", {}).get(what, [])
    return said if isinstance(said, list) else []


def _of_client(there: ClientThere, after: ClientThere, values: Sequence[Any]) -> dict[str, Any]:
    """Numbers are told all together: those that stay keep what they are there."""
    changes: dict[str, Any] = {"name": after.name} if after.name != there.name else {}
    if after.phones != there.phones:
        kinds = {str(one["value"]): one.get("enum_code") or WORK for one in values}
        said = [{"value": one, "enum_code": kinds.get(one, WORK)} for one in after.phones]
        changes["custom_fields_values"] = [{"field_code": PHONE, "values": said}]
    return changes


def _uid(new: NewLead) -> str:
    return f"fairlead-{new.number}"


def _place(unsorted: Mapping[str, Any]) -> Place:
    return Place(str(unsorted["_embedded"]["leads"][0]["id"]), str(unsorted["uid"]))
