"""What one manager, or the secretary for one manager's sake, may do instead of being honest: the rows of the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Final


class Way(StrEnum):
    """How an offer is refused."""

    FREE = "free"  # for a reason that the office accepts
    COST = "cost"
    LAPSE = "lapse"


class Head(StrEnum):
    """What the head says when an ordinary lead is called bad."""

    AGREES = "agrees"
    BELIEVES_HALF = "half"
    CHECKS = "checks"


@dataclass(frozen=True, slots=True)
class Strategy:
    """The parts are of all leads, the poorest of them: 0.5 is the poorer half.

    `settings`: what the office has set against it, as an office file says it; a row of its own in the table.
    """

    key: str
    en: str
    ru: str
    refuses: float = 0.0  # as they look in the offer
    way: Way = Way.FREE
    within_norm: bool = False  # free while the norm lasts, and no further
    true_reasons: float = 0.015  # of all leads: an accepted reason that is true, whatever the lead looks like
    returns: float = 0.0  # as they are
    calls_bad: float = 0.0
    head: Head = Head.CHECKS
    holds_lost: bool = False
    tells_sold: float = 0.0  # of the lost ones
    is_called_after: bool = False  # the head calls the sample of sales, and all of whoever was found out
    goes_at: int | None = None  # o'clock
    only_everyone: bool = False
    is_fastest: bool = False
    asks_while_busy: bool = False  # where leads are asked for
    asks_until: int | None = None  # o'clock
    joins_anew: bool = False  # every morning, when ahead
    orders: timedelta | None = None  # the secretary keeps a draft for so long at most
    counts_cards: bool = False  # and knows of the line what her own cards tell
    is_favoured: float = 0.0  # the best part of all leads is given to them by hand
    swaps: bool = False
    capacity: int | None = None
    schemes: frozenset[str] = frozenset()  # nothing: all those where people are asked
    settings: Mapping[str, str] = field(default_factory=dict)
    is_quick: bool = False  # it is in the quick form, too

    @property
    def is_alone(self) -> bool:
        """Whether nobody else has to be in it: no hand, no head who agrees to all or calls nobody, no swaps."""
        is_agreed = bool(self.calls_bad) and self.head is not Head.CHECKS
        is_believed = bool(self.tells_sold) and not self.is_called_after
        return not (self.is_steered or is_agreed or is_believed or self.swaps)

    @property
    def is_honest(self) -> bool:
        """Whether they do nothing for their own gain."""
        return self.key in {"honest", "true_5"}

    @property
    def is_of_the_secretary(self) -> bool:
        return self.orders is not None

    @property
    def is_of_a_hand(self) -> bool:
        return bool(self.is_favoured)

    @property
    def is_steered(self) -> bool:
        """What a lead looks like decides who is asked: only what nobody sees is luck."""
        return self.is_of_the_secretary or self.is_of_a_hand

    def is_for(self, scheme: str) -> bool:
        """Whether it means anything under this scheme."""
        if self.schemes:
            return scheme in self.schemes
        if self.is_of_the_secretary:
            return scheme not in BY_HAND | TO_ALL
        asked = self.refuses or self.only_everyone
        return scheme not in NOBODY_ASKED if asked else scheme != "secretary" or self.key == "honest"


BY_SALES: Final = frozenset({"conversion"})
ASKED_FOR: Final = frozenset({"next"})
BY_HAND: Final = frozenset({"manual", "secretary"})
TO_ALL: Final = frozenset({"grab", "next"})
NOBODY_ASKED: Final = frozenset({"manual", "secretary", "next"})

HONEST: Final = Strategy("honest", "honest", "честно", is_quick=True)

STRATEGIES: Final = (
    HONEST,
    *(
        Strategy(
            f"free_{round(part * 100)}",
            f"declines the poorest {round(part * 100)} % for an accepted reason",
            f"отказ с уважительной причиной от худших {round(part * 100)} %",
            refuses=part,
            is_quick=part == 0.5,
        )
        for part in (0.3, 0.5, 0.7)
    ),
    *(
        Strategy(
            f"norm_{round(part * 100)}",
            f"declines the poorest {round(part * 100)} % only while it is free",
            f"отказ от худших {round(part * 100)} %, только пока бесплатно",
            refuses=part,
            within_norm=True,
            is_quick=part == 0.3,
        )
        for part in (0.05, 0.1, 0.3, 0.5)
    ),
    Strategy(
        "true_5",
        "honest, and has a true reason for 5 %",
        "честно, и в 5 % есть настоящая причина",
        true_reasons=0.05,
        schemes=frozenset({"balance", "queue", "longest_idle"}),
    ),
    *(
        Strategy(
            f"{way}_{round(part * 100)}",
            f"{en} the poorest {round(part * 100)} %",
            f"{ru} худшие {round(part * 100)} %",
            refuses=part,
            way=way,
        )
        for way, en, ru in (
            (Way.COST, "declines without a reason", "отклоняет без причины"),
            (Way.LAPSE, "does not answer", "не отвечает на"),
        )
        for part in (0.3,)
    ),
    *(
        Strategy(
            f"return_{round(part * 100)}",
            f"claims, looks, gives back the poorest {round(part * 100)} %",
            f"берёт, смотрит, возвращает худшие {round(part * 100)} %",
            returns=part,
        )
        for part in (0.3, 0.5)
    ),
    *(
        Strategy(
            f"bad_{head}",
            f"claims, looks, calls the poorer half bad; the head {en}",
            f"берёт, смотрит, худшую половину зовёт браком; руководитель {ru}",
            calls_bad=0.5,
            head=head,
            is_quick=head is Head.AGREES,
        )
        for head, en, ru in (
            (Head.AGREES, "agrees to all", "согласен со всем"),
            (Head.BELIEVES_HALF, "believes half of it", "верит половине"),
            (Head.CHECKS, "checks", "проверяет"),
        )
    ),
    Strategy("off_at_15", "off from 15:00, the poor hours", "уходит в 15:00, с бедных часов", goes_at=15),
    Strategy(
        "holds_lost",
        "never closes what is lost",
        "не закрывает проигранное",
        holds_lost=True,
        schemes=BY_SALES,
        is_quick=True,
    ),
    Strategy(
        "holds_lost_full",
        "never closes what is lost, with a capacity of 30",
        "не закрывает проигранное, при пределе в 30 лидов",
        holds_lost=True,
        capacity=30,
        schemes=BY_SALES | {"balance"},
    ),
    *(
        Strategy(
            f"sold_{key}{'_called' if called else ''}",
            f"calls {en} sold; the head {'calls the sample' if called else 'calls nobody'}",
            f"{ru} зовёт продажами; руководитель {'обзванивает выборку' if called else 'никому не звонит'}",
            tells_sold=part,
            is_called_after=called,
            schemes=BY_SALES,
            is_quick=key == "all",
        )
        for called in (False, True)
        for key, part, en, ru in (
            ("10", 0.1, "10 % of the lost ones", "10 % проигранных"),
            ("30", 0.3, "30 % of the lost ones", "30 % проигранных"),
            ("all", 1, "all lost ones", "все проигранные"),
        )
    ),
    Strategy(
        "free_50_holds_lost",
        "declines the poorer half, never closes what is lost",
        "отказ от худшей половины, и не закрывает проигранное",
        refuses=0.5,
        holds_lost=True,
        schemes=BY_SALES,
    ),
    *(
        Strategy(
            f"norm_30_sold_all{'_called' if called else ''}",
            f"declines while it is free, calls all lost ones sold; the head {en}",
            f"отказ, пока бесплатно, и все проигранные зовёт продажами; руководитель {ru}",
            refuses=0.3,
            within_norm=True,
            tells_sold=1,
            is_called_after=called,
            schemes=BY_SALES,
        )
        for called, en, ru in (
            (False, "calls nobody", "никому не звонит"),
            (True, "calls the sample", "обзванивает выборку"),
        )
    ),
    Strategy(
        "everyone",
        "takes only what everybody is offered",
        "берёт только предложенное всем",
        only_everyone=True,
        schemes=frozenset({"balance"}),
    ),
    Strategy(
        "anew", "leaves and joins anew when ahead", "выходит и входит снова, когда впереди", joins_anew=True
    ),
    Strategy(
        "fastest",
        "the fastest finger",
        "самый быстрый палец",
        is_fastest=True,
        schemes=frozenset({"grab", "next"}),
        asks_while_busy=True,
        is_quick=True,
    ),
    Strategy(
        "fastest_50",
        "the fastest finger, the better half",
        "самый быстрый палец, лучшая половина",
        is_fastest=True,
        refuses=0.5,
        schemes=frozenset({"grab"}),
    ),
    Strategy(
        "fastest_free",
        "asks fastest, but only when free",
        "просит быстрее всех, но только когда свободен",
        is_fastest=True,
        schemes=ASKED_FOR,
    ),
    Strategy(
        "fastest_morning",
        "asks fastest, also when busy, but only until noon, the rich hours",
        "просит быстрее всех, и занятым, но только до полудня, в богатые часы",
        is_fastest=True,
        asks_while_busy=True,
        asks_until=12,
        schemes=ASKED_FOR,
    ),
    Strategy(
        "fastest_return_50",
        "asks fastest, also when busy, gives back the poorest 50 %",
        "просит быстрее всех, и занятым, возвращает худшие 50 %",
        is_fastest=True,
        asks_while_busy=True,
        returns=0.5,
        schemes=ASKED_FOR,
    ),
    Strategy(
        "swaps",
        "swaps both afternoons for mornings",
        "меняет оба своих вечера на утра",
        swaps=True,
        schemes=frozenset({"duty"}),
        is_quick=True,
    ),
    *(
        Strategy(
            f"orders_{minutes}",
            f"the secretary orders within {minutes} minutes",
            f"секретарь выбирает момент, до {minutes} минут",
            orders=timedelta(minutes=minutes),
            is_quick=minutes == 30,
        )
        for minutes in (10, 30)
    ),
    Strategy(
        "orders_handed_over",
        "the secretary orders, with hand_over_after = 2m",
        "секретарь выбирает момент, при hand_over_after = 2m",
        orders=timedelta(minutes=30),
        settings={"hand_over_after": '"2m"'},
    ),
    Strategy(
        "orders_by_cards",
        "the secretary orders, with hand_over_after = 2m and queue_shows = places",
        "секретарь выбирает момент, при hand_over_after = 2m и queue_shows = places",
        orders=timedelta(minutes=30),
        counts_cards=True,
        settings={"hand_over_after": '"2m"', "queue_shows": '"places"'},
    ),
    Strategy(
        "favoured",
        "is given the best fifth by hand",
        "получает лучшую пятую часть из рук",
        is_favoured=0.2,
        schemes=BY_HAND,
    ),
)

BY_KEY: Final = {one.key: one for one in STRATEGIES}
