"""The demo is the same world for the same day, and everything in it is lawful and possible."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import defaultdict
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, cast
from uuid import UUID

import pytest
from django.db import models
from hypothesis import given, settings
from hypothesis import strategies as st

from sammetag.cases.models import Responsibility
from sammetag.demo.creation import EARLIEST_TODAY, create
from sammetag.demo.lives import LIVES
from sammetag.demo.work_rows import HandOverRow, StretchRow
from sammetag.demo.working_days import CLOCK, is_open
from sammetag.demo.world import Life, TalkRow, World
from sammetag.interventions.models import Intervention, Stretch
from sammetag.law import FormFacts, LengthFacts, NotKnown, form_allowed, length_allowed
from sammetag.plan.models import Goal, Plan, PlanVersion, SubGoal
from sammetag.talks.models import Participant, Talk
from tests.demo.worlds import world_on

DAY = timedelta(days=1)
WORDINGS = ("job-goal-written", "goal-written", "sub-goal-written", "sub-goal-achieved")
# Before and after the law changed, Christmas, the end of a February, and years from now.
DAYS = [date(2024, 1, 1), date(2026, 2, 1), date(2026, 12, 27), date(2028, 2, 29), date(2034, 6, 5)]
LOOKS_UP = """
import django; django.setup()
from datetime import date
from hashlib import sha256
from sammetag.cases.models import Responsibility
from sammetag.demo.creation import create
print(sha256(repr(create(today=date(2026, 11, 21))).encode()).hexdigest())
"""


@pytest.fixture(scope="module", params=DAYS, ids=str)
def world(request: pytest.FixtureRequest) -> World:
    day: date = request.param
    return world_on(day)


def live_talks(talks: list[TalkRow]) -> list[TalkRow]:
    return sorted(
        (talk for talk in talks if talk.outcome in ("booked", "held")), key=lambda talk: talk.starts_at
    )


def of_one(life: Life, intervention_id: Any) -> list[StretchRow]:
    return [one for one in life.stretches if one.intervention_id == intervention_id]


def test_same_seed_and_day_give_the_same_world() -> None:
    assert create(today=DAYS[0]) == world_on(DAYS[0])


def test_another_seed_gives_another_world_with_the_same_told_lives() -> None:
    one, other = world_on(DAYS[0]), create(today=DAYS[0], seed=7)
    assert one != other
    told = len(LIVES)
    assert [life.citizen.name for life in one.lives[:told]] == [
        life.citizen.name for life in other.lives[:told]
    ]


def test_the_world_does_not_hang_on_the_order_of_hashes() -> None:
    found = {_fingerprint(seed) for seed in ("1", "2")}
    assert len(found) == 1


def _fingerprint(hash_seed: str) -> str:
    surroundings = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "DJANGO_SETTINGS_MODULE": "sammetag.config.settings",
    }
    run = subprocess.run(  # noqa: S603  # our own sentence, no shell
        [sys.executable, "-c", LOOKS_UP], env=surroundings, capture_output=True, text=True, check=True
    )
    return run.stdout


def test_a_clock_that_is_years_behind_is_refused() -> None:
    with pytest.raises(ValueError, match="clock"):
        create(today=EARLIEST_TODAY - DAY)


@settings(max_examples=4)
@given(st.dates(EARLIEST_TODAY, date(2040, 12, 31)))
def test_the_world_can_be_made_on_any_day_and_two_talks_are_today(day: date) -> None:
    world = create(today=day)
    mine = {row.id for row in world.staff if row.name == "Astrid Holm"}
    talks = [talk for life in world.lives for talk in life.talks if talk.leader_id in mine]
    assert [talk.form for talk in talks if talk.starts_at.date() == day] == ["in_person", "phone"]
    check_grants(world)
    check_talks_do_not_overlap(world)
    check_stretches(world)


def check_grants(world: World) -> None:
    for life in world.lives:
        for one in life.programmes:
            facts = LengthFacts(one.scheme, one.granted_on, one.starts_on, one.granted_until)
            assert length_allowed(facts).value.fits, life.key
            assert life.case.opened_on <= one.team_met_on < one.granted_on <= one.starts_on
            assert one.starts_on < one.granted_until
            assert one.ended_on is None or one.starts_on < one.ended_on <= min(one.granted_until, world.today)
            assert one.ended_on or one.granted_until >= world.today, life.key
            assert bool(one.ended_on) == bool(one.end_reason)


def check_talks_do_not_overlap(world: World) -> None:
    for key in ("leader_id", "case_id"):
        talks: dict[UUID, list[TalkRow]] = defaultdict(list)
        for talk in (talk for life in world.lives for talk in life.talks):
            talks[getattr(talk, key)].append(talk)
        for mine in map(live_talks, talks.values()):
            assert all(first.ends_at <= then.starts_at for first, then in pairwise(mine))


def check_stretches(world: World) -> None:
    for life in world.lives:
        of_each = {one.id: of_one(life, one.id) for one in life.interventions}
        for one in life.interventions:
            stretches = of_each[one.id]
            assert stretches, (life.key, one.title)
            assert all(s.until is None or s.since <= s.until for s in stretches), (life.key, one.title)
            assert all(s.until and s.until + DAY == then.since for s, then in pairwise(stretches))
            if one.ended_on:
                assert stretches[-1].until == one.ended_on < world.today
            assert bool(one.ended_on) == bool(one.ending)
            assert bool(one.end_reason) == (one.ending in ("broken-off", "not-begun"))
            assert (one.ending == "not-begun") <= all(s.state != "running" for s in stretches)
            assert not one.recommended_on or life.case.opened_on <= one.recommended_on <= stretches[0].since
            assert not life.case.closed_on or one.ended_on, (life.key, one.title)


def test_every_grant_is_lawful_and_every_programme_runs_forward(world: World) -> None:
    check_grants(world)


def test_nobody_sits_in_two_talks_at_once(world: World) -> None:
    check_talks_do_not_overlap(world)


def test_stretches_follow_each_other_without_a_gap_to_the_end(world: World) -> None:
    check_stretches(world)


def test_interventions_begin_on_working_days(world: World) -> None:
    assert all(is_open(one.since) for life in world.lives for one in life.stretches)


def test_interventions_lie_inside_the_programme(world: World) -> None:
    for life in world.lives:
        first, last = life.programmes[0].starts_on, life.programmes[-1].last_day
        for one in life.stretches:
            assert first <= one.since, life.key
            assert one.until is None or one.until <= last, life.key


def test_talks_lie_inside_the_programme_and_in_office_hours(world: World) -> None:
    for life in world.lives:
        for talk in life.talks:
            start = talk.starts_at.astimezone(CLOCK)
            assert life.programmes[0].starts_on <= start.date() <= life.programmes[-1].last_day, life.key
            assert 9 <= start.hour < 15
            assert is_open(start.date()) or start.date() - world.today in (0 * DAY, DAY), (life.key, start)


def test_only_booked_talks_lie_ahead_and_held_ones_have_notes(world: World) -> None:
    for life in world.lives:
        for talk in life.talks:
            if talk.starts_at.date() >= world.today:
                assert talk.outcome == "booked"
            assert bool(talk.notes) == (talk.outcome == "held")
            assert bool(talk.by_whom) == (talk.outcome in ("cancelled", "no-show"))


def test_every_talk_has_a_form_that_the_law_of_its_day_allows(world: World) -> None:
    for life in world.lives:
        chapters = {one.id: one.chapter for one in life.interventions}
        held = False
        for talk in life.talks:
            day, programme = talk.starts_at.date(), life.programmes[-1]
            offers = frozenset(
                chapter
                for one in life.stretches
                if one.state == "running" and one.since <= day and (one.until is None or day <= one.until)
                if (chapter := chapters[one.intervention_id]) is not None
            )
            facts = FormFacts(programme.scheme, programme.granted_on, programme.starts_on, not held, offers)
            assert is_lawful(facts, talk.form, day), (life.key, talk.starts_at)
            held = held or talk.outcome == "held"


def is_lawful(facts: FormFacts, form: str, day: date) -> bool:
    """On the days for which the rule of forms has not been read, only what always counts is used."""
    try:
        return form_allowed(facts, form, day).value
    except NotKnown:
        return form == "in_person"


def test_coordinators_follow_each_other_without_a_day_between(world: World) -> None:
    for life in world.lives:
        parts = [one for one in life.responsibilities if one.part == "coordinator"]
        assert parts[0].since == life.programmes[0].granted_on
        assert all(one.until and one.until + DAY == then.since for one, then in pairwise(parts))
        if life.case.coordinator_id is None:
            assert parts[-1].until and parts[-1].until < world.today
            continue
        assert parts[-1].until == life.case.closed_on
        assert parts[-1].staff_id == life.case.coordinator_id


def test_every_event_belongs_to_its_case_and_was_written_down_afterwards(world: World) -> None:
    midnight = datetime.combine(world.today, datetime.min.time(), CLOCK)
    for life in world.lives:
        subjects = {life.case.id} | {
            row.id
            for rows in (life.programmes, life.interventions, life.talks, life.plans, life.goals)
            for row in rows
        }
        subjects |= {
            row.id
            for rows in (life.sub_goals, life.ratings, life.exemptions, life.hand_overs)
            for row in rows
        }
        for event in life.events:
            assert event.case_id == life.case.id and event.subject_id in subjects
            assert event.occurred_at <= event.recorded_at < midnight
            assert event.recorded_at - event.occurred_at < timedelta(days=9)


def test_events_hold_ids_days_and_codes_and_no_free_text(world: World) -> None:
    values = (value for life in world.lives for event in life.events for value in event.data.items())
    texts = [str(value) for name, value in values if name != "before"]
    assert texts and all(len(text) <= 36 and " " not in text for text in texts)


def test_what_an_event_keeps_of_before_is_days_and_codes(world: World) -> None:
    for life in world.lives:
        for event in (one for one in life.events if one.subject == "intervention"):
            for row in cast(dict[str, Any], event.data.get("before", {"rows": []}))["rows"]:
                assert all(value is None or (len(value) <= 12 and " " not in value) for value in row)


def test_the_journal_tells_everything_that_has_happened(world: World) -> None:
    for life in world.lives:
        kinds = [event.kind for event in life.events]
        past = [talk for talk in life.talks if talk.outcome != "booked"]
        assert kinds.count("programme.granted") == len(life.programmes)
        assert kinds.count("talk.booked") == len(life.talks)
        assert sum(kinds.count(f"talk.{what}") for what in ("held", "cancelled", "no-show")) == len(past)
        ends = kinds.count("intervention.ended") + kinds.count("intervention.not-begun")
        assert ends == sum(bool(one.ended_on) for one in life.interventions)
        wordings = sum(kinds.count(f"plan.{what}") for what in WORDINGS)
        assert wordings == len(life.wordings)
        assert kinds.count("plan.proposed") == len(life.versions)
        assert kinds.count("plan.rated") == len(life.ratings)
        assert kinds.count("case.closed") == bool(life.case.closed_on)


def test_ids_and_case_numbers_are_given_once(world: World) -> None:
    rows: list[Any] = []
    for life in world.lives:
        rows += [life.citizen, life.case, *life.programmes, *life.responsibilities, *life.interventions]
        rows += [*life.stretches, *life.talks, *life.participants, *life.grants, *life.events]
        rows += [*life.plans, *life.goals, *life.sub_goals, *life.wordings, *life.versions, *life.ratings]
        rows += [*life.granted, *life.exemptions, *life.answers, *life.hand_overs]
    rows += [*world.municipalities, *world.units, *world.accounts, *world.staff, *world.roles]
    assert len({row.id for row in rows}) == len(rows)
    numbers = [(life.case.municipality_id, life.case.number) for life in world.lives]
    assert len(set(numbers)) == len(numbers)


def test_every_text_fits_its_column(world: World) -> None:
    tables: list[tuple[type[models.Model], str]] = [
        (Talk, "talks"),
        (Intervention, "interventions"),
        (Stretch, "stretches"),
        (Plan, "plans"),
        (Goal, "goals"),
        (SubGoal, "sub_goals"),
        (PlanVersion, "versions"),
        (Participant, "participants"),
        (Responsibility, "responsibilities"),
    ]
    for model, rows in tables:
        texts = [f for f in model._meta.concrete_fields if isinstance(f, models.CharField | models.TextField)]
        for row in (row for life in world.lives for row in getattr(life, rows)):
            for field in texts:
                assert not field.max_length or len(getattr(row, field.attname, "")) <= field.max_length


def test_plans_lie_inside_the_programme_and_only_the_last_version_waits_for_an_answer(world: World) -> None:
    for life in world.lives:
        last = life.programmes[-1].last_day
        assert all(
            one.due_on <= last and (one.begins_on or one.due_on) <= one.due_on for one in life.sub_goals
        )
        assert all(not one.achieved_on or one.achieved_on < world.today for one in life.sub_goals)
        assert all((one.achievement == "given-up") <= bool(one.reason) for one in life.sub_goals)
        assert all(one.step in ("agreed", "withdrawn") for one in life.versions[:-1])
        agreed = [one for one in life.versions if one.step == "agreed"]
        assert all(
            one.agreed_on and one.fixed_until and one.proposed_on <= one.agreed_on < one.fixed_until <= last
            for one in agreed
        ), life.key
        assert all(one.agreed_content for one in agreed)


def test_what_a_plan_says_now_is_its_last_wording(world: World) -> None:
    for life in world.lives:
        said = {one.subject_id: one.fields for one in life.wordings}
        assert all(said[one.id]["title"] == one.title for one in life.goals)
        assert all(said[one.id]["title"] == one.title for one in life.sub_goals)
        assert all(said[one.id]["achievement"] == one.achievement for one in life.sub_goals)
        assert all(said[one.id]["job_goal"] == one.job_goal for one in life.plans)


def test_interventions_lead_to_sub_goals_of_their_own_plan(world: World) -> None:
    for life in world.lives:
        mine = {one.id for one in life.sub_goals}
        assert all(one.sub_goal_id in mine for one in life.interventions if one.sub_goal_id)
        assert not life.plans or all(one.sub_goal_id for one in life.interventions), life.key


def test_a_mentor_is_granted_six_months_at_a_time(world: World) -> None:
    for life in world.lives:
        for one in (one for one in life.interventions if one.mentor):
            periods = [row for row in life.granted if row.intervention_id == one.id]
            assert periods and all((row.until - row.since).days <= 184 for row in periods), life.key
            assert all(row.until + DAY == then.since for row, then in pairwise(periods))


def test_special_reasons_and_teams_answer_only_where_nothing_had_begun_in_time(world: World) -> None:
    for life in world.lives:
        for one in life.answers:
            begun = {
                row.intervention_id: row.since for row in reversed(life.stretches) if row.state == "running"
            }
            counted = [
                begun[effort.id]
                for effort in life.interventions
                if effort.id in begun and not effort.mentor and effort.field != "treatment"
            ]
            assert all(day > one.answered_on - 45 * DAY for day in counted), life.key


def test_each_change_of_coordinator_is_a_hand_over(world: World) -> None:
    for life in world.lives:
        parts = [one for one in life.responsibilities if one.part == "coordinator"]
        changes = [(one.staff_id, then.staff_id, then.since) for one, then in pairwise(parts)]
        told = [(one.giver_id, one.taker_id, one.planned_on) for one in life.hand_overs if has_come(one)]
        assert told == changes
        assert (life.case.coordinator_id is None) == any(one.taker_id is None for one in life.hand_overs)
        assert all(one.agreed_at <= (one.closed_at or one.agreed_at) for one in life.hand_overs), life.key
    coming = [one for life in world.lives for one in life.hand_overs if one.state == "agreed"]
    assert len(coming) == 3 and all(one.planned_on > world.today for one in coming)


def has_come(one: HandOverRow) -> bool:
    return one.taker_id is not None and one.closed_at is not None
