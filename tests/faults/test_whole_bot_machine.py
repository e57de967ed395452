"""Whatever people do, whatever Telegram does to us, whenever the power goes: all that the design promises holds.

A run that failed is repeated with `--hypothesis-seed`; how is said in docs/house.md.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.faults.whole_bot.machine import WholeBot

SHORT = settings(max_examples=8, stateful_step_count=30)
chosen = settings.get_current_profile_name()

TestWhateverHappensTheWholeBotKeepsItsWord = WholeBot.TestCase
TestWhateverHappensTheWholeBotKeepsItsWord.settings = settings(
    settings() if chosen == "long" else SHORT, deadline=None, suppress_health_check=list(HealthCheck)
)
