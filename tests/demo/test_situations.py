"""Each situation that the demo promises is there, on weekdays and on Sundays, now and in some years."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest

from sammetag.demo.lives import LIVES
from sammetag.demo.people import DEMO_PASSWORD
from sammetag.demo.staff import STAFF
from sammetag.demo.world import Life, TalkRow, World
from sammetag.law import TalkFacts, TalksDue, talks_due
from tests.demo.worlds import MONDAY, WITH_CASES, world_on

DAY = timedelta(days=1)
DAYS = [
    MONDAY,
    date(2024, 2, 29),
    date(2026, 2, 1),
    date(2026, 11, 21),
    date(2027, 8, 31),
    date(2031, 1, 1),
]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def world(request: pytest.FixtureRequest) -> World:
    day: date = request.param
    return world_on(day)


def titles_running(life: Life, day: date, *, mentors: bool = False) -> set[str]:
    running = {
        one.intervention_id
        for one in life.stretches
        if one.state == "running" and one.since <= day and (one.until is None or day <= one.until)
    }
    return {one.title for one in life.interventions if one.id in running and (mentors or not one.mentor)}


def talks_owed(life: Life, day: date) -> TalksDue:
    programme = life.programmes[-1]
    held = tuple(talk.starts_at.date() for talk in life.talks if talk.outcome == "held")
    facts = TalkFacts(
        programme.scheme, programme.granted_on, programme.starts_on, programme.granted_until, held
    )
    return talks_due(facts, day).value


def open_cases(world: World, username: str) -> list[Life]:
    (staff,) = (row.id for row in world.staff if row.name == STAFF[username].name)
    return [life for life in world.lives if life.case.coordinator_id == staff and life.case.closed_on is None]


def test_about_six_hundred_citizens_live_in_two_municipalities_and_four_units(world: World) -> None:
    assert 590 <= len(world.lives) <= 610
    assert len(world.municipalities) == 2 and len(world.units) == 4
    there = [one.municipality for one in STAFF.values() if one.role == "coordinator" and one.here]
    assert [there.count(row.name) for row in world.municipalities] == [20, 3]
    assert min(life.programmes[0].granted_on for life in world.lives).year in (2015, 2016)


def test_no_ressourceforloeb_is_granted_after_january_2026(world: World) -> None:
    schemes = set()
    for life in world.lives:
        for programme in life.programmes:
            late = programme.granted_on > date(2026, 1, 31)
            assert not late or programme.scheme == "jobafklaringsforloeb"
            schemes |= set() if late else {programme.scheme}
    assert schemes == {"ressourceforloeb", "jobafklaringsforloeb"}


def test_the_main_coordinator_has_fourteen_open_cases_and_a_closed_one(world: World) -> None:
    assert len(open_cases(world, "astrid.holm")) == 14
    assert world.life("grethe").case.closed_on


def test_what_the_cards_of_the_login_page_promise_is_so(world: World) -> None:
    for pick in WITH_CASES:
        (promised,) = re.findall(r"(\d+) borgere", str(pick.line))
        (staff,) = (row.id for row in world.staff if row.name == pick.name)
        found = len(open_cases(world, pick.username))
        if pick.username == "mette.aagaard":
            found = sum(grant.staff_id == staff for life in world.lives for grant in life.grants)
        elif STAFF[pick.username].role == "leader":
            unit = next(row.unit_id for row in world.staff if row.id == staff)
            found = sum(life.case.unit_id == unit and not life.case.closed_on for life in world.lives)
        assert found == int(promised), pick.username
        assert pick.name == STAFF[pick.username].name


def test_two_talks_today_and_one_tomorrow_whatever_the_weekday(world: World) -> None:
    mentor = {row.id for row in world.staff if row.name == "Mette Aagaard"}
    (first,) = (talk for talk in world.life("aase").talks if talk.starts_at.date() == world.today)
    (second,) = (talk for talk in world.life("karen").talks if talk.starts_at.date() == world.today)
    assert (first.starts_at.hour, first.form, first.outcome) == (9, "in_person", "booked")
    assert (second.starts_at.hour, second.form, second.outcome) == (10, "phone", "booked")
    assert [one.staff_id in mentor for one in world.life("aase").participants if one.talk_id == first.id] == [
        True
    ]
    assert [
        talk.outcome for talk in world.life("amina").talks if talk.starts_at.date() == world.today + DAY
    ] == ["booked"]


def test_aase_has_a_crowded_thread_and_has_changed_coordinator(world: World) -> None:
    life = world.life("aase")
    assert len(life.interventions) >= 10 and len(life.talks) >= 25
    assert sum(one.part == "coordinator" for one in life.responsibilities) == 2
    assert life.citizen.name == "Åse Ærø Østergård"


def test_karen_goes_on_steadily(world: World) -> None:
    life = world.life("karen")
    assert {talk.outcome for talk in life.talks} == {"held", "booked"}
    assert titles_running(life, world.today)


def test_mikkel_was_missed_paused_and_is_on_course_again(world: World) -> None:
    life = world.life("mikkel")
    assert sum(talk.outcome == "no-show" for talk in life.talks) >= 2
    states = [one.state for one in life.stretches]
    assert states[states.index("paused") + 1] == "running"
    assert titles_running(life, world.today)


def test_sannes_internship_broke_off_her_health_course(world: World) -> None:
    life = world.life("sanne")
    (course,) = (one for one in life.interventions if one.field == "health")
    (internship,) = (one for one in life.interventions if one.company_based)
    begun = min(one.since for one in life.stretches if one.intervention_id == internship.id)
    assert course.end_reason == "internship" and course.ended_on and begun <= course.ended_on
    assert not titles_running(life, world.today)


def test_tove_waited_most_of_a_year_for_support_at_home(world: World) -> None:
    waits = [one for one in world.life("tove").stretches if one.state == "waiting"]
    assert any(one.until and (one.until - one.since).days >= 300 for one in waits)


def test_joern_has_had_nothing_running_for_sixty_days(world: World) -> None:
    life = world.life("joern")
    assert not any(titles_running(life, world.today - days * DAY) for days in range(61))


def test_aegir_is_owed_talks_whose_last_day_has_passed(world: World) -> None:
    life = world.life("aegir")
    owed = talks_owed(life, world.today - 14 * DAY)
    assert owed.required == 4 and owed.missing == 2
    assert owed.last_day and world.today - 14 * DAY <= owed.last_day < world.today
    assert [talk.by_whom for talk in life.talks if talk.outcome == "cancelled"] == ["municipality"] * 2


def test_amina_is_owed_talks_within_two_weeks(world: World) -> None:
    owed = talks_owed(world.life("amina"), world.today)
    assert owed.missing == 2 and owed.last_day and 7 <= (owed.last_day - world.today).days <= 14


def test_bents_talk_is_over_and_nobody_has_registered_it(world: World) -> None:
    last = world.life("bent").talks[-1]
    assert last.outcome == "booked" and world.today - 9 * DAY < last.starts_at.date() < world.today


def test_zeyneps_talk_was_cancelled_by_us_and_no_new_one_is_booked(world: World) -> None:
    last = world.life("zeynep").talks[-1]
    assert (last.outcome, last.by_whom) == ("cancelled", "municipality")


def test_poul_eriks_programme_ends_within_weeks(world: World) -> None:
    (programme,) = world.life("poul-erik").programmes
    assert programme.ended_on is None and 0 < (programme.granted_until - world.today).days <= 28


def test_ida_was_granted_a_programme_last_week_and_has_little_else(world: World) -> None:
    life = world.life("ida")
    assert 0 < (world.today - life.programmes[0].granted_on).days <= 13
    assert not life.interventions and [talk.outcome for talk in life.talks] == ["booked"]


def test_lones_case_is_restricted_and_open_to_its_coordinator_alone(world: World) -> None:
    life = world.life("lone")
    assert [one.key for one in world.lives if one.restricted] == ["lone"]
    assert [(grant.staff_id, grant.role) for grant in life.grants] == [
        (life.case.coordinator_id, "coordinator")
    ]


def test_mirsads_treatment_comes_first(world: World) -> None:
    assert "Behandlingsforløb" in titles_running(world.life("mirsad"), world.today)


def test_interventions_of_all_fields_and_states_and_a_mentor_are_there(world: World) -> None:
    interventions = [one for life in world.lives for one in life.interventions]
    assert {one.field for one in interventions} == {
        "employment",
        "education",
        "social",
        "health",
        "treatment",
    }
    assert {one.state for life in world.lives for one in life.stretches} == {
        "recommended",
        "planned",
        "waiting",
        "running",
        "paused",
    }
    assert all(one.chapter == 26 for one in interventions if one.mentor)
    assert all(one.chapter in (11, 12) for one in interventions if one.company_based)


def test_the_lives_told_by_hand_have_plans_but_for_the_one_granted_last_week(world: World) -> None:
    without = [story.key for story in LIVES if not world.life(story.key).plans]
    assert without == ["ida"]


def test_a_case_without_a_coordinator_waits_in_two_units_but_not_in_that_of_the_hand_told(
    world: World,
) -> None:
    nobodys = [life for life in world.lives if life.case.coordinator_id is None]
    units = {row.id: row.name for row in world.units}
    assert [units[life.case.unit_id] for life in nobodys] == ["Jobcenter Åsen", "Jobcenter Kildevang"]


def test_some_of_everything_that_can_be_owed_is_there_and_most_is_in_order(world: World) -> None:
    running = [life for life in world.lives if life.case.closed_on is None]
    unwritten = [one for life in running for one in life.talks if is_unwritten(one, world.today)]
    lapsed = [life for life in running if life.versions and not_fixed(life, world.today)]
    assert 1 <= len(unwritten) <= 0.06 * len(running)
    assert 1 <= len(lapsed) <= 0.15 * len(running)
    assert any(life.versions and life.versions[-1].step == "taken-home" for life in running)


def is_unwritten(talk: TalkRow, today: date) -> bool:
    return talk.outcome == "booked" and talk.starts_at.date() < today


def not_fixed(life: Life, today: date) -> bool:
    agreed = [one.fixed_until for one in life.versions if one.fixed_until]
    return not agreed or max(agreed) < today


def test_the_coordinator_before_astrid_is_gone_and_her_account_is_closed(world: World) -> None:
    (account,) = (row for row in world.accounts if row.username == "inge.soerensen")
    (staff,) = (row for row in world.staff if row.account_id == account.id)
    (role,) = (row for row in world.roles if row.staff_id == staff.id)
    assert not account.is_active and role.until and role.until < world.today
    assert all(life.case.coordinator_id != staff.id for life in world.lives if life.case.closed_on is None)


def test_the_demo_password_passes_the_length_that_the_settings_ask_for() -> None:
    assert len(DEMO_PASSWORD) >= 12


def test_every_life_is_told_in_order(world: World) -> None:
    for life in world.lives:
        assert all(one.starts_at <= then.starts_at for one, then in pairwise(life.talks))
        assert all(one.occurred_at <= then.occurred_at for one, then in pairwise(life.events))
