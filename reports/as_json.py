"""A report as `report --json` and `replay --json` print it; the shape is in the contract and stays."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from leads.figures.part import Part
from leads.figures.report import ManagerFigures, Report
from leads.office import Office, Role
from leads.shares import in_leads


def report_json(
    report: Report,
    office: Office,
    balances: Mapping[str, int],
    head: str,
    period: tuple[str | None, str | None],
    names: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, Any]:
    """`balances`: what each manager is owed over all segments, in share units; `head`: the ledger's, `NUMBER:SEAL`.

    `period`: as it was asked for; `names`: of people who have left the office, as far as they are known.
    """
    first, last = period
    return {
        "from": first,
        "to": last,
        "leads": _leads(report),
        "claim_seconds": {"median": report.total.times.median, "p90": report.total.times.p90},
        "contact_seconds": {"median": report.contacts.median, "p90": report.contacts.p90},
        "conversion": report.total.conversion,
        "managers": [
            _manager(who, name, report.managers.get(who, ManagerFigures()), balances.get(who, 0))
            for who, name in everybody(report, office, names).items()
        ],
        "segments": [{"id": id} | _part(part) for id, part in segments_in_order(report, office)],
        "sources": [{"id": id} | _part(part) for id, part in sources_in_order(report)],
        "known": _clients(report.known),
        "unknown": _clients(report.unknown),
        "fairness": {"jain": report.jain, "max_deviation": round(report.max_deviation, 6)},
        "discretion": {
            "by_hand": report.discretion.by_hand,
            "against_the_rule": report.discretion.against_the_rule,
        },
        "ledger_head": head,
    }


def money(hundredths: int) -> int | float:
    """Returns an amount in the office's currency; whole where it is."""
    return hundredths // 100 if hundredths % 100 == 0 else hundredths / 100


def segments_in_order(report: Report, office: Office) -> list[tuple[str, Part]]:
    """Lists them as the office has them; then those that it has no more."""
    places = {segment.id: place for place, segment in enumerate(office.segments)}
    return sorted(report.segments.items(), key=lambda item: (places.get(item[0], len(places)), item[0]))


def sources_in_order(report: Report) -> list[tuple[str, Part]]:
    """The one that brings most comes first."""
    return sorted(report.sources.items(), key=lambda item: (-item[1].handed, item[0]))


def everybody(report: Report, office: Office, left: Mapping[str, str]) -> dict[str, str]:
    """Returns the managers of the office in its order, then whoever else had to do with a lead."""
    names = {p.id: p.name for p in office.with_role(Role.MANAGER)}
    known = {**left, **{p.id: p.name for p in office.people}}
    return names | {who: known.get(who, who) for who in sorted(report.managers) if who not in names}


def _leads(report: Report) -> dict[str, Any]:
    total = report.total
    return {
        "in": total.handed,
        "claimed": total.claimed,
        "won": total.won,
        "lost": total.lost,
        "bad": total.bad,
        "open": total.open,
        "unclaimed": total.unclaimed,
        "amount": money(total.amount),
    }


def _manager(who: str, name: str, figures: ManagerFigures, balance: int) -> dict[str, Any]:
    sales = figures.sales
    return {
        "id": who,
        "name": name,
        "offered": figures.offered,
        "claimed": sales.handed,
        "declined": figures.declined,
        "lapsed": figures.lapsed,
        "won": sales.won,
        "lost": sales.lost,
        "bad": sales.bad,
        "conversion": sales.conversion,
        "amount": money(sales.amount),
        "due": round(figures.due, 6),
        "received": figures.received,
        "balance": round(in_leads(balance), 6),
        "claim_seconds_median": figures.times.median,
        "contact_seconds_median": figures.contacts.median,
    }


def _part(sales: Part) -> dict[str, Any]:
    return {
        "in": sales.handed,
        "claimed": sales.claimed,
        "won": sales.won,
        "conversion": sales.conversion,
        "amount": money(sales.amount),
    }


def _clients(sales: Part) -> dict[str, Any]:
    return {
        "in": sales.handed,
        "won": sales.won,
        "conversion": sales.conversion,
        "amount": money(sales.amount),
    }
