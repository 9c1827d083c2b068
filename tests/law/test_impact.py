"""What a reform comes to in a case and in many: affected, unaffected, or not judged for want of knowledge."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sammetag.law.answer import Answer, Asked, Book, ChosenBy, Finding, Reason, Source, Topic
from sammetag.law.case_facts import CaseFacts, ReformFacts
from sammetag.law.case_question import CaseQuestion, Lacking
from sammetag.law.impact import Verdict, count, impact
from sammetag.law.reform import WHOLE, Base, Reform, ReformedBook, ReformStatus
from sammetag.law.registry import BOOK
from sammetag.law.schemes import FLEKSJOB, RESSOURCEFORLOEB
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


def test_many_cases_are_counted_by_verdict_by_question_and_by_what_they_lack(under: ReformedBook) -> None:
    cases = [in_flexi_job(hours) for hours in (1, 4, 12, None)]

    found = count(
        [*(impact(case, DAY, under=under, questions=()) for case in cases), None],
    )

    assert found.cases == 5
    assert found.verdicts == {Verdict.AFFECTED: 2, Verdict.UNAFFECTED: 2, Verdict.NOT_JUDGED: 1}
    assert found.by_topic["test.small"][Verdict.AFFECTED] == 2
    assert found.lacks == {"reform.flexi_hours": 1}
