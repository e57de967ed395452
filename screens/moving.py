"""Before a link takes somebody's account from him: what it will do, and the administrator's word."""

from __future__ import annotations

from datetime import timedelta

from screens.buttons import Replace
from screens.content import Button, Screen
from screens.page import GAP, page
from screens.texts import Texts
from screens.views.moving import MovingView

HOUR = timedelta(hours=1)


def moving_screen(view: MovingView, texts: Texts) -> Screen:
    if view.link:
        link = texts("office-link", name=view.name, link=view.link)
        return Screen(
            page(link, texts("office-link-life", hours=view.link_lives // HOUR), texts("moving-made"))
        )
    words = page(
        texts("moving-question", name=view.name, account=str(view.account)), GAP, texts("moving-effect")
    )
    yes = Button(texts.plain("button-moving-yes"), Replace(person=view.who, sure=True))
    no = Button(texts.plain("button-moving-no"), Replace(person=view.who, sure=False))
    return Screen(words, ((yes,), (no,)))
