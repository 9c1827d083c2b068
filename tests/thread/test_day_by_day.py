"""The days of a case on its page: told to whoever may know of health, and to nobody else."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from sammetag.cases.models import Programme
from sammetag.interventions.life import Step
from sammetag.interventions.models import Ending, State
from sammetag.people.models import Field
from tests.interventions.pages import Browse, at_desk
from tests.thread.test_case_page import give, hold
from tests.town import Town


def panel(browse: Browse, town: Town, who: str = "astrid") -> str:
    text: str = browse(who).get(reverse("case", args=[town.cases["own"]])).text
    return text.partition('id="days"')[2].partition("</section>")[0]


def test_the_three_kinds_of_dead_time_are_told_apart(browse: Browse, committed: Town) -> None:
    text = panel(browse, committed)

    assert "121 dage i forløbet" in text
    # Thirty days before the training began, in which there was neither mentor nor talk.
    assert text.count("<dd>30 dage<") == 3


def test_a_talk_is_contact_though_nothing_runs(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        desk.take(desk.now(), Step.END, -11, ending=Ending.COMPLETED)
    hold(committed, "")

    days = browse("astrid").get(reverse("case", args=[committed.cases["own"]])).context["days"].counted

    assert (days.with_nothing, days.without_contact) == (41, 39)


def test_what_runs_side_by_side_is_counted(browse: Browse, committed: Town) -> None:
    give(committed, Field.HEALTH, "Stille motion", State.RUNNING)

    days = browse("astrid").get(reverse("case", args=[committed.cases["own"]])).context["days"]

    assert (days.counted.parallel, days.counted.across_fields) == (11, 11)
    assert days.parallel_percent == 12


def test_a_mentor_learns_nothing_of_it(browse: Browse, committed: Town) -> None:
    assert panel(browse, committed, "mads") == ""


def test_before_the_first_day_there_is_nothing_to_count(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        later = timezone.localdate() + timedelta(days=5)
        Programme.objects.scoped("test").filter(case_id=desk.case_id).update(starts_on=later)

    assert panel(browse, committed) == ""
