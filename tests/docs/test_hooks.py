"""What docs/hooks.md says of events is all that there is, and the lines by which a receiver checks a letter work."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import textwrap
from pathlib import Path
from typing import Any

import pytest

from leads.hooks import EventKind
from leads.retrying import GAPS
from sources.hooks.signing import headers, made_of

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "hooks.md").read_text("utf-8")
SECRET, OTHER = made_of(b"s" * 32), made_of(b"o" * 32)
BODY = '{"type":"lead.claimed","имя":"Ирина"}'
LETTER = dict(headers("msg_1", 1_795_936_570, BODY, [OTHER, SECRET]))


@pytest.mark.parametrize("name", ["hooks.md", "hooks.ru.md"])
def test_every_event_has_its_line(name: str) -> None:
    text = (DOCS / name).read_text("utf-8")
    assert re.findall(r"^\| `(lead\.\w+)` \|", text, re.MULTILINE) == [kind.value for kind in EventKind]
    assert all(str(round(gap.total_seconds() / 3600)) in text for gap in GAPS[3:])


def lines(begin: str, end: str) -> str:
    """The lines of the docs from one to another, both included."""
    found = re.search(rf"^    [^\n]*{re.escape(begin)}.*?{re.escape(end)}\n", TEXT, re.MULTILINE | re.DOTALL)
    assert found
    return textwrap.dedent(found[0])


def test_the_lines_for_python_know_us() -> None:
    scope: dict[str, Any] = {}
    exec(lines("import base64", 'headers["webhook-signature"].split())'), scope)
    is_ours = scope["is_ours"]
    assert is_ours(SECRET, LETTER, BODY.encode())
    assert is_ours(OTHER, LETTER, BODY.encode())
    assert not is_ours(SECRET, LETTER, BODY.encode() + b" ")
    assert not is_ours(made_of(b"n" * 32), LETTER, BODY.encode())


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_lines_for_node_know_us() -> None:
    asks = f"""
const given = {json.dumps([SECRET, made_of(b"n" * 32)])}, letter = {json.dumps(LETTER)}, body = {json.dumps(BODY)};
console.log(given.map((secret) => isOurs(secret, letter, Buffer.from(body))).join());
console.log(isOurs(given[0], letter, Buffer.from(body + " ")));
"""
    program = lines("const crypto", "};") + asks
    done = subprocess.run(["node", "-e", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["true,false", "false"]
