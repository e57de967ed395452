"""A customer base that the office keeps elsewhere, and how that calls the office's people and the stages of a lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

CRM_HAND: Final = "_crm_"
"""Stands in the ledger for whoever has done something in the CRM that is done here for it: nobody here is called so."""


class CrmKind(StrEnum):
    """Says whose it is."""

    BITRIX24 = "bitrix24"
    AMOCRM = "amocrm"


class CrmStage(StrEnum):
    """How far a lead is, as an office names stages of its CRM for it."""

    NEW = "new"  # nobody has it
    HELD = "held"  # somebody has it, and has marked nothing yet
    NOT_REACHED = "not_reached"
    REACHED = "reached"
    MET = "met"
    INVOICED = "invoiced"
    WON = "won"
    LOST = "lost"
    BAD = "bad"
    WITHDRAWN = "withdrawn"  # taken back before anybody had it


INSTEAD: Final = {
    CrmStage.NOT_REACHED: CrmStage.HELD,
    CrmStage.REACHED: CrmStage.HELD,
    CrmStage.MET: CrmStage.REACHED,
    CrmStage.INVOICED: CrmStage.MET,
    CrmStage.BAD: CrmStage.LOST,
    CrmStage.WITHDRAWN: CrmStage.BAD,
}
"""Where the office has named no stage, the one of the other is meant."""


@dataclass(frozen=True, slots=True)
class Crm:
    """Where it is, and how it calls people and stages.

    `url`: of its pages, without a secret; `people`: the number of somebody there, by their id here; `stages`: what is
    shown of a lead there, by `CrmStage`; `pipeline`: in which a lead is there, None: the usual one.
    """

    kind: CrmKind
    url: str
    secret_env: str | None = None  # the variable that holds its secret
    pipeline: int | None = None
    people: Mapping[str, int] = field(default_factory=dict)
    stages: Mapping[str, str] = field(default_factory=dict)

    @property
    def account(self) -> str:
        """Tells whose it is: what is known of one is not true of another."""
        return f"{self.kind}:{self.url}"

    def stage(self, stage: CrmStage) -> str | None:
        """Returns what it calls this stage; None where the office has named none, nor one that stands for it."""
        named: str | None = self.stages.get(stage)
        other = INSTEAD.get(stage)
        return named or (self.stage(other) if other else None)

    def person(self, there: int | None) -> str | None:
        """Returns who of the office has this number there; None for somebody unknown."""
        return next((who for who, number in self.people.items() if number == there), None)
