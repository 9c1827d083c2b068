"""The report as JSON: the same text for the same extract, and no number missing without a why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from sammetag.evaluation.trial.analysis import analyse
from sammetag.evaluation.trial.extract import as_text, extract_from, sha256
from sammetag.evaluation.trial.protocol import fingerprint
from sammetag.evaluation.trial.report_data import as_json
from tests.evaluation.trial.simulated import extract, small


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """The report of the whole trial."""
    found: dict[str, Any] = json.loads(as_json(analyse(extract()), software="1.2.3"))
    return found


def test_the_same_extract_gives_the_same_text_also_after_a_journey_as_json() -> None:
    first = as_json(analyse(small()), software="1.2.3")
    second = as_json(analyse(extract_from(as_text(small()))), software="1.2.3")

    assert first == second


def test_the_fingerprints_are_those_of_what_it_was_worked_out_from(data: dict[str, Any]) -> None:
    assert data["fingerprints"]["extract"] == sha256(as_text(extract()))
    assert (
        data["fingerprints"]["protocol"] == data["fingerprints"]["frozen"] == fingerprint(extract().protocol)
    )
    assert data["software"] == "1.2.3"


def test_null_stands_only_beside_a_why(data: dict[str, Any]) -> None:
    derived = {name: data[name] for name in ("flow", "balance", "outcomes", "leaving", "mixing", "planned")}

    assert list(_nulls(derived, "")) == []


def test_every_outcome_has_an_answer_to_every_question(data: dict[str, Any]) -> None:
    assert len(data["outcomes"]) == 9
    for one in data["outcomes"]:
        assert set(one["answers"]) == set(data["questions"])
        assert one["answers"]["as-drawn"]["said"]["words"]["da"]


def test_the_data_sheet_counts_what_is_known_and_what_is_missing(data: dict[str, Any]) -> None:
    sheet = {one["name"]: one for one in data["data_sheet"]}

    assert (sheet["age"]["known"], sheet["age_group"]["missing"]) == (222, 222)
    assert (sheet["clarification"]["known"], sheet["clarification"]["missing"]) == (218, 0)


def _nulls(found: Any, place: str) -> Iterator[str]:
    """The places of nulls that have no why beside them."""
    if isinstance(found, dict):
        for name, one in found.items():
            if one is None and "why" not in found:
                yield f"{place}.{name}"
            yield from _nulls(one, f"{place}.{name}")
    elif isinstance(found, list):
        for one in found:
            yield from _nulls(one, place)
