"""A number of the law is said with its unit, in both languages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sammetag import law
from sammetag.law.numbers import all_numbers
from sammetag.law.units import amount_in_words

SCHEMA = json.loads((Path(law.__file__).parent / "numbers_schema.json").read_text("utf-8"))
UNITS: list[str] = SCHEMA["$defs"]["number"]["properties"]["unit"]["enum"]


@pytest.mark.parametrize(
    ("value", "unit", "da", "en"),
    [
        (36, "months", "36 måneder", "36 months"),
        (1, "talks", "1 samtale", "1 talk"),
        (30, "per-cent", "30 procent", "30 per cent"),
        (16_982, "kroner", "16.982 kroner", "16,982 kroner"),
        (1698, "oere", "16,98 kroner", "16.98 kroner"),
    ],
)
def test_an_amount_is_said_as_people_say_it(value: int, unit: str, da: str, en: str) -> None:
    said = amount_in_words(replace(all_numbers()[0], value=value, unit=unit))

    assert (said.da, said.en) == (da, en)


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_that_a_number_can_have_has_words(unit: str) -> None:
    said = amount_in_words(replace(all_numbers()[0], value=2, unit=unit))

    assert unit in ("kroner", "oere") or said.da != said.en
