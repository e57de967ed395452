"""The panes of the office's CRM, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from leads.crm import CrmKind, CrmStage
from screens.content import Screen
from screens.office import crm as screens
from screens.texts import Texts
from screens.views.crm import CrmAsk, CrmChoice, CrmChoiceView, CrmListView, CrmRow, CrmView, PipelinesView
from screens.views.leafing import UNLEAFED, Leafed
from tests.screens.leads_to_show import MOSCOW, NOW, PETROV

ADDRESS = "https://fairlead.example/crm/0123456789abcdef01234567"
NONE = CrmView(MOSCOW)
ONE = CrmView(
    *(MOSCOW, CrmKind.BITRIX24, "https://okna.bitrix24.ru", None, True, "works", None, NOW, 128, 3, 0, 12),
    *(2, 3, 4, True, 0, ADDRESS, True, True),
)
NAMES = tuple((n, "Somebody <b>there</b> with a long name " * 2) for n in range(1, 9))
THERE = tuple(CrmChoice(n, name) for n, name in NAMES * 3)
PEOPLE = CrmListView((CrmRow("petrov", PETROV, "Petrov <1>"), CrmRow("ivanov", PETROV, None)) * 9)
STAGES = CrmListView(tuple(CrmRow(stage.value, "", "NEW <stage>") for stage in CrmStage))


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "crm, none", screens.crm_screen(NONE, texts)
    for kind in CrmKind:
        asked = CrmAsk("key", kind, is_wrong=True)
        yield f"crm, the key of {kind}", screens.crm_screen(replace(NONE, ask=asked), texts)
        yield f"crm of {kind}", screens.crm_screen(replace(ONE, kind=kind, pipelines=2), texts)
    yield "crm, its token", screens.crm_screen(replace(ONE, has_token=False, ask=CrmAsk("token")), texts)
    for state in ("away", "refuses"):
        trouble = replace(ONE, state=state, code="HTTP 502", refused=2, env="CRM_SECRET")
        yield f"crm that {state}", screens.crm_screen(trouble, texts)
    bare = replace(
        ONE, has_key=False, state=None, last_at=None, stages=0, is_known=False, address=None, open=0
    )
    yield "crm without a key", screens.crm_screen(bare, texts)
    yield "crm not reached", screens.crm_screen(replace(bare, is_public=False), texts)
    yield "crm, another address", screens.crm_renewing_screen(texts)
    yield "crm, switched off", screens.crm_off_screen(texts)
    yield "crm, people", screens.crm_people_screen(PEOPLE, texts)
    yield "crm, stages", screens.crm_stages_screen(STAGES, texts)
    person = CrmChoiceView("petrov", PETROV, 2, THERE)
    yield "crm, a person", screens.crm_person_screen(person, texts)
    yield "crm, nobody known", screens.crm_person_screen(replace(person, rows=()), texts)
    stage = CrmChoiceView("won", "", 0, THERE, Leafed(1))
    yield "crm, a stage", screens.crm_stage_screen(stage, texts)
    yield "crm, no stage known", screens.crm_stage_screen(replace(stage, rows=(), leafed=UNLEAFED), texts)
    yield "crm, pipelines", screens.crm_pipeline_screen(PipelinesView(60, NAMES), texts)
