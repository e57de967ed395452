"""The seeded bugs: each a small patch, why it would matter, and the tests that must catch it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """`old` occurs exactly once in `file`; `tests` are what pytest is given."""

    name: str
    why: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


MUTANTS = (
    Mutant(
        "second-claim-wins",
        "Two managers would call the same client, each sure that the lead is his.",
        "leads/answers.py",
        """    lead, offer = scene.lead, scene.live
    refuse_if_closed(lead)
    if lead.state in OWNED and lead.holder:
        raise Refused(Refusal.YOURS_ALREADY if lead.holder == who else Refusal.TAKEN, (lead.holder,))
""",
        """    lead, offer = scene.lead, scene.offers[-1]
    refuse_if_closed(lead)
""",
        ("tests/stories/test_races.py",),
    ),
    Mutant(
        "second-swap-wins",
        "Two managers would come to the same duty, and two tell their families that they are free.",
        "storage/swaps.py",
        "    still = (swaps.c.id == swap.id, swaps.c.state == SwapState.OPEN)\n",
        "    still = (swaps.c.id == swap.id,)\n",
        ("tests/storage/test_agreed.py",),
    ),
    Mutant(
        "no-lock-between-reading-and-writing",
        "What two people do at the same moment would be decided on what neither of them left behind.",
        "storage/database.py",
        '"BEGIN IMMEDIATE" if conn.get_execution_options().get("writes") else "BEGIN"',
        '"BEGIN"',
        ("tests/storage/test_transactions.py",),
    ),
    Mutant(
        "acknowledged-before-committed",
        "A full disk, or the power, would lose the lead that the secretary has just sent.",
        "bot/window.py",
        "        unsettled = self._in_hand.keys() | self._again.keys()\n",
        "        unsettled: set[int] = set()\n",
        ("tests/bot/test_intake_polling.py",),
    ),
    Mutant(
        "update-handled-twice-counts-twice",
        "Telegram sends again what it is not sure of: one message would become two leads.",
        "desk/door.py",
        "if _first_time(work, actor) else NOTHING",
        "if _first_time(work, actor) is not None else NOTHING",
        ("tests/stories/test_restarts.py::test_every_update_delivered_twice_counts_once",),
    ),
    Mutant(
        "deadline-only-in-memory",
        "After a restart nobody would remember that an offer waits, and the lead would lie for ever.",
        "storage/rows.py",
        "    due = lead.deadline\n",
        "    due = None\n",
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
        "leads/holding.py",
        "    if lead.state is State.CLOSED:\n        raise Refused(Refusal.CLOSED,",
        "    if lead.state is State.DRAFT:\n        raise Refused(Refusal.CLOSED,",
        ("tests/leads/test_holding.py", "tests/leads/test_answers.py"),
    ),
    Mutant(
        "unmasked-phone-in-the-offer",
        "Whoever is fastest at dialling would have the client, whoever has the lead.",
        "desk/views.py",
        "SEES_CONTACT = frozenset({Seat.SECRETARY, Seat.HOLDER})",
        "SEES_CONTACT = frozenset({Seat.SECRETARY, Seat.HOLDER, Seat.OFFERED})",
        ("tests/stories/test_hostile.py",),
    ),
    Mutant(
        "role-not-checked",
        "A manager could give himself a lead with a button that he was never shown.",
        "desk/door.py",
        "not may(_roles_now(work, actor), right)",
        "not actor.roles",
        ("tests/stories/test_rights.py",),
    ),
    Mutant(
        "ownership-not-checked",
        "A manager could close a colleague's lead, or give it back.",
        "leads/holding.py",
        "    if lead.holder != who or lead.state not in OWNED:\n",
        "    if lead.state not in OWNED:\n",
        ("tests/stories/test_rights.py",),
    ),
    Mutant(
        "characters-instead-of-bytes",
        "Telegram refuses a button beyond 64 bytes; a stand-in that counts characters would hide that.",
        "bot/standin/keyboards.py",
        "len(button.callback_data.encode()) > MOST_DATA",
        "len(button.callback_data) > MOST_DATA",
        ("tests/demo/test_standin_validation.py",),
    ),
    Mutant(
        "html-not-escaped",
        "A client's `<` would break the card, or bring markup of its own.",
        "screens/texts.py",
        "return escape(short, quote=False) if isinstance(short, str) else short",
        "return short",
        ("tests/screens/test_hostile_text.py", "tests/screens/test_texts.py"),
    ),
    Mutant(
        "invitation-usable-twice",
        "A link that was passed on would bring strangers into the office.",
        "storage/people.py",
        "        invitations.c.used_at.is_(None),\n        invitations.c.expires_at > now,\n",
        "        invitations.c.expires_at > now,\n",
        ("tests/stories/test_people.py",),
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
        "seal-without-the-one-before",
        "Entries could be left out of the ledger, or exchanged, and it would still verify.",
        "leads/ledger.py",
        '{previous}\\n{head}\\n{body}".encode()',
        '{head}\\n{body}".encode()',
        ("tests/leads/test_ledger.py",),
    ),
    Mutant(
        "a-short-seal-is-a-head",
        "A forged past could be ground until its end begins like the one that was published: minutes for eight digits.",
        "leads/head.py",
        "DIGITS: Final = 32",
        "DIGITS: Final = 8",
        ("tests/tampering/test_command.py", "tests/stories/test_seal.py"),
    ),
    Mutant(
        "a-head-without-its-number",
        "Entries could be added to a forged past until its seal is the published one, and it would count.",
        "leads/head.py",
        "entry.seq == self.seq and ",
        "",
        ("tests/tampering/test_sealed_anew.py", "tests/tampering/test_command.py"),
    ),
    Mutant(
        "an-administrator-made-in-the-database",
        "Whoever has the database would make himself administrator for a day, and nobody could tell.",
        "storage/sealing.py",
        '"took_at", "asked", "locale"}',
        '"took_at", "asked", "locale", "roles"}',
        ("tests/tampering/test_an_insider.py", "tests/stories/test_sealed_set_up.py"),
    ),
    Mutant(
        "words-in-the-ledger",
        "What somebody typed would be sealed for ever, and could be tried out until a seal fits.",
        "leads/proof/forms.py",
        "if not (text in codes if codes else _is_form(text)):",
        "if False:",
        ("tests/storage/test_ledger.py", "tests/tampering/test_no_words.py"),
    ),
    Mutant(
        "summary-said-twice",
        "The director would read the same day twice, and trust neither.",
        "storage/kinds.py",
        "        repeatable=False,  # the director would read the same day twice, and trust neither\n",
        "        repeatable=True,\n",
        ("tests/stories/test_restarts.py::test_a_summary_that_may_have_arrived_is_not_repeated",),
    ),
    Mutant(
        "offers-to-the-paused",
        "Leads would go to people at lunch, and wait there until they lapse.",
        "leads/presence.py",
        "        return worker.paused or Absence.NOT_CHECKED_IN\n    return worker.paused\n",
        "        return Absence.NOT_CHECKED_IN\n    return None\n",
        ("tests/leads/test_presence.py", "tests/stories/test_presence.py"),
    ),
    Mutant(
        "repeat-not-limited",
        "A program that dies again and again would send the same offer each time it comes back.",
        "desk/outgoing.py",
        "        return self.begun > int(self.repeatable)\n",
        "        return self.begun > 99\n",
        (
            "tests/stories/test_restarts.py::test_an_offer_is_repeated_at_most_once_however_often_the_program_dies",
        ),
    ),
    Mutant(
        "failing-card-stays-first",
        "One card that cannot be drawn would keep every offer from its chat, also after a restart.",
        "storage/sending.py",
        "    return (row.put_off is not None, row.put_off or AT_ALL, row.urgency, row.id)\n",
        "    return (False, AT_ALL, row.urgency, row.id)\n",
        ("tests/faults/test_failing_cards.py",),
    ),
    Mutant(
        "limits-of-telegram-ignored",
        "Telegram would close the chats of the busiest managers, for longer and longer.",
        "bot/courier/pace.py",
        "PRIVATE = Rate(3, 1.05)",
        "PRIVATE = Rate(3, 0.5)",
        ("tests/bot/courier/test_pace.py",),
    ),
    Mutant(
        "office-file-leaves-cards-as-they-were",
        "A head who has left would keep every client's phone in his chat.",
        "storage/redrawing.py",
        "            cards.redraw(conn, person.id, office)\n",
        "            continue\n",
        ("tests/stories/test_office_loaded_anew.py",),
    ),
    Mutant(
        "a-link-moves-whoever-is-here",
        "A head who tries a manager's link would leave the office without a head, and nobody would know.",
        "desk/newcomers.py",
        "            if person and invitation and invitation.person:\n",
        "            if person and invitation and invitation.person == person.id:\n",
        ("tests/stories/test_whose_link.py",),
    ),
    Mutant(
        "the-settings-role-is-stored",
        "Whoever once had an administrator's account would be administrator for ever.",
        "desk/newcomers.py",
        "                _come(work, actor, ())\n",
        "                _come(work, actor, (Role.ADMIN,))\n",
        ("tests/stories/test_whose_link.py",),
    ),
    Mutant(
        "an-old-account-keeps-the-clients",
        "A lost phone would show every client of its owner, though he has long been at work on another one.",
        "storage/moving.py",
        "        cards.redraw_chat(conn, move.old, office)\n",
        "",
        ("tests/stories/test_moving.py",),
    ),
    Mutant(
        "masked-once-a-reader",
        "A long text would hold up the whole office once for each manager who is asked.",
        "contacts/masking.py",
        "@lru_cache(_KEPT)\ndef masked(",
        "@lru_cache(0)\ndef masked(",
        ("tests/contacts/test_masking_work.py", "tests/stories/test_masked_offers.py"),
    ),
    Mutant(
        "masking-looks-at-all-that-follows",
        "One forwarded text of four thousand dots would make every chat wait for seconds.",
        "contacts/sites.py",
        "chunk[place + 1 : place + 3]",
        "chunk[place + 1 :][:2]",
        ("tests/contacts/test_masking_work.py",),
    ),
    Mutant(
        "only-capitals-are-names",
        "Whoever writes «перезвонить сергею» would give the client away to everybody who is asked.",
        "contacts/name_classes.py",
        "    if not known.has_ordinary:\n        return Sense.NAME\n",
        "    if not known.has_ordinary:\n        return Sense.NAME if is_capital else Sense.PLAIN\n",
        ("tests/contacts/test_masking_kinds.py",),
    ),
    Mutant(
        "masking-reads-the-text-as-it-was-typed",
        "Digits of another alphabet, or a space that cannot be seen, would carry the phone into the offer.",
        "contacts/masking.py",
        "    read = tokens(spelt.text)\n",
        "    read = tokens(text) if len(text) == len(spelt.text) else tokens(spelt.text)\n",
        ("tests/contacts/test_masking_kinds.py", "tests/contacts/test_masking.py"),
    ),
    Mutant(
        "digits-behind-a-number-fall-into-it",
        "A number that lacks a digit would become another client's, by the windows that are counted behind it.",
        "contacts/candidates.py",
        "    if last is None or not _may_end(line, first, last) or not _is_even(line, first, last):\n",
        "    if last is None or not _may_end(line, first, last):\n",
        ("tests/stories/test_phones.py",),
    ),
    Mutant(
        "an-extension-is-nobody-s",
        "All who are reached through one company's number would be one client, and go to one manager.",
        "contacts/phones.py",
        "    phone = one.phone + MARK + behind[0] if behind else one.phone\n",
        "    phone = one.phone\n",
        ("tests/stories/test_phones.py",),
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
        "an-effect-that-both-sides-share",
        "The flow and `verify` would agree that a turn given back is still paid for.",
        "leads/evolve.py",
        "        turns.give_back(life.standings, turn)\n",
        "",
        ("tests/leads/proof/test_verification.py", "tests/leads/test_holding.py"),
    ),
    Mutant(
        "an-offer-runs-over-lunch",
        "Two offers before lunch, and a manager is paused when he comes back from it.",
        "leads/binding.py",
        "    return (at for at in sorted(moments) if gone(scene, offer, at))\n",
        "    return (at for at in sorted(moments) if gone(scene, offer, at) and not offer.alone)\n",
        ("tests/leads/test_binding.py", "tests/stories/test_while_there.py"),
    ),
)
