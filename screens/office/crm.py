"""The office's CRM: how it is, who is who there, which stage means what."""

from __future__ import annotations

from collections.abc import Iterator

from leads.crm import CrmKind, CrmStage
from screens.assigning import LABEL
from screens.buttons.of_crm import ConnectCrm, CrmDeed, OfCrm, PutCrmPerson, PutCrmStage, PutPipeline
from screens.buttons.of_panes import Go, OfficePane
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import was
from screens.leafing import leaf_words, leaves
from screens.office.paging import back_button
from screens.texts import Html, Texts, cut
from screens.views.crm import CrmChoice, CrmChoiceView, CrmListView, CrmRow, CrmView, PipelinesView
from screens.views.leafing import On


def crm_screen(view: CrmView, texts: Texts) -> Screen:
    if view.kind is None:
        return _none_screen(view, texts)
    name = texts.plain(f"crm-kind-{view.kind}")
    text = page(
        texts("crm-pane-title", name=name, url=view.url),
        GAP,
        *_state(view, texts),
        GAP,
        texts("crm-people-line", count=view.people, of=view.managers),
        texts("crm-stages-line", count=view.stages) if view.stages else texts("crm-stages-none"),
        None if view.is_known else texts("crm-not-known"),
        GAP,
        *_back(view, texts),
        GAP,
        *_asking(view, texts),
    )
    return Screen(text, _buttons(view, texts))


def _none_screen(view: CrmView, texts: Texts) -> Screen:
    text = page(texts("crm-none-title"), texts("crm-none-about"), GAP, *_asking(view, texts))
    kinds = tuple((Button(texts.plain(f"button-crm-{kind}"), ConnectCrm(kind=kind)),) for kind in CrmKind)
    return Screen(text, (*kinds, (back_button(OfficePane.FRONT, texts),)))


def _state(view: CrmView, texts: Texts) -> Iterator[Html]:
    if view.env:
        yield texts("crm-key-env", name=view.env)
    elif not view.has_key:
        yield texts("crm-key-none")
    if view.state:
        yield texts(f"crm-state-{view.state}", code=view.code or "—")
    if view.last_at:
        yield texts("crm-last", at=was(view.last_at, view.timezone, texts))
    yield texts("crm-counts", there=view.there, waiting=view.waiting)
    if view.refused:
        yield texts("crm-refused-leads", count=view.refused, code=view.code or "—")


def _back(view: CrmView, texts: Texts) -> Iterator[Html]:
    """What the CRM needs to tell us of changes."""
    if not view.is_public:
        yield texts("crm-back-not-public")
    elif view.address is None:
        yield texts("crm-back-none")
    else:
        yield texts(f"crm-back-{view.kind}", address=view.address)
        if view.kind is CrmKind.BITRIX24:
            yield texts("crm-token-there" if view.has_token else "crm-token-none")


def _asking(view: CrmView, texts: Texts) -> Iterator[Html]:
    if view.ask is None:
        return
    if view.ask.is_wrong:
        yield texts(f"crm-refused-{view.ask.kind or view.ask.what}")
    yield texts(f"crm-ask-{view.ask.what}-{view.ask.kind}" if view.ask.kind else f"crm-ask-{view.ask.what}")


def _buttons(view: CrmView, texts: Texts) -> Keyboard:
    people = Button(texts.plain("button-crm-people"), Go(pane=OfficePane.CRM_PEOPLE))
    stages = Button(texts.plain("button-crm-stages"), Go(pane=OfficePane.CRM_STAGES))
    line = Button(texts.plain("button-crm-pipeline"), Go(pane=OfficePane.CRM_PIPELINE))
    bring = Button(texts.plain("button-crm-bring", count=view.open), OfCrm(deed=CrmDeed.BRING))
    token = Button(texts.plain("button-crm-token"), OfCrm(deed=CrmDeed.TOKEN))
    off = Button(texts.plain("button-crm-off"), Go(pane=OfficePane.CRM_OFF))
    key = Button(texts.plain("button-crm-key"), OfCrm(deed=CrmDeed.KEY))
    own = () if view.env else ((key,),)
    address = _address(view, texts)
    says = ((address, token) if view.kind is CrmKind.BITRIX24 else (address,)) if view.is_public else ()
    return (
        (Button(texts.plain("button-crm-check"), OfCrm(deed=CrmDeed.CHECK)),),
        (people, stages),
        *(((line,),) if view.pipelines > 1 else ()),
        *(((bring,),) if view.open else ()),
        *((says,) if says else ()),
        *own,
        (off,),
        (back_button(OfficePane.FRONT, texts),),
    )


