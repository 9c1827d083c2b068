"""The cohort from Copenhagen counts as the report prints it, table by table; what is printed stands here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from sammetag.evaluation.trial.extract import Extract, PersonDrawn, as_text, extract_from
from sammetag.evaluation.trial.outcomes import indicator
from sammetag.studies.cohort import SWAPPED, cohort

INTERVENTION, CONTROL = "intervention", "control"
EACH, BOTH = 109, 218
# Appendix 1: day, intervention, control.
APPENDIX = (
    (date(2017, 1, 16), 7, 6),
    (date(2017, 1, 30), 14, 14),
    (date(2017, 2, 13), 14, 15),
    (date(2017, 2, 27), 13, 14),
    (date(2017, 3, 13), 8, 8),
    (date(2017, 3, 27), 8, 8),
    (date(2017, 4, 6), 7, 7),
    (date(2017, 4, 24), 5, 5),
    (date(2017, 5, 8), 9, 9),
    (date(2017, 5, 22), 10, 9),
    (date(2017, 6, 2), 2, 2),
    (date(2017, 6, 19), 8, 8),
    (date(2017, 8, 15), 4, 4),
)


@pytest.fixture(scope="module")
def trial() -> Extract:
    return cohort()


def by_arm(trial: Extract, value: Callable[[PersonDrawn], object]) -> dict[object, tuple[int, int]]:
    """How many of the intervention and of the control group, as received, have each value."""
    found = Counter((value(one), one.received) for one in trial.persons)
    values = {one for one, _arm in found}
    return {one: (found[one, INTERVENTION], found[one, CONTROL]) for one in values}


def observed(trial: Extract, outcome: str) -> dict[object, tuple[int, int]]:
    """The same for an outcome: its value where it has one, else whether it came."""
    seen = {one.person: one for one in trial.observations if one.outcome == outcome}
    return by_arm(
        trial,
        lambda one: seen[one.id].cause if seen[one.id].value is None else seen[one.id].value,
    )


def test_table_8_1_women_and_men(trial: Extract) -> None:
    assert by_arm(trial, lambda one: one.sex) == {"F": (66, 67), "M": (43, 42)}


def test_table_8_2_age(trial: Extract) -> None:
    assert by_arm(trial, lambda one: one.age_group) == {
        "30-39": (10, 21),
        "40-49": (45, 39),
        "50-59": (50, 44),
        "60+": (4, 5),
    }


def test_table_8_3_clarification(trial: Extract) -> None:
    assert observed(trial, "clarification") == {1: (25, 15), 0: (84, 94)}


def test_table_8_4_support_at_the_end(trial: Extract) -> None:
    labels = indicator("support")
    assert labels is not None and [one.en for one in labels.labels] == [
        "the labour market",
        "disability pension",
        "programme or cash benefit",
    ]
    assert observed(trial, "support") == {0: (7, 5), 1: (18, 10), 2: (84, 94)}


def test_table_8_5_programmes_that_have_ended(trial: Extract) -> None:
    assert observed(trial, "completion") == {1: (31, 26), 0: (78, 83)}


def test_table_8_6_company_placements(trial: Extract) -> None:
    assert observed(trial, "company-placement") == {1: (65, 55), 0: (44, 54)}


def test_table_8_7_sanctions(trial: Extract) -> None:
    assert observed(trial, "sanctions") == {0: (91, 89), 1: (11, 12), 2: (7, 8)}


def test_table_8_8_complaints_and_its_note_on_more_than_one(trial: Extract) -> None:
    found = observed(trial, "complaints")

    assert found[0] == (106, 95)
    assert (found[1][0] + found[2][0], found[1][1] + found[2][1]) == (3, 14)
    assert found[2] == (1, 4)


def test_appendix_1_each_draw(trial: Extract) -> None:
    assert [one.on for one in trial.draws] == [day for day, *_ in APPENDIX]
    printed = {day: (ours, theirs) for day, ours, theirs in APPENDIX}
    assert by_arm(trial, lambda one: one.entered_on) == printed
    assert sum(ours for _day, ours, _theirs in APPENDIX) == EACH
    assert len(trial.persons) == BOTH


def test_figure_8_1_the_printed_flow_lacks_one_person_and_the_trial_says_so(trial: Extract) -> None:
    printed_as_drawn, printed_as_excluded = 223, 4
    listed = sum(one.listed for one in trial.draws)

    assert listed - len(trial.persons) == printed_as_excluded
    assert printed_as_drawn - printed_as_excluded - len(trial.persons) == 1
    assert any("223" in one.words for one in trial.deviations if one.kind == "other")


def test_three_draws_were_swapped_to_the_last_person_and_no_other(trial: Extract) -> None:
    otherwise = Counter(one.entered_on for one in trial.persons if one.drawn != one.received)
    drawn = Counter(one.entered_on for one in trial.persons)

    assert otherwise == {day: drawn[day] for day in SWAPPED}
    assert {one.on for one in trial.deviations if one.kind == "swap"} == set(SWAPPED)


def test_each_draw_was_even_to_within_one_as_drawn(trial: Extract) -> None:
    for one in trial.draws:
        arms = [person.drawn for person in trial.persons if person.draw == one.number]
        assert abs(arms.count(INTERVENTION) - arms.count(CONTROL)) <= 1


def test_nine_moved_away_two_of_the_intervention_and_seven_of_the_control_group(trial: Extract) -> None:
    assert by_arm(trial, lambda one: one.left)["moved"] == (2, 7)
    told = {one.person for one in trial.deviations if one.kind == "moved"}
    assert told == {one.id for one in trial.persons if one.left == "moved"}


def test_table_2_1_interviews(trial: Extract) -> None:
    def held(arm: str, year: str) -> int:
        return sum(one.held for one in trial.interviews if (one.arm, one.round) == (arm, year))

    columns = ((INTERVENTION, "2017"), (INTERVENTION, "2018"), (CONTROL, "2016"), (CONTROL, "2018"))
    assert [held(*column) for column in columns] == [7, 13, 2, 16]
    citizens = [one for one in trial.interviews if one.role == "Borger"]
    assert [(one.agreed, one.held) for one in citizens] == [(6, 3), (11, 11)]


def test_only_the_joint_meetings_were_never_put_into_practice(trial: Extract) -> None:
    never = [
        element.title
        for element in trial.theory
        if not any(one.arm == INTERVENTION and one.state in ("practised", "partly") for one in element.rounds)
    ]
    assert never == ["Faste møder om hver borger"]


def test_every_name_of_an_outcome_and_an_indicator_is_known(trial: Extract) -> None:
    names = {one.outcome for one in trial.observations} | {one.indicator for one in trial.protocol.outcomes}
    names |= {one.indicator for one in trial.theory if one.indicator}
    assert all(indicator(name) for name in names)


def test_it_comes_back_from_its_text_as_it_was(trial: Extract) -> None:
    assert extract_from(as_text(trial)) == trial
