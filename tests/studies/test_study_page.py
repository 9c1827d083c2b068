"""One study on its pages: read through, frozen, amended, its members, closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.studies.models import Duty, Member
from tests.studies.deeds import EVALUATOR, LEADER, behind, frozen_study_in, stored, study_in
from tests.town import Town

Browse = Callable[[str], Client]


def test_a_plan_that_is_whole_is_read_through_and_frozen(browse: Browse, committed: Town) -> None:
    study_id = study_in(committed)
    client, url = browse(LEADER), reverse("freeze-study", args=[study_id])
    page = client.get(url)

    answer = client.post(url, {"version": page.context["version"]}, follow=True)

    assert "Kommer borgerne hurtigere i gang" in page.content.decode()
    with behind(committed, LEADER):
        fingerprint = stored(study_id).fingerprint
    assert fingerprint
    assert fingerprint in answer.content.decode()


def test_a_plan_that_lacks_something_has_no_button_to_freeze_it(browse: Browse, committed: Town) -> None:
    study_id = study_in(committed, question="")
    url = reverse("freeze-study", args=[study_id])

    shown = browse(LEADER).get(url).content.decode()

    assert "Skriv det spørgsmål" in shown
    assert '<button class="button button-primary">Lås planen' not in shown


def test_whoever_froze_an_older_plan_than_they_read_is_told(browse: Browse, committed: Town) -> None:
    study_id = study_in(committed)

    answer = browse(LEADER).post(reverse("freeze-study", args=[study_id]), {"version": "7"})

    assert answer.status_code == 409
    with behind(committed, LEADER):
        assert stored(study_id).frozen_at is None


def test_whoever_freezes_a_plan_reads_how_often_it_would_find_the_difference(
    browse: Browse, committed: Town
) -> None:
    """R 4.2.2: power.prop.test(n = 100, p1 = .10, p2 = .25)$power is 0.80."""
    study_id = study_in(committed)

    shown = browse(LEADER).get(reverse("freeze-study", args=[study_id])).content.decode()

    assert "<strong>80</strong> af 100 forsøg med 200 borgere finder forskellen." in shown


def test_after_freezing_the_page_says_who_draws_or_that_nobody_does(browse: Browse, committed: Town) -> None:
    study_id = frozen_study_in(committed)
    client, url = browse(LEADER), reverse("study", args=[study_id])
    named = client.get(url).content.decode()

    with behind(committed, LEADER):
        drawer = Member.objects.scoped("test").get(study_id=study_id, duty=Duty.DRAWS)
    client.post(reverse("end-member", args=[study_id, drawer.id]))

    assert "Det er Astrid, der trækker lod." in named
    assert "Ingen er udpeget til at trække lod." in client.get(url).content.decode()


def test_what_became_different_stands_beside_the_frozen_plan(browse: Browse, committed: Town) -> None:
    study_id = frozen_study_in(committed)
    client = browse(LEADER)

    answer = client.post(
        reverse("amend-study", args=[study_id]),
        {"what": "Vi følger et halvt år længere.", "why": "Teamet har ventetid."},
        follow=True,
    )

    shown = answer.content.decode()
    assert "Vi følger et halvt år længere." in shown
    assert "Teamet har ventetid." in shown


def test_an_evaluator_is_told_to_be_blind_until_the_study_is_closed(browse: Browse, committed: Town) -> None:
    study_id = frozen_study_in(committed)
    url = reverse("study", args=[study_id])
    before = browse(EVALUATOR).get(url).content.decode()

    browse(LEADER).post(reverse("close-study", args=[study_id]), {"version": "2"})

    after = browse(EVALUATOR).get(url).content.decode()
    assert "Du er blind" in before
    assert "Du er blind" not in after
    with behind(committed, LEADER):
        assert stored(study_id).revealed in after


def test_a_colleague_is_named_and_their_duty_ended_again(browse: Browse, committed: Town) -> None:
    study_id = study_in(committed)
    client, url = browse(LEADER), reverse("study-members", args=[study_id])

    shown = client.post(
        url, {"staff": str(committed.staff["birk"].id), "duty": "draws"}, follow=True
    ).content.decode()

    assert "<strong>Birk</strong>" in shown
    with behind(committed, LEADER):
        birk = Member.objects.scoped("test").get(staff=committed.staff["birk"], study_id=study_id)
    ended = client.post(reverse("end-member", args=[study_id, birk.id]), follow=True).content.decode()
    assert "<strong>Birk</strong>" not in ended


def test_whoever_evaluates_cannot_be_made_to_draw(browse: Browse, committed: Town) -> None:
    study_id = study_in(committed)

    answer = browse(LEADER).post(
        reverse("study-members", args=[study_id]),
        {"staff": str(committed.staff[EVALUATOR].id), "duty": str(Duty.DRAWS)},
    )

    assert answer.status_code == 409
    assert "må ikke få at vide, hvem der fik hvad" in answer.content.decode()


def test_the_last_one_responsible_stays_and_the_list_says_why(browse: Browse, committed: Town) -> None:
    study_id = study_in(committed)
    with behind(committed, LEADER):
        lis = Member.objects.scoped("test").get(staff=committed.staff[LEADER], study_id=study_id)

    answer = browse(LEADER).post(reverse("end-member", args=[study_id, lis.id]))

    assert answer.status_code == 409
    assert "Et forsøg skal have en ansvarlig. Udpeg en anden først." in answer.text
    assert "<strong>Lis</strong>" in answer.text
    assert answer.text.count("st-error-summary") == 1
    assert "skal udfyldes" not in answer.text


@pytest.mark.parametrize(
    "name", ["amend-study", "study-members", "study-deviation", "new-interview", "new-context", "new-element"]
)
def test_a_closed_study_shows_no_form_and_says_why(browse: Browse, committed: Town, name: str) -> None:
    study_id = frozen_study_in(committed)
    client = browse(LEADER)
    client.post(reverse("close-study", args=[study_id]), {"version": "2"})

    answer = client.get(reverse(name, args=[study_id]), follow=True)

    assert answer.redirect_chain[-1][0] == reverse("study", args=[study_id])
    assert "Forsøget er lukket, så der kan ikke skrives i det." in answer.text
