"""What a sample of sales is drawn from."""

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
class Striking:
    """Somebody who sells more of their leads than luck explains, beside all others of their segment."""

    name: str
    won: int
    closed: int
    others_won: int
    others_closed: int


@dataclass(frozen=True, slots=True)
class SampleView:
    """`odd`: for whose sake it is asked; nobody's, where it is the month's."""

    period: Period
    sales: tuple[SampledSale, ...]
    odd: tuple[Striking, ...] = ()
