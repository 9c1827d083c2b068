"""What the guarantee is told of a case: what each intervention is to the law, and when it began."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from sammetag.cases.models import Programme
from sammetag.interventions.guarantee_facts import effort_kind, guarantee_facts
from sammetag.interventions.models import Exemption, GuaranteeAnswer, Intervention, Kind, Stretch
from sammetag.law.guarantee import Effort, EffortKind, GuaranteeState, Relief, ReliefKind, guarantee
from sammetag.law.period import Period
from sammetag.people.models import Field

GRANTED, FEB, MARCH, LATE = date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1), date(2025, 9, 1)
PROGRAMME = Programme(
    scheme="ressourceforloeb", granted_on=GRANTED, starts_on=GRANTED, granted_until=date(2027, 12, 31)
)


def given(
    field: Field = Field.SOCIAL, *stretches: tuple[str, date], in_plan: bool = True, **more: Any
) -> Any:
    """An intervention of a field, running from February where nothing else is said."""
    one: Any = Intervention(field=field, sub_goal_id=uuid4() if in_plan else None, **more)
    rows = stretches or (("running", FEB),)
    one._prefetched_objects_cache = {
        "stretches": [Stretch(intervention=one, state=state, since=since) for state, since in rows]
    }
    return one


def facts(
    *interventions: Any, exempt: tuple[Exemption, ...] = (), answer: GuaranteeAnswer | None = None
) -> Any:
    return guarantee_facts(PROGRAMME, interventions, exempt, answer)


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (given(Field.EMPLOYMENT, chapter=11), EffortKind.LAB_11),
        (given(Field.EDUCATION, chapter=14), EffortKind.LAB_14),
        (given(Field.EMPLOYMENT, chapter=13), EffortKind.LAB_13),
        (given(Field.EMPLOYMENT), EffortKind.OTHER),
        (given(Field.SOCIAL), EffortKind.SOCIAL),
        (given(Field.HEALTH), EffortKind.MUNICIPAL_HEALTH),
        (given(Field.TREATMENT), EffortKind.TREATMENT),
        (given(Field.SOCIAL, mentor=True), EffortKind.MENTOR),
        (given(Field.EMPLOYMENT, chapter=14, mentor=True), EffortKind.MENTOR),
    ],
    ids=lambda value: str(getattr(value, "field", value)),
)
def test_each_intervention_is_something_to_the_law(one: Any, kind: EffortKind) -> None:
    assert effort_kind(one) is kind


def test_it_began_on_the_first_day_it_ran() -> None:
    one = given(Field.SOCIAL, ("waiting", GRANTED), ("running", FEB), ("paused", MARCH), ("running", LATE))

    assert facts(one).efforts == (Effort(EffortKind.SOCIAL, FEB, in_plan=True),)


def test_what_never_ran_is_no_effort() -> None:
    ended = given(Field.SOCIAL, ("waiting", GRANTED), ("running", LATE), ended_on=FEB)

    assert facts(given(Field.SOCIAL, ("waiting", GRANTED)), ended).efforts == ()


def test_without_a_sub_goal_it_is_not_in_the_plan() -> None:
    assert not facts(given(in_plan=False)).efforts[0].in_plan


@pytest.mark.parametrize(
    ("kind", "relief"),
    [
        (Kind.PAID_HOURS, ReliefKind.ORDINARY_HOURS),
        (Kind.DISABILITY_WAGE_SUBSIDY, ReliefKind.HANDICAP_WAGE_SUBSIDY),
        (Kind.STU, ReliefKind.STU),
    ],
)
def test_some_kinds_relieve_and_are_no_effort(kind: Kind, relief: ReliefKind) -> None:
    told = facts(given(Field.EMPLOYMENT, kind=kind))

    assert (told.efforts, told.reliefs) == ((), (Relief(relief, FEB),))


def test_wage_subsidy_under_the_employment_act_is_an_effort_too() -> None:
    told = facts(given(Field.EMPLOYMENT, kind=Kind.DISABILITY_WAGE_SUBSIDY, chapter=12))

    assert [one.kind for one in told.efforts] == [EffortKind.LAB_12]


def test_exempt_periods_and_answers_are_told() -> None:
    exempt = (Exemption(since=FEB, until=MARCH), Exemption(since=LATE, until=None))
    team = GuaranteeAnswer(resubmitted=True, answered_on=LATE)
    reasons = GuaranteeAnswer(resubmitted=False, answered_on=LATE)

    told = facts(exempt=exempt, answer=team)

    assert told.exempt == (Period(FEB, MARCH), Period(LATE, None))
    assert (told.resubmitted_on, told.reliefs) == (LATE, ())
    assert facts(answer=reasons).reliefs == (Relief(ReliefKind.SPECIAL_REASONS, LATE),)
    assert facts(answer=reasons).resubmitted_on is None


@pytest.mark.parametrize(
    ("interventions", "state"),
    [
        ([given(Field.SOCIAL)], GuaranteeState.STOPPED),
        ([given(Field.SOCIAL, in_plan=False)], GuaranteeState.OWED),
        ([given(Field.SOCIAL, mentor=True)], GuaranteeState.OWED),
        ([given(Field.TREATMENT)], GuaranteeState.OWED),
        ([given(Field.SOCIAL, ("running", LATE))], GuaranteeState.OWED),
        ([given(Field.EMPLOYMENT, kind=Kind.PAID_HOURS)], GuaranteeState.RELIEVED),
        ([], GuaranteeState.OWED),
    ],
)
def test_the_law_answers_on_these_facts(interventions: list[Any], state: GuaranteeState) -> None:
    assert guarantee(facts(*interventions), date(2025, 12, 1)).value.state is state
