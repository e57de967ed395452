"""The office's CRM, set up with taps: whose it is, who is who there, which stage means what."""

from __future__ import annotations

from enum import StrEnum

from leads.crm import CrmKind, CrmStage
from screens.buttons.base import CallbackData, Number


class CrmDeed(StrEnum):
    KEY = "key"  # asks for another key
    TOKEN = "token"  # noqa: S105 - asks for the token that the CRM shows with what it tells us
    CHECK = "check"  # looks whether it answers, and who works there
    BRING = "bring"  # every open lead is to be there, too
    RENEW = "renew"  # another address for what it tells us
    OFF = "off"  # no lead is told there any more


class OfCrm(CallbackData, prefix="crm"):
    deed: CrmDeed


class ConnectCrm(CallbackData, prefix="crm-new"):
    """Asks for the key of a CRM of this kind."""

    kind: CrmKind


class PutCrmPerson(CallbackData, prefix="crm-who"):
    """Somebody has this number there, by the place in the list of those who work there; 0: nobody, else from 1."""

    person: str
    place: Number


class PutCrmStage(CallbackData, prefix="crm-stage"):
    """A lead that is so far is shown at this stage, by its place in the list of those there are, from 1; 0: none."""

    stage: CrmStage
    place: Number


class PutPipeline(CallbackData, prefix="crm-line"):
    """Leads are in this pipeline, by its number there."""

    pipeline: Number
