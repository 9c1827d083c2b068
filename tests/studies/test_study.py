"""Setting a trial up: who may, what is frozen, and what nobody can change afterwards."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from sammetag.errors import NotAllowed, StalePage
from sammetag.evaluation.allocation import commit
from sammetag.evaluation.trial.protocol import fingerprint
from sammetag.journal.models import Event
from sammetag.studies.actions.study import (
    amend,
    change_protocol,
    close,
    end_member,
    freeze,
    name_member,
    set_up,
)
from sammetag.studies.models import Duty, Member, Study
from sammetag.studies.opening import study_for
from sammetag.studies.writing import Refused
from tests.studies.deeds import DRAWER, EVALUATOR, LEADER, behind, frozen_study_in, protocol, stored, study_in
from tests.town import Town

pytestmark = pytest.mark.django_db


def test_a_study_begins_once_though_its_form_is_sent_twice(town: Town) -> None:
    token = uuid4()
    with behind(town, LEADER):
        lis = town.person(LEADER)
        for _ in range(2):
            set_up(by=lis, token=token, title="Under samme tag", protocol=protocol())

        assert study_for(lis, token).duties == {Duty.RESPONSIBLE}
        assert Event.objects.scoped("test").filter(kind="study.set-up").count() == 1


@pytest.mark.parametrize("name", ["astrid", "mads", "eva"])
def test_only_a_leader_begins_one(town: Town, name: str) -> None:
    with behind(town, name), pytest.raises(NotAllowed):
        set_up(by=town.person(name), token=uuid4(), title="Mit", protocol=protocol())


@pytest.mark.parametrize("name", ["birk", "dorte", "esther", "mads"])
def test_whoever_has_no_duty_in_it_does_not_find_it(town: Town, name: str) -> None:
    study_id = study_in(town)
    with behind(town, name):
        with pytest.raises(NotAllowed):
            study_for(town.person(name), study_id)
        assert not Study.objects.scoped("test").exists()


def test_the_wall_gives_an_evaluator_no_study_of_others_whatever_python_asks(town: Town) -> None:
    mine = study_in(town)
    with behind(town, LEADER):
        other = set_up(by=town.person(LEADER), token=uuid4(), title="Et andet", protocol=protocol())

    with behind(town, EVALUATOR):
        assert {one.id for one in Study.objects.scoped("test")} == {mine}
        assert not Member.objects.scoped("test").filter(study_id=other.id).exists()


def test_a_frozen_protocol_bears_its_fingerprint_and_the_promise_of_its_seed(town: Town) -> None:
    study_id = frozen_study_in(town)

    with behind(town, EVALUATOR):
        study = stored(study_id)
        opened = study_for(town.person(EVALUATOR), study_id)
        assert study.fingerprint == fingerprint(opened.protocol)
        assert len(study.commitment) == 64
        assert study.revealed == ""


def test_nothing_is_frozen_while_something_is_missing_and_everything_missing_is_told(town: Town) -> None:
    study_id = study_in(town, question=" ", outcomes=(), until=None)
    with behind(town, LEADER):
        with pytest.raises(Refused) as refused:
            freeze(by=town.person(LEADER), study_id=study_id, version=1)
        assert "spørgsmål" in str(refused.value.sentence)
        assert "hovedmål" in str(refused.value.sentence)
        assert "sidste dag" in str(refused.value.sentence)
        assert stored(study_id).frozen_at is None


def test_a_frozen_protocol_is_changed_by_nobody_but_amended_in_words(town: Town) -> None:
    study_id = frozen_study_in(town)
    with behind(town, LEADER):
        lis = town.person(LEADER)
        with pytest.raises(Refused):
            change_protocol(by=lis, study_id=study_id, version=2, title="Nyt", protocol=protocol())
        amend(by=lis, study_id=study_id, token=uuid4(), what="Vi følger til juni.", why="Ventetid.")
        with pytest.raises(IntegrityError), transaction.atomic():
            Study.objects.scoped("test").filter(pk=study_id).update(protocol={})


def test_the_second_who_saves_is_asked_to_look_first(town: Town) -> None:
    study_id = study_in(town)
    with behind(town, LEADER):
        lis = town.person(LEADER)
        change_protocol(by=lis, study_id=study_id, version=1, title="Først", protocol=protocol())
        with pytest.raises(StalePage):
            change_protocol(by=lis, study_id=study_id, version=1, title="Sidst", protocol=protocol())
        assert stored(study_id).title == "Først"


def test_when_it_is_closed_the_seed_shows_that_the_promise_was_kept(town: Town) -> None:
    study_id = frozen_study_in(town)
    with behind(town, LEADER):
        close(by=town.person(LEADER), study_id=study_id, version=2)

        study = stored(study_id)
        assert commit(bytes.fromhex(study.revealed), str(study_id)) == study.commitment


@pytest.mark.parametrize(
    ("name", "duty"),
    [
        (EVALUATOR, Duty.DRAWS),
        (EVALUATOR, Duty.RESPONSIBLE),
        (DRAWER, Duty.EVALUATES),
        (LEADER, Duty.EVALUATES),
    ],
)
def test_nobody_evaluates_who_knows_who_got_what(town: Town, name: str, duty: Duty) -> None:
    study_id = study_in(town)
    with behind(town, LEADER), pytest.raises(Refused) as refused:
        name_member(by=town.person(LEADER), study_id=study_id, staff_id=town.staff[name].id, duty=duty)
    assert refused.value.about == "duty"


@pytest.mark.parametrize(("name", "duty"), [(EVALUATOR, Duty.DRAWS), (DRAWER, Duty.EVALUATES)])
def test_nobody_forgets_who_got_what_by_being_relieved(town: Town, name: str, duty: Duty) -> None:
    study_id = study_in(town)
    with behind(town, LEADER):
        lis = town.person(LEADER)
        end_member(by=lis, study_id=study_id, member_id=duty_of(town, study_id, name).id)
        with pytest.raises(Refused):
            name_member(by=lis, study_id=study_id, staff_id=town.staff[name].id, duty=duty)


def duty_of(town: Town, study_id: UUID, name: str) -> Member:
    return Member.objects.scoped("test").get(study_id=study_id, staff=town.staff[name], until__isnull=True)


def test_whoever_was_relieved_of_drawing_may_draw_again(town: Town) -> None:
    study_id = study_in(town)
    with behind(town, LEADER):
        lis = town.person(LEADER)
        end_member(by=lis, study_id=study_id, member_id=duty_of(town, study_id, DRAWER).id)
        name_member(by=lis, study_id=study_id, staff_id=town.staff[DRAWER].id, duty=Duty.DRAWS)
        rows = Member.objects.scoped("test").filter(study_id=study_id, staff=town.staff[DRAWER])

        assert sorted(one.until is None for one in rows) == [False, True]


def test_the_last_one_responsible_stays(town: Town) -> None:
    study_id = study_in(town)
    with behind(town, LEADER):
        only = Member.objects.scoped("test").get(study_id=study_id, duty=Duty.RESPONSIBLE)
        with pytest.raises(Refused):
            end_member(by=town.person(LEADER), study_id=study_id, member_id=only.id)


def test_a_duty_that_is_ended_ends_at_once_and_stays_on_record(town: Town) -> None:
    study_id = study_in(town)
    with behind(town, LEADER):
        eva = duty_of(town, study_id, EVALUATOR)
        end_member(by=town.person(LEADER), study_id=study_id, member_id=eva.id)
        ended = Member.objects.scoped("test").get(pk=eva.id)

    assert ended.since == timezone.localdate()
    assert ended.until == timezone.localdate() - timedelta(days=1)
    with behind(town, EVALUATOR):
        assert not Study.objects.scoped("test").filter(pk=study_id).exists()
        with pytest.raises(NotAllowed):
            study_for(town.person(EVALUATOR), study_id)
