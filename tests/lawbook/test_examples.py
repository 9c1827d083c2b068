"""The law book shows the examples that the tests of the law ask, and says so where it has none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from django.utils import translation

from sammetag import law
from sammetag.lawbook.examples import EXAMPLES, all_examples, examples_of


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    with translation.override("da"):
        yield


def test_every_example_of_the_law_is_shown_under_a_rule() -> None:
    files = EXAMPLES.glob("*_examples.yaml")
    written = sum(len(yaml.safe_load(file.read_text("utf-8"))["examples"]) for file in files)
    shown = all_examples()

    assert shown is not None
    assert sum(map(len, shown.values())) == written > 100
    assert set(shown) <= {topic.name for topic in law.BOOK.topics()}


def test_they_stand_by_day_with_what_comes_out_in_words() -> None:
    found = examples_of("talks.due")

    assert found
    assert [one.on for one in found] == sorted(one.on for one in found)
    assert found[0].outcome == "Reglen gælder ikke"
    first_day = next(one for one in found if one.on == date(2013, 1, 1))
    assert first_day.outcome.replace("\u00a0", " ") == (
        "kræves: 6, holdt: 0, mangler: 6, sidste dag: 31. december 2013, aftales nu: nej"
    )


def test_money_is_said_in_kroner_and_what_is_none_is_not_said() -> None:
    outcomes = [one.outcome for one in examples_of("benefit.month") or ()]

    assert any("udbetales: 10.500 kr." in one for one in outcomes)
    assert not any("None" in one or "[" in one for one in outcomes)


def test_in_english_the_outcome_is_english() -> None:
    with translation.override("en"):
        assert (examples_of("talks.due") or ())[0].outcome == "The rule does not apply"


def test_without_the_repository_there_are_none_and_that_is_not_an_empty_list(tmp_path: Path) -> None:
    assert all_examples(tmp_path) is None
    assert all_examples(tmp_path / "nowhere") is None
    assert examples_of("no.such.rule") == ()
