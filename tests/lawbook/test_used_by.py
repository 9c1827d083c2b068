"""The law book says rightly which duties and pages rest on a rule."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import Any

from django.urls import get_resolver

from sammetag import law
from sammetag.duties.doors import DOORS
from sammetag.duties.facts import MentorGranted, PlanSeen
from sammetag.duties.rules import duties_of
from sammetag.interventions.models import Intervention
from sammetag.law import GuaranteeFacts
from sammetag.lawbook.used_by import DUTIES, PAGES, USES, use_of
from tests.duties.cases import END, GRANTED, RUNNING, case, given_to, talk

DAYS = [GRANTED + timedelta(days=days) for days in (10, 100, 175, 200, 400, 700, 1000)]


def found() -> set[tuple[str, str]]:
    """Which duty came from which rule, over many ordinary cases and days."""
    mentor = given_to("running", GRANTED, title="Mentor", mentor=True)
    granted = MentorGranted(mentor.id, GRANTED, GRANTED + timedelta(days=180))
    waiting = given_to("planned", GRANTED)
    given: list[tuple[Intervention, ...]] = [(), (RUNNING,), (mentor,), (waiting,), (RUNNING, mentor)]
    guarantee = GuaranteeFacts(law.RESSOURCEFORLOEB, GRANTED, GRANTED, END)
    nothing_fixed = PlanSeen(begun=True, agreed_on=GRANTED, fixed_until=GRANTED + timedelta(days=90))
    talks = [
        (),
        tuple(talk(GRANTED + timedelta(days=30 * n)) for n in range(1, 6)),
        tuple(talk(GRANTED + timedelta(days=120 + n), "booked") for n in range(4)),
    ]
    known: list[dict[str, Any]] = [
        {"scheme": law.RESSOURCEFORLOEB, "guarantee": guarantee},
        {"scheme": law.JOBAFKLARINGSFORLOEB},
    ]
    plans: list[dict[str, Any]] = [{}, {"plan": nothing_fixed}]
    return {
        (duty.version.topic.name, duty.name)
        for some, held, facts, plan, today in product(given, talks, known, plans, DAYS)
        for duty in duties_of(case(*held, given=some, mentors=(granted,), **facts, **plan), today)
        if duty.version
    }


def test_every_duty_that_comes_from_a_rule_stands_under_it() -> None:
    told = {(topic, duty) for topic, use in USES.items() for duty in use.duties}

    assert found() == told


def test_only_rules_duties_and_pages_that_exist_are_named() -> None:
    assert set(USES) <= {topic.name for topic in law.BOOK.topics()}
    assert {duty for use in USES.values() for duty in use.duties} == set(DUTIES) <= set(DOORS)
    addresses = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert {page for use in USES.values() for page in use.pages} == set(PAGES) <= addresses


def test_a_rule_that_nothing_rests_on_has_neither() -> None:
    assert use_of("suspensions") == ([], [])
