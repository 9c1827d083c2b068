"""The order of my day is a table of examples that anybody can read and correct."""

from __future__ import annotations

import itertools
import random
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import yaml

from sammetag.duties.duty import Band, Duty, in_order

EXAMPLES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("order_examples.yaml").read_text())
BANDS = {
    "law": Band.LAW_MISSED,
    "promise": Band.PROMISE_MISSED,
    "idle": Band.NOTHING_RUNNING,
    "coming": Band.COMING,
}
CASES = {name: UUID(int=number) for number, name in enumerate(("anna", "bo", "carl", "dina"))}


def duty(line: str) -> Duty:
    """A duty from a line of the table."""
    case, band, due, *clock = line.split()
    return Duty(CASES[case], "hold-talks", BANDS[band], date.fromisoformat(due), "", clock="".join(clock))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one["sentence"])
def test_the_order_is_that_of_the_table_however_the_duties_come_in(example: dict[str, Any]) -> None:
    wanted = [duty(line) for line in example["order"]]
    mixed = list(map(list, itertools.islice(itertools.permutations(wanted), 500)))
    mixed += [random.Random(seed).sample(wanted, len(wanted)) for seed in range(50)]  # noqa: S311 - a shuffle

    assert all(in_order(order) == wanted for order in mixed)


def test_every_band_has_an_example() -> None:
    used = {line.split()[1] for example in EXAMPLES for line in example["order"]}

    assert used == BANDS.keys()
    assert set(BANDS.values()) == set(Band)


def test_days_are_counted_to_the_last_day_and_below_zero_when_late() -> None:
    one = duty("anna coming 2026-12-24")

    assert [one.days(date(2026, 12, day)) for day in (23, 24, 25)] == [1, 0, -1]
