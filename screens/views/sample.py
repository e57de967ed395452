"""What the month's sample of sales is drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from leads.figures.periods import Period


@dataclass(frozen=True, slots=True)
class SampledSale:
    """One sale, without its client: the card that the button opens tells of them. `amount`: in hundredths."""

    lead: int  # its row
    number: int
    seller: str
    amount: int | None


@dataclass(frozen=True, slots=True)
class SampleView:
    month: Period
    sales: tuple[SampledSale, ...]
