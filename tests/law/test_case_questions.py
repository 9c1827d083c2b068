"""The questions of the law asked of a case: what is told, what is lacking, and that no duty slips away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.answer import Asked, Finding
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion, Lacking
from sammetag.law.case_questions import (
    DUTIES,
    FLEXI_CLOCKS,
    GUARANTEED,
    ILL_FOR_LONG,
    LASTING,
    MENTOR,
    PLANNED,
    QUESTIONS,
    SHARE,
    TALKS,
    TARGETED,
    TEAM_IN_TIME,
)
from sammetag.law.guarantee import GUARANTEE, Guarantee, GuaranteeState
from sammetag.law.reform import WHOLE, Base, Reform, ReformedBook, ReformStatus

START = date(2024, 3, 1)
ON = date(2024, 6, 3)
RES, JOB, FLEX = law.RESSOURCEFORLOEB, law.JOBAFKLARINGSFORLOEB, law.FLEKSJOB
TALKED = law.TalkFacts(RES, START, START, None, (date(2024, 4, 2),))
NOTHING_BEGUN = law.GuaranteeFacts(RES, START, START, None)
NAMES = {question.topic.name for question in QUESTIONS}


def case(scheme: str = RES, **parts: Any) -> CaseFacts:
    return CaseFacts(id="a", scheme=scheme, granted_on=START, starts_on=START, **parts)


def told(question: CaseQuestion, facts: CaseFacts, on: date = ON) -> str:
    answer = question.ask(facts, on, law.BOOK)
    assert answer is not None
    words = question.told(answer.value)
    assert words.en and words.en != words.da
    return words.da


def test_each_question_has_a_name_of_its_own_and_the_duties_are_among_them() -> None:
    assert len(NAMES) == len(QUESTIONS)
    assert set(DUTIES) < set(QUESTIONS)


@pytest.mark.parametrize("scheme", [RES, JOB, FLEX])
def test_a_case_of_which_nothing_is_told_lacks_what_each_question_of_its_scheme_needs(scheme: str) -> None:
    lacking: dict[str, tuple[str, ...]] = {}
    for question in QUESTIONS:
        try:
            assert question.ask(CaseFacts(id="a", scheme=scheme), ON, law.BOOK) is None
        except Lacking as fault:
            assert all(field in fault.sentence.da for field in fault.fields)
            lacking[question.topic.name] = fault.fields
        except law.NotKnown:
            lacking[question.topic.name] = ()
    covered = {name for name in NAMES if any(scheme in one.schemes for one in versions(name))}

    assert set(lacking) >= covered
    assert lacking.get("guarantee") == (("guarantee",) if scheme == RES else None)
    assert lacking.get("programme.length") == (None if scheme == FLEX else ("granted_on", "starts_on"))


def versions(name: str) -> list[law.Version]:
    return [one for one in law.BOOK.versions() if one.topic.name == name]


@pytest.mark.parametrize(
    ("question", "facts", "sentence"),
    [
        (TALKS, case(talks=TALKED), "Borgeren har ret til 3 samtaler mere, senest 31. august 2024."),
        (
            TALKS,
            case(talks=replace(TALKED, held=tuple(date(2024, 4, day) for day in range(1, 5)))),
            "Alle de samtaler, loven kræver til og med 31. august 2024, er holdt.",
        ),
        (GUARANTEED, case(guarantee=NOTHING_BEGUN), "Noget skal være begyndt senest 31. august 2024"),
        (
            PLANNED,
            case(plan=law.PlanFacts(RES, START, START, date(2024, 5, 31), None)),
            "Planen er for kort. Forlæng den til og med 31. august 2024 eller længere.",
        ),
        (
            MENTOR,
            case(mentor=law.MentorFacts(RES, START, START, date(2024, 9, 1))),
            "Mentorperioden er for lang. Den kan højst vare til og med 31. august 2024.",
        ),
        (LASTING, case(), "Forløbet kan højst vare til og med 28. februar 2027."),
        (LASTING, case(ends_on=date(2024, 9, 1)), "fra og med 28. februar 2025 til og med 28. februar 2027"),
        (
            TEAM_IN_TIME,
            case(JOB, team=law.TeamFacts(JOB, START)),
            "Rehabiliteringsteamet skal behandle sagen senest 29. marts 2024.",
        ),
        (
            ILL_FOR_LONG,
            case(JOB, long_term=law.LongTermFacts(JOB, START, None)),
            "senest 1. september 2027.",
        ),
        (
            FLEXI_CLOCKS,
            case(FLEX, flexi_clock=law.FlexiClockFacts(FLEX, START, START, permanent=True)),
            "Næste opfølgning skal være holdt senest 1. september 2026.",
        ),
    ],
)
def test_an_answer_is_told_in_a_sentence(question: CaseQuestion, facts: CaseFacts, sentence: str) -> None:
    assert sentence in told(question, facts)


def test_the_target_group_names_the_conditions_that_decide() -> None:
    unjudged = case(target=law.TargetFacts(scheme=RES, disability_pension=False, earlier=()))
    failing = case(target=law.TargetFacts(scheme=RES, can_develop=False, disability_pension=False))

    assert "mangler at blive vurderet: komplekse problemer" in told(TARGETED, unjudged)
    assert told(TARGETED, failing) == (
        "Borgeren er ikke i målgruppen. Betingelser, der ikke er opfyldt: udviklingsperspektiv."
    )


def test_leave_that_is_not_told_is_warned_of_only_where_it_could_matter() -> None:
    late = case(ends_on=date(2027, 3, 15))
    for facts, warned in ((late, True), (replace(late, leave_days=0), False), (case(), False)):
        answer = LASTING.ask(facts, ON, law.BOOK)
        assert answer is not None
        assert bool(answer.warnings) is warned

    counted = LASTING.ask(replace(late, leave_days=15), ON, law.BOOK)
    assert counted is not None and counted.value.fits is True


def test_once_something_began_in_time_the_last_day_for_it_makes_no_difference() -> None:
    days = (date(2024, 6, 30), date(2024, 8, 15))

    gists = {
        state: {GUARANTEED.gist(Guarantee(day, state)) for day in days}
        for state in (GuaranteeState.STOPPED, GuaranteeState.RUNNING)
    }

    assert [len(found) for found in gists.values()] == [1, 2]


def test_a_question_reaches_a_scheme_that_only_a_reform_brings_it_to() -> None:
    source = law.Source("Forslag", "1", "2025")
    reform = Reform(
        "for-all", law.Words("for alle", "for all"), law.Words("x", "x"), source, ReformStatus.PROPOSED
    )

    @reform.amends(GUARANTEE, part=WHOLE, schemes=(JOB,), first=date(2020, 1, 1), last=None)
    def owed(base: Base[law.Guarantee], facts: Any, asked: Asked) -> Finding[law.Guarantee]:
        return Finding(law.Guarantee(asked.on, law.GuaranteeState.OWED), ())

    facts = case(JOB, guarantee=replace(NOTHING_BEGUN, scheme=JOB))

    assert GUARANTEED.ask(facts, ON, law.BOOK) is None
    answer = GUARANTEED.ask(facts, ON, ReformedBook(law.BOOK, (reform,)))
    assert answer is not None and GUARANTEED.gist(answer.value) == (law.GuaranteeState.OWED, ON)


def test_the_share_of_a_week_without_any_benefit_told_is_not_guessed() -> None:
    spell = law.BenefitSpell(law.Period(START, date(2024, 5, 31)), law.CoveredBenefit.PROGRAMME_BENEFIT)
    facts = case(support=law.SupportHistory((spell,)))

    assert told(SHARE, facts, date(2024, 5, 31)) == (
        "Staten betaler 40 procent af ydelsen den dag, og kommunen resten."
    )
    with pytest.raises(law.LawError) as caught:
        SHARE.ask(facts, date(2024, 6, 3), law.BOOK)
    assert "Skriv ydelsen i support.benefits." in caught.value.sentence.da


DAYS = st.integers(0, 900).map(lambda days: START + timedelta(days=days))
SOME_DAYS = st.lists(DAYS, max_size=5).map(tuple)


@st.composite
def cases(draw: st.DrawFn) -> CaseFacts:
    """Cases of each scheme with every part that a duty of theirs needs."""
    scheme = draw(st.sampled_from([RES, JOB, FLEX]))
    ends = draw(st.none() | DAYS)
    efforts = [
        law.Effort(draw(st.sampled_from(law.EffortKind)), day, draw(st.booleans())) for day in draw(SOME_DAYS)
    ]
    reliefs = [law.Relief(draw(st.sampled_from(law.ReliefKind)), day) for day in draw(SOME_DAYS)[:1]]
    fixed, since = draw(DAYS), draw(DAYS)
    plan_ends = None if ends is None else max(ends, fixed)
    long_term = law.LongTermFacts(scheme, START, draw(st.none() | st.booleans()), draw(st.none() | DAYS))
    return CaseFacts(
        id="a",
        scheme=scheme,
        granted_on=START,
        starts_on=START,
        ends_on=ends,
        talks=law.TalkFacts(scheme, START, START, ends, draw(SOME_DAYS)),
        guarantee=law.GuaranteeFacts(
            scheme, START, START, ends, tuple(efforts), (), tuple(reliefs), draw(st.none() | DAYS)
        ),
        plan=law.PlanFacts(scheme, START, fixed, draw(st.none() | st.just(fixed)), plan_ends),
        mentor=law.MentorFacts(scheme, START, since, draw(st.none() | st.just(since))),
        team=law.TeamFacts(scheme, START, treated_on=draw(st.none() | DAYS)),
        long_term=long_term,
        flexi_clock=law.FlexiClockFacts(
            scheme, START, START, draw(st.booleans()), draw(SOME_DAYS), draw(st.none() | DAYS)
        ),
    )


TWO_DAYS = st.tuples(DAYS, DAYS).map(sorted)


def answered(question: CaseQuestion, facts: CaseFacts, on: date) -> law.Answer[Any] | law.LawError | None:
    try:
        return question.ask(facts, on, law.BOOK)
    except law.LawError as fault:
        return fault


@given(cases(), TWO_DAYS)
def test_a_later_day_answers_every_duty_or_says_why_not(facts: CaseFacts, days: list[date]) -> None:
    first, later = days
    for question in DUTIES:
        before, after = answered(question, facts, first), answered(question, facts, later)
        assert (before is None) == (after is None), question.topic.name
        if isinstance(after, law.LawError):
            assert after.sentence.da and after.sentence.en
        if isinstance(after, law.Answer):
            assert question.told(after.value).da and after.reasons


@given(cases(), TWO_DAYS)
def test_a_talk_that_is_missing_stays_so_until_it_is_held_or_its_time_is_over(
    facts: CaseFacts, days: list[date]
) -> None:
    first, later = days
    before, after = answered(TALKS, facts, first), answered(TALKS, facts, later)
    if not isinstance(before, law.Answer) or not isinstance(after, law.Answer) or facts.talks is None:
        return
    held = sum(first < day <= later for day in facts.talks.held)
    same_window = after.value.window == before.value.window
    assert same_window or later > before.value.window.last
    assert not same_window or before.value.missing - after.value.missing <= held


@given(cases(), TWO_DAYS)
def test_a_case_owed_to_the_team_stays_so_until_it_was_there_or_is_relieved(
    facts: CaseFacts, days: list[date]
) -> None:
    first, later = days
    before, after = answered(GUARANTEED, facts, first), answered(GUARANTEED, facts, later)
    if not isinstance(before, law.Answer) or not isinstance(after, law.Answer) or facts.guarantee is None:
        return
    if before.value.state is not law.GuaranteeState.OWED:
        return
    between = law.Period(first, later)
    relieved = any(between.contains(relief.on) for relief in facts.guarantee.reliefs)
    again = facts.guarantee.resubmitted_on is not None and between.contains(facts.guarantee.resubmitted_on)
    kept = after.value.state is law.GuaranteeState.OWED
    assert kept or relieved or (again and after.value.state is law.GuaranteeState.RESUBMITTED)


@given(cases(), TWO_DAYS)
def test_limits_that_go_by_a_day_of_their_own_do_not_move_with_the_day_asked_about(
    facts: CaseFacts, days: list[date]
) -> None:
    for question in (PLANNED, MENTOR, LASTING, TEAM_IN_TIME):
        before, after = (answered(question, facts, day) for day in days)
        if isinstance(before, law.Answer):
            assert isinstance(after, law.Answer)
            assert question.gist(before.value) == question.gist(after.value)


@given(cases(), TWO_DAYS)
def test_the_clock_of_a_flexi_job_moves_only_by_a_follow_up(facts: CaseFacts, days: list[date]) -> None:
    before, after = (answered(FLEXI_CLOCKS, facts, day) for day in days)
    if not isinstance(before, law.Answer) or not isinstance(after, law.Answer) or facts.flexi_clock is None:
        return
    followed_up = any(days[0] < day <= days[1] for day in facts.flexi_clock.followed_up)
    assert after.value.follow_up_due == before.value.follow_up_due or followed_up
    assert after.value.status_due == before.value.status_due
    assert after.value.stays or not before.value.stays
