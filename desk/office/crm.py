"""The office's CRM set up with taps: connected by a key that is typed once; who is who there, and each stage."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_and_forget, show_office
from desk.changing import change
from desk.crm import CrmDesk
from desk.crm_remote import Connect, CrmError, CrmRefusedError, Keys, KnownThere, StageThere
from desk.crm_task import IN, OUT, TOKEN
from desk.door import Door
from desk.errands import Errands
from desk.office import crm_views as views
from desk.office.asking import Said
from desk.work import Work
from files.office_file.dumping import Document
from leads.crm import Crm, CrmKind, CrmStage
from leads.office import Office, Role
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.words import folded
from screens.buttons.of_crm import CrmDeed
from screens.buttons.of_panes import OfficePane
from storage import cards, crm, secrets
from storage.kinds import Change
from storage.secrets import SecretOf

CRM: Final = "crm"
LONGEST_KEY: Final = 4000
_WEBHOOK: Final = re.compile(r"(https?://[A-Za-z0-9.:-]{1,200})/rest/([0-9]{1,9}/[A-Za-z0-9]{4,64})/?(?:\S*)")
_ACCOUNT: Final = re.compile(
    r"(?:https://)?([a-z0-9-]{1,63}\.(?:amocrm\.(?:ru|com)|kommo\.com))/?\s+(\S{20,})"
)
_LOOPBACK: Final = re.compile(r"(http://127\.0\.0\.1:[0-9]{2,5})\s+(\S{20,})")
_TOKEN: Final = re.compile(r"[A-Za-z0-9]{8,128}")


@dataclass(frozen=True, slots=True)
class CrmOffice:
    """`connect` speaks to a CRM; `variable`: what stands in an environment variable; `nonce`: random bits as text."""

    door: Door
    errands: Errands
    connect: Connect
    variable: Callable[[str], str | None]
    nonce: Callable[[], str]

    async def ask_key(self, actor: Actor, kind: CrmKind) -> Reply:
        """Asks for the key of a CRM."""

        def case(work: Work) -> Reply:
            about = {"topic": views.KEY, "kind": kind.value, "nonce": self.nonce()}
            questions.ask_of_office(work, actor.person or "", about)
            show_office(work, actor, OfficePane.CRM)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def do(self, actor: Actor, deed: CrmDeed) -> Reply:
        def case(work: Work) -> Reply:
            found = _set_up(work)
            pane = OfficePane.CRM
            if deed is CrmDeed.KEY:
                about = {"topic": views.KEY, "kind": found.kind.value, "nonce": self.nonce()}
                questions.ask_of_office(work, actor.person or "", about)
            elif deed is CrmDeed.TOKEN:
                questions.ask_of_office(work, actor.person or "", {"topic": views.TOKEN_ASKED})
            elif deed is CrmDeed.BRING:
                count = crm.bring_open(work.store)
                show_office(work, actor, pane)
                return Reply(done="crm-bringing" if count else None)
            elif deed is CrmDeed.RENEW:
                secrets.put(work.store, SecretOf.CRM, IN, self.nonce())
            elif deed is CrmDeed.OFF:
                _off(work, actor)
                pane = OfficePane.FRONT
            show_office(work, actor, pane)
            return Reply(done="crm-checking" if deed is CrmDeed.CHECK else None)

        reply = await self.door.do(actor, Right.SET_UP, case)
        if deed is CrmDeed.CHECK and reply.done:
            self.errands.add(partial(self.check, actor.person or ""))
        return reply

    async def go_on(self, actor: Actor) -> None:
        """Looks at once whether a key that was just typed opens anything, where nobody has looked yet."""
        if await self.door.read(_is_new):
            self.errands.add(partial(self.check, actor.person or ""))

    async def put_person(self, actor: Actor, who: str, place: int) -> Reply:
        def case(work: Work) -> Reply:
            found, there = _set_up(work), views.known(work).people
            if not work.office.has(who) or place > len(there):
                raise Refused(Refusal.CHANGED_SINCE)
            people = {id: number for id, number in found.people.items() if id != who}
            people |= {who: there[place - 1].id} if place else {}
            _put(work, actor, "people", people or None)
            show_office(work, actor, OfficePane.CRM_PEOPLE)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def put_stage(self, actor: Actor, stage: CrmStage, place: int) -> Reply:
        def case(work: Work) -> Reply:
            found = _set_up(work)
            there = views.stages_of(found, views.known(work))
            if place > len(there):
                raise Refused(Refusal.CHANGED_SINCE)
            stages = {one: name for one, name in found.stages.items() if one != stage}
            stages |= {stage.value: there[place - 1].id} if place else {}
            _put(work, actor, "stages", stages or None)
            show_office(work, actor, OfficePane.CRM_STAGES)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def put_pipeline(self, actor: Actor, pipeline: int) -> Reply:
        """Leads are in another pipeline: its stages take the place of those before."""

        def case(work: Work) -> Reply:
            found, there = _set_up(work), views.known(work)
            stages = [one for one in there.stages if one.pipeline == pipeline]
            if not stages:
                raise Refused(Refusal.CHANGED_SINCE)

            def edit(document: Document) -> None:
                document[CRM] |= {"pipeline": pipeline, "stages": usual_stages(found.kind, stages)}

            change(work, actor.person or "", edit)
            show_office(work, actor, OfficePane.CRM)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def check(self, by: str) -> None:
        """Looks who works there, and which stages there are: who is called the same is the same person."""
        found, secret, locale = await self.door.read(_key)
        if found is None:
            return
        secret = (self.variable(found.secret_env) if found.secret_env else None) or secret
        if not secret:
            return
        desk = CrmDesk(self.door)
        try:
            known = await self.connect(Keys(found, secret, locale)).known()
        except CrmError as error:
            await desk.silent(error.code, refuses=isinstance(error, CrmRefusedError))
            return
        await desk.knows(known)
        await self.door.write(lambda work: _match(work, known, by), by=by)


def _is_new(work: Work) -> bool:
    """Whether there is one of which nobody has looked yet who works there, or said what its stages mean."""
    found = work.office.crm
    return found is not None and not (found.stages and views.known(work).people)


def _key(work: Work) -> tuple[Crm | None, str | None, str]:
    return work.office.crm, secrets.current(work.store, SecretOf.CRM, OUT), work.office.locale


def _match(work: Work, known: KnownThere, by: str) -> None:
    """What nobody has said yet is as it is called there."""
    found = work.office.crm
    if found is None:
        return
    people = same_people(work.office, known) | dict(found.people)
    line = found.pipeline or next((one.pipeline for one in known.stages), None)
    there = [one for one in known.stages if one.pipeline == line]
    stages = dict(found.stages) or usual_stages(found.kind, there)
    if people != dict(found.people) or stages != dict(found.stages):

        def edit(document: Document) -> None:
            document[CRM] |= {"people": people, "stages": stages}

        change(work, by, edit)
    cards.changed(work.store, Change.OFFICE)


def same_people(office: Office, known: KnownThere) -> dict[str, int]:
    """Returns the managers whose name one person has there, whichever of the two names comes first."""
    there: dict[frozenset[str], list[int]] = {}
    for one in known.people:
        there.setdefault(frozenset(folded(one.name).split()), []).append(one.id)
    named = {p.id: there.get(frozenset(folded(p.name).split()), []) for p in office.with_role(Role.MANAGER)}
    return {who: found[0] for who, found in named.items() if len(found) == 1}


def usual_stages(kind: CrmKind, there: list[StageThere]) -> dict[str, str]:
    """Returns what stages mean as long as nobody says otherwise: the first ones, and the last."""
    under_way = [one.id for one in there if one.ends is None]
    ends = {end: next((one.id for one in there if one.ends == end), None) for end in ("won", "lost")}
    begins = under_way if kind is CrmKind.AMOCRM else under_way[1:]
    new = under_way[0] if under_way and kind is CrmKind.BITRIX24 else None
    held = begins[0] if begins else new
    found = {CrmStage.NEW: new, CrmStage.HELD: held, CrmStage.WON: ends["won"], CrmStage.LOST: ends["lost"]}
    return {stage.value: id for stage, id in found.items() if id}


def read_key(kind: CrmKind, text: str) -> tuple[str, str] | None:
    """Returns the address and the secret that stand in what somebody has typed; None where they do not."""
    words = text.strip()[:LONGEST_KEY]
    if kind is CrmKind.BITRIX24:
        webhook = _WEBHOOK.fullmatch(words)
        return (webhook[1], webhook[2]) if webhook else None
    account = _ACCOUNT.fullmatch(words)
    near = _LOOPBACK.fullmatch(words)
    if near:
        return near[1], near[2]
    return (f"https://{account[1]}", account[2]) if account else None


def hear_key(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes the key of a CRM; the message that it stood in is removed."""
    who, kind = actor.person or "", CrmKind(about["kind"])
    found = read_key(kind, said.text)
    if found is None or not _connect(work, who, kind, found[0]):
        questions.ask_of_office(work, who, {**about, "refused": True})
    else:
        secrets.put(work.store, SecretOf.CRM, OUT, found[1])
        if secrets.current(work.store, SecretOf.CRM, IN) is None:
            secrets.put(work.store, SecretOf.CRM, IN, about["nonce"])
        questions.stop_asking(work, who)
    show_and_forget(work, actor, said.message, OfficePane.CRM)


