"""What a case tells the law of itself, and what nobody wrote down."""

from __future__ import annotations

from datetime import date

import pytest

from sammetag.duties.facts import CaseFacts, MentorGranted
from sammetag.duties.for_law import as_law_asks
from sammetag.interventions.models import Intervention, Stretch
from sammetag.law import case_facts as law
from tests.duties.cases import CASE, END, GRANTED, case, given_to, talk

TODAY = date(2025, 6, 2)
BORN = date(1985, 3, 10)


def asked(facts: CaseFacts) -> law.CaseFacts:
    return as_law_asks(facts, BORN, TODAY, coordinator_cases=42)


def test_the_programme_the_birth_and_the_talks_are_told() -> None:
    told = asked(case(talk(GRANTED)))

    assert (told.id, told.scheme, told.granted_on, told.ends_on) == (
        str(CASE),
        "jobafklaringsforloeb",
        GRANTED,
        END,
    )
    assert told.target is not None and told.target.born_on == BORN
    assert told.talks is not None and told.talks.held == (GRANTED,)
    assert told.reform.coordinator_cases == 42


def test_what_nobody_recommended_in_writing_is_not_known() -> None:
    told = asked(case(given=(given_to("running", GRANTED, chapter=11),))).reform

    assert told.company_recommended is None
    assert told.social_recommended is None
    assert told.social_granted is None
    assert told.doubts_health_fit is None


def test_a_recommendation_without_a_company_is_a_no_to_one() -> None:
    told = asked(case(given=(given_to("recommended", GRANTED, field="social"),))).reform

    assert told.company_recommended is False
    assert told.social_recommended is True
    assert told.social_granted is False
    assert told.health_recommended is False
    assert told.health_granted is None


def test_an_internship_that_runs_is_an_offer_with_a_company_and_one_that_is_over_is_not() -> None:
    running = asked(case(given=(given_to("running", GRANTED, chapter=11),))).reform
    over = asked(case(given=(given_to("running", GRANTED, GRANTED, chapter=11),))).reform

    assert (running.in_offer, running.in_internship) == (True, True)
    assert (over.in_offer, over.in_internship) == (False, False)


@pytest.mark.parametrize("state", ["planned", "waiting", "paused"])
def test_an_offer_that_is_agreed_waits_or_pauses_is_one_that_the_citizen_is_in_or_about_to_begin(
    state: str,
) -> None:
    told = asked(case(given=(given_to(state, GRANTED, chapter=11),))).reform

    assert (told.in_offer, told.in_internship) == (True, False)


@pytest.mark.parametrize(("ended_on", "about_to_begin"), [(None, True), (TODAY, False)], ids=str)
def test_what_is_agreed_for_a_day_to_come_is_about_to_begin_unless_it_never_came(
    ended_on: date | None, about_to_begin: bool
) -> None:
    later = date(2025, 9, 1)

    told = asked(case(given=(given_to("planned", later, chapter=14, ended_on=ended_on),))).reform

    assert told.in_offer is about_to_begin


def test_what_is_only_recommended_or_no_offer_of_the_act_is_no_offer_to_doubt() -> None:
    given = (given_to("recommended", GRANTED, chapter=11), given_to("running", GRANTED, field="social"))

    assert asked(case(given=given)).reform.in_offer is False


@pytest.mark.parametrize(
    ("since_then", "granted"),
    [(None, False), ("planned", None), ("waiting", None), ("running", True), ("paused", None)],
)
def test_what_was_recommended_is_granted_once_it_has_begun_and_else_not_known(
    since_then: str | None, granted: bool | None
) -> None:
    one = given_to("recommended", GRANTED, date(2025, 4, 1), field="health")
    if since_then:
        add_part(one, since_then, date(2025, 4, 2))

    assert asked(case(given=(one,))).reform.health_granted is granted


def test_one_recommended_effort_that_waits_leaves_it_open_whether_all_were_granted() -> None:
    begun, waits, none = (given_to("recommended", GRANTED, GRANTED, field="social") for _ in range(3))
    add_part(begun, "running", date(2025, 4, 1))
    add_part(waits, "waiting", date(2025, 4, 1))

    assert asked(case(given=(begun, waits))).reform.social_granted is None
    assert asked(case(given=(begun, waits, none))).reform.social_granted is False


def add_part(one: Intervention, state: str, since: date) -> None:
    """What the intervention went on to be."""
    parts: list[Stretch] = one._prefetched_objects_cache["stretches"]  # type: ignore[attr-defined]
    parts.append(Stretch(intervention=one, state=state, since=since))


def test_of_several_mentor_periods_the_one_that_reaches_farthest_is_asked_about() -> None:
    periods = tuple(
        MentorGranted(CASE, since, until)
        for since, until in (
            (GRANTED, date(2025, 5, 1)),
            (date(2025, 5, 2), date(2025, 10, 1)),
            (date(2025, 12, 1), date(2026, 3, 1)),
        )
    )

    told = asked(case(mentors=periods)).mentor

    assert told is not None
    assert (told.since, told.until) == (date(2025, 5, 2), date(2025, 10, 1))
