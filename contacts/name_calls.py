"""What the words around a name say of it: somebody called, or is to be called back."""

from __future__ import annotations

from typing import Final

from contacts.name_hints import ASKED_FOR, ASKS, CALLED_BACK, CALLS, CLIENT, SENT, TALKED_TO, TITLES
from contacts.name_looks import Look
from contacts.name_row import Row
from contacts.name_runs import Run

Cases = tuple[str, ...]

CALLING: Final = 45
FROM: Final = 42  # `от Ивана`, `у Ольги`: perhaps only who sent him


def calling(row: Row, run: Run) -> tuple[int, Cases]:
    """How much they say that it is the client, and in which case they put him; 0 and none where they say nothing."""
    index = run.start - 1
    if row.is_creature(index) and not run.parts[0].item.opens:
        index -= 1  # `звонила бабушка, Зина`
    index -= row.key(index) == "is"
    if run.look < Look.WEAK:
        return 0, ()
    if _is_close(row, run.end) and row.key(run.end) in CALLED_BACK and not run.is_called_so:
        return CALLING, ("datv",)  # `Петрову перезвонить`
    has_title = row.key(index) in TITLES  # `call Mr. Brown`
    if index < 0 or (not has_title and "." in run.parts[0].item.gap):
        return 0, ()
    index -= has_title
    if row.key(index) in CALLS and run.is_called_so:
        return CALLING, ()
    weight, cases = _by_verb(row, index, run) or _by_preposition(row, index) or (0, ())
    is_field = run.is_called_so and ":" in run.parts[0].item.gap  # `От: Алия Сабирова`
    return weight, () if is_field else cases


def _by_verb(row: Row, index: int, run: Run) -> tuple[int, Cases] | None:
    key = row.key(index)
    if key in CALLED_BACK:
        asks_for_another = row.key(index - 1) in ASKS and row.key(index - 2) in CLIENT
        return (0, ()) if asks_for_another else (CALLING, ("datv",))
    if key in ASKED_FOR:
        return CALLING, ("accs", "gent")
    return (CALLING, ("gent",)) if key in SENT and not run.is_called_so else None


def _by_preposition(row: Row, index: int) -> tuple[int, Cases] | None:
    key, before, begins = row.key(index), row.key(index - 1), row.items[index].begins
    if key == "с" and before in TALKED_TO:
        return CALLING, ("ablt",)
    if key == "для" or (key == "от" and (before in SENT or begins)) or (key == "у" and begins):
        return FROM, ("gent",)
    return None


def _is_close(row: Row, index: int) -> bool:
    if index >= len(row.items) or row.items[index].opens:
        return False
    return row.items[index].gap.strip(" .") == ""  # the full stop of initials
