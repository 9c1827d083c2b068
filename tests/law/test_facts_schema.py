"""The schema of a file of facts is that of the program, describes every field, and takes all that is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.law.case_facts import CaseFacts
from sammetag.law.facts_descriptions import DESCRIPTIONS
from sammetag.law.facts_fields import kinds_of_facts, written_fields
from sammetag.law.facts_file import FactsRefused, read_case
from sammetag.law.facts_schema import facts_schema
from tests.law.telling import DOCS, ON, RATE, accepts, example, flexi, refusal, running

UNITS = ("kroner", "hours", "months", "days", "Number of")


def test_the_schema_of_the_documentation_is_current() -> None:
    shown = json.dumps(facts_schema(), ensure_ascii=False, indent=2) + "\n"

    assert (DOCS / "facts.schema.json").read_text("utf-8") == shown, (
        "run: sammetag law schema > docs/facts.schema.json"
    )


def test_the_schema_allows_no_unknown_field_and_describes_each_with_its_unit() -> None:
    schema = facts_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    objects = [schema, *schema["$defs"].values()]

    assert all(one["additionalProperties"] is False for one in objects)
    fields = [field for one in objects for field in one["properties"].items()]
    numbers = [(name, field) for name, field in fields if "integer" in json.dumps(field)]
    dates = [(name, field) for name, field in fields if '"date"' in json.dumps(field)]
    assert numbers and dates
    assert [name for name, field in fields if not field["description"].endswith(".")] == []
    assert [name for name, field in numbers if not any(unit in field["description"] for unit in UNITS)] == []
    assert [name for name, field in dates if not re.search(r"\b[Dd]ates?\b", field["description"])] == []


def test_the_example_fits_the_schema() -> None:
    assert accepts(example())


@pytest.mark.parametrize(
    "case",
    [
        running(leave_days=3_661),
        running(guarantee={}),
        running(benefit={"rate": RATE}),
        flexi(flexi_clock={"permanent": False}),
        flexi(retention={"hired_on": "2025-03-01", "pension_on": "2050-01-01"}),
        running(talks={"held": ["2025-03-20", "2025-03-20"]}),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(case: object) -> None:
    refusal(case)

    assert not accepts(case)


def test_a_part_that_would_be_taken_for_a_no_must_be_said() -> None:
    """Whatever is left out although its type has a default is told of as an exception."""
    silent = {
        f"{facts.__name__}.{one.name}"
        for facts in kinds_of_facts()
        for one in written_fields(facts)
        if one.has_default and not one.nullable and not one.required
    }
    excepted = {
        f"{facts}.{name}"
        for facts, described in DESCRIPTIONS.items()
        for name, description in described.items()
        if "left out" in description
    }

    assert silent - {"CaseFacts.reform"} == excepted


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 10**10)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text("aå0-", max_size=8)
    | st.dates().map(str)
    | st.sampled_from(["fleksjob", "lab-11", "mentor", "2025-06-01", "2030-01-01"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text("aå", max_size=6), inner, max_size=2),
    max_leaves=4,
)


def places(found: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a piece of JSON."""
    yield path
    if isinstance(found, dict | list):
        for key, value in found.items() if isinstance(found, dict) else enumerate(found):
            yield from places(value, (*path, key))


@st.composite
def spoiled(draw: st.DrawFn) -> Any:
    """The example with something else at one place, or a field more."""
    case: Any = {"case": example()}
    path = draw(st.sampled_from([one for one in places(case) if one]))
    at = case
    for step in path[:-1]:
        at = at[step]
    if isinstance(at[path[-1]], dict) and draw(st.booleans()):
        at[path[-1]][draw(st.text("aå", max_size=6))] = draw(ANYTHING)
    else:
        at[path[-1]] = draw(ANYTHING)
    return case["case"]


@given(spoiled())
def test_whatever_stands_there_is_read_or_refused_and_the_schema_takes_all_that_is_read(case: Any) -> None:
    try:
        found = read_case(json.dumps(case), on=ON)
    except FactsRefused as refused:
        assert refused.sentence.da and refused.sentence.en
    else:
        assert isinstance(found, CaseFacts)
        assert accepts(case)
