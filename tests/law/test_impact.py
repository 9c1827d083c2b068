"""What a reform comes to in a case and in many: affected, unaffected, or not judged for want of knowledge."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.law.answer import (
    Answer,
    Asked,
    Book,
    ChosenBy,
    Confidence,
    Finding,
    Reason,
    Source,
    Topic,
)
from sammetag.law.case_facts import CaseFacts, CaseloadKind, ReformFacts
from sammetag.law.case_question import CaseQuestion, Lacking
from sammetag.law.case_questions import QUESTIONS
from sammetag.law.guarantee import Effort, EffortKind, GuaranteeFacts
from sammetag.law.impact import Effect, Verdict, count, impact
from sammetag.law.period import Period
from sammetag.law.reform import WHOLE, Base, Reform, ReformedBook, ReformStatus
from sammetag.law.reforms import reform_named
from sammetag.law.registry import BOOK
from sammetag.law.schemes import FLEKSJOB, JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.law.target_group_facts import TargetFacts
from sammetag.words import Words

FIRST, DAY = date(2013, 1, 1), date(2026, 11, 1)
SMALL = Topic("test.small", Words("små fleksjob", "small flexi-jobs"), ChosenBy.DAY)
GROWS = Words("Timerne skal vokse.", "The hours must grow.")
NOTHING = Words("Der følger intet.", "Nothing follows.")
WHY = Reason(Words("Under fem timer.", "Below five hours."))


def ask(case: CaseFacts, on: date, book: Book) -> Answer[Any] | None:
    if case.scheme != FLEKSJOB:
        return None
    if case.reform.flexi_hours is None:
        raise Lacking("reform.flexi_hours")
    return book.ask(SMALL, case.reform.flexi_hours, scheme=FLEKSJOB, granted_on=on, on=on)


@pytest.fixture
def under() -> ReformedBook:
    """The law with one reform: below five hours a week, the hours of a flexi-job must grow."""
    reform = Reform(
        "small", Words("Små", "Small"), GROWS, Source("DS", "forslag 3", "notat"), ReformStatus.PROPOSED
    )

    @reform.amends(SMALL, part=WHOLE, schemes=(FLEKSJOB,), first=FIRST, last=None)
    def must_grow(base: Base[bool], hours: int, asked: Asked) -> Finding[bool]:
        return Finding(hours < 5, (WHY,))

    reform.questions.append(
        CaseQuestion(SMALL, ask, gist=lambda grows: grows, told=lambda grows: GROWS if grows else NOTHING)
    )
    return ReformedBook(BOOK, (reform,))


def in_flexi_job(hours: int | None) -> CaseFacts:
    return CaseFacts(id=f"with {hours}", scheme=FLEKSJOB, reform=ReformFacts(flexi_hours=hours))


def test_a_case_that_a_new_rule_demands_something_of_is_affected_and_told_why(under: ReformedBook) -> None:
    found = impact(in_flexi_job(4), DAY, under=under, questions=())

    assert found is not None
    assert found.verdict is Verdict.AFFECTED
    assert found.effects[0].after == GROWS
    assert found.effects[0].before is None
    assert found.effects[0].reasons == (WHY,)


def test_a_case_from_which_nothing_new_follows_is_unaffected(under: ReformedBook) -> None:
    found = impact(in_flexi_job(12), DAY, under=under, questions=())

    assert found is not None
    assert found.verdict is Verdict.UNAFFECTED


def test_a_case_that_does_not_tell_enough_is_not_judged_and_names_the_field(under: ReformedBook) -> None:
    found = impact(in_flexi_job(None), DAY, under=under, questions=())

    assert found is not None
    assert found.verdict is Verdict.NOT_JUDGED
    assert found.effects[0].lacks == ("reform.flexi_hours",)
    assert found.effects[0].why_not is not None
    assert "reform.flexi_hours" in found.effects[0].why_not.da


def test_a_case_of_another_kind_is_not_asked(under: ReformedBook) -> None:
    case = CaseFacts(id="another", scheme=RESSOURCEFORLOEB)

    assert impact(case, DAY, under=under, questions=()) is None


def test_many_cases_are_counted_by_verdict_and_by_what_they_lack(under: ReformedBook) -> None:
    cases = [in_flexi_job(hours) for hours in (1, 4, 12, None)]

    found = count(
        [*(impact(case, DAY, under=under, questions=()) for case in cases), None],
    )

    assert found.cases == 5
    assert found.verdicts == {Verdict.AFFECTED: 2, Verdict.UNAFFECTED: 2, Verdict.NOT_JUDGED: 1}
    assert found.lacks == {"reform.flexi_hours": 1}
    assert found.why_not == {}


def effects(name: str, case: CaseFacts, on: date) -> tuple[Effect, ...]:
    """What one reform does to each question of a case that it is about."""
    found = impact(case, on, under=ReformedBook(BOOK, (reform_named(name),)), questions=QUESTIONS)
    return found.effects if found else ()


def to_be_judged(born_on: date | None, **known: bool) -> CaseFacts:
    target = TargetFacts(scheme=RESSOURCEFORLOEB, born_on=born_on, **known)  # type: ignore[arg-type]
    return CaseFacts(id="one", scheme=RESSOURCEFORLOEB, born_on=born_on, target=target)


@pytest.mark.parametrize("how", ["proposed", "enacted"])
@pytest.mark.parametrize("on", [date(2018, 9, 3), date(2025, 9, 1)], ids=str)
def test_the_years_to_the_pension_age_are_nothing_to_a_citizen_born_in_1988(how: str, on: date) -> None:
    (found,) = effects(f"years-to-pension-as-{how}", to_be_judged(date(1988, 5, 17)), on)

    assert found.verdict is Verdict.UNAFFECTED
    assert found.lacks == ()


def test_what_the_law_asks_in_the_same_words_is_unaffected_though_nothing_is_known() -> None:
    (found,) = effects("years-to-pension-as-proposed", to_be_judged(None), date(2025, 9, 1))

    assert found.verdict is Verdict.UNAFFECTED


def test_near_the_pension_age_before_2022_the_wish_decides_and_is_lacking() -> None:
    (found,) = effects("years-to-pension-as-proposed", to_be_judged(date(1955, 3, 1)), date(2018, 9, 3))

    assert found.verdict is Verdict.NOT_JUDGED
    assert "target.own_wish" in found.lacks
    assert found.why_not is not None
    assert "år til folkepensionsalderen" in found.why_not.da


def test_a_condition_in_other_words_is_not_judged_and_names_what_settles_each_open_one() -> None:
    known = {"complex_problems": True, "can_develop": True, "disability_pension": False}
    case = to_be_judged(date(1988, 5, 17), **known)

    (found,) = effects("ds-8-earlier-programme", case, date(2025, 9, 1))

    assert found.verdict is Verdict.NOT_JUDGED
    assert set(found.lacks) == {
        *("target.unsolved", "target.combined_effort", "target.ruled_out"),
        *("target.long_support", "target.tried_in_vain", "target.long_effort"),
    }


def test_where_the_act_s_own_grounds_fail_those_of_the_proposal_are_lacking() -> None:
    grounds = {"long_support": False, "tried_in_vain": False, "long_effort": False}
    met = {"complex_problems": True, "unsolved": True, "combined_effort": True, "can_develop": True}
    case = to_be_judged(date(1988, 5, 17), ruled_out=False, disability_pension=False, **grounds, **met)

    (found,) = effects("ds-8-earlier-programme", case, date(2025, 9, 1))

    assert found.verdict is Verdict.NOT_JUDGED
    assert found.lacks == ("reform.on_public_support", "reform.offers_considered")


def test_a_scheme_that_the_reform_does_not_name_is_not_asked_about() -> None:
    target = TargetFacts(scheme=JOBAFKLARINGSFORLOEB, born_on=date(1955, 3, 1))
    case = CaseFacts(id="one", scheme=JOBAFKLARINGSFORLOEB, target=target)

    assert effects("years-to-pension-as-proposed", case, date(2025, 9, 1)) == ()


def with_exempt_days(*efforts: Effort) -> CaseFacts:
    """A programme from March 2025 in which two weeks in June do not count by the law, but by the proposal."""
    start, exempt = date(2025, 3, 3), (Period(date(2025, 6, 2), date(2025, 6, 15)),)
    facts = GuaranteeFacts(RESSOURCEFORLOEB, start, start, None, efforts, exempt)
    return CaseFacts(id="one", scheme=RESSOURCEFORLOEB, granted_on=start, starts_on=start, guarantee=facts)


def test_where_something_has_begun_in_time_another_limit_makes_no_difference() -> None:
    begun = Effort(EffortKind.SOCIAL, date(2025, 4, 1), in_plan=True)

    (met,) = effects("guarantee-as-proposed", with_exempt_days(begun), date(2025, 7, 1))
    (running,) = effects("guarantee-as-proposed", with_exempt_days(), date(2025, 7, 1))

    assert met.verdict is Verdict.UNAFFECTED
    assert running.verdict is Verdict.AFFECTED


def test_an_effect_carries_the_version_that_says_what_is_our_reading() -> None:
    told = ReformFacts(coordinator_cases=70, caseload_kind=CaseloadKind.ADULT)
    case = CaseFacts(id="one", scheme=RESSOURCEFORLOEB, reform=told)

    (found,) = effects("ds-11-caseload-ceiling", case, DAY)

    assert found.version is not None and found.version.note is not None
    assert "vores læsning" in found.version.note.da
    assert found.version.confidence is Confidence.MEDIUM


def test_what_no_fact_of_the_case_would_settle_is_counted_by_why() -> None:
    educated = CaseFacts(
        id="one",
        scheme="kontanthjaelp",
        reform=ReformFacts(has_vocational_education=True, wants_education=True),
    )
    under = ReformedBook(BOOK, (reform_named("ds-6-education"),))

    found = count([impact(educated, DAY, under=under, questions=QUESTIONS)] * 2)

    assert found.lacks == {}
    ((why, number),) = found.why_not.items()
    assert number == 2
    assert "er ikke læst" in why.da


YES_NO = (
    *("complex_problems", "unsolved", "combined_effort", "long_support", "tried_in_vain", "long_effort"),
    *("pointless", "can_develop", "ruled_out", "own_wish", "disability_pension"),
)
PARTLY_KNOWN = st.fixed_dictionaries(
    {name: st.sampled_from([True, True, False, None]) for name in YES_NO}
    | {"born_on": st.none() | st.dates(date(1948, 1, 1), date(1995, 12, 31))}
    | {"earlier": st.none() | st.just(())}
)
FOUND_OUT = st.fixed_dictionaries(
    {name: st.booleans() for name in YES_NO}
    | {"born_on": st.dates(date(1948, 1, 1), date(1995, 12, 31)), "earlier": st.just(())}
)


@pytest.mark.parametrize(
    "name", ["years-to-pension-as-proposed", "years-to-pension-as-enacted", "ds-8-earlier-programme"]
)
@given(known=PARTLY_KNOWN, learnt=FOUND_OUT, on=st.dates(date(2013, 1, 1), date(2026, 1, 31)))
def test_whoever_is_unaffected_stays_so_whatever_is_found_out(
    name: str, known: dict[str, Any], learnt: dict[str, Any], on: date
) -> None:
    def verdict(facts: dict[str, Any]) -> Verdict:
        target = TargetFacts(scheme=RESSOURCEFORLOEB, **facts)
        (found,) = effects(name, CaseFacts(id="one", scheme=RESSOURCEFORLOEB, target=target), on)
        return found.verdict

    told = {fact: value for fact, value in known.items() if value is not None}

    assert verdict(known) is not Verdict.UNAFFECTED or verdict({**learnt, **told}) is not Verdict.AFFECTED
