"""Moving to another account: the link, who has opened it, and the question whether that is the same person."""

from __future__ import annotations

from screens.buttons.of_account import MoveMe, MoveStep
from screens.content import GAP, Button, Screen, page
from screens.texts import Texts
from screens.views.account import MoveView


def move_screen(view: MoveView, texts: Texts) -> Screen:
    if view.link:
        return Screen(
            page(texts("move-link", link=view.link), GAP, texts("move-link-effect", hours=view.hours))
        )
    if view.account is None:
        return Screen(texts("move-refused"))
    question = texts("move-question", name=view.name or "", account=str(view.account))
    yes = Button(texts.plain("button-move-yes"), MoveMe(step=MoveStep.YES))
    no = Button(texts.plain("button-move-no"), MoveMe(step=MoveStep.NO), style="danger")
    return Screen(page(question, GAP, texts("move-effect")), ((yes,), (no,)))


def move_button(texts: Texts) -> Button:
    return Button(texts.plain("button-move-me"), MoveMe(step=MoveStep.ASK))
