"""The steps of /setup, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from leads.office import Role
from leads.ways import WAYS
from screens.content import Screen
from screens.office.setup import setup_screen
from screens.texts import Texts
from screens.views.setup import Fate, Part, SetUpStep, SetUpView, TrialScreen, Would
from tests.screens.leads_to_show import HEAD, MOSCOW, NOW, PETROV, SIDOROVA

VIEW = SetUpView(
    step=SetUpStep.NAME,
    is_over=False,
    is_put_off=False,
    refused=False,
    taken=None,
    name="Окна Казань",
    timezone=MOSCOW,
    now=NOW,
    hours={"mon-fri": "09:00-18:00", "holidays": "RU"},
    scheme="balance",
    way=None,
    people=((HEAD, (Role.HEAD, Role.DIRECTOR)), (PETROV, (Role.MANAGER,))),
    own_roles=(Role.HEAD,),
    left_over=(Role.SECRETARY,),
    would=Would(Fate.NOBODY),
    trial=(),
)
WOULD = (
    Would(Fate.OFFERED, (PETROV,)),
    Would(Fate.EVERYBODY, (PETROV, SIDOROVA)),
    Would(Fate.RUNG, (HEAD,)),
    Would(Fate.WAITS, until=NOW + timedelta(hours=15)),
    Would(Fate.WAITS),
)
QUOTED = f"<b>{PETROV}</b>\n<blockquote expandable>№1 &amp; №2</blockquote>"
TRIAL = tuple(TrialScreen(part, PETROV, QUOTED, (("1", "<2>"),)) for part in Part)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    for step in SetUpStep:
        yield f"setup, {step}", setup_screen(replace(VIEW, step=step), texts)
        yield f"setup, {step} was answered", setup_screen(replace(VIEW, taken=step), texts)
    for n, would in enumerate(WOULD):
        yield f"setup, would {n}", setup_screen(replace(VIEW, would=would, refused=True), texts)
    for way in WAYS:
        chosen = replace(VIEW, step=SetUpStep.SHARING, way=way.id, scheme=way.scheme)
        yield f"setup, way {way.id}", setup_screen(chosen, texts)
    empty = replace(
        VIEW, step=SetUpStep.PEOPLE, people=(), own_roles=(), left_over=tuple(Role)[:4], scheme=""
    )
    yield "setup, nobody", setup_screen(empty, texts)
    yield "setup, trial lead", setup_screen(replace(VIEW, step=SetUpStep.TRIAL, trial=TRIAL), texts)
    yield "setup, put off", setup_screen(replace(VIEW, is_put_off=True), texts)
    yield "setup, over", setup_screen(replace(VIEW, is_over=True, would=WOULD[0]), texts)