def _address(view: CrmView, texts: Texts) -> Button:
    """The first one is made at once; another one switches the one before off, so that is asked about."""
    if view.address is None:
        return Button(texts.plain("button-crm-make"), OfCrm(deed=CrmDeed.RENEW))
    return Button(texts.plain("button-crm-renew"), Go(pane=OfficePane.CRM_RENEWING))


def crm_renewing_screen(texts: Texts) -> Screen:
    text = page(texts("crm-renew-question"), GAP, texts("crm-renew-effect"))
    yes = Button(texts.plain("button-crm-renew-yes"), OfCrm(deed=CrmDeed.RENEW), style="danger")
    no = Button(texts.plain("button-source-leave"), Go(pane=OfficePane.CRM))
    return Screen(text, ((yes,), (no,)))


def crm_off_screen(texts: Texts) -> Screen:
    text = page(texts("crm-off-question"), GAP, texts("crm-off-effect"))
    yes = Button(texts.plain("button-crm-off-yes"), OfCrm(deed=CrmDeed.OFF), style="danger")
    no = Button(texts.plain("button-source-leave"), Go(pane=OfficePane.CRM))
    return Screen(text, ((yes,), (no,)))


def crm_people_screen(view: CrmListView, texts: Texts) -> Screen:
    def button(row: CrmRow) -> Button:
        words = cut(_is(row.name or row.id, row.there, texts), LABEL)
        return Button(words, Go(pane=OfficePane.CRM_PERSON, about=row.id))

    rows = leaves(view.rows, view.leafed, On.OFFICE, "", button, texts)
    sought = leaf_words(view.rows, view.leafed, texts)
    text = page(texts("crm-people-title"), texts("crm-people-about"), GAP, sought)
    return Screen(text, (*rows, (back_button(OfficePane.CRM, texts),)))


def crm_stages_screen(view: CrmListView, texts: Texts) -> Screen:
    rows = tuple(
        (
            Button(
                cut(_is(texts.plain(f"crm-stage-{row.id}"), row.there, texts), LABEL),
                Go(pane=OfficePane.CRM_STAGE, about=row.id),
            ),
        )
        for row in view.rows
    )
    text = page(texts("crm-stages-title"), texts("crm-stages-about"))
    return Screen(text, (*rows, (back_button(OfficePane.CRM, texts),)))


def _is(here: str, there: str | None, texts: Texts) -> str:
    return texts.plain("crm-is", here=here, there=there or "—")


def crm_person_screen(view: CrmChoiceView, texts: Texts) -> Screen:
    def button(one: CrmChoice) -> Button:
        data = PutCrmPerson(person=view.id, place=one.place)
        return _ticked(one.name, data, texts, on=one.place == view.chosen)

    text = page(texts("crm-person-title", name=view.name), _known_there(view, texts))
    nobody = button(CrmChoice(0, texts.plain("crm-nobody")))
    rows = leaves(view.rows, view.leafed, On.OFFICE, "", button, texts)
    return Screen(text, ((nobody,), *rows, (back_button(OfficePane.CRM_PEOPLE, texts),)))


def _known_there(view: CrmChoiceView, texts: Texts) -> Html | None:
    return leaf_words(view.rows, view.leafed, texts) if view.rows else texts("crm-not-known")


def crm_stage_screen(view: CrmChoiceView, texts: Texts) -> Screen:
    stage = CrmStage(view.id)
    name = texts.plain(f"crm-stage-{stage}")

    def button(one: CrmChoice) -> Button:
        data = PutCrmStage(stage=stage, place=one.place)
        return _ticked(one.name, data, texts, on=one.place == view.chosen)

    text = page(texts("crm-stage-title", name=name), _known_there(view, texts))
    none = button(CrmChoice(0, texts.plain("crm-no-stage")))
    rows = leaves(view.rows, view.leafed, On.OFFICE, "", button, texts)
    return Screen(text, ((none,), *rows, (back_button(OfficePane.CRM_STAGES, texts),)))


def crm_pipeline_screen(view: PipelinesView, texts: Texts) -> Screen:
    text = page(texts("crm-pipeline-title"), texts("crm-pipeline-about"))
    rows = tuple(
        (_ticked(name, PutPipeline(pipeline=id), texts, on=id == view.chosen),) for id, name in view.rows
    )
    return Screen(text, (*rows, (back_button(OfficePane.CRM, texts),)))


def _ticked(words: str, data: PutCrmPerson | PutCrmStage | PutPipeline, texts: Texts, *, on: bool) -> Button:
    return Button(cut(texts.plain("tick-on" if on else "tick-off", words=words), LABEL), data)
