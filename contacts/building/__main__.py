"""`python -m contacts.building` with `mobile FILE.csv`, `places cities500.json` or `landlines`: see `contacts/data`."""

from __future__ import annotations

import sys
from pathlib import Path

from contacts.building.landlines import pack_landlines
from contacts.building.mobile import BadSourceError, pack_mobile
from contacts.building.places import pack_places

USAGE = "python -m contacts.building mobile FILE.csv | places cities500.json | landlines"
BAD_INPUT = 2


def main(arguments: list[str]) -> int:
    """Returns the exit code: 2 for what cannot be read, with one line that says what."""
    try:
        match arguments:
            case ["mobile", file]:
                count = pack_mobile(Path(file))
            case ["places", file]:
                count = pack_places(Path(file))
            case ["landlines"]:
                count = pack_landlines()
            case _:
                sys.stderr.write(f"{USAGE}\n")
                return BAD_INPUT
    except (BadSourceError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    sys.stdout.write(f"{count} written\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
