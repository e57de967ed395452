"""The panes of the office's CRM, as `desk.office.panes` has them in its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from desk.crm_remote import KnownThere, StageThere
from desk.crm_task import IN, OUT, TOKEN
from desk.leafing import leafed
from desk.office.source_views import asked_of
from desk.page import Page
from desk.work import Work
from leads.crm import Crm, CrmKind, CrmStage
from leads.office import Role
from screens.content import Screen
from screens.office import crm as screens
from screens.views.crm import CrmAsk, CrmChoice, CrmChoiceView, CrmListView, CrmRow, CrmView, PipelinesView
from storage import crm, secrets
from storage.people import PersonRow
from storage.secrets import SecretOf

KEY, TOKEN_ASKED = "crm-key", "crm-token"
ASKED: Final = {KEY: "key", TOKEN_ASKED: "token"}


def pane(page: Page, person: PersonRow) -> Screen:
    return screens.crm_screen(_view(page, person), page.texts)


def off(page: Page, _: PersonRow) -> Screen | None:
    return screens.crm_off_screen(page.texts) if page.work.office.crm else None


def renewing(page: Page, _: PersonRow) -> Screen | None:
    return screens.crm_renewing_screen(page.texts) if page.work.office.crm else None


def _view(page: Page, person: PersonRow) -> CrmView:
    work, found = page.work, page.work.office.crm
    ask = _ask(asked_of(work, person.id))
    if found is None:
        return CrmView(work.office.timezone, ask=ask)
    status, counted, there = crm.status(work.store), crm.counted(work.store), known(work)
    is_its = status is not None and status.account == found.account
    own = secrets.current(work.store, SecretOf.CRM, IN)
    managers = {p.id for p in work.office.with_role(Role.MANAGER)}
    return CrmView(
        work.office.timezone,
        found.kind,
        found.url,
        found.secret_env,
        secrets.current(work.store, SecretOf.CRM, OUT) is not None,
        status.state.value if status and is_its else None,
        status.code if status and is_its else None,
        status.last_at if status and is_its else None,
        counted.there,
        counted.waiting,
        counted.refused,
        crm.count_open(work.store),
        len(managers.intersection(found.people)),
        len(managers),
        len(found.stages),
        bool(there.people),
        len({one.pipeline for one in there.stages if one.pipeline}),
        f"{page.links.public}/crm/{own}" if page.links.public and own else None,
        page.links.public is not None,
        secrets.current(work.store, SecretOf.CRM, TOKEN) is not None,
        ask,
    )


def _ask(asked: Mapping[str, Any]) -> CrmAsk | None:
    what = ASKED.get(asked.get("topic", ""))
    kind = CrmKind(asked["kind"]) if what == "key" else None
    return CrmAsk(what, kind, bool(asked.get("refused"))) if what else None


def known(work: Work) -> KnownThere:
    """Returns who works there, and which stages there are, as somebody has seen last."""
    status = crm.status(work.store)
    return KnownThere.of(status.known) if status else KnownThere()


def stages_of(found: Crm, there: KnownThere) -> Sequence[StageThere]:
    """Returns those of the pipeline in which leads are; without one, of the first."""
    lines = [one.pipeline for one in there.stages]
    line = found.pipeline or (lines[0] if lines else None)
    return [one for one in there.stages if one.pipeline == line]


def people(page: Page, reader: PersonRow) -> Screen | None:
    found = page.work.office.crm
    if found is None:
        return None
    names = {one.id: one.name for one in known(page.work).people}
    here = page.work.office.with_role(Role.MANAGER)
    rows = [CrmRow(p.id, p.name, _named(found.people.get(p.id), names)) for p in here]
    return screens.crm_people_screen(CrmListView(rows, leafed(page, reader)), page.texts)


def _named(number: int | None, names: dict[int, str]) -> str | None:
    return None if number is None else names.get(number, str(number))


def person(page: Page, reader: PersonRow) -> Screen | None:
    found, who = page.work.office.crm, page.args["about"]
    if found is None or not page.work.office.has(who):
        return None
    there = known(page.work).people
    chosen = next((n for n, one in enumerate(there, 1) if one.id == found.people.get(who)), 0)
    rows = [CrmChoice(n, one.name) for n, one in enumerate(there, 1)]
    view = CrmChoiceView(who, page.work.office.person(who).name, chosen, rows, leafed(page, reader))
    return screens.crm_person_screen(view, page.texts)


def stages(page: Page, _: PersonRow) -> Screen | None:
    found = page.work.office.crm
    if found is None:
        return None
    names = {one.id: one.name for one in known(page.work).stages}
    rows = [CrmRow(stage.value, "", _stage_name(found, stage, names)) for stage in CrmStage]
    return screens.crm_stages_screen(CrmListView(rows), page.texts)


def _stage_name(found: Crm, stage: CrmStage, names: dict[str, str]) -> str | None:
    named = found.stage(stage)
    return names.get(named, named) if named else None


def stage(page: Page, reader: PersonRow) -> Screen | None:
    found, about = page.work.office.crm, page.args["about"]
    if found is None or about not in set(CrmStage):
        return None
    there = stages_of(found, known(page.work))
    chosen = next((n for n, one in enumerate(there, 1) if one.id == found.stages.get(about)), 0)
    rows = [CrmChoice(n, one.name) for n, one in enumerate(there, 1)]
    view = CrmChoiceView(about, "", chosen, rows, leafed(page, reader))
    return screens.crm_stage_screen(view, page.texts)


def pipeline(page: Page, _: PersonRow) -> Screen | None:
    found = page.work.office.crm
    if found is None:
        return None
    lines = {one.pipeline: one.line or str(one.pipeline) for one in known(page.work).stages if one.pipeline}
    chosen = found.pipeline or next(iter(lines), None)
    return screens.crm_pipeline_screen(PipelinesView(chosen, tuple(lines.items())), page.texts)
