"""What the tampering tests rest on: an honest office in whose past there is nothing that the ledger knows not."""

from __future__ import annotations

from leads.proof.causes import AFTER, BEFORE
from leads.proof.forms import KINDS
from leads.schemes import SCHEMES
from tests.tampering.forger import Forger


def test_it_verifies_and_has_an_entry_of_every_kind(forger: Forger) -> None:
    assert forger.honest().startswith("the ledger holds: ")
    assert {line.kind for line in forger.lines()} == set(KINDS)


def test_turns_are_given_back_for_every_cause(forger: Forger) -> None:
    causes = {line.body["cause"] for line in forger.lines() if line.kind == "given_back"}
    assert causes == {*BEFORE, *AFTER}


def test_the_head_has_said_yes_and_no_of_a_segment(forger: Forger) -> None:
    assert {line.body["agreed"] for line in forger.lines() if line.kind == "segment_judged"} == {True, False}


def test_decisions_of_every_scheme_and_of_every_step_are_in_it(forger: Forger) -> None:
    offered = [line.body for line in forger.lines() if line.kind == "offered"]
    assert {body["scheme"] for body in offered} >= set(SCHEMES)
    steps = {"owner", "offer", "pull", "choose", "everyone", "head", "director"}
    assert {body["step"] for body in offered} == steps
