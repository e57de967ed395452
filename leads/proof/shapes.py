"""What an entry of each kind holds: nothing can be slipped into the ledger that nobody looks at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from leads.entries import kinds
from leads.entries.codec import keys
from leads.proof.audit import Broken, same
from leads.proof.forms import check_forms

KINDS: Final = {kind: keys(said, sometimes=False) for kind, said in kinds.KINDS.items()}
SOMETIMES: Final = {kind: keys(said, sometimes=True) for kind, said in kinds.KINDS.items()}


def check_shape(kind: str, lead: int | None, body: Mapping[str, Any], *, is_old: bool = False) -> None:
    """There is such a kind, about a lead or about none, and the entry holds what it holds. Raises Broken.

    `is_old`: as of `check_forms`.
    """
    if kind not in KINDS:
        raise Broken(f"there is no entry of the kind {kind!r}")
    same("whether it is about a lead", lead is not None, kind in kinds.OF_A_LEAD)
    if body.keys() != KINDS[kind]:
        same("what is missing in it", sorted(KINDS[kind] - body.keys()), [])
        same("what it holds beside", sorted(body.keys() - KINDS[kind] - SOMETIMES[kind]), [])
    check_forms(kind, body, is_old=is_old)
