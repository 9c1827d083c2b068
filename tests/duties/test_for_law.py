"""What a case tells the law of itself, and what nobody wrote down."""

from __future__ import annotations

from datetime import date

from sammetag.duties.facts import CaseFacts, MentorGranted
from sammetag.duties.for_law import as_law_asks
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
