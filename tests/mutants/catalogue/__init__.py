"""The seeded bugs, by what they would break."""

from __future__ import annotations

from tests.mutants.catalogue.choosing import CHOOSING
from tests.mutants.catalogue.clients import CLIENTS
from tests.mutants.catalogue.leads import LEADS
from tests.mutants.catalogue.ledger import LEDGER
from tests.mutants.catalogue.mutant import Mutant
from tests.mutants.catalogue.people import PEOPLE
from tests.mutants.catalogue.records import RECORDS
from tests.mutants.catalogue.telegram import TELEGRAM
from tests.mutants.catalogue.turns import TURNS

MUTANTS: tuple[Mutant, ...] = (
    *LEDGER,
    *CHOOSING,
    *RECORDS,
    *TURNS,
    *LEADS,
    *CLIENTS,
    *PEOPLE,
    *TELEGRAM,
)
