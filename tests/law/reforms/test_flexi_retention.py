"""A real attempt takes the place of twelve months on special terms; the exceptions of the act stand."""

from __future__ import annotations

from datetime import date

import pytest

from sammetag import law
from sammetag.law.case_facts import CaseFacts, ReformFacts
from sammetag.law.case_question import Lacking
from sammetag.law.case_questions import QUESTIONS
from sammetag.law.flexi_job import retention
from sammetag.law.impact import Verdict, impact
from sammetag.law.reforms.flexi_retention import REFORM
from sammetag.law.schemes import FLEKSJOB, RESSOURCEFORLOEB
from tests.law.reforms.proposals import effect, under


def asked_for(since: date | None) -> law.RetentionFacts:
    """A flexi-job from March 2024 at the workplace where special terms began on that day."""
    return law.RetentionFacts(FLEKSJOB, date(2024, 3, 1), date(2040, 1, 1), since)


DAY = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("since", "tried", "verdict", "lacks"),
    [
        (date(2024, 1, 1), True, Verdict.AFFECTED, ()),
        (date(2024, 1, 1), False, Verdict.UNAFFECTED, ()),
        (date(2024, 1, 1), None, Verdict.NOT_JUDGED, ("reform.employer_tried",)),
        (date(2023, 3, 1), None, Verdict.UNAFFECTED, ()),
        (None, True, Verdict.AFFECTED, ()),
    ],
)
def test_whom_the_act_makes_wait_is_affected_by_an_attempt(
    since: date | None, tried: bool | None, verdict: Verdict, lacks: tuple[str, ...]
) -> None:
    found = effect(
        REFORM,
        "flexi_job.retention",
        DAY,
        scheme=FLEKSJOB,
        retention=asked_for(since),
        reform_facts={"employer_tried": tried},
    )

    assert found is not None
    assert (found.verdict, found.lacks) == (verdict, lacks)


def test_both_answers_are_told_where_they_differ() -> None:
    found = effect(
        REFORM,
        "flexi_job.retention",
        DAY,
        scheme=FLEKSJOB,
        retention=asked_for(None),
        reform_facts={"employer_tried": True},
    )

    assert found is not None
    assert found.before is not None
    assert found.after is not None
    assert "ikke" in found.before.da
    assert "ikke" not in found.after.da


def test_a_case_that_does_not_tell_of_the_workplace_cannot_be_judged() -> None:
    found = effect(REFORM, "flexi_job.retention", DAY, scheme=FLEKSJOB)

    assert found is not None
    assert found.lacks == ("retention",)


def test_another_scheme_is_not_asked_about() -> None:
    assert effect(REFORM, "flexi_job.retention", DAY, scheme=RESSOURCEFORLOEB) is None


def test_the_workplace_is_asked_about_once_and_with_the_attempt() -> None:
    case = CaseFacts(
        id="one", scheme=FLEKSJOB, retention=asked_for(None), reform=ReformFacts(employer_tried=True)
    )

    found = impact(case, DAY, under=under(REFORM), questions=QUESTIONS)

    assert found is not None
    assert [one.verdict for one in found.effects] == [Verdict.AFFECTED]


def test_the_question_of_the_act_alone_does_not_tell_of_the_attempt() -> None:
    with pytest.raises(Lacking) as refused:
        retention(asked_for(None), book=under(REFORM))

    assert refused.value.fields == ("reform.employer_tried",)
