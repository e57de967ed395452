"""A lead's way from the hand-over to its end: hands, deadlines, marks."""

from __future__ import annotations

from tests.mutants.catalogue.mutant import Mutant

LEADS = (
    Mutant(
        "an-open-list-postpones-the-hand-over",
        "Whoever takes the calls would wait for a friend by typing something now and then.",
        "desk/by_itself.py",
        "    if at is None or row.due_at is None:\n",
        "    if at != row.due_at:\n",
        ("tests/stories/test_hand_over_after.py",),
    ),
    Mutant(
        "nothing-is-overtaken",
        "A secretary who orders the leads for a friend would be seen by nobody.",
        "storage/drafts.py",
        "        _first.c.at < _OWN_AT,\n",
        "        _first.c.at > _OWN_AT,\n",
        ("tests/stories/test_hand_over_after.py",),
    ),
    Mutant(
        "a-late-claim-on-a-lead-that-is-held",
        "Whoever declined a lead would take it out of the hands of whoever has it.",
        "leads/late_claims.py",
        """    if lead.state in OWNED and lead.holder:
        raise Refused(Refusal.YOURS_ALREADY if lead.holder == who else Refusal.TAKEN, (lead.holder,))
    offer = missed""",
        "    offer = missed",
        ("tests/leads/test_late_claims.py", "tests/stories/test_after_all.py"),
    ),
    Mutant(
        "a-call-that-was-a-slip-stays-a-call",
        "Nobody would be reminded of a client whom nobody has called, and the figures would praise the slip.",
        "leads/marks.py",
        "    if last.uncalled is not None:\n        lead.uncalled = last.uncalled\n",
        "",
        ("tests/leads/test_marking.py", "tests/stories/test_mark_taken_back.py"),
    ),
    Mutant(
        "second-claim-wins",
        "Two managers would call the same client, each sure that the lead is his.",
        "leads/answers.py",
        """    lead, offer = scene.lead, scene.live
    refuse_if_over(lead)
    if lead.state in OWNED and lead.holder:
        raise Refused(Refusal.YOURS_ALREADY if lead.holder == who else Refusal.TAKEN, (lead.holder,))
""",
        """    lead, offer = scene.lead, scene.offers[-1]
    refuse_if_over(lead)
""",
        ("tests/stories/test_races.py",),
    ),
    Mutant(
        "second-swap-wins",
        "Two managers would come to the same duty, and two tell their families that they are free.",
        "storage/duty.py",
        "    still = (swaps.c.id == swap.id, swaps.c.state == SwapState.OPEN)\n",
        "    still = (swaps.c.id == swap.id,)\n",
        ("tests/storage/test_duty.py",),
    ),
    Mutant(
        "deadline-only-in-memory",
        "After a restart nobody would remember that an offer waits, and the lead would lie for ever.",
        "storage/rows.py",
        "    row = _LEAD.write(lead)\n",
        '    row = _LEAD.write(lead) | {"due_kind": None, "due_at": None}\n',
        (
            "tests/stories/test_restarts.py::test_a_lead_that_nobody_takes_climbs_the_whole_ladder_through_restarts",
        ),
    ),
    Mutant(
        "lapsed-offer-without-a-deadline",
        "A lead that somebody let lapse would stop there, and nobody would be asked any more.",
        "leads/deadlines.py",
        "        _pause(scene, silent[0], now)\n    advance(scene, now)\n",
        "        _pause(scene, silent[0], now)\n    scene.lead.deadline = None\n",
        ("tests/leads/test_deadlines.py", "tests/leads/test_flow_properties.py"),
    ),
    Mutant(
        "terminal-state-reopens",
        "A late tap would take a sold lead, and its turn, from the one who sold it.",
        "leads/offering.py",
        "    if lead.state is State.CLOSED:\n        raise Refused(Refusal.CLOSED,",
        "    if lead.state is State.DRAFT:\n        raise Refused(Refusal.CLOSED,",
        ("tests/leads/test_holding.py", "tests/leads/test_answers.py"),
    ),
    Mutant(
        "an-offer-runs-over-lunch",
        "Two offers before lunch, and a manager is paused when he comes back from it.",
        "leads/binding.py",
        "    return (at for at in sorted(moments) if gone(scene, offer, at))\n",
        "    return (at for at in sorted(moments) if gone(scene, offer, at) and not offer.alone)\n",
        ("tests/leads/test_binding.py", "tests/stories/test_while_there.py"),
    ),
    Mutant(
        "ownership-not-checked",
        "A manager could close a colleague's lead, or give it back.",
        "leads/holding.py",
        "    if lead.holder != who or lead.state not in OWNED:\n",
        "    if lead.state not in OWNED:\n",
        ("tests/stories/test_rights.py",),
    ),
)
