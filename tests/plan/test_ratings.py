"""Rating a plan: each voice has its own, a new one is added, and nobody rates for another."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from sammetag.access.wall import behind_the_wall
from sammetag.errors import NotAllowed, RuleBroken
from sammetag.plan.models import About, Rating, Voice
from tests.plan.deeds import Planner, day, journal, planner, whole_plan
from tests.town import Town


def ratings(at: Planner) -> list[tuple[str, str, int]]:
    rows = Rating.objects.scoped("test").filter(case_id=at.case_id).order_by("written_at")
    return [(one.about, one.voice, one.value) for one in rows]


def test_a_new_rating_is_added_and_the_earlier_one_stays(astrid: Planner) -> None:
    whole_plan(astrid)

    astrid.rate(values={About.OWNERSHIP: 2, About.REALISM: 4})
    astrid.rate(values={About.OWNERSHIP: 3})

    assert ratings(astrid) == [
        ("ownership", "coordinator", 2),
        ("realism", "coordinator", 4),
        ("ownership", "coordinator", 3),
    ]


def test_a_coordinator_writes_the_citizens_rating_down(astrid: Planner) -> None:
    whole_plan(astrid)

    [rating] = astrid.rate(Voice.CITIZEN)

    assert (rating.voice, rating.written_by_id) == (Voice.CITIZEN, astrid.person.staff_id)
    told = journal(astrid.case_id)[-1]
    assert (told.kind, told.data["voice"], told.data["value"]) == ("plan.rated", "citizen", 3)


def test_a_mentor_rates_as_mentor_alone(town: Town, astrid: Planner) -> None:
    whole_plan(astrid)
    with behind_the_wall(town.account("mads")):
        mads = planner(town, "mads")

        mads.rate(Voice.MENTOR)
        for voice in (Voice.CITIZEN, Voice.COORDINATOR, Voice.OTHER):
            with pytest.raises(NotAllowed):
                mads.rate(voice)

        assert ratings(mads) == [("ownership", "mentor", 3)]


def test_a_coordinator_does_not_rate_as_mentor(astrid: Planner) -> None:
    whole_plan(astrid)

    with pytest.raises(NotAllowed):
        astrid.rate(Voice.MENTOR)


def test_a_form_sent_twice_rates_once(astrid: Planner) -> None:
    whole_plan(astrid)
    token, both = uuid4(), {About.OWNERSHIP: 2, About.REALISM: 4}

    first = astrid.rate(token=token, values=both)
    second = astrid.rate(token=token, values=both)

    assert {one.id for one in first} == {one.id for one in second}
    assert len(ratings(astrid)) == 2


@pytest.mark.parametrize("wrong", [{"values": {}}, {"values": {About.REALISM: 6}}, {"rated_on": day(1)}])
def test_a_rating_that_cannot_be_is_refused(astrid: Planner, wrong: dict[str, Any]) -> None:
    whole_plan(astrid)

    with pytest.raises(RuleBroken):
        astrid.rate(**wrong)
    assert ratings(astrid) == []


def test_there_must_be_a_plan_to_rate(astrid: Planner) -> None:
    with pytest.raises(RuleBroken, match="no plan"):
        astrid.rate()
