"""Bitrix24 by an incoming webhook: the methods `crm.item.*` on leads, as its REST documentation has them (2026).

A lead of ours is known there by `originatorId` and `originId`, its number here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Any, Final

from desk.crm_remote import (
    CrmAwayError,
    CrmBusyError,
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
from sources.crm.wire import Answered, Wire

EVERY, AT_ONCE = 0.5, 10
"""Two requests a second for ever, and some at once: it allows fifty, to everybody at this address together."""
LEAD: Final = 1  # entityTypeId
PHONE, WORK = "PHONE", "WORK"
ORIGINATOR: Final = "fairlead"
BLOCKED_FOR: Final = 60.0  # seconds, of a method that has taken too long altogether
EARLIER: Final = timedelta(days=1)  # its clock may be another than ours
CLOSED_TO_US: Final = frozenset({401, 402, 403})
ENDS: Final = {"S": "won", "F": "lost"}
FULL: Final = 50  # items on a page


@dataclass(frozen=True, slots=True)
class Bitrix24:
    """`secret`: `NUMBER/CODE`, as it stands in the webhook's address."""

    wire: Wire
    secret: str
    words: Callable[[str], str]  # why a client refused

    async def find(self, new: NewLead) -> Place | None:
        asked = {
            "entityTypeId": LEAD,
            "select": ["id", "createdTime"],
            "filter": {"=originatorId": ORIGINATOR, "=originId": str(new.number)},
            "order": {"id": "DESC"},
        }
        found = (await self._call("crm.item.list", asked))["items"]
        ours = [one for one in found if _at(one.get("createdTime")) >= new.since - EARLIER]
        return Place(str(ours[-1]["id"])) if ours else None

    async def add(self, new: NewLead) -> Place:
        fields: dict[str, Any] = {
            "title": new.title,
            "originatorId": ORIGINATOR,
            "originId": str(new.number),
            "name": new.name,
            "comments": new.words or None,
            "sourceDescription": new.source,
            "fm": [
                *({"typeId": PHONE, "valueType": WORK, "value": one} for one in new.phones),
                *({"typeId": "EMAIL", "valueType": WORK, "value": one} for one in new.emails),
            ]
            or None,
            **self._fields(new.shown),
        }
        said = {key: value for key, value in fields.items() if value is not None}
        found = await self._call("crm.item.add", {"entityTypeId": LEAD, "fields": said})
        return Place(str(found["item"]["id"]))

    async def put(self, place: Place, now: Shown, changes: Shown) -> Place:  # noqa: ARG002 - others need it
        fields = self._fields(changes)
        if fields:
            asked = {"entityTypeId": LEAD, "id": int(place.id), "fields": fields}
            await self._call("crm.item.update", asked, of_one=True)
        return place

    async def correct(self, place: Place, follow: Follow) -> None:
        of_lead = {"entityTypeId": LEAD, "id": int(place.id)}
        item = (await self._call("crm.item.get", of_lead, of_one=True))["item"]
        known = {one["value"]: one for one in item.get("fm") or () if one["typeId"] == PHONE}
        there = ClientThere(item.get("name") or None, tuple(known))
        after = follow(there)
        fields: dict[str, Any] = {"name": after.name} if after.name != there.name else {}
        if changes := list(_of_numbers(known, after.phones)):
            fields["fm"] = changes
        if fields:
            await self._call("crm.item.update", {**of_lead, "fields": fields}, of_one=True)

    async def look(self, place: Place) -> Shown | None:
        try:
            asked = {"entityTypeId": LEAD, "id": int(place.id)}
            item = (await self._call("crm.item.get", asked, of_one=True))["item"]
        except CrmGoneError:
            return None
        amount = item.get("opportunity")
        return Shown(
            str(item["stageId"]),
            int(item["assignedById"]) if item.get("assignedById") else None,
            round(float(amount) * 100) if amount else None,
        )

    async def known(self) -> KnownThere:
        people, start = [], 0
        while True:
            page = await self._ask("user.get", {"FILTER": {"ACTIVE": True}, "start": start})
            people += [_somebody(one) for one in page.body["result"]]
            following = page.body.get("next")
            if not isinstance(following, int) or following <= start:
                break
            start = following
        asked = {"filter": {"ENTITY_ID": "STATUS"}, "order": {"SORT": "ASC"}}
        stages = [_stage(one) for one in (await self._ask("crm.status.list", asked)).body["result"]]
        return KnownThere(tuple(people), tuple(stages))

    def _fields(self, shown: Shown) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        if shown.stage is not None:
            fields["stageId"] = shown.stage
        if shown.responsible is not None:
            fields["assignedById"] = shown.responsible
        if shown.amount is not None:
            fields |= {"opportunity": shown.amount / 100, "isManualOpportunity": "Y"}
        if shown.reason is not None:
            fields["statusDescription"] = self.words(shown.reason)
        return fields

    async def _call(self, method: str, asked: Mapping[str, Any], *, of_one: bool = False) -> dict[str, Any]:
        result = (await self._ask(method, asked, of_one=of_one)).body["result"]
        if not isinstance(result, dict):
            raise CrmAwayError("unexpected answer")
        return result

    async def _ask(self, method: str, asked: Mapping[str, Any], *, of_one: bool = False) -> Answered:
        found = await self.wire.ask("POST", f"/rest/{self.secret}/{method}.json", asked)
        if found.status == 200 and isinstance(found.body, dict) and "result" in found.body:
            return found
        code = found.code("error")
        if code == "QUERY_LIMIT_EXCEEDED":
            raise CrmBusyError(code, 2.0)
        if found.status == 429:
            raise CrmBusyError(code, BLOCKED_FOR)
        if found.status in CLOSED_TO_US:
            raise CrmRefusedError(code)
        if code == "NOT_FOUND" and of_one:
            raise CrmGoneError(code)
        if 400 <= found.status < 500:
            raise CrmRejectedError(code)
        raise CrmAwayError(code)


def _of_numbers(known: Mapping[str, Mapping[str, Any]], after: Sequence[str]) -> Iterator[dict[str, Any]]:
    """One that is there is changed by its id, and goes with an empty value; without an id one is added."""
    gone = [one for one in known if one not in after]
    new = [one for one in after if one not in known]
    for was, now in zip_longest(gone, new):
        kind = known[was]["valueType"] if was else WORK
        id = {"id": int(known[was]["id"])} if was else {}
        yield {**id, "typeId": PHONE, "valueType": kind, "value": now or ""}


def code_of(secret: str) -> str:
    """Returns `NUMBER/CODE` of the whole address of a webhook, too."""
    return secret.partition("/rest/")[2].strip("/") if "/rest/" in secret else secret.strip("/")


def _at(said: object) -> datetime:
    return datetime.fromisoformat(str(said))


def _somebody(one: Mapping[str, Any]) -> Somebody:
    name = " ".join(filter(None, (one.get("NAME"), one.get("LAST_NAME")))) or str(one["ID"])
    return Somebody(int(one["ID"]), name, str(one.get("EMAIL") or ""))


def _stage(one: Mapping[str, Any]) -> StageThere:
    return StageThere(str(one["STATUS_ID"]), str(one["NAME"]), ENDS.get(one.get("SEMANTICS") or ""))
