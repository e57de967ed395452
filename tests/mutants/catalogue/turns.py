"""What a lead, a decline and a silence cost, and what is given back."""

from __future__ import annotations

from tests.mutants.catalogue.mutant import Mutant

TURNS = (
    Mutant(
        "taken-after-all-for-nothing",
        "Whoever declines first for a free reason and takes the lead after all would have leads for nothing.",
        "leads/late_claims.py",
        "    turn = cost(scene, who, shares_by_hand(scene, who, now), now) if offer.step in COSTLY else None\n",
        "    turn = None\n",
        ("tests/leads/test_late_claims.py",),
    ),
    Mutant(
        "turn-not-given-back",
        "An honest reason for a decline would cost as much as none.",
        "leads/answers.py",
        "        give_back(scene, offer, Back.ACCEPTED_REASON, now)\n",
        "        pass\n",
        ("tests/leads/test_answers.py",),
    ),
    Mutant(
        "rounding-lost-from-the-balances",
        "What does not divide would vanish, and after a year nobody could say whose it was.",
        "leads/turns.py",
        "each + (1 if place < rest else 0)",
        "each",
        ("tests/leads/test_turns.py", "tests/leads/test_teams.py"),
    ),
    Mutant(
        "closing-charges-the-turn",
        "Whoever was offered a lead two minutes before closing would pay for it in his sleep.",
        "leads/cutting.py",
        "    give_back(scene, offer, Back.CUT_SHORT, now)\n",
        "",
        ("tests/leads/test_binding.py", "tests/stories/test_while_there.py"),
    ),
    Mutant(
        "free-declines-are-not-counted",
        "Whoever declines for a good reason keeps the first place for ever, and is asked about each lead.",
        "leads/norm.py",
        "    return sum(one < 0 for one in answers)\n",
        "    return 0 * len(answers)\n",
        ("tests/leads/test_norm.py",),
    ),
    Mutant(
        "a-decline-that-is-undone-stays-free",
        "Whoever takes a lead after all would have used up a free decline of theirs for it.",
        "leads/life.py",
        "    worker.answers = undone(worker.answers, lead.number or 0)\n",
        "",
        ("tests/leads/test_norm.py",),
    ),
    Mutant(
        "a-turn-from-before-a-switch-is-given-back-whole",
        "Ten leads that were grabbed, drawn in by a switch and bad after it would make seven leads out of nothing.",
        "leads/turns.py",
        "if moment > turn.moment)",
        "if moment < turn.moment)",
        ("tests/leads/test_not_twice.py",),
    ),
    Mutant(
        "whoever-joins-anew-is-paid-back",
        "Whoever leaves a segment and joins it anew, level with the team, would be given back what they paid before.",
        "leads/turns.py",
        "    return who in standings and standings[who].since <= turn.moment\n",
        "    return who in standings\n",
        ("tests/leads/test_not_twice.py",),
    ),
    Mutant(
        "not-my-segment-is-free-by-ones-own-word",
        "Nobody would have to agree, and the poorer half of the leads could be declined for nothing.",
        "leads/answers.py",
        "        return Explained(who, reason, free=False, asked=True)\n",
        "        return Explained(who, reason, free=True, asked=True)\n",
        ("tests/leads/test_judging.py",),
    ),
)
