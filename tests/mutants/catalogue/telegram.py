"""What is written, sent and shown: once, in order, within the limits, also by a program that dies."""

from __future__ import annotations

from tests.mutants.catalogue.mutant import Mutant

TELEGRAM = (
    Mutant(
        "no-lock-between-reading-and-writing",
        "What two people do at the same moment would be decided on what neither of them left behind.",
        "storage/database.py",
        '"BEGIN IMMEDIATE" if conn.get_execution_options().get("writes") else "BEGIN"',
        '"BEGIN"',
        ("tests/storage/test_transactions.py",),
    ),
    Mutant(
        "taken-along-and-not-noted",
        "An offer that was about to leave when the program was killed would come a second time without a word of it.",
        "desk/outbox.py",
        "        showing.begin(work.store, {one.card.id: one.card.begun + 1 for one in drawn if one.begun})\n",
        "",
        ("tests/stories/test_taken_along.py",),
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
        "characters-instead-of-bytes",
        "Telegram refuses a button beyond 64 bytes; a stand-in that counts characters would hide that.",
        "bot/standin/keyboards.py",
        "len(button.callback_data.encode()) > MOST_DATA",
        "len(button.callback_data) > MOST_DATA",
        ("tests/bot/standin/test_validation.py",),
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
        "summary-said-twice",
        "The director would read the same day twice, and trust neither.",
        "storage/kinds.py",
        "        repeatable=False,  # the director would read the same day twice, and trust neither\n",
        "        repeatable=True,\n",
        ("tests/stories/test_restarts.py::test_a_summary_that_may_have_arrived_is_not_repeated",),
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
)
