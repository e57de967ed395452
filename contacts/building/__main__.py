"""`python -m contacts.building mobile FILE.csv` and `… places cities500.json`: see `contacts/data/README.md`."""

from __future__ import annotations

import sys
from pathlib import Path

from contacts.building.mobile import BadSourceError, pack_mobile
from contacts.building.places import pack_places

USAGE = "python -m contacts.building mobile FILE.csv | places cities500.json"
BAD_INPUT = 2


def main(arguments: list[str]) -> int:
    """The exit code: 2 for what cannot be read, with one line that says what."""
    makers = {"mobile": pack_mobile, "places": pack_places}
    if len(arguments) != 2 or arguments[0] not in makers:
        sys.stderr.write(f"{USAGE}\n")
        return BAD_INPUT
    try:
        count = makers[arguments[0]](Path(arguments[1]))
    except (BadSourceError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    sys.stdout.write(f"{count} written\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
