"""The rulebook is whole; and each thing that could be wrong with it is found and told in a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from sammetag import law
from sammetag.law.checking import Example, FaultKind, check, read_examples
from sammetag.law.numbers import Number, all_numbers
from sammetag.law.registry import Rulebook, Written

HERE = Path(__file__).parent
WORDS = law.Words("prøven", "the test")
TOPIC = law.Topic("test", WORDS, law.ChosenBy.DAY)
SOURCE = law.Source("LAB", "§ 1", "LBK 1/2020")
FIRST, LAST = date(2020, 1, 1), date(2020, 12, 31)
NUMBER = Number(
    "weeks", WORDS, "weeks", (law.RESSOURCEFORLOEB,), law.Period(FIRST, LAST), 4, SOURCE, law.Confidence.HIGH
)


def version(first: date = FIRST, last: date | None = LAST, **changes: Any) -> law.Version:
    schemes, period = (law.RESSOURCEFORLOEB,), law.Period(first, last)
    return replace(law.Version(TOPIC, schemes, period, SOURCE, law.Confidence.HIGH), **changes)


def book(*versions: law.Version) -> Rulebook:
    """A rulebook that lets everything in, as if its own gate were broken."""
    return Rulebook(written=[Written(one, lambda _facts, asked: law.Answer) for one in versions])  # type: ignore[arg-type,return-value]


def examples(*days: date, scheme: str | None = law.RESSOURCEFORLOEB) -> list[Example]:
    return [Example("test", scheme, day, "Sådan er det.", "LAB § 1") for day in days]


COVERED = examples(FIRST - law.DAY, FIRST, date(2020, 6, 1), LAST, LAST + law.DAY)


def kinds(
    *versions: law.Version, numbers: tuple[Number, ...] = (), told: list[Example] | None = None
) -> list[str]:
    return [fault.kind.value for fault in check(book(*versions), numbers, told).faults]


def test_the_rulebook_is_whole_and_every_version_has_its_examples() -> None:
    found = check(law.BOOK, all_numbers(), read_examples(HERE))

    assert [fault.sentence.da for fault in found.faults] == []
    assert found.examples is not None and found.examples > 500
    assert found.versions == len(law.BOOK.versions()) and found.numbers == len(all_numbers())


def test_a_year_whose_number_was_not_read_is_worth_knowing_and_no_fault() -> None:
    remarks = check(law.BOOK, all_numbers(), None).remarks

    told = [remark.sentence.da for remark in remarks if remark.name == "pay_limit"]
    assert told == [
        "pay_limit (ressourceforløb) har ingen værdi fra og med 1. januar 2016 til og med 31. december 2016."
    ]


def test_a_whole_version_with_examples_has_no_fault() -> None:
    assert kinds(version(), told=COVERED) == []


def test_days_between_two_versions_that_belong_to_none_are_a_gap() -> None:
    later = version(LAST + timedelta(days=2), None)

    assert kinds(version(), later) == ["gap"]


def test_a_gap_is_told_with_its_days() -> None:
    (fault,) = check(book(version(), version(date(2021, 3, 1), None)), (), None).faults

    assert "intet er sagt fra og med 1. januar 2021 til og med 28. februar 2021" in fault.sentence.da
    assert "1 January 2021 to 28 February 2021" in fault.sentence.en


def test_two_versions_of_one_day_overlap() -> None:
    assert kinds(version(), version(LAST, None)) == ["overlap"]


def test_two_values_of_one_day_overlap() -> None:
    later = replace(NUMBER, period=law.Period(LAST))

    assert kinds(version(), numbers=(NUMBER, later)) == ["overlap"]


def test_versions_of_different_schemes_do_not_meet() -> None:
    assert kinds(version(), version(schemes=(law.FLEKSJOB,))) == []


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"source": None}, "no-source"),
        ({"confidence": law.Confidence.LOW}, "low-confidence"),
        ({"confidence": law.Confidence.MEDIUM}, "inferred-without-note"),
    ],
)
def test_a_version_that_was_read_badly_is_found(changes: dict[str, Any], kind: str) -> None:
    assert kinds(version(**changes)) == [kind]


def test_an_inferred_version_that_says_why_is_counted_and_is_no_fault() -> None:
    found = check(book(version(confidence=law.Confidence.MEDIUM, note=WORDS)), (NUMBER,), None)

    assert (found.inferred, found.faults) == (1, ())


def test_a_number_that_was_not_read_is_worth_knowing_since_no_rule_may_use_it() -> None:
    found = check(book(version()), (replace(NUMBER, confidence=law.Confidence.LOW),), None)

    assert found.faults == ()
    assert [remark.kind for remark in found.remarks] == [FaultKind.LOW]


@pytest.mark.parametrize("left_out", range(len(COVERED)))
def test_each_missing_example_is_found(left_out: int) -> None:
    told = COVERED[:left_out] + COVERED[left_out + 1 :]

    assert kinds(version(), told=told) == ["no-example"]


def test_a_missing_example_is_told_with_its_day() -> None:
    (fault,) = check(book(version()), (), COVERED[1:]).faults

    assert fault.sentence.da.endswith("mangler eksempler på: 2019-12-31.")


def test_examples_of_another_scheme_do_not_count_and_those_of_none_do() -> None:
    days = [example.day for example in COVERED]

    assert kinds(version(), told=examples(*days, scheme=law.FLEKSJOB)) == ["no-example"]
    assert kinds(version(), told=examples(*days, scheme=None)) == []


def test_an_example_of_no_rule_and_one_without_a_source_are_found() -> None:
    stray = replace(COVERED[0], topic="nothing")
    bare = replace(COVERED[0], source=None)

    assert kinds(version(), told=[*COVERED, stray, bare]) == ["no-example", "no-source"]


def test_a_folder_without_examples_has_none_to_look_at(tmp_path: Path) -> None:
    assert read_examples(tmp_path) is None
    assert check(law.BOOK, all_numbers(), None).faults == ()
