"""What must be done, as the case page tells it: to those who can mend it, and by the page that mends it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load
from sammetag.cases.models import Case, Programme
from sammetag.interventions.models import GrantedPeriod, Intervention, State, Stretch
from sammetag.people.models import Field
from tests.duties.many import left_without_coordinator
from tests.town import Town

Browse = Callable[[str], Client]


def page(browse: Browse, town: Town, name: str, case: str = "own") -> str:
    """The page of a case, for somebody who has said why they open it."""
    client = browse(name)
    client.post(reverse("purpose", args=[town.cases[case]]), {"purpose": "quality"})
    return client.get(reverse("case", args=[town.cases[case]])).text


def next_of(text: str) -> str:
    return text.partition('id="next-heading"')[2].partition("</section>")[0]


def own(town: Town) -> Case:
    with behind_the_wall(town.account("astrid")):
        return Case.objects.scoped("test").get(pk=town.cases["own"])


def test_a_coordinator_is_led_to_the_page_that_fulfils_each_duty(browse: Browse, committed: Town) -> None:
    told = next_of(page(browse, committed, "astrid"))

    assert reverse("plan", args=[committed.cases["own"]]) in told
    assert "Læg en plan sammen med borgeren" in told and "uden frist" in told


def test_a_leader_is_told_what_we_owe_and_led_to_no_page_that_is_closed_to_her(
    browse: Browse, committed: Town
) -> None:
    with behind_the_wall(committed.account("astrid")):
        long_ago = timezone.localdate() - timedelta(days=250)
        Programme.objects.scoped("test").filter(case=own(committed)).update(
            granted_on=long_ago, starts_on=long_ago
        )

    told = next_of(page(browse, committed, "lis"))

    assert "4 samtaler mangler" in told
    assert reverse("book-talk", args=[committed.cases["own"]]) not in told


def test_a_helper_is_told_of_the_agreed_talks_alone(browse: Browse, committed: Town) -> None:
    told = next_of(page(browse, committed, "mads"))

    assert "Samtale " in told
    assert "plan" not in told.lower()


def test_a_case_without_a_coordinator_says_so_and_leads_to_the_hand_over(
    browse: Browse, committed: Town
) -> None:
    left_without_coordinator(committed, [own(committed)], "astrid")

    told = next_of(page(browse, committed, "birk"))

    assert "Sagen har ingen koordinator" in told
    assert reverse("hand-over", args=[committed.cases["own"]]) in told


def test_a_closed_case_asks_for_nothing(browse: Browse, committed: Town) -> None:
    assert "Sagen er lukket, så der er ikke mere at gøre." in next_of(
        page(browse, committed, "astrid", "closed")
    )


def test_the_end_of_a_mentors_period_stands_on_the_thread_as_a_flag(browse: Browse, committed: Town) -> None:
    case, today = own(committed), timezone.localdate()
    mentor = Intervention(case=case, field=Field.SOCIAL, title="Mentor", hours_per_week=1, mentor=True)
    since = today - timedelta(days=100)
    with behind_the_wall(committed.account("astrid")):
        load(rows=[mentor])
        load(rows=[Stretch(case=case, intervention=mentor, state=State.RUNNING, since=since)])
        until = today + timedelta(days=9)
        load(rows=[GrantedPeriod(case=case, intervention=mentor, since=since, until=until)])

    text = page(browse, committed, "astrid")

    assert "Mentor: forlæng eller afslut" in next_of(text)
    assert reverse("intervention", args=[case.id, mentor.id]) in next_of(text)
    assert 'data-label="Mentor: forlæng eller afslut"' in text
