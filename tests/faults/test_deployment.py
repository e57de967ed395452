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


def _pinned(file: str) -> dict[str, str]:
    """What the file pins, each to one version and with the hash of every file of it: names and versions."""
    pins = (ROOT / file).read_text().replace("\\\n", "").splitlines()
    for pin in pins:
        assert re.fullmatch(r"[a-z0-9.-]+==[0-9a-z.]+( ; [^-]+)?\s+(--hash=sha256:[0-9a-f]{64}\s*)+", pin), (
            pin[:80]
        )
    return {_named(pin): pin.partition("==")[2].split()[0] for pin in pins}


def test_every_dependency_is_pinned_to_one_version_and_its_hashes() -> None:
    whole = tomllib.loads((ROOT / "pyproject.toml").read_text())
    project, run, test = whole["project"], _pinned("constraints.txt"), _pinned("constraints-test.txt")
    assert {_named(line) for line in project["dependencies"]} <= set(run)
    assert {_named(line) for line in project["optional-dependencies"]["test"]} <= set(test)
    assert run.items() <= test.items(), "what is tested is what is run"
    assert whole["build-system"]["requires"] == [f"setuptools=={run['setuptools']}"]
    assert whole["dependency-groups"]["build"] == whole["build-system"]["requires"]


def test_the_image_is_built_on_one_version_of_python_and_installs_by_hash() -> None:
    steps = (ROOT / "Dockerfile").read_text()
    assert re.search(r"^FROM python:3\.11\.\d+-slim-[a-z]+$", steps, re.MULTILINE)
    assert "--require-hashes -r constraints.txt" in steps and "--no-deps" in steps


def test_the_licence_that_is_named_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert (ROOT / "LICENSE").read_text().startswith(f"{project['license']} License")


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
    # the program reads .env where it is started: not where it may write one for its next start
    assert service["WorkingDirectory"] == "/"
    assert "DATABASE_URL=sqlite+aiosqlite:////var/lib/fairlead/fairlead.db" in service["Environment"].split()
    assert (
        "BOT_TOKEN_FILE=%d/bot_token" in service["Environment"].split()
        and "bot_token:" in service["LoadCredential"]
    )
    for name in ("LimitNOFILE", "MemoryMax", "TasksMax"):
        assert service[name]
    assert service["MemoryDenyWriteExecute"] == "true" and service["ProcSubset"] == "pid"
