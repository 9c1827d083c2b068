"""The flow of persons: every box is counted by itself, and what does not add up is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sammetag.evaluation.trial.arms import arms_of
from sammetag.evaluation.trial.extract import Extract
from sammetag.evaluation.trial.flow import ArmFlow, Flow, arm_apart, flow_of
from tests.evaluation.trial.simulated import NEW, extract


def flow(found: Extract) -> Flow:
    return flow_of(found, arms_of(found))


@pytest.fixture(scope="module")
def found() -> Extract:
    """A trial of 222 persons drawn, four of them excluded."""
    return extract()


def test_a_trial_whose_boxes_add_up_says_nothing(found: Extract) -> None:
    told = flow(found)

    assert told.disagreements == ()
    assert (told.listed, told.drawn, told.excluded, told.analysed) == (235, 222, 4, 218)
    assert told.refused == (("least_age", 13),)


def test_223_drawn_less_4_excluded_is_not_218() -> None:
    """VIVE19, chapter 8: the flow that was printed lacks one person."""
    printed = ArmFlow("alle", 223, 223, (), 0, (("udelukket", 4),), (), 0, 218)

    (words,) = arm_apart(printed, "Forsøget")

    assert words.en.endswith(
        "4 excluded and 0 without a known outcome leave 219, but 218 are analysed. They differ by 1."
    )
    assert "223 trukket" in words.da


def test_the_person_who_is_missing_is_found_where_the_outcome_is_not_known(found: Extract) -> None:
    lost = found.persons[0].id
    seen = tuple(one for one in found.observations if one.person != lost or one.outcome != "clarification")

    told = flow(replace(found, observations=seen))

    assert told.disagreements == () and told.analysed == 217
    assert [arm.unknown for arm in told.arms if arm.arm == NEW] == [1]


def test_a_draw_that_lacks_a_person_is_named(found: Extract) -> None:
    told = flow(replace(found, persons=found.persons[1:]))

    assert any("Draw 1: 15 were on the list" in words.en for words in told.disagreements)
    assert any("persons whom the extract does not know: 9." in words.en for words in told.disagreements)


def test_a_person_who_stands_twice_is_counted(found: Extract) -> None:
    told = flow(replace(found, persons=(*found.persons, found.persons[0])))

    assert any(
        "Persons who stand in the extract more than once: 1." in words.en for words in told.disagreements
    )


def test_an_outcome_told_twice_for_a_person_is_counted(found: Extract) -> None:
    told = flow(replace(found, observations=(*found.observations, found.observations[0])))

    assert [words.en for words in told.disagreements] == [
        "Outcomes that stand more than once for the same person: 1. The last was used."
    ]


def test_what_was_received_is_told_by_arm(found: Extract) -> None:
    for arm in flow(found).arms:
        others = sum(count for _name, count in arm.received_other)
        assert arm.received + others + arm.received_nothing == arm.drawn == 111
