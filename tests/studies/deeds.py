"""A study in the town: Lis is responsible, Astrid draws, Eva evaluates, and nobody knows that Birk could."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.wall import behind_the_wall
from sammetag.evaluation.trial.eligibility import Eligibility
from sammetag.evaluation.trial.outcomes import Direction
from sammetag.evaluation.trial.protocol import Arm, Outcome, Protocol, Size
from sammetag.studies.actions.study import freeze, name_member, set_up
from sammetag.studies.models import Duty, Study
from tests.town import Town

LEADER, DRAWER, EVALUATOR = "lis", "astrid", "eva"


def behind(town: Town, name: str) -> AbstractContextManager[None]:
    """Behind the wall as somebody of the town."""
    return behind_the_wall(town.account(name))


def protocol(**otherwise: object) -> Protocol:
    """A protocol that lacks nothing."""
    whole = Protocol(
        question="Kommer borgerne hurtigere i gang, når alle sidder under samme tag?",
        population="Borgere i jobafklaring",
        arms=(Arm("treatment", "Under samme tag"), Arm("control", "Som hidtil")),
        eligibility=Eligibility(least_age=30),
        outcomes=(Outcome("first-talk", primary=True), Outcome("dead-days", hoped=Direction.LESS)),
        size=Size(control=0.10, treatment=0.25, persons=200),
        until=timezone.localdate() + timedelta(days=700),
    )
    return replace(whole, **otherwise)  # type: ignore[arg-type]


def study_in(town: Town, **otherwise: object) -> UUID:
    """A study that is not frozen yet, with a person for each duty."""
    with behind(town, LEADER):
        lis = town.person(LEADER)
        study = set_up(by=lis, token=uuid4(), title="Under samme tag", protocol=protocol(**otherwise))
        name_member(by=lis, study_id=study.id, staff_id=town.staff[DRAWER].id, duty=Duty.DRAWS)
        name_member(by=lis, study_id=study.id, staff_id=town.staff[EVALUATOR].id, duty=Duty.EVALUATES)
    return study.id


def frozen_study_in(town: Town, **otherwise: object) -> UUID:
    """A study whose protocol is frozen and that nobody has been drawn in."""
    study_id = study_in(town, **otherwise)
    with behind(town, LEADER):
        freeze(by=town.person(LEADER), study_id=study_id, version=1)
    return study_id


def stored(study_id: UUID) -> Study:
    """The study as it stands in the database, for whoever may read it."""
    return Study.objects.scoped("test").get(pk=study_id)


def everybody(town: Town) -> dict[str, Person]:
    """The three members, each with the keys of today; ask behind the wall of each."""
    return {name: town.person(name) for name in (LEADER, DRAWER, EVALUATOR)}


A_DAY = date(2026, 1, 5)
