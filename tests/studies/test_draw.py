"""Drawing lots: who is checked beforehand, what is concealed, and that it happens once or not at all."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from sammetag.errors import NotAllowed, RuleBroken
from sammetag.evaluation.allocation import Drawn, Trial, verify
from sammetag.evaluation.trial.eligibility import Eligibility
from sammetag.evaluation.trial.protocol import BlockBy
from sammetag.journal.models import Event
from sammetag.studies.actions.study import close
from sammetag.studies.models import Draw, Entry
from sammetag.studies.writing import Refused, tell
from tests.studies.deeds import (
    DRAWER,
    EVALUATOR,
    LEADER,
    behind,
    frozen_study_in,
    protocol,
    stored,
    study_in,
)
from tests.studies.drawing import citizens_in, drawn, entries_of
from tests.town import Town

pytestmark = pytest.mark.django_db


def arms_of(study_id: UUID) -> Counter[str]:
    return Counter(one.arm for one in entries_of(study_id))


@pytest.mark.parametrize("count", [1, 2, 7, 10])
def test_each_arm_has_its_half_to_within_one(town: Town, count: int) -> None:
    study_id, cases = frozen_study_in(town), citizens_in(town, count)
    drawn(town, study_id, cases)

    with behind(town, DRAWER):
        found = arms_of(study_id)
    assert found.total() == count
    assert abs(found["treatment"] - found["control"]) <= 1


def test_when_it_is_closed_anybody_can_draw_again_and_gets_the_same(town: Town) -> None:
    study_id = frozen_study_in(town)
    for _ in range(3):
        drawn(town, study_id, citizens_in(town, 5), extra=True)
    with behind(town, LEADER):
        close(by=town.person(LEADER), study_id=study_id, version=2)
        study, entries = stored(study_id), entries_of(study_id)
        blocks = {one.id: one.block for one in Draw.objects.scoped("test").filter(study_id=study_id)}

    log = [
        Drawn(
            block,
            tuple(one.pseudonym for one in entries if one.draw_id == draw_id),
            tuple(one.arm for one in entries if one.draw_id == draw_id),
        )
        for draw_id, block in blocks.items()
    ]
    trial = Trial(str(study_id), tuple(arm.name for arm in protocol().arms))
    assert len(log) == 3
    assert verify(bytes.fromhex(study.revealed), study.commitment, trial, log).holds


def test_whoever_does_not_belong_is_counted_by_the_reason_and_the_others_are_drawn(town: Town) -> None:
    study_id = frozen_study_in(town)
    young = citizens_in(town, 2, born_on=date(2005, 1, 1))
    fit = citizens_in(town, 4)
    (draw,) = drawn(town, study_id, [*young, town.cases["closed"], *fit])

    assert (draw.listed, draw.refused) == (7, {"least_age": 2, "programme": 1})
    with behind(town, DRAWER):
        assert {one.case_id for one in entries_of(study_id)} == set(fit)


def test_a_list_on_which_nobody_can_be_drawn_makes_no_draw(town: Town) -> None:
    study_id = frozen_study_in(town)
    with pytest.raises(Refused):
        drawn(town, study_id, citizens_in(town, 2, born_on=date(2005, 1, 1)))

    with behind(town, DRAWER):
        assert not Draw.objects.scoped("test").filter(study_id=study_id).exists()


def test_nobody_is_drawn_before_everything_is_confirmed_of_them(town: Town) -> None:
    condition = "Borgeren har fået forsøget forklaret."
    study_id = frozen_study_in(town, eligibility=Eligibility(vouched=(condition,)))
    cases = citizens_in(town, 2)
    with pytest.raises(Refused):
        drawn(town, study_id, cases)

    drawn(town, study_id, cases, vouched=frozenset({condition}))
    with behind(town, DRAWER):
        assert len(entries_of(study_id)) == 2


def test_nobody_is_drawn_twice_nor_in_two_trials(town: Town) -> None:
    first, second = frozen_study_in(town), frozen_study_in(town)
    cases = citizens_in(town, 2)
    drawn(town, first, cases)

    more = citizens_in(town, 1)
    (again,) = drawn(town, first, [*cases, *more], extra=True)
    (other,) = drawn(town, second, [*cases, *citizens_in(town, 1)])

    assert again.refused == {"once": 2}
    assert other.refused == {"other_trial": 2}


def test_one_citizen_with_two_cases_is_drawn_once(town: Town) -> None:
    study_id = frozen_study_in(town)
    cases = citizens_in(town, 2, one_person=True)
    (draw,) = drawn(town, study_id, [*cases, *citizens_in(town, 2)])

    assert (draw.listed, draw.refused) == (4, {"once": 1})


def test_the_same_form_sent_twice_draws_once(town: Town) -> None:
    study_id, cases, token = frozen_study_in(town), citizens_in(town, 4), uuid4()
    first = drawn(town, study_id, cases, token=token)
    second = drawn(town, study_id, cases, token=token)

    assert first == second
    with behind(town, DRAWER):
        assert len(entries_of(study_id)) == 4


def test_a_second_draw_on_a_day_must_be_meant_and_gets_a_name_of_its_own(town: Town) -> None:
    study_id, day = frozen_study_in(town), timezone.localdate().isoformat()
    drawn(town, study_id, citizens_in(town, 2))
    with pytest.raises(Refused) as refused:
        drawn(town, study_id, citizens_in(town, 2))
    assert refused.value.about == "extra"

    names = [drawn(town, study_id, citizens_in(town, 2), extra=True)[0].block for _ in range(2)]
    assert names == [f"{day} extra 2", f"{day} extra 3"]


def test_where_units_are_blocks_each_unit_has_its_own_draw(town: Town) -> None:
    study_id = frozen_study_in(town, block_by=BlockBy.UNIT)
    north = citizens_in(town, 3)
    young = citizens_in(town, 1, born_on=date(2005, 1, 1))
    draws = drawn(town, study_id, [*north, *young])

    day = timezone.localdate().isoformat()
    assert [(one.block, one.listed, one.refused) for one in draws] == [(f"{day} north", 4, {"least_age": 1})]


@pytest.mark.parametrize("name", [LEADER, EVALUATOR, "birk", "dorte"])
def test_only_those_who_are_named_to_draw_draw(town: Town, name: str) -> None:
    study_id, cases = frozen_study_in(town), citizens_in(town, 2)
    with pytest.raises(NotAllowed):
        drawn(town, study_id, cases, by=name)


def test_a_case_that_the_drawer_does_not_see_is_not_drawn(town: Town) -> None:
    study_id = frozen_study_in(town)
    with pytest.raises(NotAllowed):
        drawn(town, study_id, [town.cases["own"], town.cases["other-unit"]])


def test_nobody_is_drawn_before_the_plan_is_frozen_or_after_it_is_closed(town: Town) -> None:
    draft, closed, cases = study_in(town), frozen_study_in(town), citizens_in(town, 2)
    with behind(town, LEADER):
        close(by=town.person(LEADER), study_id=closed, version=2)

    for study_id in (draft, closed):
        with pytest.raises(RuleBroken):
            drawn(town, study_id, cases)


@pytest.mark.parametrize("days", [-1, 1])
def test_nobody_is_drawn_on_a_day_before_the_plan_or_ahead(town: Town, days: int) -> None:
    study_id, on = frozen_study_in(town), timezone.localdate() + timedelta(days=days)
    with pytest.raises(Refused) as refused:
        drawn(town, study_id, citizens_in(town, 2), on=on)
    assert refused.value.about == "on"


def test_age_sex_and_programme_are_those_of_the_day_and_no_number_is_told(town: Town) -> None:
    study_id = frozen_study_in(town)
    cases = citizens_in(town, 4, born_on=date(1980, 5, 1), cpr=["0105801237", "0105801238", "6105801235"])
    drawn(town, study_id, cases)

    with behind(town, DRAWER):
        found = {one.case_id: one for one in Entry.objects.scoped("test").filter(study_id=study_id)}
        told = str(list(Event.objects.scoped("test").filter(kind__startswith="trial").values("data")))
    assert [found[case].sex for case in cases] == ["M", "F", "", ""]
    assert {one.age_group for one in found.values()} == {"40-49"}
    assert all(one.programme_id for one in found.values())
    assert "010580" not in told


def test_the_journal_tells_of_the_draw_without_arms_and_each_case_of_its_own(town: Town) -> None:
    study_id, cases = frozen_study_in(town), citizens_in(town, 3)
    drawn(town, study_id, cases)

    with behind(town, DRAWER):
        (of_draw,) = Event.objects.scoped("test").filter(kind="study.drawn")
        entered = Event.objects.scoped("test").filter(kind="trial.entered")
        assert {one.case_id for one in entered} == set(cases)
    assert of_draw.case_id is None
    assert "treatment" not in str(of_draw.data)


def test_a_fault_in_the_middle_leaves_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    study_id, cases = frozen_study_in(town), citizens_in(town, 4)
    told: list[object] = []

    def fails_at_the_fourth(*args: Any, **kwargs: Any) -> None:
        told.append(args)
        if len(told) == 4:
            raise RuntimeError("the machine is gone")
        tell(*args, **kwargs)

    monkeypatch.setattr("sammetag.studies.actions.draw.tell", fails_at_the_fourth)
    with pytest.raises(RuntimeError):
        drawn(town, study_id, cases)
    monkeypatch.undo()

    with behind(town, DRAWER):
        assert not Draw.objects.scoped("test").filter(study_id=study_id).exists()
        assert entries_of(study_id) == []
        assert not Event.objects.scoped("test").filter(kind__in=["study.drawn", "trial.entered"]).exists()
    assert len(drawn(town, study_id, cases)) == 1


@pytest.mark.parametrize(
    "statement", ["UPDATE studies_entry SET arm = 'control'", "DELETE FROM studies_draw"]
)
def test_no_draw_is_ever_changed_whatever_python_asks(town: Town, statement: str) -> None:
    study_id = frozen_study_in(town)
    drawn(town, study_id, citizens_in(town, 2))
    with (
        behind(town, DRAWER),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
