"""A sample of sales: whom the head may call, and a button for the card of each."""

from __future__ import annotations

from screens.buttons.of_sight import OpenLead
from screens.content import GAP, Button, Screen, page
from screens.format import amount, period_words
from screens.texts import Html, Texts
from screens.views.sample import SampledSale, SampleView, Striking


def sample_screen(view: SampleView, texts: Texts) -> Screen | None:
    """None where none of them is a sale any more."""
    if not view.sales:
        return None
    text = page(
        texts("sample-title", period=period_words(view.period.first, view.period.last, texts)),
        *(_odd(one, texts) for one in view.odd),
        texts("sample-call", count=len(view.sales)),
        GAP,
        *(_row(sale, texts) for sale in view.sales),
        GAP,
        texts("sample-how"),
    )
    buttons = [Button(f"№{sale.number}", OpenLead(lead=sale.lead)) for sale in view.sales]
    return Screen(text, (tuple(buttons),))


def _odd(one: Striking, texts: Texts) -> Html:
    others = {"others": one.others_won, "of": one.others_closed}
    return texts("sample-odd", name=one.name, won=one.won, closed=one.closed, **others)


def _row(sale: SampledSale, texts: Texts) -> Html:
    if sale.amount is None:
        return texts("sample-row", number=sale.number, name=sale.seller)
    return texts("sample-row-amount", number=sale.number, name=sale.seller, amount=amount(sale.amount, texts))
