"""The list of studies, and the form by which one is set up and changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.studies.models import Study
from tests.studies.deeds import DRAWER, EVALUATOR, LEADER, behind, stored, study_in
from tests.town import Town

Browse = Callable[[str], Client]
WHOLE: dict[str, Any] = {
    "title": "Under samme tag",
    "question": "Kommer borgerne hurtigere i gang?",
    "population": "Borgere i jobafklaring",
    "treatment_title": "Under samme tag",
    "treatment_share": "1",
    "control_title": "Som hidtil",
    "control_share": "1",
    "least_age": "30",
    "vouched": "Har fået det forklaret.\n\nHar fået det forklaret.",
    "block_by": "draw",
    "primary": "first-talk",
    "secondary": ["first-talk", "dead-days"],
    "control_per_cent": "12,5",
    "treatment_per_cent": "25",
    "persons": "200",
    "until": "2031-12-31",
    "ties": "efron",
    "several": "holm",
}


def only_study(town: Town) -> Study:
    with behind(town, LEADER):
        return Study.objects.scoped("test").get()


def test_a_leader_sets_up_a_trial_and_reads_the_plan_in_words(browse: Browse, committed: Town) -> None:
    client = browse(LEADER)

    answer = client.post(reverse("new-study"), WHOLE)

    assert answer.status_code == 302, answer.content.decode()
    shown = client.get(answer.headers["Location"]).content.decode()
    assert "Mindst 30 år på lodtrækningens dag." in shown
    assert "Af 100 i den sædvanlige indsats ventes 12,5 at nå hovedmålet; 25 i den nye." in shown
    assert "Planen er hel." in shown
    protocol = only_study(committed).protocol
    assert [one["indicator"] for one in protocol["outcomes"]] == ["first-talk", "dead-days"]
    assert protocol["eligibility"]["vouched"] == ["Har fået det forklaret."]


def test_a_half_plan_is_kept_and_its_page_says_what_is_missing(browse: Browse, committed: Town) -> None:
    client = browse(LEADER)
    half = WHOLE | {"question": "", "primary": "", "persons": ""}

    answer = client.post(reverse("new-study"), half, follow=True)

    shown = answer.content.decode()
    for missing in ("Skriv det spørgsmål", "Vælg ét hovedmål", "hvor mange der skal med"):
        assert missing in shown


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"most_age": "20"}, "lavere end den laveste"),
        ({"granted_from": "2026-05-01", "granted_until": "2026-04-01"}, "ligger før den første"),
        ({"control_title": "under samme TAG"}, "hver sit navn"),
        ({"persons": "mange"}, "id_persons_error"),
        ({"until": "31. juni"}, "id_until_error"),
    ],
)
def test_what_contradicts_itself_is_told_by_its_field_and_nothing_typed_is_lost(
    browse: Browse, committed: Town, typed: dict[str, str], told: str
) -> None:
    answer = browse(LEADER).post(reverse("new-study"), WHOLE | typed)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert told in shown
    assert "Kommer borgerne hurtigere i gang?" in shown


def test_the_plan_is_changed_by_writing_on_what_stands(browse: Browse, committed: Town) -> None:
    study_id = study_in(committed)
    client, url = browse(LEADER), reverse("study-protocol", args=[study_id])
    form = client.get(url).context["form"]
    written = {name: value for name, value in form.initial.items() if value is not None}

    answer = client.post(url, written | {"title": "Et nyt navn", "version": "1"})

    assert answer.status_code == 302, answer.content.decode()
    with behind(committed, LEADER):
        assert stored(study_id).title == "Et nyt navn"


def test_the_second_who_saves_sees_so_and_keeps_what_they_typed(browse: Browse, committed: Town) -> None:
    study_id = study_in(committed)
    client, url = browse(LEADER), reverse("study-protocol", args=[study_id])
    client.post(url, WHOLE | {"title": "Først", "version": "1"})

    answer = client.post(url, WHOLE | {"title": "Sidst", "version": "1"})

    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "En anden har gemt her" in shown
    assert 'value="Sidst"' in shown


@pytest.mark.parametrize(
    ("name", "duty"), [(LEADER, "Ansvarlig"), (DRAWER, "Trækker lod"), (EVALUATOR, "Evaluerer")]
)
def test_each_member_sees_the_study_with_their_own_duty(
    browse: Browse, committed: Town, name: str, duty: str
) -> None:
    study_in(committed)

    shown = browse(name).get(reverse("studies")).content.decode()

    assert "Under samme tag" in shown
    assert duty in shown


def test_whoever_is_in_no_study_is_told_how_one_begins(browse: Browse, committed: Town) -> None:
    study_in(committed)

    assert "Du er ikke med i noget forsøg." in browse("birk").get(reverse("studies")).content.decode()


def test_an_evaluator_begins_at_the_studies(browse: Browse, committed: Town) -> None:
    answer = browse(EVALUATOR).get(reverse("front"))

    assert answer.headers["Location"] == reverse("studies")
