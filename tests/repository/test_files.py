"""What the files of the project may and may not hold: no machine, no registry, no promise to do it later."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.repository.sources import PACKAGE, ROOT, name_of, rooms, tracked

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
# Put together from parts, so that this file does not hold what it looks for.
LATER = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error", "XX" + "X"]))
MACHINE = re.compile("|".join(["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/", "/far" + "m/"]))
REGISTRY = re.compile(
    "|".join(
        [
            "files" + r"\.python" + "hosted",
            "py" + r"pi\.org",
            "registry" + r"\.npm" + "js",
            "art" + "ifactory",
            r"(?<!no-emit-)index" + "-url",
        ]
    )
)
LOCKS = sorted([*ROOT.glob("requirements*.txt"), ROOT / "package-lock.json"])
BESIDE_THE_ROOMS = {"any_of", "errors", "privacy", "scoped", "words", "written"}


def text_of(path: Path) -> str:
    try:
        return path.read_text()
    except UnicodeDecodeError:
        return ""


def holding(pattern: re.Pattern[str]) -> list[str]:
    """The lines of all files, but the licence, that hold it."""
    return [
        f"{name_of(path)}:{number}"
        for path in tracked()
        if path.name != "LICENSE"
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if pattern.search(line)
    ]


def test_nothing_is_put_off_in_a_comment() -> None:
    assert holding(LATER) == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    assert holding(MACHINE) == []


def test_no_file_names_a_registry() -> None:
    assert holding(REGISTRY) == []


def test_the_search_reads_the_files_it_is_about() -> None:
    assert len(tracked()) > 150
    assert holding(re.compile("requires-python")) != []


@pytest.mark.parametrize("path", LOCKS, ids=name_of)
def test_a_lock_says_what_and_never_from_where(path: Path) -> None:
    assert "://" not in path.read_text()


@pytest.mark.parametrize("path", [path for path in LOCKS if path.suffix == ".txt"], ids=name_of)
def test_every_locked_package_has_its_fingerprint(path: Path) -> None:
    packages = re.findall(r"^[\w.\[\],-]+==\S+", path.read_text(), re.MULTILINE)
    with_fingerprint = re.findall(
        r"^[\w.\[\],-]+==.*?(?:\\\n\s+--hash=sha256:\w+)", path.read_text(), re.MULTILINE
    )

    assert 0 < len(packages) == len(with_fingerprint)


def test_the_lock_of_node_holds_packages_versions_and_fingerprints_alone() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    told = {name: set(package) for name, package in packages.items() if name}

    assert told
    assert all({"version", "integrity"} <= keys for keys in told.values())
    assert all(not keys & {"resolved", "funding"} for keys in told.values())


def test_every_dependency_says_what_it_is_for() -> None:
    silent, told = [], False
    block = (
        (ROOT / "pyproject.toml")
        .read_text()
        .partition("dependencies = [")[2]
        .partition("[project.scripts]")[0]
    )
    for line in (line.strip() for line in block.splitlines()):
        if line.startswith('"') and not told:
            silent.append(line)
        # One comment may stand over several lines that belong together.
        told = line.startswith("#") or (told and line.startswith('"'))

    assert silent == []


def test_the_rooms_of_the_contract_are_the_folders_of_the_program() -> None:
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    [layers] = [one["layers"] for one in contracts if one["type"] == "layers"]
    named = {room.strip() for layer in layers for room in layer.split("|")}

    assert named - BESIDE_THE_ROOMS == rooms()
    assert {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"} == BESIDE_THE_ROOMS


def test_the_contract_knows_every_room_and_leaves_none_out() -> None:
    [contract] = [one for one in PYPROJECT["tool"]["importlinter"]["contracts"] if one["type"] == "layers"]

    assert contract["exhaustive"] is True
    assert "ignore_imports" not in contract and "exhaustive_ignores" not in contract
