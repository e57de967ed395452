"""A kind of entry that somebody adds and an interpreter forgets is an error of mypy, which names the kind."""

from __future__ import annotations

from pathlib import Path

from mypy import api

ROOT = Path(__file__).parents[2]
KINDS = ROOT / "leads/entries/kinds.py"
NEW = '''
@dataclass(frozen=True, slots=True)
class Blessed(Kind):
    """A kind that nobody has heard of."""

    kind = "blessed"
    who: str


'''


def test_whoever_forgets_a_kind_is_told_by_mypy(tmp_path: Path) -> None:
    text = KINDS.read_text("utf-8")
    with_one_more = (
        text.replace(
            "from leads.entries.duty", "from leads.entries.codec import Kind\nfrom leads.entries.duty", 1
        )
        .replace("\nAsking = (", f"{NEW}Asking = (\n    Blessed |", 1)
        .replace("OfOffice = ", "OfOffice = Blessed | ", 1)
    )
    (tmp_path / "kinds.py").write_text(with_one_more, "utf-8")
    said, _, _ = api.run(
        [
            *("--config-file", str(ROOT / "pyproject.toml"), "--follow-imports", "silent"),
            *("--cache-dir", str(tmp_path / "cache")),
            *("--shadow-file", str(KINDS), str(tmp_path / "kinds.py")),
            *(str(ROOT / "leads" / name) for name in FORGET_IT),
        ]
    )
    for name in FORGET_IT:
        assert f"leads/{name}" in said and "Blessed" in said, said


FORGET_IT = ("evolve.py", "proof/following.py", "proof/of_asking.py", "proof/verification.py")
