"""Who came in, and by what: an invitation that was made before, for that person or for that role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from leads.entries.kinds import Said
from leads.entries.people import Invited, Joined
from leads.office import Role
from leads.proof.audit import Broken

Whom = tuple[str | None, str | None]  # for whom, or for which role


class Gate:
    """`apply` every entry in turn. An invitation lets one in, once."""

    def __init__(self) -> None:
        self._open: Counter[Whom] = Counter()
        self._links: dict[str, Whom] = {}  # by the hash of the link
        self._of_old: Counter[Whom] = Counter()  # made when entries did not tell of the link

    def apply(self, said: Said, *, is_old: bool) -> None:
        """Raises Broken. `is_old`: no set-up was sealed before; then whom ADMIN_IDS named became administrator."""
        match said:
            case Invited():
                invited: Whom = (said.who, said.role)
                self._open[invited] += 1
                if said.link is not None:
                    self._links[said.link] = invited
                else:
                    self._of_old[invited] += 1
            case Joined():
                self._let_in(said.who, said.roles, is_old=is_old)

    def _let_in(self, who: str, roles: tuple[Role, ...] | None, *, is_old: bool) -> None:
        """Without a role comes whom ADMIN_IDS names, and who has another account: neither gets anything by that."""
        invited: Whom = (None, roles[0]) if roles else (who, None)
        if self._open[invited] > 0:
            self._open[invited] -= 1
        elif roles != () and not (is_old and roles == (Role.ADMIN,)):
            raise Broken(f"{who} comes in by an invitation that was never made, or was used before")

    def unexplained(self, stored: Iterable[tuple[str, Whom]]) -> Iterator[str]:
        """Of the invitations that lie in the database, with the hash of their link, those that nobody made."""
        left = Counter(self._of_old)
        for link, invited in stored:
            if self._links.get(link) == invited:
                continue
            left[invited] -= 1
            if left[invited] < 0:
                whom = invited[0] or f"whoever is to be {invited[1]}"
                yield f"invitations: one for {whom}, of which the ledger knows nothing"
