"""`balance`: the one most behind their due share gets the next lead.

Of those who are behind alike, the one who is further behind by all segments together; if that is alike, too, whoever
stands first in the segment's order. So who stands first in the file does not gain in every segment anew.

With everybody present this is nginx's smooth weighted round robin (commit 21ad7d0), so weights 5, 1, 1 give
a a b a c a a. How far anybody of a team of n can ever be from their due share, in leads, while the scheme decides
(tests/leads/schemes/test_balance_bounds.py):

- equal weights, everybody present: less than one, 1 - 1/n;
- any weights, also changing ones, everybody present: ahead 1 - 1/n at most, behind 1/2 + 1/3 + … + 1/n at most
  (Coppersmith, Nowicki, Paleologo, Tresser, Wu, "The optimality of the online greedy algorithm in carpool and
  chairman assignment problems", ACM Transactions on Algorithms 7(3), 2011);
- any weights, whoever comes and goes: (n - 1)/2 either way (the question: Fagin and Williams, "A fair carpool
  scheduling algorithm", IBM Journal of Research and Development 27(2), 1983).

All three are tight or nearly reached. The proofs, and what no bound covers (turns given back or by hand, members who
keep leaving), are in docs/decisions/0008-how-far-from-fair.md.
"""

from __future__ import annotations

from leads.schemes.base import Choice, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import FURTHEST, YOUR_BEHIND, Ranks, Reason
from leads.shares import LEAD, split

MOST_BEHIND = Reason("most_behind", Ranks.SHARE, FURTHEST, YOUR_BEHIND)


def choose(situation: Situation, price: int = LEAD) -> Choice:
    """`price`: what the lead costs, in units."""
    gains = split({c.id: c.weight for c in situation.candidates}, price)
    behind = {c.id: c.standing.credit + gains[c.id] for c in situation.candidates}
    elsewhere = {c.id: c.elsewhere for c in situation.candidates}
    return Choice((max(behind, key=lambda who: (behind[who], elsewhere[who])),), MOST_BEHIND.code, behind)


SCHEME = Scheme("balance", choose, (MOST_BEHIND,), place=1)