def _connect(work: Work, who: str, kind: CrmKind, url: str) -> bool:
    """The same account keeps who is who; False where that is no address."""
    before = work.office.crm
    is_same = before is not None and (before.kind, before.url) == (kind, url)

    def edit(document: Document) -> None:
        own = document.get(CRM, {}) if is_same else {}
        document[CRM] = {**own, "kind": kind.value, "url": url}
        document[CRM].pop("secret_env", None)

    try:
        change(work, who, edit)
    except Refused:
        return False
    status = crm.status(work.store)
    account = f"{kind}:{url}"
    if status is None or status.account != account:
        crm.turn_to(work.store, account, work.now)
    else:
        crm.look_through(work.store)
        crm.note(work.store, retry_at=None)
    return True


def hear_token(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes the token that the CRM shows with whatever it tells us."""
    token = said.text.strip()
    if _TOKEN.fullmatch(token):
        secrets.put(work.store, SecretOf.CRM, TOKEN, token)
        questions.stop_asking(work, actor.person or "")
    else:
        questions.ask_of_office(work, actor.person or "", {**about, "refused": True})
    show_and_forget(work, actor, said.message, OfficePane.CRM)


def _off(work: Work, actor: Actor) -> None:
    """What is known of its leads stays, for whoever connects the same one again."""
    change(work, actor.person or "", lambda document: document.pop(CRM, None))
    for name in (OUT, TOKEN, IN):
        secrets.drop(work.store, SecretOf.CRM, name)


def _set_up(work: Work) -> Crm:
    """Raises Refused where there is none."""
    if work.office.crm is None:
        raise Refused(Refusal.CHANGED_SINCE)
    return work.office.crm


def _put(work: Work, actor: Actor, key: str, value: object) -> None:
    def edit(document: Document) -> None:
        if value is None:
            document[CRM].pop(key, None)
        else:
            document[CRM][key] = value

    change(work, actor.person or "", edit)
    crm.look_through(work.store)
