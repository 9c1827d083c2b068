"""Mentors whose granted period runs out. A mentor is granted from 3 March 2025, for six months at most."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from sammetag.duties.duty import Band, Duty
from sammetag.duties.facts import MentorGranted
from sammetag.interventions.models import Intervention
from tests.duties.cases import GRANTED, MADE, RUNNING, case, given_to, talk, told

DAY = timedelta(days=1)
FOUR = [talk(date(2025, month, 10)) for month in (4, 5, 6, 7)]


def mentor(until: date | None = None, state: str = "running") -> Intervention:
    return given_to(state, GRANTED, until, mentor=True, title="Mentor")


def duty(one: Intervention, today: date, granted_until: date = MADE) -> Duty | None:
    granted = MentorGranted(one.id, GRANTED, granted_until)
    return told(case(*FOUR, given=(RUNNING, one), mentors=(granted,)), today).get("decide-on-mentor")


def test_thirty_days_before_the_last_day_it_is_told_and_not_a_day_earlier() -> None:
    one = mentor()

    assert duty(one, MADE - 31 * DAY) is None
    found = duty(one, MADE - 30 * DAY)
    assert found is not None
    assert (found.band, found.due, found.about) == (Band.COMING, MADE, one.id)
    assert found.what == "Mentor: forlæng eller afslut"
    assert found.why == ("Bevilget fra 3. marts til og med 2. september.",)
    assert found.version is not None and "§ 167" in found.version.source.section


def test_a_mentor_who_goes_on_the_day_after_is_owed_a_decision() -> None:
    in_time, late = duty(mentor(), MADE), duty(mentor(), MADE + DAY)

    assert in_time is not None and in_time.band is Band.COMING
    assert late is not None and (late.band, late.due) == (Band.LAW_MISSED, MADE)
    assert "stadig i gang" in late.why[-1]


def test_a_grant_that_is_longer_than_the_law_gives_runs_out_when_the_law_says() -> None:
    found = duty(mentor(), MADE, granted_until=MADE + 90 * DAY)

    assert found is not None and found.due == MADE
    assert "Efter loven kan perioden højst vare til og med 2. september." in found.why


@pytest.mark.parametrize("one", [mentor(until=MADE), mentor(until=MADE - 20 * DAY), mentor(state="waiting")])
def test_a_mentor_who_stops_by_then_or_has_not_begun_asks_for_nothing(one: Intervention) -> None:
    assert duty(one, MADE - 25 * DAY) is None


def test_a_mentor_of_whom_no_period_is_known_asks_for_nothing() -> None:
    other = MentorGranted(uuid4(), GRANTED, MADE)

    assert "decide-on-mentor" not in told(case(*FOUR, given=(mentor(),), mentors=(other,)), MADE)


def test_where_the_law_does_not_say_it_is_a_promise_of_ours() -> None:
    """There was no such scheme before July 2014, so there is no rule for a mentor from before it."""
    one = given_to("running", date(2013, 5, 1), mentor=True)
    granted = MentorGranted(one.id, date(2013, 5, 1), date(2014, 6, 1))
    facts = case(given=(one,), starts_on=date(2014, 7, 1), mentors=(granted,))

    found = told(facts, date(2014, 8, 1))["decide-on-mentor"]

    assert (found.band, found.version) == (Band.PROMISE_MISSED, None)
