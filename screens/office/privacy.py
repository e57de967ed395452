"""One look at who sees clients and sums, before and after the claim, and for how long what is kept."""

from __future__ import annotations

from screens.buttons.of_care import EraseClient, EraseStep
from screens.buttons.of_panes import OfficePane
from screens.content import GAP, Button, Screen, page
from screens.format import listing
from screens.office.front import role_names
from screens.office.paging import back_button
from screens.office.settings import setting_button
from screens.texts import Html, Texts
from screens.views.privacy import PrivacyView


def privacy_screen(view: PrivacyView, texts: Texts) -> Screen:
    text = page(
        texts("privacy-title"),
        GAP,
        texts("privacy-before"),
        texts("privacy-before-who", roles=role_names(view.clients, texts)),
        texts("privacy-before-others"),
        GAP,
        texts("privacy-after"),
        texts("privacy-after-who"),
        texts("privacy-files", director="open" if view.in_files else "masked"),
        GAP,
        texts("privacy-amounts"),
        texts("privacy-amounts-who", roles=_amounts(view, texts)),
        GAP,
        texts("privacy-kept"),
        _kept(view, texts),
        texts("privacy-kept-rest"),
        GAP,
        None if view.may_change else texts("settings-not-yours"),
    )
    settings = tuple((setting_button(row, texts),) for row in view.settings)
    ask = Button(texts.plain("button-erase-client"), EraseClient(step=EraseStep.ASK))
    erase = ((ask,),) if view.may_change else ()
    return Screen(text, (*settings, *erase, (back_button(OfficePane.FRONT, texts),)))


def _amounts(view: PrivacyView, texts: Texts) -> str:
    """Whoever has the lead sees its own; a secretary, where they see any, those of leads that they took in."""
    own = [texts.plain("privacy-amounts-taken")] if view.amounts_taken else []
    return listing([role_names(view.amounts, texts), *own, texts.plain("privacy-amounts-holder")])


def _kept(view: PrivacyView, texts: Texts) -> Html:
    if view.months is None:
        return texts("privacy-kept-ever")
    return texts("privacy-kept-for", months=texts.plain("value-months", count=view.months))
