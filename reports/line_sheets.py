"""The sheets with a line for each lead and for each decision, as words that people know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from contacts.extensions import split
from contacts.masking import mask_name, mask_phone
from contacts.phones import readable
from leads.lead import ASKS_NOBODY, Outcome, Progress, Result, State, Step
from leads.reasons import BadLeadReason, RefusalReason
from reports.cells import Kind, Value
from reports.sheet import Column
from screens.texts import cut
from storage.lines import LeadLine, OfferLine

LEADS = (
    Column("number", Kind.COUNT),
    Column("handed-at", Kind.MOMENT),
    Column("segment"),
    Column("source"),
    Column("client-known"),
    Column("client-name"),
    Column("client-phone"),
    Column("taken-by"),
    Column("taken-after", Kind.COUNT),
    Column("contacted-after", Kind.COUNT),
    Column("holder"),
    Column("state"),
    Column("progress"),
    Column("outcome"),
    Column("amount", Kind.MONEY, sums=True),
    Column("lost-reason"),
    Column("bad-reason"),
    Column("reason-words"),
    Column("closed-at", Kind.MOMENT),
    Column("client-words"),
    Column("marks"),
    Column("notes"),
)
DECISIONS = (
    Column("number", Kind.COUNT),
    Column("decided-at", Kind.MOMENT),
    Column("segment"),
    Column("scheme"),
    Column("step"),
    Column("offered-to"),
    Column("result"),
    Column("claimed-by"),
    Column("seconds", Kind.COUNT),
    Column("chosen-by"),
    Column("fair"),
)
MOST_WORDS = 2000  # UTF-16 units in one cell

REASONS: Mapping[str, frozenset[str]] = {
    "lost": frozenset(map(str, RefusalReason)),
    "bad": frozenset(map(str, BadLeadReason)),
}


@dataclass(frozen=True, slots=True)
class Words:
    """What ids are called. `sees_client`: whether the reader may see whose lead it is, by who has it now.

    `plain` gives a text by its id; it is asked for the same few on every line.
    """

    plain: Callable[[str], str]
    people: Mapping[str, str]
    segments: Mapping[str, str]
    source: Callable[[str], str]
    sees_client: Callable[[str | None], bool]

    def lead(self, line: LeadLine) -> tuple[Value, ...]:
        """Says a lead in the order of LEADS."""
        return (
            line.number,
            line.handed_at,
            self.segments.get(line.segment, line.segment),
            self.source(line.source) if line.source else None,
            self.plain("workbook-yes" if line.known else "workbook-no"),
            *self._client(line),
            self._person(line.taken_by),
            line.taken_after,
            line.contacted_after,
            self._person(line.holder),
            self.plain(f"state-{State(line.state)}"),
            self.plain(f"workbook-progress-{Progress(line.progress)}") if line.progress else None,
            self.plain(f"workbook-outcome-{Outcome(line.outcome)}") if line.outcome else None,
            line.amount,
            self._reason("lost", line.lost_reason),
            self._reason("bad", line.bad_reason),
            self._words(line, line.reason_words),
            line.closed_at,
            self._words(line, line.client_words),
            self._marks(line.marks),
            self._words(line, line.notes),
        )

    def offer(self, line: OfferLine) -> tuple[Value, ...]:
        """Says an offer in the order of DECISIONS. Where nobody is asked, nothing takes time."""
        step = Step(line.step)
        answered = None if step in ASKS_NOBODY or line.closed_at is None else line.closed_at - line.at
        return (
            line.number,
            line.at,
            self.segments.get(line.segment, line.segment),
            self.plain(f"scheme-{line.scheme}") if line.scheme else None,
            self.plain(f"workbook-step-{step}"),
            ", ".join(self.people.get(who, who) for who in line.people),
            self.plain(f"workbook-result-{Result(line.result)}"),
            self._person(line.claimed_by),
            round(answered.total_seconds()) if answered is not None else None,
            self._person(line.chosen_by),
            self._person(line.fair),
        )

    def _client(self, line: LeadLine) -> tuple[str | None, str | None]:
        """Masked as on the cards of this reader."""
        phone = readable(line.phone) if line.phone else None
        if self.sees_client(line.holder):
            return line.client_name, phone and self._with_extension(phone, split(line.phone or "")[1])
        return line.client_name and mask_name(line.client_name), phone and mask_phone(phone)

    def _with_extension(self, phone: str, extension: str) -> str:
        return f"{phone} {self.plain('phone-extension')} {extension}" if extension else phone

    def _words(self, line: LeadLine, words: str | None) -> str | None:
        """What people have typed, for whoever sees the client: they may speak of them."""
        return cut(words, MOST_WORDS) if words and self.sees_client(line.holder) else None

    def _marks(self, marks: str | None) -> str | None:
        """`no answer, no answer, reached`: without those that were taken back."""
        stood: list[str] = []
        for mark in (marks or "").split():
            if not mark.startswith("-"):
                stood.append(mark)
            elif mark[1:] in stood:
                stood.reverse()
                stood.remove(mark[1:])
                stood.reverse()
        return ", ".join(self.plain(f"workbook-progress-{Progress(mark)}") for mark in stood) or None

    def _person(self, who: str | None) -> str | None:
        return self.people.get(who, who) if who else None

    def _reason(self, kind: str, reason: str | None) -> str | None:
        return self.plain(f"{kind}-{reason}") if reason in REASONS[kind] else reason
