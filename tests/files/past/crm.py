"""A real export of a sales system as a file of past leads: agents are the managers, regional offices the segments.

The data are Maven Analytics' "CRM Sales Opportunities". They are not part of the project.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

DATA = Path("shared/data/crm_opportunities")  # beside the project, or further up
FOLDER = next((at / DATA for at in Path(__file__).parents[4:] if (at / DATA).is_dir()), Path("..") / DATA)
OUTCOMES = {"Won": "won", "Lost": "lost", "Engaging": "", "Prospecting": ""}
UNDATED = "2016-10-20"  # a prospect has no date yet: the first day of the data


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def past_leads(folder: Path = FOLDER) -> Iterator[dict[str, str]]:
    """One row for each opportunity, in the file's order. The company is the client, the product what he asks for."""
    offices = {row["sales_agent"]: row["regional_office"] for row in rows_of(folder / "sales_teams.csv")}
    for row in rows_of(folder / "sales_pipeline.csv"):
        outcome, engaged = OUTCOMES[row["deal_stage"]], row["engage_date"]
        yield {
            "at": engaged or UNDATED,
            "name": row["account"],
            "segment": offices[row["sales_agent"]],
            "text": row["product"],
            "manager": row["sales_agent"],
            "claimed_at": engaged,
            "outcome": outcome,
            "closed_at": row["close_date"] if outcome else "",
            "amount": row["close_value"] if outcome == "won" else "",
        }
