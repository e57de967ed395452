"""`python -m tests.bot.demo OPTIONS` is `python -m bot demo OPTIONS`, and begins in half the time.

aiogram's models are built when they are first used. That the program starts as its user starts it, with all of them,
is shown in tests/faults/test_process.py, and by the demo whose port is taken.
"""

from __future__ import annotations

import sys

from tests.late_models import import_aiogram

if __name__ == "__main__":
    import_aiogram()
    from bot.cli import main

    sys.argv = ["fairlead", "demo", *sys.argv[1:]]
    main()
