"""How many leads wait to be asked for, with `Дать лид`: nothing of them is told before somebody has one."""

from __future__ import annotations

from screens.buttons.of_lead import Pull
from screens.content import Button, Keyboard, Screen
from screens.texts import Texts
from screens.views.queue import Waiting


def pull_screen(waiting: Waiting, texts: Texts) -> Screen:
    if waiting.count:
        return Screen(texts("pull-waits", count=waiting.count), pull_keyboard(waiting, texts))
    if waiting.limit is not None:
        return Screen(texts("pull-limit", count=waiting.limit))
    return Screen(texts("pull-none"))


def pull_keyboard(waiting: Waiting | None, texts: Texts) -> Keyboard:
    if waiting is None or waiting.first is None:
        return ()
    return ((Button(texts.plain("button-pull"), Pull(lead=waiting.first)),),)
