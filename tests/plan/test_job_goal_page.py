"""The job goal page: written, refused with what was typed, and read by whoever may not write."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Draft
from sammetag.plan.models import Plan
from tests.plan.deeds import lay, page, planner, sent
from tests.town import Town

Browse = Callable[[str], Client]


def job_goal(town: Town) -> tuple[str, str]:
    with behind_the_wall(town.account("astrid")):
        plan = Plan.objects.scoped("test").get(case_id=town.cases["own"])
        return plan.job_goal, plan.words_of


def test_the_citizens_words_are_written_by_the_coordinator_and_the_plan_says_so(
    browse: Browse, committed: Town
) -> None:
    astrid = browse("astrid")

    typed = sent(job_goal="  Jeg vil\n være   pedel ", words_of="citizen")
    told = astrid.post(page(committed, "job-goal"), typed, follow=True)

    assert job_goal(committed) == ("Jeg vil være pedel", "citizen")
    assert "Jobmålet er gemt." in told.text
    assert "Borgerens ord, skrevet af Astrid" in told.text


@pytest.mark.parametrize("text", ["", "x" * 201])
def test_a_job_goal_that_does_not_fit_is_refused_with_what_was_typed(
    browse: Browse, committed: Town, text: str
) -> None:
    refused = browse("astrid").post(page(committed, "job-goal"), sent(job_goal=text))

    assert refused.status_code == 422
    assert text in refused.text


def test_what_is_half_written_waits_as_a_draft(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(
        f"/cases/{committed.cases['own']}/drafts/job-goal/",
        sent(job_goal="Halvt skrevet", words_of="citizen"),
        headers={"HX-Request": "true"},
    )

    opened = astrid.get(page(committed, "job-goal"))

    assert "Halvt skrevet" in opened.text and "Her er din kladde fra sidst" in opened.text


def test_saving_forgets_the_draft(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(
        f"/cases/{committed.cases['own']}/drafts/job-goal/",
        sent(job_goal="Halvt skrevet"),
        headers={"HX-Request": "true"},
    )

    astrid.post(page(committed, "job-goal"), sent(job_goal="Helt skrevet"))

    with behind_the_wall(committed.account("astrid")):
        assert not Draft.objects.scoped("test").exists()


def test_a_leader_reads_who_has_written_what_and_meets_no_form(browse: Browse, committed: Town) -> None:
    lay(committed)
    with behind_the_wall(committed.account("astrid")):
        planner(committed).job_goal("Gartner", version=1)
    lis = browse("lis")
    lis.post(f"/cases/{committed.cases['own']}/purpose/", {"purpose": "quality"})

    read = lis.get(page(committed, "job-goal")).text

    assert "Hvem har skrevet hvad" in read
    assert "Pedel på en skole" in read and "Gartner" in read
    assert 'name="job_goal"' not in read
