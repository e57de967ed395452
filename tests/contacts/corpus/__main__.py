"""`python -m tests.contacts.corpus`: precision and recall of masking, and what it misses or hides needlessly."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from tests.contacts.corpus.reading import PARTS, messages
from tests.contacts.corpus.scores import scores


def main() -> None:
    console = Console()
    table = Table("part", "kind", "recall", "precision", "words", title="Masking")
    for part in PARTS:
        for kind, score in scores(messages(part)).items():
            table.add_row(part, kind, f"{score.recall:.3f}", f"{score.precision:.3f}", str(score.hidden))
            for what, places in (("missed", score.missed), ("needless", score.needless)):
                for place in places:
                    console.print(f"{part}: {what}: {place}", markup=False, highlight=False)
    console.print(table)


if __name__ == "__main__":
    main()
