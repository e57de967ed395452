"""How a name is shown: its capitals put right, and as somebody is called."""

from __future__ import annotations

from collections.abc import Sequence

from contacts.dictionary import nominative
from contacts.name_runs import Part, Run


def called(run: Run, cases: Sequence[str] = ()) -> str:
    """The name as the card shows it: capitals put right, the nominative where the dictionary is sure of it.

    `cases`: those that the words before ask for, the likeliest first; without any it stays as it was written.
    """
    for case in cases:
        for gender in ("masc", "femn"):
            if all(part.stands_in(case, gender) for part in run.parts):
                return _joined(run, [_inflected(part, case, gender) for part in run.parts])
    return _joined(run, [_shown(part.item.text, part.is_particle) for part in run.parts])


def _shown(text: str, is_particle: bool = False) -> str:
    """`ИВАН`, `иван` as `Иван`; what is written in mixed letters stays."""
    if is_particle:
        return text.lower() if text.isupper() else text
    if not (text.isupper() or text.islower()):
        return text
    marked = ("-" + text.lower()).replace("`", "'")
    return "".join(c.upper() if marked[n] in "-'’ʼ‘" else c for n, c in enumerate(text.lower()))


def _inflected(part: Part, case: str, gender: str) -> str:
    if part.look is None:
        return _shown(part.item.text, part.is_particle)
    meant = [r for r in part.readings if r.case == case and r.gender in (gender, "ms-f")]
    name = nominative(part.item.text, max(meant, key=lambda r: r.chance))
    return _shown(part.item.text if name == part.item.text.lower() else name)


def _joined(run: Run, texts: Sequence[str]) -> str:
    gaps = ["", *(" ".join(part.item.gap.split(" ")) for part in run.parts[1:])]
    name = " ".join("".join(gap + text for gap, text in zip(gaps, texts, strict=True)).split())
    return name + "." if run.parts[-1].is_initial else name
