"""A swap's card: who looks for whom, and what has become of it."""

from __future__ import annotations

from leads.duty.swaps import SwapState
from screens.buttons import TakeSwap, WithdrawSwap
from screens.content import Button, Keyboard, Screen
from screens.duty import duty
from screens.texts import Html, Texts
from screens.views.duty import SwapSeat, SwapView


def swap_screen(view: SwapView, texts: Texts) -> Screen:
    return Screen(_text(view, texts), _keyboard(view, texts))


def _text(view: SwapView, texts: Texts) -> Html:
    span = duty(view.start, view.end, view.timezone, texts)
    if view.state is SwapState.OPEN and view.seat is SwapSeat.OWNER:
        return texts("swap-sought", duty=span, segment=view.segment)
    if view.state is SwapState.OPEN:
        return texts("swap-open", owner=view.owner, duty=span, segment=view.segment)
    if view.state is SwapState.TAKEN and view.seat is SwapSeat.TAKER:
        return texts("swap-yours", owner=view.owner, duty=span, segment=view.segment)
    if view.state is SwapState.TAKEN:
        names = {"owner": view.owner, "taker": view.taker or ""}
        return texts("swap-taken", duty=span, segment=view.segment, **names)
    return texts(f"swap-{view.state}", owner=view.owner, duty=span, segment=view.segment)


def _keyboard(view: SwapView, texts: Texts) -> Keyboard:
    if view.state is not SwapState.OPEN:
        return ()
    if view.seat is SwapSeat.OWNER:
        return ((Button(texts.plain("button-withdraw-swap"), WithdrawSwap(swap=view.swap)),),)
    return ((Button(texts.plain("button-take-swap"), TakeSwap(swap=view.swap), style="success"),),)
