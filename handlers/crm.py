"""The office's CRM, set up with taps."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.office.crm import CrmOffice
from handlers.tap import Toast, answer
from screens.buttons.of_crm import ConnectCrm, OfCrm, PutCrmPerson, PutCrmStage, PutPipeline
from screens.texts import Texts


def router() -> Router:
    router = Router(name="crm")
    on = router.callback_query.register
    on(_of_crm, OfCrm.filter())
    on(_connect, ConnectCrm.filter())
    on(_put_person, PutCrmPerson.filter())
    on(_put_stage, PutCrmStage.filter())
    on(_put_pipeline, PutPipeline.filter())
    return router


async def _of_crm(
    query: CallbackQuery, callback_data: OfCrm, actor: Actor, crm_office: CrmOffice, texts: Texts
) -> Toast:
    return answer(query, await crm_office.do(actor, callback_data.deed), texts)


async def _connect(
    query: CallbackQuery, callback_data: ConnectCrm, actor: Actor, crm_office: CrmOffice, texts: Texts
) -> Toast:
    return answer(query, await crm_office.ask_key(actor, callback_data.kind), texts)


async def _put_person(
    query: CallbackQuery, callback_data: PutCrmPerson, actor: Actor, crm_office: CrmOffice, texts: Texts
) -> Toast:
    it = callback_data
    return answer(query, await crm_office.put_person(actor, it.person, it.place), texts)


async def _put_stage(
    query: CallbackQuery, callback_data: PutCrmStage, actor: Actor, crm_office: CrmOffice, texts: Texts
) -> Toast:
    it = callback_data
    return answer(query, await crm_office.put_stage(actor, it.stage, it.place), texts)


async def _put_pipeline(
    query: CallbackQuery, callback_data: PutPipeline, actor: Actor, crm_office: CrmOffice, texts: Texts
) -> Toast:
    return answer(query, await crm_office.put_pipeline(actor, callback_data.pipeline), texts)
