"""Makes the golden ledgers anew."""

from __future__ import annotations

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.golden.made import LIVED, REPLAYED, lived_through, replayed, write

with TemporaryDirectory() as parent:
    folder = Path(parent) / "lived"
    folder.mkdir()
    lived = asyncio.run(lived_through(folder))
write([(LIVED, lived), *((scheme, replayed(scheme)) for scheme in REPLAYED)])
