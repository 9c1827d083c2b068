"""What the security notes name is there."""

from __future__ import annotations

import re

from tests.repository.sources import ROOT

ASVS = ROOT / "docs" / "security" / "asvs.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")
ROW = re.compile(r"^\| ([\d., ]+) \| ([12]) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
STATES = {"test", "manual", "not applicable", "**not met**", "**in part**"}

CHAPTERS = 17


def test_every_test_that_is_named_exists() -> None:
    named = NAMED.findall(ASVS.read_text())
    missing = [f"{file}::{name}" for file, name in named if not _is_there(file, name)]

    assert len(named) > 80
    assert missing == []


def test_an_item_that_is_tested_names_a_test_and_every_other_a_reason() -> None:
    rows = ROW.findall(ASVS.read_text())

    assert {state for _, _, state, _ in rows} == STATES
    assert [item for item, _, state, why in rows if (state == "test") and not NAMED.search(why)] == []
    assert [item for item, _, _, why in rows if not why.strip()] == []


def test_no_item_stands_twice_and_every_chapter_is_there() -> None:
    items = [one.strip() for items, *_ in ROW.findall(ASVS.read_text()) for one in items.split(",")]

    assert len(items) == len(set(items))
    assert {int(one.split(".")[0]) for one in items} == set(range(1, CHAPTERS + 1))


def _is_there(file: str, name: str) -> bool:
    path = ROOT / file
    return path.exists() and (not name or f"def {name}(" in path.read_text())
