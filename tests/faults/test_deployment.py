"""What the program is run with: pinned, not as root, and with no more rights than it needs."""

from __future__ import annotations

import configparser
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEEDED = re.compile(r"[A-Za-z0-9_.-]+")


def _named(line: str) -> str:
    found = NEEDED.match(line)
    assert found, line
    return re.sub(r"[-_.]+", "-", found.group()).lower()


def test_every_dependency_is_pinned_to_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = {*project["dependencies"], *project["optional-dependencies"]["test"]}
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9a-z.]+", line) for line in lines)
    assert {_named(line) for line in wanted} <= {_named(line) for line in lines}


def test_the_image_does_not_run_as_root_and_holds_no_secret() -> None:
    steps = (ROOT / "Dockerfile").read_text().splitlines()
    users = [step for step in steps if step.startswith("USER ")]
    assert users and users[-1] != "USER root" and steps.index(users[-1]) < len(steps) - 1
    assert not [step for step in steps if re.search(r"chown|COPY \.|ADD ", step)]
    assert {".env", "*.db*", ".git"} <= set((ROOT / ".dockerignore").read_text().split())


def test_the_service_may_write_to_its_own_state_and_nowhere_else() -> None:
    unit = configparser.ConfigParser(strict=True, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(ROOT / "deploy" / "fairlead.service")
    service = unit["Service"]
    assert service["User"] == "fairlead"
    for name in ("NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices", "RestrictSUIDSGID"):
        assert service[name] == "true"
    assert service["ProtectSystem"] == "strict"
    assert service["CapabilityBoundingSet"] == ""
    assert service["StateDirectory"] == "fairlead" and "ReadWritePaths" not in service
    assert service["WorkingDirectory"] == "/var/lib/fairlead"
