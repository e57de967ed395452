"""The words of reasons, by what they are for: a decline, a client's refusal, a bad lead."""

from __future__ import annotations

from collections import Counter
from typing import Final

from leads.figures.reasons import UNTOLD
from leads.reasons import BadLeadReason, DeclineReason, RefusalReason
from screens.texts import Html, Texts

KNOWN: Final = {
    "declined": ("decline", frozenset(map(str, DeclineReason))),
    "lost": ("lost", frozenset(map(str, RefusalReason))),
    "bad": ("bad", frozenset(map(str, BadLeadReason))),
}


def reason_words(kind: str, reason: str, texts: Texts) -> str:
    """Returns a reason as it stands in a report: words that somebody has typed are only said to be some."""
    if reason == UNTOLD:
        return texts.plain("reason-untold")
    prefix, known = KNOWN[kind]
    if reason == "other" or reason not in known:
        return texts.plain("reason-own-words")
    return texts.plain(f"{prefix}-{reason}").lower()


def counted_reasons(kind: str, counts: Counter[str], texts: Texts) -> Html:
    """`много дел 3, своими словами 1`; what nobody has told comes last."""
    order = sorted(counts.items(), key=lambda one: (one[0] == UNTOLD, -one[1], one[0] == "other", one[0]))
    words = ((reason_words(kind, reason, texts), count) for reason, count in order)
    return Html(", ".join(texts.plain("reason-count", reason=reason, count=count) for reason, count in words))
