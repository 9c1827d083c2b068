"""Who can be drawn, and every reason why somebody cannot, counted by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sammetag.evaluation.trial.eligibility import Candidate, Condition, Eligibility, condition_title, why_not

ON = date(2026, 11, 22)
ANYBODY = Candidate(date(1990, 11, 22), "jobafklaringsforloeb", date(2026, 10, 1), "north")
STRICT = Eligibility(
    least_age=30,
    most_age=60,
    schemes=("jobafklaringsforloeb",),
    granted_from=date(2026, 9, 1),
    granted_until=date(2026, 12, 31),
    units=("north",),
    vouched=("Borgeren har sagt ja.",),
)
WHOLE = replace(ANYBODY, vouched=frozenset(STRICT.vouched))


def test_whoever_meets_every_condition_can_be_drawn() -> None:
    assert why_not(WHOLE, STRICT, ON) == ()


def test_where_nothing_is_asked_a_running_programme_is_enough() -> None:
    assert why_not(ANYBODY, Eligibility(), ON) == ()


@pytest.mark.parametrize(
    ("condition", "otherwise"),
    [
        (Condition.LEAST_AGE, {"born_on": date(1996, 11, 23)}),
        (Condition.MOST_AGE, {"born_on": date(1965, 11, 22)}),
        (Condition.PROGRAMME, {"scheme": None, "granted_on": None}),
        (Condition.SCHEME, {"scheme": "ressourceforloeb"}),
        (Condition.GRANTED_FROM, {"granted_on": date(2026, 8, 31)}),
        (Condition.GRANTED_UNTIL, {"granted_on": date(2027, 1, 1)}),
        (Condition.UNIT, {"unit": "south"}),
        (Condition.ONCE, {"drawn_on": date(2026, 11, 1)}),
        (Condition.ONCE, {"listed_before": True}),
        (Condition.OTHER_TRIAL, {"in_other_trial": True}),
        (Condition.VOUCHED, {"vouched": frozenset()}),
    ],
)
def test_each_condition_that_fails_is_named(condition: Condition, otherwise: dict[str, object]) -> None:
    refusals = why_not(replace(WHOLE, **otherwise), STRICT, ON)  # type: ignore[arg-type]

    assert [one.condition for one in refusals] == [condition]


def test_every_condition_that_fails_is_told_the_first_of_them_first() -> None:
    refusals = why_not(replace(ANYBODY, unit="south"), replace(STRICT, least_age=40), ON)

    assert [one.condition for one in refusals] == [Condition.LEAST_AGE, Condition.UNIT, Condition.VOUCHED]
    assert refusals[0].words.en == "Is 36 years old and must be at least 40."


def test_a_condition_is_called_something_and_an_unknown_one_by_its_key() -> None:
    assert condition_title("least_age").da == "for ung"
    assert condition_title("from-elsewhere").da == "from-elsewhere"
