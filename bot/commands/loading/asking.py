"""Whether somebody says yes to what a file would take away: `--yes`, or the question at the terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.commands.loading.plan import Plan
from files.failure import Failure

QUESTION = "Do all of this?"


@dataclass(frozen=True, slots=True)
class Voice:
    """`say` prints a line. `ask` puts a question to whoever sits at the terminal; None: nobody sits there."""

    say: Callable[[str], None]
    ask: Callable[[str], bool] | None = None


class NotConfirmedError(Failure):
    """Something would be lost, and nobody has said yes to it. Nothing was changed."""

    code = 2

    def __init__(self, file: str, plan: Plan, why: str) -> None:
        super().__init__("\n".join([f"{file}: not loaded, nothing was changed; {why}", *_listed(plan)]))


class ChangedMeanwhileError(Failure):
    """The office is not the one any more that the plan was made for. Nothing was changed."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file}: not loaded, for the office was changed meanwhile; look at it again")


def confirm(file: str, plan: Plan, voice: Voice, *, yes: bool) -> None:
    """Raises NotConfirmedError where the plan asks and nobody says yes."""
    if yes or not plan.asks:
        return
    if voice.ask is None:
        raise NotConfirmedError(file, plan, "say yes at a terminal, or load it with --yes:")
    if not voice.ask(QUESTION):
        raise NotConfirmedError(file, plan, "you said no to:")


def _listed(plan: Plan) -> list[str]:
    return [f"  {line}" for line in plan.asks]
