"""The page on which the plan is rated: by whom, and what a mentor meets."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from sammetag.access.wall import behind_the_wall
from sammetag.plan.models import Rating
from tests.plan.deeds import day, lay, page, sent
from tests.town import Town

Browse = Callable[[str], Client]


def ratings(town: Town) -> set[tuple[str, str, int]]:
    with behind_the_wall(town.account("astrid")):
        rows = Rating.objects.scoped("test").filter(case_id=town.cases["own"])
        return {(one.about, one.voice, one.value) for one in rows}


def rating(voice: str, **values: int) -> dict[str, object]:
    return sent(voice=voice, rated_on=day(0).isoformat()) | values


def test_without_a_plan_there_is_nothing_to_rate(browse: Browse, committed: Town) -> None:
    assert "Der er ingen plan at vurdere endnu" in browse("mads").get(page(committed, "rate-plan")).text


def test_a_coordinator_rates_for_the_citizen_and_the_plan_says_who_wrote_it(
    browse: Browse, committed: Town
) -> None:
    lay(committed)

    told = browse("astrid").post(
        page(committed, "rate-plan"), rating("citizen", ownership=2, realism=4), follow=True
    )

    assert ratings(committed) == {("ownership", "citizen", 2), ("realism", "citizen", 4)}
    assert "2 af 5" in told.text and "skrevet af Astrid" in told.text


def test_a_mentor_is_not_asked_who_rates_and_rates_as_mentor(browse: Browse, committed: Town) -> None:
    lay(committed)
    mads, url = browse("mads"), page(committed, "rate-plan")

    assert "Hvem vurderer?" not in mads.get(url).text
    assert mads.post(url, rating("mentor", realism=2)).status_code == 302
    assert mads.post(url, rating("citizen", realism=5)).status_code == 422
    assert ratings(committed) == {("realism", "mentor", 2)}


def test_nothing_chosen_is_told_in_a_sentence(browse: Browse, committed: Town) -> None:
    lay(committed)

    refused = browse("astrid").post(page(committed, "rate-plan"), rating("coordinator"))

    assert refused.status_code == 422
    assert "Vælg mindst ét svar." in refused.text


def test_a_refused_rating_of_a_mentor_is_shown_again_with_what_was_chosen(
    browse: Browse, committed: Town
) -> None:
    lay(committed)
    to_come = rating("mentor", realism=2) | {"rated_on": day(3).isoformat()}

    refused = browse("mads").post(page(committed, "rate-plan"), to_come)

    assert refused.status_code == 409
    assert "ude i fremtiden" in refused.text
    assert ratings(committed) == set()


def test_a_form_sent_twice_rates_once(browse: Browse, committed: Town) -> None:
    lay(committed)
    astrid, once = browse("astrid"), rating("coordinator", realism=2)

    for _ in range(2):
        astrid.post(page(committed, "rate-plan"), once)

    with behind_the_wall(committed.account("astrid")):
        assert Rating.objects.scoped("test").count() == 1
